#include "cafe/timer.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using namespace std::chrono_literals;
using cafe::TimerLook;
using support::SmallCafe;

namespace {

base::WallTime at(const SmallCafe& cafe, base::Duration after_start) {
    return cafe.session.identity.starts_at + after_start;
}

} // namespace

TEST_CASE("timer: before the morning it shows the first step whole and when all would end") {
    const SmallCafe cafe;
    CHECK(cafe.reading().look == TimerLook::idle);
    CHECK(cafe.reading().left == 5min);
    CHECK(cafe.reading().morning_ends_at == at(cafe, 44min));
    CHECK(cafe.reading().late == 0min);
}

TEST_CASE("timer: a started step runs down by the steady clock alone") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::Start{}));
    cafe.clock.advance(90s);
    CHECK(cafe.reading().left == 210s);
    CHECK(cafe.reading().look == TimerLook::running);

    cafe.clock.jump_wall(1h);
    CHECK(cafe.reading().left == 210s);
    cafe.clock.jump_wall(-3h);
    CHECK(cafe.reading().left == 210s);
    CHECK(cafe.reading().late == 0s);
}

TEST_CASE("timer: midnight and the end of daylight saving change nothing in a countdown") {
    SmallCafe cafe;
    auto identity = cafe.session.identity;
    identity.starts_at = base::wall_time_from("2023-10-29T02:50:00+02:00").value();
    REQUIRE_FALSE(cafe.act(cafe::EditIdentity{identity}));
    cafe.clock.set_wall(identity.starts_at);
    REQUIRE_FALSE(cafe.act(cafe::Start{}));
    cafe.clock.advance(4min); // the clocks of Paris go from 3:00 back to 2:00 six minutes later
    CHECK(cafe.reading().left == 1min);
    REQUIRE_FALSE(cafe.act(cafe::Next{}));
    cafe.clock.advance(9min);
    CHECK(cafe.reading().left == 1min);
    CHECK(base::to_rfc3339(cafe.reading().step_ends_at) == "2023-10-29T01:04:00Z");

    cafe.clock.set_wall(base::wall_time_from("2023-06-13T23:59:30+02:00").value());
    cafe.clock.advance(30s);
    CHECK(cafe.reading().left == 30s);
}

TEST_CASE("timer: the last minute, zero, and over time on command") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(4min - 1ms);
    CHECK(cafe.reading().look == TimerLook::running);
    cafe.clock.advance(1ms);
    CHECK(cafe.reading().look == TimerLook::last_minute);
    cafe.clock.advance(1min - 1ms);
    CHECK(cafe.reading().look == TimerLook::last_minute);
    CHECK(cafe::shown_seconds(cafe.reading().left) == 1s);
    cafe.clock.advance(1ms);
    CHECK(cafe.reading().look == TimerLook::over);
    CHECK(cafe::shown_seconds(cafe.reading().left) == 0s);
    cafe.clock.advance(48s);
    CHECK(cafe.reading().left == -48s);
    CHECK(cafe::shown_seconds(cafe.reading().left) == 48s);
    CHECK(cafe.reading().late == 48s);
    CHECK(cafe.reading().step_ends_at == cafe.clock.now().wall);
    CHECK_FALSE(cafe::next_passage(cafe.session));
}

TEST_CASE("timer: a step shorter than two minutes has no last minute") {
    SmallCafe cafe;
    auto step = cafe.session.agenda[0];
    step.planned = 90s;
    step.minimum = 0s;
    REQUIRE_FALSE(cafe.act(cafe::EditStep{step}));
    cafe.act(cafe::Start{});
    cafe.clock.advance(60s);
    CHECK(cafe.reading().look == TimerLook::running);
}

TEST_CASE("timer: a pause keeps what was shown, and makes late") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(90s + 400ms);
    const auto shown = cafe::shown_seconds(cafe.reading().left);
    REQUIRE_FALSE(cafe.act(cafe::Pause{}));
    CHECK(cafe::shown_seconds(cafe.reading().left) == shown);
    CHECK(cafe.reading().look == TimerLook::paused);
    cafe.clock.advance(2min);
    CHECK(cafe.reading().left == 210s);
    CHECK(std::chrono::round<std::chrono::seconds>(cafe.reading().late) == 120s);
    CHECK(cafe.act(cafe::Pause{}) == cafe::Reason::not_now);
    REQUIRE_FALSE(cafe.act(cafe::Start{}));
    cafe.clock.advance(10s);
    CHECK(cafe.reading().left == 200s);
}

TEST_CASE("timer: next runs the next step, back comes back with the time that was left") {
    SmallCafe cafe;
    CHECK(cafe.act(cafe::Back{}) == cafe::Reason::not_now);
    cafe.act(cafe::Next{}); // while idle, next begins
    CHECK(cafe.reading().step == 0U);
    cafe.clock.advance(2min);
    cafe.act(cafe::Next{});
    CHECK(cafe.reading().step == 1U);
    CHECK(cafe.reading().left == 10min);
    CHECK(cafe.reading().late == -3min);
    cafe.clock.advance(1min);
    cafe.act(cafe::Back{});
    CHECK(cafe.reading().step == 0U);
    CHECK(cafe.reading().left == 3min);
    CHECK(cafe.reading().late == 0min);
    cafe.act(cafe::Next{});
    CHECK(cafe.reading().left == 9min);
}

TEST_CASE("timer: next after a pause runs, back after a pause stays paused") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.act(cafe::Pause{});
    cafe.act(cafe::Next{});
    CHECK(cafe.reading().look == TimerLook::running);
    cafe.act(cafe::Pause{});
    cafe.act(cafe::Back{});
    CHECK(cafe.reading().look == TimerLook::paused);
    CHECK(cafe.reading().step == 0U);
}

TEST_CASE("timer: after the last step the café is finished, and back takes it up again") {
    SmallCafe cafe;
    for (int i = 0; i < 7; ++i) REQUIRE_FALSE(cafe.act(cafe::Next{}));
    REQUIRE_FALSE(cafe.act(cafe::Next{}));
    CHECK(cafe.reading().look == TimerLook::finished);
    CHECK(cafe.act(cafe::Next{}) == cafe::Reason::not_now);
    CHECK(cafe.act(cafe::Start{}) == cafe::Reason::not_now);
    cafe.clock.advance(5h);
    CHECK(cafe.reading().late == -44min);
    REQUIRE_FALSE(cafe.act(cafe::Back{}));
    CHECK(cafe.reading().look == TimerLook::running);
    CHECK(cafe.reading().step == 6U);
}

TEST_CASE("timer: plus and minus a minute move the end, never below zero") {
    SmallCafe cafe;
    CHECK(cafe.act(cafe::Adjust{1min}) == cafe::Reason::not_now);
    cafe.act(cafe::Start{});
    cafe.clock.advance(500ms);
    cafe.act(cafe::Adjust{1min});
    CHECK(cafe.reading().left == 6min - 500ms);
    CHECK(cafe.reading().allotted == 6min);
    CHECK(cafe.reading().late == 1min);
    cafe.clock.advance(5min + 30s);
    REQUIRE_FALSE(cafe.act(cafe::Adjust{-1min}));
    CHECK(cafe.reading().left == 0s);
    CHECK(cafe.act(cafe::Adjust{-1min}) == cafe::Reason::not_now);
    cafe.clock.advance(30s);
    cafe.act(cafe::Adjust{1min});
    CHECK(cafe.reading().left == 30s);
    CHECK(cafe.act(cafe::Adjust{1500ms}) == cafe::Reason::bad_value);
    CHECK(cafe.act(cafe::Adjust{48h}) == cafe::Reason::bad_value);
}

TEST_CASE("timer: the café that begins near its planned time counts its delay from it") {
    SmallCafe cafe;
    cafe.clock.advance(10min);
    cafe.act(cafe::Start{});
    CHECK(cafe.reading().late == 10min);
    CHECK(cafe.reading().morning_ends_at == at(cafe, 54min));

    SmallCafe years_later;
    years_later.clock.advance(24h * 1000);
    years_later.act(cafe::Start{});
    CHECK(years_later.reading().late == 0min);
}

TEST_CASE("timer: catching up takes the delay out of the steps to come in proportion, never below their minimum") {
    SmallCafe cafe;
    CHECK(cafe.act(cafe::CatchUp{}) == cafe::Reason::not_late);
    cafe.act(cafe::Start{});
    CHECK(cafe.act(cafe::CatchUp{}) == cafe::Reason::not_late);
    cafe.clock.advance(5min + 4min);
    const auto plan = cafe::plan_catch_up(cafe.session, cafe.clock.now());
    REQUIRE_FALSE(cafe.act(cafe::CatchUp{}));
    CHECK(cafe.reading().late == 0min);
    const auto* said = cafe.effect<cafe::CaughtUp>();
    REQUIRE(said != nullptr);
    CHECK(said->gained == 4min);
    CHECK(said->still_late == 0min);
    CHECK(said->steps == plan);
    for (std::size_t i = 1; i < 7; ++i) {
        CHECK(cafe::allotted_length(cafe.session, i) >= cafe.session.agenda[i].minimum);
        CHECK(cafe::allotted_length(cafe.session, i) <= cafe.session.agenda[i].planned);
    }
    // Rounds of ten minutes lose five times what travels of two minutes lose, but for the rounding to seconds.
    const auto lost = [&](std::size_t i) {
        return cafe.session.agenda[i].planned - cafe::allotted_length(cafe.session, i);
    };
    CHECK(std::chrono::abs(lost(1) - 5 * lost(2)) <= 6s);

    REQUIRE_FALSE(cafe.act(cafe::RestoreLengths{}));
    CHECK(cafe.reading().late == 4min);
    CHECK(cafe.act(cafe::RestoreLengths{}) == cafe::Reason::not_now);
}

TEST_CASE("timer: catching up more than the minimums allow says what stays late") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(5min + 30min);
    REQUIRE_FALSE(cafe.act(cafe::CatchUp{}));
    const auto* said = cafe.effect<cafe::CaughtUp>();
    REQUIRE(said != nullptr);
    CHECK(said->gained == 17min); // three rounds by four, two travels by one, the closing by three
    CHECK(said->still_late == 13min);
    CHECK(cafe.act(cafe::CatchUp{}) == cafe::Reason::not_late);
}

TEST_CASE("timer: taken up in the same boot, the round has gone on by the steady clock") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(1min);
    cafe.note("i1", "vue");
    cafe.clock.advance(2min);
    cafe.clock.jump_wall(-1h);
    REQUIRE_FALSE(cafe.act(cafe::Recover{}));
    CHECK(cafe.reading().left == 2min);
    REQUIRE(cafe.effect<cafe::Recovered>() != nullptr);
    CHECK(*cafe.effect<cafe::Recovered>() == cafe::Recovered{2min, cafe::ToldBy::steady_clock});
}

TEST_CASE("timer: after a reboot the round has gone on by wall time, to the millisecond") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(61s + 250ms);
    cafe.note("i1", "vue");
    cafe.clock.reboot(90s + 100ms);
    CHECK(cafe.reading().left == 5min - 151s - 350ms);
    REQUIRE_FALSE(cafe.act(cafe::Recover{}));
    CHECK(cafe.reading().left == 5min - 151s - 350ms);
    CHECK(*cafe.effect<cafe::Recovered>() == cafe::Recovered{90s + 100ms, cafe::ToldBy::wall_time});
    CHECK(cafe.reading().late == 0s);
    cafe.clock.advance(10s);
    CHECK(cafe.reading().left == 5min - 161s - 350ms);
    CHECK(cafe::unsound_parts(cafe.session).empty());
}

TEST_CASE("timer: a wall clock set back during the reboot never gives time back") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(1min);
    cafe.note("i1", "vue");
    cafe.clock.reboot(30s);
    cafe.clock.jump_wall(-1h);
    cafe.act(cafe::Recover{});
    CHECK(cafe.reading().left == 4min);
    cafe.act(cafe::Pause{});
    cafe.clock.reboot(10min);
    cafe.act(cafe::Recover{});
    CHECK(cafe.reading().left == 4min);
    CHECK(cafe.reading().look == TimerLook::paused);
}

TEST_CASE("timer: the shown second changes exactly when next_shown_change says") {
    SmallCafe cafe;
    CHECK_FALSE(cafe::next_shown_change(cafe.session, cafe.clock.now().instant));
    cafe.act(cafe::Start{});
    cafe.clock.advance(4min + 57s + 320ms);
    for (int i = 0; i < 6; ++i) { // through zero and over
        const auto shown = cafe::shown_seconds(cafe.reading().left);
        const auto change = cafe::next_shown_change(cafe.session, cafe.clock.now().instant);
        REQUIRE(change);
        REQUIRE(*change > cafe.clock.now().instant);
        cafe.clock.advance_to(*change - 1ms);
        if (cafe.reading().left > 0s || shown != 0s) CHECK(cafe::shown_seconds(cafe.reading().left) == shown);
        cafe.clock.advance(1ms);
        const auto after = cafe::shown_seconds(cafe.reading().left);
        CHECK((after - shown == 1s || shown - after == 1s));
    }
}

TEST_CASE("timer: the warning sounds two minutes before the end, the gong at zero, once each") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    const auto start = cafe.clock.now().instant;
    using cafe::Cue;
    CHECK(cafe::cues_between(cafe.session, start, start + 3min - 1ms).empty());
    CHECK(cafe::cues_between(cafe.session, start + 3min - 1ms, start + 3min) == std::vector{Cue::warning});
    CHECK(cafe::cues_between(cafe.session, start + 3min, start + 5min - 1ms).empty());
    CHECK(cafe::cues_between(cafe.session, start + 3min, start + 5min) == std::vector{Cue::end});
    CHECK(cafe::cues_between(cafe.session, start, start + 9min) == std::vector{Cue::warning, Cue::end});
    cafe.act(cafe::Pause{});
    CHECK(cafe::cues_between(cafe.session, start, start + 9min).empty());
}

TEST_CASE("timer: the agenda's times follow what happened and what is planned") {
    SmallCafe cafe;
    const auto planned = cafe::step_starts(cafe.session, cafe.clock.now());
    CHECK(planned[1] == at(cafe, 5min));
    CHECK(planned[6] == at(cafe, 39min));
    cafe.act(cafe::Start{});
    cafe.clock.advance(7min);
    const auto running = cafe::step_starts(cafe.session, cafe.clock.now());
    CHECK(running[0] == at(cafe, 0min));
    CHECK(running[1] == at(cafe, 7min));
    CHECK(running[6] == at(cafe, 41min));
}

TEST_CASE("timer: rewinding takes everything back to before the morning, ideas aside") {
    SmallCafe cafe;
    CHECK(cafe.act(cafe::Rewind{}) == cafe::Reason::not_now);
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.note("i1", "vue");
    CHECK(cafe.act(cafe::Rewind{}) == cafe::Reason::not_now);
    cafe.act(cafe::Pause{});
    REQUIRE_FALSE(cafe.act(cafe::Rewind{}));
    CHECK(cafe.reading().look == TimerLook::idle);
    CHECK(cafe.session.ideas.size() == 1);
    CHECK(cafe::unsound_parts(cafe.session).empty());
}
