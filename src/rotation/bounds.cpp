#include "rotation/bounds.hpp"

#include "rotation/dispatch.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

std::int64_t pairs_of(std::int64_t count) {
    return count * (count - 1) / 2;
}

/// The least Σ spread(people cut into `parts` tables, each over `boxes`); even tables are best, spread being convex.
std::int64_t spread_tables(std::int64_t people, std::int64_t parts, std::int64_t boxes) {
    const std::int64_t larger = people % parts;
    return larger * spread(people / parts + 1, boxes) + (parts - larger) * spread(people / parts, boxes);
}

/// The least number of pairs when `things` more are put into boxes that hold `loads` already, these pairs included.
std::int64_t fill(std::vector<std::int64_t> loads, std::int64_t things) {
    std::sort(loads.begin(), loads.end());
    std::int64_t pairs = 0;
    for (const std::int64_t load : loads) pairs += pairs_of(load);
    Index filled = 0; // the first `filled` boxes are level
    for (std::int64_t level = loads.front(); things > 0; ++level) {
        while (filled < loads.size() && loads[filled] == level) ++filled;
        const std::int64_t used = std::min(things, static_cast<std::int64_t>(filled));
        pairs += used * level;
        things -= used;
        for (Index i = 0; i < filled; ++i) loads[i] = level + 1;
    }
    return pairs;
}

class Bounding {
public:
    Bounding(const Problem& problem, const std::function<bool()>& stop)
        : m_problem(problem), m_stop(stop),
          m_host_table(problem.people.size(), std::vector<int>(static_cast<Index>(problem.rounds()), nobody)),
          m_played_table(problem.people.size(), std::vector<int>(problem.history.size(), nobody)),
          m_seen(problem.people.size()) {
        for (const Host& host : problem.hosts)
            for (int round = host.from; round < host.to; ++round)
                if (round >= problem.played() || sat_there(host, round))
                    m_host_table[static_cast<Index>(host.person)][static_cast<Index>(round)] = host.table;
        m_held_table = m_host_table;
        for (const SeatPin& pin : problem.seats)
            m_held_table[static_cast<Index>(pin.person)][static_cast<Index>(pin.round)] = pin.table;
        for (int round = 0; round < problem.played(); ++round) {
            const Round& tables = problem.history[static_cast<Index>(round)];
            for (int table = 0; table < problem.tables(round); ++table)
                for (const int person : tables[static_cast<Index>(table)]) {
                    m_played_table[static_cast<Index>(person)][static_cast<Index>(round)] = table;
                    m_seen[static_cast<Index>(person)].push_back(problem.question_of(round, table));
                }
        }
        for (auto& seen : m_seen) {
            std::sort(seen.begin(), seen.end());
            seen.erase(std::unique(seen.begin(), seen.end()), seen.end());
        }
    }

    std::int64_t repeats() {
        std::int64_t by_tables = 0; // a sum of what is at least 0: part of it is a bound too
        for (int first = 0; first < m_problem.rounds(); ++first)
            for (int second = first + 1; second < m_problem.rounds() && !stopped(); ++second)
                by_tables += pairs_again(first, second);
        if (m_problem.played() == m_problem.rounds()) return by_tables; // nothing is open: what was, is
        return std::max({by_tables, by_counting(), by_six_questions(), by_pins()});
    }

    template <class Member>
    std::int64_t same_pairs(Member member) {
        std::map<int, std::vector<int>> people_of;
        for (int person = 0; person < m_problem.size(); ++person)
            if (const int value = m_problem.person(person).*member; value != nobody) people_of[value].push_back(person);
        std::int64_t pairs = 0;
        for (const auto& [value, people] : people_of) {
            if (stopped()) break;
            pairs += std::max(by_round(people), by_question(people));
        }
        return pairs;
    }

private:
    /// Once it said so, it is not asked again.
    bool stopped() {
        m_stopped = m_stopped || (m_stop && m_stop());
        return m_stopped;
    }

    /// Whether the host of a round already played kept the table; the history counts, whatever was planned.
    bool sat_there(const Host& host, int round) const {
        const Table& table = m_problem.history[static_cast<Index>(round)][static_cast<Index>(host.table)];
        return std::find(table.begin(), table.end(), host.person) != table.end();
    }

    int host_table(int person, int round) const {
        return m_host_table[static_cast<Index>(person)][static_cast<Index>(round)];
    }
    int held_table(int person, int round) const {
        return m_held_table[static_cast<Index>(person)][static_cast<Index>(round)];
    }
    bool hosted(int person, int round) const { return host_table(person, round) != nobody; }
    int played_table(int person, int round) const {
        return m_played_table[static_cast<Index>(person)][static_cast<Index>(round)];
    }
    bool ruled() const { return m_problem.rule == QuestionRule::each_once && m_problem.questions > 1; }

    /// (A) The pairs that must be together in both rounds.
    std::int64_t pairs_again(int first, int second) {
        if (second < m_problem.played()) return pairs_in_history(first, second);
        if (first < m_problem.played()) return pairs_after_history(first, second);
        std::int64_t movers = 0;
        for (int person = 0; person < m_problem.size(); ++person) {
            movers += m_problem.present(person, first) && m_problem.present(person, second) && !hosted(person, first) &&
                      !hosted(person, second);
        }
        // Before round Q nobody has seen every question, so the question of one round is barred in the other.
        const int away = ruled() && second < m_problem.questions ? 1 : 0;
        const auto boxes = [this, away](int round) {
            return std::int64_t{m_problem.questions - away} * m_problem.tables_a_question(round);
        };
        return std::max(spread_tables(movers, m_problem.tables(first), boxes(second)),
                        spread_tables(movers, m_problem.tables(second), boxes(first)));
    }

    std::int64_t pairs_in_history(int first, int second) const {
        std::map<std::pair<int, int>, std::int64_t> cells;
        for (int person = 0; person < m_problem.size(); ++person) {
            if (played_table(person, first) == nobody || played_table(person, second) == nobody) continue;
            ++cells[{played_table(person, first), played_table(person, second)}];
        }
        std::int64_t pairs = 0;
        for (const auto& [cell, count] : cells) pairs += pairs_of(count);
        return pairs;
    }

    std::int64_t pairs_after_history(int first, int second) {
        std::int64_t pairs = 0;
        for (const Table& table : m_problem.history[static_cast<Index>(first)]) {
            if (stopped()) break;
            Dispatch dispatch(m_problem.questions, m_problem.tables_a_question(second));
            for (const int person : table)
                if (m_problem.present(person, second) && !hosted(person, second))
                    pairs += dispatch.send(allowed(person, second));
        }
        return pairs;
    }

    /// The questions that somebody may be sent to in a round not yet played, judged by the history alone.
    std::vector<int> allowed(int person, int round) const {
        const std::vector<int>& seen = m_seen[static_cast<Index>(person)];
        const auto most_seen = static_cast<int>(seen.size()) + round - m_problem.played();
        std::vector<int> questions;
        for (int question = 0; question < m_problem.questions; ++question)
            if (!ruled() || most_seen >= m_problem.questions || !std::binary_search(seen.begin(), seen.end(), question))
                questions.push_back(question);
        return questions;
    }

    /// (B) Even tables have the fewest meetings, and only so many pairs exist to have them.
    std::int64_t by_counting() const {
        std::int64_t meetings = 0;
        for (int round = 0; round < m_problem.rounds(); ++round) {
            if (round < m_problem.played()) {
                for (const Table& table : m_problem.history[static_cast<Index>(round)])
                    meetings += pairs_of(static_cast<std::int64_t>(table.size()));
                continue;
            }
            std::int64_t present = 0;
            for (int person = 0; person < m_problem.size(); ++person) present += m_problem.present(person, round);
            meetings += spread(present, m_problem.tables(round));
        }
        const std::int64_t pairs = pairs_that_can_meet();
        return pairs > 0 ? spread(meetings, pairs) : 0;
    }

    using Stays = std::map<std::pair<int, int>, std::int64_t>; ///< from … to − 1 → how many people

    std::int64_t pairs_that_can_meet() const {
        Stays everybody;
        Stays always_hosts;
        for (int person = 0; person < m_problem.size(); ++person) {
            const int from = m_problem.person(person).arrives;
            const int to = std::min(m_problem.rounds(), m_problem.person(person).leaves);
            if (from >= to) continue;
            ++everybody[{from, to}];
            bool always = true;
            for (int round = from; round < to; ++round) always = always && hosted(person, round);
            if (always) ++always_hosts[{from, to}];
        }
        return pairs_there(everybody) - (hosts_all_apart() ? pairs_there(always_hosts) : 0);
    }

    /// The pairs who are there together in some round.
    static std::int64_t pairs_there(const Stays& stays) {
        std::int64_t pairs = 0;
        for (auto one = stays.begin(); one != stays.end(); ++one) {
            pairs += pairs_of(one->second);
            for (auto other = std::next(one); other != stays.end(); ++other) {
                const int overlap =
                    std::min(one->first.second, other->first.second) - std::max(one->first.first, other->first.first);
                if (overlap > 0) pairs += one->second * other->second;
            }
        }
        return pairs;
    }

    /// Whether no two hosts hold the same table in the same round, so that hosts never meet.
    bool hosts_all_apart() const {
        std::vector<std::pair<int, int>> held;
        for (const Host& host : m_problem.hosts)
            for (int round = host.from; round < host.to; ++round) held.emplace_back(round, host.table);
        std::sort(held.begin(), held.end());
        return std::adjacent_find(held.begin(), held.end()) == held.end();
    }

    /// (C) A room of six questions, one table each, six rounds: each person is a permutation, two that agree in more
    /// than one place meet again, at most 18 agree pairwise at most once, and Turán's theorem counts the rest.
    std::int64_t by_six_questions() const {
        constexpr int six = 6;
        constexpr std::int64_t most_permutations = 18;
        const auto plain = [this](const Person& person) {
            return person.arrives == 0 && person.leaves >= m_problem.rounds();
        };
        const std::vector<int> single(six, 1);
        const bool applies = ruled() && m_problem.questions == six && m_problem.tables_per_question == single &&
                             m_problem.hosts.empty() && m_problem.history.empty() &&
                             std::all_of(m_problem.people.begin(), m_problem.people.end(), plain);
        return applies ? spread(m_problem.size(), most_permutations) : 0;
    }

    /// (F) People who are to be together meet in every round that both attend; so do those whom others join.
    std::int64_t by_pins() const {
        std::vector<std::pair<int, int>> meetings; // one entry a meeting
        for (int round = m_problem.played(); round < m_problem.rounds(); ++round)
            for (const std::vector<int>& company : companies(round))
                for (auto one = company.begin(); one != company.end(); ++one)
                    for (auto other = std::next(one); other != company.end(); ++other)
                        meetings.emplace_back(*one, *other);
        std::sort(meetings.begin(), meetings.end());
        std::int64_t pairs = 0;
        for (auto at = meetings.begin(); at != meetings.end();) {
            const auto end = std::find_if(at, meetings.end(), [&](const auto& other) { return other != *at; });
            std::int64_t times = end - at;
            for (int round = 0; round < m_problem.played(); ++round)
                times += played_table(at->first, round) != nobody &&
                         played_table(at->first, round) == played_table(at->second, round);
            pairs += pairs_of(times);
            at = end;
        }
        return pairs;
    }

    /// Those whom pins bring to one table in a round, each in ascending order; of very many, some: that is a bound too.
    std::vector<std::vector<int>> companies(int round) const {
        constexpr std::size_t enough = 200;
        std::map<int, int> joined; // towards the smallest of them
        const auto smallest = [&joined](int person) {
            for (auto at = joined.find(person); at != joined.end() && at->second != person;) {
                at->second = joined.at(at->second);
                person = at->second;
                at = joined.find(person);
            }
            return person;
        };
        for (const auto& [first, second] : m_problem.together) {
            if (!m_problem.present(first, round) || !m_problem.present(second, round)) continue;
            const auto [low, high] = std::minmax({smallest(first), smallest(second)});
            joined[low] = low;
            joined[high] = low;
        }
        std::map<int, std::vector<int>> members;
        std::vector<int> people;
        for (const auto& [person, towards] : joined) people.push_back(person);
        for (const int person : people) members[smallest(person)].push_back(person);
        std::vector<std::vector<int>> out;
        for (auto& [first, company] : members) {
            company.resize(std::min(company.size(), enough));
            out.push_back(std::move(company));
        }
        return out;
    }

    /// (D) In each round, the members present go over its tables, some of them held there.
    std::int64_t by_round(const std::vector<int>& people) const {
        std::int64_t pairs = 0;
        std::vector<int> held;
        for (int round = 0; round < m_problem.rounds(); ++round) {
            held.clear();
            std::int64_t loose = 0;
            for (const int person : people) {
                if (!m_problem.present(person, round)) continue;
                const int table = round < m_problem.played() ? played_table(person, round) : held_table(person, round);
                if (table == nobody) {
                    ++loose;
                } else {
                    held.push_back(table);
                }
            }
            if (held.empty()) {
                pairs += spread(loose, m_problem.tables(round));
                continue;
            }
            std::vector<std::int64_t> loads(static_cast<Index>(m_problem.tables(round)));
            for (const int table : held) ++loads[static_cast<Index>(table)];
            pairs += fill(std::move(loads), loose);
        }
        return pairs;
    }

    /// (E) Where everybody visits each question once, over all the tables that a question has in all rounds.
    std::int64_t by_question(const std::vector<int>& people) const {
        const auto always = [this](const Person& person) {
            return person.arrives == 0 && person.leaves >= m_problem.rounds();
        };
        const bool applies = m_problem.rule == QuestionRule::each_once && m_problem.rounds() == m_problem.questions &&
                             m_problem.history.empty() && !m_problem.hosts.empty() &&
                             std::all_of(m_problem.people.begin(), m_problem.people.end(), always);
        if (!applies) return 0;
        std::int64_t guests = 0;
        std::vector<std::vector<std::int64_t>> loads(static_cast<Index>(m_problem.questions));
        for (int round = 0; round < m_problem.rounds(); ++round) {
            std::vector<std::int64_t> held(static_cast<Index>(m_problem.tables(round)));
            for (const int person : people)
                if (hosted(person, round)) ++held[static_cast<Index>(host_table(person, round))];
            for (int table = 0; table < m_problem.tables(round); ++table)
                loads[static_cast<Index>(m_problem.question_of(round, table))].push_back(
                    held[static_cast<Index>(table)]);
        }
        for (const int person : people) {
            const auto& tables = m_host_table[static_cast<Index>(person)];
            guests += std::all_of(tables.begin(), tables.end(), [](int table) { return table == nobody; });
        }
        std::int64_t pairs = 0;
        for (const auto& tables : loads) pairs += fill(tables, guests);
        return pairs;
    }

    const Problem& m_problem;
    const std::function<bool()>& m_stop;
    bool m_stopped = false;
    std::vector<std::vector<int>> m_host_table;   ///< [person][round], as host
    std::vector<std::vector<int>> m_held_table{}; ///< [person][round], as host or by a pin
    std::vector<std::vector<int>> m_played_table; ///< [person][round played]
    std::vector<std::vector<int>> m_seen;         ///< questions of the history, sorted
};

} // namespace

std::int64_t spread(std::int64_t things, std::int64_t boxes) {
    const std::int64_t full = things / boxes;
    return things % boxes * pairs_of(full + 1) + (boxes - things % boxes) * pairs_of(full);
}

Bound lower_bound(const Problem& problem, const std::function<bool()>& stop) {
    Bounding bounding(problem, stop);
    Bound bound;
    bound.repeats = bounding.repeats();
    bound.organisation_pairs = bounding.same_pairs(&Person::organisation);
    bound.kind_pairs = bounding.same_pairs(&Person::kind);
    const Weights& weights = problem.weights;
    bound.score = weights.repeat * bound.repeats + weights.organisation * bound.organisation_pairs +
                  weights.kind * bound.kind_pairs;
    return bound;
}

} // namespace ronde::rotation
