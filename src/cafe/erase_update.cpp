// A person goes for good: out of the lists, out of every text that names them, and out of what undo remembers.

#include "base/text.hpp"
#include "cafe/apply.hpp"
#include "cafe/contacts_in_text.hpp"
#include "cafe/names_in_json.hpp"
#include "cafe/names_in_text.hpp"
#include "cafe/texts.hpp"

#include <algorithm>
#include <utility>

namespace ronde::cafe {
namespace {

constexpr std::string_view gap = "…"; ///< shorter than any name that is looked for: no text grows too long

void take_out(Session& session, const ParticipantId& id) {
    std::erase_if(session.participants, [&](const Participant& one) { return one.id == id; });
    for (Group& group : session.groups)
        if (std::erase(group.members, id) > 0 && group.members.empty()) group.count = 0;
    drop_stray_placements(session);
    std::erase_if(session.seating_rules.pins, [&](const Pin& pin) { return pin.person == id || pin.other == id; });
    std::erase_if(session.follow_up.introductions, [&](const Introduction& introduction) {
        return introduction.first == id || introduction.second == id;
    });
}

/// The name, and the longer ones of others that it is a part of: those stay.
NamesInText sought(const Session& session, const std::string& name) {
    NamesInText names;
    NamesInText only_them;
    only_them.add(name, std::string(gap));
    const auto keep = [&](const std::string& other) {
        std::string text = other;
        if (only_them.hide(text) && text != gap) names.add(other, std::nullopt);
    };
    for (const Participant& one : session.participants) keep(one.name);
    names.add(name, std::string(gap));
    for (const std::string& way : other_ways_to_write(name)) {
        const bool is_another = std::ranges::any_of(session.participants, [&](const Participant& one) {
            return base::folded(base::trimmed(one.name)) == base::folded(way);
        });
        if (!is_another) names.add(way, std::string(gap));
    }
    return names;
}

/// Ways to reach somebody that are theirs, or say their name: out of the lists and out of what was written.
void drop_contacts(Session& session, const Participant& person, std::uint64_t seq) {
    const auto names_only_them = [&](std::string_view contact) {
        return contact_names(contact, person.name) &&
               std::ranges::none_of(session.participants,
                                    [&](const Participant& other) { return contact_names(contact, other.name); });
    };
    const auto is_theirs = [&](std::string_view contact) {
        return names_only_them(contact) || std::ranges::any_of(person.contacts, [&](const Contact& own) {
                   return same_contact(own.text, contact);
               });
    };
    for (Organisation& organisation : session.organisations)
        std::erase_if(organisation.contacts, [&](const Contact& contact) { return is_theirs(contact.text); });
    for (Participant& other : session.participants)
        std::erase_if(other.contacts, [&](const Contact& contact) { return names_only_them(contact.text); });
    change_texts(session, seq, [&](std::string& text) {
        hide_contacts(text, gap, [&](ContactLook, std::string_view contact) { return is_theirs(contact); });
    });
}

void take_out_of_texts(Session& session, const std::string& name, std::uint64_t seq) {
    const NamesInText names = sought(session, name);
    const auto hide = [&](std::string& text) { names.hide(text); };
    change_texts(session, seq, hide);
    if (name.find(' ') != std::string::npos) // a word of a house's name is hardly this person
        for (Organisation& organisation : session.organisations) hide(organisation.name);
    change_names(session, [&](std::string& field) {
        field = without_name(field, name);
        hide(field);
    });
    change_extras(session, seq, [&](std::string& extra) { hide_in_json(names, extra); });
    const auto ideas = session.ideas;
    for (Idea idea : ideas) {
        std::string by = without_name(idea.by, name);
        if (names.hide(by)) by.clear();
        if (by == idea.by) continue;
        idea.by = std::move(by);
        idea.seq = seq;
        session.ideas.replace(std::move(idea));
    }
}

} // namespace

Verdict apply(Applying& applying, const ErasePerson& deed) {
    Session& session = applying.session;
    const Participant* found = find(session, deed.id);
    if (found == nullptr) return rejected(Reason::unknown_id, "no person " + deed.id.value);
    const Participant person = *found;
    take_out(session, deed.id);
    drop_contacts(session, person, applying.seq());
    // Of two people with one name nobody can tell which a text means: the texts are the other's too.
    const bool shared = std::ranges::any_of(session.participants, [&](const Participant& other) {
        return base::folded(base::trimmed(other.name)) == base::folded(base::trimmed(person.name));
    });
    if (!shared && !base::trimmed(person.name).empty()) take_out_of_texts(session, person.name, applying.seq());
    session.history = {}; // what undo remembers would bring them back
    people_changed(applying);
    applying.effects.emplace_back(Erased{deed.id});
    return std::nullopt;
}

} // namespace ronde::cafe
