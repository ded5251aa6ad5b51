#include "cafe/apply.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

namespace ronde::cafe {
namespace {

constexpr std::size_t most_questions = 50;
constexpr std::size_t most_tables = 2000;
constexpr int most_in_group = 1000;
constexpr int most_weight = 1000;

template <class Thing>
Order ids_of(const std::vector<Thing>& things) {
    Order order;
    for (const Thing& thing : things) order.ids.push_back(thing.id.value);
    return order;
}

/// Makes the list of one kind what `wanted` says, remembered thing by thing: what is missing goes, the rest is put,
/// then the order.
template <class Thing>
void replace_all(Applying& applying, ObjectKind kind, ObjectKind order_kind, const std::vector<Thing>& present,
                 const std::vector<Thing>& wanted) {
    const std::vector<Thing> before = present; // `present` changes under us
    for (const Thing& thing : before)
        if (std::ranges::find(wanted, thing.id, &Thing::id) == wanted.end())
            touch(applying, prepare_scope, kind, thing.id.value, std::nullopt);
    for (const Thing& thing : wanted) {
        const auto old = std::ranges::find(before, thing.id, &Thing::id);
        if (old == before.end() || !(*old == thing))
            touch(applying, prepare_scope, kind, thing.id.value, Object{thing});
    }
    if (ids_of(present) != ids_of(wanted)) touch(applying, prepare_scope, order_kind, {}, Object{ids_of(wanted)});
}

template <class Thing>
std::unordered_set<std::string_view> known_ids(const std::vector<Thing>& things) {
    std::unordered_set<std::string_view> ids;
    ids.reserve(things.size());
    for (const Thing& thing : things) ids.insert(thing.id.value);
    return ids;
}

Verdict check_group(const Group& group, const std::unordered_set<std::string_view>& people) {
    if (!good_text(group.name, longest_line)) return rejected(Reason::bad_text, "the name of group " + group.id.value);
    if (group.count < 0 || group.count > most_in_group)
        return rejected(Reason::bad_value, "a group counts from 0 to 1,000 people");
    for (const ParticipantId& id : group.members)
        if (!people.contains(id.value)) return rejected(Reason::unknown_id, "no person " + id.value);
    return std::nullopt;
}

/// A pin may go on naming what was taken out since; a new one may not.
Verdict check_pin(const Session& session, const Pin& pin, std::set<PinId>& ids) {
    if (pin.id.empty() || !ids.insert(pin.id).second)
        return rejected(Reason::duplicate_id, "a pin stands twice, or has no id");
    if (std::ranges::find(session.seating_rules.pins, pin) != session.seating_rules.pins.end()) return std::nullopt;
    if (find(session, pin.person) == nullptr) return rejected(Reason::unknown_id, "no person " + pin.person.value);
    const bool of_two = pin.kind == PinKind::together || pin.kind == PinKind::apart;
    if (of_two && (find(session, pin.other) == nullptr || pin.other == pin.person))
        return rejected(Reason::unknown_id, "pin " + pin.id.value + " needs two people");
    if (!of_two && find(session, pin.table) == nullptr)
        return rejected(Reason::unknown_id, "no table " + pin.table.value);
    if (pin.kind == PinKind::seat && (pin.round < 1 || pin.round > round_count(session)))
        return rejected(Reason::bad_value, "no round " + std::to_string(pin.round));
    const bool in_order = pin.first_round <= pin.last_round || pin.last_round == 0;
    if (pin.first_round < 0 || pin.last_round < 0 || !in_order ||
        std::max(pin.first_round, pin.last_round) > round_count(session))
        return rejected(Reason::bad_value,
                        "no rounds " + std::to_string(pin.first_round) + " to " + std::to_string(pin.last_round));
    return std::nullopt;
}

Verdict check_companies(const Session& session, const Seating& seating) {
    if (seating.companies.size() > static_cast<std::size_t>(round_count(session)))
        return rejected(Reason::bad_value, "the plan has more rounds than the agenda");
    std::unordered_set<ParticipantId> known;
    for (const Participant& person : session.participants) known.insert(person.id);
    const auto there = known_ids(session.tables);
    for (const auto& round : seating.companies) {
        std::unordered_set<ParticipantId> seated;
        std::set<TableId> tables;
        for (const Company& company : round) {
            if (!there.contains(company.table.value))
                return rejected(Reason::unknown_id, "the plan seats people at " + company.table.value);
            if (!tables.insert(company.table).second)
                return rejected(Reason::duplicate_id, "the plan names table " + company.table.value + " twice");
            for (const ParticipantId& id : company.people) {
                if (!known.contains(id)) return rejected(Reason::unknown_id, "the plan seats " + id.value);
                if (!seated.insert(id).second)
                    return rejected(Reason::duplicate_id, "the plan seats " + id.value + " twice");
            }
        }
    }
    for (const ParticipantId& host : seating.hosts)
        if (!known.contains(host)) return rejected(Reason::unknown_id, "no host " + host.value);
    for (const HostSpan& span : seating.host_spans) {
        if (!known.contains(span.person)) return rejected(Reason::unknown_id, "no host " + span.person.value);
        if (!there.contains(span.table.value))
            return rejected(Reason::unknown_id, "a host of table " + span.table.value);
        if (span.first_round < 1 || span.last_round < span.first_round || span.last_round > round_count(session))
            return rejected(Reason::bad_value, "host " + span.person.value + " has rounds that there are none of");
    }
    return std::nullopt;
}

/// The rounds that have begun stay as they were.
template <class Seats>
void keep_begun(const Session& session, const std::vector<Seats>& present, std::vector<Seats>& planned) {
    const std::size_t kept = std::min(begun_rounds(session), present.size());
    planned.resize(std::max(planned.size(), kept));
    std::copy_n(present.begin(), kept, planned.begin());
}

} // namespace

void drop_stray_placements(Session& session) {
    const auto tables = known_ids(session.tables);
    const auto groups = known_ids(session.groups);
    for (auto& round : session.seating.rounds)
        std::erase_if(round, [&](const Placement& placement) {
            return !groups.contains(placement.group.value) || !tables.contains(placement.table.value);
        });
    std::unordered_set<std::string_view> people;
    if (!session.seating.companies.empty() || !session.seating.hosts.empty()) people = known_ids(session.participants);
    const auto gone = [&](const ParticipantId& id) { return !people.contains(id.value); };
    for (auto& round : session.seating.companies) {
        std::erase_if(round, [&](const Company& company) { return !tables.contains(company.table.value); });
        for (Company& company : round) std::erase_if(company.people, gone);
    }
    std::erase_if(session.seating.hosts, gone);
    const int last = round_count(session);
    for (HostSpan& span : session.seating.host_spans) span.last_round = std::min(span.last_round, last);
    std::erase_if(session.seating.host_spans, [&](const HostSpan& span) {
        return gone(span.person) || !tables.contains(span.table.value) || span.first_round > span.last_round;
    });
    if (session.seating.quality)
        std::erase_if(session.seating.quality->seen_again, [&](const SeenAgain& one) {
            return find(session, one.person) == nullptr || find(session, one.question) == nullptr;
        });
    const auto rounds = static_cast<std::size_t>(last);
    session.seating.rounds.resize(std::min(session.seating.rounds.size(), rounds));
    session.seating.companies.resize(std::min(session.seating.companies.size(), rounds));
}

void structure_changed(Applying& applying) {
    drop_stray_placements(applying.session);
    drop_stray_projection(applying.session); // a table that spoke may be gone
    applying.session.structure += 1;
    applying.effects.emplace_back(PlanSeating{applying.session.structure});
}

void people_changed(Applying& applying) {
    const Session& session = applying.session;
    if (session.seating_rules.grouping == Grouping::mixed || session.seating.quality) structure_changed(applying);
}

Verdict apply(Applying& applying, const PutQuestion& deed) {
    Session& session = applying.session;
    const Question& question = deed.question;
    if (question.id.empty()) return rejected(Reason::unknown_id, "the question has no id");
    if (!good_text(question.text, longest_line)) return rejected(Reason::bad_text, "question " + question.id.value);
    const bool is_new = find(session, question.id) == nullptr;
    if (is_new && session.questions.size() >= most_questions)
        return rejected(Reason::bad_value, "50 questions at most");
    touch(applying, prepare_scope, ObjectKind::question, question.id.value, Object{question});
    if (is_new) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveQuestion& deed) {
    Session& session = applying.session;
    if (find(session, deed.id) == nullptr) return rejected(Reason::unknown_id, "no question " + deed.id.value);
    for (const Idea& idea : session.ideas) {
        const Table* table = find(session, idea.table);
        if (idea.question == deed.id || (table != nullptr && table->question == deed.id))
            return rejected(Reason::has_ideas, "ideas were noted on question " + deed.id.value);
    }
    const auto tables = session.tables;
    for (const Table& table : tables)
        if (table.question == deed.id) touch(applying, prepare_scope, ObjectKind::table, table.id.value, std::nullopt);
    touch(applying, prepare_scope, ObjectKind::question, deed.id.value, std::nullopt);
    if (session.stage.question == deed.id) session.stage.question = {};
    structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const MoveQuestion& deed) {
    Session& session = applying.session;
    if (find(session, deed.id) == nullptr) return rejected(Reason::unknown_id, "no question " + deed.id.value);
    if (deed.index >= session.questions.size()) return rejected(Reason::bad_value, "no such place in the list");
    Order order = ids_of(session.questions);
    std::erase(order.ids, deed.id.value);
    order.ids.insert(order.ids.begin() + static_cast<std::ptrdiff_t>(deed.index), deed.id.value);
    touch(applying, prepare_scope, ObjectKind::question_order, {}, Object{std::move(order)});
    structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetTables& deed) {
    Session& session = applying.session;
    if (!ids_unique(deed.tables)) return rejected(Reason::duplicate_id, "a table stands twice, or has no id");
    if (deed.tables.size() > most_tables) return rejected(Reason::bad_value, "2,000 tables at most");
    std::unordered_set<TableId> wanted;
    for (const Table& table : deed.tables) {
        if (!good_text(table.name, longest_line)) return rejected(Reason::bad_text, "table " + table.id.value);
        if (!table.question.empty() && find(session, table.question) == nullptr)
            return rejected(Reason::unknown_id, "no question " + table.question.value);
        wanted.insert(table.id);
    }
    for (const Idea& idea : session.ideas)
        if (!wanted.contains(idea.table))
            return rejected(Reason::has_ideas, "ideas were noted at table " + idea.table.value);
    replace_all(applying, ObjectKind::table, ObjectKind::table_order, session.tables, deed.tables);
    if (!applying.change.objects.empty()) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetGroups& deed) {
    Session& session = applying.session;
    if (!ids_unique(deed.groups)) return rejected(Reason::duplicate_id, "a group stands twice, or has no id");
    if (deed.groups.size() > most_tables) return rejected(Reason::bad_value, "2,000 groups at most");
    std::unordered_set<GroupId> wanted;
    std::unordered_set<ParticipantId> seated;
    const auto people = known_ids(session.participants);
    for (const Group& group : deed.groups) {
        if (auto wrong = check_group(group, people)) return wrong;
        for (const ParticipantId& id : group.members)
            if (!seated.insert(id).second) return rejected(Reason::duplicate_id, id.value + " is in two groups");
        wanted.insert(group.id);
    }
    for (const Idea& idea : session.ideas)
        if (!idea.group.empty() && !wanted.contains(idea.group))
            return rejected(Reason::has_ideas, "ideas were noted by group " + idea.group.value);
    const Order before = ids_of(session.groups);
    replace_all(applying, ObjectKind::group, ObjectKind::group_order, session.groups, deed.groups);
    if (ids_of(session.groups) != before || session.seating.quality) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RenameGroup& deed) {
    const Group* present = find(applying.session, deed.id);
    if (present == nullptr) return rejected(Reason::unknown_id, "no group " + deed.id.value);
    if (!good_text(deed.text, longest_line)) return rejected(Reason::bad_text, "the name of group " + deed.id.value);
    Group group = *present;
    group.name = deed.text;
    touch(applying, prepare_scope, ObjectKind::group, deed.id.value, Object{std::move(group)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const MovePerson& deed) {
    Session& session = applying.session;
    if (find(session, deed.person) == nullptr) return rejected(Reason::unknown_id, "no person " + deed.person.value);
    if (!deed.group.empty() && find(session, deed.group) == nullptr)
        return rejected(Reason::unknown_id, "no group " + deed.group.value);
    if (const Group* from = group_of(session, deed.person)) {
        if (from->id == deed.group) return rejected(Reason::not_now, deed.person.value + " is in that group already");
        Group left = *from;
        std::erase(left.members, deed.person);
        if (left.members.empty()) left.count = 0;
        const std::string id = left.id.value;
        touch(applying, prepare_scope, ObjectKind::group, id, Object{std::move(left)});
    } else if (deed.group.empty()) {
        return rejected(Reason::not_now, deed.person.value + " is in no group");
    }
    if (!deed.group.empty()) {
        Group joined = *find(session, deed.group);
        joined.members.push_back(deed.person);
        touch(applying, prepare_scope, ObjectKind::group, deed.group.value, Object{std::move(joined)});
    }
    structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const EditSeating& deed) {
    const Session& session = applying.session;
    for (const int weight : {deed.rules.weights.repeat, deed.rules.weights.organisation, deed.rules.weights.kind})
        if (weight < 0 || weight > most_weight) return rejected(Reason::bad_value, "weights go from 0 to 1,000");
    if (deed.rules.host_rounds < 1 || deed.rules.host_rounds > most_host_rounds)
        return rejected(Reason::bad_value, "a host keeps a table for 1 to 100 rounds");
    std::set<PinId> ids;
    for (const Pin& pin : deed.rules.pins)
        if (auto wrong = check_pin(session, pin, ids)) return wrong;
    touch(applying, prepare_scope, ObjectKind::seating_rules, {}, Object{deed.rules});
    structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const ApplyPlan& deed) {
    Session& session = applying.session;
    if (deed.seating.basis != session.structure)
        return rejected(Reason::outdated, "the plan was made for an earlier structure");
    if (deed.seating.rounds.size() > static_cast<std::size_t>(round_count(session)))
        return rejected(Reason::bad_value, "the plan has more rounds than the agenda");
    const auto known_groups = known_ids(session.groups);
    const auto known_tables = known_ids(session.tables);
    for (const auto& round : deed.seating.rounds) {
        std::set<GroupId> groups;
        std::set<TableId> tables;
        for (const Placement& placement : round) {
            if (!known_groups.contains(placement.group.value) || !known_tables.contains(placement.table.value))
                return rejected(Reason::unknown_id,
                                "the plan seats " + placement.group.value + " at " + placement.table.value);
            if (!groups.insert(placement.group).second || !tables.insert(placement.table).second)
                return rejected(Reason::duplicate_id, "the plan seats two groups at a table, or a group twice");
        }
    }
    if (auto wrong = check_companies(session, deed.seating)) return wrong;
    Seating seating = deed.seating;
    keep_begun(session, session.seating.rounds, seating.rounds);
    keep_begun(session, session.seating.companies, seating.companies);
    session.seating = std::move(seating);
    return std::nullopt;
}

} // namespace ronde::cafe
