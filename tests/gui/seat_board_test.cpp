// The tables of the rounds to come: anybody is moved to any of them by mouse or keys, and what it costs is said first.

#include "app/seating_plan.hpp"
#include "gui/catalogue.hpp"
#include "gui/control_bench.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using gui::Key;

namespace {

const gui::KeyPress ctrl_t{.key = Key::character, .character = U't', .ctrl = true};

/// The sample café with a route for each, and a table more that nobody sits at.
struct Board : tests::ControlBench {
    explicit Board(std::size_t step = 0) {
        bench.window.words = tests::catalogue("fr");
        bench.session.seating_rules.grouping = cafe::Grouping::mixed;
        if (step == 0)
            bench.now = tests::set_moment(bench.session, {.state = cafe::ClockState::idle});
        else
            bench.now = tests::set_moment(bench.session, {.step = step});
        bench.session.seating = app::plan_seating(bench.session, {.iterations = 20'000});
        bench.session.tables.push_back({.id = {"t-free"}, .question = bench.session.questions[0].id});
        frame();
    }
    void drag(std::string_view from, std::string_view to) {
        bench.window.move_to(from);
        frame();
        bench.window.button_down();
        frame();
        bench.window.move_to(to);
        frame();
        frame();
        bench.window.button_up();
        frame();
        frame();
    }
    /// Somebody keeps the table at which they sit in the second round, in that one alone.
    void host_in_round_2(const char* id) {
        cafe::Seating& seating = bench.session.seating;
        const cafe::ParticipantId person{id};
        seating.hosts = {person};
        seating.host_spans = {
            {.person = person, .table = cafe::table_of(bench.session, 2, person), .first_round = 2, .last_round = 2}};
    }
    [[nodiscard]] std::string free_table() const {
        return "seats.table." + std::to_string(bench.session.tables.size());
    }
    [[nodiscard]] std::vector<app::MoveSeat> taken() const { return bench.commands_of<app::MoveSeat>(); }
};

} // namespace

TEST_CASE(
    "seats: somebody is dragged to an empty table, what it costs is said, and nothing is done before it is taken") {
    Board board;
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    REQUIRE(board.find(board.free_table()));
    CHECK(board.find(board.free_table())->value == "vide");
    CHECK_FALSE(board.find("seats.take"));
    board.drag("seats.person.p-1", board.free_table());
    REQUIRE(board.find("seats.cost"));
    CHECK_THAT(board.find("seats.cost")->label, ContainsSubstring("retrouvaille"));
    CHECK_THAT(board.find("seats.cost")->label, ContainsSubstring("Aïcha Benali rencontre"));
    CHECK(board.taken().empty());
    CHECK(board.bench.deeds.empty());
    board.click("seats.leave");
    CHECK_FALSE(board.find("seats.cost"));
    board.drag("seats.person.p-1", board.free_table());
    board.click("seats.take");
    REQUIRE(board.taken().size() == 1);
    CHECK(board.taken()[0].move == app::SeatMove{{"p-1"}, 1, {"t-free"}});
    CHECK(board.find("seats.person.p-1")); // it stays open for the next one
}

TEST_CASE("seats: by keys, Alt and an arrow go from table to table, Enter takes it, Escape leaves it") {
    Board board;
    board.press(ctrl_t);
    board.frame();
    const std::string first = board.state.focus.id;
    REQUIRE(first.starts_with("seats.person."));
    board.press(Key::down);
    board.frame();
    const std::string second = board.state.focus.id;
    CHECK(second != first);
    const cafe::ParticipantId person{second.substr(std::string("seats.person.").size())};
    board.press({.key = Key::down, .alt = true});
    REQUIRE(board.state.seats.move);
    const cafe::TableId beside = board.state.seats.move->table;
    board.press({.key = Key::down, .alt = true});
    CHECK(board.state.seats.move->table != beside);
    board.press({.key = Key::up, .alt = true});
    CHECK(board.state.seats.move->table == beside);
    board.press({.key = Key::up, .alt = true}); // back home
    CHECK_FALSE(board.state.seats.move);
    board.press({.key = Key::down, .alt = true});
    board.press(Key::escape);
    CHECK_FALSE(board.state.seats.move);
    CHECK(board.state.asking == "seats");
    board.press({.key = Key::down, .alt = true});
    board.press(Key::enter);
    REQUIRE(board.taken().size() == 1);
    CHECK(board.taken()[0].move == app::SeatMove{person, 1, beside});
    board.press(Key::escape);
    CHECK(board.state.asking.empty());
}

TEST_CASE("seats: the plan can be made anew around the seat instead, as a wish") {
    Board board;
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    board.drag("seats.person.p-1", board.free_table());
    board.click("seats.around");
    CHECK(board.taken().empty());
    REQUIRE(board.bench.session.seating_rules.pins.size() == 1);
    CHECK(board.bench.session.seating_rules.pins[0].table == cafe::TableId{"t-free"});
    REQUIRE(board.find("seats.said")); // the plan is being made
    CHECK_FALSE(board.find("seats.take"));
    board.press({.key = Key::character, .character = U'z', .ctrl = true});
    CHECK(board.bench.session.seating_rules.pins.empty());
}

TEST_CASE("seats: once people know their tables, planning around the seat leads to the ways to mend the plan") {
    Board board(5);
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    board.drag("seats.person.p-1", board.free_table());
    board.click("seats.around");
    CHECK(board.bench.session.seating_rules.pins.size() == 1);
    CHECK(board.state.asking.empty());
}

TEST_CASE("seats: from Noter, planning around the seat goes to Animer, where the ways to mend the plan are shown") {
    Board board(5);
    const gui::Place place = GENERATE(gui::Place::notes, gui::Place::harvest, gui::Place::run);
    board.state.place = place;
    board.frame();
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    board.drag("seats.person.p-1", board.free_table());
    board.click("seats.around");
    CHECK(board.bench.session.seating_rules.pins.size() == 1);
    CHECK(board.state.asking.empty());
    CHECK(board.state.place == gui::Place::run);
}

TEST_CASE("seats: what the mouse carries says what it costs over a table alone") {
    Board board;
    board.press(ctrl_t);
    REQUIRE(board.find(board.free_table()));
    board.bench.window.move_to("seats.person.p-1");
    board.frame();
    board.bench.window.button_down();
    board.frame();
    board.bench.window.move_to(board.free_table());
    board.frame();
    board.frame();
    CHECK_THAT(board.state.focus.memory->drag_label, ContainsSubstring("retrouvaille"));
    board.bench.window.move_to("seats.close");
    board.frame();
    board.frame();
    CHECK(board.state.focus.memory->drag_label == "Aïcha Benali");
    board.bench.window.button_up();
    board.frame();
}

TEST_CASE("seats: a move that was meant is forgotten when a key closes the board") {
    Board board;
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    board.drag("seats.person.p-1", board.free_table());
    REQUIRE(board.state.seats.move);
    SECTION("the same") {
        board.press(ctrl_t);
    }
    SECTION("another panel's") {
        board.press(Key::f1);
    }
    CHECK(board.state.asking != "seats");
    CHECK_FALSE(board.state.seats.move);
}

TEST_CASE("seats: who hosts in turns is fixed in those rounds alone, and it is said why") {
    Board board;
    board.host_in_round_2("p-1");
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    CHECK(board.find("seats.person.p-1")->value.empty());
    board.click("seats.round.2");
    CHECK(board.find("seats.person.p-1")->value == "fixed");
    board.state.focus.id = "seats.person.p-1";
    board.press({.key = Key::down, .alt = true});
    CHECK_FALSE(board.state.seats.move);
    REQUIRE(board.find("seats.said"));
    CHECK_THAT(board.find("seats.said")->label, ContainsSubstring("Aïcha Benali est hôte au tour 2"));
    board.click("seats.round.1");
    CHECK_THAT(board.find("seats.said")->label, !ContainsSubstring("hôte"));
}

TEST_CASE("seats: only rounds still to come are shown, and Animer leads there") {
    Board board(5); // in the second round
    REQUIRE(board.find("run.seats"));
    board.click("run.seats");
    CHECK(board.state.asking == "seats");
    CHECK_FALSE(board.find("seats.round.1"));
    CHECK_FALSE(board.find("seats.round.2"));
    REQUIRE(board.find("seats.round.3"));
    CHECK(board.state.seats.round == 3);
}

TEST_CASE("seats: a café that is only to be read shows the tables and moves nobody") {
    Board board;
    board.bench.snapshot.access = app::Access::reviewed;
    board.press(ctrl_t);
    REQUIRE(board.find("seats.person.p-1"));
    CHECK(board.find("seats.person.p-1")->value == "fixed");
    board.drag("seats.person.p-1", board.free_table());
    CHECK_FALSE(board.state.seats.move);
}

TEST_CASE("seats: a seat moved in the matrix of Préparer is shown here with its cost, and closes with it") {
    Board board;
    board.state.place = gui::Place::prepare;
    board.state.prepare.section = gui::PrepareSection::rotation;
    board.frame();
    board.state.focus.id = "prepare.seat.1.2";
    board.press({.key = Key::down, .alt = true});
    board.frame();
    REQUIRE(board.state.asking == "seats");
    REQUIRE(board.state.seats.move);
    CHECK(board.state.seats.move->round == 2);
    CHECK(board.find("seats.cost"));
    board.press(Key::enter);
    REQUIRE(board.taken().size() == 1);
    CHECK(board.state.asking.empty());
}

TEST_CASE("seats: where the matrix of Préparer cannot move somebody, the board opens and says why") {
    Board board;
    board.state.place = gui::Place::prepare;
    board.state.prepare.section = gui::PrepareSection::rotation;
    std::string why;
    SECTION("a plan is being made") {
        board.bench.session.structure += 1;
        why = "Le plan se refait";
    }
    SECTION("they keep a table in that round") {
        board.host_in_round_2("p-1");
        why = "Aïcha Benali est hôte au tour 2";
    }
    board.frame();
    board.state.focus.id = "prepare.seat.1.2";
    board.press({.key = Key::down, .alt = true});
    board.frame();
    REQUIRE(board.state.asking == "seats");
    CHECK_FALSE(board.state.seats.move);
    CHECK(board.state.seats.round == 2);
    REQUIRE(board.find("seats.said"));
    CHECK_THAT(board.find("seats.said")->label, ContainsSubstring(why));
}
