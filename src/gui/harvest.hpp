#pragma once
// Récolter: all ideas by question; star, filter, and project them on the stage, as a wall or one at a time.

#include "gui/follow_up.hpp"
#include "gui/idea_filter.hpp"
#include "gui/kit.hpp"
#include "gui/view.hpp"

namespace ronde::gui {

struct HarvestState {
    IdeaWish wish{};
    IdeaFilter filter{};
    bool what_next = false; ///< Et ensuite ? stands in the ideas' place
    FollowUpState follow_up{};
};

double draw_harvest(Ui& ui, const Rect& place, const View& view, HarvestState& state, const Dispatch& dispatch);

} // namespace ronde::gui
