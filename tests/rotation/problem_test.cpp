#include "rotation/plan.hpp"
#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <functional>

using namespace ronde::rotation;
using namespace ronde::rotation::testing;
using Catch::Matchers::ContainsSubstring;

namespace {

/// The sentence with which a problem of twelve people is refused after a change.
std::string refusal(const std::function<void(Problem&)>& change) {
    Problem problem = plain(12, 3, 2, 3);
    change(problem);
    const auto result = check(problem);
    REQUIRE_FALSE(result.has_value());
    return result.error().message;
}

} // namespace

TEST_CASE("rotation: numbers out of range are refused by name") {
    CHECK_THAT(refusal([](Problem& p) { p.questions = 0; }), ContainsSubstring("0 questions"));
    CHECK_THAT(refusal([](Problem& p) { p.tables_per_question[1] = -2; }), ContainsSubstring("round 1: -2 tables"));
    CHECK_THAT(refusal([](Problem& p) { p.tables_per_question[2] = 1'000'000; }), ContainsSubstring("round 2"));
    CHECK_THAT(refusal([](Problem& p) { p.questions = 2'000'000'000; }), ContainsSubstring("2000000000 questions"));
    CHECK_THAT(refusal([](Problem& p) { p.people.resize(most_people + 1); }), ContainsSubstring("30001 people"));
    CHECK_THAT(refusal([](Problem& p) { p.tables_per_question.resize(101, 1); }), ContainsSubstring("101 rounds"));
    CHECK_THAT(refusal([](Problem& p) { p.weights.kind = -1; }), ContainsSubstring("weights 1, 3, -1"));
    CHECK_THAT(refusal([](Problem& p) { p.people[4].organisation = -7; }),
               ContainsSubstring("p4 has a negative organisation"));
    CHECK_THAT(refusal([](Problem& p) { p.people[4].arrives = -1; }), ContainsSubstring("p4 arrives in round -1"));
    CHECK_THAT(refusal([](Problem& p) { p.people[4] = {.name = "Ada", .arrives = 2, .leaves = 1}; }),
               ContainsSubstring("Ada arrives in round 2"));
}

TEST_CASE("rotation: people and tables that do not exist are refused by name") {
    CHECK_THAT(refusal([](Problem& p) { p.hosts = {{12, 0, 0, 3}}; }), ContainsSubstring("person 12 does not exist"));
    CHECK_THAT(refusal([](Problem& p) { p.hosts = {{3, 6, 0, 3}}; }), ContainsSubstring("p3: table 6 does not exist"));
    CHECK_THAT(refusal([](Problem& p) { p.hosts = {{3, 0, 1, 4}}; }), ContainsSubstring("host p3: rounds 1 to 4"));
    CHECK_THAT(refusal([](Problem& p) { p.seats = {{3, 5, 0}}; }), ContainsSubstring("seat of p3: round 5"));
    CHECK_THAT(refusal([](Problem& p) { p.together = {{1, 40}}; }), ContainsSubstring("together: person 40"));
    CHECK_THAT(refusal([](Problem& p) { p.apart = {{2, 2}}; }), ContainsSubstring("p2 is named twice"));
}

TEST_CASE("rotation: pins that contradict one another are refused by name") {
    CHECK_THAT(refusal([](Problem& p) {
                   p.seats = {{3, 1, 0}, {3, 1, 2}};
               }),
               ContainsSubstring("p3 cannot sit at tables 0 and 2 in round 1"));
    CHECK_THAT(refusal([](Problem& p) {
                   p.hosts = {{3, 4, 0, 3}};
                   p.seats = {{3, 1, 2}};
               }),
               ContainsSubstring("p3 cannot sit at tables 4 and 2"));
    CHECK_THAT(refusal([](Problem& p) {
                   p.together = {{1, 2}, {2, 3}};
                   p.apart = {{3, 1}};
               }),
               ContainsSubstring("p3 and p1 cannot be both together and apart"));
    CHECK_THAT(refusal([](Problem& p) {
                   p.together = {{1, 2}};
                   p.seats = {{1, 0, 0}, {2, 0, 3}};
               }),
               ContainsSubstring("p1 and p2 are to be together, but sit at tables 0 and 3"));
    CHECK_THAT(refusal([](Problem& p) {
                   p.people[5].leaves = 1;
                   p.seats = {{5, 2, 0}};
               }),
               ContainsSubstring("p5: not present in round 2"));
}

TEST_CASE("rotation: a history that breaks the rules is refused by name") {
    const auto played = [](Problem& p) -> Round& {
        play_round(p, 1);
        return p.history[0];
    };
    CHECK_THAT(refusal([&](Problem& p) { played(p).pop_back(); }), ContainsSubstring("history, round 0: 5 tables"));
    CHECK_THAT(refusal([&](Problem& p) { played(p)[0].push_back(99); }), ContainsSubstring("person 99 does not exist"));
    CHECK_THAT(refusal([&](Problem& p) {
                   played(p) = {{0, 0}, {}, {}, {}, {}, {}};
               }),
               ContainsSubstring("p0 sits twice"));
    CHECK_THAT(refusal([&](Problem& p) { played(p) = Round(6); }), ContainsSubstring("p0 was present but has no seat"));
    CHECK_THAT(refusal([&](Problem& p) {
                   played(p);
                   p.people[3].arrives = 1;
               }),
               ContainsSubstring("p3 has a seat but was not present"));
    CHECK_THAT(refusal([&](Problem& p) {
                   for (int i = 0; i < 4; ++i) p.history.emplace_back(6);
               }),
               ContainsSubstring("4 rounds already played"));
    CHECK_THAT(refusal([](Problem& p) { p.announced = {Round(6)}; }), ContainsSubstring("announced plan has 1 rounds"));
}

TEST_CASE("rotation: the measure counts meetings, labels, moves and sizes") {
    Problem problem = plain(4, 2, 1, 3);
    problem.people[0].organisation = problem.people[1].organisation = 0;
    problem.people[2].kind = problem.people[3].kind = 1;
    problem.announced = {{{0, 1}, {2, 3}}, {{2, 3}, {0, 1}}, {{0, 2}, {1, 3}}};
    const Plan plan{{{{0, 1}, {2, 3}}, {{2, 3}, {0, 1}}, {{0, 1, 2}, {3}}}};
    const Quality quality = measure(problem, plan);
    CHECK(quality.repeats == 4); // three meetings of 0 and 1, two of 2 and 3
    CHECK(quality.organisation_pairs == 3);
    CHECK(quality.kind_pairs == 2);
    CHECK(quality.score == 4 + 9 + 2);
    CHECK(quality.distinct_pairs == 4);
    CHECK(quality.most_often == 3);
    CHECK(quality.size_spread == 2);
    CHECK(quality.moved == 1);
    CHECK(quality.moved_people == 1);
}

TEST_CASE("rotation: every broken rule is found") {
    Problem problem = plain(4, 2, 1, 2);
    const Plan sound{{{{0, 1}, {2, 3}}, {{2, 3}, {0, 1}}}};
    const auto rules = [&problem](const Plan& plan) {
        std::vector<Rule> found;
        for (const Broken& broken : broken_rules(problem, plan)) {
            found.push_back(broken.rule);
            CHECK_FALSE(explain(problem, broken).empty());
        }
        return found;
    };
    CHECK(rules(sound).empty());
    CHECK(rules({{sound.rounds[0]}}) == std::vector{Rule::shape});
    CHECK(rules({{{{0, 1}, {2, 9}}, sound.rounds[1]}}) == std::vector{Rule::shape});
    CHECK(rules({{{{0, 1}, {2}}, sound.rounds[1]}}) == std::vector{Rule::presence});
    CHECK(rules({{sound.rounds[0], {{0, 3}, {2, 1}}}}) == std::vector{Rule::question, Rule::question});
    CHECK(rules({{{{0, 1, 2}, {3}}, {{3}, {0, 1, 2}}}}) == std::vector{Rule::balance, Rule::balance});
    problem.hosts = {{0, 1, 0, 2}};
    CHECK(rules(sound) == std::vector{Rule::host});
    problem.hosts.clear();
    problem.together = {{0, 2}};
    problem.apart = {{0, 1}};
    CHECK(rules(sound) == std::vector{Rule::together, Rule::apart, Rule::together, Rule::apart});
    problem.together.clear();
    problem.apart.clear();
    problem.seats = {{0, 0, 1}};
    CHECK(rules(sound) == std::vector{Rule::seat});
    problem.seats.clear();
    problem.history = {{{0, 2}, {1, 3}}};
    CHECK(rules(sound) == std::vector{Rule::history, Rule::history});
    problem.history.clear();
    problem.rule = QuestionRule::free;
    problem.limit = MeetingLimit::twice;
    problem.tables_per_question = {1, 1, 1};
    CHECK(rules({{sound.rounds[0], sound.rounds[0], sound.rounds[0]}}) == std::vector{Rule::limit, Rule::limit});
}
