#include "app/running_cafe.hpp"

#include "app/running.hpp"

using namespace ronde;
using namespace std::chrono_literals;
using tests::actions_in;
using tests::cafe_path;
using tests::journal_path;
using tests::MemoryDisk;
using tests::of_kind;
using tests::Operation;
using tests::Running;
using tests::with_small_cafe;

TEST_CASE("running café: a refused deed reaches no journal, changes nothing, and is said") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    const auto before = running.session();
    CHECK(running.note("i1", "   ") == cafe::Reason::bad_text);
    CHECK(running.session() == before);
    CHECK(running.notice("rejected.bad_text"));
    REQUIRE_FALSE(running.note("i2", "bon"));
    REQUIRE(running.all_saved());
    CHECK(actions_in(disk.content(journal_path)).size() == 1);
}

TEST_CASE("running café: after a sleep, every passage that fell due happens in order, at the time when it was due") {
    MemoryDisk disk;
    Running running(
        with_small_cafe(disk, [](cafe::Session& session) { session.identity.passage = cafe::Passage::automatic; }));
    running.open();
    const base::Stamp start = running.clock.now();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.clock.jump_wall(1h); // somebody sets the clock: what was due is told by the present one
    running.pass(25min);         // welcome 5, round 10, travel 2, round 10
    CHECK(running.session().timer.step == cafe::StepId{"round2"});
    CHECK(running.now().timer.left == 2min);
    REQUIRE(running.all_saved());

    const auto passes = of_kind<cafe::Pass>(actions_in(disk.content(journal_path)));
    REQUIRE(passes.size() == 3);
    const base::Duration due[] = {5min, 15min, 17min};
    for (std::size_t i = 0; i < passes.size(); ++i) {
        CHECK(passes[i].stamp.instant == start.instant + due[i]);
        CHECK(passes[i].stamp.wall == start.wall + 1h + due[i]);
        CHECK(passes[i].stamp.boot == start.boot);
    }
}

TEST_CASE("running café: on command nothing passes by itself, and over time is counted") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.pass(25min);
    CHECK(running.session().timer.step == cafe::StepId{"welcome"});
    CHECK(running.now().timer.left == -20min);
}

TEST_CASE("running café: the warning and the end are sounded once, old ones and those of a muted program never") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.pass(3min - 1s);
    CHECK(running.cues.empty());
    running.pass(1s);
    CHECK(running.cues == std::vector{cafe::Cue::warning});
    running.pass(2min + 3s);
    CHECK(running.cues == std::vector{cafe::Cue::warning, cafe::Cue::end});
    running.pass(1s);
    CHECK(running.cues.size() == 2);

    REQUIRE_FALSE(running.act(cafe::Next{}));
    running.pass(10min + 30s); // slept through both
    CHECK(running.cues.size() == 2);

    auto preferences = running.now().preferences;
    preferences.sound = app::Sound::off;
    running.cafe.set_preferences(preferences);
    REQUIRE_FALSE(running.act(cafe::Next{}));
    running.pass(2min);
    CHECK(running.cues.size() == 2);
}

TEST_CASE("running café: a change of the room is planned by a job, whose plan comes back as a deed") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    auto groups = running.session().groups;
    groups.pop_back();
    REQUIRE_FALSE(running.act(cafe::SetGroups{groups}));
    CHECK(running.session().seating.basis != running.session().structure);
    running.cafe.tick();
    CHECK(running.session().seating.basis == running.session().structure);
    REQUIRE(running.session().seating.rounds.size() == 3);
    for (const auto& round : running.session().seating.rounds) CHECK(round.size() == 2);
    REQUIRE(running.all_saved());
    CHECK(of_kind<cafe::ApplyPlan>(actions_in(disk.content(journal_path))).size() == 1);
}

TEST_CASE("running café: a plan for a room that has changed since is dropped without a word, and the next one comes") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    auto groups = running.session().groups;
    groups.pop_back();
    REQUIRE_FALSE(running.act(cafe::SetGroups{groups})); // its plan is done at once, and waits
    groups.pop_back();
    REQUIRE_FALSE(running.act(cafe::SetGroups{groups}));
    running.cafe.tick();
    CHECK(running.session().seating.basis == running.session().structure);
    for (const auto& round : running.session().seating.rounds) CHECK(round.size() == 1);
    CHECK(running.now().notices.empty());
    REQUIRE(running.all_saved());
    CHECK(of_kind<cafe::ApplyPlan>(actions_in(disk.content(journal_path))).size() == 1);
}

TEST_CASE("running café: a café that comes without a plan gets one when it is opened") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk, [](cafe::Session& session) {
        session.seating = {};
        session.structure = 3;
    }));
    running.open();
    CHECK(running.session().seating.rounds.size() == 3);
    CHECK(running.session().seating.basis == running.session().structure);
}

TEST_CASE("running café: the second program may only read: it says who holds the café and refuses each deed") {
    MemoryDisk disk;
    Running first(with_small_cafe(disk));
    first.open();
    REQUIRE_FALSE(first.act(cafe::Start{}));
    REQUIRE(first.all_saved());
    Running second(disk, "ben");
    second.open();
    CHECK(second.now().access == app::Access::held_elsewhere);
    CHECK(second.now().held_by == "anne@portable");
    const auto before = second.session();
    CHECK(second.note("i1", "non") == cafe::Reason::not_now);
    CHECK(second.act(cafe::Start{}) == cafe::Reason::not_now);
    second.pass(3min);
    CHECK(second.cues.empty()); // the warning is sounded where it is open
    CHECK(second.session() == before);
    CHECK(actions_in(disk.content(journal_path)).size() == 1);
    CHECK(second.note("i1", "non") == cafe::Reason::not_now);
    CHECK(second.value("read_only", "file") == "petit.json");
    CHECK(second.cafe.close());
    REQUIRE_FALSE(first.note("i1", "oui"));
    CHECK(first.all_saved());

    second.open();
    second.cafe.carry_out(app::OpenCafe{cafe_path}); // still held
    second.cafe.tick();
    CHECK(second.now().access == app::Access::held_elsewhere);
    REQUIRE(first.cafe.close());
    second.cafe.carry_out(app::OpenCafe{cafe_path});
    second.cafe.tick();
    CHECK(second.now().access == app::Access::writable);
    CHECK(cafe::find(second.session(), cafe::IdeaId{"i1"})->text == "oui");
    CHECK_FALSE(second.note("i2", "à mon tour"));
}

TEST_CASE("running café: a newer version and a folder without permission are read, and nothing is written") {
    MemoryDisk disk;
    with_small_cafe(disk);
    auto expected = app::Access::not_allowed;
    SECTION("newer version") {
        auto text = disk.content(cafe_path);
        text.replace(text.find("\"version\": 2"), 12, "\"version\": 9");
        disk.put(cafe_path, text);
        expected = app::Access::newer_version;
    }
    SECTION("no permission") {
        disk.refuse([](Operation operation, const auto&) {
            const bool reads = operation == Operation::read || operation == Operation::list;
            return reads ? std::nullopt : std::optional{store::Trouble::not_allowed};
        });
    }
    const auto names = disk.names();
    Running running(disk);
    running.open();
    CHECK(running.now().access == expected);
    CHECK(running.note("i1", "non") == cafe::Reason::not_now);
    CHECK(running.notice("read_only"));
    CHECK(running.session().identity.title == "Petit café");
    running.pass(1min);
    CHECK(disk.names() == names);
}

TEST_CASE("running café: without a café a deed is refused") {
    MemoryDisk disk;
    Running running(disk);
    CHECK(running.act(cafe::Start{}) == cafe::Reason::no_session);
    CHECK(running.now().session == nullptr);
    CHECK_FALSE(running.cafe.next_tick());
    running.pass(1h);
    CHECK(running.cafe.close());
}

TEST_CASE("running café: a round that ran when the program was killed has gone on, and it is said by which clock") {
    MemoryDisk disk;
    {
        Running running(with_small_cafe(disk));
        running.open();
        REQUIRE_FALSE(running.act(cafe::Start{}));
        running.pass(1min);
        REQUIRE_FALSE(running.note("i1", "gardée"));
        REQUIRE(running.all_saved());
        const auto killed = disk.after_kill();

        Running same_boot(*killed);
        same_boot.clock.advance(2min);
        same_boot.open();
        CHECK(same_boot.now().timer.left == 3min);
        CHECK(same_boot.session().ideas.size() == 1);
        CHECK(same_boot.value("recovered_steady_clock", "away") == "1\u00a0min");
        CHECK((same_boot.notice("opened.replayed") || same_boot.notice("opened.replayed_one")));

        const auto cut = disk.after_kill();
        Running rebooted(*cut);
        rebooted.clock.reboot(4min);
        rebooted.open();
        CHECK(rebooted.now().timer.left == 1min);
        CHECK(rebooted.value("recovered_wall_time", "away") == "3\u00a0min");
    }
}

TEST_CASE("running café: that a café goes on is said until somebody goes on with it, or for a minute") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    REQUIRE(running.all_saved());
    const auto killed = disk.after_kill();
    {
        Running again(*killed);
        again.clock.advance(35s);
        again.open();
        again.pass(50s);
        REQUIRE(again.notice("recovered_steady_clock"));
        again.pass(15s);
        CHECK_FALSE(again.notice("recovered_steady_clock"));
        CHECK_FALSE(again.notice("opened.replayed_one"));
    }
    const auto twice = disk.after_kill();
    Running again(*twice);
    again.clock.advance(35s);
    again.open();
    REQUIRE(again.notice("recovered_steady_clock"));
    REQUIRE_FALSE(again.note("i1", "on y va"));
    CHECK_FALSE(again.notice("recovered_steady_clock"));
}

TEST_CASE("running café: a pause that the program was killed in is still one, and nobody is told otherwise") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    REQUIRE_FALSE(running.act(cafe::Pause{}));
    REQUIRE(running.all_saved());
    const auto killed = disk.after_kill();
    Running again(*killed);
    again.clock.advance(35s);
    again.open();
    CHECK(again.value("recovered_paused", "away") == "35\u00a0s");
    CHECK_FALSE(again.notice("recovered_steady_clock"));
}

TEST_CASE("running café: a clicker's step back that cannot be is refused with its reason") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    CHECK(running.act(cafe::Back{}));
    CHECK(running.notice("rejected.not_begun"));
    REQUIRE_FALSE(running.act(cafe::Start{}));
    CHECK(running.act(cafe::Back{}));
    CHECK(running.notice("rejected.first_step"));
}

TEST_CASE("running café: a notice goes after twelve seconds, a lasting one when it is put away") {
    MemoryDisk disk;
    Running running(disk);
    running.cafe.tell({.key = "short"});
    running.cafe.tell({.key = "long", .lasting = true});
    const auto revision = running.cafe.revision();
    CHECK(running.cafe.next_tick() == running.clock.now().instant + 12s);
    running.pass(11s);
    CHECK(running.notice("short"));
    CHECK(running.cafe.revision() == revision);
    running.cafe.tell({.key = "short"}); // said again: once, and twelve seconds more
    CHECK(running.now().notices.size() == 2);
    running.pass(11s);
    CHECK(running.notice("short"));
    running.pass(1s);
    CHECK_FALSE(running.notice("short"));
    REQUIRE(running.notice("long"));
    CHECK_FALSE(running.cafe.next_tick());
    CHECK(running.cafe.carry_out(app::DismissNotice{running.notice("long")->id}));
    CHECK(running.now().notices.empty());
}

TEST_CASE("running café: the next tick is the clock's next second, or the passage that falls due") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.cafe.tick();
    running.clock.advance(300ms);
    CHECK(running.cafe.next_tick() == running.clock.now().instant + 700ms);
    REQUIRE_FALSE(running.act(cafe::Pause{}));
    running.pass(20s);
    CHECK_FALSE(running.cafe.next_tick());
}

TEST_CASE("running café: catching up says what it gained") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.pass(8min);
    REQUIRE_FALSE(running.act(cafe::CatchUp{}));
    CHECK(running.value("caught_up", "gained") == "3\u00a0min");
}

TEST_CASE("running café: a job that fails is said, and takes neither the café nor the other jobs with it") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    running.jobs.start([]() -> app::Completion { throw std::bad_alloc{}; });
    REQUIRE(running.cafe.carry_out(app::ReviewCafe{cafe_path}));
    REQUIRE(running.cafe.carry_out(app::RefreshSessions{}));
    running.cafe.tick();
    CHECK_FALSE(running.value("job_failed", "error").empty());
    REQUIRE_FALSE(running.note("i1", "le café continue"));
    CHECK(running.now().sessions.empty());
    running.cafe.tick();
    CHECK(running.now().sessions.size() == 1);
}
