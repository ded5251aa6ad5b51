#pragma once
// What windows and documents read out of the harvest: themes in order, what sits in them, who speaks next. Pure; any
// thread. Changes nothing.

#include "cafe/session.hpp"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace ronde::cafe {

enum class ThemeOrder {
    by_hand,
    by_votes, ///< most first; equals as by hand
    by_ideas, ///< the same, by the ideas that are still there
};
constexpr auto names_of(ThemeOrder) {
    return std::to_array<base::Name<ThemeOrder>>(
        {{ThemeOrder::by_hand, "by_hand"}, {ThemeOrder::by_votes, "by_votes"}, {ThemeOrder::by_ideas, "by_ideas"}});
}

/// The themes in that order; the pointers live as long as the session is not changed.
[[nodiscard]] std::vector<const Theme*> themes_in_order(const Session& session, ThemeOrder order);

/// The order in which the room and the report see them: by votes as soon as there are any.
[[nodiscard]] ThemeOrder room_order(const Session& session);

/// The ideas of a theme that are still there, in its order.
[[nodiscard]] std::vector<const Idea*> ideas_of(const Session& session, const Theme& theme);

/// In which themes each sorted idea sits, as places in the list; an idea that is missing is in none.
using Sorting = std::unordered_map<IdeaId, std::vector<std::size_t>>;
[[nodiscard]] Sorting sorting_of(const Session& session);

/// How many people may vote: neither absent nor gone. Where groups are counted, their numbers and who sits in others.
[[nodiscard]] int people_present(const Session& session);

/// The whole order of the plenary: the plan's turns, then the tables that it leaves out.
[[nodiscard]] std::vector<Turn> all_turns(const Session& session);

/// The table that speaks after the present one; the first when nobody speaks, empty after the last.
[[nodiscard]] TableId next_to_speak(const Session& session);

/// What a table brings to the plenary: its starred ideas, all of them where none is starred.
[[nodiscard]] std::vector<const Idea*> ideas_to_tell(const Session& session, const TableId& table);

} // namespace ronde::cafe
