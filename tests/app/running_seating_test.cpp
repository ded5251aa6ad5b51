// The running café's seating: what is taken for granted, what is planned anew, what is offered as choices.

#include "app/room_plan.hpp"
#include "app/running.hpp"
#include "app/seating_plan.hpp"

namespace {

using namespace ronde;
using namespace std::chrono_literals;
using tests::cafe_path;
using tests::MemoryDisk;
using tests::Running;

cafe::PutPeople people(int count, int from = 1) {
    cafe::PutPeople deed;
    for (int i = from; i < from + count; ++i)
        deed.participants.push_back({.id = {"n" + std::to_string(i)}, .name = "Nora " + std::to_string(i)});
    return deed;
}

void empty_room(cafe::Session& session) {
    session.participants.clear();
    session.groups.clear();
    session.seating = {};
}

/// Eighteen people, a route for each, two tables a question.
void routes(cafe::Session& session) {
    empty_room(session);
    session.participants = people(18).participants;
    session.seating_rules.grouping = cafe::Grouping::mixed;
    for (int i = 1; i <= 3; ++i)
        session.tables.push_back({.id = {"u" + std::to_string(i)}, .question = {"q" + std::to_string(i)}});
    session.structure = 1;
}

MemoryDisk& with_cafe(MemoryDisk& disk, const std::function<void(cafe::Session&)>& change) {
    disk.put(cafe_path, tests::small_file(change));
    return disk;
}

/// A café with routes whose planning waits until a test lets it run.
struct HeldCafe {
    MemoryDisk disk{};
    support::FakeClock clock{};
    tests::HeldJobs jobs{};
    app::IdSource ids{1};
    app::RunningCafe cafe{{.clock = clock, .disk = disk, .jobs = jobs, .ids = ids, .who = {.pid = 1}},
                          {.sessions = "/cafes", .templates = "/templates"},
                          {}};

    HeldCafe() {
        with_cafe(disk, routes);
        REQUIRE(cafe.open(cafe_path));
    }
};

} // namespace

TEST_CASE(
    "running seating: the first people bring a route for each and enough tables, and are the first to be undone") {
    MemoryDisk disk;
    Running running(with_cafe(disk, empty_room));
    running.open();
    REQUIRE_FALSE(running.act(people(20)));
    running.cafe.tick();
    CHECK(running.session().seating_rules.grouping == cafe::Grouping::mixed);
    CHECK(running.session().tables.size() == 6);
    REQUIRE(running.session().seating.companies.size() == 3);
    CHECK(running.session().seating.quality.has_value());
    REQUIRE_FALSE(running.act(cafe::Undo{.scope = std::string(cafe::prepare_scope)}));
    CHECK(running.session().participants.empty());
    CHECK(running.session().tables.size() == 6);
}

TEST_CASE("running seating: the first people bring the same during the welcome, and nothing once a round has begun") {
    for (const int steps : {0, 1}) {
        MemoryDisk disk;
        Running running(with_cafe(disk, empty_room));
        running.open();
        REQUIRE_FALSE(running.act(cafe::Start{}));
        for (int step = 0; step < steps; ++step) REQUIRE_FALSE(running.act(cafe::Next{}));
        REQUIRE(cafe::begun_rounds(running.session()) == static_cast<std::size_t>(steps));
        REQUIRE_FALSE(running.act(people(20)));
        CHECK(running.session().seating_rules.grouping ==
              (steps == 0 ? cafe::Grouping::mixed : cafe::Grouping::intact));
    }
}

TEST_CASE("running seating: what somebody chose by hand stays as they chose it") {
    MemoryDisk disk;
    Running running(with_cafe(disk, empty_room));
    running.open();
    cafe::SeatingRules rules;
    rules.style = cafe::SeatingStyle::successive;
    REQUIRE_FALSE(running.act(cafe::EditSeating{rules}));
    auto tables = running.session().tables;
    tables.pop_back();
    REQUIRE_FALSE(running.act(cafe::SetTables{tables}));
    REQUIRE_FALSE(running.act(people(20)));
    CHECK(running.session().seating_rules.grouping == cafe::Grouping::intact);
    CHECK(running.session().tables.size() == 2);
}

TEST_CASE("running seating: people after the first change no rule") {
    MemoryDisk disk;
    Running running(with_cafe(disk, [](cafe::Session&) {}));
    running.open();
    REQUIRE_FALSE(running.act(people(20)));
    CHECK(running.session().seating_rules.grouping == cafe::Grouping::intact);
    CHECK(running.session().tables.size() == 3);
}

TEST_CASE("running seating: before anybody knows their table every change makes another plan") {
    MemoryDisk disk;
    Running running(with_cafe(disk, routes));
    running.open();
    running.cafe.tick();
    REQUIRE_FALSE(running.session().seating.companies.empty());
    REQUIRE_FALSE(running.act(cafe::Start{})); // the welcome
    REQUIRE_FALSE(running.act(cafe::SetPresence{.ids = {{"n3"}}, .presence = cafe::Presence::absent}));
    running.cafe.tick();
    CHECK(running.now().repair.empty());
    CHECK(running.session().seating.basis == running.session().structure);
    CHECK(cafe::table_of(running.session(), 1, cafe::ParticipantId{"n3"}).empty());
}

TEST_CASE("running seating: once people know their tables a newcomer is offered a seat, and taking it mends the plan") {
    MemoryDisk disk;
    Running running(with_cafe(disk, routes));
    running.open();
    running.cafe.tick();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    REQUIRE_FALSE(running.act(cafe::Next{})); // the first round
    const cafe::Seating before = running.session().seating;
    auto late = people(1, 90);
    late.participants.front().first_round = 2;
    REQUIRE_FALSE(running.act(late));
    running.cafe.tick();
    CHECK(running.session().seating == before);
    REQUIRE_FALSE(running.now().repair.empty());
    CHECK(running.now().without_seat == std::vector<cafe::ParticipantId>{{"n90"}});
    CHECK(running.now().repair.front().moved.empty());

    const app::SeatingChoice choice = running.now().repair.front();
    REQUIRE_FALSE(running.act(cafe::ApplyPlan{choice.seating}));
    CHECK(running.now().repair.empty());
    CHECK(running.now().without_seat.empty());
    CHECK(running.session().seating.companies.front() == before.companies.front());
    CHECK_FALSE(cafe::table_of(running.session(), 2, cafe::ParticipantId{"n90"}).empty());
}

TEST_CASE("running seating: a change that moves nobody and seats nobody asks nothing") {
    MemoryDisk disk;
    Running running(with_cafe(disk, routes));
    running.open();
    running.cafe.tick();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    REQUIRE_FALSE(running.act(cafe::Next{}));
    const auto before = running.session().seating.companies;
    auto renamed = running.session().participants.front();
    renamed.name = "Nora Première";
    REQUIRE_FALSE(running.act(cafe::PutPeople{.participants = {renamed}}));
    running.cafe.tick();
    CHECK(running.now().repair.empty());
    CHECK(running.session().seating.companies == before);
    CHECK(running.session().seating.basis == running.session().structure);
}

TEST_CASE("running seating: choices not taken are there again when the café is opened anew") {
    MemoryDisk disk;
    {
        Running running(with_cafe(disk, routes));
        running.open();
        running.cafe.tick();
        REQUIRE_FALSE(running.act(cafe::Start{}));
        REQUIRE_FALSE(running.act(cafe::Next{}));
        auto late = people(1, 90);
        late.participants.front().first_round = 2;
        REQUIRE_FALSE(running.act(late));
        REQUIRE(running.cafe.close());
    }
    Running running(disk);
    running.open();
    running.cafe.tick();
    CHECK_FALSE(running.now().repair.empty());
    CHECK(running.now().without_seat == std::vector<cafe::ParticipantId>{{"n90"}});
}

TEST_CASE("running seating: a planning under way is shown, told to stop, and dropped by the next change") {
    HeldCafe held;
    auto& [disk, clock, jobs, ids, cafe] = held;
    REQUIRE(jobs.held() == 1);
    CHECK_FALSE(cafe.snapshot().planning); // no longer than a blink yet
    clock.advance(1s);
    REQUIRE(cafe.snapshot().planning);
    CHECK(cafe.snapshot().planning->elapsed == 1s);
    CHECK_FALSE(cafe.snapshot().planning->score);
    REQUIRE(cafe.next_tick());

    REQUIRE_FALSE(cafe.act(cafe::SetPresence{.ids = {{"n1"}}, .presence = cafe::Presence::absent}));
    REQUIRE(jobs.held() == 2);
    CHECK(cafe.carry_out(app::CancelPlanning{}));
    jobs.run();
    const std::uint64_t before = cafe.snapshot().session->seq;
    cafe.tick();
    CHECK(cafe.snapshot().session->seq == before + 1); // one plan was taken, the dropped one was not
    CHECK_FALSE(cafe.snapshot().planning);
    CHECK(cafe.snapshot().session->seating.basis == cafe.snapshot().session->structure);
}

TEST_CASE("running seating: rules are compared when asked, and what was compared goes with the next change") {
    HeldCafe held;
    auto& [disk, clock, jobs, ids, cafe] = held;
    jobs.run();
    cafe.tick(); // the first plan
    CHECK(cafe.snapshot().costs == nullptr);
    REQUIRE(cafe.carry_out(app::CompareRules{}));
    CHECK(cafe.snapshot().comparing);
    jobs.run();
    cafe.tick();
    CHECK_FALSE(cafe.snapshot().comparing);
    REQUIRE(cafe.snapshot().costs != nullptr);
    CHECK(cafe.snapshot().costs->structure == cafe.snapshot().session->structure);

    REQUIRE_FALSE(cafe.act(cafe::SetPresence{.ids = {{"n1"}}, .presence = cafe::Presence::absent}));
    CHECK(cafe.snapshot().costs == nullptr);
    REQUIRE(cafe.carry_out(app::CompareRules{}));
    REQUIRE_FALSE(cafe.act(cafe::SetPresence{.ids = {{"n2"}}, .presence = cafe::Presence::absent}));
    CHECK_FALSE(cafe.snapshot().comparing); // dropped: the plan comes first
    jobs.run();
    cafe.tick();
    CHECK(cafe.snapshot().costs == nullptr);
}

TEST_CASE("running seating: the sheet of routes is written beside the café, and it is said where") {
    MemoryDisk disk;
    Running running(with_cafe(disk, routes));
    running.open();
    running.cafe.tick();
    REQUIRE(running.cafe.carry_out(app::WriteRoutes{}));
    running.cafe.tick();
    const std::string file = running.value("routes_written", "file");
    CHECK(file == "/cafes/2023-06-13_petit-cafe-routes.html");
    CHECK(disk.content(file).find("Nora 18") != std::string::npos);
}

TEST_CASE(
    "running seating: a plan begun before the first round and ready in it moves nobody who has read their route") {
    MemoryDisk disk;
    Running running(with_cafe(disk, routes));
    running.open();
    running.cafe.tick();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    const cafe::Seating before = running.session().seating;
    REQUIRE_FALSE(before.companies.empty());
    auto late = people(1, 90);
    late.participants.front().first_round = 2;
    REQUIRE_FALSE(running.act(late));         // its plan is made at once, and waits
    REQUIRE_FALSE(running.act(cafe::Next{})); // the first round
    running.cafe.tick();
    running.cafe.tick(); // what was asked for instead
    CHECK(running.session().seating == before);
    REQUIRE_FALSE(running.now().repair.empty());
    CHECK(running.now().without_seat == std::vector<cafe::ParticipantId>{{"n90"}});
}
