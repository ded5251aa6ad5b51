// What the panels ask of the shell, and the closing of windows.

#include "platform/shell.hpp"

#include "app/notices.hpp"
#include "compat/glfw.hpp"
#include "platform/catalogues.hpp"
#include "platform/preferences_file.hpp"
#include "report/markdown.hpp"

#include <spdlog/spdlog.h>
#include <utility>
#include <variant>

namespace ronde::platform {

bool Shell::clock_is_on() {
    return gui::clock_is_on(m_cafe.snapshot());
}

gui::Rect Shell::control_on_screen() const {
    const gui::Rect size = m_control->display();
    const gui::Point place = m_control->place();
    return {place.x, place.y, size.w, size.h};
}

void Shell::carry_out_commands() {
    for (const app::Command& command : std::exchange(m_asked, {})) {
        if (!m_cafe.carry_out(command)) carry_out(command);
        m_control_pace.stir();
        m_stage_pace.stir();
    }
}

void Shell::carry_out(const app::Command& command) {
    if (const auto* set = std::get_if<app::SetPreferences>(&command)) prefer(set->preferences);
    if (std::holds_alternative<app::TestSound>(command))
        m_sound.play(cafe::Cue::end, m_cafe.snapshot().preferences.volume);
    if (std::holds_alternative<app::ToggleStageFullScreen>(command)) {
        if (const auto done = m_stage.toggle_full_screen(control_on_screen()); !done)
            spdlog::error("{}", done.error().text());
        // The keyboard must not stay with a window that is only looked at: words typed there would drive the clock.
        else if (!m_stage.for_view().full_screen)
            glfwFocusWindow(m_control->handle());
    }
    if (std::holds_alternative<app::CloseStage>(command)) m_stage.close();
    if (const auto* copy = std::get_if<app::CopyText>(&command))
        glfwSetClipboardString(m_control->handle(), copy->text.c_str());
    if (const auto* copy = std::get_if<app::CopyReport>(&command)) copy_report(copy->which);
    if (const auto* wish = std::get_if<app::Quit>(&command)) quit(wish->confirmation);
}

void Shell::copy_report(app::Which which) {
    const app::Snapshot& snapshot = m_cafe.snapshot();
    const bool reviewed = which == app::Which::reviewed && snapshot.reviewed != nullptr;
    const cafe::Session* session = reviewed ? &snapshot.reviewed->session : snapshot.session;
    if (session == nullptr) return;
    glfwSetClipboardString(m_control->handle(), report::markdown(*session).c_str());
    m_cafe.tell(app::file_notice("copied", session->identity.title));
}

void Shell::prefer(const app::Preferences& wished) {
    const app::Preferences before = m_cafe.snapshot().preferences;
    // Only what the person changed is kept: the rest may be this run's alone, from the command line.
    const auto keep = [&](auto member) {
        if (wished.*member != before.*member) m_kept.*member = wished.*member;
    };
    keep(&app::Preferences::language);
    keep(&app::Preferences::stage_theme);
    keep(&app::Preferences::control_theme);
    keep(&app::Preferences::sound);
    keep(&app::Preferences::volume);
    keep(&app::Preferences::scale);
    keep(&app::Preferences::motion);
    if (wished.language != before.language) load_language(wished.language);
    m_cafe.set_preferences(wished);
    keep_preferences();
}

void Shell::load_language(const std::string& language) {
    auto words = load_words(m_setup.assets / "locales", language);
    if (words)
        m_words = std::move(*words);
    else
        spdlog::error("{}", words.error().text());
}

void Shell::keep_preferences() {
    m_kept.recent = m_cafe.snapshot().preferences.recent;
    if (m_kept == m_written) return;
    const auto saved = save_preferences(store::real_disk(), m_setup.folders.config / "preferences.json", m_kept);
    if (!saved) spdlog::error("{}", saved.error().text());
    m_written = m_kept; // what failed is tried again at the next change
}

void Shell::close_stage_or_ask() {
    if (!clock_is_on()) {
        m_stage.close();
    } else {
        m_control_state.asking = "close_stage";
        glfwFocusWindow(m_control->handle());
    }
    m_control_pace.stir();
}

void Shell::quit(app::Confirmation confirmation) {
    if (confirmation == app::Confirmation::not_given && (clock_is_on() || gui::has_unsent(m_control_state.notes))) {
        m_control_state.asking = clock_is_on() ? "quit" : "unsent";
        glfwFocusWindow(m_control->handle());
        m_control_pace.stir();
        return;
    }
    const auto closed = m_cafe.close();
    // What was noted is in the journal. The first failure is told and the café stays open; a second wish is obeyed.
    if (!closed && !std::exchange(m_close_failed, true)) {
        m_cafe.tell(app::failure_notice("close_failed", m_cafe.snapshot().file.string(), closed.error()));
        m_control_pace.stir();
        return;
    }
    m_over = true;
}

} // namespace ronde::platform
