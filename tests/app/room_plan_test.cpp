#include "app/room_plan.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

using namespace ronde;
using app::RoomTrouble;

namespace {

/// A café with people, questions, tables for each question, groups in which everyone is placed, and a round a question.
cafe::Session cafe_of(int people, int questions, int per_question, int groups) {
    cafe::Session session;
    for (int q = 0; q < questions; ++q) {
        session.questions.push_back({.id = {"q-" + std::to_string(q)}, .text = "Pourquoi ?"});
        session.agenda.push_back({.id = {"s-" + std::to_string(q)}, .kind = cafe::StepKind::round});
        for (int k = 0; k < per_question; ++k)
            session.tables.push_back(
                {.id = {"t-" + std::to_string(q * 100 + k)}, .question = session.questions.back().id});
    }
    for (int g = 0; g < groups; ++g) session.groups.push_back({.id = {"g-" + std::to_string(g)}});
    for (int p = 0; p < people; ++p) {
        session.participants.push_back({.id = {"p-" + std::to_string(p)}, .name = "N"});
        if (groups > 0)
            session.groups[static_cast<std::size_t>(p % groups)].members.push_back(session.participants.back().id);
    }
    return session;
}

std::optional<app::RoomHint> hint(const cafe::Session& session, RoomTrouble trouble) {
    for (const auto& found : app::room_hints(session))
        if (found.trouble == trouble) return found;
    return std::nullopt;
}

} // namespace

TEST_CASE("room plan: tables seat five at most") {
    CHECK(app::tables_per_question_for(30, 3) == 2);
    CHECK(app::tables_per_question_for(31, 3) == 3);
    CHECK(app::tables_per_question_for(12, 3) == 1);
    CHECK(app::tables_per_question_for(0, 3) == 1);
    CHECK(app::tables_per_question_for(7, 0) == 2);
    for (int people = 0; people <= 200; ++people)
        for (int questions = 1; questions <= 8; ++questions) {
            const int each = app::tables_per_question_for(people, questions);
            REQUIRE(people <= 5 * each * questions);
            REQUIRE((each == 1 || people > 5 * (each - 1) * questions));
        }
}

TEST_CASE("room plan: even sizes differ by one at most and add up") {
    CHECK(app::even_sizes(31, 9) == std::vector<int>{4, 4, 4, 4, 3, 3, 3, 3, 3});
    CHECK(app::even_sizes(2, 3) == std::vector<int>{1, 1, 0});
    CHECK(app::even_sizes(10, 0).empty());
}

TEST_CASE("room plan: thirty people at two tables for each of three questions lack nothing") {
    CHECK(app::room_hints(cafe_of(30, 3, 2, 6)).empty());
}

TEST_CASE("room plan: thirty-one people at six tables are too many, nine would do, three a question") {
    const auto found = hint(cafe_of(31, 3, 2, 6), RoomTrouble::tables_too_full);
    REQUIRE(found);
    CHECK(found->people == 31);
    CHECK(found->tables == 6);
    CHECK(found->wanted_tables == 9);
    CHECK(found->wanted_per_question == 3);
}

TEST_CASE("room plan: eight people at nine tables are too few, three would do") {
    const auto found = hint(cafe_of(8, 3, 3, 9), RoomTrouble::tables_too_empty);
    REQUIRE(found);
    CHECK(found->wanted_tables == 3);
    CHECK(hint(cafe_of(8, 3, 3, 9), RoomTrouble::few_people));
    CHECK_FALSE(hint(cafe_of(8, 3, 1, 3), RoomTrouble::tables_too_empty));
}

TEST_CASE("room plan: there is a group a table, unless that leaves groups too small") {
    CHECK(app::groups_for(30, 3, 6) == 6);
    CHECK(app::groups_for(31, 3, 9) == 9);
    CHECK(app::groups_for(3, 3, 6) == 1);
    CHECK(app::groups_for(8, 3, 3) == 3);
    CHECK(app::groups_for(30, 3, 0) == 6);
    CHECK(app::groups_for(0, 3, 6) == 6);
    CHECK_FALSE(hint(cafe_of(8, 3, 3, 2), RoomTrouble::tables_over_groups));
}

TEST_CASE("room plan: an empty café says what is missing first") {
    const auto hints = app::room_hints({});
    REQUIRE(hints.size() == 3);
    CHECK(hints[0].trouble == RoomTrouble::no_questions);
    CHECK(hints[1].trouble == RoomTrouble::no_people);
    CHECK(hints[2].trouble == RoomTrouble::no_rounds);
}

TEST_CASE("room plan: groups and tables are held against each other") {
    CHECK(hint(cafe_of(30, 3, 2, 0), RoomTrouble::no_groups));
    CHECK(hint(cafe_of(30, 3, 2, 7), RoomTrouble::groups_over_tables));
    REQUIRE(hint(cafe_of(30, 3, 2, 4), RoomTrouble::tables_over_groups));
    CHECK(hint(cafe_of(30, 3, 2, 4), RoomTrouble::tables_over_groups)->count == 2);
    auto unplaced = cafe_of(30, 3, 2, 6);
    unplaced.groups[0].members.pop_back();
    REQUIRE(hint(unplaced, RoomTrouble::people_unplaced));
    CHECK(hint(unplaced, RoomTrouble::people_unplaced)->count == 1);
}

TEST_CASE("room plan: a question without words, without a table, without a round is said") {
    auto session = cafe_of(30, 3, 2, 6);
    session.questions[1].text = "  ";
    session.agenda.pop_back();
    CHECK(hint(session, RoomTrouble::blank_question)->count == 1);
    CHECK(hint(session, RoomTrouble::rounds_under_questions)->count == 1);
    std::erase_if(session.tables, [&](const auto& table) { return table.question == session.questions[2].id; });
    CHECK(hint(session, RoomTrouble::no_tables)->count == 1);
}

TEST_CASE("room plan: where nobody is named the groups' counts are the people") {
    auto session = cafe_of(0, 3, 1, 3);
    for (auto& group : session.groups) group.count = 4;
    CHECK(app::expected_people(session) == 12);
    CHECK(app::room_hints(session).empty());
}

TEST_CASE("room plan: more tables keep those that are there, in the questions' order") {
    const auto session = cafe_of(30, 2, 1, 2);
    int next = 0;
    const auto tables = app::tables_with(session, {2, 1}, [&](std::string_view prefix) {
        return std::string(prefix) + "-new" + std::to_string(next++);
    });
    REQUIRE(tables.size() == 3);
    CHECK(tables[0].id == cafe::TableId{"t-0"});
    CHECK(tables[1].id == cafe::TableId{"t-new0"});
    CHECK(tables[1].question == cafe::QuestionId{"q-0"});
    CHECK(tables[2].id == cafe::TableId{"t-100"});
}

TEST_CASE("room plan: fewer tables spare the ones that have ideas") {
    auto session = cafe_of(30, 1, 3, 3);
    session.ideas.insert(0, {.id = {"i-1"}, .text = "Oui", .table = {"t-2"}});
    const auto tables = app::tables_with(session, {1}, [](std::string_view) { return std::string("x"); });
    REQUIRE(tables.size() == 1);
    CHECK(tables[0].id == cafe::TableId{"t-2"});
}
