#include "rotation/judging.hpp"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <utility>

namespace ronde::rotation {

Planned judged(const Problem& problem, Plan plan, const Bound& bound) {
    Planned planned{.plan = std::move(plan), .bound = bound};
    planned.quality = measure(problem, planned.plan);
    planned.broken = broken_rules(problem, planned.plan);
    planned.optimal = planned.broken.empty() && planned.quality.score == bound.score;
    return planned;
}

bool better(const Planned& one, const Planned& other) {
    const auto key = [](const Planned& planned) {
        const auto above_limit = std::count_if(planned.broken.begin(), planned.broken.end(),
                                               [](const Broken& broken) { return broken.rule == Rule::limit; });
        const auto all = static_cast<std::ptrdiff_t>(planned.broken.size());
        return std::tuple(all - above_limit, above_limit, std::max(1, planned.quality.size_spread),
                          planned.quality.score, planned.quality.moved);
    };
    return key(one) < key(other);
}

Price grain(const Weights& weights) {
    Price least = 0;
    for (const Price weight : {weights.repeat, weights.organisation, weights.kind})
        if (weight > 0 && (least == 0 || weight < least)) least = weight;
    return std::max<Price>(1, least);
}

} // namespace ronde::rotation
