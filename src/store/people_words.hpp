#pragma once
// The words of people's lists: what a heading, a kind, a role or an answer to a date poll means, in French and in
// English, whatever its case, accents and punctuation. Used by people_file.hpp and by `app`. Pure; any thread.

#include "base/names.hpp"
#include "cafe/people.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ronde::store {

/// What a column of a people's list holds.
enum class ColumnMeaning {
    ignored,
    full_name,
    first_name,
    last_name,
    organisation,
    kind, ///< of the organisation
    place,
    email,
    phone,
    role,
    note,
    answer, ///< to one date of a poll: yes, no, perhaps
    status, ///< of the registration or the order: paid, cancelled…
};
constexpr auto names_of(ColumnMeaning) {
    return std::to_array<base::Name<ColumnMeaning>>({{ColumnMeaning::ignored, "ignored"},
                                                     {ColumnMeaning::full_name, "full_name"},
                                                     {ColumnMeaning::first_name, "first_name"},
                                                     {ColumnMeaning::last_name, "last_name"},
                                                     {ColumnMeaning::organisation, "organisation"},
                                                     {ColumnMeaning::kind, "kind"},
                                                     {ColumnMeaning::place, "place"},
                                                     {ColumnMeaning::email, "email"},
                                                     {ColumnMeaning::phone, "phone"},
                                                     {ColumnMeaning::role, "role"},
                                                     {ColumnMeaning::note, "note"},
                                                     {ColumnMeaning::answer, "answer"},
                                                     {ColumnMeaning::status, "status"}});
}

/// Of whom a heading speaks: ticketing sites list who comes and who paid. The earlier, the better.
enum class Whose { participant, anyone, buyer };

/// What a heading leaves open, so that the column's content decides, or the person who imports: "Type" is of the
/// organisation, of the ticket, of the role.
[[nodiscard]] bool leaves_open(std::string_view heading);

/// A name that may be the whole name or the family's: "Nom", "Name". Which, other columns tell.
enum class NameReach { certain, whole_or_last };

struct Heading {
    ColumnMeaning meaning = ColumnMeaning::ignored;
    Whose whose = Whose::anyone;
    NameReach reach = NameReach::certain;
    bool loose = false; ///< known by its first word alone: a cell of the list may begin so too

    friend bool operator==(const Heading&, const Heading&) = default;
};

/// Folded, each sign that is neither letter nor digit a space, spaces single, none at the ends.
[[nodiscard]] std::string plain_words(std::string_view text);

/// What a heading means. A known heading whose column is of no use ("Fonction", "Civilité") is `ignored`; none: the
/// heading is not known.
[[nodiscard]] std::optional<Heading> heading_named(std::string_view words);

/// The kind that a word names ("tiers-lieu", "support", "autre"…).
[[nodiscard]] std::optional<cafe::OrganisationKind> kind_named(std::string_view word);

/// The role that a word names ("animatrice", "host", "preneur de notes"…).
[[nodiscard]] std::optional<cafe::Role> role_named(std::string_view word);

/// "Participant", "invitée": somebody who takes part and has no other role.
[[nodiscard]] bool is_plain_participant(std::string_view word);

enum class Answer { yes, perhaps, no, unknown };

/// What a date poll's cell says; none: it is no answer. Framadate writes "Oui", "Si nécessaire", "Non" and "Inconnu".
[[nodiscard]] std::optional<Answer> answer_named(std::string_view word);

/// Whether the status of a registration says that nobody comes: "Annulé", "Cancelled by attendee", "Remboursée",
/// "Not attending".
[[nodiscard]] bool is_cancelled(std::string_view status);

/// One address, as people write them: something, an @, a domain with a dot, no white space.
[[nodiscard]] bool is_email(std::string_view text);

/// A telephone number: nine to fifteen digits (E.164) with signs between, and perhaps a + before. Fewer are
/// dates as often as telephones.
[[nodiscard]] bool is_phone(std::string_view text);

} // namespace ronde::store
