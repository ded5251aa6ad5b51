#pragma once
// What no plan can beat: proven lower bounds on each part of the score. The planner stops when it meets them. Pure
// functions; the proofs are in docs/SEATING.md, one section for each letter below.

#include "rotation/problem.hpp"

#include <cstdint>
#include <functional>

namespace ronde::rotation {

/// Holds for every plan that keeps the rules.
struct Bound {
    std::int64_t score = 0; ///< the three below, weighted
    std::int64_t repeats = 0;
    std::int64_t organisation_pairs = 0;
    std::int64_t kind_pairs = 0;
    friend bool operator==(const Bound&, const Bound&) = default;
};

/// The least Σ x(x−1)/2 when `things` go into `boxes` boxes; `boxes` is at least 1.
[[nodiscard]] std::int64_t spread(std::int64_t things, std::int64_t boxes);

/// The strongest of: (A) people of one table have only so many tables to go to in another round; (B) only so many pairs
/// exist for the meetings there must be; (C) orders of six questions that pairwise agree at most once number at most
/// 18; (D) each organisation and each kind over the tables of each round; (E) the same over the tables of each
/// question.
/// `stop` is asked between the parts of each; true ends the work, and what is given then is what was proven until then:
/// a weaker bound, and a bound still. It may be empty.
[[nodiscard]] Bound lower_bound(const Problem& problem, const std::function<bool()>& stop = {});

} // namespace ronde::rotation
