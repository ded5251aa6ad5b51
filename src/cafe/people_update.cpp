#include "cafe/apply.hpp"

#include <set>
#include <unordered_set>

namespace ronde::cafe {
namespace {
constexpr std::size_t most_people = 20000;
}

Verdict apply(Applying& applying, const PutPeople& deed) {
    Session& session = applying.session;
    if (!ids_unique(deed.organisations) || !ids_unique(deed.participants))
        return rejected(Reason::duplicate_id, "a person or an organisation stands twice, or has no id");
    if (session.participants.size() + deed.participants.size() > most_people)
        return rejected(Reason::bad_value, "20,000 people at most");
    std::unordered_set<OrganisationId> known;
    for (const Organisation& organisation : session.organisations) known.insert(organisation.id);
    for (const Organisation& organisation : deed.organisations) {
        if (!good_text(organisation.name, longest_line) || !good_text(organisation.place, longest_line))
            return rejected(Reason::bad_text, "organisation " + organisation.id.value);
        known.insert(organisation.id);
    }
    for (const Participant& person : deed.participants) {
        if (!good_text(person.name, longest_line)) return rejected(Reason::bad_text, "person " + person.id.value);
        if (!person.organisation.empty() && !known.contains(person.organisation))
            return rejected(Reason::unknown_id, "no organisation " + person.organisation.value);
    }
    for (const Organisation& organisation : deed.organisations)
        touch(applying, prepare_scope, ObjectKind::organisation, organisation.id.value, Object{organisation});
    for (const Participant& person : deed.participants)
        touch(applying, prepare_scope, ObjectKind::participant, person.id.value, Object{person});
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveParticipants& deed) {
    Session& session = applying.session;
    std::set<ParticipantId> gone; // in order: replay must do the same
    for (const ParticipantId& id : deed.ids) {
        if (find(session, id) == nullptr) return rejected(Reason::unknown_id, "no person " + id.value);
        gone.insert(id);
    }
    const auto groups = session.groups;
    for (Group group : groups) {
        if (std::erase_if(group.members, [&](const ParticipantId& id) { return gone.contains(id); }) == 0) continue;
        if (group.members.empty()) group.count = 0;
        const std::string id = group.id.value;
        touch(applying, prepare_scope, ObjectKind::group, id, Object{std::move(group)});
    }
    for (const ParticipantId& id : gone)
        touch(applying, prepare_scope, ObjectKind::participant, id.value, std::nullopt);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveOrganisation& deed) {
    Session& session = applying.session;
    if (find(session, deed.id) == nullptr) return rejected(Reason::unknown_id, "no organisation " + deed.id.value);
    const auto people = session.participants;
    for (Participant person : people) {
        if (person.organisation != deed.id) continue;
        person.organisation = {};
        const std::string id = person.id.value;
        touch(applying, prepare_scope, ObjectKind::participant, id, Object{std::move(person)});
    }
    touch(applying, prepare_scope, ObjectKind::organisation, deed.id.value, std::nullopt);
    return std::nullopt;
}

} // namespace ronde::cafe
