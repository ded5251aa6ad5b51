#include "app/seating_hosts.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace ronde::app {
namespace {

class Hosting {
public:
    Hosting(const cafe::Session& session, int begun, SeatingNumbers& numbers)
        : m_session(session), m_begun(begun), m_numbers(numbers),
          m_host_of(begun < numbers.problem.rounds() ? static_cast<std::size_t>(numbers.problem.tables(begun)) : 0,
                    rotation::nobody) {}

    void run() {
        if (m_host_of.empty()) return;
        pinned();
        if (!m_numbers.problem.announced.empty() || m_begun > 0) staying();
        with_the_role();
        chosen();
        for (std::size_t table = 0; table < m_host_of.size(); ++table)
            if (m_host_of[table] != rotation::nobody) add(m_host_of[table], static_cast<int>(table));
    }

private:
    const cafe::Participant& participant(int person) const {
        return m_session.participants[m_numbers.people[static_cast<std::size_t>(person)]];
    }
    std::optional<int> person_of(const cafe::ParticipantId& id) const {
        for (int person = 0; person < m_numbers.problem.size(); ++person)
            if (participant(person).id == id) return person;
        return std::nullopt;
    }
    bool free(int person) const { return std::ranges::find(m_host_of, person) == m_host_of.end(); }
    /// There for at least the next round.
    bool there(int person) const { return m_numbers.problem.present(person, m_begun); }

    void pinned() {
        const auto& tables = m_numbers.tables[static_cast<std::size_t>(m_begun)];
        for (const cafe::Pin& pin : m_session.seating_rules.pins) {
            if (pin.kind != cafe::PinKind::host) continue;
            const auto person = person_of(pin.person);
            if (!person) continue; // away: nothing to be asked of them
            if (!there(*person)) { // who comes only later finds every table with its host
                if (m_numbers.problem.person(*person).arrives > m_begun) m_numbers.dropped.push_back(pin.id.value);
                continue;
            }
            const auto table = std::ranges::find(tables, pin.table);
            const bool can = table != tables.end() && free(*person) &&
                             m_host_of[static_cast<std::size_t>(table - tables.begin())] == rotation::nobody;
            if (can)
                m_host_of[static_cast<std::size_t>(table - tables.begin())] = *person;
            else
                m_numbers.dropped.push_back(pin.id.value);
        }
    }

    /// Who hosts by the present plan goes on where they are.
    void staying() {
        for (const cafe::ParticipantId& id : m_session.seating.hosts) {
            const auto person = person_of(id);
            if (!person || !there(*person) || !free(*person)) continue;
            const auto table_id = cafe::table_of(m_session, m_begun + 1, id);
            const auto& tables = m_numbers.tables[static_cast<std::size_t>(m_begun)];
            const auto table = std::ranges::find(tables, table_id);
            if (table_id.empty() || table == tables.end()) continue;
            auto& host = m_host_of[static_cast<std::size_t>(table - tables.begin())];
            if (host == rotation::nobody) host = *person;
        }
    }

    void take(int person) {
        const auto table = std::ranges::find(m_host_of, rotation::nobody);
        if (table != m_host_of.end()) *table = person;
    }

    void with_the_role() {
        for (int person = 0; person < m_numbers.problem.size(); ++person) {
            const auto& roles = participant(person).roles;
            if (std::ranges::find(roles, cafe::Role::host) == roles.end()) continue;
            if (free(person) && there(person)) take(person);
        }
    }

    /// The rest, so that organisations and kinds host as evenly as can be; whoever is pinned otherwise stays a guest.
    void chosen() {
        std::map<int, int> by_organisation;
        std::map<int, int> by_kind;
        std::vector<bool> tied(m_numbers.problem.people.size());
        for (const cafe::Pin& pin : m_session.seating_rules.pins)
            if (pin.kind != cafe::PinKind::host)
                for (const auto& id : {pin.person, pin.other})
                    if (const auto person = person_of(id)) tied[static_cast<std::size_t>(*person)] = true;
        const auto count = [&](int person) {
            by_organisation[m_numbers.problem.person(person).organisation] += 1;
            by_kind[m_numbers.problem.person(person).kind] += 1;
        };
        for (const int host : m_host_of)
            if (host != rotation::nobody) count(host);
        while (std::ranges::find(m_host_of, rotation::nobody) != m_host_of.end()) {
            std::optional<std::tuple<bool, bool, int, int, int>> best;
            for (int person = 0; person < m_numbers.problem.size(); ++person) {
                if (!free(person) || !there(person)) continue;
                const rotation::Person& who = m_numbers.problem.person(person);
                const std::tuple<bool, bool, int, int, int> key{
                    tied[static_cast<std::size_t>(person)], who.leaves < m_numbers.problem.rounds(),
                    who.organisation == rotation::nobody ? 0 : by_organisation[who.organisation], by_kind[who.kind],
                    person};
                best = best ? std::min(*best, key) : key;
            }
            if (!best) return;
            take(std::get<4>(*best));
            count(std::get<4>(*best));
        }
    }

    /// In the rounds to come, and in the played ones where they sat at that table all along.
    void add(int person, int table) {
        rotation::Problem& problem = m_numbers.problem;
        m_numbers.hosts.push_back(participant(person).id);
        problem.hosts.push_back({.person = person,
                                 .table = table,
                                 .from = m_begun,
                                 .to = std::min(problem.rounds(), problem.person(person).leaves)});
        const cafe::TableId id = m_numbers.tables[static_cast<std::size_t>(m_begun)][static_cast<std::size_t>(table)];
        for (int round = problem.person(person).arrives; round < m_begun; ++round) {
            const auto& before = m_numbers.tables[static_cast<std::size_t>(round)];
            const auto at = static_cast<std::size_t>(std::ranges::find(before, id) - before.begin());
            const rotation::Round& played = problem.history[static_cast<std::size_t>(round)];
            if (at >= played.size() || std::ranges::find(played[at], person) == played[at].end()) return;
        }
        if (problem.person(person).arrives >= m_begun) return;
        const auto& before = m_numbers.tables.front();
        const auto at = static_cast<int>(std::ranges::find(before, id) - before.begin());
        if (problem.tables_per_question.front() == problem.tables_a_question(m_begun))
            problem.hosts.back().from = problem.person(person).arrives;
        else
            problem.hosts.push_back(
                {.person = person, .table = at, .from = problem.person(person).arrives, .to = m_begun});
    }

    const cafe::Session& m_session;
    int m_begun;
    SeatingNumbers& m_numbers;
    std::vector<int> m_host_of; ///< [table of the rounds to come] → person, or nobody
};

} // namespace

void choose_hosts(const cafe::Session& session, int begun, SeatingNumbers& numbers) {
    if (session.seating_rules.hosting == cafe::Hosting::stay) Hosting(session, begun, numbers).run();
}

} // namespace ronde::app
