#pragma once
// People's lists from other programs: LibreOffice, French Excel, Eventbrite, HelloAsso, Framadate. A file is opened,
// what was understood is shown, the person corrects what the columns mean, and its lines are read; nothing of a café
// changes here. Every line with a name is taken; what is not taken is named. Pure; any thread.

#include "cafe/people.hpp"
#include "store/csv.hpp"
#include "store/people_words.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

struct PeopleColumn {
    std::string header{}; ///< as in the file; empty where it has none
    ColumnMeaning meaning = ColumnMeaning::ignored;
    bool in_doubt = false; ///< its heading leaves open what it is, and its content did not tell: the person is asked
    bool of_buyer = false; ///< it is of whoever paid, while others are named: theirs where the buyer's name is

    friend bool operator==(const PeopleColumn&, const PeopleColumn&) = default;
};

enum class ListShape {
    people,
    date_poll, ///< Framadate's: names, and each one's answers to dates
};
constexpr auto names_of(ListShape) {
    return std::to_array<base::Name<ListShape>>({{ListShape::people, "people"}, {ListShape::date_poll, "date_poll"}});
}

/// A file that was opened, and what was understood of it.
struct PeopleFile {
    base::Encoding encoding = base::Encoding::utf8;
    Separator separator = Separator::semicolon;
    ListShape shape = ListShape::people;
    std::size_t header_lines = 0; ///< rows above the first person: a title, the headings
    std::vector<PeopleColumn> columns{};
    std::vector<std::size_t> buyer_names{}; ///< columns of the buyer's name, where others are named too
    std::vector<CsvRow> rows{};             ///< those below the header, blank ones too
    std::vector<int> foreign_lines{};       ///< see base::DecodedText
    std::vector<int> control_lines{};       ///< see CsvTable

    friend bool operator==(const PeopleFile&, const PeopleFile&) = default;
};

/// What the person sets right where the guess is wrong.
struct OpeningChoices {
    std::optional<Separator> separator{};
    std::optional<std::size_t> header_lines{};
};

/// Opens a list. Headings are known by people_words.hpp; columns of one meaning give way to the participants' own, then
/// to the leftmost. Without a line of headings, and for a name, address or telephone that no heading announces, the
/// columns' content tells.
[[nodiscard]] CsvResult<PeopleFile> open_people_file(std::string_view bytes, const OpeningChoices& choices = {});

/// What each column was understood as: the mapping to start from.
[[nodiscard]] std::vector<ColumnMeaning> meanings_of(const PeopleFile& file);

/// A person as a line gives them. Texts are trimmed; names have single spaces.
struct ListedPerson {
    int line = 0;            ///< of the file, from 1
    std::string full_name{}; ///< never empty of a person; first and last name where the list has no whole one
    std::string first_name{};
    std::string last_name{};
    std::string organisation{};
    std::optional<cafe::OrganisationKind> kind{}; ///< none: the line does not say, or not in words that are known
    std::string place{};
    std::string email{};
    std::string phone{};
    std::vector<cafe::Role> roles{};
    std::string note{};
    bool cancelled = false; ///< the registration was taken back, on every line that is theirs

    friend bool operator==(const ListedPerson&, const ListedPerson&) = default;
};

/// In code points, of a name or an organisation.
inline constexpr std::size_t longest_listed_name = 200;

enum class WhyLeftOut {
    no_name,       ///< detail: what the line holds instead
    name_too_long, ///< name or organisation beyond `longest_listed_name`; detail: its beginning
    open_quote,    ///< a quote is never closed; detail: the line
    stray_quote,   ///< text stands after a quote that was closed; detail: the line
    headings,      ///< a line of headings among the people; detail: the line
    said_no,       ///< to every date of the poll; detail: the name
};
constexpr auto names_of(WhyLeftOut) {
    return std::to_array<base::Name<WhyLeftOut>>({{WhyLeftOut::no_name, "no_name"},
                                                  {WhyLeftOut::name_too_long, "name_too_long"},
                                                  {WhyLeftOut::open_quote, "open_quote"},
                                                  {WhyLeftOut::stray_quote, "stray_quote"},
                                                  {WhyLeftOut::headings, "headings"},
                                                  {WhyLeftOut::said_no, "said_no"}});
}

/// A line that was not taken.
struct LeftOutLine {
    int line = 0;
    WhyLeftOut why = WhyLeftOut::no_name;
    std::string detail{};

    friend bool operator==(const LeftOutLine&, const LeftOutLine&) = default;
};

enum class Remark {
    merged,       ///< the same person as on `other_line`, whose gaps it filled; detail: the name
    shared_email, ///< taken, with the address of another person, on `other_line`; detail: the address
    unknown_kind, ///< taken without it; detail: the words. So for roles and addresses.
    unknown_role,
    not_an_email,
    more_contacts,    ///< several addresses or numbers in a cell, of which the first was taken; detail: the others
    extra_cells,      ///< more cells than headings, perhaps a separator without quotes; detail: the cells
    foreign_encoding, ///< in another encoding than the file; detail: the name, for a look at its accents
    cancelled,        ///< taken as somebody who does not come; detail: the name and what the status says
    nobody_named,     ///< taken as an organisation alone; detail: its name
    control_signs,    ///< control characters were taken out of the line; detail: the name
    address_as_name,  ///< an address stood for the name, which is now what is before its @; detail: that
};
constexpr auto names_of(Remark) {
    return std::to_array<base::Name<Remark>>({{Remark::merged, "merged"},
                                              {Remark::shared_email, "shared_email"},
                                              {Remark::unknown_kind, "unknown_kind"},
                                              {Remark::unknown_role, "unknown_role"},
                                              {Remark::not_an_email, "not_an_email"},
                                              {Remark::more_contacts, "more_contacts"},
                                              {Remark::extra_cells, "extra_cells"},
                                              {Remark::foreign_encoding, "foreign_encoding"},
                                              {Remark::cancelled, "cancelled"},
                                              {Remark::nobody_named, "nobody_named"},
                                              {Remark::control_signs, "control_signs"},
                                              {Remark::address_as_name, "address_as_name"}});
}

/// Something to look at in a line that was taken.
struct RemarkedLine {
    int line = 0;
    Remark remark = Remark::merged;
    std::string detail{};
    int other_line = 0; ///< 0: there is none

    friend bool operator==(const RemarkedLine&, const RemarkedLine&) = default;
};

/// Each row that is not blank is in `people`, in `organisations`, in `left_out`, or `merged` among the remarks.
struct PeopleRead {
    std::vector<ListedPerson> people{};
    std::vector<ListedPerson> organisations{}; ///< lines of an organisation and nobody: without a name
    std::vector<LeftOutLine> left_out{};
    std::vector<RemarkedLine> remarks{};

    friend bool operator==(const PeopleRead&, const PeopleRead&) = default;
};

/// Reads the lines, with what each column means; columns beyond `mapping` are ignored. The apostrophe by which a
/// spreadsheet is kept from calculating (`'+33…`) is left out. A buyer's address or telephone is a person's whose name
/// is the buyer's. Several columns of a note are
/// joined, of any other meaning the leftmost that is filled counts. Two lines are one person when name and organisation
/// are the same, or the address is and the names do not contradict ("J. Durand", "Jean Durand"): people who share an
/// address stay two. An address in the place of a name, which the room would read, makes one of what is before its @,
/// and is taken as the address where there is no other. In a merged person the fuller name and the first line's other
/// fields win.
[[nodiscard]] PeopleRead read_people(const PeopleFile& file, std::span<const ColumnMeaning> mapping);

/// Whether two names, as plain_words gives them, may be one person's: each word of the shorter is one of the longer, or
/// the first letter of one.
[[nodiscard]] bool may_be_one(std::string_view name, std::string_view other);

} // namespace ronde::store
