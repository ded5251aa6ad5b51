#pragma once
// What a move of one person costs, in words, and beside what is carried while somebody is dragged. Préparer's matrix
// and the board of tables use it. Main thread.

#include "app/seat_move.hpp"
#include "gui/kit.hpp"

#include <string>

namespace ronde::gui {

/// "Léon Trilles → table 5, tour 2".
[[nodiscard]] std::string move_title(const Words& words, const cafe::Session& session, const app::SeatMove& move);

/// "+2 retrouvailles ; Léon Trilles rencontre 11 personnes au lieu de 12 ; table 2 : 4 personnes, table 5 : 6".
[[nodiscard]] std::string cost_sentence(const Words& words, const cafe::Session& session, const app::SeatMove& move,
                                        const app::SeatMoveCost& cost);

/// Says what dropping somebody here would cost, in what the mouse carries; nothing where it changes nothing.
void say_dragged_cost(Ui& ui, const cafe::Session& session, const app::SeatMove& move);

} // namespace ronde::gui
