// What a person prefers on this machine: language, themes, sound, size of text, motion.

#include "gui/control_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ronde::gui {

namespace {

/// A row of the panel: its name at the left, what can be chosen at the right.
class PreferenceRow {
public:
    PreferenceRow(const ControlFrame& frame, Rect& column, std::string_view name) : m_frame(frame) {
        Ui& ui = frame.ui;
        m_row = column.cut_top(ui.px(54));
        label_in(ui.canvas, Face::text, ui.px(16), name, {m_row.x, m_row.y, ui.px(190), m_row.h}, frame.theme().muted);
        m_x = m_row.x + ui.px(200);
    }

    [[nodiscard]] bool chip(std::string_view id, std::string_view label, Selected selected, std::string_view key = {}) {
        Ui& ui = m_frame.ui;
        const ButtonOptions options{.look = ButtonLook::chip, .key_hint = key, .selected = selected};
        const float width = button_width(ui, label, options);
        const float height = button_height(ui, ButtonLook::chip);
        const Rect rect{m_x, m_row.centre().y - height / 2, width, height};
        m_x += width + ui.px(10);
        return button(ui, id, rect, label, options);
    }

    void value(std::string_view text) {
        Ui& ui = m_frame.ui;
        m_x += label_in(ui.canvas, Face::bold, ui.px(16), text, {m_x + ui.px(4), m_row.y, ui.px(64), m_row.h},
                        m_frame.theme().ink) +
               ui.px(18);
    }

private:
    const ControlFrame& m_frame;
    Rect m_row;
    float m_x = 0;
};

Selected chosen(bool yes) {
    return yes ? Selected::yes : Selected::no;
}

std::string percent(float share) {
    return std::to_string(std::lround(share * 100)) + "\u202F%";
}

} // namespace

void draw_preferences(const ControlFrame& frame, const Rect& window) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    app::Preferences wanted = frame.view.app.preferences;
    Overlay overlay(ui, "preferences", window, ui.px(700), ui.px(530));
    Rect inside = overlay.panel().inset(ui.px(32), ui.px(24));
    const Rect head = inside.cut_top(ui.px(46));
    label_in(ui.canvas, Face::title, ui.px(30), words("preferences.title"), head, frame.theme().ink);
    const ButtonOptions closing{.look = ButtonLook::quiet, .key_hint = words("keys.escape")};
    const float close_width = button_width(ui, words("window.close"), closing);
    const float close_height = button_height(ui, ButtonLook::quiet);
    if (overlay.is_new()) focus_by_key(ui, "preferences.close");
    bool close = button(ui, "preferences.close",
                        {head.right() - close_width, head.centre().y - close_height / 2, close_width, close_height},
                        words("window.close"), closing);
    if (take_key(ui, {.key = Key::escape})) close = true;
    inside.cut_top(ui.px(10));
    {
        Scroll scroll(ui, "preferences.scroll", inside);
        Rect column = scroll.content();
        column.h = ui.px(1000);
        PreferenceRow language(frame, column, words("preferences.language"));
        if (language.chip("preferences.language.fr", "Français", chosen(wanted.language == "fr")))
            wanted.language = "fr";
        if (language.chip("preferences.language.en", "English", chosen(wanted.language == "en")))
            wanted.language = "en";

        const auto theme_row = [&](std::string_view name, const std::string& id, app::ThemeName& theme) {
            PreferenceRow row_of_theme(frame, column, name);
            if (row_of_theme.chip(id + ".paper", words("preferences.paper"), chosen(theme == app::ThemeName::paper)))
                theme = app::ThemeName::paper;
            if (row_of_theme.chip(id + ".night", words("preferences.night"), chosen(theme == app::ThemeName::night)))
                theme = app::ThemeName::night;
        };
        theme_row(words("preferences.stage_theme"), "preferences.stage_theme", wanted.stage_theme);
        theme_row(words("preferences.control_theme"), "preferences.control_theme", wanted.control_theme);

        PreferenceRow sound(frame, column, words("preferences.sound"));
        if (sound.chip("preferences.sound.on", words("preferences.on"), chosen(wanted.sound == app::Sound::on)))
            wanted.sound = app::Sound::on;
        if (sound.chip("preferences.sound.off", words("preferences.off"), chosen(wanted.sound == app::Sound::off)))
            wanted.sound = app::Sound::off;
        if (sound.chip("preferences.sound.test", words("preferences.test"), Selected::no))
            frame.dispatch.ask(app::TestSound{});

        PreferenceRow volume(frame, column, words("preferences.volume"));
        if (volume.chip("preferences.volume.less", "−", Selected::no))
            wanted.volume = std::max(0.0F, wanted.volume - 0.1F);
        volume.value(percent(wanted.volume));
        if (volume.chip("preferences.volume.more", "+", Selected::no))
            wanted.volume = std::min(1.0F, wanted.volume + 0.1F);

        PreferenceRow scale(frame, column, words("preferences.scale"));
        if (scale.chip("preferences.scale.less", "−", Selected::no, "Ctrl −"))
            wanted.scale = std::max(0.75F, wanted.scale - 0.1F);
        scale.value(percent(wanted.scale));
        if (scale.chip("preferences.scale.more", "+", Selected::no, "Ctrl +"))
            wanted.scale = std::min(2.5F, wanted.scale + 0.1F);

        PreferenceRow motion(frame, column, words("preferences.motion"));
        if (motion.chip("preferences.motion.eased", words("preferences.eased"),
                        chosen(wanted.motion == app::Motion::eased)))
            wanted.motion = app::Motion::eased;
        if (motion.chip("preferences.motion.none", words("preferences.still"),
                        chosen(wanted.motion == app::Motion::none)))
            wanted.motion = app::Motion::none;
        scroll.content_ends_at(column.y);
    }
    if (!(wanted == frame.view.app.preferences)) frame.dispatch.ask(app::SetPreferences{wanted});
    if (!close) return;
    frame.state.asking.clear();
    overlay.close();
}

} // namespace ronde::gui
