#pragma once
// The plenary as the facilitator holds it: which table speaks in which order, by whom, and how long the one that speaks
// still has. Shown in Animer while a plenary is on, and in Récolter to prepare it. Main thread, within a frame.

#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <string_view>
#include <vector>

namespace ronde::gui {

enum class TurnKey {
    none,
    gives_word, ///< P gives the word to the next table
};

/// Draws the turns with ids PREFIX.turn…; what was asked for is added to `wishes`. Returns the seconds after which it
/// wants to be drawn again.
double draw_turns(Ui& ui, const Rect& place, const View& view, std::string_view prefix, TurnKey key,
                  std::vector<cafe::Deed>& wishes);

} // namespace ronde::gui
