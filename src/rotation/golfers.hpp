#pragma once
// Plans in which nobody meets twice, for the social golfer problem: full tables, no questions. Used by the planner
// where the blocks of construction.hpp are not enough. Reads no clock; the budget ends the search.

#include "rotation/budget.hpp"
#include "rotation/construction.hpp"
#include "rotation/random.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ronde::rotation {

/// `tables` tables of `size` people each, `rounds` rounds.
struct Golf {
    int tables = 1;
    int size = 1;
    int rounds = 1;
    friend bool operator==(const Golf&, const Golf&) = default;
};

/// Closed form: the lines of a field with as many elements as tables, one round for each slope; then, where the size
/// divides the tables, rounds inside each block (the vertical lines), planned in the same way. Gives 4-4-5, 8-4-9,
/// 9-3-13 and 16-4-21, among others; nothing where it does not reach.
[[nodiscard]] std::optional<std::vector<Route>> golf_by_lines(const Golf& golf);

/// One base round, found by annealing, developed cyclically: the people are `orbits` copies of Z_n and some fixed
/// points, n at least the rounds, and round r adds r in Z_n. Nobody meets twice when the differences of the base round
/// are all different (the method of differences: Bose 1939; Colbourn and Dinitz 2007, II.18). Where the numbers allow
/// it the base round is also made invariant under turning the copies, which leaves a search of tables / orbits tables:
/// 9-4-11 and 10-4-12 then take milliseconds. Tries at most `tries` exchanges; nothing when none is found.
[[nodiscard]] std::optional<std::vector<Route>> golf_by_development(const Golf& golf, Random& random, Budget& budget,
                                                                    std::int64_t tries);

} // namespace ronde::rotation
