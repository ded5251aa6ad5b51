// Organisations that become one, or go: what names them follows, within one undo.

#include "cafe/apply.hpp"

#include <algorithm>
#include <utility>

namespace ronde::cafe {
namespace {

void take_in(std::vector<std::string>& into, const std::vector<std::string>& from) {
    for (const std::string& line : from)
        if (std::ranges::find(into, line) == into.end()) into.push_back(line);
}

/// What the one becomes that takes in the other; what it says itself counts.
Organisation merged(Organisation into, const Organisation& from) {
    if (into.place.empty()) into.place = from.place;
    if (into.kind == OrganisationKind::other) into.kind = from.kind;
    take_in(into.offers, from.offers);
    take_in(into.needs, from.needs);
    for (const Contact& contact : from.contacts)
        if (std::ranges::find(into.contacts, contact) == into.contacts.end()) into.contacts.push_back(contact);
    return into;
}

/// The people of `from` come for `into`, or for nobody where that is empty.
void move_people(Applying& applying, const OrganisationId& from, const OrganisationId& into) {
    const auto people = applying.session.participants;
    for (Participant person : people) {
        if (person.organisation != from) continue;
        person.organisation = into;
        const std::string id = person.id.value;
        touch(applying, prepare_scope, ObjectKind::participant, id, Object{std::move(person)});
    }
}

void move_answers(Applying& applying, const OrganisationId& from, const OrganisationId& into) {
    const auto answers = applying.session.opening_record.answers;
    for (OpeningAnswer answer : answers) {
        if (answer.organisation != from) continue;
        touch(applying, prepare_scope, ObjectKind::opening_answer, object_key(answer), std::nullopt);
        answer.organisation = into;
        const std::string key = object_key(answer);
        if (!standing(applying.session, ObjectKind::opening_answer, key).object)
            touch(applying, prepare_scope, ObjectKind::opening_answer, key, Object{std::move(answer)});
    }
}

/// Rulings on matches of `from` become those of `into`, or go: where that is empty, where it would be matched with
/// itself, and where it was ruled on already.
void move_rulings(Applying& applying, const OrganisationId& from, const OrganisationId& into) {
    const auto rulings = applying.session.follow_up.complementarities;
    for (Complementarity match : rulings) {
        if (match.giver != from && match.taker != from) continue;
        const std::string old = object_key(match);
        const std::size_t index = standing(applying.session, ObjectKind::complementarity, old).index;
        touch(applying, prepare_scope, ObjectKind::complementarity, old, std::nullopt);
        for (OrganisationId* id : {&match.giver, &match.taker})
            if (*id == from) *id = into;
        const std::string key = object_key(match);
        if (into.empty() || match.giver == match.taker ||
            standing(applying.session, ObjectKind::complementarity, key).object)
            continue;
        touch(applying, prepare_scope, ObjectKind::complementarity, key, Object{std::move(match)}, index);
    }
}

} // namespace

Verdict apply(Applying& applying, const RemoveOrganisation& deed) {
    if (find(applying.session, deed.id) == nullptr)
        return rejected(Reason::unknown_id, "no organisation " + deed.id.value);
    move_people(applying, deed.id, {});
    move_rulings(applying, deed.id, {});
    touch(applying, prepare_scope, ObjectKind::organisation, deed.id.value, std::nullopt);
    people_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const MergeOrganisations& deed) {
    const Organisation* from = find(applying.session, deed.from);
    const Organisation* into = find(applying.session, deed.into);
    if (from == nullptr || into == nullptr)
        return rejected(Reason::unknown_id, "no organisation " + (from == nullptr ? deed.from : deed.into).value);
    if (from == into) return rejected(Reason::bad_value, "an organisation cannot be merged with itself");
    Organisation both = merged(*into, *from);
    move_people(applying, deed.from, deed.into);
    move_answers(applying, deed.from, deed.into);
    move_rulings(applying, deed.from, deed.into);
    touch(applying, prepare_scope, ObjectKind::organisation, deed.into.value, Object{std::move(both)});
    touch(applying, prepare_scope, ObjectKind::organisation, deed.from.value, std::nullopt);
    people_changed(applying);
    return std::nullopt;
}

} // namespace ronde::cafe
