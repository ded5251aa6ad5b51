#include "rotation/encounters.hpp"
#include "rotation/sending.hpp"
#include "rotation/start.hpp"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

/// Builds the rounds not yet played, one after the other.
class Greedy {
public:
    Greedy(const Problem& problem, Random& random, const std::function<bool()>& stop)
        : m_problem(problem), m_random(random), m_stop(stop), m_met(problem.size(), problem.rounds()),
          m_seen(problem.people.size()), m_tied(problem.people.size()),
          m_tied_to(static_cast<Index>(problem.rounds()) * static_cast<Index>(problem.questions)),
          m_companions(problem.people.size()), m_rivals(problem.people.size()) {
        for (int round = 0; round < problem.rounds(); ++round)
            m_plan.rounds.emplace_back(static_cast<Index>(problem.tables(round)));
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
        if (stopped()) return seat_the_rest(round);
        const std::vector<double> surplus = seat_groups(round);
        std::vector<std::vector<int>> people = sent(round, surplus);
        for (int question = 0; question < m_problem.questions; ++question) {
            std::vector<int>& here = people[static_cast<Index>(question)];
            std::stable_partition(here.begin(), here.end(),
                                  [this](int person) { return !m_rivals[static_cast<Index>(person)].empty(); });
            for (const int person : here) {
                if (stopped()) return seat_the_rest(round);
                seat(person, round, best_table({person}, round, tables_of(question, round)));
            }
        }
    }

    /// Once it said so, it is not asked again.
    bool stopped() {
        m_stopped = m_stopped || (m_stop && m_stop());
        return m_stopped;
    }

    /// Without a look at the company: each to the emptiest of their questions and to its emptiest table, and with them
    /// those who are to be with them.
    void seat_the_rest(int round) {
        std::vector<Place> load = places(round);
        for (int person = 0; person < m_problem.size(); ++person) {
            if (!m_problem.present(person, round) || seated(person, round)) continue;
            const std::vector<int> open = open_questions(person, round);
            const int question = *std::min_element(open.begin(), open.end(), [&load](int a, int b) {
                return load[static_cast<Index>(a)].load < load[static_cast<Index>(b)].load;
            });
            const auto [first, last] = tables_of(question, round);
            int table = first;
            for (int other = first + 1; other < last; ++other)
                if (at(round, other).size() < at(round, table).size()) table = other;
            seat(person, round, table);
            bring(person, round);
            if (m_companions[static_cast<Index>(person)].empty())
                ++load[static_cast<Index>(question)].load;
            else
                load = places(round);
        }
    }

    void shuffle(std::vector<int>& people) {
        for (Index i = people.size(); i > 1; --i)
            std::swap(people[i - 1], people[static_cast<Index>(m_random.below(static_cast<int>(i)))]);
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

    /// Seats those who are to be together: at a question that none of them has seen, as far as there is one. Gives how
    /// many more people than in the rounds to come each question can take because fewer of them are there.
    std::vector<double> seat_groups(int round) {
        std::vector<double> surplus(static_cast<Index>(m_problem.questions));
        std::vector<std::vector<int>> groups;
        std::vector<Traveller> travellers;
        for (std::vector<int>& group : groups_in(round)) {
            Traveller traveller = traveller_of(group.front(), round);
            for (const int member : group) {
                const std::vector<int> open = open_questions(member, round);
                std::erase_if(traveller.open,
                              [&open](int q) { return !std::binary_search(open.begin(), open.end(), q); });
            }
            const int told = told_table(group, round);
            if (told != nobody &&
                std::binary_search(traveller.open.begin(), traveller.open.end(), m_problem.question_of(round, told))) {
                for (const int member : group) seat(member, round, told);
                continue;
            }
            if (traveller.open.empty()) { // one of them sees a question again, or they are not together
                const int table = best_table(group, round, all_tables(round));
                for (const int member : group) seat(member, round, table);
                continue;
            }
            travellers.push_back(std::move(traveller));
            groups.push_back(std::move(group));
        }
        const std::vector<int> questions = send(places(round), travellers);
        for (Index i = 0; i < groups.size(); ++i) {
            const auto size = static_cast<double>(groups[i].size());
            const std::vector<int>& open = travellers[i].open;
            for (const int question : open)
                surplus[static_cast<Index>(question)] += size / static_cast<double>(open.size());
            surplus[static_cast<Index>(questions[i])] -= size;
            const int table = best_table(groups[i], round, tables_of(questions[i], round));
            for (const int member : groups[i]) seat(member, round, table);
        }
        return surplus;
    }

    /// The people without a seat who are to be together, each with all of theirs.
    std::vector<std::vector<int>> groups_in(int round) const {
        std::vector<std::vector<int>> groups;
        std::vector<bool> taken(m_problem.people.size());
        for (int person = 0; person < m_problem.size(); ++person) {
            std::vector<int> group;
            const auto take = [&](int one) {
                if (taken[static_cast<Index>(one)] || !m_problem.present(one, round) || seated(one, round)) return;
                taken[static_cast<Index>(one)] = true;
                group.push_back(one);
            };
            if (!m_companions[static_cast<Index>(person)].empty()) take(person);
            for (Index i = 0; i < group.size(); ++i)
                for (const int other : m_companions[static_cast<Index>(group[i])]) take(other);
            if (group.size() > 1) groups.push_back(std::move(group));
        }
        return groups;
    }

    /// The table at which the announced plan has all of them, or nobody.
    int told_table(const std::vector<int>& group, int round) const {
        if (m_problem.announced.empty()) return nobody;
        const Round& tables = m_problem.announced[static_cast<Index>(round)];
        const auto holds = [&group](const Table& table) {
            return std::all_of(group.begin(), group.end(), [&table](int member) {
                return std::find(table.begin(), table.end(), member) != table.end();
            });
        };
        const auto found = std::find_if(tables.begin(), tables.end(), holds);
        return found == tables.end() ? nobody : static_cast<int>(found - tables.begin());
    }

    int rivals_at(int person, int round, int table) const {
        const std::vector<int>& rivals = m_rivals[static_cast<Index>(person)];
        return static_cast<int>(
            std::count_if(rivals.begin(), rivals.end(), [&](int rival) { return m_met.table(rival, round) == table; }));
    }

    /// The questions with who sits there.
    std::vector<Place> places(int round) const {
        std::vector<Place> places;
        for (int question = 0; question < m_problem.questions; ++question) {
            const auto [first, last] = tables_of(question, round);
            Place& place = places.emplace_back(Place{.tables = last - first});
            for (int table = first; table < last; ++table)
                place.load += static_cast<std::int64_t>(at(round, table).size());
        }
        return places;
    }

    Traveller traveller_of(int person, int round) const {
        return {.open = open_questions(person, round),
                .due = due(person, round),
                .company = round > 0 ? m_met.table(person, round - 1) : nobody};
    }

    /// Who goes to which question.
    std::vector<std::vector<int>> sent(int round, const std::vector<double>& surplus) {
        std::vector<int> waiting;
        for (int person = 0; person < m_problem.size(); ++person)
            if (m_problem.present(person, round) && !seated(person, round)) waiting.push_back(person);
        shuffle(waiting);
        std::vector<Traveller> travellers;
        for (const int person : waiting) travellers.push_back(traveller_of(person, round));
        std::vector<Place> free = places(round);
        for (int question = 0; question < m_problem.questions; ++question)
            free[static_cast<Index>(question)].surplus =
                surplus[static_cast<Index>(question)] + fewer_tied(round, question);
        const std::vector<int> questions = send(free, travellers);
        std::vector<std::vector<int>> people(free.size());
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

    /// From the first table to the one before the last.
    struct Tables {
        int first = 0;
        int last = 0;
    };

    Tables tables_of(int question, int round) const {
        const int tables = m_problem.tables_a_question(round);
        return {question * tables, (question + 1) * tables};
    }
    Tables all_tables(int round) const { return {0, m_problem.tables(round)}; }

    /// The table with the fewest of those whom they are to be apart from, among these the smallest, among these the one
    /// whose company costs least. A question that one of them has seen is the last resort.
    int best_table(const std::vector<int>& group, int round, Tables among) const {
        std::vector<int> seen_by(static_cast<Index>(m_problem.questions), static_cast<int>(group.size()));
        for (const int member : group)
            for (const int question : open_questions(member, round)) --seen_by[static_cast<Index>(question)];
        int best = nobody;
        std::tuple<int, int, Index, std::int64_t> least{};
        for (int table = among.first; table < among.last; ++table) {
            int rivals = 0;
            std::int64_t price = 0;
            for (const int member : group) {
                rivals += rivals_at(member, round, table);
                price += company(member, at(round, table));
            }
            const std::tuple now{seen_by[static_cast<Index>(m_problem.question_of(round, table))], rivals,
                                 at(round, table).size(), price};
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
    const std::function<bool()>& m_stop;
    bool m_stopped = false;
    Plan m_plan{};
    Encounters m_met;
    std::vector<std::set<int>> m_seen;                    ///< [person] → questions
    std::vector<std::vector<std::pair<int, int>>> m_tied; ///< [person] → rounds and questions, as host or by a pin
    std::vector<int> m_tied_to;                           ///< [round × questions + question] → how many
    std::vector<std::vector<int>> m_companions;           ///< [person] → who is to be with them
    std::vector<std::vector<int>> m_rivals;               ///< [person] → who is to be apart from them
};

} // namespace

Plan greedy_start(const Problem& problem, Random& random, const std::function<bool()>& stop) {
    return Greedy(problem, random, stop).run();
}

} // namespace ronde::rotation
