#include "cafe/warning.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using namespace std::chrono_literals;
using cafe::TimerLook;
using support::SmallCafe;

TEST_CASE("warning: what sounds two minutes before the end is to be seen for ten seconds") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    CHECK_FALSE(cafe::since_warning(cafe.reading()));
    cafe.clock.advance(3min - 1ms);
    CHECK_FALSE(cafe::since_warning(cafe.reading()));
    cafe.clock.advance(1ms);
    CHECK(cafe::since_warning(cafe.reading()) == base::Duration{});
    cafe.clock.advance(10s - 1ms);
    CHECK(cafe::since_warning(cafe.reading()) == 10s - 1ms);
    cafe.act(cafe::Pause{});
    CHECK_FALSE(cafe::since_warning(cafe.reading()));
    cafe.act(cafe::Start{}); // what was left has been rounded up to a second
    CHECK(cafe::since_warning(cafe.reading()) == base::Duration{9s});
    cafe.clock.advance(1s);
    CHECK_FALSE(cafe::since_warning(cafe.reading()));
}

TEST_CASE("warning: a step that sounds no warning shows none") {
    cafe::TimerReading timer{.look = TimerLook::running, .left = 2min, .allotted = 4min};
    CHECK(cafe::since_warning(timer));
    timer.allotted -= 1s;
    CHECK_FALSE(cafe::since_warning(timer));
}
