#include "app/anonymous.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::app {
namespace {

constexpr std::size_t shortest_in_text = 3; ///< code points of a name that is looked for in sentences

bool is_letter(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What everybody is called, and how they were.
class Masks {
public:
    explicit Masks(const cafe::Session& session) : m_french(session.identity.language != "en") {
        int number = 0;
        for (const auto& person : session.participants)
            add(person.name, (m_french ? "Personne " : "Person ") + std::to_string(++number));
        number = 0;
        for (const auto& organisation : session.organisations)
            add(organisation.name, (m_french ? "Structure " : "Organisation ") + std::to_string(++number));
        for (const auto& [name, mask] : m_masks)
            if (base::length(name) >= shortest_in_text) m_in_text.push_back(name);
        std::ranges::stable_sort(m_in_text, [](const auto& a, const auto& b) { return a.size() > b.size(); });
    }

    /// A sentence without their names.
    void hide(std::string& text) const {
        for (const std::string& name : m_in_text) {
            const std::string& mask = m_masks.find(name)->second;
            for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
                const auto end = at + name.size();
                const bool whole =
                    (at == 0 || !is_letter(text[at - 1])) && (end == text.size() || !is_letter(text[end]));
                if (whole) text.replace(at, name.size(), mask);
                at += whole ? mask.size() : name.size();
            }
        }
    }

    /// A field that holds names, perhaps several.
    void hide_names(std::string& field) const {
        std::string out;
        for (const std::string_view piece : pieces_of(field)) {
            const auto known = m_by_folded.find(base::folded(piece));
            const std::string shown = known != m_by_folded.end() ? known->second : m_french ? "Quelqu’un" : "Somebody";
            out.append(out.empty() ? "" : ", ").append(shown);
        }
        field = std::move(out);
    }

private:
    void add(const std::string& name, std::string mask) {
        if (name.empty()) return;
        m_by_folded.emplace(base::folded(name), mask);
        m_masks.emplace(name, std::move(mask));
    }

    static std::vector<std::string_view> pieces_of(std::string_view text) {
        std::vector<std::string_view> out;
        while (!text.empty()) {
            std::size_t end = text.size();
            std::size_t length = 0;
            for (const std::string_view sign : {",", ";", "/", "&", " et ", " and "})
                if (const auto at = text.find(sign); at < end) {
                    end = at;
                    length = sign.size();
                }
            if (const auto piece = base::trimmed(text.substr(0, end)); !piece.empty()) out.push_back(piece);
            text.remove_prefix(end + length);
        }
        return out;
    }

    bool m_french;
    std::map<std::string, std::string, std::less<>> m_masks;
    std::map<std::string, std::string, std::less<>> m_by_folded;
    std::vector<std::string> m_in_text; ///< longest first
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

template <class Things>
void drop_extra(Things& things) {
    for (auto& thing : things) thing.extra.clear();
}

void hide_in_texts(cafe::Session& session, const Masks& masks) {
    cafe::Identity& identity = session.identity;
    for (auto* text : {&identity.title, &identity.subtitle, &identity.place, &identity.notice, &session.opening.prompt,
                       &session.stage.message, &session.follow_up.next.title, &session.follow_up.next.place})
        masks.hide(*text);
    for (auto& component : session.opening.components) masks.hide(component.text);
    for (auto& answer : session.opening_record.answers) masks.hide(answer.why);
    for (auto& question : session.questions) masks.hide(question.text);
    for (auto& table : session.tables) masks.hide(table.name);
    for (auto& group : session.groups) masks.hide(group.name);
    for (auto& step : session.agenda) masks.hide(step.title);
    for (auto& theme : session.harvest.themes) masks.hide(theme.title);
    for (auto& turn : session.harvest.plan.turns) masks.hide_names(turn.speaker);
    for (auto& commitment : session.follow_up.commitments) {
        masks.hide(commitment.what);
        masks.hide_names(commitment.who);
        masks.hide_names(commitment.with_whom);
    }
    for (auto& match : session.follow_up.complementarities) {
        masks.hide(match.offer);
        masks.hide(match.need);
    }
    for (auto& introduction : session.follow_up.introductions) masks.hide(introduction.about);
    const auto ideas = session.ideas;
    for (cafe::Idea idea : ideas) {
        masks.hide(idea.text);
        idea.by.clear();
        idea.extra.clear();
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
    for (auto* extra : {&copy.extra, &copy.identity.extra, &copy.opening.extra, &copy.harvest.plan.extra,
                        &copy.follow_up.next.extra, &copy.seating_rules.extra})
        extra->clear();
    drop_extra(copy.opening.components);
    drop_extra(copy.organisations);
    drop_extra(copy.participants);
    drop_extra(copy.questions);
    drop_extra(copy.tables);
    drop_extra(copy.groups);
    drop_extra(copy.agenda);
    drop_extra(copy.harvest.themes);
    drop_extra(copy.follow_up.commitments);

    hide_in_texts(copy, masks);
    const bool french = session.identity.language != "en";
    for (std::size_t i = 0; i < copy.participants.size(); ++i) {
        copy.participants[i].name = (french ? "Personne " : "Person ") + std::to_string(i + 1);
        copy.participants[i].contacts.clear();
    }
    for (std::size_t i = 0; i < copy.organisations.size(); ++i) {
        cafe::Organisation& organisation = copy.organisations[i];
        organisation.name = (french ? "Structure " : "Organisation ") + std::to_string(i + 1);
        organisation.place.clear();
        organisation.contacts.clear();
        for (auto* lines : {&organisation.offers, &organisation.needs})
            for (std::string& line : *lines) masks.hide(line);
    }
    renumber(copy);
    return copy;
}

} // namespace ronde::app
