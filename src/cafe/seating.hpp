#pragma once
// Questions, tables, groups, and which group sits where in each round. Values and their actions.
// The plan itself is computed by `rotation`, off this room, and comes back as ApplyPlan.

#include "base/names.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

struct Question {
    QuestionId id;
    std::string text{};
    std::string extra{};

    friend bool operator==(const Question&, const Question&) = default;
};

/// A table of the room. Its number is its place in the list, counted from 1.
struct Table {
    TableId id;
    std::string name{};    ///< may be empty: then its number names it
    QuestionId question{}; ///< the question that lives here
    std::string extra{};

    friend bool operator==(const Table&, const Table&) = default;
};

/// People who move together. `count` stands for their number while no names are known.
struct Group {
    GroupId id;
    std::string name{};
    std::vector<ParticipantId> members{};
    int count = 0; ///< used when `members` is empty; 0 to 1,000
    std::string extra{};

    friend bool operator==(const Group&, const Group&) = default;
};

struct Placement {
    GroupId group;
    TableId table;

    friend bool operator==(const Placement&, const Placement&) = default;
};

/// What a plan could not give, or gives beyond the plain method.
enum class PlanNote {
    fewer_rounds_than_questions, ///< each group meets only some of the questions
    more_rounds_than_questions,  ///< after all the questions, groups meet some a second time
    more_groups_than_tables,     ///< no plan: some groups would have no table
    uneven_tables,               ///< the questions do not have the same number of tables
    same_table_again,            ///< in some round a group comes back to the very same table
    question_missed,             ///< some group misses a question though there are rounds enough
};
constexpr auto names_of(PlanNote) {
    return std::to_array<base::Name<PlanNote>>({{PlanNote::fewer_rounds_than_questions, "fewer_rounds_than_questions"},
                                                {PlanNote::more_rounds_than_questions, "more_rounds_than_questions"},
                                                {PlanNote::more_groups_than_tables, "more_groups_than_tables"},
                                                {PlanNote::uneven_tables, "uneven_tables"},
                                                {PlanNote::same_table_again, "same_table_again"},
                                                {PlanNote::question_missed, "question_missed"}});
}

/// Who sits where: `rounds[r]` for the agenda's r-th step of kind round, r from 0.
struct Seating {
    std::vector<std::vector<Placement>> rounds{};
    std::vector<PlanNote> notes{};
    std::uint64_t basis = 0; ///< Session::structure at which it was computed

    friend bool operator==(const Seating&, const Seating&) = default;
};

/// Adds a question (at the end) or replaces the one whose id is known.
struct PutQuestion {
    static constexpr std::string_view name = "put_question";
    Question question;
    friend bool operator==(const PutQuestion&, const PutQuestion&) = default;
};

/// Takes a question out, with its tables. Rejected when ideas were noted on it: they would lose their question.
struct RemoveQuestion {
    static constexpr std::string_view name = "remove_question";
    QuestionId id;
    friend bool operator==(const RemoveQuestion&, const RemoveQuestion&) = default;
};

struct MoveQuestion {
    static constexpr std::string_view name = "move_question";
    QuestionId id;
    std::size_t index = 0;
    friend bool operator==(const MoveQuestion&, const MoveQuestion&) = default;
};

/// Replaces all tables. Rejected when an id stands twice, a question is not known, or a table that has ideas is
/// missing.
struct SetTables {
    static constexpr std::string_view name = "set_tables";
    std::vector<Table> tables{};
    friend bool operator==(const SetTables&, const SetTables&) = default;
};

/// Replaces all groups. Rejected when an id stands twice, a person is not known or in two groups, or a group that has
/// ideas is missing.
struct SetGroups {
    static constexpr std::string_view name = "set_groups";
    std::vector<Group> groups{};
    friend bool operator==(const SetGroups&, const SetGroups&) = default;
};

struct RenameGroup {
    static constexpr std::string_view name = "rename_group";
    GroupId id;
    std::string text{};
    friend bool operator==(const RenameGroup&, const RenameGroup&) = default;
};

/// Moves a person to a group; an empty group takes them out of theirs.
struct MovePerson {
    static constexpr std::string_view name = "move_person";
    ParticipantId person;
    GroupId group{};
    friend bool operator==(const MovePerson&, const MovePerson&) = default;
};

/// A plan that the planner made. Rejected when its basis is not the session's present structure.
/// Rounds that have begun keep the placements that they have.
struct ApplyPlan {
    static constexpr std::string_view name = "apply_plan";
    Seating seating;
    friend bool operator==(const ApplyPlan&, const ApplyPlan&) = default;
};

} // namespace ronde::cafe
