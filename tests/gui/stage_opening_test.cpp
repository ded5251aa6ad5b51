// The opening exchange on the stage, in every shape and load: nothing overlaps, nothing is cut, every component is
// shown on some page, and nobody is named who should not be.

#include "gui/stage.hpp"

#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"
#include "gui/catalogue.hpp"
#include "gui/stage_faults.hpp"

#include <set>
#include <string>

using namespace ronde;
using cafe::Answer;
using cafe::OpeningView;

namespace {

constexpr std::array views{OpeningView::live, OpeningView::by_agreement, OpeningView::by_dissent,
                           OpeningView::furthest};

/// A stage over the opening step of a café with so many places and components, all of which have answered.
struct Stage {
    tests::CafeBench bench;
    gui::StageState state{};

    Stage(float width, float height, std::size_t places, std::size_t components) : bench(width, height) {
        bench.window.words = tests::catalogue("fr");
        bench.snapshot.preferences.motion = app::Motion::none;
        bench.now = tests::set_moment(bench.session, {1, std::chrono::minutes{12}});
        cafe::Session& session = bench.session;
        session.organisations.clear();
        session.opening.components.clear();
        for (std::size_t p = 0; p < places; ++p)
            session.organisations.push_back({.id = {"o" + std::to_string(p)},
                                             .name = "Tiers-lieu " + std::to_string(p + 1) + " de la vallée",
                                             .kind = cafe::OrganisationKind::third_place});
        for (std::size_t c = 0; c < components; ++c) {
            std::string text = "Composante " + std::to_string(c + 1);
            if (c % 4 == 2) text += ", indépendance et autonomie financière comprises";
            session.opening.components.push_back({.id = {"k" + std::to_string(c)}, .text = text});
            session.opening_record.hands.push_back({.component = {"k" + std::to_string(c)},
                                                    .essential = static_cast<int>(3 + c * 7 % 31),
                                                    .depends = static_cast<int>(c % 5),
                                                    .not_essential = 6});
            for (std::size_t p = 0; p < places; ++p)
                session.opening_record.answers.push_back({.organisation = {"o" + std::to_string(p)},
                                                          .component = {"k" + std::to_string(c)},
                                                          .answer = static_cast<Answer>(1 + (p * 5 + c * p) % 3)});
        }
    }

    double draw(double at = 0) {
        double again = 0;
        bench.window.frame([&](gui::Ui& ui) {
            gui::View view = bench.view();
            view.seconds = at;
            again = gui::draw_stage(ui.canvas, bench.window.rect(), view, state);
        });
        return again;
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return bench.window.find(id); }

    /// Everything that is seen on any page; checks each page on the way.
    std::set<std::string> all_pages() {
        std::set<std::string> ids;
        double at = 0;
        draw(at);
        for (std::size_t page = 0, pages = state.pages; page < pages; ++page) {
            const double again = draw(at);
            INFO("page " << page + 1 << " of " << pages);
            CHECK(tests::fault_of(bench.window.map.items(), bench.window.rect(), state) == "");
            for (const gui::UiItem& item : bench.window.map.items()) ids.insert(item.id);
            at += again + 0.01;
        }
        return ids;
    }

    /// The components of the page that is shown, from top to bottom.
    [[nodiscard]] std::vector<std::string> order() const {
        std::vector<std::pair<float, std::string>> rows;
        for (const gui::UiItem& item : bench.window.map.items())
            if (item.id.starts_with("stage.component.") && item.id.ends_with(".cells"))
                rows.emplace_back(item.rect.y, item.label);
        std::ranges::sort(rows);
        std::vector<std::string> labels;
        for (auto& [y, label] : rows) labels.push_back(label);
        return labels;
    }
};

} // namespace

TEST_CASE("stage: the opening exchange holds in every picture, with few and with thirty components") {
    struct Load {
        std::size_t places;
        std::size_t components;
    };
    for (const auto& [width, height] : tests::stage_sizes)
        for (const Load load : {Load{11, 7}, Load{2, 1}, Load{40, 30}, Load{150, 12}})
            for (const OpeningView view : views)
                for (const auto mode : {cafe::OpeningMode::by_place, cafe::OpeningMode::by_hands}) {
                    Stage stage(width, height, load.places, load.components);
                    stage.bench.session.stage.opening = view;
                    stage.bench.session.opening.mode = mode;
                    INFO(width << "x" << height << ", " << load.places << " places, " << load.components
                               << " components, " << base::name_of(view) << ", " << base::name_of(mode));
                    const std::set<std::string> seen = stage.all_pages();
                    if (view == OpeningView::furthest && mode == cafe::OpeningMode::by_place) continue;
                    for (std::size_t c = 1; c <= load.components; ++c)
                        CHECK(seen.contains("stage.component." + std::to_string(c)));
                }
}

TEST_CASE("stage: an answer is seen at once, in its row's cells and in its count") {
    Stage stage(1920, 1080, 11, 7);
    stage.bench.session.opening_record = {};
    stage.draw();
    CHECK(stage.find("stage.component.2.cells")->value == "0/0/0");
    REQUIRE_FALSE(stage.bench.dispatch().act(
        cafe::AnswerOpening{{.organisation = {"o4"}, .component = {"k1"}, .answer = Answer::essential}}));
    stage.draw();
    CHECK(stage.find("stage.component.2.cells")->value == "1/0/0");
    CHECK(stage.find("stage.component.2.count")->label == "1");
    REQUIRE(stage.find("stage.opening.note") != nullptr);
    CHECK(stage.find("stage.opening.note")->label == "Tiers-lieu 5 de la vallée");
}

TEST_CASE("stage: rows stand by agreement, by dissent, or as they are") {
    Stage stage(1920, 1080, 4, 3);
    auto& record = stage.bench.session.opening_record;
    record.answers.clear();
    const auto say = [&](const char* component, const std::array<Answer, 4>& answers) {
        for (std::size_t p = 0; p < answers.size(); ++p)
            record.answers.push_back(
                {.organisation = {"o" + std::to_string(p)}, .component = {component}, .answer = answers[p]});
    };
    say("k0", {Answer::essential, Answer::depends, Answer::depends, Answer::essential});
    say("k1", {Answer::essential, Answer::not_essential, Answer::not_essential, Answer::essential});
    say("k2", {Answer::essential, Answer::essential, Answer::essential, Answer::essential});
    auto& session = stage.bench.session;
    for (auto& component : session.opening.components) component.text = component.id.value;
    stage.draw();
    CHECK(stage.order() == std::vector<std::string>{"k0", "k1", "k2"});
    session.stage.opening = OpeningView::by_agreement;
    stage.draw();
    CHECK(stage.order() == std::vector<std::string>{"k2", "k0", "k1"});
    session.stage.opening = OpeningView::by_dissent;
    stage.draw();
    CHECK(stage.order() == std::vector<std::string>{"k1", "k0", "k2"});
}

TEST_CASE("stage: the two places that differ most are named, unless the exchange is anonymous") {
    Stage stage(1920, 1080, 11, 7);
    auto& session = stage.bench.session;
    session.stage.opening = OpeningView::furthest;
    stage.draw();
    REQUIRE(stage.find("stage.opening.place.1") != nullptr);
    CHECK(stage.find("stage.opening.place.1")->label.starts_with("Tiers-lieu"));
    CHECK(stage.find("stage.opening.place.1")->label != stage.find("stage.opening.place.2")->label);

    session.opening.naming = cafe::Naming::anonymous;
    for (const OpeningView view : views) {
        session.stage.opening = view;
        stage.draw();
        for (const gui::UiItem& item : stage.bench.window.map.items())
            CHECK(item.label.find("de la vallée") == std::string::npos);
    }
}

TEST_CASE("stage: while nobody differs the room is asked for more answers") {
    Stage stage(1920, 1080, 11, 7);
    stage.bench.session.stage.opening = OpeningView::furthest;
    stage.bench.session.opening_record = {};
    stage.draw();
    CHECK(stage.find("stage.opening.place.1") == nullptr);
    CHECK(stage.find("stage.instruction") != nullptr);
}

TEST_CASE("stage: hands have no names, so the furthest of them are where the room differs") {
    Stage stage(1920, 1080, 11, 7);
    stage.bench.session.opening.mode = cafe::OpeningMode::by_hands;
    stage.bench.session.stage.opening = OpeningView::furthest;
    stage.draw();
    const auto furthest = stage.order();
    stage.bench.session.stage.opening = OpeningView::by_dissent;
    stage.draw();
    CHECK(stage.order() == furthest);
    CHECK(furthest.size() == 7);
}
