#include "cafe/apply.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <unordered_set>

namespace ronde::cafe {
namespace {

constexpr std::size_t most_people = 20000;
constexpr std::size_t most_lines = 50; ///< offers, needs, contacts of one

Verdict check_contacts(const std::vector<Contact>& contacts, const std::string& whose) {
    if (contacts.size() > most_lines) return rejected(Reason::bad_value, whose + " has 50 contacts at most");
    for (const Contact& contact : contacts)
        if (!good_text(contact.text, longest_line)) return rejected(Reason::bad_text, "a contact of " + whose);
    return std::nullopt;
}

Verdict check_organisation(const Organisation& organisation) {
    const std::string whose = "organisation " + organisation.id.value;
    if (!good_text(organisation.name, longest_line) || !good_text(organisation.place, longest_line))
        return rejected(Reason::bad_text, whose);
    for (const auto* lines : {&organisation.offers, &organisation.needs}) {
        if (lines->size() > most_lines) return rejected(Reason::bad_value, whose + " has 50 offers and needs at most");
        for (const std::string& line : *lines)
            if (!good_text(line, longest_line)) return rejected(Reason::bad_text, "an offer or need of " + whose);
    }
    return check_contacts(organisation.contacts, whose);
}

/// How many people there will be: those whose ids are known are replaced.
std::size_t room_needed(const Session& session, const std::vector<Participant>& put) {
    std::unordered_set<std::string_view> known;
    for (const Participant& person : session.participants) known.insert(person.id.value);
    for (const Participant& person : put) known.insert(person.id.value);
    return known.size();
}

bool good_rounds(int first, int last) {
    return first >= 1 && last >= 0 && (last == 0 || last >= first);
}

/// How many stand before somebody; all of them when they are not there. Quick for many, one after the other.
std::size_t place_of(Applying& applying, const ParticipantId& id) {
    return applying.places.find(ObjectKind::participant, applying.session.participants, id.value);
}

} // namespace

Verdict apply(Applying& applying, const PutPeople& deed) {
    Session& session = applying.session;
    if (!ids_unique(deed.organisations) || !ids_unique(deed.participants))
        return rejected(Reason::duplicate_id, "a person or an organisation stands twice, or has no id");
    if (room_needed(session, deed.participants) > most_people)
        return rejected(Reason::bad_value, "20,000 people at most");
    std::unordered_set<OrganisationId> known;
    for (const Organisation& organisation : session.organisations) known.insert(organisation.id);
    for (const Organisation& organisation : deed.organisations) {
        if (auto wrong = check_organisation(organisation)) return wrong;
        known.insert(organisation.id);
    }
    for (const Participant& person : deed.participants) {
        if (!good_text(person.name, longest_line)) return rejected(Reason::bad_text, "person " + person.id.value);
        if (!person.organisation.empty() && !known.contains(person.organisation))
            return rejected(Reason::unknown_id, "no organisation " + person.organisation.value);
        if (auto wrong = check_contacts(person.contacts, "person " + person.id.value)) return wrong;
        if (!good_rounds(person.first_round, person.last_round))
            return rejected(Reason::bad_value, "the rounds of person " + person.id.value);
    }
    for (const Organisation& organisation : deed.organisations)
        touch(applying, prepare_scope, ObjectKind::organisation, organisation.id.value, Object{organisation});
    for (const Participant& person : deed.participants)
        touch(applying, prepare_scope, ObjectKind::participant, person.id.value, Object{person});
    people_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveParticipants& deed) {
    Session& session = applying.session;
    std::set<std::size_t, std::greater<>> places; // the last first: nobody's place changes before theirs
    for (const ParticipantId& id : deed.ids) {
        const std::size_t at = place_of(applying, id);
        if (at == session.participants.size()) return rejected(Reason::unknown_id, "no person " + id.value);
        places.insert(at);
    }
    const std::unordered_set<ParticipantId> gone(deed.ids.begin(), deed.ids.end());
    const auto groups = session.groups;
    for (Group group : groups) {
        if (std::erase_if(group.members, [&](const ParticipantId& id) { return gone.contains(id); }) == 0) continue;
        if (group.members.empty()) group.count = 0;
        const std::string id = group.id.value;
        touch(applying, prepare_scope, ObjectKind::group, id, Object{std::move(group)});
    }
    Introductions introductions{session.follow_up.introductions};
    const auto of_gone = [&](const Introduction& one) { return gone.contains(one.first) || gone.contains(one.second); };
    if (std::erase_if(introductions.list, of_gone) > 0)
        touch(applying, prepare_scope, ObjectKind::introductions, {}, Object{std::move(introductions)});
    for (const std::size_t at : places) {
        const std::string id = session.participants[at].id.value;
        touch(applying, prepare_scope, ObjectKind::participant, id, std::nullopt);
    }
    drop_stray_placements(session);
    people_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const SetPresence& deed) {
    Session& session = applying.session;
    if (!good_rounds(deed.first_round, deed.last_round))
        return rejected(Reason::bad_value, "somebody sits from round 1 at the earliest, and leaves after they came");
    for (const ParticipantId& id : deed.ids)
        if (place_of(applying, id) == session.participants.size())
            return rejected(Reason::unknown_id, "no person " + id.value);
    bool seats_change = false;
    for (const ParticipantId& id : deed.ids) {
        Participant person = session.participants[place_of(applying, id)];
        const bool was_absent = person.presence == Presence::absent;
        seats_change = seats_change || was_absent != (deed.presence == Presence::absent) ||
                       person.first_round != deed.first_round || person.last_round != deed.last_round;
        person.presence = deed.presence;
        person.first_round = deed.first_round;
        person.last_round = deed.last_round;
        touch(applying, prepare_scope, ObjectKind::participant, id.value, Object{std::move(person)});
    }
    if (seats_change) people_changed(applying);
    return std::nullopt;
}

} // namespace ronde::cafe
