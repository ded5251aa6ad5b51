#include "app/people_import.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

namespace ronde::app {
namespace {

using cafe::Contact;
using cafe::ContactKind;
using store::ListedPerson;

/// What names are compared by; of one that has neither letter nor digit, its signs.
std::string key_of(std::string_view name) {
    auto words = store::plain_words(name);
    return words.empty() ? base::folded(base::trimmed(name)) : words;
}

std::string joined(std::string_view name, std::string_view organisation) {
    return std::string(name).append("\n").append(organisation);
}

std::vector<std::string> addresses_of(const cafe::Participant& person) {
    std::vector<std::string> out;
    for (const Contact& contact : person.contacts)
        if (contact.kind == ContactKind::email) out.push_back(base::folded(contact.text));
    return out;
}

/// A person of the café, and whether somebody of the list is them already.
struct Known {
    const cafe::Participant* person = nullptr;
    std::string name{};
    std::string organisation{};
    bool taken = false;
};

/// A person of the list, by what they are found.
struct Wanted {
    const ListedPerson* listed = nullptr;
    std::string name{};
    std::string organisation{};
    std::string email{};
    std::optional<std::size_t> found{}; ///< in the café
};

using Places = std::unordered_map<std::string, std::vector<std::size_t>>;

/// Finds people of a list among those of a café, the surest first over the whole list.
class Matcher {
public:
    Matcher(std::span<const ListedPerson> people, const cafe::Session& session) {
        std::unordered_map<std::string, std::string> organisations;
        for (const auto& organisation : session.organisations)
            organisations.emplace(organisation.id.value, key_of(organisation.name));
        for (const auto& person : session.participants) {
            const std::size_t at = m_known.size();
            const auto organisation = organisations.find(person.organisation.value);
            m_known.push_back({.person = &person,
                               .name = key_of(person.name),
                               .organisation = organisation == organisations.end() ? "" : organisation->second});
            m_by_name[m_known.back().name].push_back(at);
            m_by_both[joined(m_known.back().name, m_known.back().organisation)].push_back(at);
            for (auto& address : addresses_of(person)) m_by_email[std::move(address)].push_back(at);
        }
        for (const ListedPerson& listed : people)
            m_wanted.push_back({.listed = &listed,
                                .name = key_of(listed.full_name),
                                .organisation = key_of(listed.organisation),
                                .email = base::folded(listed.email)});
    }

    [[nodiscard]] std::vector<Wanted> run() && {
        for (Wanted& one : m_wanted) // the same address and the same name
            if (!one.email.empty())
                find(one, m_by_email, one.email, [&](const Known& known) { return known.name == one.name; });
        for (Wanted& one : m_wanted)
            find(one, m_by_both, joined(one.name, one.organisation), [](const Known&) { return true; });
        for (Wanted& one : m_wanted)
            if (!one.email.empty())
                find(one, m_by_email, one.email,
                     [&](const Known& known) { return store::may_be_one(known.name, one.name); });
        for (Wanted& one : m_wanted) {
            const auto same = m_by_name.find(one.name);
            if (same == m_by_name.end() || same->second.size() > 1) continue; // of two, nobody knows which
            find(one, m_by_name, one.name, [&](const Known& known) {
                if (!known.organisation.empty() && !one.organisation.empty()) return false;
                const auto addresses = addresses_of(*known.person);
                return one.email.empty() || addresses.empty();
            });
        }
        return std::move(m_wanted);
    }

private:
    template <class Fits>
    void find(Wanted& one, Places& places, const std::string& key, Fits fits) {
        if (one.found) return;
        const auto there = places.find(key);
        if (there == places.end()) return;
        auto& list = there->second;
        std::erase_if(list, [&](std::size_t at) { return m_known[at].taken; });
        const auto at = std::ranges::find_if(list, [&](std::size_t index) { return fits(m_known[index]); });
        if (at == list.end()) return;
        one.found = *at;
        m_known[*at].taken = true;
    }

    std::vector<Known> m_known;
    std::vector<Wanted> m_wanted;
    Places m_by_name;
    Places m_by_both;
    Places m_by_email;
};

/// A detail that the list gives: added when it is not there, in the place of one that came from a list before and that
/// nobody was asked about.
void give(std::vector<Contact>& contacts, ContactKind kind, const std::string& text) {
    if (text.empty()) return;
    const auto same = [&](const Contact& contact) {
        return contact.kind == kind && base::folded(contact.text) == base::folded(text);
    };
    if (std::ranges::any_of(contacts, same)) return;
    const auto old = std::ranges::find_if(contacts, [&](const Contact& contact) {
        return contact.kind == kind && contact.consent == cafe::Consent::not_asked;
    });
    if (old == contacts.end())
        contacts.push_back({.kind = kind, .text = text});
    else
        old->text = text;
}

/// The organisations of a café and those that a list adds or changes.
class Organisations {
public:
    Organisations(const cafe::Session& session, const std::function<std::string(std::string_view)>& new_id)
        : m_new_id(new_id) {
        for (const auto& organisation : session.organisations) add(organisation);
    }

    /// The organisation that a line names, with what the line says of it; the first line that says it counts.
    cafe::OrganisationId take(const ListedPerson& listed, const std::string& key) {
        return key.empty() ? cafe::OrganisationId{} : entry_of(listed, key).now.id;
    }

    /// A line of an organisation alone.
    void take(const ListedPerson& listed) {
        const std::string key = key_of(listed.organisation);
        if (key.empty()) return;
        Entry& entry = entry_of(listed, key);
        auto contacts = entry.now.contacts;
        give(contacts, ContactKind::email, listed.email);
        give(contacts, ContactKind::phone, listed.phone);
        set(entry, entry.now.contacts, contacts);
    }

    [[nodiscard]] std::size_t how_many_new() const { return m_new; }
    [[nodiscard]] std::vector<cafe::Organisation> changed() && {
        std::vector<cafe::Organisation> out;
        for (Entry& entry : m_all)
            if (entry.changed) out.push_back(std::move(entry.now));
        return out;
    }

private:
    struct Entry {
        cafe::Organisation now{};
        bool changed = false;
        bool kind_said = false;
        bool place_said = false;
    };

    Entry& entry_of(const ListedPerson& listed, const std::string& key) {
        const auto known = m_by_key.find(key);
        if (known == m_by_key.end()) {
            add({.id = {m_new_id("o")}, .name = listed.organisation});
            m_all.back().changed = true;
            ++m_new;
        }
        Entry& entry = m_all[known == m_by_key.end() ? m_all.size() - 1 : known->second];
        if (listed.kind && !std::exchange(entry.kind_said, true)) set(entry, entry.now.kind, *listed.kind);
        if (!listed.place.empty() && !std::exchange(entry.place_said, true)) set(entry, entry.now.place, listed.place);
        return entry;
    }
    template <class Value>
    static void set(Entry& entry, Value& member, const Value& value) {
        if (member == value) return;
        member = value;
        entry.changed = true;
    }
    void add(cafe::Organisation organisation) {
        m_by_key.emplace(key_of(organisation.name), m_all.size());
        m_all.push_back({.now = std::move(organisation)});
    }

    const std::function<std::string(std::string_view)>& m_new_id;
    std::vector<Entry> m_all;
    std::unordered_map<std::string, std::size_t> m_by_key;
    std::size_t m_new = 0;
};

void fill(cafe::Participant& person, const ListedPerson& listed, const cafe::OrganisationId& organisation) {
    // A shorter name is the same person's with initials: the fuller one stays.
    if (base::length(listed.full_name) >= base::length(person.name)) person.name = listed.full_name;
    if (!organisation.empty()) person.organisation = organisation;
    give(person.contacts, ContactKind::email, listed.email);
    give(person.contacts, ContactKind::phone, listed.phone);
    for (const cafe::Role role : listed.roles)
        if (std::ranges::find(person.roles, role) == person.roles.end()) person.roles.push_back(role);
    if (listed.cancelled) person.presence = cafe::Presence::absent;
}

PeopleImport imported(std::span<const ListedPerson> people, std::span<const ListedPerson> alone,
                      const cafe::Session& session, const std::function<std::string(std::string_view)>& new_id) {
    PeopleImport out;
    Organisations organisations(session, new_id);
    for (const Wanted& wanted : Matcher(people, session).run()) {
        const ListedPerson& listed = *wanted.listed;
        if (!wanted.found && session.participants.size() + out.added >= most_people) {
            out.beyond.push_back(listed.line);
            continue;
        }
        const auto organisation = organisations.take(listed, wanted.organisation);
        if (!wanted.found) {
            cafe::Participant person{.id = {new_id("p")}};
            fill(person, listed, organisation);
            out.deed.participants.push_back(std::move(person));
            ++out.added;
            continue;
        }
        cafe::Participant person = session.participants[*wanted.found];
        fill(person, listed, organisation);
        if (person == session.participants[*wanted.found]) {
            ++out.unchanged;
        } else {
            out.deed.participants.push_back(std::move(person));
            ++out.updated;
        }
    }
    for (const ListedPerson& listed : alone) organisations.take(listed);
    out.new_organisations = organisations.how_many_new();
    out.deed.organisations = std::move(organisations).changed();
    return out;
}

} // namespace

PeopleImport import_people(std::span<const ListedPerson> people, const cafe::Session& session,
                           const std::function<std::string(std::string_view prefix)>& new_id) {
    return imported(people, {}, session, new_id);
}

PeopleImport import_people(const store::PeopleRead& read, const cafe::Session& session,
                           const std::function<std::string(std::string_view prefix)>& new_id) {
    return imported(read.people, read.organisations, session, new_id);
}

} // namespace ronde::app
