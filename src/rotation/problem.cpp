#include "rotation/problem.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <map>
#include <utility>

namespace ronde::rotation {

namespace {

using Refusal = base::Result<void>;

std::string name_of(const Problem& problem, int person) {
    const std::string& name = problem.person(person).name;
    return name.empty() ? fmt::format("person {}", person + 1) : name;
}

bool known(const Problem& problem, int person) {
    return person >= 0 && person < problem.size();
}

Refusal check_numbers(const Problem& problem) {
    if (problem.questions < 1)
        return base::bad_input(fmt::format("{} questions; at least one is needed", problem.questions));
    if (problem.rounds() > most_rounds) {
        return base::bad_input(fmt::format("{} rounds; at most {} are planned", problem.rounds(), most_rounds));
    }
    if (problem.size() > most_people) {
        return base::bad_input(fmt::format("{} people; at most {} are planned", problem.size(), most_people));
    }
    for (int round = 0; round < problem.rounds(); ++round) {
        const int tables = problem.tables_a_question(round);
        if (tables < 1)
            return base::bad_input(
                fmt::format("round {}: {} tables a question; at least one is needed", round, tables));
        if (tables > most_tables / problem.questions) {
            return base::bad_input(
                fmt::format("round {}: {} questions with {} tables each; at most {} tables are planned", round,
                            problem.questions, tables, most_tables));
        }
    }
    const auto [repeat, organisation, kind] = problem.weights;
    constexpr std::int64_t heaviest = 1'000'000;
    if (std::min({repeat, organisation, kind}) < 0 || std::max({repeat, organisation, kind}) > heaviest) {
        return base::bad_input(fmt::format("weights {}, {}, {}; each is a whole number from 0 to {}", repeat,
                                           organisation, kind, heaviest));
    }
    return {};
}

Refusal check_people(const Problem& problem) {
    for (int i = 0; i < problem.size(); ++i) {
        const Person& person = problem.person(i);
        if (person.organisation < nobody || person.kind < nobody) {
            return base::bad_input(fmt::format("{} has a negative organisation or kind", name_of(problem, i)));
        }
        if (person.arrives < 0 || person.leaves < person.arrives) {
            return base::bad_input(fmt::format("{} arrives in round {} and leaves in round {}", name_of(problem, i),
                                               person.arrives, person.leaves));
        }
    }
    return {};
}

/// A round as given: every table there, everybody present seated exactly once, nobody else.
Refusal check_round(const Problem& problem, const Round& given, int round, std::string_view what) {
    if (static_cast<int>(given.size()) != problem.tables(round)) {
        return base::bad_input(fmt::format("{}, round {}: {} tables, but the round has {}", what, round, given.size(),
                                           problem.tables(round)));
    }
    std::vector<bool> seated(problem.people.size());
    for (const Table& table : given) {
        for (const int person : table) {
            if (!known(problem, person))
                return base::bad_input(fmt::format("{}, round {}: person {} does not exist", what, round, person));
            if (seated[static_cast<std::size_t>(person)]) {
                return base::bad_input(
                    fmt::format("{}, round {}: {} sits twice", what, round, name_of(problem, person)));
            }
            seated[static_cast<std::size_t>(person)] = true;
        }
    }
    return {};
}

Refusal check_history(const Problem& problem) {
    if (problem.played() > problem.rounds()) {
        return base::bad_input(
            fmt::format("{} rounds already played, but there are {} rounds", problem.played(), problem.rounds()));
    }
    for (int round = 0; round < problem.played(); ++round) {
        const Round& given = problem.history[static_cast<std::size_t>(round)];
        if (const auto bad = check_round(problem, given, round, "history"); !bad) return bad;
        std::vector<bool> seated(problem.people.size());
        for (const Table& table : given)
            for (const int person : table) seated[static_cast<std::size_t>(person)] = true;
        for (int i = 0; i < problem.size(); ++i) {
            if (seated[static_cast<std::size_t>(i)] == problem.present(i, round)) continue;
            return base::bad_input(fmt::format("history, round {}: {} {}", round, name_of(problem, i),
                                               problem.present(i, round) ? "was present but has no seat"
                                                                         : "has a seat but was not present"));
        }
    }
    if (!problem.announced.empty() && static_cast<int>(problem.announced.size()) != problem.rounds()) {
        return base::bad_input(
            fmt::format("the announced plan has {} rounds, {} wanted", problem.announced.size(), problem.rounds()));
    }
    for (int round = 0; round < static_cast<int>(problem.announced.size()); ++round) {
        const auto bad =
            check_round(problem, problem.announced[static_cast<std::size_t>(round)], round, "announced plan");
        if (!bad) return bad;
    }
    return {};
}

/// Who is tied to which table in which round, by being host or by a pin; refuses two tables for one person.
class Ties {
public:
    explicit Ties(const Problem& problem) : m_problem(problem) {}

    Refusal hosts() {
        for (const Host& host : m_problem.hosts) {
            if (!known(m_problem, host.person))
                return base::bad_input(fmt::format("host: person {} does not exist", host.person));
            if (host.from < 0 || host.to < host.from || host.to > m_problem.rounds()) {
                return base::bad_input(fmt::format("host {}: rounds {} to {} do not lie within 0 to {}",
                                                   name_of(m_problem, host.person), host.from, host.to,
                                                   m_problem.rounds()));
            }
            for (int round = host.from; round < host.to; ++round)
                if (const auto bad = tie(host.person, round, host.table, "host"); !bad) return bad;
        }
        return {};
    }

    Refusal seats() {
        for (const SeatPin& pin : m_problem.seats) {
            if (!known(m_problem, pin.person))
                return base::bad_input(fmt::format("seat: person {} does not exist", pin.person));
            if (pin.round < 0 || pin.round >= m_problem.rounds()) {
                return base::bad_input(
                    fmt::format("seat of {}: round {} does not exist", name_of(m_problem, pin.person), pin.round));
            }
            if (const auto bad = tie(pin.person, pin.round, pin.table, "seat of"); !bad) return bad;
        }
        return {};
    }

    /// The people who are to be together form groups; nobody in a group may be apart from another, nor tied elsewhere.
    Refusal pairs() {
        m_group.resize(m_problem.people.size());
        for (std::size_t i = 0; i < m_group.size(); ++i) m_group[i] = static_cast<int>(i);
        for (const Pair& pair : m_problem.together) {
            if (const auto bad = check_pair(pair, "together"); !bad) return bad;
            m_group[static_cast<std::size_t>(group(pair.first))] = group(pair.second);
        }
        for (const Pair& pair : m_problem.apart) {
            if (const auto bad = check_pair(pair, "apart"); !bad) return bad;
            if (group(pair.first) != group(pair.second)) continue;
            return base::bad_input(fmt::format("{} and {} cannot be both together and apart; remove one of the pins",
                                               name_of(m_problem, pair.first), name_of(m_problem, pair.second)));
        }
        return tied_groups();
    }

private:
    Refusal tie(int person, int round, int table, std::string_view what) {
        if (table < 0 || table >= m_problem.tables(round)) {
            return base::bad_input(fmt::format("{} {}: table {} does not exist in round {}, which has {} tables", what,
                                               name_of(m_problem, person), table, round, m_problem.tables(round)));
        }
        if (round < m_problem.played()) return {};
        if (!m_problem.present(person, round)) {
            return base::bad_input(
                fmt::format("{} {}: not present in round {}", what, name_of(m_problem, person), round));
        }
        const auto [at, fresh] = m_table.try_emplace({round, person}, table);
        if (fresh || at->second == table) return {};
        return base::bad_input(fmt::format("{} cannot sit at tables {} and {} in round {}; remove one of the pins",
                                           name_of(m_problem, person), at->second, table, round));
    }

    Refusal check_pair(const Pair& pair, std::string_view what) const {
        for (const int person : {pair.first, pair.second})
            if (!known(m_problem, person))
                return base::bad_input(fmt::format("{}: person {} does not exist", what, person));
        if (pair.first != pair.second) return {};
        return base::bad_input(fmt::format("{}: {} is named twice", what, name_of(m_problem, pair.first)));
    }

    Refusal tied_groups() {
        std::map<std::pair<int, int>, std::pair<int, int>> first; // (round, group) → (person, table)
        for (const auto& [key, table] : m_table) {
            const auto [round, person] = key;
            const auto [at, fresh] = first.try_emplace({round, group(person)}, person, table);
            if (fresh || at->second.second == table) continue;
            return base::bad_input(fmt::format(
                "{} and {} are to be together, but sit at tables {} and {} in round {}; remove one of the pins",
                name_of(m_problem, at->second.first), name_of(m_problem, person), at->second.second, table, round));
        }
        return {};
    }

    int group(int person) const {
        while (m_group[static_cast<std::size_t>(person)] != person) person = m_group[static_cast<std::size_t>(person)];
        return person;
    }

    const Problem& m_problem;
    std::map<std::pair<int, int>, int> m_table; ///< (round, person) → table
    std::vector<int> m_group;                   ///< union–find over `together`
};

Refusal check_ties(const Problem& problem) {
    Ties ties(problem);
    if (const auto bad = ties.hosts(); !bad) return bad;
    if (const auto bad = ties.seats(); !bad) return bad;
    return ties.pairs();
}

} // namespace

base::Result<void> check(const Problem& problem) {
    for (const auto step : {check_numbers, check_people, check_history, check_ties})
        if (const auto bad = step(problem); !bad) return bad;
    return {};
}

} // namespace ronde::rotation
