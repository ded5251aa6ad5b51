#pragma once
// The directory of those who agreed: people and organisations with the contact details that they consented to share,
// as a table and as vCards. Who gave no consent is in neither, not even by name. Used by `app` and the command line.
// Pure; any thread.

#include "cafe/session.hpp"

#include <string>
#include <vector>

namespace ronde::report {

/// A person or an organisation, with the details that may be read; there is at least one.
struct DirectoryEntry {
    std::string id{};
    std::string name{};
    std::string organisation{}; ///< of a person; empty for an organisation
    cafe::OrganisationKind kind = cafe::OrganisationKind::other;
    std::string place{};
    bool is_organisation = false;
    std::vector<cafe::Contact> contacts{};

    friend bool operator==(const DirectoryEntry&, const DirectoryEntry&) = default;
};

/// People in the order of the list, then organisations.
[[nodiscard]] std::vector<DirectoryEntry> directory(const cafe::Session& session);

/// A table for spreadsheets: UTF-8 with its mark, `;` in French and `,` otherwise, CRLF; a cell that a spreadsheet
/// would take for a formula begins with an apostrophe. Only its headings when nobody agreed.
[[nodiscard]] std::string contacts_csv(const cafe::Session& session);

/// vCard 3.0 (RFC 2426): Android, iOS, Outlook and webmails all read it, while Outlook and older phones refuse 4.0. One
/// file of many cards; ids are made of the session's, so that a second import changes entries rather than doubles them.
[[nodiscard]] std::string contacts_vcf(const cafe::Session& session);

} // namespace ronde::report
