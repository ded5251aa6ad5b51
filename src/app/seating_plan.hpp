#pragma once
// From a café to the planner and back: who sits where in each round, and, once people know their tables, how the plan
// can be mended. The running café calls it as a job. It reads no clock: the caller's `stop` ends it. Pure; any thread.

#include "app/view.hpp"
#include "cafe/session.hpp"
#include "rotation/planner.hpp"

#include <vector>

namespace ronde::app {

/// Whether each person has a route of their own: the rules say so, and somebody is named and comes.
[[nodiscard]] bool has_routes(const cafe::Session& session);

/// Whether people know their tables, so that a change mends the plan instead of making another: a round, or the travel
/// to one, has begun, and the plan in force gives each person a route.
[[nodiscard]] bool is_announced(const cafe::Session& session);

/// Who is to sit in a round still to come and has no seat there by the plan in force.
[[nodiscard]] std::vector<cafe::ParticipantId> without_seat(const cafe::Session& session);

/// The seating for all rounds, for the present structure; rounds that have begun stay as they are. Intact groups, or
/// where nobody is named, as plan_groups; else a route for each person. Everyone who attends a round sits exactly once
/// in it; pins are kept, or named in the quality.
[[nodiscard]] cafe::Seating plan_seating(const cafe::Session& session, const rotation::Effort& effort);

/// The ways to mend the announced plan, from the fewest moved to the best found, each better than the one before.
[[nodiscard]] std::vector<SeatingChoice> mend_seating(const cafe::Session& session, const rotation::Effort& effort);

/// Whether a choice changes nothing for anybody who stays: nobody moves, nobody gets a seat.
[[nodiscard]] bool changes_nothing(const SeatingChoice& choice);

} // namespace ronde::app
