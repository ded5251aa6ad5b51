#pragma once
// The first complete plan of a problem, from which the search goes on: a construction in closed form where the problem
// is regular, else round after round. Used by the planner. Pure functions; the random numbers are handed in.

#include "rotation/construction.hpp"
#include "rotation/golfers.hpp"
#include "rotation/plan.hpp"
#include "rotation/problem.hpp"
#include "rotation/random.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ronde::rotation {

/// Whether everybody stays for all rounds, no round is played, the tables are the same in every round, and hosts stay
/// for all rounds, one at a table. Pins do not matter.
[[nodiscard]] bool regular(const Problem& problem);

/// A plan from `blocks`, its routes dealt to the people by kind, then by organisation, the larger first: a block then
/// holds one kind and whole organisations as far as can be, and the people of a block never meet. `variant` as in
/// Shape. Needs `regular`.
[[nodiscard]] Plan constructed_start(const Problem& problem, std::uint64_t variant);

/// The golfers' problem behind a problem, where there is one: regular, free of questions and hosts, every table full.
[[nodiscard]] std::optional<Golf> golf_in(const Problem& problem);

/// The plan that deals these routes to the people, packed by kind and organisation. Needs `regular`.
[[nodiscard]] Plan dealt(const Problem& problem, const std::vector<Route>& routes);

/// A plan made round after round: hosts and pins first, then announced seats where the rules allow them, then people to
/// questions by `send`, each to the table whose company costs least. People who are to be together are sent together.
/// Works for every problem; the history is taken over. `stop` is asked every few people and may be empty; once it says
/// true, whoever has no seat yet gets one at the next best question at hand, without a look at the company.
[[nodiscard]] Plan greedy_start(const Problem& problem, Random& random, const std::function<bool()>& stop = {});

} // namespace ronde::rotation
