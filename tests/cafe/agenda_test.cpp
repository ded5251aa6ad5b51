#include "cafe/agenda.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using namespace std::chrono_literals;
using cafe::Reason;
using support::small_step;
using support::SmallCafe;

TEST_CASE("agenda: steps are added, edited, moved and removed, and undone") {
    SmallCafe cafe;
    const auto before = cafe.session.agenda;
    REQUIRE_FALSE(cafe.act(cafe::AddStep{small_step("break", cafe::StepKind::pause, 10, 5), 3}));
    CHECK(cafe.session.agenda[3].id.value == "break");
    REQUIRE_FALSE(cafe.act(cafe::MoveStep{{"break"}, 7}));
    CHECK(cafe.session.agenda[7].id.value == "break");
    REQUIRE_FALSE(cafe.act(cafe::RemoveStep{{"travel1"}}));
    CHECK(cafe.session.agenda.size() == 7);
    for (int i = 0; i < 3; ++i) REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(cafe.session.agenda == before);
}

TEST_CASE("agenda: bad lengths and places are refused") {
    SmallCafe cafe;
    auto step = small_step("x", cafe::StepKind::custom, 10, 11);
    CHECK(cafe.act(cafe::AddStep{step, 0}) == Reason::bad_value);
    step.minimum = 0s;
    step.planned = 25h;
    CHECK(cafe.act(cafe::AddStep{step, 0}) == Reason::bad_value);
    step.planned = 1500ms;
    CHECK(cafe.act(cafe::AddStep{step, 0}) == Reason::bad_value);
    step.planned = -1min;
    CHECK(cafe.act(cafe::AddStep{step, 0}) == Reason::bad_value);
    step.planned = 1min;
    CHECK(cafe.act(cafe::AddStep{step, 8}) == Reason::bad_value);
    step.id = {"round1"};
    CHECK(cafe.act(cafe::AddStep{step, 0}) == Reason::duplicate_id);
}

TEST_CASE("agenda: the past is fixed") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{}); // round 1 is on
    CHECK(cafe.act(cafe::RemoveStep{{"welcome"}}) == Reason::past_step);
    CHECK(cafe.act(cafe::RemoveStep{{"round1"}}) == Reason::past_step);
    CHECK(cafe.act(cafe::MoveStep{{"round3"}, 1}) == Reason::past_step);
    CHECK(cafe.act(cafe::AddStep{small_step("x", cafe::StepKind::custom, 1, 0), 1}) == Reason::past_step);
    CHECK(cafe.act(cafe::EditStep{small_step("welcome", cafe::StepKind::welcome, 50, 5)}) == Reason::past_step);
    auto renamed = cafe.session.agenda[0];
    renamed.title = "Accueil";
    CHECK_FALSE(cafe.act(cafe::EditStep{renamed}));
    CHECK_FALSE(cafe.act(cafe::AddStep{small_step("x", cafe::StepKind::custom, 1, 0), 2}));
}

TEST_CASE("agenda: a new length for the running step moves its end, and undo moves it back") {
    SmallCafe cafe;
    cafe.act(cafe::Start{});
    cafe.clock.advance(1min);
    REQUIRE_FALSE(cafe.act(cafe::EditStep{small_step("welcome", cafe::StepKind::welcome, 8, 5)}));
    CHECK(cafe.reading().left == 7min);
    CHECK(cafe.reading().late == 0min);
    cafe.act(cafe::Undo{std::string{cafe::prepare_scope}});
    CHECK(cafe.reading().left == 4min);
}

TEST_CASE("agenda: an undo that would change the past is refused") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::AddStep{small_step("x", cafe::StepKind::custom, 1, 0), 0}));
    cafe.act(cafe::Start{});
    const cafe::Session before = cafe.session;
    CHECK(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}) == Reason::touched_since);
    CHECK(cafe.session == before);
}

TEST_CASE("agenda: an undo shortens no step that is over") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::EditStep{small_step("welcome", cafe::StepKind::welcome, 8, 5)}));
    cafe.act(cafe::Start{});
    cafe.act(cafe::Next{});
    const cafe::Session before = cafe.session;
    const cafe::Undo undo{std::string{cafe::prepare_scope}};
    CHECK(cafe.act(undo) == Reason::touched_since);
    CHECK(cafe.session == before);
    CHECK(cafe::update(cafe.session, {cafe.clock.now(), undo}, cafe::Origin::journal)); // of an older version
}

TEST_CASE("agenda: an undo makes no other step of a round that was played") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::EditStep{small_step("welcome", cafe::StepKind::round, 5, 5)}));
    cafe.act(cafe::Start{});
    CHECK(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}) == Reason::touched_since); // while it is on
    cafe.act(cafe::Next{});
    CHECK(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}) == Reason::touched_since);
    CHECK(cafe::round_count(cafe.session) == 4);
}

TEST_CASE("agenda: no round comes before rounds that have ideas") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.note("a", "une"); // in round 1
    cafe.act(cafe::Pause{});
    cafe.act(cafe::Rewind{});
    const auto round = small_step("x", cafe::StepKind::round, 10, 6);
    CHECK(cafe.act(cafe::AddStep{round, 0}) == Reason::has_ideas);
    CHECK(cafe.act(cafe::AddStep{round, 1}) == Reason::has_ideas);
    const cafe::EditStep edit{small_step("welcome", cafe::StepKind::round, 5, 5)};
    CHECK(cafe.act(edit) == Reason::has_ideas);
    for (const cafe::Deed& deed : {cafe::Deed{cafe::AddStep{round, 0}}, cafe::Deed{edit}}) {
        cafe::Session older = cafe.session; // which allowed it
        CHECK(cafe::update(older, {cafe.clock.now(), deed}, cafe::Origin::journal));
    }
    CHECK_FALSE(cafe.act(cafe::AddStep{small_step("y", cafe::StepKind::custom, 1, 0), 0}));
    CHECK_FALSE(cafe.act(cafe::AddStep{round, 3})); // behind round 1
    CHECK_FALSE(cafe.act(cafe::EditStep{small_step("closing", cafe::StepKind::round, 5, 2)}));
}

TEST_CASE("agenda: a round that has ideas stays") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.note("a", "une");
    cafe.act(cafe::MoveIdea{{"a"}, {"t1"}, 3});
    CHECK(cafe.act(cafe::RemoveStep{{"round3"}}) == Reason::has_ideas);
    CHECK(cafe.act(cafe::RemoveStep{{"round2"}}) == Reason::has_ideas);
    cafe.act(cafe::MoveIdea{{"a"}, {"t1"}, 1});
    CHECK_FALSE(cafe.act(cafe::RemoveStep{{"round3"}}));
}
