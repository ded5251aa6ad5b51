#pragma once
// Animer: the agenda, the clock and its keys, the tables, and a live miniature of what the room sees.

#include "gui/follow_up.hpp"
#include "gui/kit.hpp"
#include "gui/opening_grid.hpp"
#include "gui/stage.hpp"
#include "gui/view.hpp"

#include <string>

namespace ronde::gui {

/// A question that Animer asks before it acts.
enum class RunQuestion { none, catch_up, rewind };

struct RunState {
    std::string message{}; ///< being typed; kept until it is shown
    RunQuestion asking = RunQuestion::none;
    bool presence = false; ///< who is here is to be laid over the window; taken by the window
    bool seats = false;    ///< the same for the tables of the rounds to come
    StageState miniature{};
    FollowUpState follow_up{};
    OpeningGridState opening{};
};

/// Whether the step that is on is an opening exchange with something to answer: the middle of Animer is its grid.
[[nodiscard]] bool opening_is_on(const cafe::Session& session);

/// Returns after how many seconds it wants to be drawn again on its own; infinity when it does not.
double draw_run(Ui& ui, const Rect& place, const View& view, RunState& state, const Dispatch& dispatch);

} // namespace ronde::gui
