#include "rotation/plan.hpp"

#include <algorithm>
#include <fmt/core.h>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

std::int64_t pairs_of(std::int64_t count) {
    return count * (count - 1) / 2;
}

/// [person][round] → table, or `nobody`.
std::vector<std::vector<int>> tables_by_person(const Problem& problem, const std::vector<Round>& rounds) {
    std::vector<std::vector<int>> table_of(problem.people.size(), std::vector<int>(rounds.size(), nobody));
    for (Index round = 0; round < rounds.size(); ++round)
        for (Index table = 0; table < rounds[round].size(); ++table)
            for (const int person : rounds[round][table])
                table_of[static_cast<Index>(person)][round] = static_cast<int>(table);
    return table_of;
}

template <class Member>
std::int64_t same_pairs(const Problem& problem, const Table& table, Member member) {
    std::vector<int> values;
    for (const int person : table)
        if (const int value = problem.person(person).*member; value != nobody) values.push_back(value);
    std::sort(values.begin(), values.end());
    std::int64_t pairs = 0;
    for (auto from = values.begin(); from != values.end();) {
        const auto to = std::upper_bound(from, values.end(), *from);
        pairs += pairs_of(to - from);
        from = to;
    }
    return pairs;
}

void count_meetings(const Problem& problem, const Plan& plan, Quality& quality) {
    const auto table_of = tables_by_person(problem, plan.rounds);
    std::vector<int> met;
    std::vector<int> times(problem.people.size(), 0); // that the person meets each other one
    for (int person = 0; person < problem.size(); ++person) {
        met.clear();
        for (Index round = 0; round < plan.rounds.size(); ++round) {
            const int table = table_of[static_cast<Index>(person)][round];
            if (table == nobody) continue;
            for (const int other : plan.rounds[round][static_cast<Index>(table)])
                if (other > person && times[static_cast<Index>(other)]++ == 0) met.push_back(other);
        }
        for (const int other : met) {
            const int count = std::exchange(times[static_cast<Index>(other)], 0);
            ++quality.distinct_pairs;
            quality.repeats += pairs_of(count);
            quality.most_often = std::max(quality.most_often, count);
        }
    }
}

void count_moves(const Problem& problem, const Plan& plan, Quality& quality) {
    if (problem.announced.empty()) return;
    const auto planned = tables_by_person(problem, plan.rounds);
    const auto announced = tables_by_person(problem, problem.announced);
    for (Index person = 0; person < planned.size(); ++person) {
        int moved = 0;
        for (auto round = static_cast<Index>(problem.played()); round < plan.rounds.size(); ++round) {
            const int before = announced[person][round];
            moved += before != nobody && planned[person][round] != nobody && planned[person][round] != before;
        }
        quality.moved += moved;
        quality.moved_people += moved > 0;
    }
}

/// Calls `found` with each round in which somebody sees a question again before all were seen, and that question.
template <class Found>
void each_question_again(const Problem& problem, const std::vector<int>& tables, Found found) {
    std::vector<bool> seen(static_cast<Index>(problem.questions));
    int count = 0;
    for (int round = 0; round < static_cast<int>(tables.size()); ++round) {
        const int table = tables[static_cast<Index>(round)];
        if (table == nobody) continue;
        const int question = problem.question_of(round, table);
        if (seen[static_cast<Index>(question)] && count < problem.questions) found(round, question);
        count += !seen[static_cast<Index>(question)];
        seen[static_cast<Index>(question)] = true;
    }
}

/// Collects the broken rules of a plan of the right shape.
class Judge {
public:
    Judge(const Problem& problem, const Plan& plan)
        : m_problem(problem), m_plan(plan), m_table_of(tables_by_person(problem, plan.rounds)) {}

    std::vector<Broken> run() {
        presence();
        if (!m_broken.empty()) return m_broken;
        history();
        hosts_and_pins();
        if (m_problem.rule == QuestionRule::each_once)
            for (int person = 0; person < m_problem.size(); ++person) questions(person);
        balance();
        meetings();
        return m_broken;
    }

private:
    int table(int person, int round) const { return m_table_of[static_cast<Index>(person)][static_cast<Index>(round)]; }
    void add(Rule rule, int round, int person, int other = nobody) { m_broken.push_back({rule, round, person, other}); }

    void presence() {
        for (int round = 0; round < m_problem.rounds(); ++round) {
            std::vector<int> seats(m_problem.people.size());
            for (const Table& people : m_plan.rounds[static_cast<Index>(round)])
                for (const int person : people) ++seats[static_cast<Index>(person)];
            for (int person = 0; person < m_problem.size(); ++person)
                if (seats[static_cast<Index>(person)] != m_problem.present(person, round))
                    add(Rule::presence, round, person);
        }
    }

    void history() {
        const auto played = tables_by_person(m_problem, m_problem.history);
        for (int round = 0; round < m_problem.played(); ++round)
            for (int person = 0; person < m_problem.size(); ++person)
                if (played[static_cast<Index>(person)][static_cast<Index>(round)] != table(person, round))
                    add(Rule::history, round, person);
    }

    void hosts_and_pins() {
        m_hosted.assign(m_problem.people.size(), std::vector<bool>(static_cast<Index>(m_problem.rounds())));
        for (const Host& host : m_problem.hosts)
            for (int round = host.from; round < host.to; ++round) {
                m_hosted[static_cast<Index>(host.person)][static_cast<Index>(round)] = true;
                if (round >= m_problem.played() && table(host.person, round) != host.table)
                    add(Rule::host, round, host.person, host.table);
            }
        for (const SeatPin& pin : m_problem.seats)
            if (pin.round >= m_problem.played() && table(pin.person, pin.round) != pin.table)
                add(Rule::seat, pin.round, pin.person, pin.table);
        for (int round = m_problem.played(); round < m_problem.rounds(); ++round) {
            for (const auto& [first, second] : m_problem.together) {
                if (table(first, round) == nobody || table(second, round) == nobody) continue;
                if (table(first, round) != table(second, round)) add(Rule::together, round, first, second);
            }
            for (const auto& [first, second] : m_problem.apart)
                if (table(first, round) != nobody && table(first, round) == table(second, round))
                    add(Rule::apart, round, first, second);
        }
    }

    void questions(int person) {
        each_question_again(m_problem, m_table_of[static_cast<Index>(person)], [&](int round, int question) {
            if (round >= m_problem.played() && !m_hosted[static_cast<Index>(person)][static_cast<Index>(round)])
                add(Rule::question, round, person, question);
        });
    }

    void balance() {
        const bool excused =
            !m_problem.history.empty() || !m_problem.hosts.empty() || !m_problem.seats.empty() ||
            !m_problem.together.empty() || !m_problem.apart.empty() ||
            std::any_of(m_problem.people.begin(), m_problem.people.end(), [this](const Person& person) {
                return person.arrives > 0 || person.leaves < m_problem.rounds();
            });
        if (excused) return;
        for (int round = 0; round < m_problem.rounds(); ++round) {
            const Round& tables = m_plan.rounds[static_cast<Index>(round)];
            const auto [least, most] = std::minmax_element(
                tables.begin(), tables.end(), [](const Table& a, const Table& b) { return a.size() < b.size(); });
            if (most->size() - least->size() > 1)
                add(Rule::balance, round, nobody, static_cast<int>(most - tables.begin()));
        }
    }

    /// More than two meetings; only where the problem limits them, and not for pairs who are to be together.
    void meetings() {
        if (m_problem.limit == MeetingLimit::none) return;
        std::vector<int> met;
        for (int person = 0; person < m_problem.size(); ++person) {
            met.clear();
            for (int round = 0; round < m_problem.rounds(); ++round) {
                if (table(person, round) == nobody) continue;
                for (const int other :
                     m_plan.rounds[static_cast<Index>(round)][static_cast<Index>(table(person, round))])
                    if (other > person) met.push_back(other);
            }
            std::sort(met.begin(), met.end());
            for (Index i = 2; i < met.size(); ++i) {
                const bool third = met[i] == met[i - 2] && (i == 2 || met[i] != met[i - 3]);
                if (third && !together(person, met[i])) add(Rule::limit, nobody, person, met[i]);
            }
        }
    }

    bool together(int a, int b) const {
        return std::any_of(m_problem.together.begin(), m_problem.together.end(), [a, b](const Pair& pair) {
            return std::minmax(pair.first, pair.second) == std::minmax(a, b);
        });
    }

    const Problem& m_problem;
    const Plan& m_plan;
    std::vector<std::vector<int>> m_table_of;  ///< [person][round]
    std::vector<std::vector<bool>> m_hosted{}; ///< [person][round]
    std::vector<Broken> m_broken{};
};

bool right_shape(const Problem& problem, const Plan& plan) {
    if (static_cast<int>(plan.rounds.size()) != problem.rounds()) return false;
    for (int round = 0; round < problem.rounds(); ++round) {
        const Round& tables = plan.rounds[static_cast<Index>(round)];
        if (static_cast<int>(tables.size()) != problem.tables(round)) return false;
        for (const Table& table : tables)
            for (const int person : table)
                if (person < 0 || person >= problem.size()) return false;
    }
    return true;
}

} // namespace

Quality measure(const Problem& problem, const Plan& plan) {
    Quality quality;
    count_meetings(problem, plan, quality);
    count_moves(problem, plan, quality);
    for (Index round = 0; round < plan.rounds.size(); ++round) {
        Index least = problem.people.size();
        Index most = 0;
        for (const Table& table : plan.rounds[round]) {
            least = std::min(least, table.size());
            most = std::max(most, table.size());
            quality.organisation_pairs += same_pairs(problem, table, &Person::organisation);
            quality.kind_pairs += same_pairs(problem, table, &Person::kind);
        }
        if (static_cast<int>(round) >= problem.played())
            quality.size_spread = std::max(quality.size_spread, static_cast<int>(most - least));
    }
    const Weights& weights = problem.weights;
    quality.score = weights.repeat * quality.repeats + weights.organisation * quality.organisation_pairs +
                    weights.kind * quality.kind_pairs;
    return quality;
}

std::vector<Broken> broken_rules(const Problem& problem, const Plan& plan) {
    if (!right_shape(problem, plan)) return {{Rule::shape}};
    return Judge(problem, plan).run();
}

std::vector<Broken> broken_before(const Problem& problem) {
    std::vector<Broken> broken;
    if (problem.rule != QuestionRule::each_once) return broken;
    const auto tables = tables_by_person(problem, problem.history);
    for (int person = 0; person < problem.size(); ++person)
        each_question_again(problem, tables[static_cast<Index>(person)], [&](int round, int question) {
            const bool hosts = std::any_of(problem.hosts.begin(), problem.hosts.end(), [&](const Host& host) {
                return host.person == person && host.from <= round && round < host.to;
            });
            if (!hosts) broken.push_back({Rule::question, round, person, question});
        });
    return broken;
}

std::string explain(const Problem& problem, const Broken& broken, int first) {
    const auto name = [&problem](int person) {
        if (person == nobody) return std::string("nobody");
        const std::string& given = problem.person(person).name;
        return given.empty() ? fmt::format("person {}", person + 1) : given;
    };
    const int round = broken.round + first;
    const int place = broken.other + first;
    switch (broken.rule) {
    case Rule::shape: return "the plan has not the problem's rounds, tables and people";
    case Rule::presence:
        return fmt::format("round {}: {} has not exactly one seat while present and none while away", round,
                           name(broken.person));
    case Rule::history:
        return fmt::format("round {} was already played and {} has been moved", round, name(broken.person));
    case Rule::question: return fmt::format("round {}: {} sees question {} again", round, name(broken.person), place);
    case Rule::host: return fmt::format("round {}: host {} is not at table {}", round, name(broken.person), place);
    case Rule::together:
        return fmt::format("round {}: {} and {} are not together", round, name(broken.person), name(broken.other));
    case Rule::apart:
        return fmt::format("round {}: {} and {} are not apart", round, name(broken.person), name(broken.other));
    case Rule::seat: return fmt::format("round {}: {} is not at table {}", round, name(broken.person), place);
    case Rule::balance: return fmt::format("round {}: table {} is larger than another by more than one", round, place);
    case Rule::limit: return fmt::format("{} and {} meet more than twice", name(broken.person), name(broken.other));
    }
    return {};
}

} // namespace ronde::rotation
