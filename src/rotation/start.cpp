#include "rotation/start.hpp"

#include "rotation/construction.hpp"
#include "rotation/encounters.hpp"
#include "rotation/packing.hpp"
#include "rotation/sending.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <tuple>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

Plan empty_plan(const Problem& problem) {
    Plan plan;
    for (int round = 0; round < problem.rounds(); ++round)
        plan.rounds.emplace_back(static_cast<Index>(problem.tables(round)));
    return plan;
}

std::vector<int> guests_of(const Problem& problem) {
    std::vector<bool> host(problem.people.size());
    for (const Host& given : problem.hosts) host[static_cast<Index>(given.person)] = true;
    std::vector<int> guests;
    for (int person = 0; person < problem.size(); ++person)
        if (!host[static_cast<Index>(person)]) guests.push_back(person);
    return guests;
}

/// Builds the rounds not yet played, one after the other.
class Greedy {
public:
    Greedy(const Problem& problem, Random& random)
        : m_problem(problem), m_random(random), m_plan(empty_plan(problem)), m_met(problem.size(), problem.rounds()),
          m_seen(problem.people.size()), m_tied(problem.people.size()),
          m_tied_to(static_cast<Index>(problem.rounds()) * static_cast<Index>(problem.questions)),
          m_companions(problem.people.size()), m_rivals(problem.people.size()) {
        for (const Host& host : problem.hosts)
            for (int round = host.from; round < host.to; ++round) tie(host.person, round, host.table);
        for (const SeatPin& pin : problem.seats) tie(pin.person, pin.round, pin.table);
        for (auto& ties : m_tied) std::sort(ties.begin(), ties.end());
        for (const auto& [first, second] : problem.together) {
            m_companions[static_cast<Index>(first)].push_back(second);
            m_companions[static_cast<Index>(second)].push_back(first);
        }
        for (const auto& [first, second] : problem.apart) {
            m_rivals[static_cast<Index>(first)].push_back(second);
            m_rivals[static_cast<Index>(second)].push_back(first);
        }
    }

    Plan run() {
        for (int round = 0; round < m_problem.played(); ++round)
            for (int table = 0; table < m_problem.tables(round); ++table)
                for (const int person : m_problem.history[static_cast<Index>(round)][static_cast<Index>(table)])
                    seat(person, round, table);
        for (int round = m_problem.played(); round < m_problem.rounds(); ++round) fill(round);
        return std::move(m_plan);
    }

private:
    void seat(int person, int round, int table) {
        m_plan.rounds[static_cast<Index>(round)][static_cast<Index>(table)].push_back(person);
        m_met.seat(person, round, table);
        m_seen[static_cast<Index>(person)].insert(m_problem.question_of(round, table));
    }

    void tie(int person, int round, int table) {
        const int question = m_problem.question_of(round, table);
        m_tied[static_cast<Index>(person)].emplace_back(round, question);
        ++m_tied_to[static_cast<Index>(round) * static_cast<Index>(m_problem.questions) + static_cast<Index>(question)];
    }

    bool seated(int person, int round) const { return m_met.table(person, round) != nobody; }

    void fill(int round) {
        for (const Host& host : m_problem.hosts)
            if (host.from <= round && round < host.to && !seated(host.person, round))
                seat(host.person, round, host.table);
        for (const SeatPin& pin : m_problem.seats)
            if (pin.round == round && !seated(pin.person, round)) seat(pin.person, round, pin.table);
        for (int person = 0; person < m_problem.size(); ++person)
            if (seated(person, round)) bring(person, round);

        keep_announced(round);
        for (int person = 0; person < m_problem.size(); ++person) {
            const bool pinned =
                !m_companions[static_cast<Index>(person)].empty() || !m_rivals[static_cast<Index>(person)].empty();
            if (pinned && m_problem.present(person, round) && !seated(person, round)) seat_group(person, round);
        }

        const std::vector<std::vector<int>> people = sent(round);
        for (int question = 0; question < m_problem.questions; ++question) {
            std::vector<int> here = people[static_cast<Index>(question)];
            for (Index i = here.size(); i > 1; --i)
                std::swap(here[i - 1], here[static_cast<Index>(m_random.below(static_cast<int>(i)))]);
            for (const int person : here) {
                if (seated(person, round)) continue;
                seat(person, round, best_table(person, round, question));
            }
        }
    }

    /// Seats people where they were told they would sit, except at a question that they have seen or are tied to.
    void keep_announced(int round) {
        if (m_problem.announced.empty()) return;
        const Round& tables = m_problem.announced[static_cast<Index>(round)];
        for (int table = 0; table < m_problem.tables(round); ++table)
            for (const int person : tables[static_cast<Index>(table)]) {
                if (seated(person, round) || !m_problem.present(person, round)) continue;
                const std::vector<int> open = open_questions(person, round);
                if (!std::binary_search(open.begin(), open.end(), m_problem.question_of(round, table))) continue;
                if (rivals_at(person, round, table) > 0 || !m_companions[static_cast<Index>(person)].empty()) continue;
                seat(person, round, table);
            }
    }

    /// Seats all those who are to be with the person at the same table, and those who are to be with them.
    void bring(int person, int round) {
        const int table = m_met.table(person, round);
        for (const int other : m_companions[static_cast<Index>(person)]) {
            if (seated(other, round) || !m_problem.present(other, round)) continue;
            seat(other, round, table);
            bring(other, round);
        }
    }

    /// Seats somebody with pins, and all who are to be with them, before the others: at a question that none of them
    /// has seen and away from those who are to be apart from them, as far as there is such a table.
    void seat_group(int person, int round) {
        std::vector<int> group{person};
        for (Index i = 0; i < group.size(); ++i)
            for (const int other : m_companions[static_cast<Index>(group[i])])
                if (m_problem.present(other, round) && !seated(other, round) &&
                    std::find(group.begin(), group.end(), other) == group.end())
                    group.push_back(other);
        std::vector<int> seen_by(static_cast<Index>(m_problem.questions), static_cast<int>(group.size()));
        for (const int member : group)
            for (const int question : open_questions(member, round)) --seen_by[static_cast<Index>(question)];
        using Price = std::tuple<int, int, int, Index, std::int64_t>;
        int best = nobody;
        Price least{};
        for (int table = 0; table < m_problem.tables(round); ++table) {
            int rivals = 0;
            int told_otherwise = 0;
            std::int64_t price = 0;
            for (const int member : group) {
                rivals += rivals_at(member, round, table);
                told_otherwise += !told(member, round, table);
                price += company(member, at(round, table));
            }
            const Price now{seen_by[static_cast<Index>(m_problem.question_of(round, table))], rivals, told_otherwise,
                            at(round, table).size(), price};
            if (best != nobody && least <= now) continue;
            best = table;
            least = now;
        }
        for (const int member : group) seat(member, round, best);
    }

    /// Whether the announced plan, if there is one, has the person at that table.
    bool told(int person, int round, int table) const {
        if (m_problem.announced.empty()) return true;
        const Table& there = m_problem.announced[static_cast<Index>(round)][static_cast<Index>(table)];
        return std::find(there.begin(), there.end(), person) != there.end();
    }

    int rivals_at(int person, int round, int table) const {
        const std::vector<int>& rivals = m_rivals[static_cast<Index>(person)];
        return static_cast<int>(
            std::count_if(rivals.begin(), rivals.end(), [&](int rival) { return m_met.table(rival, round) == table; }));
    }

    /// Who goes to which question.
    std::vector<std::vector<int>> sent(int round) const {
        std::vector<Place> places;
        for (int question = 0; question < m_problem.questions; ++question) {
            Place& place = places.emplace_back(Place{.tables = m_problem.tables_a_question(round)});
            const int first = question * m_problem.tables_a_question(round);
            for (int table = first; table < first + m_problem.tables_a_question(round); ++table)
                place.load += static_cast<std::int64_t>(at(round, table).size());
            place.surplus = fewer_tied(round, question);
        }
        std::vector<int> waiting;
        std::vector<Traveller> travellers;
        for (int person = 0; person < m_problem.size(); ++person) {
            if (!m_problem.present(person, round) || seated(person, round)) continue;
            waiting.push_back(person);
            travellers.push_back({.open = open_questions(person, round),
                                  .due = due(person, round),
                                  .company = round > 0 ? m_met.table(person, round - 1) : nobody});
        }
        const std::vector<int> questions = send(places, travellers);
        std::vector<std::vector<int>> people(places.size());
        for (Index i = 0; i < waiting.size(); ++i) people[static_cast<Index>(questions[i])].push_back(waiting[i]);
        return people;
    }

    /// How many fewer people are tied to a question in this round than in the mean of this round and those to come.
    double fewer_tied(int round, int question) const {
        int tied = 0;
        for (int later = round; later < m_problem.rounds(); ++later) tied += tied_to(later, question);
        return static_cast<double>(tied) / (m_problem.rounds() - round) - tied_to(round, question);
    }

    int tied_to(int round, int question) const {
        return m_tied_to[static_cast<Index>(round) * static_cast<Index>(m_problem.questions) +
                         static_cast<Index>(question)];
    }

    /// Whether the person will have to go to each of the open questions, for as many rounds as there are such.
    bool due(int person, int round) const {
        if (at_will(person)) return false;
        auto rounds = std::min(m_problem.rounds(), m_problem.person(person).leaves) - round;
        for (const auto& [tied, question] : m_tied[static_cast<Index>(person)]) rounds -= tied >= round;
        return rounds >= static_cast<int>(open_questions(person, round).size());
    }

    /// Whether the question rule leaves the person any question.
    bool at_will(int person) const {
        return m_problem.rule == QuestionRule::free ||
               static_cast<int>(m_seen[static_cast<Index>(person)].size()) >= m_problem.questions;
    }

    /// The questions that the person has neither seen nor is tied to later, as far as that leaves one.
    std::vector<int> open_questions(int person, int round) const {
        const std::set<int>& seen = m_seen[static_cast<Index>(person)];
        const bool any = at_will(person);
        std::vector<int> unseen;
        for (int question = 0; question < m_problem.questions; ++question)
            if (any || !seen.contains(question)) unseen.push_back(question);
        std::vector<int> open = unseen;
        for (const auto& [later, question] : m_tied[static_cast<Index>(person)]) // the nearest first
            if (later > round && !any && (open.size() > 1 || open.front() != question)) std::erase(open, question);
        return open;
    }

    const Table& at(int round, int table) const {
        return m_plan.rounds[static_cast<Index>(round)][static_cast<Index>(table)];
    }

    /// Among the smallest tables of the question, the one whose company costs least.
    int best_table(int person, int round, int question) const {
        const int tables = m_problem.tables_a_question(round);
        int best = nobody;
        std::pair<Index, std::int64_t> least{};
        for (int table = question * tables; table < (question + 1) * tables; ++table) {
            const std::pair<Index, std::int64_t> now{at(round, table).size(), company(person, at(round, table))};
            if (best != nobody && least <= now) continue;
            best = table;
            least = now;
        }
        return best;
    }

    std::int64_t company(int person, const Table& table) const {
        std::int64_t price = 0;
        const Weights& weights = m_problem.weights;
        const Person& one = m_problem.person(person);
        for (const int other : table) {
            const Person& two = m_problem.person(other);
            price += weights.repeat * m_met.meetings(person, other);
            if (one.organisation != nobody && one.organisation == two.organisation) price += weights.organisation;
            if (one.kind != nobody && one.kind == two.kind) price += weights.kind;
        }
        return price;
    }

    const Problem& m_problem;
    Random& m_random;
    Plan m_plan;
    Encounters m_met;
    std::vector<std::set<int>> m_seen;                    ///< [person] → questions
    std::vector<std::vector<std::pair<int, int>>> m_tied; ///< [person] → rounds and questions, as host or by a pin
    std::vector<int> m_tied_to;                           ///< [round × questions + question] → how many
    std::vector<std::vector<int>> m_companions;           ///< [person] → who is to be with them
    std::vector<std::vector<int>> m_rivals;               ///< [person] → who is to be apart from them
};

} // namespace

bool regular(const Problem& problem) {
    const int rounds = problem.rounds();
    const bool same_tables = std::adjacent_find(problem.tables_per_question.begin(), problem.tables_per_question.end(),
                                                std::not_equal_to<>()) == problem.tables_per_question.end();
    const bool all_stay = std::all_of(problem.people.begin(), problem.people.end(), [rounds](const Person& person) {
        return person.arrives == 0 && person.leaves >= rounds;
    });
    std::set<int> held;
    const bool hosts_stay = std::all_of(problem.hosts.begin(), problem.hosts.end(), [&](const Host& host) {
        return host.from == 0 && host.to == rounds && held.insert(host.table).second;
    });
    return rounds > 0 && problem.history.empty() && problem.seats.empty() && same_tables && all_stay && hosts_stay;
}

Plan constructed_start(const Problem& problem, std::uint64_t variant) {
    if (const auto golf = golf_in(problem))
        if (const auto lines = golf_by_lines(*golf)) return dealt(problem, *lines);
    const bool free = problem.rule == QuestionRule::free;
    return dealt(problem, blocks({.people = static_cast<int>(guests_of(problem).size()),
                                  .questions = free ? 1 : problem.questions,
                                  .tables_per_question = free ? problem.tables(0) : problem.tables_a_question(0),
                                  .rounds = problem.rounds(),
                                  .hosted = !problem.hosts.empty(),
                                  .variant = variant}));
}

std::optional<Golf> golf_in(const Problem& problem) {
    const bool free = problem.rule == QuestionRule::free || problem.questions == 1;
    if (!free || !regular(problem) || !problem.hosts.empty() || problem.people.empty()) return std::nullopt;
    const int tables = problem.tables(0);
    if (problem.size() % tables != 0) return std::nullopt;
    return Golf{.tables = tables, .size = problem.size() / tables, .rounds = problem.rounds()};
}

Plan dealt(const Problem& problem, const std::vector<Route>& routes) {
    const std::vector<int> guests = packed(problem, guests_of(problem), problem.tables(0));
    Plan plan = empty_plan(problem);
    for (Index round = 0; round < plan.rounds.size(); ++round) {
        for (const Host& host : problem.hosts)
            plan.rounds[round][static_cast<Index>(host.table)].push_back(host.person);
        for (Index i = 0; i < guests.size(); ++i)
            plan.rounds[round][static_cast<Index>(routes[i][round])].push_back(guests[i]);
    }
    return plan;
}

Plan greedy_start(const Problem& problem, Random& random) {
    return Greedy(problem, random).run();
}

} // namespace ronde::rotation
