#pragma once
// How the planner and the repair compare plans and price what a search may do. A helper of this room; pure functions.

#include "rotation/hall.hpp"
#include "rotation/planner.hpp"

namespace ronde::rotation {

/// The price of a point where moved seats are to break ties only; more seats than ever move.
inline constexpr Price tie_break = 4096;

/// The plan with its measure, the bound and the rules it breaks.
[[nodiscard]] Planned judged(const Problem& problem, Plan plan, const Bound& bound);

/// Whether the first plan is better: fewer broken rules, then fewer pairs above the limit, then evener tables, then a
/// lower score, then fewer moves.
[[nodiscard]] bool better(const Planned& one, const Planned& other);

/// The least by which a score can change, so that temperatures suit any weights.
[[nodiscard]] Price grain(const Weights& weights);

} // namespace ronde::rotation
