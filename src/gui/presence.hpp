#pragma once
// Who is here, laid over the control window: one field finds people and welcomes walk-ins, Enter ticks in, keys and
// buttons say who comes late, left or did not come. Seating follows by itself.

#include "cafe/ids.hpp"

#include <cstddef>
#include <string>

namespace ronde::gui {

struct PresenceState {
    std::string typed{};
    std::size_t chosen = 0;     ///< row under the field, from 0: people found, then walk-ins
    cafe::ParticipantId last{}; ///< whose presence was changed last, to be said
};

} // namespace ronde::gui
