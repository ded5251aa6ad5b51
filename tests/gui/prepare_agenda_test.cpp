// Préparer › agenda.

#include "gui/prepare_bench.hpp"

#include <string>

using namespace ronde;
using gui::Key;
using gui::PrepareSection;
using std::chrono::minutes;
using Panel = tests::PrepareBench;

TEST_CASE("prepare: a step's length moves the clock times of those after it") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    REQUIRE(panel.map.find("prepare.step.2")->value == "9:30");
    panel.tab_to("prepare.step.1.planned");
    panel.replace("45");
    CHECK(panel.session.agenda[0].planned == minutes{45});
    panel.frame();
    CHECK(panel.map.find("prepare.step.2")->value == "9:45");
    panel.tab_to("prepare.step.1.minimum");
    panel.replace("2 h");
    CHECK(panel.session.agenda[0].minimum == minutes{45});
    panel.tab_to("prepare.step.1.planned");
    panel.replace("vite");
    CHECK(panel.session.agenda[0].planned == minutes{45});
    CHECK(panel.state.unread.text == "vite");
}

TEST_CASE("prepare: steps are added, changed in kind, moved and removed by keys") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    panel.enter_on("prepare.step.add");
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda[11].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.12");
    panel.alt(Key::up);
    CHECK(panel.session.agenda[10].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.11");
    panel.enter_on("prepare.step.11.kind");
    panel.enter_on("prepare.step.11.kind.plenary");
    CHECK(panel.session.agenda[10].kind == cafe::StepKind::plenary);
    panel.tab_to("prepare.step.11");
    panel.alt(Key::del);
    CHECK(panel.session.agenda.size() == 11);
}

TEST_CASE("prepare: Alt and Enter on a step add one after it") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    panel.tab_to("prepare.step.3.title");
    panel.alt(Key::enter);
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda[3].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.4");
}

TEST_CASE("prepare: a step is never added before the one that runs") {
    Panel panel;
    panel.now = tests::set_moment(panel.session, {.step = 5});
    panel.go(PrepareSection::agenda);
    panel.tab_to("prepare.step.2.title");
    panel.alt(Key::enter);
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda.back().kind == cafe::StepKind::pause);
    CHECK(panel.refused.empty());
}

TEST_CASE("prepare: while the morning runs, the past is fixed but for its titles") {
    Panel panel;
    panel.now = tests::set_moment(panel.session, {.step = 5});
    panel.go(PrepareSection::agenda);
    CHECK_FALSE(panel.map.find("prepare.step.4.planned")->enabled);
    CHECK(panel.map.find("prepare.step.4.title")->enabled);
    CHECK(panel.map.find("prepare.step.6.planned")->enabled);
    CHECK(panel.map.find("prepare.step.6.remove") == nullptr);
    CHECK(panel.map.find("prepare.step.8.remove")->enabled);
    panel.tab_to("prepare.step.8.planned");
    panel.replace("25");
    CHECK(panel.session.agenda[7].planned == minutes{25});
}

TEST_CASE("prepare: missing rounds come with their travel, before what ends the morning") {
    Panel panel;
    panel.session.ideas = {}; // a round with ideas keeps its number, and so its place
    std::erase_if(panel.session.agenda, [](const auto& step) {
        return step.kind == cafe::StepKind::travel || (step.kind == cafe::StepKind::round && step.title != "Tour 1");
    });
    panel.go(PrepareSection::agenda);
    panel.enter_on("prepare.hint.rounds_under_questions.fix");
    CHECK(cafe::round_count(panel.session) == 3);
    CHECK(panel.session.agenda[4].kind == cafe::StepKind::travel);
    CHECK(panel.session.agenda[5].kind == cafe::StepKind::round);
    CHECK(panel.session.agenda.back().kind == cafe::StepKind::follow_up);
    CHECK(panel.map.find("prepare.hint.rounds_under_questions") == nullptr);
}
