#pragma once
// Whole plans in closed form: routes that people can be dealt to. Used by the planner for its start. Pure functions;
// the conditions and proofs are in docs/SEATING.md.

#include <cstdint>
#include <vector>

namespace ronde::rotation {

/// The table of one person in each round.
using Route = std::vector<int>;

/// A hall without exceptions: everybody stays for all rounds, and the number of tables does not change.
struct Shape {
    int people = 0;    ///< hosts not counted
    int questions = 1; ///< 1 where only the company matters: then every table may follow every other
    int tables_per_question = 1;
    int rounds = 1;
    bool hosted = false; ///< tables are held by hosts, whom nobody is to meet twice
    std::uint64_t variant =
        0; ///< other numbers, other routes of the same quality where there are some; 0 is the quickest
    friend bool operator==(const Shape&, const Shape&) = default;
};

/// One route a person, in blocks of one person a table: the people of a block never meet one another, so that tables
/// differ by at most one person. In round r the person (q, t) of block s goes to question q + b[s][r] and its table
/// t + c[s][r], sums taken in the field with as many elements as there are questions or tables, else modulo that
/// number. People of two blocks meet again exactly where the blocks' differences (b, c) agree in two rounds (a partial
/// difference matrix; Colbourn and Dinitz 2007, VI.17). The rows (b, c) are multiples of the round, taken greedily so
/// that as few differences as possible agree, then, where some do and need not, mended by a short annealing of single
/// shifts. Over a field of Q elements the orders r → a·r + b are sharply
/// 2-transitive, so that two people with different a are at one question at most once.
[[nodiscard]] std::vector<Route> blocks(const Shape& shape);

} // namespace ronde::rotation
