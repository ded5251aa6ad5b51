#include "support/fake_clock.hpp"

#include "compat/catch.hpp"

using namespace std::chrono_literals;
using ronde::support::FakeClock;

TEST_CASE("fake clock: it stands still until moved, then moves both clocks") {
    FakeClock clock;
    const auto before = clock.now();
    CHECK(clock.now() == before);
    clock.advance(20min);
    CHECK(clock.now().instant - before.instant == 20min);
    CHECK(clock.now().wall - before.wall == 20min);
    clock.advance_to(before.instant + 1h);
    CHECK(clock.now().wall - before.wall == 1h);
    CHECK(clock.now().boot == before.boot);
}

TEST_CASE("fake clock: it refuses to go backwards and stays where it was") {
    FakeClock clock;
    const auto before = clock.now();
    CHECK_THROWS_AS(clock.advance(-1ms), std::logic_error);
    CHECK_THROWS_AS(clock.advance_to(before.instant - 1ms), std::logic_error);
    CHECK_THROWS_AS(clock.reboot(-1ms), std::logic_error);
    CHECK(clock.now() == before);
}

TEST_CASE("fake clock: setting the wall clock leaves the instant alone") {
    FakeClock clock;
    const auto before = clock.now();
    clock.jump_wall(-1h);
    CHECK(clock.now().wall == before.wall - 1h);
    CHECK(clock.now().instant == before.instant);
}

TEST_CASE("fake clock: a reboot gives a new boot, a steady clock near zero, and wall time that went on") {
    FakeClock clock;
    const auto before = clock.now();
    clock.reboot(3min);
    CHECK(clock.now().boot != before.boot);
    CHECK(clock.now().instant < before.instant);
    CHECK(clock.now().wall == before.wall + 3min);
    const auto second = clock.now().boot;
    clock.reboot(0ms);
    CHECK(clock.now().boot != second);
}
