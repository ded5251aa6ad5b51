#pragma once
// How many tables and groups a café wants, and what does not fit: hints as typed values, which Préparer puts into words
// and offers a remedy for. Numbers only; changes nothing. Pure; any thread.
// Four people a table, five at most, at least twelve people: the method's own numbers (theworldcafe.com, "design
// principles").

#include "cafe/session.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

inline constexpr int most_at_a_table = 5;
inline constexpr int least_at_a_table = 3;
inline constexpr int least_people = 12;
inline constexpr int most_questions = 8;
inline constexpr int most_groups = 24;

/// Tables a question for `people` people and `questions` questions, so that a table seats five at most; at least 1.
[[nodiscard]] int tables_per_question_for(int people, int questions);

/// People as evenly as can be: `groups` numbers whose sum is `people`, the larger ones first. Empty for no group.
[[nodiscard]] std::vector<int> even_sizes(int people, int groups);

/// Groups that suit `people` people at `tables` tables: one a table, but no more than leave three in each where fewer
/// tables would do. At least 1.
[[nodiscard]] int groups_for(int people, int questions, int tables);

/// People expected: the named ones, else the sum of the groups' counts.
[[nodiscard]] int expected_people(const cafe::Session& session);

/// The tables that the café would have with `per_question` of them for each question, in the questions' order: those
/// there are keep their ids and names (the last go first, but never before one without ideas), new ones take ids from
/// `new_id`.
[[nodiscard]] std::vector<cafe::Table> tables_with(const cafe::Session& session, const std::vector<int>& per_question,
                                                   const std::function<std::string(std::string_view prefix)>& new_id);

/// Tables of each question, in the questions' order.
[[nodiscard]] std::vector<int> tables_by_question(const cafe::Session& session);

enum class RoomTrouble {
    no_questions,
    blank_question,   ///< `count` questions have no words yet
    no_tables,        ///< `count` questions have no table
    tables_too_full,  ///< more than five a table on average
    tables_too_empty, ///< fewer than three a table on average, and fewer tables would do
    tables_uneven,    ///< where each person has a route: `count` tables are missing for all questions to have as many
    no_people,
    few_people, ///< fewer than twelve
    no_groups,
    people_unplaced,    ///< `count` people are in no group
    groups_over_tables, ///< more groups than tables: there is no plan
    tables_over_groups, ///< fewer groups than suit: `count` tables stay empty in every round
    no_rounds,
    rounds_under_questions, ///< `count` rounds are missing for everyone to meet every question
};
constexpr auto names_of(RoomTrouble) {
    return std::to_array<base::Name<RoomTrouble>>({{RoomTrouble::no_questions, "no_questions"},
                                                   {RoomTrouble::blank_question, "blank_question"},
                                                   {RoomTrouble::no_tables, "no_tables"},
                                                   {RoomTrouble::tables_too_full, "tables_too_full"},
                                                   {RoomTrouble::tables_too_empty, "tables_too_empty"},
                                                   {RoomTrouble::tables_uneven, "tables_uneven"},
                                                   {RoomTrouble::no_people, "no_people"},
                                                   {RoomTrouble::few_people, "few_people"},
                                                   {RoomTrouble::no_groups, "no_groups"},
                                                   {RoomTrouble::people_unplaced, "people_unplaced"},
                                                   {RoomTrouble::groups_over_tables, "groups_over_tables"},
                                                   {RoomTrouble::tables_over_groups, "tables_over_groups"},
                                                   {RoomTrouble::no_rounds, "no_rounds"},
                                                   {RoomTrouble::rounds_under_questions, "rounds_under_questions"}});
}

/// Something that does not fit, with the numbers that say it and the remedy's.
struct RoomHint {
    RoomTrouble trouble = RoomTrouble::no_questions;
    int count = 0; ///< see the trouble
    int people = 0;
    int questions = 0;
    int tables = 0;
    int groups = 0;
    int wanted_groups = 0;       ///< groups_for the room as it is
    int wanted_per_question = 0; ///< tables a question that would be right
    int wanted_tables = 0;       ///< all questions together, also the number of groups that fills them

    friend bool operator==(const RoomHint&, const RoomHint&) = default;
};

/// What does not fit in the café's room, the most basic first. Empty when all does.
[[nodiscard]] std::vector<RoomHint> room_hints(const cafe::Session& session);

} // namespace ronde::app
