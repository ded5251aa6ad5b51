#include "rotation/repair.hpp"

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <rapidcheck.h>

using namespace ronde::rotation;
using namespace ronde::rotation::testing;

namespace {

/// A problem whose plan has been announced, and whose first `played` rounds have passed as planned.
Problem announced(Problem problem, int played) {
    const auto planned = plan_seating(problem, {.seed = 1, .iterations = 20'000});
    REQUIRE(planned.has_value());
    problem.announced = planned->plan.rounds;
    problem.history.assign(planned->plan.rounds.begin(), planned->plan.rounds.begin() + played);
    return problem;
}

std::vector<Planned> mended(const Problem& problem) {
    auto choices = mend_seating(problem, {.seed = 1, .iterations = -1});
    REQUIRE(choices.has_value());
    REQUIRE_FALSE(choices->empty());
    return *choices;
}

} // namespace

TEST_CASE("rotation: a plan that nothing happened to is left as it is") {
    const Problem problem = announced(plain(30, 3, 3, 3), 1);
    const auto choices = mended(problem);
    CHECK(choices.size() == 1);
    CHECK(choices.front().quality.moved == 0);
    CHECK(choices.front().plan.rounds == problem.announced);
}

TEST_CASE("rotation: when somebody leaves, the choices go from nobody moved to the best score") {
    Problem problem = plain(45, 3, 3, 3);
    label(problem, 12, 2, 3);
    problem = announced(problem, 1);
    for (const std::size_t gone : {3U, 17U, 30U, 31U}) problem.people[gone].leaves = 1;
    const auto choices = mended(problem);
    CHECK(choices.front().quality.moved == 0);
    const auto worth = [](const Planned& choice) { // even tables come before the score
        return std::pair(std::max(1, choice.quality.size_spread), choice.quality.score);
    };
    for (std::size_t i = 1; i < choices.size(); ++i) {
        CHECK(choices[i].quality.moved > choices[i - 1].quality.moved);
        CHECK(worth(choices[i]) < worth(choices[i - 1]));
    }
    CHECK(choices.back().broken.empty());
}

TEST_CASE("rotation: who is dragged elsewhere stays there, and the question that this spoils is mended") {
    Problem problem = announced(plain(24, 4, 2, 4), 1);
    const int elsewhere = [&problem] { // a table of the question that person 5 was to see two rounds later
        for (int table = 0; table < problem.tables(2); ++table)
            for (const int person : problem.announced[3][static_cast<std::size_t>(table)])
                if (person == 5) return table;
        return nobody;
    }();
    problem.seats = {{5, 1, elsewhere}};
    const auto choices = mended(problem);
    CHECK(choices.back().broken.empty());
    CHECK(choices.back().quality.moved >= 2);
    CHECK(std::count(choices.back().plan.rounds[1][static_cast<std::size_t>(elsewhere)].begin(),
                     choices.back().plan.rounds[1][static_cast<std::size_t>(elsewhere)].end(), 5) == 1);
}

TEST_CASE("rotation: mending never touches the past and seats everybody who is there") {
    REQUIRE(rc::check("repair", [] {
        const int played = *rc::gen::inRange(0, 4);
        Problem problem = plain(*rc::gen::inRange(1, 40), 3, *rc::gen::inRange(1, 4), 3);
        label(problem, 6, 2, *rc::gen::arbitrary<std::uint64_t>());
        problem = announced(std::move(problem), played);
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
            problem.people[static_cast<std::size_t>(*rc::gen::inRange(0, problem.size()))].leaves = std::max(1, played);
        for (int i = *rc::gen::inRange(0, 4); i > 0; --i) problem.people.push_back({.name = "late", .arrives = played});
        const auto choices = mend_seating(problem, {.seed = 2, .iterations = 4000});
        if (!choices) {
            RC_ASSERT(!check(problem).has_value());
            return;
        }
        for (const Planned& choice : *choices) {
            RC_ASSERT(std::equal(problem.history.begin(), problem.history.end(), choice.plan.rounds.begin()));
            for (const Broken& rule : choice.broken) RC_ASSERT(rule.rule == Rule::balance); // moving nobody costs that
            RC_ASSERT(!choice.broken.empty() || choice.quality.score >= choice.bound.score);
        }
        RC_ASSERT(choices->back().broken.empty());
    }));
}

TEST_CASE("rotation: without an announced plan there is nothing to mend") {
    CHECK_FALSE(mend_seating(plain(12, 3, 2, 3), {}).has_value());
}
