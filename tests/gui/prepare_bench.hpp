#pragma once
// Préparer over a café that really changes, driven by keys (and now and then by the mouse) without a window: what
// counts is what becomes of the café. For the tests of its sections.

#include "base/text.hpp"
#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "compat/imgui.hpp"
#include "gui/listed_ids.hpp"
#include "gui/prepare.hpp"
#include "support/sample_session.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ronde::tests {

using gui::Key;
using gui::KeyPress;
using gui::PrepareSection;

/// The panel over a café that really changes. No font is loaded: letters have no width, which no test asks for.
class PrepareBench {
public:
    PrepareBench() : m_context(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = ImVec2(1280, 800);
        io.MousePos = ImVec2(-1, -1);
        m_fonts.emplace(*io.Fonts, std::vector<gui::FaceSource>{}, gui::AstralRasteriser{});
        session = tests::sample_session();
        now = tests::set_moment(session, {.state = cafe::ClockState::idle});
        m_snapshot.templates = {{.file = "/t/classic.json", .title = "Deux heures"}};
        m_snapshot.preferences.recent = {"/s/june.json"};
    }
    ~PrepareBench() {
        m_fonts.reset();
        ImGui::DestroyContext(m_context);
    }
    PrepareBench(const PrepareBench&) = delete;
    PrepareBench& operator=(const PrepareBench&) = delete;

    std::vector<app::SessionCard>& templates() { return m_snapshot.templates; }
    std::vector<app::SessionCard>& own_templates() { return m_snapshot.own_templates; }

    void frame(const std::string& typed = {}) {
        m_snapshot.session = open ? &session : nullptr;
        m_snapshot.access = access;
        m_snapshot.now = now;
        m_snapshot.timer = open ? cafe::read_timer(session, now) : cafe::TimerReading{};
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1.0F / 60;
        (void)m_fonts->refresh();
        for (std::size_t at = 0; at < typed.size();) io.AddInputCharacter(base::next_code_point(typed, at));
        ImGui::NewFrame();
        map.clear();
        const gui::View view{.app = m_snapshot};
        gui::Ui ui{.canvas = {.list = ImGui::GetBackgroundDrawList(),
                              .fonts = *m_fonts,
                              .theme = gui::theme_of(app::ThemeName::paper),
                              .words = m_words,
                              .map = &map},
                   .focus = focus,
                   .drag = m_drag,
                   .keys = m_keys};
        const gui::Dispatch dispatch{
            .act =
                [&](cafe::Deed deed) {
                    auto outcome = cafe::update(session, {now, std::move(deed)});
                    if (outcome) return std::optional<cafe::Rejected>{};
                    refused.push_back(outcome.error().reason);
                    return std::optional<cafe::Rejected>{outcome.error()};
                },
            .ask = [&](app::Command command) { asked.push_back(std::move(command)); },
            .new_id =
                [&](std::string_view prefix) { return std::string(prefix) + "-new" + std::to_string(m_next_id++); }};
        gui::begin_frame(ui);
        (void)gui::draw_prepare(ui, {0, 0, io.DisplaySize.x, io.DisplaySize.y}, view, state, dispatch);
        gui::end_frame(ui);
        ImGui::Render();
        m_keys.clear();
        for (const gui::UiItem& item : map.items()) check_listed(item.id);
    }

    void press(KeyPress key) {
        m_keys = {key};
        frame();
        frame();
    }
    void press(Key key) { press(KeyPress{.key = key}); }
    void alt(Key key) { press(KeyPress{.key = key, .alt = true}); }
    void type(const std::string& text) { frame(text); }

    /// Types anew what a field holds, and Enter.
    void replace(const std::string& text) {
        press(KeyPress{.key = Key::character, .character = U'a', .ctrl = true});
        type(text);
        press(Key::enter);
    }

    /// Alt and the section's digit, as a person goes there.
    void go(PrepareSection section) {
        KeyPress key{.key = Key::digit, .alt = true};
        key.digit = static_cast<int>(section) + 1;
        press(key);
        REQUIRE(state.section == section);
    }

    /// Tab after Tab, until the widget has the focus.
    void tab_to(const std::string& id) {
        for (int i = 0; i < 600 && focus.id != id; ++i) press(Key::tab);
        REQUIRE(focus.id == id);
    }

    void enter_on(const std::string& id) {
        tab_to(id);
        press(Key::enter);
    }

    void mouse_to(const std::string& id) {
        const auto* item = map.find(id);
        REQUIRE(item != nullptr);
        ImGui::GetIO().MousePos = ImVec2(item->rect.centre().x, item->rect.centre().y);
        frame();
    }
    void mouse_button(bool down) {
        ImGui::GetIO().MouseDown[0] = down;
        frame();
    }

    cafe::Session session;
    base::Stamp now;
    bool open = true;
    app::Access access = app::Access::writable;
    gui::PrepareState state{};
    gui::Focus focus{};
    gui::UiMap map{};
    std::vector<app::Command> asked{};
    std::vector<cafe::Reason> refused{};

private:
    ImGuiContext* m_context;
    std::optional<gui::FontBook> m_fonts{};
    app::Snapshot m_snapshot{};
    gui::Words m_words{};
    gui::Drag m_drag{};
    std::vector<KeyPress> m_keys{};
    int m_next_id = 0;
};

} // namespace ronde::tests
