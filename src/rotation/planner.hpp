#pragma once
// The one door of the seating planner: a problem in, the best plan found and what is proven about it out. The app and
// the command line call it, off the main thread. It reads no clock; the caller's `stop` ends it.

#include "rotation/bounds.hpp"
#include "rotation/plan.hpp"
#include "rotation/problem.hpp"

#include <cstdint>
#include <functional>
#include <vector>

namespace ronde::rotation {

struct Effort {
    std::uint64_t seed = 1;
    std::int64_t iterations = 20'000'000; ///< exchanges tried at most; negative: until `stop`
    std::function<bool()>
        stop{}; ///< asked every few microseconds to milliseconds; true ends the search, and the first plan as it is
    /// Told the best score so far and the bound: of the first plan, then between descents; may be empty.
    std::function<void(std::int64_t score, std::int64_t bound)> on_better{};
};

struct Planned {
    Plan plan{};
    Quality quality{};
    Bound bound{};
    bool optimal = false;         ///< the score meets the bound and no rule is broken: no plan can do better
    std::vector<Broken> broken{}; ///< pins and rules that could not be kept; empty in all but contradictory problems
    std::int64_t iterations = 0;  ///< exchanges tried
    friend bool operator==(const Planned&, const Planned&) = default;
};

/// Plans all rounds not yet played. The same problem, seed and iterations give the same plan, unless `stop` ended the
/// search. Fails as `check` does; broken rules that are not contradictions are named in the result instead.
[[nodiscard]] base::Result<Planned> plan_seating(const Problem& problem, const Effort& effort);

} // namespace ronde::rotation
