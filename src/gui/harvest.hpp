#pragma once
// Récolter: ideas are sorted into themes, by mouse or by keys; themes are voted on and projected; the plenary is
// prepared. Ideas that sit in no theme stay in sight with their number.

#include "cafe/harvest_reading.hpp"
#include "gui/follow_up.hpp"
#include "gui/idea_columns.hpp"
#include "gui/idea_filter.hpp"
#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <string>
#include <vector>

namespace ronde::gui {

/// Which ideas the place shows, before its filter.
enum class HarvestShown { all, unsorted, theme };
/// What stands beside them.
enum class HarvestSide { themes, suggestions, turns };
/// The panel laid over the place.
enum class HarvestAsking {
    nothing,
    sort,  ///< into which theme the ideas go
    merge, ///< into which theme the shown one goes
    name,  ///< what the new theme is called
};

/// A number of votes that is being typed.
struct VoteDraft {
    cafe::ThemeId theme{};
    std::string digits{};
    bool changed = false;
};

struct HarvestState {
    IdeaWish wish{};
    IdeaFilter filter{};
    HarvestShown shown = HarvestShown::all;
    cafe::ThemeId theme{}; ///< with HarvestShown::theme
    HarvestSide side = HarvestSide::themes;
    cafe::ThemeOrder order = cafe::ThemeOrder::by_hand;
    std::vector<cafe::IdeaId> selected{};
    cafe::IdeaId anchor{}; ///< where a selection by Shift began
    cafe::IdeaId reach{};  ///< how far it went
    HarvestAsking asking = HarvestAsking::nothing;
    std::vector<cafe::IdeaId> asked_for{}; ///< the ideas that the panel is about
    std::string typed{};                   ///< in the panel
    std::size_t choice = 0;                ///< the panel's row that Enter takes
    VoteDraft votes{};
    CardHeights heights{};
    bool what_next = false; ///< Et ensuite ? stands in the ideas' place
    FollowUpState follow_up{};
};

double draw_harvest(Ui& ui, const Rect& place, const View& view, HarvestState& state, const Dispatch& dispatch);

} // namespace ronde::gui
