// The stage in every scene, shape and load: nothing overlaps, nothing is cut, nothing is too small to be read.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/some_font.hpp"
#include "gui/stage_bench.hpp"
#include "support/sample_session.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace ronde;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::fault_of;
using tests::seen_on_all_pages;
using tests::Size;
using tests::sizes;
using tests::Stage;

namespace {

enum class Length { brief, usual, lengthy };

std::string text_of(Length length, std::size_t i) {
    switch (length) {
    case Length::brief: return "Et demain ?";
    case Length::usual: return "Comment réussir à ancrer le tiers-lieu dans son écosystème ? " + std::to_string(i);
    case Length::lengthy: break;
    }
    std::string text = "Question " + std::to_string(i) + " :";
    while (text.size() < 420) text += " en quoi nos lieux s’inscrivent-ils dans les missions des services publics,";
    return text;
}

/// A café with so many questions and groups, as many tables as groups need, three rounds.
cafe::Session cafe_with(std::size_t questions, std::size_t groups, Length length) {
    using tests::sample::numbered;
    cafe::Session session = tests::sample_session();
    session.questions.clear();
    session.tables.clear();
    session.groups.clear();
    session.seating.rounds.clear();
    for (std::size_t q = 0; q < questions; ++q)
        session.questions.push_back({.id = {numbered("q-", q + 1)}, .text = text_of(length, q + 1)});
    const std::size_t each = (groups + questions - 1) / questions;
    for (std::size_t t = 0; t < each * questions; ++t)
        session.tables.push_back({.id = {numbered("t-", t + 1)}, .question = {numbered("q-", t / each + 1)}});
    for (std::size_t g = 0; g < groups; ++g)
        session.groups.push_back({.id = {numbered("g-", g + 1)},
                                  .name = length == Length::lengthy ? numbered("Chèvrefeuilles du Canigó ", g + 1)
                                                                    : numbered("Cyprès ", g + 1),
                                  .count = 5});
    for (std::size_t round = 0; round < 3; ++round) {
        auto& placements = session.seating.rounds.emplace_back();
        for (std::size_t g = 0; g < groups; ++g)
            placements.push_back({session.groups[g].id, session.tables[(g + round * each) % session.tables.size()].id});
    }
    cafe::Ideas ideas;
    for (std::size_t i = 0; i < 40; ++i)
        ideas.insert(i, {.id = {numbered("i-", i + 1)},
                         .text = text_of(i % 9 == 0 ? Length::lengthy : Length::brief, i),
                         .table = session.tables[i % session.tables.size()].id,
                         .question = session.tables[i % session.tables.size()].question,
                         .group = session.groups[i % groups].id,
                         .round = 1,
                         .starred = i % 5 == 0});
    session.ideas = ideas;
    return session;
}

struct Moment {
    const char* name;
    std::size_t step;
    base::Duration left;
    cafe::ClockState state = cafe::ClockState::running;
};

const std::array moments{Moment{"welcome", 0, minutes{7}},
                         Moment{"opening", 1, minutes{12}},
                         Moment{"briefing", 2, minutes{3}},
                         Moment{"round", 5, seconds{744}},
                         Moment{"last minute", 5, seconds{48}},
                         Moment{"over time", 5, -seconds{754}},
                         Moment{"paused", 5, seconds{744}, cafe::ClockState::paused},
                         Moment{"travel", 4, seconds{90}},
                         Moment{"travel over time", 4, -seconds{12}},
                         Moment{"harvest", 8, minutes{20}},
                         Moment{"closing", 9, minutes{10}},
                         Moment{"follow-up", 10, minutes{10}},
                         Moment{"finished", 10, minutes{0}, cafe::ClockState::finished},
                         Moment{"idle", 0, minutes{0}, cafe::ClockState::idle}};

} // namespace

TEST_CASE("stage: in every scene and picture nothing overlaps, leaves the picture or is too small") {
    for (const Size size : sizes)
        for (const Moment& moment : moments) {
            Stage stage(size, tests::sample_session(), {moment.step, moment.left, moment.state, {}});
            INFO(size.width << "x" << size.height << ", " << moment.name);
            seen_on_all_pages(stage);
        }
}

TEST_CASE("stage: from one to eight questions and two to twenty-four groups, every one is shown on some page") {
    struct Load {
        std::size_t questions;
        std::size_t groups;
    };
    for (const Size size : sizes)
        for (const Load load : {Load{1, 2}, Load{2, 24}, Load{3, 3}, Load{3, 24}, Load{5, 10}, Load{8, 8}, Load{8, 24}})
            for (const Length length : {Length::brief, Length::usual, Length::lengthy}) {
                INFO(size.width << "x" << size.height << ", " << load.questions << " questions, " << load.groups
                                << " groups, length " << static_cast<int>(length));
                Stage stage(size, cafe_with(load.questions, load.groups, length), {5, seconds{744}});
                const std::set<std::string> round = seen_on_all_pages(stage);
                for (std::size_t q = 1; q <= load.questions; ++q)
                    CHECK(round.contains("stage.question." + std::to_string(q)));
                for (std::size_t g = 1; g <= load.groups; ++g)
                    CHECK(round.contains("stage.group." + std::to_string(g)));
                stage.set({4, seconds{90}});
                const std::set<std::string> travel = seen_on_all_pages(stage);
                for (std::size_t g = 1; g <= load.groups; ++g)
                    CHECK(travel.contains("stage.group." + std::to_string(g)));
            }
}

TEST_CASE("stage: the wall shows every idea, and one idea is shown whole") {
    for (const Size size : sizes)
        for (const std::size_t questions : {std::size_t{1}, std::size_t{3}, std::size_t{8}}) {
            INFO(size.width << "x" << size.height << ", " << questions << " questions");
            Stage stage(size, cafe_with(questions, 8, Length::usual), {8, minutes{20}});
            const std::set<std::string> wall = seen_on_all_pages(stage);
            for (const cafe::Idea& idea : stage.session.ideas) CHECK(wall.contains("stage.idea." + idea.id.value));
            stage.session.stage.projection = cafe::Projection::idea;
            stage.session.stage.idea = stage.session.ideas.front().id;
            const std::set<std::string> one = seen_on_all_pages(stage);
            CHECK(one.contains("stage.idea.i-1"));
            CHECK_FALSE(one.contains("stage.idea.i-2"));
        }
}

TEST_CASE("stage: the digits keep thirteen hundredths of the height wherever the clock is the main thing") {
    for (const Size size : sizes)
        for (const base::Duration left : {base::Duration{seconds{744}}, base::Duration{-seconds{754}}}) {
            Stage stage(size, tests::sample_session(), {5, left});
            stage.draw();
            const gui::UiItem* timer = stage.find("stage.timer");
            REQUIRE(timer != nullptr);
            INFO(size.width << "x" << size.height << ' ' << timer->label);
            CHECK(timer->rect.h >= 0.8F * 0.13F * size.height);
        }
}

TEST_CASE("stage: nothing jumps when the clock goes from one state to the next") {
    Stage stage({1920, 1080}, tests::sample_session(), {5, seconds{744}});
    stage.draw();
    const std::vector<gui::UiItem> before = stage.items();
    for (const tests::SampleMoment moment : {tests::SampleMoment{5, seconds{48}}, tests::SampleMoment{5, -seconds{35}},
                                             tests::SampleMoment{5, seconds{744}, cafe::ClockState::paused}}) {
        stage.set(moment);
        stage.draw();
        for (const gui::UiItem& item : before) {
            const gui::UiItem* now = stage.find(item.id);
            REQUIRE(now != nullptr);
            INFO(item.id);
            CHECK(now->rect.y == item.rect.y);
            CHECK(now->rect.h == item.rect.h);
            if (!item.id.starts_with("stage.timer")) CHECK(now->rect == item.rect);
        }
    }
}

TEST_CASE("stage: an alarm has its own words, and over time counts up with a plus") {
    Stage stage({1920, 1080}, tests::sample_session(), {5, seconds{48}});
    stage.draw();
    CHECK(stage.find("stage.timer")->label == "0:48");
    CHECK(stage.find("stage.timer.words")->label == "dernière minute");
    stage.set({5, -seconds{35}});
    stage.draw();
    CHECK(stage.find("stage.timer")->label == "+0:35");
    CHECK(stage.find("stage.timer.words")->label == "temps dépassé");
    stage.set({5, seconds{744}, cafe::ClockState::paused});
    stage.draw();
    CHECK(stage.find("stage.timer")->label == "12:24");
    CHECK(stage.find("stage.timer.words")->label == "pause");
}

TEST_CASE("stage: black covers a message, a message covers the step, and each is alone") {
    Stage stage({1024, 768}, tests::sample_session(), {5, seconds{744}});
    stage.session.stage.message = "On se retrouve au jardin.";
    stage.draw();
    CHECK(stage.find("stage.message")->label == "On se retrouve au jardin.");
    CHECK(stage.find("stage.timer") == nullptr);
    stage.session.stage.screen = cafe::Screen::black;
    stage.draw();
    CHECK(stage.items().size() == 1);
    CHECK(stage.find("stage.scene")->value == "");
    CHECK(stage.find("stage.scene")->label == "black");
}

TEST_CASE("stage: a message of the greatest length fits every picture") {
    std::string message;
    for (int i = 0; i < 40; ++i) message += "allez-y";
    for (const Size size : sizes) {
        Stage stage(size, tests::sample_session(), {5, seconds{744}});
        stage.session.stage.message = message;
        stage.draw();
        INFO(size.width << "x" << size.height);
        CHECK(fault_of(stage) == "");
    }
}

TEST_CASE("stage: a new step eases in and then rests; without motion it is simply there") {
    Stage stage({1920, 1080}, tests::sample_session(), {5, seconds{744}});
    stage.set_motion(app::Motion::eased);
    CHECK(std::isinf(stage.draw(10)));
    stage.session.stage.message = "Bonjour";
    CHECK(stage.draw(11) == 0);
    CHECK(stage.draw(11.1) == 0);
    CHECK(std::isinf(stage.draw(11.3)));
    stage.set_motion(app::Motion::none);
    stage.session.stage.message = "Bonsoir";
    CHECK(std::isinf(stage.draw(12)));
}

TEST_CASE("stage: a round is drawn with few vertices") {
    Stage stage({1920, 1080}, tests::sample_session(), {5, seconds{744}});
    stage.draw();
    stage.draw();
    CHECK(stage.vertices() < 12000);
}

TEST_CASE("stage: the miniature draws every letter and line of the stage") {
    const std::vector<gui::FaceSource> faces(gui::face_count, tests::some_font());
    for (const Moment& moment : moments) {
        INFO(moment.name);
        const tests::SampleMoment at{moment.step, moment.left, moment.state, {}};
        Stage stage({800, 400}, tests::sample_session(), at, faces);
        Stage small({1280, 800}, tests::sample_session(), at, faces);
        for (int frame = 0; frame < 2; ++frame) { // the first only asks for its letters
            stage.draw();
            small.draw_miniature({900, 580, 320, 160});
        }
        CHECK(small.vertices() == stage.vertices());
    }
}

TEST_CASE("stage: the strip leaves out the ways between rounds, and says what is done, present and to come") {
    Stage stage({3840, 2160}, tests::sample_session(), {5, seconds{744}});
    stage.draw();
    CHECK(stage.find("stage.agenda.1")->value == "done");
    CHECK(stage.find("stage.agenda.5") == nullptr);
    CHECK(stage.find("stage.agenda.6")->value == "present");
    CHECK(stage.find("stage.agenda.8")->value == "to_come");
    stage.set({4, seconds{90}}); // on the way to the second round
    stage.draw();
    CHECK(stage.find("stage.agenda.4")->value == "done");
    CHECK(stage.find("stage.agenda.6")->value == "present");
    Stage narrow({800, 600}, tests::sample_session(), {5, seconds{744}});
    narrow.draw();
    CHECK(narrow.find("stage.agenda.6")->value == "present");
    CHECK(narrow.find("stage.agenda.1") == nullptr);
}

TEST_CASE("stage: every commitment, the next date and everyone to meet are shown on some page, whole") {
    const auto follow_up = [](std::size_t commitments, Length length, bool next) {
        cafe::Session session = tests::sample_session();
        for (std::size_t i = 0; i < commitments; ++i)
            session.follow_up.commitments.push_back({.id = {tests::sample::numbered("e-", i + 1)},
                                                     .what = text_of(length, i),
                                                     .who = "Quitterie Roig",
                                                     .with_whom = "L’Atelier du Tech, Marcel·la Ferrer",
                                                     .by_when = i % 2 == 0 ? "2023-09-30" : ""});
        if (next)
            session.follow_up.next = {.title = "Deuxième petit déjeuner",
                                      .place = "La Cabane du Ravin, à Prades",
                                      .at = tests::sample_start() + std::chrono::days{100}};
        for (std::size_t i = 1; i + 6 <= session.participants.size(); ++i)
            session.follow_up.introductions.push_back(
                {{tests::sample::numbered("p-", i)},
                 {tests::sample::numbered("p-", i + 1)},
                 i % 2 == 0 ? cafe::IntroductionReason::theme : cafe::IntroductionReason::complementarity,
                 "Une cuisine partagée, aux normes"});
        return session;
    };
    for (const Size size : sizes)
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{3}, std::size_t{14}})
            for (const Length length : {Length::brief, Length::usual, Length::lengthy})
                for (const bool next : {false, true}) {
                    INFO(size.width << "x" << size.height << ", " << count << " commitments, length "
                                    << static_cast<int>(length) << ", next " << next);
                    Stage stage(size, follow_up(count, length, next), {10, minutes{10}});
                    const std::set<std::string> seen = seen_on_all_pages(stage);
                    CHECK(seen.contains("stage.next.day") == next);
                    for (std::size_t i = 1; i <= count; ++i)
                        CHECK(seen.contains("stage.commitment." + std::to_string(i)));
                    stage.session.stage.follow_up = cafe::FollowUpView::introductions;
                    const std::set<std::string> met = seen_on_all_pages(stage);
                    for (int group = 1; group <= 6; ++group)
                        for (int person = 1; person <= 3; ++person)
                            CHECK(met.contains("stage.meet." + std::to_string(group) + "." + std::to_string(person)));
                }
}
