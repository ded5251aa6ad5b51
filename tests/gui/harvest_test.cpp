#include "gui/harvest.hpp"

#include "compat/catch.hpp"
#include "gui/panel_bench.hpp"

#include <algorithm>

using namespace ronde;
using gui::Key;

namespace {

/// Récolter alone, in its window.
struct Harvest : tests::PanelBench {
    gui::HarvestState state{};

    explicit Harvest(float width = 1440, float height = 850)
        : PanelBench(width, height, [this](gui::Ui& ui) {
              gui::draw_harvest(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        frame();
        frame(); // with the room that the scroll bar takes
    }

    void filter(std::string_view words) { fill("harvest.filter", words); }
    [[nodiscard]] const cafe::Idea& idea(const std::string& id) const {
        return *cafe::find(bench.session, cafe::IdeaId{id});
    }
    [[nodiscard]] const cafe::Stage& stage() const { return bench.session.stage; }

    /// The ideas that are shown, by id, in the order in which they are drawn.
    [[nodiscard]] std::vector<std::string> shown() {
        std::vector<std::string> ids;
        for (const gui::UiItem& item : bench.window.map.items())
            if (item.role == "idea") ids.push_back(item.id.substr(std::string("harvest.idea.").size()));
        return ids;
    }
};

} // namespace

TEST_CASE("harvest: every idea is there, under its question") {
    Harvest harvest;
    CHECK(harvest.shown().size() == harvest.bench.session.ideas.size());
    // Ideas of one question stand below one another, those of another beside them.
    for (const cafe::Idea& idea : harvest.bench.session.ideas) {
        const gui::UiItem* item = harvest.find("harvest.idea." + idea.id.value);
        REQUIRE(item);
        CHECK(item->label == idea.text);
        CHECK(item->value == (idea.starred ? "starred" : ""));
        for (const cafe::Idea& other : harvest.bench.session.ideas)
            CHECK((harvest.find("harvest.idea." + other.id.value)->rect.x == item->rect.x) ==
                  (other.question == idea.question));
    }
}

TEST_CASE("harvest: an idea is starred by a click or by S, and the star is taken back the same way") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.idea("i-2").starred);
    harvest.click("harvest.idea.i-2.star");
    CHECK(harvest.idea("i-2").starred);
    CHECK(harvest.find("harvest.idea.i-2.star")->value == "on");
    harvest.click("harvest.idea.i-2.star");
    CHECK_FALSE(harvest.idea("i-2").starred);

    harvest.bench.window.focus.id = "harvest.idea.i-3";
    harvest.frame();
    harvest.press(U's');
    CHECK(harvest.idea("i-3").starred);
    harvest.press(U'S');
    CHECK_FALSE(harvest.idea("i-3").starred);
    CHECK(harvest.stage().projection == cafe::Projection::none); // starring projects nothing
}

TEST_CASE("harvest: the starred ones alone, by the chip or by E") {
    Harvest harvest;
    harvest.click("harvest.starred");
    CHECK(harvest.shown() == std::vector<std::string>{"i-1", "i-8", "i-15"});
    harvest.press(U'e');
    CHECK(harvest.shown().size() == 20);
}

TEST_CASE("harvest: one kind alone") {
    Harvest harvest;
    harvest.click("harvest.kind.action");
    auto shown = harvest.shown();
    CHECK(shown.size() == 3);
    for (const std::string& id : shown) CHECK(harvest.idea(id).kind == cafe::IdeaKind::action);
    harvest.click("harvest.kind.quote");
    for (const std::string& id : harvest.shown()) CHECK(harvest.idea(id).kind == cafe::IdeaKind::quote);
    harvest.click("harvest.kind.all");
    CHECK(harvest.shown().size() == 20);
}

TEST_CASE("harvest: the filter leaves accents and case aside, and wants every word") {
    Harvest harvest;
    harvest.filter("OEUVRE");
    CHECK(harvest.shown() == std::vector<std::string>{"i-17"});
    harvest.state.wish.words = "sante hopital";
    harvest.frame();
    CHECK(harvest.shown() == std::vector<std::string>{"i-20"});
    harvest.state.wish.words = "santé mairie";
    harvest.frame();
    CHECK(harvest.shown().empty());
    CHECK(harvest.find("harvest.none_fits"));
    CHECK_FALSE(harvest.find("harvest.wall")->enabled);
    CHECK_FALSE(harvest.find("harvest.next")->enabled);
    harvest.state.wish.words = "   ";
    harvest.frame();
    CHECK(harvest.shown().size() == 20);
}

TEST_CASE("harvest: letters typed into the filter are no commands") {
    Harvest harvest;
    harvest.filter("menos");
    CHECK(harvest.state.wish.words == "menos");
    CHECK(harvest.bench.deeds.empty());
    CHECK_FALSE(harvest.state.wish.starred_only);
}

TEST_CASE("harvest: what is noted or starred meanwhile joins what the filter shows") {
    Harvest harvest;
    harvest.click("harvest.starred");
    REQUIRE_FALSE(harvest.bench.dispatch().act(cafe::StarIdea{{"i-4"}, cafe::Star::on}));
    harvest.frame();
    CHECK(std::ranges::count(harvest.shown(), "i-4") == 1);
    harvest.press(U'e');
    REQUIRE_FALSE(harvest.bench.dispatch().act(cafe::CaptureIdea{.id = {"i-new"}, .text = "neuve", .table = {"t-1"}}));
    harvest.frame();
    CHECK(std::ranges::count(harvest.shown(), "i-new") == 1);
}

TEST_CASE("harvest: one idea is projected by its screen, Enter or P, and taken off again") {
    Harvest harvest;
    harvest.click("harvest.idea.i-5.project");
    CHECK(harvest.stage().projection == cafe::Projection::idea);
    CHECK(harvest.stage().idea == cafe::IdeaId{"i-5"});
    harvest.click("harvest.idea.i-5.project");
    CHECK(harvest.stage().projection == cafe::Projection::none);

    harvest.click("harvest.idea.i-4"); // chooses it
    CHECK(harvest.stage().projection == cafe::Projection::none);
    harvest.press(gui::KeyPress{.key = Key::enter});
    CHECK(harvest.stage().idea == cafe::IdeaId{"i-4"});
    harvest.press(U'p');
    CHECK(harvest.stage().projection == cafe::Projection::none);
    harvest.press(U'p');
    CHECK(harvest.stage().idea == cafe::IdeaId{"i-4"});
    harvest.press(U'o');
    CHECK(harvest.stage().projection == cafe::Projection::none);
    CHECK_FALSE(harvest.find("harvest.off"));
}

TEST_CASE("harvest: the next idea goes through those that are shown, and begins again after the last") {
    Harvest harvest;
    harvest.click("harvest.starred"); // i-1, i-8, i-15
    std::vector<std::string> projected;
    for (int i = 0; i < 4; ++i) {
        harvest.press(U'i');
        projected.push_back(harvest.stage().idea.value);
    }
    CHECK(projected == std::vector<std::string>{"i-1", "i-8", "i-15", "i-1"});
    harvest.click("harvest.next");
    CHECK(harvest.stage().idea == cafe::IdeaId{"i-8"});
    harvest.click("harvest.off");
    CHECK(harvest.stage().projection == cafe::Projection::none);
}

TEST_CASE("harvest: the wall is projected and taken off by its button or by M") {
    Harvest harvest;
    harvest.click("harvest.wall");
    CHECK(harvest.stage().projection == cafe::Projection::wall);
    CHECK(harvest.find("harvest.wall")->label == "Retirer le mur");
    harvest.click("harvest.wall");
    CHECK(harvest.stage().projection == cafe::Projection::none);
    harvest.press(U'M');
    CHECK(harvest.stage().projection == cafe::Projection::wall);
    harvest.press(U'm');
    CHECK(harvest.stage().projection == cafe::Projection::none);
}

TEST_CASE("harvest: a café that may not be changed is read, neither starred nor projected") {
    Harvest harvest;
    harvest.bench.snapshot.access = app::Access::held_elsewhere;
    harvest.frame();
    CHECK(harvest.shown().size() == 20);
    CHECK_FALSE(harvest.find("harvest.idea.i-2.star"));
    CHECK_FALSE(harvest.find("harvest.wall")->enabled);
    for (const char32_t key : U"minospetv") harvest.press(key);
    harvest.click("harvest.idea.i-2");
    CHECK(harvest.bench.deeds.empty());
}

TEST_CASE("harvest: without ideas, and without a café, it says what to do") {
    Harvest harvest;
    harvest.bench.session.ideas = {};
    ++harvest.bench.session.seq;
    harvest.frame();
    CHECK(harvest.find("harvest.empty"));
    CHECK_FALSE(harvest.find("harvest.wall")->enabled);

    gui::View view = harvest.bench.view();
    harvest.bench.snapshot.session = nullptr;
    harvest.bench.window.frame([&](gui::Ui& ui) {
        gui::begin_frame(ui);
        gui::draw_harvest(ui, harvest.bench.window.rect(), view, harvest.state, harvest.bench.dispatch());
        gui::end_frame(ui);
    });
    CHECK(harvest.find("harvest.nothing_open"));
}

TEST_CASE("harvest: an idea of a table without a question is there too") {
    Harvest harvest;
    auto tables = harvest.bench.session.tables;
    tables.push_back({.id = {"t-bar"}});
    REQUIRE_FALSE(harvest.bench.dispatch().act(cafe::SetTables{tables}));
    REQUIRE_FALSE(
        harvest.bench.dispatch().act(cafe::CaptureIdea{.id = {"i-bar"}, .text = "au bar", .table = {"t-bar"}}));
    harvest.frame();
    CHECK(std::ranges::count(harvest.shown(), "i-bar") == 1);
}

TEST_CASE("harvest: no id stands twice and nothing to press is outside, from wide to narrow") {
    for (const float width : {1920.0F, 1280.0F, 1000.0F, 800.0F}) {
        INFO(width);
        Harvest harvest(width, 700);
        harvest.click("harvest.idea.i-1");
        std::vector<std::string> ids;
        for (const gui::UiItem& item : harvest.bench.window.map.items()) {
            ids.push_back(item.id);
            INFO(item.id);
            CHECK(item.rect.x >= 0);
            CHECK(item.rect.right() <= width);
        }
        std::ranges::sort(ids);
        CHECK(std::ranges::adjacent_find(ids) == ids.end());
    }
}

TEST_CASE(
    "harvest: three questions stand side by side at 1280, and where one does not fit it goes under the shortest") {
    const auto column = [](Harvest& harvest, const std::string& question) {
        gui::Rect all{1e6F, 1e6F, 0, 0};
        for (const cafe::Idea& idea : harvest.bench.session.ideas) {
            const gui::UiItem* item = harvest.find("harvest.idea." + idea.id.value);
            if (idea.question.value != question || item == nullptr) continue;
            all.x = std::min(all.x, item->rect.x);
            all.y = std::min(all.y, item->rect.y);
            all.h = std::max(all.h, item->rect.bottom());
        }
        all.h -= all.y;
        return all;
    };
    Harvest wide(1280, 744);
    CHECK(column(wide, "q-1").x < column(wide, "q-2").x);
    CHECK(column(wide, "q-2").x < column(wide, "q-3").x);
    CHECK(column(wide, "q-1").y == column(wide, "q-3").y);

    Harvest narrow(1024, 2400); // so high that every card is drawn
    const gui::Rect first = column(narrow, "q-1");
    const gui::Rect second = column(narrow, "q-2");
    const gui::Rect third = column(narrow, "q-3");
    REQUIRE(first.bottom() != second.bottom());
    const gui::Rect& shortest = first.bottom() < second.bottom() ? first : second;
    CHECK(third.x == shortest.x);
    CHECK(third.y > shortest.bottom());
    CHECK(third.y < shortest.bottom() + 200); // its heading is between them
}

TEST_CASE("harvest: a narrow window keeps the title, and says whole that too many votes are given") {
    Harvest harvest(1024, 644);
    cafe::Theme theme{.id = {"h-1"}, .title = "Partager les murs et les outils de tous les jours", .votes = 400};
    harvest.bench.session.harvest.themes = {theme};
    harvest.frame();
    harvest.frame();
    CHECK(harvest.find("harvest.title"));
    const gui::UiItem* votes = harvest.find("harvest.votes_given");
    REQUIRE(votes);
    CHECK(votes->value == "over");
    CHECK(votes->rect.right() <= 1024);
    CHECK(votes->rect.w > 0);
    // Under the numbers rather than beside them, and the theme's row is as high as its two lines want.
    CHECK(votes->rect.y >= harvest.find("harvest.dots.plus")->rect.bottom() - 8);
    CHECK(harvest.find("harvest.theme.h-1")->rect.h > 70);
}

TEST_CASE("harvest: what takes the themes off the screen says so") {
    Harvest harvest;
    harvest.bench.session.harvest.themes = {{.id = {"h-1"}, .title = "Murs"}};
    harvest.press(U'm');
    CHECK(harvest.find("harvest.wall")->label == "Retirer les thèmes");
}
