#pragma once
// Seating problems for the tests of this room: small ones by hand, and random ones of every shape.

#include "rotation/planner.hpp"

namespace ronde::rotation::testing {

/// People without labels, the same tables in every round.
[[nodiscard]] Problem plain(int people, int questions, int tables, int rounds);

/// Labels dealt so that organisations have uneven sizes and some people have no label.
void label(Problem& problem, int organisations, int kinds, std::uint64_t seed);

enum class Exceptions { none, some };

/// A random problem: 0 to `most` people, one to six questions and rounds, tables that may change, organisations; with
/// exceptions also hosts, arrivals and departures, pins, and a history played at random. To be called inside rc::check.
[[nodiscard]] Problem any_problem(int most, Exceptions exceptions);

/// Plays the first round at random, regardless of company.
void play_round(Problem& problem, std::uint64_t seed);

/// The best score of all plans that keep the rules, by trying every one; for the smallest problems.
[[nodiscard]] std::int64_t best_score(const Problem& problem);

} // namespace ronde::rotation::testing
