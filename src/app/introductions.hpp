#pragma once
// Who should meet before leaving, and how the stage tells it: pairs who never sat together and have something in
// common. docs/FOLLOW_UP.md says what the method is and what it only approximates. Pure; any thread.

#include "base/names.hpp"
#include "cafe/session.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

inline constexpr int most_introductions_each = 2;

/// Pairs who sat together in no round begun so far and whose organisations have an accepted match between an offer and
/// a need, or whose tables noted ideas that sit in one theme. At most two a person; who has fewest to choose from is
/// served first; deterministic. People who are absent, have left or come for the same organisation are not introduced.
[[nodiscard]] std::vector<cafe::Introduction> propose_introductions(const cafe::Session& session);

/// Why nobody is to be introduced.
enum class NoIntroductions {
    few_people,     ///< fewer than two are there
    all_met,        ///< whoever is there has sat with everybody who comes for somebody else
    no_round,       ///< nobody has sat anywhere, and no match was accepted
    nothing_sorted, ///< no theme has an idea, and no match was accepted
    nothing_shared, ///< who has not met shares neither a theme nor a match
};
constexpr auto names_of(NoIntroductions) {
    return std::to_array<base::Name<NoIntroductions>>({{NoIntroductions::few_people, "few_people"},
                                                       {NoIntroductions::all_met, "all_met"},
                                                       {NoIntroductions::no_round, "no_round"},
                                                       {NoIntroductions::nothing_sorted, "nothing_sorted"},
                                                       {NoIntroductions::nothing_shared, "nothing_shared"}});
}

/// The reason why propose_introductions finds nobody; none where it finds somebody.
[[nodiscard]] std::optional<NoIntroductions> why_nobody_to_introduce(const cafe::Session& session);

/// One introduction as a group reads it.
struct ToMeet {
    cafe::ParticipantId other;  ///< whom to talk to
    cafe::ParticipantId member; ///< who of the group should
    cafe::IntroductionReason reason = cafe::IntroductionReason::theme;
    std::string about{};

    friend bool operator==(const ToMeet&, const ToMeet&) = default;
};

/// People who can be called together: a group, or where people have routes of their own, a table of the last round.
struct Gathering {
    cafe::GroupId group{};
    cafe::TableId table{}; ///< one of the two
    std::vector<ToMeet> people{};

    friend bool operator==(const Gathering&, const Gathering&) = default;
};

/// The session's introductions by gathering, at most `most` each, different members first; gatherings without any are
/// left out. Who sits in no gathering is not told here.
[[nodiscard]] std::vector<Gathering> people_to_meet(const cafe::Session& session, std::size_t most = 3);

} // namespace ronde::app
