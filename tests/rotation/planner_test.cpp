#include "rotation/planner.hpp"

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <rapidcheck.h>

using namespace ronde::rotation;
using namespace ronde::rotation::testing;

namespace {

Planned planned(const Problem& problem, std::int64_t iterations, std::uint64_t seed = 1) {
    const auto result = plan_seating(problem, {.seed = seed, .iterations = iterations});
    REQUIRE(result.has_value());
    return *result;
}

} // namespace

TEST_CASE("rotation: a plan of any regular shape keeps every rule and never beats the bound") {
    REQUIRE(rc::check("regular shapes", [] {
        const Problem problem = any_problem(40, Exceptions::none);
        const auto result = plan_seating(problem, {.seed = 7, .iterations = 2000});
        RC_ASSERT(result.has_value());
        for (const Broken& rule : result->broken) RC_LOG() << explain(problem, rule) << '\n';
        RC_ASSERT(result->broken.empty());
        RC_ASSERT(result->quality == measure(problem, result->plan));
        RC_ASSERT(result->quality.repeats >= result->bound.repeats);
        RC_ASSERT(result->quality.organisation_pairs >= result->bound.organisation_pairs);
        RC_ASSERT(result->quality.kind_pairs >= result->bound.kind_pairs);
        RC_ASSERT(result->optimal == (result->quality.score == result->bound.score));
    }));
}

TEST_CASE("rotation: hosts, arrivals, pins and a played round are kept, and what is broken is a question or a pin") {
    REQUIRE(rc::check("irregular shapes", [] {
        const Problem problem = any_problem(30, Exceptions::some);
        const auto result = plan_seating(problem, {.seed = 7, .iterations = 2000});
        if (!result) { // contradictory pins, which `check` must name
            RC_ASSERT(!check(problem).has_value());
            return;
        }
        for (const Broken& rule : result->broken) {
            RC_LOG() << explain(problem, rule) << '\n';
            RC_ASSERT(rule.rule == Rule::question || rule.rule == Rule::together || rule.rule == Rule::apart);
        }
        RC_ASSERT(!result->broken.empty() || result->quality.score >= result->bound.score);
        RC_ASSERT(std::equal(problem.history.begin(), problem.history.end(), result->plan.rounds.begin()));
    }));
}

TEST_CASE("rotation: tables stay even where their number changes") {
    Problem problem = plain(15, 5, 1, 5);
    problem.tables_per_question.back() = 3;
    CHECK(planned(problem, 0).quality.size_spread == 0);
}

TEST_CASE("rotation: a host at one table of each question leaves tables even") {
    Problem problem = plain(22, 4, 2, 4);
    problem.hosts = {{0, 0, 0, 4}, {1, 2, 0, 4}, {2, 4, 0, 4}, {3, 6, 0, 4}};
    CHECK(planned(problem, 2000).quality.size_spread == 1);
}

TEST_CASE("rotation: after rounds played evenly, and with as many hosts at each question, tables stay even") {
    REQUIRE(rc::check("even histories", [] {
        const int questions = *rc::gen::inRange(2, 7);
        const int tables = *rc::gen::inRange(1, 4);
        Problem problem = plain(*rc::gen::inRange(1, 60), questions, tables, questions);
        if (*rc::gen::inRange(0, 2) == 0)
            for (int host = 0; host < std::min(questions, problem.size() - questions + 1); ++host)
                problem.hosts.push_back({host, host * tables, 0, questions});
        if (problem.hosts.size() % static_cast<std::size_t>(questions) != 0) problem.hosts.clear();
        const Plan before = planned(problem, 0, 1).plan;
        const int played = *rc::gen::inRange(0, questions + 1);
        problem.history.assign(before.rounds.begin(), before.rounds.begin() + played);
        const Planned after = planned(problem, 2000, 2);
        RC_ASSERT(after.broken.empty());
        RC_ASSERT(after.quality.size_spread <= 1);
    }));
}

TEST_CASE("rotation: no more exchanges are tried than are allowed") {
    Problem golfers = plain(32, 1, 8, 10);
    golfers.rule = QuestionRule::free;
    for (const std::int64_t allowed : {0, 1, 100, 3'000}) {
        CHECK(planned(plain(50, 5, 2, 5), allowed).iterations == allowed);
        CHECK(planned(golfers, allowed).iterations == allowed);
    }
}

TEST_CASE("rotation: the same seed and iterations give the same plan") {
    Problem problem = plain(37, 4, 2, 4);
    label(problem, 9, 2, 5);
    const Planned once = planned(problem, 5000, 3);
    CHECK(once == planned(problem, 5000, 3));
    CHECK_FALSE(once.optimal);
    CHECK_FALSE(once.plan == planned(problem, 5000, 4).plan);
}

TEST_CASE("rotation: every plan tried, none beats the planner, and the bound is never above the best") {
    struct Small {
        int people, questions, tables, rounds;
        QuestionRule rule;
    };
    const auto [people, questions, tables, rounds, rule] =
        GENERATE(Small{4, 2, 1, 2, QuestionRule::each_once}, Small{5, 2, 1, 3, QuestionRule::each_once},
                 Small{6, 3, 1, 2, QuestionRule::each_once}, Small{6, 2, 1, 2, QuestionRule::free},
                 Small{4, 2, 1, 4, QuestionRule::free}, Small{5, 1, 2, 3, QuestionRule::each_once},
                 Small{4, 2, 2, 2, QuestionRule::each_once}, Small{7, 2, 1, 2, QuestionRule::each_once},
                 Small{4, 3, 1, 3, QuestionRule::each_once});
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        Problem problem = plain(people, questions, tables, rounds);
        problem.rule = rule;
        if (seed > 0) label(problem, 3, 2, seed);
        const Planned best = planned(problem, 60'000);
        const std::int64_t exhausted = best_score(problem);
        CAPTURE(people, questions, tables, rounds, seed);
        CHECK(best.quality.score == exhausted);
        CHECK(best.bound.score <= exhausted);
    }
}

TEST_CASE("rotation: thirty people over three questions with two tables each meet again no more than they must") {
    const Planned best = planned(plain(30, 3, 2, 3), 200'000);
    CHECK(best.bound.repeats == 18);
    CHECK(best.quality.repeats == 18);
    CHECK(best.optimal);
}

TEST_CASE("rotation: nobody meets anybody three times when that is asked for") {
    Problem problem = plain(30, 3, 2, 3);
    problem.limit = MeetingLimit::twice;
    const Planned best = planned(problem, 400'000);
    CHECK(best.quality.most_often == 2);
    CHECK(best.quality.repeats == 18);
    CHECK(best.quality.distinct_pairs == 162);
    CHECK(best.broken.empty());
}

TEST_CASE("rotation: nobody sees a question again so that a pair need not meet a third time") {
    Problem problem = plain(5, 2, 1, 3);
    problem.limit = MeetingLimit::twice;
    const Planned best = planned(problem, 100'000);
    for (const Broken& broken : best.broken) CHECK(broken.rule == Rule::limit);
    CHECK(best.bound.score <= best.quality.score);
}

TEST_CASE("rotation: a thousand people in three hundred tables are planned without a search") {
    Problem problem = plain(1200, 5, 60, 5);
    label(problem, 150, 2, 1);
    const Planned best = planned(problem, 400'000);
    CHECK(best.quality.repeats == 0);
    CHECK(best.broken.empty());
}

TEST_CASE("rotation: nobody and no round are planned too") {
    CHECK(planned(plain(0, 3, 2, 3), 100).optimal);
    CHECK(planned(plain(12, 3, 2, 0), 100).optimal);
    CHECK(planned(plain(1, 3, 2, 3), 100).optimal);
    CHECK(planned(plain(5, 1, 1, 1), 100).quality.repeats == 0);
}

TEST_CASE("rotation: people who are to be together or apart are") {
    Problem problem = plain(24, 3, 2, 3);
    label(problem, 5, 2, 2);
    problem.together = {{0, 1}, {1, 2}, {7, 9}};
    problem.apart = {{3, 4}, {0, 5}};
    const Planned best = planned(problem, 200'000);
    CHECK(best.broken.empty());
    CHECK(best.bound.repeats >= 9);
}

TEST_CASE("rotation: pairs who are to be together leave tables even where they can be") {
    Problem problem = plain(13, 5, 2, 5);
    problem.together = {{11, 3}, {5, 9}, {8, 10}};
    problem.apart = {{12, 3}};
    problem.seats = {{2, 1, 6}, {6, 3, 5}};
    const Planned best = planned(problem, 50'000);
    CHECK(best.broken.empty());
    CHECK(best.quality.size_spread == 1);
}

TEST_CASE("rotation: pins that leave few plans are kept where no exchange leads to one of these") {
    Problem problem = plain(10, 4, 1, 4);
    problem.together = {{6, 0}};
    problem.apart = {{5, 8}, {3, 8}, {6, 7}};
    problem.seats = {{6, 2, 0}, {8, 2, 3}};
    const Planned best = planned(problem, 500'000);
    CHECK(best.broken.empty());
    CHECK(best.quality.size_spread == 1);
}

TEST_CASE("rotation: people who are kept together move together") {
    // After two rounds, 0 and 3 are to share a table of the third: two tables of two, and nothing worse than the bound.
    Problem problem = plain(4, 2, 1, 3);
    problem.people[0].organisation = problem.people[1].organisation = 0;
    problem.people[2].organisation = problem.people[3].organisation = 1;
    problem.history = {{{0, 2}, {1, 3}}, {{3}, {0, 1, 2}}};
    problem.together = {{0, 3}};
    const Planned after = planned(problem, 100'000);
    CHECK(after.broken.empty());
    CHECK(after.quality.size_spread == 0);
    CHECK(after.optimal);

    Problem pairs = plain(30, 3, 2, 3);
    pairs.together = {{3, 10}, {17, 18}, {0, 5}};
    CHECK(planned(pairs, 500'000).optimal);
}

TEST_CASE("rotation: a table grows where two are to sit apart and two together") {
    Problem problem = plain(4, 2, 1, 2);
    problem.together = {{2, 3}};
    problem.apart = {{0, 1}};
    CHECK(planned(problem, 100'000).broken.empty());
}

TEST_CASE("rotation: a seat kept for somebody is a visit to its question") {
    Problem problem = plain(18, 4, 2, 4);
    problem.apart = {{7, 8}, {16, 14}, {6, 1}};
    problem.seats = {{13, 3, 6}, {8, 3, 5}, {0, 0, 7}};
    for (const std::uint64_t seed : {1U, 2U, 3U}) {
        const Planned best = planned(problem, 100'000, seed);
        CHECK(best.optimal);
        CHECK(best.quality.size_spread == 1);
    }
}

TEST_CASE("rotation: a stopped planner gives the best plan so far") {
    const Problem problem = plain(30, 6, 1, 6);
    int asked = 0;
    const auto result = plan_seating(problem, {.seed = 1, .iterations = -1, .stop = [&asked] { return ++asked > 20; }});
    REQUIRE(result.has_value());
    CHECK(result->broken.empty());
    CHECK(result->iterations < 20'000);
}
