#include "app/seating_hosts.hpp"

#include "rotation/host_choice.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>

namespace ronde::app {
namespace {

class Hosting {
public:
    Hosting(const cafe::Session& session, int begun, SeatingNumbers& numbers)
        : m_session(session), m_rules(session.seating_rules), m_begun(begun), m_numbers(numbers),
          m_turn(m_rules.hosting == cafe::Hosting::relay ? m_rules.host_rounds : 0), m_choice(numbers.problem, m_turn) {
    }

    void run() {
        if (m_begun >= m_numbers.problem.rounds()) return;
        past();
        pinned();
        if (!m_numbers.problem.announced.empty() || m_begun > 0) staying();
        with_the_role();
        m_choice.fill(tied());
        for (const rotation::Host& host : m_choice.hosts()) add(host);
        list();
    }

private:
    const rotation::Problem& problem() const { return m_numbers.problem; }
    const cafe::ParticipantId& id_of(int person) const {
        return m_session.participants[m_numbers.people[static_cast<std::size_t>(person)]].id;
    }
    std::optional<int> person_of(const cafe::ParticipantId& id) const {
        for (int person = 0; person < problem().size(); ++person)
            if (id_of(person) == id) return person;
        return std::nullopt;
    }
    /// Of a table of the rounds to come.
    const cafe::TableId& id_of_table(int table) const {
        return m_numbers.tables[static_cast<std::size_t>(m_begun)][static_cast<std::size_t>(table)];
    }
    /// The table's number in a round; none where it has no seats then.
    std::optional<int> number_of(const cafe::TableId& table, int round) const {
        const auto& tables = m_numbers.tables[static_cast<std::size_t>(round)];
        const auto found = std::ranges::find(tables, table);
        if (table.empty() || found == tables.end()) return std::nullopt;
        return static_cast<int>(found - tables.begin());
    }

    /// Who hosted in the rounds that have begun, and sat there. Of a plan without turns, those who kept a table all the
    /// while.
    void past() {
        for (const cafe::HostSpan& span : m_session.seating.host_spans) sat(span);
        if (!m_session.seating.host_spans.empty() || m_begun == 0) return;
        for (const cafe::ParticipantId& host : m_session.seating.hosts) {
            int last = m_begun; // some have gone since
            while (last > 1 && cafe::table_of(m_session, last, host).empty()) --last;
            const cafe::TableId table = cafe::table_of(m_session, last, host);
            int first = last;
            while (first > 1 && cafe::table_of(m_session, first - 1, host) == table) --first;
            if (!table.empty()) sat({host, table, first, last});
        }
    }

    /// Adds the rounds that have begun in which the host of a span sat at its table.
    void sat(const cafe::HostSpan& span) {
        int hosted_from = 0;
        for (int round = span.first_round; round <= std::min(span.last_round, m_begun); ++round) {
            if (cafe::table_of(m_session, round, span.person) != span.table) continue;
            if (hosted_from != 0 && m_past.back().last_round == round - 1)
                m_past.back().last_round = round;
            else
                m_past.push_back({span.person, span.table, round, round});
            if (hosted_from == 0) hosted_from = round;
        }
        if (hosted_from == 0) return;
        // In the turn that is on, they do not hand over to themselves.
        const bool on = m_turn == 0 || (m_begun % m_turn != 0 && hosted_from > m_begun / m_turn * m_turn);
        if (const auto number = person_of(span.person); number && !on) m_choice.has_hosted(*number);
    }

    void pinned() {
        for (const cafe::Pin& pin : m_rules.pins) {
            if (pin.kind != cafe::PinKind::host) continue;
            const auto person = person_of(pin.person);
            if (!person) continue; // away: nothing to be asked of them
            const rotation::Person& who = problem().person(*person);
            const int from = std::max({m_begun, pin.first_round - 1, who.arrives});
            const int last = pin.last_round == 0 ? problem().rounds() : pin.last_round;
            const int to = std::min({problem().rounds(), last, who.leaves});
            if (from >= to) continue; // over, or not while they are there
            const auto table = number_of(pin.table, m_begun);
            if (!table || !m_choice.settle({*person, *table, from, to})) m_numbers.dropped.push_back(pin.id.value);
        }
    }

    /// Who hosts a table by the present plan goes on where they are to the end of the turn, unless they have had
    /// theirs; where they leave before it, or are gone, so does whoever the plan has after them.
    void staying() {
        for (const rotation::OpenTable& place : m_choice.open())
            for (int round = place.from; round < place.to; ++round) {
                const auto person = host_now(place.table, round);
                if (!person || (m_turn != 0 && m_choice.turns(*person) > 0)) continue;
                int to = round;
                while (to < place.to && m_choice.is_free(*person, round, to + 1)) ++to;
                if (m_choice.settle({*person, place.table, round, to})) round = to - 1;
            }
    }

    /// Of those who are there to be seated; rounds and tables in the planner's numbers.
    std::optional<int> host_now(int table, int round) const {
        for (const cafe::ParticipantId& id : cafe::people_at(m_session, round + 1, id_of_table(table)))
            if (cafe::hosts_in(m_session, round + 1, id)) return person_of(id);
        return std::nullopt;
    }

    void with_the_role() {
        std::vector<int> people;
        for (int person = 0; person < problem().size(); ++person) {
            const auto& roles = m_session.participants[m_numbers.people[static_cast<std::size_t>(person)]].roles;
            const bool asked = std::ranges::find(roles, cafe::Role::host) != roles.end();
            if (asked && (m_turn == 0 || m_choice.turns(person) == 0)) people.push_back(person);
        }
        m_choice.ask(people);
    }

    /// Whoever is pinned otherwise stays a guest where others can host.
    std::vector<bool> tied() const {
        std::vector<bool> tied(problem().people.size());
        for (const cafe::Pin& pin : m_rules.pins)
            if (pin.kind != cafe::PinKind::host)
                for (const auto& id : {pin.person, pin.other})
                    if (const auto person = person_of(id)) tied[static_cast<std::size_t>(*person)] = true;
        return tied;
    }

    /// In the rounds to come, and in the played ones where they sat at that table all along.
    void add(const rotation::Host& host) {
        rotation::Problem& problem = m_numbers.problem;
        problem.hosts.push_back(host);
        const int arrives = problem.person(host.person).arrives;
        if (host.from > m_begun || arrives >= m_begun) return;
        const cafe::TableId& id = id_of_table(host.table);
        for (int round = arrives; round < m_begun; ++round) {
            const auto at = number_of(id, round);
            const rotation::Round& played = problem.history[static_cast<std::size_t>(round)];
            if (!at) return;
            const rotation::Table& table = played[static_cast<std::size_t>(*at)];
            if (std::ranges::find(table, host.person) == table.end()) return;
        }
        if (problem.tables_per_question.front() == problem.tables_a_question(m_begun))
            problem.hosts.back().from = arrives;
        else
            problem.hosts.push_back(
                {.person = host.person, .table = *number_of(id, 0), .from = arrives, .to = m_begun});
    }

    /// Everybody who hosts or has hosted; where somebody hands over, or a table is another's later, also when.
    void list() {
        const auto name = [&](const cafe::ParticipantId& id) {
            if (std::ranges::find(m_numbers.hosts, id) == m_numbers.hosts.end()) m_numbers.hosts.push_back(id);
        };
        std::vector<cafe::HostSpan> spans = m_past;
        for (const rotation::Host& host : m_choice.hosts()) {
            const cafe::TableId& table = id_of_table(host.table);
            const auto before = std::ranges::find_if(spans, [&](const cafe::HostSpan& span) {
                return span.person == id_of(host.person) && span.table == table && span.last_round == host.from;
            });
            if (before != spans.end())
                before->last_round = host.to;
            else
                spans.push_back({id_of(host.person), table, host.from + 1, host.to});
            name(id_of(host.person));
        }
        for (const cafe::HostSpan& span : spans) name(span.person);
        std::set<std::string_view> hosted;
        const bool one_each = std::ranges::all_of(
            spans, [&](const auto& span) { return all_along(span) && hosted.insert(span.table.value).second; });
        if (!one_each) m_numbers.host_spans = std::move(spans);
    }

    /// Whether they host all the while they are there.
    bool all_along(const cafe::HostSpan& span) const {
        const auto person = person_of(span.person);
        if (!person) return false;
        const rotation::Person& who = problem().person(*person);
        return span.first_round - 1 <= who.arrives && span.last_round >= std::min(problem().rounds(), who.leaves);
    }

    const cafe::Session& m_session;
    const cafe::SeatingRules& m_rules;
    int m_begun;
    SeatingNumbers& m_numbers;
    int m_turn; ///< rounds that a host keeps a table; 0: all
    rotation::HostChoice m_choice;
    std::vector<cafe::HostSpan> m_past{};
};

} // namespace

void choose_hosts(const cafe::Session& session, int begun, SeatingNumbers& numbers) {
    if (session.seating_rules.hosting != cafe::Hosting::none) Hosting(session, begun, numbers).run();
}

} // namespace ronde::app
