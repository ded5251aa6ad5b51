// Whoever says stop gets a plan at once: the bound and the first plan ask as well.

#include "compat/catch.hpp"
#include "rotation/planner.hpp"
#include "rotation/repair.hpp"
#include "rotation/start.hpp"

#include <algorithm>

using namespace ronde;
using namespace ronde::rotation;

namespace {

/// Three hundred people with labels at sixty tables of five questions, one round behind them; some wish to be together.
Problem after_a_round() {
    constexpr int people = 300;
    Problem problem{.questions = 5, .tables_per_question = std::vector<int>(5, 12)};
    for (int i = 0; i < people; ++i) problem.people.push_back({.organisation = i / 4, .kind = i % 2});
    problem.people[7].arrives = 1;
    problem.people[8].leaves = 3;
    problem.history = {Round(60)};
    for (int i = 0; i < people; ++i)
        if (i != 7) problem.history[0][static_cast<std::size_t>(i % 60)].push_back(i);
    problem.together = {{20, 21}, {21, 22}};
    problem.hosts = {{0, 0, 0, 5}, {1, 1, 2, 4}};
    return problem;
}

/// Says stop from the n-th question on, and counts them.
struct Counting {
    int after = 0;
    int asked = 0;
    [[nodiscard]] std::function<bool()> stop() {
        return [this] { return ++asked > after; };
    }
};

/// Everyone present sits once, hosts at their tables and the companions together.
void seats_everyone(const Problem& problem, const Plan& plan) {
    for (const Broken& broken : broken_rules(problem, plan)) {
        INFO(explain(problem, broken));
        CHECK(broken.rule == Rule::question); // the only rule that may give way
    }
}

} // namespace

TEST_CASE("stop: who says so at once is asked a handful of times and gets a plan that seats everyone") {
    const Problem problem = after_a_round();
    Counting counting;
    const auto planned = plan_seating(problem, {.iterations = -1, .stop = counting.stop()});
    REQUIRE(planned);
    CHECK(counting.asked < 10);
    CHECK(planned->iterations < 5'000);
    seats_everyone(problem, planned->plan);
    CHECK(planned->quality.score >= planned->bound.score);
}

TEST_CASE("stop: the bound is asked for between its parts, and what it has then is proven") {
    const Problem problem = after_a_round();
    const Bound whole = lower_bound(problem);
    Counting patient{.after = 1'000'000};
    CHECK(lower_bound(problem, patient.stop()) == whole);
    CHECK(patient.asked > 200); // tables of the played round, and organisations
    for (const int after : {0, 1, 5, 50, 150}) {
        Counting counting{.after = after};
        const Bound part = lower_bound(problem, counting.stop());
        CHECK(counting.asked == after + 1);
        CHECK(part.repeats <= whole.repeats);
        CHECK(part.organisation_pairs <= whole.organisation_pairs);
        CHECK(part.kind_pairs <= whole.kind_pairs);
        CHECK(part.score <= whole.score);
    }
}

TEST_CASE("stop: the first plan asks for each person, and seats whoever is left when it is told") {
    const Problem problem = after_a_round();
    Random random(1);
    Counting patient{.after = 1'000'000};
    const Plan whole = greedy_start(problem, random, patient.stop());
    CHECK(patient.asked > 1'000);
    Random same(1);
    CHECK(greedy_start(problem, same).rounds == whole.rounds);
    for (const int after : {0, 1, 100, 400, 900}) {
        Random again(1);
        Counting counting{.after = after};
        const Plan plan = greedy_start(problem, again, counting.stop());
        CHECK(counting.asked == after + 1);
        seats_everyone(problem, plan);
        CHECK(measure(problem, plan).size_spread <= 3);
    }
}

TEST_CASE("stop: a plan that people know is mended at once too") {
    Problem problem = after_a_round();
    Random random(1);
    problem.announced = greedy_start(problem, random).rounds;
    problem.people[30].leaves = 2;
    for (std::size_t round = 2; round < problem.announced.size(); ++round)
        for (Table& table : problem.announced[round]) std::erase(table, 30);
    Counting counting;
    const auto choices = mend_seating(problem, {.iterations = -1, .stop = counting.stop()});
    REQUIRE(choices);
    CHECK(counting.asked < 10);
    for (const Planned& choice : *choices) seats_everyone(problem, choice.plan);
}
