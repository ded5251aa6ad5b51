#include "rotation/repair.hpp"

#include "rotation/budget.hpp"
#include "rotation/judging.hpp"
#include "rotation/search.hpp"
#include "rotation/start.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ronde::rotation {

namespace {

/// What a moved seat costs in one attempt, in points, and how hot the attempt begins.
struct Attempt {
    double moved = 0;
    double hot = 0.2;
};

/// Keeps the choices of which none is both better and moves less than another.
std::vector<Planned> worth_offering(std::vector<Planned> choices) {
    std::sort(choices.begin(), choices.end(), [](const Planned& a, const Planned& b) {
        return a.quality.moved != b.quality.moved ? a.quality.moved < b.quality.moved : better(a, b);
    });
    std::vector<Planned> kept;
    const auto key = [](const Planned& choice) {
        return std::tuple(choice.broken.size(), std::max(1, choice.quality.size_spread), choice.quality.score);
    };
    for (Planned& choice : choices) {
        const bool gains = kept.empty() || key(choice) < key(kept.back());
        if (gains) kept.push_back(std::move(choice));
    }
    return kept;
}

} // namespace

base::Result<std::vector<Planned>> mend_seating(const Problem& problem, const Effort& effort) {
    if (const auto sound = check(problem); !sound) return tl::unexpected(sound.error());
    if (problem.announced.empty()) return base::bad_input("there is no announced plan to mend");
    const Bound bound = lower_bound(problem, effort.stop);
    Random random(effort.seed);
    Budget budget{.stop = effort.stop, .iterations = effort.iterations};

    // Ever cheaper moves, each attempt from where the last one ended; then hotter, where the score is still too high.
    constexpr Attempt attempts[] = {{2, 0.2}, {0.5, 0.2}, {0, 0.2}, {0, 0.45}, {0, 0.7}};
    constexpr double cold = 0.12;
    const std::int64_t length = 3'000 + 20 * std::int64_t{problem.size()};
    const Price points = grain(problem.weights) * tie_break;
    std::vector<Planned> choices{judged(problem, greedy_start(problem, random, effort.stop), bound)};
    const bool open = problem.size() > 1 && problem.played() < problem.rounds();
    for (const Attempt& attempt : attempts) {
        if (!open || budget.stopped || (choices.back().optimal && choices.back().quality.size_spread <= 1)) break;
        const auto moved = std::max<Price>(1, static_cast<Price>(attempt.moved * static_cast<double>(points)));
        Hall hall(problem, choices.back().plan, {.unit = tie_break, .moved = moved});
        Search search(hall, random, budget, points);
        search.anneal({.length = length,
                       .hot = attempt.hot,
                       .cold = cold,
                       .target = bound.score * tie_break,
                       .repeats_avoidable = bound.repeats == 0});
        choices.push_back(judged(problem, hall.plan(), bound));
        choices.back().iterations = budget.tried;
    }
    return worth_offering(std::move(choices));
}

} // namespace ronde::rotation
