#include "app/seating_numbers.hpp"

#include "app/seating_hosts.hpp"
#include "app/seating_pins.hpp"
#include "app/seating_room.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace ronde::app {
namespace {

using Seats = std::vector<std::vector<std::optional<int>>>; ///< [participant][round] → table in the planner's numbers

constexpr int to_the_end = std::numeric_limits<int>::max();

/// Builds the numbers of one café, step by step.
class Numbering {
public:
    Numbering(const cafe::Session& session, Announced announced)
        : m_session(session), m_room(seating_room(session)), m_rounds(cafe::round_count(session)),
          m_begun(std::min(static_cast<int>(cafe::begun_rounds(session)), m_rounds)), m_announced(announced) {}

    std::optional<SeatingNumbers> run() {
        if (m_rounds == 0 || m_room.least == 0) return std::nullopt;
        number_participants();
        lay_out_tables();
        m_seats = seats_now();
        take_people();
        if (m_out.people.empty()) return std::nullopt;
        const cafe::SeatingRules& rules = m_session.seating_rules;
        rotation::Problem& problem = m_out.problem;
        problem.rule = rules.style == cafe::SeatingStyle::successive ? rotation::QuestionRule::free
                                                                     : rotation::QuestionRule::each_once;
        problem.limit =
            rules.limit == cafe::MeetingLimit::twice ? rotation::MeetingLimit::twice : rotation::MeetingLimit::none;
        problem.weights = weights_of(rules);
        for (int round = 0; round < m_begun; ++round) problem.history.push_back(round_of(round));
        if (m_announced == Announced::yes)
            for (int round = 0; round < m_rounds; ++round) problem.announced.push_back(round_of(round));
        choose_hosts(m_session, m_begun, m_out);
        take_pins(m_session, m_begun, m_out);
        return std::move(m_out);
    }

private:
    void number_participants() {
        for (std::size_t i = 0; i < m_session.participants.size(); ++i)
            m_index.emplace(m_session.participants[i].id.value, i);
    }

    /// Played rounds have as many tables a question as the fullest question, so that each table that was used has a
    /// number; rounds to come only as many as every question has.
    void lay_out_tables() {
        const auto coming = static_cast<std::size_t>(std::max(in_use(), 1));
        for (int round = 0; round < m_rounds; ++round) {
            const std::size_t each = round < m_begun ? m_room.most : coming;
            m_out.problem.tables_per_question.push_back(static_cast<int>(each));
            auto& tables = m_out.tables.emplace_back();
            for (const auto& mine : m_room.tables)
                for (std::size_t t = 0; t < each; ++t)
                    tables.push_back(t < mine.size() ? m_session.tables[mine[t]].id : cafe::TableId{});
        }
        m_out.problem.questions = static_cast<int>(m_room.tables.size());
    }

    /// A plan that people know keeps the tables that it uses, though one person less would do with fewer.
    int in_use() const {
        int most = 0;
        for (int round = m_begun; round < m_rounds; ++round)
            most =
                std::max(most, static_cast<int>(std::ranges::count_if(m_session.participants, [&](const auto& person) {
                             return cafe::attends(person, round + 1);
                         })));
        auto tables = static_cast<int>(tables_in_use(m_room, most));
        if (m_announced == Announced::no) return tables;
        for (const auto& mine : m_room.tables)
            for (std::size_t t = 0; t < std::min(mine.size(), m_room.least); ++t)
                for (int round = m_begun; round < m_rounds; ++round)
                    if (!cafe::people_at(m_session, round + 1, m_session.tables[mine[t]].id).empty())
                        tables = std::max(tables, static_cast<int>(t) + 1);
        return tables;
    }

    /// Where everybody sits by the plan as it stands, in the numbers of each round; tables that have none seat nobody.
    Seats seats_now() const {
        Seats seats(m_session.participants.size(), std::vector<std::optional<int>>(static_cast<std::size_t>(m_rounds)));
        for (std::size_t round = 0; round < m_out.tables.size(); ++round)
            for (std::size_t t = 0; t < m_out.tables[round].size(); ++t)
                for (const auto& id : cafe::people_at(m_session, static_cast<int>(round) + 1, m_out.tables[round][t]))
                    if (const auto at = m_index.find(id.value); at != m_index.end())
                        seats[at->second][round] = static_cast<int>(t);
        return seats;
    }

    /// From when to when the planner has to think of a person; empty where never. A stay has no gap: of played rounds
    /// in which somebody was now in, now out, only the last stretch counts.
    std::pair<int, int> stay_of(std::size_t index) const {
        const auto sat = [&](int round) { return m_seats[index][static_cast<std::size_t>(round)].has_value(); };
        int to = m_begun;
        const cafe::Participant& person = m_session.participants[index];
        const int first = std::max(person.first_round - 1, m_begun);
        const int last = person.last_round == 0 ? m_rounds : std::min(person.last_round, m_rounds);
        if (person.presence != cafe::Presence::absent && first < last) {
            if (first > m_begun) return {first, last};
            to = last;
        } else {
            while (to > 0 && !sat(to - 1)) --to;
        }
        int from = std::min(to, m_begun);
        while (from > 0 && sat(from - 1)) --from;
        return {from, to};
    }

    void take_people() {
        for (std::size_t i = 0; i < m_session.participants.size(); ++i) {
            const auto [from, to] = stay_of(i);
            if (from >= to) continue;
            rotation::Person person = labelled(m_session, m_session.participants[i]);
            person.arrives = from;
            person.leaves = to >= m_rounds ? to_the_end : to;
            m_out.problem.people.push_back(std::move(person));
            m_out.people.push_back(i);
        }
    }

    /// Who sits where by the plan as it stands, of those whom the problem has there.
    rotation::Round round_of(int round) const {
        rotation::Round out(m_out.tables[static_cast<std::size_t>(round)].size());
        for (int person = 0; person < m_out.problem.size(); ++person) {
            const auto& seat = m_seats[m_out.people[static_cast<std::size_t>(person)]][static_cast<std::size_t>(round)];
            if (seat && m_out.problem.present(person, round)) out[static_cast<std::size_t>(*seat)].push_back(person);
        }
        return out;
    }

    const cafe::Session& m_session;
    SeatingRoom m_room;
    int m_rounds;
    int m_begun;
    Announced m_announced;
    std::unordered_map<std::string_view, std::size_t> m_index{};
    Seats m_seats{};
    SeatingNumbers m_out{};
};

/// The fewest and the most others that somebody meets.
std::pair<int, int> met_by_anyone(const rotation::Problem& problem, const rotation::Plan& plan) {
    std::vector<std::vector<const rotation::Table*>> tables_of(problem.people.size());
    for (const rotation::Round& round : plan.rounds)
        for (const rotation::Table& table : round)
            for (const int person : table) tables_of[static_cast<std::size_t>(person)].push_back(&table);
    if (tables_of.empty()) return {0, 0};
    std::vector<int> met(tables_of.size(), 0);
    std::vector<int> counted_for(tables_of.size(), rotation::nobody); // whom somebody was last counted for
    for (int one = 0; one < problem.size(); ++one)
        for (const rotation::Table* table : tables_of[static_cast<std::size_t>(one)])
            for (const int other : *table)
                if (other != one && std::exchange(counted_for[static_cast<std::size_t>(other)], one) != one)
                    ++met[static_cast<std::size_t>(one)];
    const auto [least, most] = std::ranges::minmax_element(met);
    return {*least, *most};
}

/// A rule by its name, where no pin stands for it.
std::string_view rule_name(rotation::Rule rule) {
    using rotation::Rule;
    switch (rule) {
    case Rule::shape: return "shape";
    case Rule::presence: return "presence";
    case Rule::history: return "history";
    case Rule::question: return "question";
    case Rule::host: return "host";
    case Rule::together: return "together";
    case Rule::apart: return "apart";
    case Rule::seat: return "seat";
    case Rule::balance: return "balance";
    case Rule::limit: return "limit";
    }
    return "shape";
}

/// Who has a seat in that round and keeps a table in it as its host.
bool hosts(const cafe::Seating& seating, int round, const cafe::ParticipantId& person) {
    if (seating.host_spans.empty()) return std::ranges::find(seating.hosts, person) != seating.hosts.end();
    return std::ranges::any_of(seating.host_spans, [&](const cafe::HostSpan& span) {
        return span.person == person && span.first_round <= round && round <= span.last_round;
    });
}

/// The rounds in which each person sits at a question, by the questions' ids; rounds from 1.
using RoundsAt = std::map<std::string_view, std::map<std::string_view, std::vector<int>>>;

RoundsAt rounds_at_questions(const cafe::Session& session, const cafe::Seating& seating) {
    std::map<std::string_view, std::string_view> question_at;
    for (const cafe::Table& table : session.tables)
        if (!table.question.empty()) question_at.emplace(table.id.value, table.question.value);
    RoundsAt out;
    for (std::size_t r = 0; r < seating.companies.size(); ++r)
        for (const cafe::Company& company : seating.companies[r])
            if (const auto at = question_at.find(company.table.value); at != question_at.end())
                for (const cafe::ParticipantId& person : company.people)
                    out[person.value][at->second].push_back(static_cast<int>(r) + 1);
    return out;
}

} // namespace

rotation::Weights weights_of(const cafe::SeatingRules& rules) {
    return {.repeat = rules.weights.repeat, .organisation = rules.weights.organisation, .kind = rules.weights.kind};
}

rotation::Person labelled(const cafe::Session& session, const cafe::Participant& person) {
    rotation::Person out{.name = person.name};
    const auto organisation = std::ranges::find(session.organisations, person.organisation, &cafe::Organisation::id);
    if (organisation == session.organisations.end()) return out;
    out.organisation = static_cast<int>(organisation - session.organisations.begin());
    if (organisation->kind != cafe::OrganisationKind::other) out.kind = static_cast<int>(organisation->kind);
    return out;
}

std::optional<SeatingNumbers> seating_numbers(const cafe::Session& session, Announced announced) {
    return Numbering(session, announced).run();
}

cafe::SeatingQuality quality_of(const rotation::Problem& problem, const rotation::Planned& planned) {
    const rotation::Quality& from = planned.quality;
    cafe::SeatingQuality to{.score = from.score,
                            .bound = planned.bound.score,
                            .optimal = planned.optimal,
                            .repeats = from.repeats,
                            .organisation_pairs = from.organisation_pairs,
                            .kind_pairs = from.kind_pairs,
                            .distinct_pairs = from.distinct_pairs,
                            .most_often = from.most_often,
                            .size_spread = from.size_spread};
    std::tie(to.fewest_met, to.most_met) = met_by_anyone(problem, planned.plan);
    for (const rotation::Broken& broken : planned.broken) {
        const std::string name(rule_name(broken.rule));
        if (std::ranges::find(to.broken, name) == to.broken.end()) to.broken.push_back(name);
    }
    return to;
}

std::vector<cafe::SeenAgain> seen_again(const cafe::Session& session, const cafe::Seating& seating) {
    std::vector<cafe::SeenAgain> out;
    if (session.seating_rules.style == cafe::SeatingStyle::successive) return out;
    const auto begun = static_cast<int>(cafe::begun_rounds(session));
    const auto questions = static_cast<std::ptrdiff_t>(seating_room(session).tables.size());
    const RoundsAt at = rounds_at_questions(session, seating);
    for (const cafe::Participant& person : session.participants) {
        const auto mine = at.find(person.id.value);
        if (mine == at.end()) continue;
        for (const auto& [question, rounds] : mine->second) {
            const bool again = std::any_of(rounds.begin() + 1, rounds.end(), [&](int round) {
                const auto seen = std::ranges::count_if(
                    mine->second, [round](const auto& other) { return other.second.front() < round; });
                return round > begun && seen < questions && !hosts(seating, round, person.id);
            });
            if (again) out.push_back({.person = person.id, .question = {std::string(question)}, .rounds = rounds});
        }
    }
    return out;
}

cafe::Seating seating_of(const cafe::Session& session, const SeatingNumbers& numbers,
                         const rotation::Planned& planned) {
    cafe::Seating seating;
    seating.basis = session.structure;
    const auto begun = std::min(cafe::begun_rounds(session), session.seating.rounds.size());
    seating.rounds.assign(session.seating.rounds.begin(),
                          session.seating.rounds.begin() + static_cast<std::ptrdiff_t>(begun));
    for (std::size_t round = 0; round < planned.plan.rounds.size(); ++round) {
        auto& companies = seating.companies.emplace_back();
        for (std::size_t t = 0; t < planned.plan.rounds[round].size(); ++t) {
            rotation::Table people = planned.plan.rounds[round][t];
            if (people.empty() || numbers.tables[round][t].empty()) continue;
            std::ranges::sort(people);
            cafe::Company company{numbers.tables[round][t]};
            for (const int person : people)
                company.people.push_back(session.participants[numbers.people[static_cast<std::size_t>(person)]].id);
            companies.push_back(std::move(company));
        }
    }
    seating.hosts = numbers.hosts;
    seating.host_spans = numbers.host_spans;
    seating.quality = quality_of(numbers.problem, planned);
    seating.quality->seen_again = seen_again(session, seating);
    name_broken_pins(session, numbers, planned, *seating.quality);
    seating.notes = room_notes(session);
    return seating;
}

} // namespace ronde::app
