#include "cafe/timer.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using namespace std::chrono_literals;
using cafe::TimerLook;
using support::SmallCafe;

namespace {

void pass_by_itself(SmallCafe& cafe) {
    auto identity = cafe.session.identity;
    identity.passage = cafe::Passage::automatic;
    REQUIRE_FALSE(cafe.act(cafe::EditIdentity{identity}));
}

/// The same café again, at the same moment.
struct Twin : SmallCafe {
    explicit Twin(const SmallCafe& other) {
        session = other.session;
        clock.advance(other.clock.now().instant - clock.now().instant);
    }
};

/// As older versions stamped it: this long ago.
bool pass_in_the_past(SmallCafe& cafe, base::Duration ago) {
    const auto now = cafe.clock.now();
    return cafe::update(cafe.session, {{now.instant - ago, now.wall - ago, now.boot}, cafe::Pass{}}).has_value();
}

} // namespace

TEST_CASE("passage: automatic passage falls due at zero and is stamped with that moment") {
    SmallCafe cafe;
    auto identity = cafe.session.identity;
    identity.passage = cafe::Passage::automatic;
    cafe.act(cafe::EditIdentity{identity});
    cafe.act(cafe::Start{});
    const auto start = cafe.clock.now();
    CHECK(cafe::next_passage(cafe.session) == start.instant + 5min);
    CHECK(cafe.act(cafe::Pass{}) == cafe::Reason::not_now);

    cafe.clock.advance(20min); // the machine slept: welcome, round 1 and travel 1 are over, round 2 has run 3 minutes
    int passed = 0;
    while (auto due = cafe::next_passage(cafe.session)) {
        if (*due > cafe.clock.now().instant) break;
        const auto now = cafe.clock.now();
        REQUIRE(cafe::update(cafe.session, {{*due, now.wall - (now.instant - *due), now.boot}, cafe::Pass{}}));
        ++passed;
    }
    CHECK(passed == 3);
    CHECK(cafe.reading().step == 3U);
    CHECK(cafe.reading().left == 7min);
    CHECK(cafe.reading().late == 0min);
}

TEST_CASE("passage: a step that is over passes from the moment at which passage becomes automatic") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.clock.advance(14min); // round 1 is over by four minutes
    const auto before = cafe.clock.now().instant;
    cafe.clock.advance(500ms);
    pass_by_itself(cafe);
    const auto now = cafe.clock.now().instant;
    CHECK(cafe::next_passage(cafe.session) == now);
    CHECK(cafe::cues_between(cafe.session, before, now) == std::vector{cafe::Cue::end});

    Twin older{cafe};
    REQUIRE_FALSE(cafe.act(cafe::Pass{}));
    CHECK(cafe.reading().step == 2U);
    CHECK(cafe.reading().left == 2min); // the travel is there to be seen

    REQUIRE(pass_in_the_past(older, 4min)); // and older journals are still taken
    CHECK(older.reading().step == 2U);
    CHECK(older.reading().left == -2min);
}

TEST_CASE("passage: a step that becomes over by a shorter length passes now, and the next one has all its time") {
    SmallCafe cafe;
    pass_by_itself(cafe);
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    REQUIRE_FALSE(cafe.act(cafe::EditStep{support::small_step("round1", cafe::StepKind::round, 20, 6)}));
    cafe.clock.advance(15min);
    Twin other{cafe};
    REQUIRE_FALSE(cafe.act(cafe::EditStep{support::small_step("round1", cafe::StepKind::round, 10, 6)}));
    REQUIRE_FALSE(other.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    for (SmallCafe* one : {&cafe, static_cast<SmallCafe*>(&other)}) {
        Twin older{*one};
        CHECK(cafe::next_passage(one->session) == one->clock.now().instant);
        REQUIRE_FALSE(one->act(cafe::Pass{}));
        CHECK(one->reading().step == 2U);
        CHECK(one->reading().left == 2min);
        REQUIRE(pass_in_the_past(older, 5min));
        CHECK(older.reading().left == -3min);
    }
}

TEST_CASE("passage: a paused step that is over passes when it goes on, not before") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(8min);
    cafe.act(cafe::Pause{});
    pass_by_itself(cafe);
    cafe.clock.advance(1min);
    REQUIRE_FALSE(cafe.act(cafe::Start{}));
    CHECK(cafe::next_passage(cafe.session) == cafe.clock.now().instant);
    REQUIRE_FALSE(cafe.act(cafe::Pass{}));
    CHECK(cafe.reading().left == 10min);
}

TEST_CASE("passage: back to a step that passed by itself waits there") {
    SmallCafe cafe;
    pass_by_itself(cafe);
    cafe.act(cafe::Start{});
    cafe.clock.advance(5min);
    REQUIRE_FALSE(cafe.act(cafe::Pass{}));
    cafe.clock.advance(1min);
    REQUIRE_FALSE(cafe.act(cafe::Back{}));
    CHECK(cafe.reading().step == 0U);
    CHECK(cafe.reading().look == TimerLook::paused);
    CHECK_FALSE(cafe::next_passage(cafe.session));

    Twin older{cafe}; // in whose journal it passes again at once
    REQUIRE_FALSE(older.act(cafe::Pass{}));
    CHECK(older.reading().step == 1U);
    CHECK(older.reading().look == TimerLook::running);
    CHECK(older.reading().left == 9min);

    REQUIRE_FALSE(cafe.act(cafe::Adjust{2min}));
    CHECK(cafe.act(cafe::Pass{}) == cafe::Reason::not_now);
    REQUIRE_FALSE(cafe.act(cafe::Start{}));
    CHECK(cafe.reading().left == 2min);
    REQUIRE_FALSE(cafe.act(cafe::Next{}));
    CHECK(cafe.reading().left == 9min);
    REQUIRE_FALSE(cafe.act(cafe::Back{})); // it has two minutes left: it runs
    CHECK(cafe.reading().look == TimerLook::running);
}
