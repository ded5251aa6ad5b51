// One person moved to another table: what it costs against the plan in force, and the plan that it makes.

#include "app/seat_move.hpp"

#include "app/running.hpp"
#include "app/seating_plan.hpp"

#include <algorithm>

using namespace ronde;
using app::SeatMove;

namespace {

const cafe::ParticipantId anne{"p1a"};

/// Six people, a route each over three rounds at three tables, with a fourth table of the first question for nobody.
cafe::Session with_routes() {
    cafe::Session session = support::small_content();
    session.seating_rules.grouping = cafe::Grouping::mixed;
    session.tables.push_back({.id = {"t4"}, .question = {"q1"}});
    const auto pairs = [](const char* a, const char* b, const char* c, const char* d, const char* e, const char* f) {
        return std::vector<cafe::Company>{{{"t1"}, {{a}, {b}}}, {{"t2"}, {{c}, {d}}}, {{"t3"}, {{e}, {f}}}};
    };
    session.seating.companies = {pairs("p1a", "p1b", "p2a", "p2b", "p3a", "p3b"),
                                 pairs("p2a", "p3a", "p1a", "p3b", "p1b", "p2b"),
                                 pairs("p2b", "p3b", "p1b", "p3a", "p1a", "p2a")};
    session.seating.basis = session.structure;
    session.seating.quality = app::measured(session, session.seating.companies);
    return session;
}

int seats_of(const cafe::Seating& seating, std::size_t round) {
    int seats = 0;
    for (const cafe::Company& company : seating.companies[round]) seats += static_cast<int>(company.people.size());
    return seats;
}

} // namespace

TEST_CASE("seat move: what it costs is the difference in repeats and in people met, and how large the tables become") {
    const cafe::Session session = with_routes();
    CHECK(session.seating.quality->repeats == 0);
    // In round 3 Anne 1 leaves Anne 2 for the table of Ben 1, whom she has met, and Anne 3, whom she has not.
    const auto cost = app::cost_of(session, {anne, 3, {"t2"}});
    REQUIRE(cost);
    CHECK(cost->from == cafe::TableId{"t3"});
    CHECK(cost->repeats == 1);
    CHECK(cost->met_before == 3);
    CHECK(cost->met_after == 3);
    CHECK(cost->size_from == 1);
    CHECK(cost->size_to == 3);
    CHECK(cost->organisation_pairs == 0);
}

TEST_CASE("seat move: an empty table can be moved to, and costs meetings") {
    const cafe::Session session = with_routes();
    const auto cost = app::cost_of(session, {anne, 3, {"t4"}});
    REQUIRE(cost);
    CHECK(cost->repeats == 0);
    CHECK(cost->met_after == 2);
    CHECK(cost->size_to == 1);
    const auto seating = app::moved_seating(session, {anne, 3, {"t4"}});
    REQUIRE(seating);
    CHECK(seats_of(*seating, 2) == 6);
    CHECK(seating->companies[0] == session.seating.companies[0]);
    CHECK(seating->companies[1] == session.seating.companies[1]);
    CHECK(seating->quality->size_spread == 1);
    CHECK_FALSE(seating->quality->optimal);
}

TEST_CASE("seat move: a question that the person would not come to any more is named") {
    const cafe::Session session = with_routes();
    REQUIRE(cafe::question_at(session, 1, {"t1"}) == cafe::QuestionId{"q1"});
    // Anne 1 sees the questions 1, 2 and 3 in turn.
    CHECK(app::cost_of(session, {anne, 1, {"t3"}})->missed == std::vector<cafe::QuestionId>{{"q1"}});
    CHECK(app::cost_of(session, {anne, 1, {"t4"}})->missed.empty()); // another table of the same question
}

TEST_CASE("seat move: colleagues and wishes are counted too") {
    cafe::Session session = with_routes();
    session.organisations = {{.id = {"o"}, .name = "Le Four"}};
    session.participants[0].organisation = session.participants[1].organisation = {"o"}; // Anne 1 and Ben 1
    session.seating_rules.pins = {
        {.id = {"x"}, .kind = cafe::PinKind::apart, .person = anne, .other = {"p3a"}},
        {.id = {"y"}, .kind = cafe::PinKind::seat, .person = anne, .table = {"t3"}, .round = 3}};
    const SeatMove move{anne, 3, {"t2"}};
    const auto cost = app::cost_of(session, move);
    REQUIRE(cost);
    CHECK(cost->organisation_pairs == 1);
    CHECK(cost->breaks == std::vector<std::string>{"x"}); // the pin of that very seat gives way
    const auto rules = app::pinned(session, move, {"z"});
    REQUIRE(rules.pins.size() == 2);
    CHECK(rules.pins[1].id == cafe::PinId{"z"});
    session.seating_rules = rules;
    CHECK(app::moved_seating(session, move)->quality->broken == std::vector<std::string>{"x", "question"});
}

TEST_CASE("seat move: who sees a question again is found anew, and a limit that it breaks is said") {
    cafe::Session session = with_routes();
    session.seating_rules.limit = cafe::MeetingLimit::twice;
    // Anne 1 comes to question 2 in the second and third rounds, and to question 3 no more.
    const SeatMove there{anne, 3, {"t2"}};
    session.seating = *app::moved_seating(session, there);
    CHECK(session.seating.quality->seen_again == std::vector<cafe::SeenAgain>{{anne, {"q2"}, {2, 3}}});
    CHECK(session.seating.quality->broken == std::vector<std::string>{"question"});
    CHECK_FALSE(app::cost_of(session, {anne, 3, {"t3"}})->breaks_limit);
    const auto back = app::moved_seating(session, {anne, 3, {"t3"}});
    REQUIRE(back);
    CHECK(back->quality->seen_again.empty());
    CHECK(back->quality->broken.empty());
    // Anne 1 and Ben 1 have met in the first round; let them meet in the second one, and in the third.
    session.seating = *app::moved_seating(session, {anne, 2, {"t3"}});
    session.seating.companies[2][0].people.push_back({"p1b"});
    std::erase(session.seating.companies[2][1].people, cafe::ParticipantId{"p1b"});
    const SeatMove third{anne, 3, {"t1"}};
    REQUIRE(app::cost_of(session, third));
    CHECK(app::cost_of(session, third)->breaks_limit);
    CHECK(std::ranges::count(app::moved_seating(session, third)->quality->broken, "limit") == 1);
    session.seating_rules.pins = {{.id = {"x"}, .kind = cafe::PinKind::together, .person = {"p1b"}, .other = anne}};
    CHECK_FALSE(app::cost_of(session, third)->breaks_limit);
}

TEST_CASE("seat move: who hosts in turns is moved in the rounds in which they do not host") {
    cafe::Session session = with_routes();
    session.seating.hosts = {anne};
    session.seating.host_spans = {{.person = anne, .table = {"t1"}, .first_round = 1, .last_round = 1}};
    CHECK_FALSE(app::can_move(session, anne, 1));
    CHECK(app::can_move(session, anne, 2));
    CHECK(app::cost_of(session, {anne, 3, {"t2"}}));
}

TEST_CASE("seat move: nobody is moved where they sit, in the past, as a host, or while a plan is being made") {
    cafe::Session session = with_routes();
    const SeatMove move{anne, 2, {"t1"}};
    CHECK(app::cost_of(session, move));
    CHECK_FALSE(app::cost_of(session, {anne, 2, {"t2"}}));
    CHECK_FALSE(app::cost_of(session, {anne, 4, {"t1"}}));
    CHECK_FALSE(app::cost_of(session, {anne, 0, {"t1"}}));
    CHECK_FALSE(app::cost_of(session, {{"nobody"}, 2, {"t1"}}));
    CHECK_FALSE(app::cost_of(session, {anne, 2, {"elsewhere"}}));
    SECTION("who hosts a table stays there") {
        session.seating.hosts = {anne};
    }
    SECTION("who is absent has no seat") {
        session.participants[0].presence = cafe::Presence::absent;
    }
    SECTION("who comes later has none yet") {
        session.participants[0].first_round = 3;
    }
    SECTION("the plan is of another structure") {
        session.structure += 1;
    }
    SECTION("groups stay together") {
        session.seating_rules.grouping = cafe::Grouping::intact;
    }
    CHECK_FALSE(app::cost_of(session, move));
    CHECK_FALSE(app::moved_seating(session, move));
}

TEST_CASE("seat move: the measure is the planner's own") {
    cafe::Session session = with_routes();
    session.seating = app::plan_seating(session, {.iterations = 2000});
    auto measured = app::measured(session, session.seating.companies);
    measured.bound = session.seating.quality->bound;
    measured.optimal = session.seating.quality->optimal;
    CHECK(measured == *session.seating.quality);
}

TEST_CASE(
    "running café: a move is taken as it was shown, as a pin, with everybody else where they were; undo lets go") {
    tests::MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file([](cafe::Session& session) {
                 session = with_routes();
                 session.structure = 1;
                 session.seating = {};
             }));
    tests::Running running(disk);
    running.open();
    running.cafe.tick();
    REQUIRE(running.session().seating.companies.size() == 3);
    if (GENERATE(false, true)) { // people know their tables, or not yet
        REQUIRE_FALSE(running.act(cafe::Start{}));
        for (int step = 0; step < 2; ++step) REQUIRE_FALSE(running.act(cafe::Next{}));
        CHECK(app::is_announced(running.session()));
    }
    const auto before = running.session().seating.companies;
    const cafe::TableId from = cafe::table_of(running.session(), 2, anne);
    SeatMove move{anne, 2, {}};
    for (const char* table : {"t1", "t2", "t3"})
        if (from != cafe::TableId{table}) move.table = {table};
    const auto cost = app::cost_of(running.session(), move);
    REQUIRE(cost);
    const std::int64_t repeats = running.session().seating.quality->repeats;
    CHECK(running.cafe.carry_out(app::MoveSeat{move}));
    running.cafe.tick();
    CHECK(cafe::table_of(running.session(), 2, anne) == move.table);
    CHECK(running.session().seating.quality->repeats == repeats + cost->repeats);
    CHECK(running.session().seating.basis == running.session().structure);
    CHECK(running.session().seating.companies[0] == before[0]);
    CHECK(running.session().seating.companies[2] == before[2]);
    REQUIRE(running.session().seating_rules.pins.size() == 1);
    CHECK(running.now().repair.empty());
    CHECK(running.cafe.carry_out(app::MoveSeat{move})); // they sit there by now
    CHECK(running.session().seating_rules.pins.size() == 1);
    REQUIRE_FALSE(running.act(cafe::Undo{.scope = std::string(cafe::prepare_scope)}));
    running.cafe.tick();
    CHECK(running.session().seating_rules.pins.empty());
    CHECK(running.session().seating.companies == before);
    CHECK(running.session().seating.basis == running.session().structure);
    CHECK(running.now().repair.empty());
}
