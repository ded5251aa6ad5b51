#include "app/anonymous.hpp"

#include "base/text.hpp"
#include "cafe/contacts_in_text.hpp"
#include "cafe/names_in_text.hpp"
#include "cafe/texts.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::app {
namespace {

constexpr std::size_t shortest_in_text = 3; ///< code points of a name that is looked for in sentences

/// What everybody is called, and how they were.
class Masks {
public:
    explicit Masks(const cafe::Session& session) : m_french(session.identity.language != "en") {
        for (std::size_t i = 0; i < session.participants.size(); ++i) add(session.participants[i].name, person(i));
        for (std::size_t i = 0; i < session.organisations.size(); ++i)
            add(session.organisations[i].name, organisation(i));
        for (std::size_t i = 0; i < session.participants.size(); ++i)
            for (const std::string& way : cafe::other_ways_to_write(session.participants[i].name))
                m_in_text.add(way, person(i)); // unless somebody is called so: what was added first counts
        for (const auto& one : session.participants) keep_contacts(one.contacts);
        for (const auto& one : session.organisations) keep_contacts(one.contacts);
    }

    [[nodiscard]] std::string person(std::size_t index) const {
        return (m_french ? "Personne " : "Person ") + std::to_string(index + 1);
    }
    [[nodiscard]] std::string organisation(std::size_t index) const {
        return (m_french ? "Structure " : "Organisation ") + std::to_string(index + 1);
    }

    /// A sentence without their names, without any address or telephone number, and without the links in the lists.
    void hide(std::string& text) const {
        cafe::hide_contacts(text, "…", [this](cafe::ContactLook look, std::string_view contact) {
            return look != cafe::ContactLook::link || std::ranges::any_of(m_contacts, [&](const std::string& known) {
                       return cafe::same_contact(known, contact);
                   });
        });
        m_in_text.hide(text);
    }

    /// A field that holds names, perhaps several.
    void hide_names(std::string& field) const {
        std::string out;
        for (const std::string_view piece : cafe::names_in_field(field)) {
            const auto known = m_by_folded.find(base::folded(piece));
            const std::string shown = known != m_by_folded.end() ? known->second : m_french ? "Quelqu’un" : "Somebody";
            out.append(out.empty() ? "" : ", ").append(shown);
        }
        field = std::move(out);
    }

private:
    void add(const std::string& name, const std::string& mask) {
        if (name.empty()) return;
        m_by_folded.emplace(base::folded(name), mask);
        if (base::length(name) >= shortest_in_text) m_in_text.add(name, mask);
    }

    void keep_contacts(const std::vector<cafe::Contact>& contacts) {
        for (const cafe::Contact& contact : contacts) m_contacts.push_back(contact.text);
    }

    bool m_french;
    std::vector<std::string> m_contacts;
    cafe::NamesInText m_in_text;
    std::map<std::string, std::string, std::less<>> m_by_folded;
};

/// New ids for those that may have been made of names by hand.
template <class Id>
class NewIds {
public:
    template <class Thing>
    NewIds(std::vector<Thing>& things, const std::string& prefix) {
        for (Thing& thing : things) {
            const std::string id = prefix + std::to_string(m_new.size() + 1);
            m_new.emplace(thing.id.value, id);
            thing.id.value = id;
        }
    }
    void operator()(Id& id) const {
        if (const auto found = m_new.find(id.value); found != m_new.end()) id.value = found->second;
    }

private:
    std::map<std::string, std::string, std::less<>> m_new;
};

void renumber(cafe::Session& session) {
    const NewIds<cafe::ParticipantId> person(session.participants, "p-");
    const NewIds<cafe::OrganisationId> organisation(session.organisations, "o-");
    for (auto& one : session.participants) organisation(one.organisation);
    for (auto& group : session.groups)
        for (auto& member : group.members) person(member);
    for (auto& pin : session.seating_rules.pins) {
        person(pin.person);
        person(pin.other);
    }
    for (auto& round : session.seating.companies)
        for (auto& company : round)
            for (auto& one : company.people) person(one);
    for (auto& host : session.seating.hosts) person(host);
    for (auto& span : session.seating.host_spans) person(span.person);
    if (session.seating.quality)
        for (auto& one : session.seating.quality->seen_again) person(one.person);
    for (auto& answer : session.opening_record.answers) organisation(answer.organisation);
    for (auto& match : session.follow_up.complementarities) {
        organisation(match.giver);
        organisation(match.taker);
    }
    for (auto& introduction : session.follow_up.introductions) {
        person(introduction.first);
        person(introduction.second);
    }
}

void drop_writers(cafe::Session& session) {
    const auto ideas = session.ideas;
    for (cafe::Idea idea : ideas) {
        if (idea.by.empty()) continue;
        idea.by.clear();
        session.ideas.replace(std::move(idea));
    }
}

} // namespace

cafe::Session anonymous(const cafe::Session& session) {
    const Masks masks(session);
    cafe::Session copy = session;
    copy.id.value += "-anonyme";
    copy.history = {};
    copy.identity.organiser.clear();
    cafe::change_extras(copy, copy.seq, [](std::string& extra) { extra.clear(); });
    for (cafe::Organisation& organisation : copy.organisations) organisation.place.clear();
    cafe::change_texts(copy, copy.seq, [&](std::string& text) { masks.hide(text); });
    cafe::change_names(copy, [&](std::string& field) { masks.hide_names(field); });
    drop_writers(copy);
    for (std::size_t i = 0; i < copy.participants.size(); ++i) {
        copy.participants[i].name = masks.person(i);
        copy.participants[i].contacts.clear();
    }
    for (std::size_t i = 0; i < copy.organisations.size(); ++i) {
        copy.organisations[i].name = masks.organisation(i);
        copy.organisations[i].contacts.clear();
    }
    renumber(copy);
    return copy;
}

} // namespace ronde::app
