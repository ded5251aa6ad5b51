#pragma once
// Who hosts a table, from when to when. Used by seating_numbers. Pure; any thread.

#include "app/seating_numbers.hpp"

namespace ronde::app {

/// Where there are hosts: one for each table of the rounds to come (from `begun` on), as far as there are people; for
/// all of them, or in turns. Those pinned by hand first, then who hosts a table already, then who has the role, then
/// people of organisations and kinds that host least. Fills `numbers` with them.
void choose_hosts(const cafe::Session& session, int begun, SeatingNumbers& numbers);

} // namespace ronde::app
