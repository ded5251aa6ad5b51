#include "rotation/problems.hpp"

#include "rotation/random.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <limits>
#include <rapidcheck.h>

namespace ronde::rotation::testing {

namespace {

using Index = std::size_t;

int any_number(int least, int most) {
    return *rc::gen::inRange(least, most + 1);
}

void add_exceptions(Problem& problem) {
    const auto any_person = [&problem] { return any_number(0, problem.size() - 1); };
    for (int i = any_number(0, 3); i > 0; --i) {
        Person& person = problem.people[static_cast<Index>(any_person())];
        person.arrives = any_number(0, problem.rounds());
        person.leaves = any_number(person.arrives, problem.rounds());
    }
    for (int i = any_number(0, 2); i > 0; --i) {
        const int from = any_number(0, problem.rounds());
        const int to = any_number(from, problem.rounds());
        int tables = most_tables;
        for (int round = 0; round < problem.rounds(); ++round) tables = std::min(tables, problem.tables(round));
        problem.hosts.push_back({any_person(), any_number(0, tables - 1), from, to});
    }
    for (int i = any_number(0, 1); i > 0; --i) problem.together.push_back({any_person(), any_person()});
    for (int i = any_number(0, 2); i > 0; --i) problem.apart.push_back({any_person(), any_person()});
    for (int i = any_number(0, 2); i > 0 && problem.rounds() > 0; --i) {
        const int round = any_number(0, problem.rounds() - 1);
        problem.seats.push_back({any_person(), round, any_number(0, problem.tables(round) - 1)});
    }
}

/// Tries every plan, seating person after person, round after round, and keeps the best score.
class Exhaustion {
public:
    explicit Exhaustion(const Problem& problem) : m_problem(problem) {
        for (int round = 0; round < problem.rounds(); ++round)
            m_plan.rounds.emplace_back(static_cast<Index>(problem.tables(round)));
    }

    std::int64_t run() {
        seat(0, 0);
        return m_best;
    }

private:
    void seat(int round, int person) {
        if (round == m_problem.rounds()) {
            if (broken_rules(m_problem, m_plan).empty()) m_best = std::min(m_best, measure(m_problem, m_plan).score);
            return;
        }
        if (person == m_problem.size()) {
            if (even(round)) seat(round + 1, 0);
            return;
        }
        const int most = (m_problem.size() + m_problem.tables(round) - 1) / m_problem.tables(round);
        for (Table& table : m_plan.rounds[static_cast<Index>(round)]) {
            if (static_cast<int>(table.size()) == most) continue;
            table.push_back(person);
            seat(round, person + 1);
            table.pop_back();
        }
    }

    bool even(int round) const {
        const Round& tables = m_plan.rounds[static_cast<Index>(round)];
        const auto [least, most] = std::minmax_element(
            tables.begin(), tables.end(), [](const Table& a, const Table& b) { return a.size() < b.size(); });
        return most->size() - least->size() <= 1;
    }

    const Problem& m_problem;
    Plan m_plan{};
    std::int64_t m_best = std::numeric_limits<std::int64_t>::max();
};

} // namespace

Problem plain(int people, int questions, int tables, int rounds) {
    Problem problem;
    for (int i = 0; i < people; ++i) problem.people.push_back({.name = fmt::format("p{}", i)});
    problem.questions = questions;
    problem.tables_per_question.assign(static_cast<Index>(rounds), tables);
    return problem;
}

void label(Problem& problem, int organisations, int kinds, std::uint64_t seed) {
    Random random(seed);
    for (Person& person : problem.people) {
        person.organisation = random.below(1 + random.below(organisations + 1)) - 1;
        person.kind = random.below(kinds + 1) - 1;
    }
}

Problem any_problem(int most, Exceptions exceptions) {
    const int people = any_number(0, most);
    const int rounds = any_number(0, 6);
    Problem problem = plain(people, any_number(1, 6), any_number(1, 4), rounds);
    if (any_number(0, 4) == 0)
        for (int& tables : problem.tables_per_question) tables = any_number(1, 4);
    if (any_number(0, 3) == 0) problem.rule = QuestionRule::free;
    if (any_number(0, 5) == 0) problem.weights = {any_number(0, 5), any_number(0, 5), any_number(0, 5)};
    label(problem, any_number(0, 8), any_number(0, 3), *rc::gen::arbitrary<std::uint64_t>());
    if (exceptions == Exceptions::some && people > 0) {
        add_exceptions(problem);
        for (int i = any_number(0, std::min(2, rounds)); i > 0; --i)
            play_round(problem, *rc::gen::arbitrary<std::uint64_t>());
    }
    return problem;
}

void play_round(Problem& problem, std::uint64_t seed) {
    Random random(seed);
    const int round = problem.played();
    Round tables(static_cast<Index>(problem.tables(round)));
    for (int person = 0; person < problem.size(); ++person)
        if (problem.present(person, round))
            tables[static_cast<Index>(random.below(problem.tables(round)))].push_back(person);
    problem.history.push_back(std::move(tables));
}

std::int64_t best_score(const Problem& problem) {
    return Exhaustion(problem).run();
}

} // namespace ronde::rotation::testing
