#pragma once
// Who is here: what ticking somebody in, letting them go or welcoming a walk-in means for the rounds, as deeds. Used by
// the list of those present, in Préparer and Animer. Pure; any thread.

#include "base/names.hpp"
#include "cafe/action.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// How somebody stands in the list.
enum class Standing {
    expected,
    late, ///< announced for a later round: Participant::first_round
    here,
    left, ///< sits until Participant::last_round
    absent,
};
constexpr auto names_of(Standing) {
    return std::to_array<base::Name<Standing>>({{Standing::expected, "expected"},
                                                {Standing::late, "late"},
                                                {Standing::here, "here"},
                                                {Standing::left, "left"},
                                                {Standing::absent, "absent"}});
}
[[nodiscard]] Standing standing_of(const cafe::Session& session, const cafe::Participant& person);

/// Ticks somebody in. Who was absent, or comes before their round, sits from the next round on; who had left is back.
[[nodiscard]] cafe::SetPresence tick_in(const cafe::Session& session, const cafe::Participant& person);

/// Where somebody who came in during a round may sit until the next: at the table of that round with the fewest people.
/// Empty when no round is on, or they have a table in it.
[[nodiscard]] cafe::TableId table_meanwhile(const cafe::Session& session, const cafe::Participant& person);

/// Leaves: sits no more from the next round on. Before they sat in any round, they did not come.
[[nodiscard]] cafe::SetPresence leave(const cafe::Session& session, const cafe::Participant& person);

/// Comes later: from the next round on (the second at the earliest), and a round later each time it is asked again,
/// around to the next.
[[nodiscard]] cafe::SetPresence come_later(const cafe::Session& session, const cafe::Participant& person);

[[nodiscard]] cafe::SetPresence stay_away(const cafe::Participant& person);
[[nodiscard]] cafe::SetPresence expect_again(const cafe::Participant& person);

/// Whether somebody is found by what is typed, "name" or "name, organisation": parts of them, whatever their case and
/// accents. Nothing typed finds everybody.
[[nodiscard]] bool is_found(const cafe::Session& session, const cafe::Participant& person, std::string_view typed);

/// Somebody who is not in the list, as typed.
struct WalkIn {
    std::string name{};
    std::string organisation{}; ///< as the café writes it where it is known; may be empty
    cafe::OrganisationId known{};

    friend bool operator==(const WalkIn&, const WalkIn&) = default;
};

/// What "name, organisation" (a comma, a semicolon or a tab) may mean, the likeliest first: the organisations that
/// begin with what is typed, those that hold it, then a new one of that name. Nothing without a name.
[[nodiscard]] std::vector<WalkIn> walk_ins(const cafe::Session& session, std::string_view typed);

/// Welcomes them: here, from the next round on, and where groups stay together in the smallest, or one more counted.
[[nodiscard]] std::vector<cafe::Deed> welcome(const cafe::Session& session, const WalkIn& walk_in,
                                              const std::function<std::string(std::string_view prefix)>& new_id);

} // namespace ronde::app
