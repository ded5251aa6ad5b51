#include "platform/captures.hpp"
#include "platform/pace.hpp"
#include "platform/walk.hpp"

#include "compat/catch.hpp"
#include "support/sample_session.hpp"

using namespace ronde;
using namespace ronde::platform;

TEST_CASE("pictures: one is due at each change of step, named in order, and at nothing else") {
    Captures captures("p");
    cafe::Session session = tests::sample_session();
    captures.look_at(&session);
    CHECK(captures.due() == "01-before");
    CHECK(captures.file_for("stage") == "p/01-before-stage.png");
    captures.taken();
    captures.look_at(&session);
    CHECK_FALSE(captures.due().has_value());
    tests::set_moment(session, {.step = 3});
    captures.look_at(&session);
    CHECK(captures.due() == "02-round");
    session.timer.state = cafe::ClockState::paused;
    captures.taken();
    captures.look_at(&session);
    CHECK_FALSE(captures.due().has_value());
}

TEST_CASE("pictures: without a folder none is ever due") {
    Captures captures{{}};
    const cafe::Session session = tests::sample_session();
    captures.look_at(&session);
    CHECK_FALSE(captures.due().has_value());
}

TEST_CASE("walk: goes on once a step is pictured and was shown for a moment, and ends after the last") {
    Walker walker;
    cafe::Session session = tests::sample_session();
    tests::set_moment(session, {.step = 3});
    CHECK(walker.look(&session, false, 10) == Walker::Step::wait);
    CHECK(walker.look(&session, true, 10.1) == Walker::Step::wait);
    CHECK(walker.look(&session, false, 12) == Walker::Step::wait);
    CHECK(walker.look(&session, true, 12) == Walker::Step::next);
    session.timer.state = cafe::ClockState::finished;
    CHECK(walker.look(&session, true, 12.1) == Walker::Step::wait);
    CHECK(walker.look(&session, true, 13) == Walker::Step::end);
    CHECK(Walker{}.look(nullptr, true, 0) == Walker::Step::end);
}

TEST_CASE("pace: what stirs a window draws it at once and until it has settled, then only when it wished") {
    Pace pace;
    pace.frame(0);
    CHECK_FALSE(pace.due(1e9));
    pace.stir();
    int frames = 0;
    for (; pace.due(1) && frames < 10; ++frames) pace.frame(1);
    CHECK(frames == Pace::frames_to_settle + 1);
    CHECK(pace.settled());
    pace.wish(1, 30);
    pace.wish(1, 5);
    CHECK(pace.seconds_left(2) == Approx(4.0));
    CHECK(pace.due(6));
    pace.frame(6);
    pace.wish(6, 0);
    CHECK_FALSE(pace.due(6));
    CHECK(pace.due(6 + Pace::fastest));
    CHECK(pace.settled());
}

TEST_CASE("pace: while something glides it has not settled, and a clock's second is no gliding") {
    Pace pace;
    pace.frame(0);
    pace.wish_to_glide(0, 0);
    CHECK_FALSE(pace.settled());
    pace.frame(0.1);
    pace.wish_to_glide(0.1, 5);
    pace.wish(0.1, 0.02);
    CHECK(pace.settled());
}
