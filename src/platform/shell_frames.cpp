// The shell's drawing: frames of both windows, the UI map, the pictures.

#include "platform/shell.hpp"

#include "cafe/timer.hpp"
#include "compat/glfw.hpp"

#include <algorithm>
#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

namespace {

/// With a faster clock, seconds go by faster than anyone reads.
constexpr double shortest_fast_second = 0.25;
/// A window that wakes just before the second has changed would draw the old one once more.
constexpr double safely_past = 0.002;

} // namespace

gui::View Shell::view() {
    const app::Snapshot& snapshot = m_cafe.snapshot();
    const gui::Words* of_room = snapshot.session != nullptr
                                    ? m_room_words.of(snapshot.session->identity.language, m_words.language())
                                    : nullptr;
    return {.app = snapshot,
            .stage = m_stage.for_view(),
            .seconds = glfwGetTime(),
            .page_turns = m_control_state.page_turns,
            .room_words = of_room};
}

void Shell::draw_windows() {
    const double now = glfwGetTime();
    bool drawn = false;
    if (m_control_pace.due(now) && (!m_control->minimised() || !m_control->input().empty())) {
        draw_control();
        drawn = true;
    }
    if (m_stage.window() != nullptr && m_stage_pace.due(now)) {
        draw_stage();
        drawn = true;
    }
    if (!drawn) return;
    show_ui_map();
    take_pictures();
}

void Shell::draw_control() {
    Window& window = *m_control;
    double wanted = 0;
    const double now = glfwGetTime();
    // What was typed meanwhile is taken in frame by frame; the last one is shown.
    m_control_pace.frame(now);
    for (bool more = true; more && m_asked.empty();) {
        const bool typing = m_control_state.focus.typing || window.text_wanted();
        FrameInput input = window.input().next(typing ? Typing::yes : Typing::no);
        more = !window.input().empty();
        const gui::Rect display = window.display();
        const gui::View shown = view();
        ImDrawList* list = window.begin_frame(input, shown.seconds, display);
        m_control_map.clear();
        const gui::Theme& theme = gui::theme_of(shown.app.preferences.control_theme);
        gui::Ui ui{
            .canvas = {.list = list, .fonts = window.fonts(), .theme = theme, .words = m_words, .map = &m_control_map},
            .focus = m_control_state.focus,
            .drag = m_control_state.drag,
            .keys = input.keys,
            .unit = shown.app.preferences.scale * window.content_scale() *
                    gui::fitting_scale(display.w / window.content_scale(), display.h / window.content_scale())};
        wanted = gui::draw_control(ui, display, shown, m_control_state, m_dispatch);
        if (m_control_state.page_turns != shown.page_turns) m_stage_pace.stir();
        window.end_frame(theme.ground, more ? Present::no : Present::if_changed);
    }
    m_drafts.keep(m_control_state.notes, present_drafts());
    m_control_pace.wish_to_glide(now, wanted);
    if (window.fonts().wants_refresh() || !window.input().empty()) m_control_pace.wish_to_glide(now, 0);
    wish_next_second(m_control_pace);
}

void Shell::draw_stage() {
    Window& window = *m_stage.window();
    const double now = glfwGetTime();
    double wanted = 0;
    m_stage_pace.frame(now);
    for (bool more = true; more;) {
        const FrameInput input = window.input().next(Typing::no);
        more = !window.input().empty();
        const gui::Rect display = window.display();
        const gui::View shown = view();
        for (const gui::KeyPress& key : input.keys) take_stage_key(key, shown);
        if (!input.keys.empty()) m_control_pace.stir(); // a key of the stage may ask something in the control window
        ImDrawList* list = window.begin_frame(input, shown.seconds, display);
        m_stage_map.clear();
        const gui::Theme& theme = gui::theme_of(shown.app.preferences.stage_theme);
        gui::Canvas canvas{
            .list = list, .fonts = window.fonts(), .theme = theme, .words = m_words, .map = &m_stage_map};
        wanted = gui::draw_stage(canvas, display, shown, m_stage_state);
        window.end_frame(theme.ground, more ? Present::no : Present::if_changed);
    }
    m_stage_pace.wish_to_glide(now, wanted);
    if (window.fonts().wants_refresh()) m_stage_pace.wish_to_glide(now, 0);
    wish_next_second(m_stage_pace);
}

void Shell::take_stage_key(const gui::KeyPress& key, const gui::View& shown) {
    gui::handle_key(key, gui::Window::stage, shown, m_control_state, m_dispatch);
    // Whoever goes to a place of the control window means to type there.
    if (gui::leads_to_control(key) && !m_stage.for_view().full_screen) glfwFocusWindow(m_control->handle());
}

void Shell::wish_next_second(Pace& pace) {
    const app::Snapshot& snapshot = m_cafe.snapshot();
    if (snapshot.session == nullptr) return;
    const auto next = cafe::next_shown_change(*snapshot.session, snapshot.now.instant);
    if (!next) return;
    const double least = m_setup.options.speed > 1 ? shortest_fast_second : 0;
    pace.wish(glfwGetTime(), std::max(least, m_clock.real_seconds_until(*next) + safely_past));
}

void Shell::show_ui_map() {
    if (!m_ui_map.wanted()) return;
    std::vector<MappedWindow> windows{{gui::Window::control, m_control->place(), &m_control_map.items()}};
    if (m_stage.window() != nullptr)
        windows.push_back({gui::Window::stage, m_stage.window()->place(), &m_stage_map.items()});
    m_ui_map.show(windows);
}

void Shell::take_pictures() {
    if (!m_captures.due()) return;
    if (!m_control_pace.settled() || (m_stage.window() != nullptr && !m_stage_pace.settled())) return;
    const auto take = [&](const Window& window, const char* name) {
        const auto file = m_captures.file_for(name);
        const auto written = write_png(window.picture(), file);
        if (!written) spdlog::error("{}", written.error().text());
    };
    take(*m_control, "control");
    if (m_stage.window() != nullptr) take(*m_stage.window(), "stage");
    m_captures.taken();
}

} // namespace ronde::platform
