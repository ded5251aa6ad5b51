#pragma once
// What the facilitator lays over the stage: a message, the black screen, ideas to look at. Values and their actions.

#include "base/names.hpp"
#include "cafe/ids.hpp"

#include <string>
#include <string_view>

namespace ronde::cafe {

/// What of the harvest is projected.
enum class Projection {
    none, ///< the stage follows the agenda (a harvest step shows the wall)
    wall, ///< every idea, by question, in pages
    idea, ///< one idea
};
constexpr auto names_of(Projection) {
    return std::to_array<base::Name<Projection>>(
        {{Projection::none, "none"}, {Projection::wall, "wall"}, {Projection::idea, "idea"}});
}

enum class Screen { shown, black };
constexpr auto names_of(Screen) {
    return std::to_array<base::Name<Screen>>({{Screen::shown, "shown"}, {Screen::black, "black"}});
}

struct Stage {
    Screen screen = Screen::shown;
    std::string message{};
    Projection projection = Projection::none;
    IdeaId idea{};         ///< with Projection::idea
    QuestionId question{}; ///< with Projection::wall: only this one's ideas; empty: all

    friend bool operator==(const Stage&, const Stage&) = default;
};

/// Shows a message instead of the step, until it is taken back with an empty text. At most 280 code points.
struct ShowMessage {
    static constexpr std::string_view name = "show_message";
    std::string text{};
    friend bool operator==(const ShowMessage&, const ShowMessage&) = default;
};

struct SetScreen {
    static constexpr std::string_view name = "set_screen";
    Screen screen = Screen::black;
    friend bool operator==(const SetScreen&, const SetScreen&) = default;
};

/// Projects the wall, one idea, or nothing. Going to another step ends it.
struct Project {
    static constexpr std::string_view name = "project";
    Projection projection = Projection::none;
    IdeaId idea{};
    QuestionId question{};
    friend bool operator==(const Project&, const Project&) = default;
};

} // namespace ronde::cafe
