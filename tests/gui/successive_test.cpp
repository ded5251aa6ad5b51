// One question a round for the whole room: a table has no question of its own, and its number or name tells it.

#include "gui/notes.hpp"
#include "gui/panel_bench.hpp"
#include "gui/stage_bench.hpp"
#include "gui/table_question.hpp"

using namespace ronde;
using std::chrono::minutes;

namespace {

cafe::Session one_question_a_round() {
    cafe::Session session = tests::sample_session();
    session.seating_rules.style = cafe::SeatingStyle::successive;
    return session;
}

/// Where the words for the table that speaks begin on the stage.
float speaking_table_at(cafe::Session shown) {
    tests::Stage stage({1920, 1080}, std::move(shown), {8, minutes{10}});
    const base::Stamp now = tests::set_moment(stage.session, {8, minutes{10}});
    stage.session.stage.speaking = {{"t-1"}, {now.instant, now.wall, now.boot}};
    stage.draw();
    REQUIRE(stage.find("stage.turn.table") != nullptr);
    return stage.find("stage.turn.table")->rect.x;
}

} // namespace

TEST_CASE("one question a round: in a round a table has that round's, outside the rounds it has none") {
    cafe::Session session = one_question_a_round();
    CHECK(gui::question_of(session, 1, {"t-3"}) == 0);
    CHECK(gui::question_of(session, 2, {"t-3"}) == 1);
    CHECK(gui::question_of(session, 0, {"t-3"}) == std::nullopt);
    session.seating_rules.style = cafe::SeatingStyle::carousel;
    CHECK(gui::question_of(session, 1, {"t-5"}) == 2);
    CHECK(gui::question_of(session, 0, {"t-5"}) == 2); // which lives there
    CHECK(gui::question_of(session, 2, {"nowhere"}) == std::nullopt);
}

TEST_CASE("one question a round: in the plenary the table that speaks has no question's mark") {
    CHECK(speaking_table_at(one_question_a_round()) < speaking_table_at(tests::sample_session()));
}

TEST_CASE("one question a round: the tables to note at show their names beside their numbers") {
    struct Notes : tests::PanelBench {
        gui::NotesState state{};
        Notes()
            : PanelBench(1440, 850, [this](gui::Ui& ui) {
                  gui::draw_notes(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
              }) {}
    } notes;
    notes.bench.session.tables[0].name = "Mimosas";
    notes.frame();
    const float usual = notes.find("notes.table.1")->rect.w;
    notes.bench.session.seating_rules.style = cafe::SeatingStyle::successive;
    notes.frame();
    CHECK(notes.find("notes.table.1")->label == "1 Mimosas");
    CHECK(notes.find("notes.table.2")->label == "2");
    CHECK(notes.find("notes.table.1")->rect.w > usual);
    notes.click("notes.table.2");
    CHECK(notes.state.table.value == "t-2");
}
