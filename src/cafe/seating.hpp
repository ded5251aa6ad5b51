#pragma once
// Questions, tables, groups, how people are to be seated, and who sits where in each round. Values and their actions.
// The plan itself is computed by `rotation`, off this room, and comes back as ApplyPlan.

#include "base/names.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
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

/// How the rounds go over the questions. Both are world cafés.
enum class SeatingStyle {
    carousel,   ///< each question lives at its own tables; people move over them
    successive, ///< the whole room takes one question a round; people change tables
};
constexpr auto names_of(SeatingStyle) {
    return std::to_array<base::Name<SeatingStyle>>(
        {{SeatingStyle::carousel, "carousel"}, {SeatingStyle::successive, "successive"}});
}

enum class Grouping {
    intact, ///< groups stay together
    mixed,  ///< each person has a route
};
constexpr auto names_of(Grouping) {
    return std::to_array<base::Name<Grouping>>({{Grouping::intact, "intact"}, {Grouping::mixed, "mixed"}});
}

enum class Hosting {
    none,
    stay,  ///< one person a table stays there and tells the newcomers what was said
    relay, ///< the same, and after `host_rounds` rounds another person takes over
};
constexpr auto names_of(Hosting) {
    return std::to_array<base::Name<Hosting>>(
        {{Hosting::none, "none"}, {Hosting::stay, "stay"}, {Hosting::relay, "relay"}});
}

/// Whether two people may meet more than twice.
enum class MeetingLimit { none, twice };
constexpr auto names_of(MeetingLimit) {
    return std::to_array<base::Name<MeetingLimit>>({{MeetingLimit::none, "none"}, {MeetingLimit::twice, "twice"}});
}

/// What an unwanted pair at a table costs the plan; 0 to 1,000 each.
struct SeatingWeights {
    int repeat = 1;
    int organisation = 3;
    int kind = 1;

    friend bool operator==(const SeatingWeights&, const SeatingWeights&) = default;
};

enum class PinKind {
    together, ///< `person` and `other` share every table to come
    apart,    ///< they share none
    seat,     ///< `person` sits at `table` in `round`
    host,     ///< `person` stays at `table`, for all the rounds or from `first_round` to `last_round`
};
constexpr auto names_of(PinKind) {
    return std::to_array<base::Name<PinKind>>(
        {{PinKind::together, "together"}, {PinKind::apart, "apart"}, {PinKind::seat, "seat"}, {PinKind::host, "host"}});
}

/// A wish that the plan keeps when it can, and names when it can not.
struct Pin {
    PinId id;
    PinKind kind = PinKind::together;
    ParticipantId person;
    ParticipantId other{}; ///< together, apart
    TableId table{};       ///< seat, host
    int round = 0;         ///< seat: from 1
    int first_round = 0;   ///< host: from 1; 0 for the first that they are there
    int last_round = 0;    ///< host: from 1, itself included; 0 for the last that they are there

    friend bool operator==(const Pin&, const Pin&) = default;
};

inline constexpr int usual_host_rounds = 2;
inline constexpr int most_host_rounds = 100;

/// How people are to be seated.
struct SeatingRules {
    SeatingStyle style = SeatingStyle::carousel;
    Grouping grouping = Grouping::intact;
    Hosting hosting = Hosting::none;
    int host_rounds = usual_host_rounds; ///< relay: how many rounds a host keeps a table; 1 to most_host_rounds
    MeetingLimit limit = MeetingLimit::none;
    SeatingWeights weights{};
    std::vector<Pin> pins{};
    std::string extra{};

    friend bool operator==(const SeatingRules&, const SeatingRules&) = default;
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

/// The people at one table in one round.
struct Company {
    TableId table;
    std::vector<ParticipantId> people{};

    friend bool operator==(const Company&, const Company&) = default;
};

/// Who keeps a table as its host in some of the rounds; both count from 1.
struct HostSpan {
    ParticipantId person;
    TableId table;
    int first_round = 1;
    int last_round = 1; ///< itself included

    friend bool operator==(const HostSpan&, const HostSpan&) = default;
};

/// Somebody whom a plan sends to a question that they have seen, while there are others that they have not.
struct SeenAgain {
    ParticipantId person;
    QuestionId question;
    std::vector<int> rounds{}; ///< all in which they sit at it, from 1

    friend bool operator==(const SeenAgain&, const SeenAgain&) = default;
};

/// How good a plan is, and what is proven about it: rotation's measure, kept so that it need not be made again.
struct SeatingQuality {
    std::int64_t score = 0;
    std::int64_t bound = 0; ///< no plan can have a lower score
    bool optimal = false;   ///< the score meets the bound and no rule is broken
    std::int64_t repeats = 0;
    std::int64_t organisation_pairs = 0;
    std::int64_t kind_pairs = 0;
    std::int64_t distinct_pairs = 0;
    int most_often = 0;  ///< the most rounds that a pair shares
    int size_spread = 0; ///< largest minus smallest table
    int fewest_met = 0;  ///< of the other people, by whoever meets fewest
    int most_met = 0;
    std::vector<std::string> broken{};   ///< pins and rules that could not be kept, by pin id or rule name
    std::vector<SeenAgain> seen_again{}; ///< who, where `broken` has the rule "question"

    friend bool operator==(const SeatingQuality&, const SeatingQuality&) = default;
};

/// Who sits where: `rounds[r]` and `companies[r]` for the agenda's r-th step of kind round, r from 0.
struct Seating {
    std::vector<std::vector<Placement>> rounds{};  ///< intact groups; empty when mixed
    std::vector<std::vector<Company>> companies{}; ///< mixed: each person's own route; empty when intact
    std::vector<ParticipantId> hosts{};            ///< who hosts a table, whoever chose them
    std::vector<HostSpan> host_spans{};            ///< when; empty where hosts stay all the while they are there
    std::optional<SeatingQuality> quality{};       ///< none where nobody is named
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

/// Replaces how people are to be seated. Rejected when a pin names what is not there, or a weight is out of range.
struct EditSeating {
    static constexpr std::string_view name = "edit_seating";
    SeatingRules rules;
    friend bool operator==(const EditSeating&, const EditSeating&) = default;
};

/// A plan that the planner made. Rejected when its basis is not the session's present structure.
/// Rounds that have begun keep the placements that they have.
struct ApplyPlan {
    static constexpr std::string_view name = "apply_plan";
    Seating seating;
    friend bool operator==(const ApplyPlan&, const ApplyPlan&) = default;
};

} // namespace ronde::cafe
