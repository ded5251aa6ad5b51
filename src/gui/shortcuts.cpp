// The keys of both windows. Panels have taken theirs before these are asked.

#include "gui/control.hpp"
#include "gui/control_parts.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace ronde::gui {

namespace {

using namespace std::chrono_literals;

constexpr float least_scale = 0.75F;
constexpr float most_scale = 2.5F;

class Hand {
public:
    Hand(Window window, const View& view, ControlState& state, const Dispatch& dispatch)
        : m_window(window), m_view(view), m_state(state), m_dispatch(dispatch) {}

    bool press(const KeyPress& key) {
        if (key.ctrl) return key.alt ? false : press_ctrl(key);
        if (key.alt) return false;
        if (press_always(key)) return true;
        if (m_state.asking == "next" && key.key == Key::right && !came_over_typing()) {
            next();
            return true;
        }
        if (m_window == Window::control && (m_state.focus.typing || laid_over())) return false;
        return press_free(key);
    }

private:
    [[nodiscard]] bool laid_over() const {
        return !m_state.asking.empty() || (m_state.focus.memory && !m_state.focus.memory->dialog.empty());
    }

    /// The question lies over a field that was being typed in: an arrow may be meant for that.
    [[nodiscard]] bool came_over_typing() const {
        return m_window == Window::control && m_state.focus.memory && !m_state.focus.memory->typed_into.empty();
    }

    void act(cafe::Deed deed) const {
        if (m_view.writable()) m_dispatch.act(std::move(deed));
    }

    void next() {
        if (!m_view.writable()) return;
        if (round_under_way(m_view) && m_state.asking != "next") {
            m_state.asking = "next";
            return;
        }
        if (m_state.asking == "next") m_state.asking.clear();
        act(cafe::Next{});
    }

    void start_or_pause() const {
        const bool runs = m_view.app.session && m_view.session().timer.state == cafe::ClockState::running;
        if (runs)
            act(cafe::Pause{});
        else
            act(cafe::Start{});
    }

    void toggle_black() const {
        if (!m_view.app.session) return;
        const bool black = m_view.session().stage.screen == cafe::Screen::black;
        act(cafe::SetScreen{black ? cafe::Screen::shown : cafe::Screen::black});
    }

    /// A clicker's keys and the windows' own, typing or not.
    bool press_always(const KeyPress& key) {
        switch (key.key) {
        case Key::page_down: next(); return true;
        case Key::page_up: act(cafe::Back{}); return true;
        case Key::f11: m_dispatch.ask(app::ToggleStageFullScreen{}); return true;
        case Key::escape:
            if (!m_view.stage.full_screen) return false;
            m_dispatch.ask(app::ToggleStageFullScreen{});
            return true;
        default: break;
        }
        return press_place(key);
    }

    /// What is laid over the control window, and its places: from the stage too, which may have the keyboard unnoticed.
    bool press_place(const KeyPress& key) {
        switch (key.key) {
        case Key::f1: toggle("keys"); return true;
        case Key::f10: toggle("preferences"); return true;
        case Key::f2: go_to(m_state, Place::prepare); return true;
        case Key::f3: go_to(m_state, Place::run); return true;
        case Key::f4: go_to(m_state, Place::notes); return true;
        case Key::f5: go_to(m_state, Place::harvest); return true;
        case Key::f6: go_to(m_state, Place::review); return true;
        default: return false;
        }
    }

    void toggle(const std::string& name) { m_state.asking = m_state.asking == name ? std::string{} : name; }

    /// Keys that are letters and signs: only while nobody types.
    bool press_free(const KeyPress& key) {
        switch (key.key) {
        case Key::space: start_or_pause(); return true;
        case Key::right: next(); return true;
        case Key::left: act(cafe::Back{}); return true;
        case Key::character: break;
        default: return false;
        }
        switch (key.character) {
        case 'b':
        case 'B':
        case '.': toggle_black(); return true;
        case 'd':
        case 'D': ++m_state.page_turns; return true;
        case '+': act(cafe::Adjust{1min}); return true;
        case '-':
        case U'\u2212': act(cafe::Adjust{-1min}); return true;
        default: return false;
        }
    }

    bool press_ctrl(const KeyPress& key) {
        if (key.key == Key::digit) return press_digit(key.digit);
        if (key.key != Key::character) return false;
        if (key.character == 'p' || key.character == 't') {
            if (m_view.app.session) toggle(key.character == 'p' ? "presence" : "seats");
            return true;
        }
        if (m_window != Window::control) return false;
        switch (key.character) {
        case 'z': return undo(key.shift);
        case 'y': return undo(true);
        case '+':
        case '=': scale(0.1F); return true;
        case '-': scale(-0.1F); return true;
        case 'q': m_dispatch.ask(app::Quit{}); return true;
        default: return false;
        }
    }

    bool press_digit(int digit) {
        if (!m_view.app.session) return false;
        if (digit == 0)
            toggle("tables");
        else
            go_to_table(m_state, m_view.session(), static_cast<std::size_t>(digit - 1));
        return true;
    }

    bool undo(bool again) const {
        const std::string scope = undo_scope(m_view, m_state);
        if (scope.empty()) return false;
        if (again)
            act(cafe::Redo{scope});
        else
            act(cafe::Undo{scope});
        return true;
    }

    void scale(float by) const {
        app::Preferences preferences = m_view.app.preferences;
        preferences.scale = std::clamp(std::round((preferences.scale + by) * 20) / 20, least_scale, most_scale);
        m_dispatch.ask(app::SetPreferences{preferences});
    }

    Window m_window;
    const View& m_view;
    ControlState& m_state;
    const Dispatch& m_dispatch;
};

} // namespace

bool leads_to_control(const KeyPress& key) {
    switch (key.key) {
    case Key::f1:
    case Key::f2:
    case Key::f3:
    case Key::f4:
    case Key::f5:
    case Key::f6:
    case Key::f10: return true;
    case Key::digit: return key.ctrl;
    case Key::character: return key.ctrl && (key.character == 'p' || key.character == 't');
    default: return false;
    }
}

void go_to_table(ControlState& state, const cafe::Session& session, std::size_t table) {
    if (table >= session.tables.size()) return;
    state.notes.table = session.tables[table].id;
    go_to(state, Place::notes);
}

std::string undo_scope(const View& view, const ControlState& state) {
    if (!view.app.session) return {};
    if (state.asking == "presence" || state.asking == "seats") return std::string(cafe::prepare_scope);
    switch (state.place) {
    case Place::prepare: // answers are undone from where they are given
        return std::string(state.focus.id.starts_with("opening.") ? cafe::opening_scope : cafe::prepare_scope);
    case Place::harvest: return std::string(state.harvest.what_next ? cafe::follow_up_scope : cafe::harvest_scope);
    case Place::notes: {
        const cafe::Table* table = noted_table(view.session(), state.notes);
        return table ? cafe::table_scope(table->id) : std::string{};
    }
    case Place::run:
        if (opening_is_on(view.session())) return std::string(cafe::opening_scope);
        return follow_up_is_on(view) ? std::string(cafe::follow_up_scope) : std::string{};
    case Place::review: return {};
    }
    return {};
}

bool round_under_way(const View& view) {
    if (!view.app.session) return false;
    const auto step = cafe::current_step(view.session());
    if (!step || view.session().agenda[*step].kind != cafe::StepKind::round) return false;
    const cafe::TimerLook look = view.app.timer.look;
    return look != cafe::TimerLook::over && look != cafe::TimerLook::finished && look != cafe::TimerLook::idle;
}

std::string next_step_title(const View& view) {
    if (!view.app.session) return {};
    const auto step = cafe::current_step(view.session());
    const std::size_t next = step ? *step + 1 : 0;
    return next < view.session().agenda.size() ? view.session().agenda[next].title : std::string{};
}

bool handle_key(const KeyPress& key, Window window, const View& view, ControlState& state, const Dispatch& dispatch) {
    return Hand(window, view, state, dispatch).press(key);
}

} // namespace ronde::gui
