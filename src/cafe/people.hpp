#pragma once
// Who comes: organisations and participants. Values and their actions.

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

struct Organisation {
    OrganisationId id;
    std::string name{};
    OrganisationKind kind = OrganisationKind::other;
    std::string place{};
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

struct Participant {
    ParticipantId id;
    std::string name{};
    OrganisationId organisation{}; ///< empty: comes for nobody but themselves
    std::vector<Role> roles{};
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

/// Takes people out, and out of their groups.
struct RemoveParticipants {
    static constexpr std::string_view name = "remove_participants";
    std::vector<ParticipantId> ids{};
    friend bool operator==(const RemoveParticipants&, const RemoveParticipants&) = default;
};

/// Takes an organisation out; its people stay, without one.
struct RemoveOrganisation {
    static constexpr std::string_view name = "remove_organisation";
    OrganisationId id;
    friend bool operator==(const RemoveOrganisation&, const RemoveOrganisation&) = default;
};

} // namespace ronde::cafe
