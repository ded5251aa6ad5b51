#pragma once
// The tables of a round still to come, laid over the control window: anybody can be dragged to any of them, an empty
// one too, or moved with Alt and an arrow. What that costs in meetings is said before it is taken. From Animer and
// Préparer.

#include "app/seat_move.hpp"

#include <optional>

namespace ronde::gui {

struct SeatBoardState {
    int round = 0;                       ///< shown, from 1; 0: the next one
    std::optional<app::SeatMove> move{}; ///< meant, not taken yet
    cafe::ParticipantId host{};          ///< meant to be moved, though they keep their table in that round
    bool once = false;                   ///< it was opened for this move: it closes with it
};

} // namespace ronde::gui
