#include "rotation/golfers.hpp"

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

using namespace ronde::rotation;
using namespace ronde::rotation::testing;

namespace {

/// The measure of the routes as a plan, and whether every table is full in every round.
Quality judged(const Golf& golf, const std::vector<Route>& routes) {
    Problem problem = plain(golf.tables * golf.size, golf.tables, 1, golf.rounds);
    problem.rule = QuestionRule::free;
    Plan plan;
    plan.rounds.assign(static_cast<std::size_t>(golf.rounds), Round(static_cast<std::size_t>(golf.tables)));
    for (std::size_t person = 0; person < routes.size(); ++person)
        for (std::size_t round = 0; round < plan.rounds.size(); ++round)
            plan.rounds[round][static_cast<std::size_t>(routes[person][round])].push_back(static_cast<int>(person));
    REQUIRE(broken_rules(problem, plan).empty());
    return measure(problem, plan);
}

} // namespace

TEST_CASE("rotation: lines of a field, with rounds inside the blocks, let no golfers meet twice") {
    const auto golf = GENERATE(Golf{8, 4, 9}, Golf{4, 4, 5}, Golf{9, 3, 13}, Golf{16, 4, 21}, Golf{7, 7, 8},
                               Golf{5, 2, 5}, Golf{3, 5, 1});
    const auto routes = golf_by_lines(golf);
    CAPTURE(golf.tables, golf.size, golf.rounds);
    REQUIRE(routes.has_value());
    CHECK(judged(golf, *routes).repeats == 0);
}

TEST_CASE("rotation: lines do not pretend where they do not reach") {
    CHECK_FALSE(golf_by_lines({6, 4, 7}).has_value());
    CHECK_FALSE(golf_by_lines({8, 4, 10}).has_value());
    CHECK_FALSE(golf_by_lines({4, 5, 2}).has_value());
}

TEST_CASE("rotation: a base round developed cyclically lets no golfers meet twice") {
    const auto golf = GENERATE(Golf{5, 3, 7}, Golf{6, 4, 7}, Golf{6, 5, 6}, Golf{7, 4, 8}, Golf{8, 3, 11},
                               Golf{9, 4, 11}, Golf{10, 3, 14}, Golf{10, 4, 12}, Golf{10, 5, 9}, Golf{10, 5, 8},
                               Golf{7, 3, 10}, Golf{12, 3, 17}); // the last two with standing rounds
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        Random random(seed);
        Budget budget;
        const auto routes = golf_by_development(golf, random, budget, 20'000'000);
        CAPTURE(golf.tables, golf.size, golf.rounds, seed);
        REQUIRE(routes.has_value());
        CHECK(judged(golf, *routes).repeats == 0);
    }
}

TEST_CASE("rotation: a development that is stopped or impossible gives nothing") {
    Random random(1);
    Budget stopped{.stop = [] { return true; }};
    CHECK_FALSE(golf_by_development({9, 4, 11}, random, stopped, 1'000'000).has_value());
    Budget budget;
    CHECK_FALSE(golf_by_development({4, 4, 6}, random, budget, 100'000).has_value()); // 18 of 15 others
}

TEST_CASE("rotation: the planner takes the developed plan where nobody needs to meet twice") {
    Problem problem = plain(36, 9, 1, 11);
    problem.rule = QuestionRule::free;
    const auto planned = plan_seating(problem, {.seed = 1, .iterations = 2'000'000});
    REQUIRE(planned.has_value());
    CHECK(planned->optimal);
}
