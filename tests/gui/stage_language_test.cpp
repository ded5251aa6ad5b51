// A room that reads another language than the windows.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/panel_bench.hpp"
#include "gui/stage_bench.hpp"

using namespace ronde;
using std::chrono::seconds;
using tests::Stage;

namespace {

/// The stage's picture in the last minute of a round, in a window that reads French.
struct Miniature : tests::PanelBench {
    gui::StageState state{};
    const gui::Words* room_words = nullptr;

    Miniature()
        : PanelBench(320, 180, [this](gui::Ui& ui) {
              gui::View view = bench.view();
              view.room_words = room_words;
              gui::draw_stage_miniature(ui.canvas, bench.window.rect(), view, state);
          }) {
        bench.now = tests::set_moment(bench.session, {5, seconds{48}});
        frame();
    }
};

} // namespace

TEST_CASE("stage: it reads the room's language, whatever the windows' is") {
    const gui::Words english = tests::catalogue("en");
    Stage stage({1920, 1080}, tests::sample_session(), {5, seconds{48}});
    stage.draw();
    CHECK(stage.find("stage.timer.words")->label == "dernière minute");
    stage.room_words = &english;
    stage.draw();
    CHECK(stage.find("stage.timer.words")->label == "last minute");
}

TEST_CASE("stage: days stand there as the room's language writes them") {
    const gui::Words english = tests::catalogue("en");
    Stage stage({1920, 1080}, tests::sample_session(), {10, seconds{600}});
    stage.session.follow_up.next = {.title = "Encore", .at = tests::sample_start()};
    stage.draw();
    CHECK(stage.find("stage.next.day")->label == "Mardi 13 juin");
    stage.room_words = &english;
    stage.draw();
    CHECK(stage.find("stage.next.day")->label.find("June") != std::string::npos);
}

TEST_CASE("stage: its miniature reads what the room reads, within a window of another language") {
    const gui::Words english = tests::catalogue("en");
    Miniature miniature;
    miniature.room_words = &english;
    miniature.frame();
    CHECK(miniature.find("stage.timer.words")->label == "last minute");
    CHECK(miniature.bench.window.words.language() == "fr");
}

TEST_CASE("stage: where the room has no words of its own, its miniature reads the window's") {
    Miniature miniature;
    CHECK(miniature.find("stage.timer.words")->label == "dernière minute");
}
