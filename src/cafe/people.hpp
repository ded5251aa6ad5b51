#pragma once
// Who comes: organisations and participants, how to reach them, and who is here. Values and their actions.

#include "base/names.hpp"
#include "cafe/ids.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

enum class OrganisationKind { third_place, support, other };
constexpr auto names_of(OrganisationKind) {
    return std::to_array<base::Name<OrganisationKind>>({{OrganisationKind::third_place, "third_place"},
                                                        {OrganisationKind::support, "support"},
                                                        {OrganisationKind::other, "other"}});
}

enum class ContactKind { email, phone, website, other };
constexpr auto names_of(ContactKind) {
    return std::to_array<base::Name<ContactKind>>({{ContactKind::email, "email"},
                                                   {ContactKind::phone, "phone"},
                                                   {ContactKind::website, "website"},
                                                   {ContactKind::other, "other"}});
}

/// Whether somebody agreed that the others of the café read a detail.
enum class Consent { not_asked, refused, given };
constexpr auto names_of(Consent) {
    return std::to_array<base::Name<Consent>>(
        {{Consent::not_asked, "not_asked"}, {Consent::refused, "refused"}, {Consent::given, "given"}});
}

/// One way to reach somebody. It leaves the session (a directory, a report) only with consent.
struct Contact {
    ContactKind kind = ContactKind::email;
    std::string text{};
    Consent consent = Consent::not_asked;

    friend bool operator==(const Contact&, const Contact&) = default;
};

struct Organisation {
    OrganisationId id;
    std::string name{};
    OrganisationKind kind = OrganisationKind::other;
    std::string place{};
    std::vector<std::string> offers{}; ///< what it could give or lend the others, a line each
    std::vector<std::string> needs{};  ///< what it looks for, a line each
    std::vector<Contact> contacts{};
    std::string extra{};

    friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// What a participant does besides taking part.
enum class Role { facilitator, host, note_taker, speaker };
constexpr auto names_of(Role) {
    return std::to_array<base::Name<Role>>({{Role::facilitator, "facilitator"},
                                            {Role::host, "host"},
                                            {Role::note_taker, "note_taker"},
                                            {Role::speaker, "speaker"}});
}

/// Whether a participant is in the room. Who is absent is not seated.
enum class Presence {
    expected, ///< announced, not ticked in; seated all the same
    here,
    absent, ///< did not come
};
constexpr auto names_of(Presence) {
    return std::to_array<base::Name<Presence>>(
        {{Presence::expected, "expected"}, {Presence::here, "here"}, {Presence::absent, "absent"}});
}

struct Participant {
    ParticipantId id;
    std::string name{};
    OrganisationId organisation{}; ///< empty: comes for nobody but themselves
    std::vector<Role> roles{};
    std::vector<Contact> contacts{};
    Presence presence = Presence::expected;
    int first_round = 1; ///< seated from this round on, counted from 1: later for who arrived late
    int last_round = 0;  ///< the last round they sit in; 0: to the end
    std::string extra{};

    friend bool operator==(const Participant&, const Participant&) = default;
};

/// Adds the organisations and participants, or replaces those whose ids are known; one undo for all of them.
struct PutPeople {
    static constexpr std::string_view name = "put_people";
    std::vector<Organisation> organisations{};
    std::vector<Participant> participants{};
    friend bool operator==(const PutPeople&, const PutPeople&) = default;
};

/// Takes people out, and out of their groups and introductions.
struct RemoveParticipants {
    static constexpr std::string_view name = "remove_participants";
    std::vector<ParticipantId> ids{};
    friend bool operator==(const RemoveParticipants&, const RemoveParticipants&) = default;
};

/// Says who is here, from which round on, and until which: arrivals and departures. Rejected where a round is negative
/// or the last one lies before the first.
struct SetPresence {
    static constexpr std::string_view name = "set_presence";
    std::vector<ParticipantId> ids{};
    Presence presence = Presence::here;
    int first_round = 1;
    int last_round = 0;
    friend bool operator==(const SetPresence&, const SetPresence&) = default;
};

/// Makes one organisation of two: people, answers, offers, needs, contacts and rulings of `from` go to `into`.
struct MergeOrganisations {
    static constexpr std::string_view name = "merge_organisations";
    OrganisationId from;
    OrganisationId into;
    friend bool operator==(const MergeOrganisations&, const MergeOrganisations&) = default;
};

/// Takes a person out of everything, texts that name them and what undo remembers included; it cannot be undone. The
/// effect Erased asks the shell to let the journal forget them too.
struct ErasePerson {
    static constexpr std::string_view name = "erase_person";
    ParticipantId id;
    friend bool operator==(const ErasePerson&, const ErasePerson&) = default;
};

/// Takes an organisation out, with what was ruled on it; its people stay.
struct RemoveOrganisation {
    static constexpr std::string_view name = "remove_organisation";
    OrganisationId id;
    friend bool operator==(const RemoveOrganisation&, const RemoveOrganisation&) = default;
};

} // namespace ronde::cafe
