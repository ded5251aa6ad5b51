// The harvest and the plenary on the stage, in every shape and with any number of themes.

#include "gui/stage_bench.hpp"

#include <cmath>

using namespace ronde;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::seen_on_all_pages;
using tests::Size;
using tests::sizes;
using tests::Stage;

namespace {

/// The sample café with so many themes, each of some of its ideas.
cafe::Session with_themes(std::size_t count, const std::string& title = "Partager les murs et les outils") {
    cafe::Session session = tests::sample_session();
    for (std::size_t i = 0; i < count; ++i) {
        cafe::Theme theme{.id = {"h-" + std::to_string(i + 1)},
                          .title = title + ' ' + std::to_string(i + 1),
                          .votes = static_cast<int>(i % 5)};
        for (std::size_t k = 0; k < i % 8; ++k)
            theme.ideas.push_back(session.ideas[(3 * i + k) % session.ideas.size()].id);
        session.harvest.themes.push_back(theme);
    }
    return session;
}

} // namespace

TEST_CASE("stage: the wall shows every theme, from one to forty, with its ideas counted, in every picture") {
    for (const Size size : sizes)
        for (const std::size_t count : {1U, 2U, 3U, 4U, 6U, 7U, 13U, 40U}) {
            INFO(size.width << "x" << size.height << ", " << count << " themes");
            Stage stage(size, with_themes(count), {8, minutes{10}});
            const std::set<std::string> seen = seen_on_all_pages(stage);
            for (const cafe::Theme& theme : stage.session.harvest.themes) {
                CHECK(seen.contains("stage.theme." + theme.id.value));
                CHECK(seen.contains("stage.theme." + theme.id.value + ".count"));
            }
        }
}

TEST_CASE("stage: without themes the harvest is the wall by question, which can be projected beside themes too") {
    Stage stage({1920, 1080}, tests::sample_session(), {8, minutes{10}});
    stage.draw();
    CHECK(stage.find("stage.scene")->label == "wall");
    stage.session = with_themes(3);
    stage.set({8, minutes{10}});
    stage.draw();
    CHECK(stage.find("stage.scene")->label == "themes");
    stage.session.stage.projection = cafe::Projection::wall;
    stage.draw();
    CHECK(stage.find("stage.scene")->label == "wall");
}

TEST_CASE("stage: the room reads themes by their votes, and how many ideas each holds") {
    Stage stage({1920, 1080}, with_themes(3), {8, minutes{10}});
    stage.draw();
    CHECK(stage.find("stage.theme.h-3")->rect.x < stage.find("stage.theme.h-2")->rect.x);
    CHECK(stage.find("stage.theme.h-2")->rect.x < stage.find("stage.theme.h-1")->rect.x);
    CHECK(stage.find("stage.theme.h-3.count")->label == "2 voix · 2 idées");
    CHECK(stage.find("stage.theme.h-1.count")->label == "0 idée");
}

TEST_CASE("stage: one theme is shown with all of its ideas") {
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, with_themes(8), {8, minutes{10}});
        cafe::Theme& theme = stage.session.harvest.themes[7];
        theme.ideas.clear();
        for (const cafe::Idea& idea : stage.session.ideas) theme.ideas.push_back(idea.id);
        stage.session.stage.projection = cafe::Projection::theme;
        stage.session.stage.theme = theme.id;
        const std::set<std::string> seen = seen_on_all_pages(stage);
        CHECK(seen.contains("stage.theme.h-8"));
        for (const cafe::Idea& idea : stage.session.ideas) CHECK(seen.contains("stage.idea." + idea.id.value));
    }
}

TEST_CASE("stage: a theme of the longest title leaves room for the others, and is whole alone") {
    std::string title;
    while (title.size() < 300) title += "Partager les murs, les outils et la comptabilité ";
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, with_themes(7, title), {8, minutes{10}});
        const std::set<std::string> seen = seen_on_all_pages(stage);
        CHECK(seen.contains("stage.theme.h-1"));
        stage.session.stage.projection = cafe::Projection::theme;
        stage.session.stage.theme = {"h-7"};
        CHECK(seen_on_all_pages(stage).contains("stage.theme.h-7"));
    }
}

TEST_CASE("stage: whatever the length of its title, a theme shows an idea where it has one") {
    for (const Size size : sizes)
        for (const std::size_t count : {3U, 7U, 13U}) {
            INFO(size.width << "x" << size.height << ", " << count << " themes");
            Stage stage(size, with_themes(count, "Partager les murs, les outils, la comptabilité et le goût de faire"),
                        {8, minutes{10}});
            double at = 0;
            for (std::size_t page = 0; page == 0 || page < stage.state.pages; ++page) {
                at += stage.draw(at) + 0.01;
                for (const cafe::Theme& theme : stage.session.harvest.themes) {
                    const std::string id = "stage.theme." + theme.id.value;
                    const gui::UiItem* title = stage.find(id);
                    if (title == nullptr || theme.ideas.empty()) continue;
                    INFO(theme.title);
                    // Its count stands under its cards, and right under the title where there is none.
                    CHECK(stage.find(id + ".count")->rect.y - title->rect.bottom() > 0.06F * size.height);
                }
            }
        }
}

TEST_CASE("stage: in plenary the table, its speaker, its clock and its starred ideas are shown") {
    for (const Size size : sizes)
        for (const base::Duration gone : {base::Duration{seconds{15}}, base::Duration{seconds{138}}}) {
            INFO(size.width << "x" << size.height);
            Stage stage(size, with_themes(2), {8, minutes{10}});
            stage.session.harvest.plan.turns = {{{"t-1"}, "Quitterie Roig"}};
            const base::Stamp now = tests::set_moment(stage.session, {8, minutes{10}});
            stage.session.stage.speaking = {{"t-1"}, {now.instant - gone, now.wall - gone, now.boot}};
            const std::set<std::string> seen = seen_on_all_pages(stage);
            CHECK(stage.find("stage.scene")->label == "turn");
            const bool over = gone > seconds{120};
            CHECK(stage.find("stage.timer")->label == (over ? "+0:18" : "1:45"));
            CHECK(stage.find("stage.timer.words")->label == (over ? "temps de parole dépassé" : "temps de parole"));
            CHECK(stage.find("stage.turn.table")->label == "Table\u00a01");
            CHECK(stage.find("stage.turn.speaker")->label == "Quitterie Roig");
            // Of the table's ideas, i-1 is starred and i-7 is not.
            CHECK(seen.contains("stage.idea.i-1"));
            CHECK_FALSE(seen.contains("stage.idea.i-7"));
        }
}

TEST_CASE("stage: the clock of a turn is drawn again at its next second though the step's stands still") {
    Stage stage({1920, 1080}, with_themes(0), {8, minutes{10}, cafe::ClockState::paused});
    const base::Stamp now = tests::set_moment(stage.session, {8, minutes{10}, cafe::ClockState::paused});
    const auto gone = std::chrono::milliseconds{15400};
    stage.session.stage.speaking = {{"t-2"}, {now.instant - gone, now.wall - gone, now.boot}};
    const double again = stage.draw();
    CHECK(again > 0.55);
    CHECK(again < 0.65);
}

TEST_CASE("stage: a page is turned by key, and stays as long as any other") {
    Stage stage({1920, 1080}, with_themes(12), {8, minutes{10}});
    stage.draw(0);
    REQUIRE(stage.state.pages == 2);
    stage.page_turns = 1;
    stage.draw(4);
    CHECK(stage.state.page == 1);
    stage.draw(13); // nine seconds later
    CHECK(stage.state.page == 1);
    stage.draw(14.5);
    CHECK(stage.state.page == 0);
}

TEST_CASE("stage: the questions over the wall have one size, however long each is") {
    cafe::Session session = tests::sample_session();
    session.questions[0].text = "Et nous ?";
    Stage stage({1920, 1080}, session, {8, minutes{10}});
    stage.draw();
    const float line = stage.find("stage.question.1")->rect.h;
    for (const char* other : {"stage.question.2", "stage.question.3"}) {
        REQUIRE(stage.find(other));
        const float lines = stage.find(other)->rect.h / line;
        CHECK(lines >= 2);
        CHECK(std::abs(lines - std::round(lines)) < 0.02F);
    }
}
