#pragma once
// A seating plan and its measure. Used by the planner, its tests and whoever shows a plan. Pure functions.

#include "rotation/problem.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace ronde::rotation {

/// Who sits where: all rounds, those already played included.
struct Plan {
    std::vector<Round> rounds{};
    friend bool operator==(const Plan&, const Plan&) = default;
};

/// How good a plan is; m is the number of rounds in which a pair shares a table.
struct Quality {
    std::int64_t score = 0;              ///< the three below, weighted; lower is better
    std::int64_t repeats = 0;            ///< Σ m(m−1)/2 over all pairs
    std::int64_t organisation_pairs = 0; ///< same-organisation pairs at a table, over all rounds
    std::int64_t kind_pairs = 0;         ///< same-kind pairs at a table, over all rounds
    std::int64_t distinct_pairs = 0;     ///< pairs with m ≥ 1
    int most_often = 0;                  ///< the largest m
    int size_spread = 0;                 ///< largest minus smallest table, the worst of the rounds not yet played
    int moved = 0;                       ///< seats that differ from the announced plan, in the rounds not yet played
    int moved_people = 0;                ///< people with at least one such seat
    friend bool operator==(const Quality&, const Quality&) = default;
};

/// Measures a plan that `broken_rules` finds no fault with. Time O(P·R·S), S the size of a table.
[[nodiscard]] Quality measure(const Problem& problem, const Plan& plan);

enum class Rule { shape, presence, history, question, host, together, apart, seat, balance, limit };

/// One rule that a plan breaks, and where.
struct Broken {
    Rule rule = Rule::shape;
    int round = nobody;
    int person = nobody;
    int other = nobody; ///< the second person of a pair, or the table
    friend bool operator==(const Broken&, const Broken&) = default;
};

/// Every rule that the plan breaks. Table sizes are judged only where neither history, hosts, pins, arrivals nor
/// departures excuse them. A plan of the wrong shape gives `shape` alone.
[[nodiscard]] std::vector<Broken> broken_rules(const Problem& problem, const Plan& plan);

/// What was played against the rules: questions seen once more before every question was seen. No plan is to blame.
[[nodiscard]] std::vector<Broken> broken_before(const Problem& problem);

/// A sentence about a broken rule, naming the people.
/// Rounds, tables and questions count from `first`: 0 as in the JSON, 1 for people.
[[nodiscard]] std::string explain(const Problem& problem, const Broken& broken, int first = 0);

} // namespace ronde::rotation
