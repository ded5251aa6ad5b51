#include "report/directory.hpp"

#include "base/text.hpp"
#include "report/content_lines.hpp"
#include "report/csv.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>
#include <initializer_list>
#include <string_view>

namespace ronde::report {
namespace {

using cafe::ContactKind;

std::vector<cafe::Contact> consented(const std::vector<cafe::Contact>& contacts) {
    std::vector<cafe::Contact> kept;
    for (const cafe::Contact& contact : contacts)
        if (contact.consent == cafe::Consent::given && !base::trimmed(contact.text).empty()) kept.push_back(contact);
    return kept;
}

std::string_view kind_in(const Phrases& say, cafe::OrganisationKind kind) {
    switch (kind) {
    case cafe::OrganisationKind::third_place: return say.third_place;
    case cafe::OrganisationKind::support: return say.support;
    case cafe::OrganisationKind::other: break;
    }
    return {};
}

/// All contacts of a kind, parted by commas.
std::string of_kind(const DirectoryEntry& entry, ContactKind kind) {
    std::string text;
    for (const cafe::Contact& contact : entry.contacts)
        if (contact.kind == kind) text += (text.empty() ? "" : ", ") + std::string(base::trimmed(contact.text));
    return text;
}

void add_card(std::string& out, const DirectoryEntry& entry, const cafe::Session& session) {
    add_content_line(out, "BEGIN:VCARD");
    add_content_line(out, "VERSION:3.0");
    add_content_line(out, "PRODID:-//Ronde//Ronde//FR");
    add_content_line(out, fmt::format("UID:{}-{}@ronde", escaped_value(session.id.value), escaped_value(entry.id)));
    add_content_line(out, "FN:" + escaped_value(entry.name));
    // Which part of a name is the family's is not known: the whole stands where phones show it first.
    add_content_line(out, entry.is_organisation ? "N:;;;;" : fmt::format("N:;{};;;", escaped_value(entry.name)));
    const std::string& organisation = entry.is_organisation ? entry.name : entry.organisation;
    if (!organisation.empty()) add_content_line(out, "ORG:" + escaped_value(organisation));
    if (!entry.place.empty()) add_content_line(out, fmt::format("ADR;TYPE=WORK:;;;{};;;", escaped_value(entry.place)));
    for (const cafe::Contact& contact : entry.contacts) {
        const std::string text = escaped_value(contact.text);
        switch (contact.kind) {
        case ContactKind::email: add_content_line(out, "EMAIL;TYPE=INTERNET:" + text); break;
        case ContactKind::phone: add_content_line(out, "TEL;TYPE=VOICE:" + text); break;
        case ContactKind::website: add_content_line(out, "URL:" + text); break;
        case ContactKind::other: add_content_line(out, "NOTE:" + text); break;
        }
    }
    add_content_line(out, "END:VCARD");
}

} // namespace

std::vector<DirectoryEntry> directory(const cafe::Session& session) {
    std::vector<DirectoryEntry> entries;
    for (const cafe::Participant& person : session.participants) {
        DirectoryEntry entry{.id = person.id.value, .name = person.name, .contacts = consented(person.contacts)};
        if (entry.contacts.empty()) continue;
        if (const cafe::Organisation* organisation = cafe::find(session, person.organisation)) {
            entry.organisation = organisation->name;
            entry.kind = organisation->kind;
            entry.place = organisation->place;
        }
        entries.push_back(std::move(entry));
    }
    for (const cafe::Organisation& organisation : session.organisations) {
        DirectoryEntry entry{.id = organisation.id.value,
                             .name = organisation.name,
                             .kind = organisation.kind,
                             .place = organisation.place,
                             .is_organisation = true,
                             .contacts = consented(organisation.contacts)};
        if (!entry.contacts.empty()) entries.push_back(std::move(entry));
    }
    return entries;
}

std::string contacts_csv(const cafe::Session& session) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText out(csv_separator(session.identity.language));
    const auto add_row = [&](std::initializer_list<std::string_view> cells) {
        for (const std::string_view cell : cells) out.cell(cell);
        out.end_row();
    };
    add_row({say.name, say.organisation, say.kind_of_organisation, say.place, say.email, say.phone, say.website,
             say.other_contact});
    for (const DirectoryEntry& entry : directory(session))
        add_row({entry.is_organisation ? std::string_view{} : entry.name,
                 entry.is_organisation ? entry.name : entry.organisation, kind_in(say, entry.kind), entry.place,
                 of_kind(entry, ContactKind::email), of_kind(entry, ContactKind::phone),
                 of_kind(entry, ContactKind::website), of_kind(entry, ContactKind::other)});
    return out.take();
}

std::string contacts_vcf(const cafe::Session& session) {
    std::string out;
    for (const DirectoryEntry& entry : directory(session)) add_card(out, entry, session);
    return out;
}

} // namespace ronde::report
