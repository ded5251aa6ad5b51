#pragma once
// What a person prefers on this machine; kept in the config folder, never in a session.

#include "base/names.hpp"

#include <string>
#include <vector>

namespace ronde::app {

enum class ThemeName { paper, night };
constexpr auto names_of(ThemeName) {
    return std::to_array<base::Name<ThemeName>>({{ThemeName::paper, "paper"}, {ThemeName::night, "night"}});
}

enum class Sound { on, off };
constexpr auto names_of(Sound) {
    return std::to_array<base::Name<Sound>>({{Sound::on, "on"}, {Sound::off, "off"}});
}

enum class Motion { eased, none };
constexpr auto names_of(Motion) {
    return std::to_array<base::Name<Motion>>({{Motion::eased, "eased"}, {Motion::none, "none"}});
}

struct Preferences {
    std::string language = "fr";
    ThemeName stage_theme = ThemeName::paper;
    ThemeName control_theme = ThemeName::paper;
    Sound sound = Sound::on;
    float volume = 0.7F; ///< 0 to 1
    float scale = 1.0F;  ///< of the control window's text, 0.75 to 2.5
    Motion motion = Motion::eased;
    std::vector<std::string> recent{}; ///< session files, latest first, ten at most

    friend bool operator==(const Preferences&, const Preferences&) = default;
};

} // namespace ronde::app
