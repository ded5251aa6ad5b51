#include "base/text.hpp"
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

/// The plan depends on people where each has a route, or where it was measured.
void people_changed(Applying& applying) {
    const Session& session = applying.session;
    if (session.seating_rules.grouping == Grouping::mixed || session.seating.quality) structure_changed(applying);
}

/// How many stand before somebody; all of them when they are not there. Quick for many, one after the other.
std::size_t place_of(Applying& applying, const ParticipantId& id) {
    return applying.places.find(ObjectKind::participant, applying.session.participants, id.value);
}

void take_in(std::vector<std::string>& into, const std::vector<std::string>& from) {
    for (const std::string& line : from)
        if (std::ranges::find(into, line) == into.end()) into.push_back(line);
}

/// Whether a word goes on from one code point to the next: letters, digits, and hyphens. Apostrophes part words
/// (d’Anne, Ann’s): rather a name too many is forgotten there than one too few.
bool go_on(std::string_view before, std::string_view after) {
    const auto parts = [](std::string_view sign) { return sign == "'" || sign == "’" || base::trimmed(sign).empty(); };
    if (parts(before) || parts(after)) return false;
    if (before == "-" || after == "-") return true;
    const std::string both = std::string(before) += after;
    const auto words = base::words_in(both);
    return words.size() == 1 && words.front() == both;
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

/// Whether a word begins, or ends, at `at`: the start of a code point.
bool is_word_edge(std::string_view text, std::size_t at) {
    if (at == 0 || at == text.size()) return true;
    std::size_t from = at - 1;
    while (from > 0 && continues(text[from])) --from;
    std::size_t to = at + 1;
    while (to < text.size() && continues(text[to])) ++to;
    return !go_on(text.substr(from, at - from), text.substr(at, to - at));
}

/// Takes a name out of a text that was written about somebody; not out of a longer name.
void forget(std::string& text, std::string_view name) {
    if (name.empty()) return;
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at))
        if (is_word_edge(text, at) && is_word_edge(text, at + name.size()))
            text.erase(at, name.size());
        else
            at += name.size();
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
    for (const std::size_t at : places) {
        const std::string id = session.participants[at].id.value;
        touch(applying, prepare_scope, ObjectKind::participant, id, std::nullopt);
    }
    drop_stray_placements(session);
    people_changed(applying);
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

Verdict apply(Applying& applying, const MergeOrganisations& deed) {
    Session& session = applying.session;
    const Organisation* from = find(session, deed.from);
    const Organisation* into = find(session, deed.into);
    if (from == nullptr || into == nullptr)
        return rejected(Reason::unknown_id, "no organisation " + (from == nullptr ? deed.from : deed.into).value);
    if (from == into) return rejected(Reason::bad_value, "an organisation cannot be merged with itself");
    Organisation merged = *into;
    if (merged.place.empty()) merged.place = from->place;
    take_in(merged.offers, from->offers);
    take_in(merged.needs, from->needs);
    for (const Contact& contact : from->contacts)
        if (std::ranges::find(merged.contacts, contact) == merged.contacts.end()) merged.contacts.push_back(contact);
    const auto people = session.participants;
    for (Participant person : people) {
        if (person.organisation != deed.from) continue;
        person.organisation = deed.into;
        const std::string id = person.id.value;
        touch(applying, prepare_scope, ObjectKind::participant, id, Object{std::move(person)});
    }
    const auto answers = session.opening_record.answers;
    for (OpeningAnswer answer : answers) {
        if (answer.organisation != deed.from) continue;
        touch(applying, prepare_scope, ObjectKind::opening_answer, object_key(answer), std::nullopt);
        answer.organisation = deed.into;
        const std::string key = object_key(answer);
        if (!standing(session, ObjectKind::opening_answer, key).object)
            touch(applying, prepare_scope, ObjectKind::opening_answer, key, Object{std::move(answer)});
    }
    touch(applying, prepare_scope, ObjectKind::organisation, deed.into.value, Object{std::move(merged)});
    touch(applying, prepare_scope, ObjectKind::organisation, deed.from.value, std::nullopt);
    people_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const ErasePerson& deed) {
    Session& session = applying.session;
    const Participant* person = find(session, deed.id);
    if (person == nullptr) return rejected(Reason::unknown_id, "no person " + deed.id.value);
    const std::string name = person->name;
    const auto is_them = [&](const ParticipantId& id) { return id == deed.id; };
    std::erase_if(session.participants, [&](const Participant& one) { return one.id == deed.id; });
    for (Group& group : session.groups) {
        if (std::erase_if(group.members, is_them) > 0 && group.members.empty()) group.count = 0;
    }
    drop_stray_placements(session);
    std::erase_if(session.seating_rules.pins,
                  [&](const Pin& pin) { return pin.person == deed.id || pin.other == deed.id; });
    std::erase_if(session.follow_up.introductions, [&](const Introduction& introduction) {
        return introduction.first == deed.id || introduction.second == deed.id;
    });
    for (Commitment& commitment : session.follow_up.commitments) {
        forget(commitment.who, name);
        forget(commitment.with_whom, name);
    }
    for (Turn& turn : session.harvest.plan.turns) forget(turn.speaker, name);
    const auto ideas = session.ideas;
    for (Idea idea : ideas) {
        if (name.empty() || idea.by != name) continue;
        idea.by.clear();
        idea.seq = applying.seq();
        session.ideas.replace(std::move(idea));
    }
    session.history = {}; // what undo remembers would bring them back
    people_changed(applying);
    applying.effects.emplace_back(Erased{deed.id});
    return std::nullopt;
}

} // namespace ronde::cafe
