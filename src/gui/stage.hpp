#pragma once
// The stage: what the room sees. Takes no input and no Dispatch: it can only show. Every size follows the rectangle's,
// so the same function draws the wall at 3840×2160 and its miniature in the control window.

#include "gui/canvas.hpp"
#include "gui/view.hpp"

namespace ronde::gui {

/// Lives from frame to frame, one for the window and one for the miniature: eases and pages.
struct StageState {
    double changed_at = -1e9; ///< View::seconds when the scene changed
    std::string scene{};      ///< what was shown last; a change starts the ease
    double page_since = 0;
    std::size_t page = 0;
    std::size_t pages = 1;
    std::size_t page_turns = 0; ///< of View::page_turns, those that were followed
    float smallest_text =
        0;             ///< of the last drawing, in pixels, among the texts that people must read; tests look at it
    int cut_texts = 0; ///< of the last drawing: how many of them end in an ellipsis
};

/// Draws the stage into `rect`, in the room's language. Returns the number of seconds after which it wants to be drawn
/// again though nothing else changes (an ease under way: 0; a page that turns: until then); infinity when it does not.
double draw_stage(Canvas& window, const Rect& rect, const View& view, StageState& state);

/// The same as a small picture that breaks its lines and turns its pages as the large one does.
double draw_stage_miniature(Canvas& canvas, const Rect& rect, const View& view, StageState& state);

} // namespace ronde::gui
