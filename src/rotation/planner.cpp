#include "rotation/planner.hpp"

#include "rotation/hall.hpp"
#include "rotation/judging.hpp"
#include "rotation/search.hpp"
#include "rotation/start.hpp"

#include <algorithm>
#include <utility>

namespace ronde::rotation {

namespace {

Plan first_plan(const Problem& problem, Random& random) {
    const bool constructed = regular(problem) && problem.together.empty() && problem.announced.empty();
    return constructed ? constructed_start(problem) : greedy_start(problem, random);
}

/// Takes a golfers' plan without repeats where the best has some and none are needed.
void develop(const Problem& problem, const Bound& bound, Random& random, Budget& budget, std::int64_t tries,
             Planned& best) {
    if (best.quality.repeats == 0 || bound.repeats > 0 || !problem.together.empty()) return;
    const auto golf = golf_in(problem);
    if (!golf) return;
    if (const auto routes = golf_by_development(*golf, random, budget, tries))
        best = judged(problem, dealt(problem, *routes), bound);
}

/// Descents from ever longer and hotter annealing: a gentle one first, which mends a nearly perfect start without
/// spoiling it, then ones that leave it behind.
void improve(const Problem& problem, const Bound& bound, Random& random, Budget& budget, Planned& best) {
    constexpr std::int64_t development_share = 100; // its exchanges are cheaper, and it reaches further
    constexpr double temperatures[] = {0.12, 0.25, 0.45, 0.7};
    constexpr double cold = 0.08;
    constexpr std::int64_t longest = 2'000'000;
    const Prices prices{.unit = problem.announced.empty() ? 1 : tie_break, .moved = problem.announced.empty() ? 0 : 1};
    const Price target = bound.score * prices.unit;
    std::int64_t length = 4'000 + 40 * problem.size();
    while (!budget.stopped) {
        develop(problem, bound, random, budget, length * development_share, best);
        Hall hall(problem, best.plan, prices);
        Search search(hall, random, budget, grain(problem.weights) * prices.unit);
        for (const double hot : temperatures) {
            search.anneal(length, hot, cold, target, bound.repeats == 0);
            Planned now = judged(problem, hall.plan(), bound);
            if (better(now, best)) best = std::move(now);
            if (search.price() <= target || budget.stopped) return;
        }
        length = std::min(longest, length * 2);
    }
}

} // namespace

base::Result<Planned> plan_seating(const Problem& problem, const Effort& effort) {
    if (const auto sound = check(problem); !sound) return tl::unexpected(sound.error());
    const Bound bound = lower_bound(problem);
    Random random(effort.seed);
    Budget budget{.stop = effort.stop, .iterations = effort.iterations};
    Planned best = judged(problem, first_plan(problem, random), bound);
    const bool open = problem.size() > 1 && problem.played() < problem.rounds();
    if (!best.optimal && open) improve(problem, bound, random, budget, best);
    best.iterations = budget.tried;
    return best;
}

} // namespace ronde::rotation
