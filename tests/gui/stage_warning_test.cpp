// The two-minute warning on the stage: whoever does not hear the gong sees it.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/stage_bench.hpp"

#include <cmath>

using namespace ronde;
using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::fault_of;
using tests::SampleMoment;
using tests::Stage;

namespace {

constexpr std::size_t second_round = 5;

/// What stands under the clock, or in the header where there is none.
std::string said(const Stage& stage) {
    for (const char* id : {"stage.timer.words", "stage.state"})
        if (const gui::UiItem* item = stage.find(id)) return item->label;
    return {};
}

std::string said_at(Stage& stage, const SampleMoment& moment) {
    stage.set(moment);
    stage.draw();
    return said(stage);
}

} // namespace

TEST_CASE("stage: two minutes before the end of a round the clock says so for some seconds, once") {
    Stage stage({1920, 1080}, tests::sample_session(), {second_round, seconds{121}});
    stage.draw();
    const std::vector<gui::UiItem> before = stage.items();
    CHECK(said(stage).starts_with("fin du tour"));
    CHECK(said_at(stage, {second_round, seconds{120}}) == "encore deux minutes");
    CHECK(stage.find("stage.timer")->label == "2:00");
    CHECK(said_at(stage, {second_round, seconds{111}}) == "encore deux minutes");
    for (const gui::UiItem& item : before) // nothing jumps
        if (!item.id.starts_with("stage.timer")) CHECK(stage.find(item.id)->rect == item.rect);
    CHECK(said_at(stage, {second_round, seconds{110}}).starts_with("fin du tour"));
    CHECK(said_at(stage, {second_round, seconds{115}, cafe::ClockState::paused}) == "pause");
    CHECK(said_at(stage, {second_round, seconds{48}}) == "dernière minute");
}

TEST_CASE("stage: a step of less than four minutes has no warning, as it has no gong for it") {
    Stage stage({1920, 1080}, tests::sample_session(), {4, seconds{118}}); // a way of three minutes
    stage.draw();
    CHECK(said(stage) == "Changement de table");
}

TEST_CASE("stage: scenes without a clock of their own say the warning in the line on top, in every picture") {
    for (const tests::Size size : tests::sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, tests::sample_session(), {0, seconds{118}});
        const auto warns = [&] {
            stage.draw();
            CHECK(fault_of(stage) == "");
            const gui::UiItem* state = stage.find("stage.state");
            return state != nullptr && state->label == "Encore deux minutes" &&
                   stage.find("stage.timer")->label == "1:58";
        };
        CHECK(warns()); // welcome
        stage.set({2, seconds{118}});
        CHECK(warns()); // briefing
        stage.set({8, seconds{118}});
        CHECK(warns()); // harvest
        stage.session.stage.projection = cafe::Projection::idea;
        stage.session.stage.idea = stage.session.ideas.front().id;
        CHECK(warns());
        stage.session.stage.message = "On se retrouve au jardin.";
        CHECK(warns());
        stage.session.stage.message.clear();
        stage.set({second_round, seconds{118}});
        stage.session.stage.projection = cafe::Projection::none;
        stage.draw();
        CHECK(fault_of(stage) == "");
        CHECK(said(stage) == "encore deux minutes");
    }
}

TEST_CASE("stage: at the warning the ring swells for less than a second, and not at all without motion") {
    Stage stage({1920, 1080}, tests::sample_session(), {second_round, seconds{120}});
    stage.set_motion(app::Motion::eased);
    CHECK(stage.draw() == 0);
    stage.set({second_round, seconds{120} - milliseconds{700}});
    CHECK(stage.draw() == 0);
    stage.set({second_round, seconds{119}});
    CHECK(std::isinf(stage.draw()));
    stage.set({second_round, seconds{120} - milliseconds{200}});
    stage.set_motion(app::Motion::none);
    CHECK(std::isinf(stage.draw()));
    CHECK(said(stage) == "encore deux minutes");
}
