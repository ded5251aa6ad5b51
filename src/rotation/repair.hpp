#pragma once
// Mends a plan that people know already, after somebody arrived, left or was dragged elsewhere: the second door of this
// room. The app and the command line call it, off the main thread. It reads no clock.

#include "rotation/planner.hpp"

#include <vector>

namespace ronde::rotation {

/// The choices there are, from the fewest moved seats to the best plan, each with fewer broken rules, evener tables or
/// a lower score than the one before; the first moves only whom the change itself moves, the last is the best found.
/// `announced` of the problem is the plan that people know; rounds already played are its history. Of each choice,
/// quality.moved and moved_people say what it asks. A few thousand exchanges for each choice: 300 people take well
/// under 100 ms. The same problem and seed give the same choices unless `stop` ended the search. Fails as `check` does,
/// and without an announced plan.
[[nodiscard]] base::Result<std::vector<Planned>> mend_seating(const Problem& problem, const Effort& effort);

} // namespace ronde::rotation
