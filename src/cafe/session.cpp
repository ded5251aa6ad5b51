#include "cafe/session.hpp"

#include <algorithm>

namespace ronde::cafe {
namespace {

template <class Thing, class ThingId>
const Thing* find_in(const std::vector<Thing>& things, const ThingId& id) {
    const auto at = std::ranges::find(things, id, &Thing::id);
    return at == things.end() ? nullptr : &*at;
}

template <class Thing, class ThingId>
std::optional<std::size_t> index_in(const std::vector<Thing>& things, const ThingId& id) {
    const auto at = std::ranges::find(things, id, &Thing::id);
    if (at == things.end()) return std::nullopt;
    return static_cast<std::size_t>(at - things.begin());
}

const std::vector<Placement>* placements(const Session& session, int round) {
    if (round < 1 || static_cast<std::size_t>(round) > session.seating.rounds.size()) return nullptr;
    return &session.seating.rounds[static_cast<std::size_t>(round) - 1];
}

const std::vector<Company>* companies(const Session& session, int round) {
    if (round < 1 || static_cast<std::size_t>(round) > session.seating.companies.size()) return nullptr;
    return &session.seating.companies[static_cast<std::size_t>(round) - 1];
}

} // namespace

const Organisation* find(const Session& session, const OrganisationId& id) {
    return find_in(session.organisations, id);
}
const Participant* find(const Session& session, const ParticipantId& id) {
    return find_in(session.participants, id);
}
const Question* find(const Session& session, const QuestionId& id) {
    return find_in(session.questions, id);
}
const Table* find(const Session& session, const TableId& id) {
    return find_in(session.tables, id);
}
const Group* find(const Session& session, const GroupId& id) {
    return find_in(session.groups, id);
}
const Step* find(const Session& session, const StepId& id) {
    return find_in(session.agenda, id);
}
const Idea* find(const Session& session, const IdeaId& id) {
    return session.ideas.find(id);
}
const Component* find(const Session& session, const ComponentId& id) {
    return find_in(session.opening.components, id);
}
const Theme* find(const Session& session, const ThemeId& id) {
    return find_in(session.harvest.themes, id);
}
const Commitment* find(const Session& session, const CommitmentId& id) {
    return find_in(session.follow_up.commitments, id);
}

std::optional<std::size_t> index_of(const Session& session, const QuestionId& id) {
    return index_in(session.questions, id);
}
std::optional<std::size_t> index_of(const Session& session, const TableId& id) {
    return index_in(session.tables, id);
}
std::optional<std::size_t> index_of(const Session& session, const StepId& id) {
    return index_in(session.agenda, id);
}

std::optional<std::size_t> current_step(const Session& session) {
    if (session.timer.state == ClockState::idle) return std::nullopt;
    return index_of(session, session.timer.step);
}

int round_count(const Session& session) {
    return static_cast<int>(std::ranges::count(session.agenda, StepKind::round, &Step::kind));
}

int round_at(const Session& session, std::size_t index) {
    if (index >= session.agenda.size() || session.agenda[index].kind != StepKind::round) return 0;
    const auto first = session.agenda.begin();
    return static_cast<int>(std::count_if(first, first + static_cast<std::ptrdiff_t>(index) + 1,
                                          [](const Step& step) { return step.kind == StepKind::round; }));
}

int round_for_notes(const Session& session) {
    const auto current = current_step(session);
    if (!current) return 0;
    for (std::size_t i = *current + 1; i-- > 0;)
        if (const int round = round_at(session, i); round > 0) return round;
    return 0;
}

int round_for_room(const Session& session) {
    const auto current = current_step(session);
    if (!current || session.timer.state == ClockState::finished) return 0;
    if (session.agenda[*current].kind == StepKind::travel)
        return *current + 1 < session.agenda.size() ? round_at(session, *current + 1) : 0;
    return round_at(session, *current);
}

GroupId group_at(const Session& session, int round, const TableId& table) {
    if (const auto* places = placements(session, round))
        for (const Placement& place : *places)
            if (place.table == table) return place.group;
    return {};
}

TableId table_of(const Session& session, int round, const GroupId& group) {
    if (const auto* places = placements(session, round))
        for (const Placement& place : *places)
            if (place.group == group) return place.table;
    return {};
}

std::vector<ParticipantId> people_at(const Session& session, int round, const TableId& table) {
    if (const auto* rooms = companies(session, round))
        for (const Company& company : *rooms)
            if (company.table == table) return company.people;
    const Group* group = find(session, group_at(session, round, table));
    return group == nullptr ? std::vector<ParticipantId>{} : group->members;
}

TableId table_of(const Session& session, int round, const ParticipantId& person) {
    if (const auto* rooms = companies(session, round))
        for (const Company& company : *rooms)
            if (std::ranges::find(company.people, person) != company.people.end()) return company.table;
    const Group* group = group_of(session, person);
    return group == nullptr ? TableId{} : table_of(session, round, group->id);
}

bool hosts_in(const Session& session, int round, const ParticipantId& person) {
    const Seating& seating = session.seating;
    if (seating.host_spans.empty())
        return std::ranges::find(seating.hosts, person) != seating.hosts.end() &&
               !table_of(session, round, person).empty();
    return std::ranges::any_of(seating.host_spans, [&](const HostSpan& span) {
        return span.person == person && span.first_round <= round && round <= span.last_round &&
               span.table == table_of(session, round, person);
    });
}

int number_at(const Session& session, int round, const TableId& table) {
    if (companies(session, round) != nullptr) return static_cast<int>(people_at(session, round, table).size());
    const Group* group = find(session, group_at(session, round, table));
    return group == nullptr ? 0 : size_of(*group);
}

QuestionId question_at(const Session& session, int round, const TableId& table) {
    if (session.seating_rules.style == SeatingStyle::successive && !session.questions.empty())
        return session.questions[static_cast<std::size_t>(std::max(round, 1) - 1) % session.questions.size()].id;
    const Table* found = find(session, table);
    return found == nullptr ? QuestionId{} : found->question;
}

std::size_t begun_rounds(const Session& session) {
    std::size_t begun = 0;
    std::size_t round = 0;
    for (const Step& step : session.agenda) {
        if (step.kind != StepKind::round) continue;
        ++round;
        for (const StepRun& run : session.timer.runs)
            if (run.step == step.id && run.started_at) begun = round;
    }
    return begun;
}

bool attends(const Participant& person, int round) {
    return person.presence != Presence::absent && person.first_round <= round &&
           (person.last_round == 0 || round <= person.last_round);
}

const Group* group_of(const Session& session, const ParticipantId& person) {
    for (const Group& group : session.groups)
        if (std::ranges::find(group.members, person) != group.members.end()) return &group;
    return nullptr;
}

int size_of(const Group& group) {
    return group.members.empty() ? group.count : static_cast<int>(group.members.size());
}

} // namespace ronde::cafe
