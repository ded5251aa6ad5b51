#pragma once
// The room as the planner needs it: tables by question, how many of them take part, and what is to be said of that.
// Used by the parts of seating. Pure; any thread.

#include "cafe/session.hpp"

#include <cstddef>
#include <vector>

namespace ronde::app {

/// Tables by question, as places in Session::tables. Questions without a table are left out. In the successive form all
/// tables are of one question: the round's.
struct SeatingRoom {
    std::vector<std::vector<std::size_t>> tables{}; ///< [question][table of it]
    std::size_t least = 0;                          ///< tables of the question that has fewest
    std::size_t most = 0;                           ///< tables of the question that has most
};
[[nodiscard]] SeatingRoom seating_room(const cafe::Session& session);

/// Tables a question that take part when so many people have a route each: at most what every question has, and no more
/// than leave three at a table where fewer would do. 0 where the room has no table.
[[nodiscard]] std::size_t tables_in_use(const SeatingRoom& room, int people);

/// How many tables are missing for every question that has one to have as many; 0 in the successive form.
[[nodiscard]] int tables_to_even(const cafe::Session& session);

/// What room and agenda keep any plan from giving.
[[nodiscard]] std::vector<cafe::PlanNote> room_notes(const cafe::Session& session);

} // namespace ronde::app
