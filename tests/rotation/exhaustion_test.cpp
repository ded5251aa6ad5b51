// Small rooms in which people come late, go early and host for a while: every plan is tried.

#include "rotation/problems.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <ostream>
#include <random>
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

    /// The best of the plans whose tables are as even as those of `plan`, or more so. Where tables can not be even, the
    /// planner makes them as even as it can in all before it looks at the score, not only the most uneven.
    [[nodiscard]] Rank best_as_even_as(const Plan& plan) const {
        Rank found{std::numeric_limits<std::size_t>::max(), 0, 0};
        for (const auto& [squares, rank] : m_best_of)
            if (squares <= squares_of(plan)) found = std::min(found, rank);
        return found;
    }

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
        const auto [at, first] = m_best_of.try_emplace(squares_of(m_plan), rank);
        if (!first) at->second = std::min(at->second, rank);
        if (std::get<0>(rank) == 0) best_kept = std::min(best_kept, std::get<2>(rank));
    }

    /// The less, the more even the tables of all rounds.
    static std::size_t squares_of(const Plan& plan) {
        std::size_t squares = 0;
        for (const Round& round : plan.rounds)
            for (const Table& table : round) squares += table.size() * table.size();
        return squares;
    }

    const Problem& m_problem;
    Plan m_plan{};
    std::map<std::size_t, Rank> m_best_of{}; ///< sum of the squares of all tables' sizes → the best plan
};

/// How many plans there are.
double plans_of(const Problem& problem) {
    double plans = 1;
    for (int round = problem.played(); round < problem.rounds(); ++round)
        for (int person = 0; person < problem.size(); ++person)
            if (problem.present(person, round)) plans *= problem.tables(round);
    return plans;
}

/// A number from a generator that is the same everywhere.
int any_number(std::mt19937& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<unsigned>(most - least + 1));
}

/// A room with few enough plans; some come late, some go early, some host for a while, a round may be behind them. None
/// where what was thrown together breaks a rule.
std::optional<Problem> any_small_room(unsigned seed) {
    std::mt19937 random(seed);
    const auto any = [&](int least, int most) { return any_number(random, least, most); };
    const int rounds = any(1, 4);
    const int people = any(2, 7);
    const int questions = any(1, 3);
    Problem problem = plain(people, questions, any(1, 2), rounds);
    if (any(0, 2) == 0) problem.rule = QuestionRule::free;
    const int organisations = any(0, 3);
    label(problem, organisations, any(0, 2), random());
    for (Person& person : problem.people) {
        if (any(0, 2) > 0) continue;
        person.arrives = any(0, rounds - 1);
        person.leaves = any(person.arrives + 1, rounds + 1);
    }
    while (problem.size() > 2 && plans_of(problem) > most_plans) problem.people.pop_back();
    if (any(0, 2) == 0) play_round(problem, random());
    for (int i = any(0, 2); i > 0; --i) {
        const int person = any(0, problem.size() - 1);
        const Person& who = problem.person(person);
        const int to = std::min(who.leaves, rounds);
        const int from = any(std::min(who.arrives, to - 1), to - 1);
        const int table = any(0, problem.tables(0) - 1);
        problem.hosts.push_back({person, table, from, any(from + 1, to)});
    }
    if (!check(problem) || plans_of(problem) > most_plans) return std::nullopt;
    return problem;
}

} // namespace

TEST_CASE("rotation: in small rooms with latecomers and hosts for a while no plan beats the bound") {
    CHECK(rc::check("every plan tried", [](unsigned seed) {
        const auto problem = any_small_room(seed);
        RC_PRE(problem.has_value());
        const Exhaustion every(*problem);
        const auto planned = plan_seating(*problem, {.iterations = 20'000});
        RC_ASSERT(planned.has_value());
        RC_ASSERT(planned->bound.score <= every.best_kept);
        if (planned->optimal) RC_ASSERT(planned->quality.score == every.best_kept);
    }));
}

// Rooms that are always the same: a search by chance misses the best plan of one such room in about ten thousand.
TEST_CASE("rotation: in small rooms with latecomers and hosts for a while no plan beats the planner") {
    int rooms = 0;
    for (unsigned seed = 1; rooms < 200; ++seed) {
        const auto problem = any_small_room(seed);
        if (!problem) continue;
        ++rooms;
        const Exhaustion every(*problem);
        const auto planned = plan_seating(*problem, {.iterations = 500'000});
        REQUIRE(planned);
        const Rank reached = rank_of(*problem, planned->plan);
        CAPTURE(seed, planned->bound.score, every.best, reached);
        CHECK(std::get<0>(reached) == std::get<0>(every.best));
        CHECK(std::get<1>(reached) == std::get<1>(every.best));
        CHECK(reached == every.best_as_even_as(planned->plan));
    }
}
