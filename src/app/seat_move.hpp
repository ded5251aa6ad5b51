#pragma once
// Moving one person to another table of a round still to come, all others where they are: what it costs in meetings
// against the plan in force, and the plan that it makes. The windows ask for the cost while somebody is dragged; the
// running café takes the plan. Pure; any thread; a few milliseconds for 300 people.

#include "cafe/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

struct SeatMove {
    cafe::ParticipantId person{};
    int round = 0; ///< from 1
    cafe::TableId table{};

    friend bool operator==(const SeatMove&, const SeatMove&) = default;
};

/// What a move changes. Differences are after minus before, over all rounds.
struct SeatMoveCost {
    cafe::TableId from{}; ///< empty: the person had no seat in that round
    int size_from = 0;    ///< of the tables afterwards, in that round
    int size_to = 0;
    std::int64_t repeats = 0; ///< as in SeatingQuality
    std::int64_t organisation_pairs = 0;
    std::int64_t kind_pairs = 0;
    int met_before = 0; ///< other people that the person meets at least once
    int met_after = 0;
    std::vector<cafe::QuestionId> missed{}; ///< questions that the person comes to now and would not
    std::vector<std::string> breaks{};      ///< wishes that are kept now and would not be, by pin id
    bool breaks_limit = false; ///< two people would meet more than twice, against the rules, and do not now

    friend bool operator==(const SeatMoveCost&, const SeatMoveCost&) = default;
};

/// Whether somebody can be moved in a round: the plan in force gives each person a route and is of the present
/// structure, the round is still to come, they attend it and host no table in it.
[[nodiscard]] bool can_move(const cafe::Session& session, const cafe::ParticipantId& person, int round);

/// Tables at which somebody can sit, in the room's order; in the carousel those that have a question.
[[nodiscard]] std::vector<cafe::TableId> tables_to_sit_at(const cafe::Session& session);

/// Nothing where they cannot be moved, sit there already, or the table is none to sit at.
[[nodiscard]] std::optional<SeatMoveCost> cost_of(const cafe::Session& session, const SeatMove& move);

/// The plan in force with that person at that table. Its quality keeps the bound of the plan in force, claims no proof,
/// and names the wishes and rules that it breaks, and who sees a question again. Nothing as above.
[[nodiscard]] std::optional<cafe::Seating> moved_seating(const cafe::Session& session, const SeatMove& move);

/// The rules with a pin for that seat, in place of the one that the person may have in that round.
[[nodiscard]] cafe::SeatingRules pinned(const cafe::Session& session, const SeatMove& move, cafe::PinId pin);

/// The measure of seats by person, whatever made them; bound and proof are not meant.
[[nodiscard]] cafe::SeatingQuality measured(const cafe::Session& session,
                                            const std::vector<std::vector<cafe::Company>>& companies);

} // namespace ronde::app
