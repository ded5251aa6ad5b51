#pragma once
// What next: commitments, the next date, who could help whom, who should meet. Values and their actions.

#include "base/names.hpp"
#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

/// Something that somebody said they would do.
struct Commitment {
    CommitmentId id;
    std::string what{};
    std::string who{};       ///< a person's or an organisation's name
    std::string with_whom{}; ///< the same, or several; may be empty
    std::string by_when{};   ///< a day, YYYY-MM-DD; may be empty
    IdeaId from{};           ///< the idea that it was made of; may be empty
    bool done = false;
    std::string extra{};

    friend bool operator==(const Commitment&, const Commitment&) = default;
};

/// When people meet again. No date: nothing is settled.
struct NextMeeting {
    std::string title{};
    std::string place{};
    std::optional<base::WallTime> at{};
    base::Duration length{std::chrono::hours{2}}; ///< whole seconds, 1 minute to 24 hours
    std::string extra{};

    friend bool operator==(const NextMeeting&, const NextMeeting&) = default;
};

/// What a person decided about a proposed match.
enum class Ruling { accepted, dismissed };
constexpr auto names_of(Ruling) {
    return std::to_array<base::Name<Ruling>>({{Ruling::accepted, "accepted"}, {Ruling::dismissed, "dismissed"}});
}

/// An offer that may answer a need: proposed by the program, ruled on by a person.
struct Complementarity {
    OrganisationId giver;
    OrganisationId taker;
    std::string offer{}; ///< as the giver says it
    std::string need{};  ///< as the taker says it
    Ruling ruling = Ruling::accepted;

    friend bool operator==(const Complementarity&, const Complementarity&) = default;
};

/// Why two people should meet.
enum class IntroductionReason { theme, complementarity };
constexpr auto names_of(IntroductionReason) {
    return std::to_array<base::Name<IntroductionReason>>(
        {{IntroductionReason::theme, "theme"}, {IntroductionReason::complementarity, "complementarity"}});
}

/// Two people who never sat together and should talk before they leave.
struct Introduction {
    ParticipantId first;
    ParticipantId second;
    IntroductionReason reason = IntroductionReason::theme;
    std::string about{}; ///< the theme's title, or the need

    friend bool operator==(const Introduction&, const Introduction&) = default;
};

struct FollowUp {
    std::vector<Commitment> commitments{};
    NextMeeting next{};
    std::vector<Complementarity> complementarities{}; ///< ruled on; at most one a giver, taker, offer and need
    std::vector<Introduction> introductions{};

    friend bool operator==(const FollowUp&, const FollowUp&) = default;
};

/// Adds a commitment (at the end), or replaces the one whose id is known. Rejected without words, with a day that is
/// none, or from an idea that is not known.
struct PutCommitment {
    static constexpr std::string_view name = "put_commitment";
    Commitment commitment;
    friend bool operator==(const PutCommitment&, const PutCommitment&) = default;
};

struct RemoveCommitment {
    static constexpr std::string_view name = "remove_commitment";
    CommitmentId id;
    friend bool operator==(const RemoveCommitment&, const RemoveCommitment&) = default;
};

struct SetNextMeeting {
    static constexpr std::string_view name = "set_next_meeting";
    NextMeeting meeting;
    friend bool operator==(const SetNextMeeting&, const SetNextMeeting&) = default;
};

/// Accepts or dismisses a proposed match; the same one again changes the ruling.
struct RuleOnMatch {
    static constexpr std::string_view name = "rule_on_match";
    Complementarity match;
    friend bool operator==(const RuleOnMatch&, const RuleOnMatch&) = default;
};

/// Replaces all introductions. Rejected when somebody is in more than two, or meets themselves.
struct SetIntroductions {
    static constexpr std::string_view name = "set_introductions";
    std::vector<Introduction> introductions{};
    friend bool operator==(const SetIntroductions&, const SetIntroductions&) = default;
};

} // namespace ronde::cafe
