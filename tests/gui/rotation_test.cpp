// Préparer › rotation where each person has a route, and the ways to mend a plan, worked by keys and mouse.

#include "app/seating_plan.hpp"
#include "compat/catch.hpp"
#include "gui/kit_memory.hpp"
#include "gui/rotation_section.hpp"
#include "gui/run.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using gui::Key;
using Section = tests::RotationSection;

TEST_CASE("rotation: everybody has a cell a round that says the table, and the quality stands above in a sentence") {
    Section section;
    section.frame();
    const cafe::Session& session = section.bench.session;
    const auto table = cafe::index_of(session, cafe::table_of(session, 2, cafe::ParticipantId{"p-1"}));
    REQUIRE(table);
    CHECK(section.label("prepare.seat.1.2") == "Table " + std::to_string(*table + 1));
    CHECK(section.label("prepare.seat.1") == "Aïcha Benali");
    CHECK_THAT(section.label("prepare.quality"), ContainsSubstring("des 29 autres"));
    CHECK_THAT(section.label("prepare.quality"), ContainsSubstring("aucun collègue à la même table"));
}

TEST_CASE("rotation: of three hundred people only the rows that can be seen are drawn") {
    Section section(300);
    section.frame();
    const auto& items = section.bench.window.map.items();
    const auto cells = std::ranges::count_if(items, [](const auto& item) { return item.role == "cell"; });
    CHECK(cells > 0);
    CHECK(cells < 3 * 40);
    CHECK(section.label("prepare.seat.250").empty());
    section.focus("prepare.seat.250.1"); // the keyboard gets there all the same
    CHECK_FALSE(section.label("prepare.seat.250").empty());
}

TEST_CASE(
    "rotation: the rounds stay in sight over rows that are scrolled, and cover no row that the keyboard reaches") {
    Section section(120);
    section.frame();
    const float head = section.bench.window.find("prepare.seat.round.1")->rect.y;
    section.focus("prepare.seat.1.1");
    for (int i = 0; i < 60; ++i) section.press({.key = Key::down});
    const gui::UiItem* heads = section.bench.window.find("prepare.seat.round.1");
    REQUIRE(heads != nullptr);
    CHECK(heads->rect.y < head);
    CHECK(heads->rect.y >= 0);
    for (int i = 0; i < 40; ++i) {
        section.press({.key = Key::up});
        section.frame(); // the row came into view
        const gui::UiItem* cell = section.bench.window.find("prepare.seat." + std::to_string(60 - i) + ".1");
        REQUIRE(cell != nullptr);
        CHECK(cell->focused);
        CHECK(cell->rect.y >= section.bench.window.find("prepare.seat.round.1")->rect.bottom());
    }
}

TEST_CASE("rotation: Alt and an arrow mean the next table, which is taken elsewhere; Alt and Delete let a pin go") {
    Section section;
    const cafe::TableId before = cafe::table_of(section.bench.session, 3, cafe::ParticipantId{"p-1"});
    section.focus("prepare.seat.1.3");
    section.press({.key = Key::down, .alt = true});
    CHECK(section.pins().empty()); // nothing is done before it is taken
    REQUIRE(section.state.move);
    const app::SeatMove move = *section.state.move;
    CHECK(move.person == cafe::ParticipantId{"p-1"});
    CHECK(move.round == 3);
    CHECK(move.table != before);

    section.bench.session.seating_rules = app::pinned(section.bench.session, move, {"pin-1"});
    section.plan();
    section.frame();
    CHECK(section.bench.window.find("prepare.seat.1.3")->value == "pinned");
    CHECK(cafe::table_of(section.bench.session, 3, cafe::ParticipantId{"p-1"}) == move.table);
    section.press({.key = Key::del, .alt = true});
    CHECK(section.pins().empty());
    section.click("prepare.undo");
    CHECK(section.pins().size() == 1);
}

TEST_CASE("rotation: arrows go from cell to cell") {
    Section section;
    section.focus("prepare.seat.2.1");
    section.press({.key = Key::down});
    CHECK(section.bench.window.focus.id == "prepare.seat.3.1");
    section.press({.key = Key::right});
    CHECK(section.bench.window.focus.id == "prepare.seat.3.2");
    section.press({.key = Key::up});
    section.press({.key = Key::left});
    CHECK(section.bench.window.focus.id == "prepare.seat.2.1");
    section.press({.key = Key::left}); // at the edge it goes nowhere, and is not left to the clock
    CHECK(section.bench.window.focus.id == "prepare.seat.2.1");
    CHECK(section.bench.window.keys.empty());
    CHECK(section.pins().empty());
}

TEST_CASE("rotation: somebody dragged onto another's cell is meant for that table, and the mouse says what it costs") {
    Section section;
    section.frame();
    auto& window = section.bench.window;
    const cafe::Session& session = section.bench.session;
    std::size_t other = 2;
    while (cafe::table_of(session, 1, session.participants[other - 1].id) ==
           cafe::table_of(session, 1, session.participants[0].id))
        ++other;
    const cafe::TableId wanted = cafe::table_of(session, 1, session.participants[other - 1].id);
    window.move_to("prepare.seat.1.1");
    section.frame();
    window.button_down();
    section.frame();
    window.move_to("prepare.seat." + std::to_string(other) + ".1");
    section.frame();
    section.frame();
    CHECK_THAT(window.focus.memory->drag_label, ContainsSubstring("retrouvaille"));
    CHECK_THAT(window.focus.memory->drag_label, ContainsSubstring(session.participants[0].name));
    window.button_up();
    section.frame();
    section.frame();
    CHECK(section.pins().empty());
    REQUIRE(section.state.move);
    CHECK(*section.state.move == app::SeatMove{session.participants[0].id, 1, wanted});
}

TEST_CASE("rotation: in rounds that have begun nobody is moved") {
    Section section;
    section.bench.now = tests::set_moment(section.bench.session, {.step = 5});
    section.focus("prepare.seat.1.2");
    section.press({.key = Key::down, .alt = true});
    CHECK_FALSE(section.state.move);
    section.focus("prepare.seat.1.3");
    section.press({.key = Key::down, .alt = true});
    CHECK(section.state.move);
}

TEST_CASE("rotation: one chosen person shows whom they meet, two can be kept together or apart") {
    Section section;
    section.click("prepare.seat.1");
    section.frame();
    const auto others =
        cafe::people_at(section.bench.session, 1, cafe::table_of(section.bench.session, 1, cafe::ParticipantId{"p-1"}));
    for (const auto& id : others)
        if (id != cafe::ParticipantId{"p-1"})
            CHECK_THAT(section.label("prepare.route.1"),
                       ContainsSubstring(cafe::find(section.bench.session, id)->name));
    section.click("prepare.seat.3");
    section.click("prepare.chosen.apart");
    REQUIRE(section.pins().size() == 1);
    CHECK(section.pins().front().kind == cafe::PinKind::apart);
    section.click("prepare.chosen.together");
    REQUIRE(section.pins().size() == 1); // of two people there is one wish
    CHECK(section.pins().front().kind == cafe::PinKind::together);
    section.click("prepare.chosen.pin.1.remove");
    CHECK(section.pins().empty());
}

TEST_CASE("rotation: choosing somebody leaves every row of the matrix where it was") {
    Section section;
    section.frame();
    const gui::Rect before = section.bench.window.find("prepare.seat.2")->rect;
    section.click("prepare.seat.1");
    section.frame();
    CHECK(section.bench.window.find("prepare.seat.2")->rect.y == before.y);
    section.click("prepare.seat.3");
    section.frame();
    CHECK(section.bench.window.find("prepare.seat.2")->rect.y == before.y);
}

TEST_CASE("rotation: while a plan is made it is said, with a way to be content with the best so far") {
    Section section;
    section.bench.snapshot.planning = app::Planning{.elapsed = std::chrono::milliseconds{1200}, .score = 7, .bound = 5};
    section.frame();
    CHECK_THAT(section.label("prepare.planning"), ContainsSubstring("1,2 s"));
    section.click("prepare.planning.cancel");
    CHECK(section.bench.commands_of<app::CancelPlanning>().size() == 1);
    section.click("prepare.routes.write");
    CHECK(section.bench.commands_of<app::WriteRoutes>().size() == 1);
}

TEST_CASE("rotation: before a choice is taken it says who goes from which table to which") {
    Section section;
    const cafe::Session& session = section.bench.session;
    const gui::Words& words = section.bench.window.words;
    REQUIRE(session.seating.companies.size() == 3);
    app::SeatingChoice choice{.seating = session.seating};
    auto& round = choice.seating.companies[2];
    REQUIRE(round.size() > 1);
    std::swap(round[0].people.front(), round[1].people.front());
    choice.moved = {round[0].people.front(), round[1].people.front()};
    const auto expected = [&](std::size_t to, std::size_t from) {
        return cafe::find(session, round[to].people.front())->name +
               " (tour 3\u202F: " + gui::seat_within(words, session, round[from].table) + " → " +
               gui::seat_within(words, session, round[to].table) + ")";
    };
    CHECK(gui::moves_text(words, session, choice, 0) == expected(0, 1) + " · " + expected(1, 0));
    choice.moved.resize(4, choice.moved.front());
    CHECK_THAT(gui::moves_text(words, session, choice, 2), ContainsSubstring(" et 2 autres"));
}

TEST_CASE("rotation: the ways to mend a plan are sentences with a button each, and the first is under Enter") {
    Section section;
    tests::CafeBench& bench = section.bench;
    bench.now = tests::set_moment(bench.session, {.step = 5});
    bench.session.participants.push_back({.id = {"late"}, .name = "Ondine Retard", .first_round = 3});
    bench.snapshot.repair = app::mend_seating(bench.session, {.iterations = 20'000});
    bench.snapshot.without_seat = app::without_seat(bench.session);
    REQUIRE_FALSE(bench.snapshot.repair.empty());
    section.frame();
    CHECK_THAT(section.label("prepare.repair.repair"), ContainsSubstring("Ondine Retard"));
    CHECK_THAT(section.label("prepare.repair.choice.1.text"), ContainsSubstring("Ne déplacer personne"));
    CHECK_THAT(section.label("prepare.repair.choice.1.moves"), ContainsSubstring("Ondine Retard (tour 3\u202F: table"));
    section.click("prepare.repair.choice.1");
    auto plans = bench.deeds_of<cafe::ApplyPlan>();
    REQUIRE(plans.size() == 1);
    CHECK(plans.front().seating == bench.snapshot.repair.front().seating);

    gui::RunState run;
    const tests::NullWindow::Draw animer = [&](gui::Ui& ui) {
        (void)gui::draw_run(ui, bench.window.rect(), bench.view(), run, bench.dispatch());
    };
    bench.window.focus.id.clear();
    bench.window.frame(animer);
    CHECK(bench.window.find("run.repair.choice.1") != nullptr);
    bench.window.press(Key::enter);
    bench.window.frame(animer);
    CHECK(bench.deeds_of<cafe::ApplyPlan>().size() == 2);
}

TEST_CASE("rotation: Animer says who sits at each table") {
    Section section;
    tests::CafeBench& bench = section.bench;
    bench.now = tests::set_moment(bench.session, {.step = 5});
    gui::RunState run;
    bench.window.frame(
        [&](gui::Ui& ui) { (void)gui::draw_run(ui, bench.window.rect(), bench.view(), run, bench.dispatch()); });
    const auto people = cafe::people_at(bench.session, 2, {"t-1"});
    REQUIRE_FALSE(people.empty());
    CHECK_THAT(section.label("run.table.1"), ContainsSubstring("5\u00a0personnes"));
    CHECK_THAT(section.label("run.table.1"), ContainsSubstring(cafe::find(bench.session, people.front())->name));
}
