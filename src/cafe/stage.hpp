#pragma once
// What the facilitator lays over the stage: a message, the black screen, ideas to look at. Values and their actions.

#include "base/names.hpp"
#include "cafe/harvest.hpp"
#include "cafe/ids.hpp"

#include <string>
#include <string_view>

namespace ronde::cafe {

/// What of the harvest is projected.
enum class Projection {
    none,   ///< the stage follows the agenda (a harvest step shows the wall)
    wall,   ///< every idea, by question, in pages
    themes, ///< the themes, in pages
    theme,  ///< one theme
    idea,   ///< one idea
};
constexpr auto names_of(Projection) {
    return std::to_array<base::Name<Projection>>({{Projection::none, "none"},
                                                  {Projection::wall, "wall"},
                                                  {Projection::themes, "themes"},
                                                  {Projection::theme, "theme"},
                                                  {Projection::idea, "idea"}});
}

/// What of the opening exchange is projected.
enum class OpeningView {
    live,         ///< as it is filled
    by_agreement, ///< components on which most say the same first
    by_dissent,   ///< those on which places differ most first
    furthest,     ///< the two places that differ most, invited to talk
};
constexpr auto names_of(OpeningView) {
    return std::to_array<base::Name<OpeningView>>({{OpeningView::live, "live"},
                                                   {OpeningView::by_agreement, "by_agreement"},
                                                   {OpeningView::by_dissent, "by_dissent"},
                                                   {OpeningView::furthest, "furthest"}});
}

/// What of the follow-up is projected.
enum class FollowUpView { commitments, introductions };
constexpr auto names_of(FollowUpView) {
    return std::to_array<base::Name<FollowUpView>>(
        {{FollowUpView::commitments, "commitments"}, {FollowUpView::introductions, "introductions"}});
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
    ThemeId theme{};       ///< with Projection::theme
    OpeningView opening = OpeningView::live;
    FollowUpView follow_up = FollowUpView::commitments;
    Speaking speaking{}; ///< in plenary

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

/// Projects the wall, the themes, one theme, one idea, or nothing. Going to another step ends it.
struct Project {
    static constexpr std::string_view name = "project";
    Projection projection = Projection::none;
    IdeaId idea{};
    QuestionId question{};
    ThemeId theme{};
    friend bool operator==(const Project&, const Project&) = default;
};

/// Chooses what of the opening exchange is projected.
struct ShowOpening {
    static constexpr std::string_view name = "show_opening";
    OpeningView view = OpeningView::live;
    friend bool operator==(const ShowOpening&, const ShowOpening&) = default;
};

/// Chooses what of the follow-up is projected.
struct ShowFollowUp {
    static constexpr std::string_view name = "show_follow_up";
    FollowUpView view = FollowUpView::commitments;
    friend bool operator==(const ShowFollowUp&, const ShowFollowUp&) = default;
};

} // namespace ronde::cafe
