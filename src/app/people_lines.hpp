#pragma once
// People typed or pasted, one a line: "Name; Organisation; kind". Préparer uses it for its box of lines. It says what
// it understood and which line is wrong and why, and changes nothing by itself. Pure; any thread.

#include "cafe/people.hpp"
#include "cafe/session.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// A line that was understood.
struct PersonLine {
    int line = 0; ///< counts from 1
    std::string name{};
    std::string organisation{};   ///< as typed, or as the café writes it when it is known; may be empty
    cafe::OrganisationId known{}; ///< of the organisation, when the café has it
    std::optional<cafe::OrganisationKind> kind{}; ///< none: the line does not say

    friend bool operator==(const PersonLine&, const PersonLine&) = default;
};

/// Why a line was not taken.
enum class LineTrouble {
    not_text,      ///< not UTF-8
    no_name,       ///< an organisation without a person
    name_too_long, ///< name or organisation of more than `longest_name` characters
    unknown_kind,  ///< the third column is none of the kinds
    too_many,      ///< more than three columns
    known_already, ///< same name and organisation as someone in the café, or as a line above
};

struct WrongLine {
    int line = 0;       ///< counts from 1
    std::string text{}; ///< the whole line, so that it can be put right
    LineTrouble why = LineTrouble::no_name;

    friend bool operator==(const WrongLine&, const WrongLine&) = default;
};

struct PeopleLines {
    std::vector<PersonLine> people{};
    std::vector<WrongLine> wrong{};

    friend bool operator==(const PeopleLines&, const PeopleLines&) = default;
};

inline constexpr std::size_t longest_name = 200;

/// Reads the lines. A line's columns are parted by its tabs, else by its `;`, else by its commas; quotes keep a
/// separator in a column. Empty lines and a first line of headings are passed over. Organisations are recognised
/// whatever their case and accents; kinds are understood in French and in English.
[[nodiscard]] PeopleLines read_people_lines(std::string_view text, const cafe::Session& session);

/// The kind that a word names ("tiers-lieu", "support", "autre"…), case, accents and hyphens aside.
[[nodiscard]] std::optional<cafe::OrganisationKind> kind_named(std::string_view word);

/// One action that adds the people and the organisations that the café does not have yet. A kind that a line states
/// also corrects a known organisation.
[[nodiscard]] cafe::PutPeople put_people(const PeopleLines& lines, const cafe::Session& session,
                                         const std::function<std::string(std::string_view prefix)>& new_id);

} // namespace ronde::app
