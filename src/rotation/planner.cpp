#include "rotation/planner.hpp"

#include "rotation/hall.hpp"
#include "rotation/judging.hpp"
#include "rotation/search.hpp"
#include "rotation/start.hpp"

#include <algorithm>
#include <span>
#include <utility>

namespace ronde::rotation {

namespace {

/// Whether a construction keeps the rules of this problem, the pins that keep people apart perhaps not.
bool constructible(const Problem& problem) {
    return regular(problem) && problem.together.empty() && problem.announced.empty();
}

/// A construction knows nothing of hosts who hold only some of the tables; where that leaves tables uneven, the greedy
/// start may do better.
Planned first_plan(const Problem& problem, const Bound& bound, Random& random, const std::function<bool()>& stop) {
    if (!constructible(problem)) return judged(problem, greedy_start(problem, random, stop), bound);
    Planned first = judged(problem, constructed_start(problem, 0), bound);
    if (first.quality.size_spread <= 1) return first;
    Planned greedy = judged(problem, greedy_start(problem, random, stop), bound);
    return better(greedy, first) ? greedy : first;
}

bool done(const Planned& planned) {
    return planned.optimal && planned.quality.size_spread <= 1;
}

void tell(const Effort& effort, const Planned& best) {
    if (effort.on_better) effort.on_better(best.quality.score, best.bound.score);
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

/// Exchanges whole routes of a construction whose repeats are the fewest there can be, so that only organisations and
/// kinds are left to mend. Another construction each time: in some, more people never meet one another.
class RouteDealing {
public:
    RouteDealing(const Problem& problem, const Bound& bound) : m_problem(problem), m_bound(bound) {
        const bool labels = bound.score > bound.repeats * problem.weights.repeat ||
                            std::any_of(problem.people.begin(), problem.people.end(), [](const Person& person) {
                                return person.organisation != nobody || person.kind != nobody;
                            });
        m_possible = labels && constructible(problem) && (!many() || problem.hosts.empty());
    }

    /// So many people that packing leaves little to mend and hot exchanges would spoil it.
    [[nodiscard]] bool many() const { return m_problem.size() > 300; }

    void run(std::int64_t length, Random& random, Budget& budget, Planned& best) {
        if (!m_possible || budget.stopped || best.optimal) return;
        const Plan start = constructed_start(m_problem, m_variant++);
        if (measure(m_problem, start).repeats > m_bound.repeats) return;
        Hall hall(m_problem, start, {});
        Search search(hall, random, budget, grain(m_problem.weights));
        search.anneal({.length = many() ? 4 * length : length,
                       .hot = many() ? 0.12 : 0.7,
                       .cold = many() ? 0.08 : 0.15,
                       .target = m_bound.score,
                       .repeats_avoidable = m_bound.repeats == 0,
                       .moves = Moves::routes});
        Planned now = judged(m_problem, hall.plan(), m_bound);
        if (better(now, best)) best = std::move(now);
    }

private:
    const Problem& m_problem;
    const Bound& m_bound;
    bool m_possible = false;
    std::uint64_t m_variant = 0;
};

/// Builds other plans from nothing where the best breaks a rule or has uneven tables: no exchange may lead out of that.
/// Where it keeps them and may not be the best, one, and then as many of the shortest length as take as long together:
/// which tables are the larger ones is hard to exchange.
void begin_anew(const Problem& problem, const Bound& bound, Random& random, Budget& budget, Descent descent,
                std::int64_t shortest, Planned& best) {
    constexpr std::int64_t tries = 4;
    const bool open = !best.optimal && !constructible(problem);
    const std::int64_t others = open ? descent.length / shortest : 0;
    for (std::int64_t i = 0; !budget.stopped; ++i) {
        const bool faulty = !best.broken.empty() || best.quality.size_spread > 1;
        if (!(faulty && i < tries) && !(open && !best.optimal && i <= others)) return;
        if (i >= tries || (i > 0 && !faulty)) descent.length = shortest;
        Hall hall(problem, greedy_start(problem, random, budget.stop), {});
        Search search(hall, random, budget, grain(problem.weights));
        search.anneal(descent);
        Planned now = judged(problem, hall.plan(), bound);
        if (better(now, best)) best = std::move(now);
    }
}

/// Descents from ever longer and hotter annealing: after a construction a gentle one first, which mends a nearly
/// perfect start without spoiling it, then ones that leave it behind; between them, constructions dealt anew.
void improve(const Problem& problem, const Bound& bound, Random& random, Budget& budget, const Effort& effort,
             Planned& best) {
    constexpr std::int64_t development_share = 100; // its exchanges are cheaper, and it reaches further
    constexpr double temperatures[] = {0.12, 0.35, 0.5, 0.7};
    constexpr double cold = 0.08;
    constexpr std::int64_t longest = 2'000'000;
    constexpr std::int64_t dealing_at_least = 20'000;
    constexpr int laps_for_even_tables = 2;
    const Prices prices{.unit = problem.announced.empty() ? 1 : tie_break, .moved = problem.announced.empty() ? 0 : 1};
    const Price target = bound.score * prices.unit;
    const bool nearly_perfect = constructible(problem);
    RouteDealing dealing(problem, bound);
    const std::int64_t shortest = 4'000 + 40 * problem.size();
    std::int64_t length = shortest;
    // Where the score is proven but tables are uneven, which may be nobody's fault, a few descents more have to do.
    for (int lap = 0; !budget.stopped && (lap < laps_for_even_tables || !best.optimal); ++lap) {
        develop(problem, bound, random, budget, length * development_share, best);
        if (lap == 0 && dealing.many()) dealing.run(length, random, budget, best);
        tell(effort, best);
        if (done(best) || budget.stopped) return;
        for (const double hot : std::span(temperatures).subspan(nearly_perfect ? 0 : 1)) {
            Hall hall(problem, best.plan, prices);
            Search search(hall, random, budget, grain(problem.weights) * prices.unit);
            search.anneal({.length = length,
                           .hot = hot,
                           .cold = cold,
                           .target = target,
                           .repeats_avoidable = bound.repeats == 0});
            Planned now = judged(problem, hall.plan(), bound);
            if (better(now, best)) best = std::move(now);
            if (search.price() <= target || budget.stopped) return;
            if (!dealing.many()) dealing.run(std::max(length, dealing_at_least), random, budget, best);
            tell(effort, best);
            if (done(best) || budget.stopped) return;
        }
        const Descent gentle{.length = length,
                             .hot = temperatures[0],
                             .cold = cold,
                             .target = bound.score,
                             .repeats_avoidable = bound.repeats == 0};
        begin_anew(problem, bound, random, budget, gentle, shortest, best);
        if (done(best)) return;
        length = std::min(longest, length * 2);
    }
}

} // namespace

base::Result<Planned> plan_seating(const Problem& problem, const Effort& effort) {
    if (const auto sound = check(problem); !sound) return tl::unexpected(sound.error());
    const Bound bound = lower_bound(problem, effort.stop);
    Random random(effort.seed);
    Budget budget{.stop = effort.stop, .iterations = effort.iterations};
    Planned best = first_plan(problem, bound, random, effort.stop);
    const bool open = problem.size() > 1 && problem.played() < problem.rounds();
    tell(effort, best);
    if (!done(best) && open) improve(problem, bound, random, budget, effort, best);
    best.iterations = budget.tried;
    return best;
}

} // namespace ronde::rotation
