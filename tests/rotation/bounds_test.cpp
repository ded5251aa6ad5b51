#include "rotation/bounds.hpp"

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

using namespace ronde::rotation;
using namespace ronde::rotation::testing;

TEST_CASE("rotation: spread counts the pairs of an even distribution") {
    CHECK(spread(0, 3) == 0);
    CHECK(spread(3, 3) == 0);
    CHECK(spread(5, 4) == 1);
    CHECK(spread(10, 3) == 12);
    CHECK(spread(7, 1) == 21);
}

TEST_CASE("rotation: the bound counts the tables to go to, the pairs there are, and the orders of six questions") {
    CHECK(lower_bound(plain(30, 3, 2, 3)).repeats == 18);
    CHECK(lower_bound(plain(31, 3, 1, 3)).repeats == 195);
    CHECK(lower_bound(plain(30, 6, 1, 6)).repeats == 12);
    CHECK(lower_bound(plain(18, 6, 1, 6)).repeats == 0);
    Problem golfers = plain(4, 2, 1, 4);
    golfers.rule = QuestionRule::free;
    CHECK(lower_bound(golfers).repeats == 2); // eight meetings of six pairs
}

TEST_CASE("rotation: the bound of organisations counts hosts who sit already") {
    Problem problem = plain(6, 3, 1, 3);
    for (int i = 0; i < 3; ++i) {
        problem.people[static_cast<std::size_t>(i)].organisation = 0;
        problem.hosts.push_back({i, i, 0, 3});
    }
    CHECK(lower_bound(problem).organisation_pairs == 0);
    problem.people[3].organisation = 0; // a guest who meets a host of the organisation in every round
    CHECK(lower_bound(problem).organisation_pairs == 3);
}

TEST_CASE("rotation: hosts who are never there together are no pair that can not meet") {
    Problem problem = plain(4, 1, 1, 2);
    for (int i = 1; i < 4; ++i) problem.people[static_cast<std::size_t>(i)].leaves = 1;
    problem.people[0].arrives = 1;
    problem.hosts = {{0, 0, 1, 2}, {1, 0, 0, 1}};
    CHECK(lower_bound(problem).repeats == 0); // three meetings of three pairs
}

TEST_CASE("rotation: a played round counts as it was") {
    Problem problem = plain(4, 2, 1, 2);
    problem.history = {{{0, 1, 2}, {3}}};
    CHECK(lower_bound(problem).repeats == 3); // three from one table have one question left
}

TEST_CASE("rotation: people who are to be together meet again in every round") {
    Problem problem = plain(12, 3, 2, 3);
    problem.together = {{0, 1}, {1, 0}};
    CHECK(lower_bound(problem).repeats == 3);
    problem.together = {{0, 1}, {2, 1}, {2, 3}}; // all four, then
    CHECK(lower_bound(problem).repeats == 6 * 3);
    problem.people[1].leaves = 2; // in the last round nothing joins 0 to the others
    CHECK(lower_bound(problem).repeats == 5 * 1 + 3);
    problem.history = {{{0, 2, 4}, {1, 5}, {3, 6}, {7, 8}, {9, 10}, {11}}};
    CHECK(lower_bound(problem).repeats == 1 + 1); // 0 and 2 met before and meet once more, 2 and 3 meet twice
}

TEST_CASE("rotation: labels of nobody cost nothing, and weights multiply the parts") {
    Problem problem = plain(8, 2, 1, 2);
    problem.weights = {.repeat = 0, .organisation = 5, .kind = 2};
    CHECK(lower_bound(problem).score == 0);
    for (Person& person : problem.people) person.organisation = person.kind = 4;
    const Bound bound = lower_bound(problem);
    CHECK(bound.organisation_pairs == 24);
    CHECK(bound.score == 7 * 24);
}
