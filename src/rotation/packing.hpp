#pragma once
// Packs people into the blocks of a construction, so that colleagues share a block, where they never meet, and every
// table gets its share of each kind. Used for the start of a plan. Pure functions.

#include "rotation/problem.hpp"

#include <vector>

namespace ronde::rotation {

/// The people in the order in which they take the routes of `blocks`: `tables` people a block, the last block maybe
/// fewer. A kind fills whole blocks and what remains of it goes to one block if it fits; within the seats of a kind,
/// each organisation goes whole to the block it fits best, the larger first (best fit decreasing).
[[nodiscard]] std::vector<int> packed(const Problem& problem, const std::vector<int>& people, int tables);

} // namespace ronde::rotation
