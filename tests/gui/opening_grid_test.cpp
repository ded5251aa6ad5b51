// The grid of the opening exchange, in Animer and by itself, worked with the keyboard and the mouse without a screen.

#include "gui/opening_grid.hpp"

#include "compat/catch.hpp"
#include "gui/catalogue.hpp"
#include "gui/control_bench.hpp"

#include <algorithm>

using namespace ronde;
using cafe::Answer;
using gui::Key;

namespace {

/// The control window in Animer, while the opening step is on: six third places, two others, seven components.
struct Grid : tests::ControlBench {
    explicit Grid(float width = 1440, float height = 900) : ControlBench(width, height) {
        bench.window.words = tests::catalogue("fr");
        bench.now = tests::set_moment(bench.session, {1, std::chrono::minutes{12}});
        state.place = state.drawn = gui::Place::run;
        frame();
    }

    /// Characters as a keyboard makes them while nobody types: a key a frame.
    void keys(std::u32string_view characters) {
        for (const char32_t c : characters) {
            const bool digit = c >= U'0' && c <= U'9';
            press(gui::KeyPress{.character = c, .position = digit ? static_cast<int>(c - U'0') : -1});
        }
        frame(); // what the deeds changed is drawn
    }
    void focus() { click("opening.cell.1.1"); }

    [[nodiscard]] Answer answer(std::size_t place, std::size_t component) const {
        const auto* it = said(place, component);
        return it == nullptr ? Answer::none : it->answer;
    }
    [[nodiscard]] const cafe::OpeningAnswer* said(std::size_t place, std::size_t component) const {
        return cafe::answer_of(bench.session, bench.session.organisations[place].id,
                               bench.session.opening.components[component].id);
    }
    [[nodiscard]] std::string cursor() const {
        const gui::UiItem* grid = bench.window.find("opening.grid");
        return grid == nullptr ? "" : grid->value;
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return bench.window.find(id); }
};

} // namespace

TEST_CASE("opening grid: digits answer, and go on to the right and to the next place") {
    Grid grid;
    grid.focus();
    grid.keys(U"1231321");
    CHECK(grid.answer(0, 0) == Answer::essential);
    CHECK(grid.answer(0, 1) == Answer::depends);
    CHECK(grid.answer(0, 2) == Answer::not_essential);
    CHECK(grid.answer(0, 6) == Answer::essential);
    CHECK(grid.cursor() == "La Filature · indépendance et autonomie financière");
    grid.keys(U"2");
    CHECK(grid.answer(1, 0) == Answer::depends);
    grid.frame();
    CHECK(grid.find("opening.cell.2.1")->value == "depends");
    CHECK(grid.find("opening.count.1")->label == "1");
}

TEST_CASE("opening grid: digits go by their place on the keyboard, as AZERTY needs") {
    Grid grid;
    grid.focus();
    grid.press({.character = U'&', .position = 1});
    grid.press({.character = U'é', .position = 2});
    grid.press({.character = U'"', .position = 3});
    CHECK(grid.answer(0, 0) == Answer::essential);
    CHECK(grid.answer(0, 1) == Answer::depends);
    CHECK(grid.answer(0, 2) == Answer::not_essential);
    grid.press(Key::left);
    grid.press({.character = U'à', .position = 0});
    CHECK(grid.answer(0, 2) == Answer::none);
}

TEST_CASE("opening grid: the arrows move in the grid and not the morning, and stop at its edges") {
    Grid grid;
    grid.focus();
    grid.press(Key::right);
    grid.press(Key::down);
    CHECK(grid.cursor() == "La Filature · utilité sociale");
    grid.press(Key::left);
    grid.press(Key::left);
    grid.press(Key::up);
    grid.press(Key::up);
    CHECK(grid.cursor() == "Le Hangar bleu · indépendance et autonomie financière");
    grid.press(Key::end);
    grid.press(Key::right);
    CHECK(grid.cursor() == "Le Hangar bleu · dynamique collective");
    CHECK(grid.bench.deeds.empty());
}

TEST_CASE("opening grid: the clock's keys that do not clash still work, Page Down always") {
    Grid grid;
    grid.focus();
    grid.press(Key::space);
    CHECK(grid.bench.deeds_of<cafe::Pause>().size() == 1);
    grid.keys(U"+");
    CHECK(grid.bench.deeds_of<cafe::Adjust>().size() == 1);
    grid.press(Key::page_down);
    CHECK(grid.bench.deeds_of<cafe::Next>().size() == 1);
}

TEST_CASE("opening grid: away from the grid the arrows are the clicker's again") {
    Grid grid;
    grid.focus();
    grid.press(Key::escape);
    grid.press(Key::right);
    CHECK(grid.bench.deeds_of<cafe::Next>().size() == 1);
}

TEST_CASE("opening grid: with nothing in focus a digit or an arrow down takes the keyboard there") {
    Grid grid;
    grid.keys(U"1");
    CHECK(grid.answer(0, 0) == Answer::essential);
    CHECK(grid.state.focus.id == gui::opening_grid_id);
    Grid other;
    other.press(Key::down);
    CHECK(other.state.focus.id == gui::opening_grid_id);
    CHECK(other.bench.deeds.empty());
}

TEST_CASE("opening grid: zero and Backspace take the answer back, Ctrl and Z undoes") {
    Grid grid;
    grid.focus();
    grid.keys(U"13");
    grid.press(Key::left);
    grid.press(Key::backspace);
    CHECK(grid.answer(0, 1) == Answer::none);
    CHECK(grid.bench.session.opening_record.answers.size() == 1);
    grid.press({.character = U'z', .ctrl = true});
    CHECK(grid.answer(0, 1) == Answer::not_essential);
    grid.keys(U"0");
    CHECK(grid.answer(0, 1) == Answer::none);
    grid.press({.character = U'z', .ctrl = true});
    grid.press({.character = U'z', .ctrl = true});
    CHECK(grid.answer(0, 0) == Answer::essential);
    CHECK(grid.answer(0, 1) == Answer::none);
    grid.press({.character = U'y', .ctrl = true});
    CHECK(grid.answer(0, 1) == Answer::not_essential);
}

TEST_CASE("opening grid: in Préparer Ctrl and Z takes back answers while the grid has the keyboard") {
    Grid grid(1440, 1400);
    grid.state.prepare.section = gui::PrepareSection::opening;
    grid.state.place = gui::Place::prepare;
    grid.frame();
    grid.frame();
    grid.focus();
    grid.keys(U"12");
    CHECK(grid.answer(0, 1) == Answer::depends);
    grid.press({.character = U'z', .ctrl = true});
    CHECK(grid.answer(0, 1) == Answer::none);
    CHECK(grid.answer(0, 0) == Answer::essential);
}

TEST_CASE("opening grid: letters find a place by the beginning of any of its words, without accents") {
    Grid grid;
    grid.focus();
    grid.keys(U"ser");
    CHECK(grid.cursor().starts_with("La Serre commune"));
    grid.seconds += 5;
    grid.keys(U"L");
    CHECK(grid.cursor().starts_with("Le Vieux Lavoir"));
    grid.seconds += 5;
    grid.keys(U"pom");
    CHECK(grid.cursor().starts_with("Chez Pomone"));
    grid.seconds += 5;
    grid.keys(U"at");
    CHECK(grid.cursor().starts_with("L’Atelier du Tech"));
    grid.seconds += 5;
    grid.keys(U"q");
    CHECK(grid.cursor().starts_with("L’Atelier du Tech"));
    CHECK(grid.bench.deeds.empty()); // B is a place's letter here, and no black screen
    grid.seconds += 5;
    grid.keys(U"b");
    CHECK(grid.cursor().starts_with("Le Hangar bleu"));
    CHECK(grid.bench.deeds.empty());
}

TEST_CASE("opening grid: Enter takes the sentence why, which belongs to its cell and survives another answer") {
    Grid grid;
    grid.focus();
    grid.keys(U"2");
    grid.press(Key::left);
    grid.press(Key::enter);
    grid.type("Avec la commune, oui");
    CHECK(grid.said(0, 0)->why == "");
    grid.press(Key::enter);
    REQUIRE(grid.said(0, 0) != nullptr);
    CHECK(grid.said(0, 0)->why == "Avec la commune, oui");
    CHECK(grid.said(0, 0)->answer == Answer::depends);
    CHECK(grid.state.focus.id == gui::opening_grid_id);
    grid.frame();
    grid.keys(U"1");
    CHECK(grid.said(0, 0)->why == "Avec la commune, oui");
    CHECK(grid.said(0, 0)->answer == Answer::essential);
    CHECK(grid.said(0, 1) == nullptr);
}

TEST_CASE("opening grid: a sentence that is left by a click, by Esc or with the step is kept where it was typed") {
    Grid grid;
    grid.focus();
    grid.press(Key::enter);
    grid.type("d’abord");
    grid.click("opening.cell.3.2");
    grid.frame();
    REQUIRE(grid.said(0, 0) != nullptr);
    CHECK(grid.said(0, 0)->why == "d’abord");
    CHECK(grid.said(2, 1) == nullptr);
    grid.press(Key::enter);
    grid.type("ensuite");
    grid.press(Key::escape);
    REQUIRE(grid.said(2, 1) != nullptr);
    CHECK(grid.said(2, 1)->why == "ensuite");
    grid.press(Key::right);
    grid.press(Key::enter);
    grid.type("enfin");
    grid.press(Key::page_down);
    grid.frame();
    REQUIRE(grid.said(2, 2) != nullptr);
    CHECK(grid.said(2, 2)->why == "enfin");
}

TEST_CASE("opening grid: a click goes to a cell, and on its own cell gives the next answer") {
    Grid grid;
    grid.click("opening.cell.2.3");
    CHECK(grid.cursor() == "La Filature · ancrage territorial");
    CHECK(grid.bench.deeds.empty());
    grid.click("opening.cell.2.3");
    CHECK(grid.answer(1, 2) == Answer::essential);
    grid.click("opening.cell.2.3");
    CHECK(grid.answer(1, 2) == Answer::depends);
}

TEST_CASE("opening grid: third places are shown, the others on demand") {
    Grid grid;
    CHECK(grid.find("opening.place.6") != nullptr);
    CHECK(grid.find("opening.place.7") == nullptr);
    CHECK(grid.find("opening.to_hear")->value == "6");
    grid.click("opening.everybody");
    grid.frame();
    REQUIRE(grid.find("opening.place.8") != nullptr);
    CHECK(grid.find("opening.place.8")->label == "Fonds Tramontane");
}

TEST_CASE("opening grid: with thirty components the columns follow the cursor") {
    Grid grid;
    auto& components = grid.bench.session.opening.components;
    components.clear();
    for (int i = 1; i <= 30; ++i)
        components.push_back({.id = {"k" + std::to_string(i)}, .text = "Composante " + std::to_string(i)});
    grid.frame();
    CHECK(grid.find("opening.cell.1.1") != nullptr);
    CHECK(grid.find("opening.cell.1.30") == nullptr);
    grid.focus();
    grid.press(Key::end);
    grid.frame();
    CHECK(grid.find("opening.cell.1.1") == nullptr);
    REQUIRE(grid.find("opening.cell.1.30") != nullptr);
    grid.keys(U"1");
    CHECK(grid.answer(0, 29) == Answer::essential);
    grid.frame();
    CHECK(grid.find("opening.cell.2.1") != nullptr);
}

TEST_CASE("opening grid: a component that was taken out and a place that was merged leave the cursor somewhere sound") {
    Grid grid;
    grid.focus();
    grid.keys(U"1111111111111");
    auto opening = grid.bench.session.opening;
    opening.components.pop_back();
    opening.components.erase(opening.components.begin() + 5);
    REQUIRE_FALSE(grid.bench.dispatch().act(cafe::EditOpening{opening}));
    REQUIRE_FALSE(grid.bench.dispatch().act(cafe::MergeOrganisations{.from = {"o-2"}, .into = {"o-3"}}));
    grid.frame();
    CHECK(grid.cursor() == "Le Hangar bleu · indépendance et autonomie financière");
    CHECK(grid.find("opening.cell.2.1")->value == "essential"); // what o-2 said is o-3's now
    CHECK(grid.find("opening.cell.1.6") == nullptr);
    grid.keys(U"3");
    CHECK(grid.answer(0, 0) == Answer::not_essential);
}

TEST_CASE("opening grid: the views have buttons and keys, the furthest two only where places answer") {
    Grid grid;
    grid.click("run.opening.by_dissent");
    CHECK(grid.bench.session.stage.opening == cafe::OpeningView::by_dissent);
    grid.press({.key = Key::digit, .digit = 4, .alt = true});
    CHECK(grid.bench.session.stage.opening == cafe::OpeningView::furthest);
    grid.bench.session.opening.mode = cafe::OpeningMode::by_hands;
    grid.frame();
    CHECK(grid.find("run.opening.furthest") == nullptr);
    CHECK(grid.find("opening.grid") == nullptr);
}

TEST_CASE("opening grid: hands are numbers, Enter goes to the next, nonsense is not taken") {
    Grid grid;
    grid.bench.session.opening.mode = cafe::OpeningMode::by_hands;
    grid.frame();
    grid.click("opening.hands.1.essential");
    grid.type("12");
    grid.press(Key::enter);
    grid.frame();
    CHECK(grid.state.focus.id == "opening.hands.1.depends");
    grid.type("7");
    grid.press(Key::enter);
    grid.frame();
    grid.type("trois");
    grid.press(Key::enter);
    grid.frame();
    REQUIRE(grid.bench.session.opening_record.hands.size() == 1);
    CHECK(grid.bench.session.opening_record.hands[0] ==
          cafe::HandCount{.component = {"c-1"}, .essential = 12, .depends = 7, .not_essential = 0});
    CHECK(grid.state.focus.id == "opening.hands.2.essential");
}

TEST_CASE("opening grid: a café that is only read is looked at, and not answered") {
    Grid grid;
    grid.bench.snapshot.access = app::Access::held_elsewhere;
    grid.frame();
    grid.click("opening.cell.1.1");
    grid.keys(U"1");
    CHECK(grid.bench.deeds_of<cafe::AnswerOpening>().empty());
}

TEST_CASE("opening grid: a window too low for the miniature does without it") {
    for (const auto& [width, height] : {std::pair{800.0F, 560.0F}, {800.0F, 600.0F}, {640.0F, 400.0F}}) {
        Grid grid(width, height);
        INFO(width << "x" << height);
        CHECK(grid.find("run.pause") != nullptr);
        CHECK(grid.find("opening.grid") != nullptr);
        CHECK(grid.find("run.miniature") == nullptr);
    }
}

TEST_CASE("opening grid: clock, agenda and grid stand beside each other in every window") {
    for (const auto& [width, height] : {std::pair{1440.0F, 900.0F}, {1280.0F, 800.0F}, {1024.0F, 700.0F}}) {
        Grid grid(width, height);
        INFO(width << "x" << height);
        const gui::UiItem* clock = grid.find("run.timer");
        const gui::UiItem* table = grid.find("opening.grid");
        REQUIRE(clock != nullptr);
        REQUIRE(table != nullptr);
        CHECK(grid.find("run.pause") != nullptr);
        CHECK(grid.find("run.miniature") != nullptr);
        CHECK(clock->rect.bottom() <= table->rect.y);
        CHECK(table->rect.bottom() <= height);
        CHECK(table->rect.right() <= width);
        CHECK(table->rect.h > 100);
    }
}
