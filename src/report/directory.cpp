#include "report/directory.hpp"

#include "base/text.hpp"
#include "report/phrases.hpp"

#include <fmt/format.h>
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

/// Quoted where it must be; harmless where a spreadsheet would reckon.
std::string cell(std::string_view text, char separator) {
    std::string out(text);
    if (!out.empty() && std::string_view("=+-@\t\r").find(out.front()) != std::string_view::npos) out.insert(0, "'");
    const char special[] = {separator, '"', '\r', '\n', '\0'};
    if (out.find_first_of(special) == std::string::npos) return out;
    std::string quoted = "\"";
    for (const char c : out) quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

/// RFC 2426, 5: commas, semicolons and line ends are escaped; control characters have no place.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : base::repaired_utf8(base::trimmed(text))) {
        if (c == '\n')
            out += "\\n";
        else if (c == '\\' || c == ';' || c == ',')
            out.append(1, '\\').append(1, c);
        else if (c == '\t')
            out += ' ';
        else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F)
            out += c;
    }
    return out;
}

/// A line, folded after 75 octets between code points.
void add_line(std::string& out, std::string_view text) {
    std::size_t room = 75;
    while (text.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
        out.append(text.substr(0, cut)).append("\r\n ");
        text.remove_prefix(cut);
        room = 74;
    }
    out.append(text).append("\r\n");
}

void add_card(std::string& out, const DirectoryEntry& entry, const cafe::Session& session) {
    add_line(out, "BEGIN:VCARD");
    add_line(out, "VERSION:3.0");
    add_line(out, "PRODID:-//Ronde//Ronde//FR");
    add_line(out, fmt::format("UID:{}-{}@ronde", escaped(session.id.value), escaped(entry.id)));
    add_line(out, "FN:" + escaped(entry.name));
    // Which part of a name is the family's is not known: the whole stands where phones show it first.
    add_line(out, entry.is_organisation ? "N:;;;;" : fmt::format("N:;{};;;", escaped(entry.name)));
    const std::string& organisation = entry.is_organisation ? entry.name : entry.organisation;
    if (!organisation.empty()) add_line(out, "ORG:" + escaped(organisation));
    if (!entry.place.empty()) add_line(out, fmt::format("ADR;TYPE=WORK:;;;{};;;", escaped(entry.place)));
    for (const cafe::Contact& contact : entry.contacts) {
        const std::string text = escaped(contact.text);
        switch (contact.kind) {
        case ContactKind::email: add_line(out, "EMAIL;TYPE=INTERNET:" + text); break;
        case ContactKind::phone: add_line(out, "TEL;TYPE=VOICE:" + text); break;
        case ContactKind::website: add_line(out, "URL:" + text); break;
        case ContactKind::other: add_line(out, "NOTE:" + text); break;
        }
    }
    add_line(out, "END:VCARD");
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
    const char separator = session.identity.language == "fr" ? ';' : ',';
    std::string out = "\xEF\xBB\xBF";
    const auto add_row = [&](const std::vector<std::string>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i)
            out.append(i == 0 ? "" : std::string(1, separator)).append(cell(cells[i], separator));
        out += "\r\n";
    };
    add_row({std::string(say.name), std::string(say.organisation), std::string(say.kind_of_organisation),
             std::string(say.place), std::string(say.email), std::string(say.phone), std::string(say.website),
             std::string(say.other_contact)});
    for (const DirectoryEntry& entry : directory(session))
        add_row({entry.is_organisation ? std::string{} : entry.name,
                 entry.is_organisation ? entry.name : entry.organisation, std::string(kind_in(say, entry.kind)),
                 entry.place, of_kind(entry, ContactKind::email), of_kind(entry, ContactKind::phone),
                 of_kind(entry, ContactKind::website), of_kind(entry, ContactKind::other)});
    return out;
}

std::string contacts_vcf(const cafe::Session& session) {
    std::string out;
    for (const DirectoryEntry& entry : directory(session)) add_card(out, entry, session);
    return out;
}

} // namespace ronde::report
