// Small rooms in which people come late, go early and host for a while: every plan is tried.

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <ostream>
#include <rapidcheck.h>
#include <tuple>

using namespace ronde::rotation;
using namespace ronde::rotation::testing;

namespace {

using Index = std::size_t;
/// Rules broken, how uneven the tables are, score: as plans are compared.
using Rank = std::tuple<std::size_t, int, std::int64_t>;

constexpr double most_plans = 20'000;
constexpr std::int64_t none = std::numeric_limits<std::int64_t>::max();

Rank rank_of(const Problem& problem, const Plan& plan) {
    const Quality quality = measure(problem, plan);
    return {broken_rules(problem, plan).size(), std::max(1, quality.size_spread), quality.score};
}

/// Seats person after person, round after round, in every way there is.
class Exhaustion {
public:
    explicit Exhaustion(const Problem& problem) : m_problem(problem) {
        m_plan.rounds = problem.history;
        for (int round = problem.played(); round < problem.rounds(); ++round)
            m_plan.rounds.emplace_back(static_cast<Index>(problem.tables(round)));
        seat(problem.played(), 0);
    }

    Rank best{std::numeric_limits<std::size_t>::max(), 0, 0};
    std::int64_t best_kept = none; ///< the least score of a plan that keeps every rule

private:
    void seat(int round, int person) {
        if (round == m_problem.rounds()) return take();
        if (person == m_problem.size()) return seat(round + 1, 0);
        if (!m_problem.present(person, round)) return seat(round, person + 1);
        for (Table& table : m_plan.rounds[static_cast<Index>(round)]) {
            table.push_back(person);
            seat(round, person + 1);
            table.pop_back();
        }
    }

    void take() {
        const Rank rank = rank_of(m_problem, m_plan);
        best = std::min(best, rank);
        if (std::get<0>(rank) == 0) best_kept = std::min(best_kept, std::get<2>(rank));
    }

    const Problem& m_problem;
    Plan m_plan{};
};

/// How many plans there are.
double plans_of(const Problem& problem) {
    double plans = 1;
    for (int round = problem.played(); round < problem.rounds(); ++round)
        for (int person = 0; person < problem.size(); ++person)
            if (problem.present(person, round)) plans *= problem.tables(round);
    return plans;
}

int any_number(int least, int most) {
    return *rc::gen::inRange(least, most + 1);
}

/// A room with few enough plans; some come late, some go early, some host for a while, a round may be behind them.
Problem any_small_room() {
    const int rounds = any_number(1, 4);
    Problem problem = plain(any_number(2, 7), any_number(1, 3), any_number(1, 2), rounds);
    if (any_number(0, 2) == 0) problem.rule = QuestionRule::free;
    label(problem, any_number(0, 3), any_number(0, 2), *rc::gen::arbitrary<std::uint64_t>());
    for (Person& person : problem.people) {
        if (any_number(0, 2) > 0) continue;
        person.arrives = any_number(0, rounds - 1);
        person.leaves = any_number(person.arrives + 1, rounds + 1);
    }
    while (problem.size() > 2 && plans_of(problem) > most_plans) problem.people.pop_back();
    if (any_number(0, 2) == 0) play_round(problem, *rc::gen::arbitrary<std::uint64_t>());
    for (int i = any_number(0, 2); i > 0; --i) {
        const int person = any_number(0, problem.size() - 1);
        const Person& who = problem.person(person);
        const int to = std::min(who.leaves, rounds);
        const int from = any_number(std::min(who.arrives, to - 1), to - 1);
        problem.hosts.push_back({person, any_number(0, problem.tables(0) - 1), from, any_number(from + 1, to)});
    }
    return problem;
}

} // namespace

TEST_CASE("rotation: in small rooms with latecomers and hosts for a while no plan beats the planner or the bound") {
    CHECK(rc::check("every plan tried", [] {
        const Problem problem = any_small_room();
        RC_PRE(check(problem).has_value());
        RC_PRE(plans_of(problem) <= most_plans);
        const Exhaustion every(problem);
        const auto planned = plan_seating(problem, {.iterations = 60'000});
        RC_ASSERT(planned.has_value());
        const Rank reached = rank_of(problem, planned->plan);
        RC_LOG() << "people " << problem.size() << ", rounds " << problem.rounds() << ", questions "
                 << problem.questions << ", tables " << problem.tables(0) << ", hosts " << problem.hosts.size()
                 << ", played " << problem.played() << "; reached " << std::get<0>(reached) << " "
                 << std::get<1>(reached) << " " << std::get<2>(reached) << ", best " << std::get<0>(every.best) << " "
                 << std::get<1>(every.best) << " " << std::get<2>(every.best) << ", bound " << planned->bound.score
                 << "\n";
        RC_ASSERT(planned->bound.score <= every.best_kept);
        RC_ASSERT(reached == every.best);
        if (planned->optimal) RC_ASSERT(planned->quality.score == every.best_kept);
    }));
}
