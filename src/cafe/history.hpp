#pragma once
// What undo needs: for each accepted change of content, the objects that it touched as they were before.
// Part of the session, so that undo survives a crash and a reopening, and so that replay gives the same answer.

#include "cafe/agenda.hpp"
#include "cafe/follow_up.hpp"
#include "cafe/harvest.hpp"
#include "cafe/ideas.hpp"
#include "cafe/identity.hpp"
#include "cafe/opening.hpp"
#include "cafe/people.hpp"
#include "cafe/seating.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace ronde::cafe {

/// The order of a list, as ids: what moving a step or a question changes.
struct Order {
    std::vector<std::string> ids{};
    friend bool operator==(const Order&, const Order&) = default;
};

/// All introductions, which are replaced together.
struct Introductions {
    std::vector<Introduction> list{};
    friend bool operator==(const Introductions&, const Introductions&) = default;
};

enum class ObjectKind {
    identity,
    opening,
    organisation,
    participant,
    question,
    table,
    group,
    step,
    idea,
    step_order,
    question_order,
    table_order,
    group_order,
    opening_answer,
    hand_count,
    seating_rules,
    harvest_plan,
    theme,
    theme_order,
    commitment,
    next_meeting,
    complementarity,
    introductions,
};
constexpr auto names_of(ObjectKind) {
    return std::to_array<base::Name<ObjectKind>>({{ObjectKind::identity, "identity"},
                                                  {ObjectKind::opening, "opening"},
                                                  {ObjectKind::organisation, "organisation"},
                                                  {ObjectKind::participant, "participant"},
                                                  {ObjectKind::question, "question"},
                                                  {ObjectKind::table, "table"},
                                                  {ObjectKind::group, "group"},
                                                  {ObjectKind::step, "step"},
                                                  {ObjectKind::idea, "idea"},
                                                  {ObjectKind::step_order, "step_order"},
                                                  {ObjectKind::question_order, "question_order"},
                                                  {ObjectKind::table_order, "table_order"},
                                                  {ObjectKind::group_order, "group_order"},
                                                  {ObjectKind::opening_answer, "opening_answer"},
                                                  {ObjectKind::hand_count, "hand_count"},
                                                  {ObjectKind::seating_rules, "seating_rules"},
                                                  {ObjectKind::harvest_plan, "harvest_plan"},
                                                  {ObjectKind::theme, "theme"},
                                                  {ObjectKind::theme_order, "theme_order"},
                                                  {ObjectKind::commitment, "commitment"},
                                                  {ObjectKind::next_meeting, "next_meeting"},
                                                  {ObjectKind::complementarity, "complementarity"},
                                                  {ObjectKind::introductions, "introductions"}});
}

/// An object whole. The kind in ObjectChange says which alternative it is (all orders are Order).
using Object =
    std::variant<Identity, Opening, Organisation, Participant, Question, Table, Group, Step, Idea, Order, OpeningAnswer,
                 HandCount, SeatingRules, HarvestPlan, Theme, Commitment, NextMeeting, Complementarity, Introductions>;

struct ObjectChange {
    ObjectKind kind = ObjectKind::idea;
    std::string id{};               ///< empty for what a café has once, and for the orders
    std::optional<Object> before{}; ///< none: it did not exist
    std::size_t index = 0;          ///< where it stood in its list, when it existed

    friend bool operator==(const ObjectChange&, const ObjectChange&) = default;
};

/// One accepted change. `objects` are undone from last to first.
struct Change {
    std::uint64_t seq = 0;
    std::string scope{};
    std::vector<ObjectChange> objects{};

    friend bool operator==(const Change&, const Change&) = default;
};

/// Whose changes an undo takes back. A table's ideas: `table:ID`.
inline constexpr std::string_view prepare_scope = "prepare";
inline constexpr std::string_view opening_scope = "opening";
inline constexpr std::string_view harvest_scope = "harvest";
inline constexpr std::string_view follow_up_scope = "follow_up";
[[nodiscard]] std::string table_scope(const TableId& table);

/// Changes that can be taken back or done again, oldest first, at most `history_depth` each.
struct History {
    std::vector<Change> done{};
    std::vector<Change> undone{};

    friend bool operator==(const History&, const History&) = default;
};
inline constexpr std::size_t history_depth = 200;

/// Takes back the scope's latest change; rejected when there is none, when `seq` is given and it is another one,
/// or when something later touched the same objects.
struct Undo {
    static constexpr std::string_view name = "undo";
    std::string scope{};
    std::uint64_t seq = 0; ///< 0: whichever is latest
    friend bool operator==(const Undo&, const Undo&) = default;
};

/// Does again what the scope's latest undo took back. A new change in the scope forgets it.
struct Redo {
    static constexpr std::string_view name = "redo";
    std::string scope{};
    friend bool operator==(const Redo&, const Redo&) = default;
};

} // namespace ronde::cafe
