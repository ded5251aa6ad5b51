// Récolter's themes: sorting by keys and by mouse, votes, suggestions, and the order of the plenary.

#include "gui/harvest.hpp"

#include "compat/catch.hpp"
#include "gui/panel_bench.hpp"

#include <algorithm>

using namespace ronde;
using gui::Key;

namespace {

struct Sorting : tests::PanelBench {
    gui::HarvestState state{};

    Sorting()
        : PanelBench(1440, 850, [this](gui::Ui& ui) {
              gui::draw_harvest(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        frame();
    }

    /// Lets the mouse carry one thing to another.
    void drag(std::string_view from, std::string_view to) {
        bench.window.move_to(from);
        frame();
        bench.window.button_down();
        frame();
        bench.window.move_to(to);
        frame();
        frame();
        bench.window.button_up();
        frame();
        frame();
    }
    /// Sorts what is selected by T and some letters.
    void sort(std::string_view letters) {
        press(U't');
        type(letters);
        press(Key::enter);
        frame();
    }
    void make(const std::string& id, const std::string& title, std::vector<cafe::IdeaId> ideas = {}) {
        REQUIRE_FALSE(bench.dispatch().act(cafe::PutThemes{{{.id = {id}, .title = title, .ideas = std::move(ideas)}}}));
        frame();
    }
    [[nodiscard]] const std::vector<cafe::Theme>& themes() const { return bench.session.harvest.themes; }
    [[nodiscard]] std::vector<std::string> ideas_in(std::size_t theme) const {
        std::vector<std::string> ids;
        for (const cafe::IdeaId& id : themes().at(theme).ideas) ids.push_back(id.value);
        return ids;
    }
};

} // namespace

TEST_CASE("harvest: a theme is made of the selected ideas by T and a new name") {
    Sorting sorting;
    CHECK(sorting.find("harvest.no_theme"));
    sorting.focus("harvest.idea.i-1");
    sorting.press({.key = Key::down, .shift = true});
    sorting.press({.key = Key::down, .shift = true});
    REQUIRE(sorting.state.selected.size() == 3);
    const std::vector<cafe::IdeaId> selected = sorting.state.selected;
    sorting.sort("Partager les murs");
    REQUIRE(sorting.themes().size() == 1);
    CHECK(sorting.themes()[0].title == "Partager les murs");
    CHECK(sorting.themes()[0].ideas == selected);
    CHECK(sorting.state.selected.empty());
    CHECK(sorting.find("harvest.unsorted")->label == "17 idées à classer");
    // The keyboard goes on to the next card.
    CHECK(sorting.bench.window.focus.id.starts_with("harvest.idea."));
}

TEST_CASE("harvest: a few letters find a theme, accents aside; an idea may sit in two") {
    Sorting sorting;
    sorting.make("h-1", "Partager les murs");
    sorting.make("h-2", "Parler aux élus");
    sorting.click("harvest.idea.i-5");
    sorting.sort("elu");
    CHECK(sorting.ideas_in(1) == std::vector<std::string>{"i-5"});
    sorting.click("harvest.idea.i-5");
    sorting.sort("murs");
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-5"});
    CHECK(sorting.ideas_in(1) == std::vector<std::string>{"i-5"});
}

TEST_CASE("harvest: among the themes that the letters find, Down takes the next, and the last makes a new one") {
    Sorting sorting;
    sorting.make("h-1", "Partager les murs");
    sorting.make("h-2", "Partager les outils");
    sorting.click("harvest.idea.i-3");
    sorting.press(U't');
    sorting.type("part");
    CHECK(sorting.find("harvest.asked.3")->label == "Nouveau thème «\u202fpart\u202f»");
    sorting.press(Key::down);
    sorting.press(Key::enter);
    CHECK(sorting.ideas_in(1) == std::vector<std::string>{"i-3"});
    sorting.click("harvest.idea.i-4");
    sorting.press(U't');
    sorting.type("part");
    sorting.press(Key::down);
    sorting.press(Key::down);
    sorting.press(Key::enter);
    REQUIRE(sorting.themes().size() == 3);
    CHECK(sorting.themes()[2].title == "part");
}

TEST_CASE("harvest: Esc gives the panel up and changes nothing; letters typed there are no commands") {
    Sorting sorting;
    sorting.click("harvest.idea.i-3");
    sorting.press(U't');
    sorting.type("menosu");
    CHECK(sorting.state.typed == "menosu");
    sorting.press(Key::escape);
    CHECK(sorting.state.asking == gui::HarvestAsking::nothing);
    CHECK(sorting.themes().empty());
    CHECK(sorting.bench.deeds.empty());
    CHECK(sorting.state.selected.size() == 1);
}

TEST_CASE("harvest: ideas are dragged onto a theme, all that are selected at once") {
    Sorting sorting;
    sorting.make("h-1", "Les voisins");
    sorting.drag("harvest.idea.i-2", "harvest.theme.h-1");
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-2"});
    sorting.focus("harvest.idea.i-1");
    sorting.press({.key = Key::down, .shift = true});
    sorting.press({.key = Key::down, .shift = true});
    REQUIRE(sorting.state.selected.size() == 3);
    sorting.drag("harvest.idea.i-1", "harvest.theme.h-1");
    CHECK(sorting.themes()[0].ideas.size() == 3); // i-2 is one of them
}

TEST_CASE("harvest: unsorted ideas alone, by their chip or by U") {
    Sorting sorting;
    sorting.make("h-1", "Les voisins", {{"i-1"}, {"i-2"}});
    sorting.press(U'u');
    CHECK_FALSE(sorting.find("harvest.idea.i-1"));
    CHECK(sorting.find("harvest.idea.i-3"));
    sorting.click("harvest.unsorted");
    CHECK(sorting.find("harvest.idea.i-1"));
}

TEST_CASE("harvest: a theme is split, its selection leaving it for a new one, and one undo brings both back") {
    Sorting sorting;
    sorting.make("h-1", "Tout", {{"i-1"}, {"i-2"}, {"i-7"}});
    sorting.click("harvest.theme.h-1");
    CHECK_FALSE(sorting.find("harvest.idea.i-3"));
    sorting.click("harvest.idea.i-2");
    sorting.press(U'n');
    sorting.type("Une part");
    sorting.press(Key::enter);
    REQUIRE(sorting.themes().size() == 2);
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-1", "i-7"});
    CHECK(sorting.ideas_in(1) == std::vector<std::string>{"i-2"});
    REQUIRE_FALSE(sorting.bench.dispatch().act(cafe::Undo{std::string(cafe::harvest_scope)}));
    CHECK(sorting.themes().size() == 1);
    CHECK(sorting.ideas_in(0).size() == 3);
}

TEST_CASE("harvest: a shown theme is renamed, moved, merged, projected and removed") {
    Sorting sorting;
    sorting.make("h-1", "Un", {{"i-1"}});
    sorting.make("h-2", "Deux", {{"i-2"}});
    sorting.click("harvest.theme.h-2");
    sorting.click("harvest.theme.title");
    sorting.type(" bis");
    sorting.press(Key::enter);
    CHECK(sorting.themes()[1].title == "Deux bis");
    sorting.click("harvest.theme.up");
    CHECK(sorting.themes()[0].id.value == "h-2");
    sorting.click("harvest.theme.project");
    CHECK(sorting.bench.session.stage.theme.value == "h-2");
    sorting.press(U'g');
    CHECK(sorting.bench.session.stage.projection == cafe::Projection::none);
    sorting.click("harvest.theme.merge");
    sorting.type("un");
    sorting.press(Key::enter);
    sorting.frame();
    REQUIRE(sorting.themes().size() == 1);
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-1", "i-2"});
    sorting.click("harvest.theme.remove");
    CHECK(sorting.themes().empty());
    CHECK(sorting.bench.session.ideas.size() == 20);
}

TEST_CASE("harvest: a shown theme is moved, merged and removed by keys, which are nobody's elsewhere") {
    Sorting sorting;
    sorting.make("h-1", "Un", {{"i-1"}});
    sorting.make("h-2", "Deux", {{"i-2"}});
    const gui::KeyPress up{.key = Key::up, .alt = true};
    const gui::KeyPress down{.key = Key::down, .alt = true};
    const gui::KeyPress remove{.key = Key::del, .shift = true};
    for (const gui::KeyPress& key : {up, down, remove, gui::KeyPress{.character = U'r'}}) sorting.press(key);
    CHECK(sorting.themes().size() == 2);
    CHECK(sorting.state.asking == gui::HarvestAsking::nothing);

    sorting.click("harvest.theme.h-2");
    sorting.press(up);
    CHECK(sorting.themes()[0].id.value == "h-2");
    sorting.press(up); // it is the first
    CHECK(sorting.themes()[0].id.value == "h-2");
    sorting.press(down);
    CHECK(sorting.themes()[1].id.value == "h-2");
    sorting.press(U'R');
    CHECK(sorting.state.asking == gui::HarvestAsking::merge);
    sorting.type("un");
    sorting.press(Key::enter);
    sorting.frame();
    REQUIRE(sorting.themes().size() == 1);
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-1", "i-2"});
    sorting.press(remove);
    CHECK(sorting.themes().empty());
    CHECK(sorting.bench.session.ideas.size() == 20);
}

TEST_CASE("harvest: Delete takes the selected ideas out of the theme that is shown, and only there") {
    Sorting sorting;
    sorting.make("h-1", "Un", {{"i-1"}, {"i-2"}});
    sorting.click("harvest.idea.i-1");
    sorting.press(Key::del);
    CHECK(sorting.ideas_in(0).size() == 2);
    sorting.click("harvest.theme.h-1");
    sorting.click("harvest.idea.i-1");
    sorting.press(Key::del);
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-2"});
}

TEST_CASE("harvest: votes are typed from theme to theme, on AZERTY without Shift too, and the most is shown") {
    Sorting sorting;
    sorting.make("h-1", "Un");
    sorting.make("h-2", "Deux");
    sorting.make("h-3", "Trois");
    sorting.press(U'v');
    CHECK(sorting.bench.window.focus.id == "harvest.theme.h-1.votes");
    for (const char32_t key : {U'1', U'2'}) sorting.press(key);
    sorting.press(Key::tab);
    CHECK(sorting.themes()[0].votes == 12);
    CHECK(sorting.bench.window.focus.id == "harvest.theme.h-2.votes");
    for (const char32_t key : {U'à', U'&', U'-'}) sorting.press(key);
    sorting.press(Key::enter);
    CHECK(sorting.themes()[1].votes == 16);
    sorting.press(U'5');
    sorting.press(Key::escape); // what was typed is dropped
    CHECK(sorting.themes()[2].votes == 0);
    CHECK(sorting.find("harvest.votes_given")->label == "28 voix données, 90 au plus");
    sorting.click("harvest.dots.minus");
    sorting.click("harvest.dots.minus");
    CHECK(sorting.find("harvest.votes_given")->label == "28 voix données, 30 au plus");
    sorting.press(U'v');
    sorting.press(U'2');
    sorting.press(U'5');
    sorting.click("harvest.filter"); // leaving takes the number
    CHECK(sorting.themes()[0].votes == 25);
    CHECK(sorting.find("harvest.votes_given")->value == "over");
}

TEST_CASE("harvest: themes are listed by hand, by votes or by their ideas") {
    Sorting sorting;
    sorting.make("h-1", "Un", {{"i-1"}, {"i-2"}});
    REQUIRE_FALSE(sorting.bench.dispatch().act(cafe::PutThemes{{{.id = {"h-2"}, .title = "Deux", .votes = 4}}}));
    sorting.frame();
    const auto first = [&](const char* order) {
        sorting.click(order);
        return sorting.find("harvest.theme.h-1")->rect.y < sorting.find("harvest.theme.h-2")->rect.y ? "h-1" : "h-2";
    };
    CHECK(first("harvest.order.by_votes") == std::string("h-2"));
    CHECK(first("harvest.order.by_ideas") == std::string("h-1"));
    CHECK(first("harvest.order.by_hand") == std::string("h-1"));
}

TEST_CASE("harvest: a suggestion says its reason, and a person makes it a theme, links the two, or puts it away") {
    Sorting sorting;
    app::Suggestions found{sorting.bench.session.id, sorting.bench.session.seq, {}};
    found.list.push_back({.kind = app::Suggestion::Kind::theme,
                          .key = "theme:cuisine",
                          .ideas = {{"i-1"}, {"i-2"}, {"i-5"}},
                          .shared = {"cuisine", "midi"},
                          .title = "cuisine, midi"});
    found.list.push_back({.kind = app::Suggestion::Kind::same,
                          .key = "same:i-3:i-4",
                          .ideas = {{"i-3"}, {"i-4"}},
                          .shared = {"table"},
                          .title = "table"});
    sorting.bench.snapshot.suggestions = &found;
    sorting.click("harvest.side.suggestions");
    CHECK(sorting.bench.commands_of<app::SuggestThemes>().empty());
    CHECK(sorting.find("harvest.suggestion.1.reason")->label ==
          "partagent «\u202fcuisine\u202f», «\u202fmidi\u202f»\u202f; 3 idées");
    sorting.click("harvest.suggestion.2.link");
    CHECK(sorting.bench.session.ideas.find({"i-4"})->builds_on == std::vector<cafe::IdeaId>{{"i-3"}});
    // The café has changed since: newer ones are asked for.
    CHECK_FALSE(sorting.bench.commands_of<app::SuggestThemes>().empty());
    sorting.click("harvest.suggestion.2.dismiss");
    CHECK(sorting.bench.session.harvest.plan.dismissed == std::vector<std::string>{"same:i-3:i-4"});
    CHECK_FALSE(sorting.find("harvest.suggestion.2"));
    sorting.click("harvest.suggestion.1.accept");
    REQUIRE(sorting.themes().size() == 1);
    CHECK(sorting.ideas_in(0) == std::vector<std::string>{"i-1", "i-2", "i-5"});
}

TEST_CASE("harvest: the order of the plenary and who speaks are prepared beside the ideas") {
    Sorting sorting;
    sorting.click("harvest.side.turns");
    sorting.click("harvest.turn.2.speaker");
    sorting.type("Zoé Amiel");
    sorting.press(Key::enter);
    REQUIRE(sorting.bench.session.harvest.plan.turns.size() == 6);
    CHECK(sorting.bench.session.harvest.plan.turns[1].speaker == "Zoé Amiel");
    sorting.click("harvest.turn.2.up");
    CHECK(sorting.bench.session.harvest.plan.turns[0].table.value == "t-2");
    sorting.click("harvest.turn.longer");
    CHECK(sorting.bench.session.harvest.plan.turn_length == std::chrono::seconds{150});
    sorting.click("harvest.turn.next");
    CHECK(sorting.bench.session.stage.speaking.table.value == "t-2");
    CHECK(sorting.find("harvest.turn.clock")->label == "2:30");
}

TEST_CASE("harvest: two thousand ideas draw only what is near, and the keyboard still reaches the last") {
    Sorting sorting;
    cafe::Ideas ideas;
    for (std::size_t i = 0; i < 2000; ++i)
        ideas.insert(i, {.id = {"i-" + std::to_string(i + 1)},
                         .text = "Idée numéro " + std::to_string(i),
                         .table = {"t-1"},
                         .question = {"q-1"}});
    sorting.bench.session.ideas = ideas;
    ++sorting.bench.session.seq;
    sorting.frame();
    const auto cards = std::ranges::count(sorting.bench.window.map.items(), "idea", &gui::UiItem::role);
    CHECK(cards > 5);
    CHECK(cards < 200);
    sorting.focus("harvest.idea.i-2000");
    sorting.press(Key::up);
    CHECK(sorting.bench.window.focus.id == "harvest.idea.i-1999");
    sorting.frame();
    sorting.frame();
    const gui::UiItem* card = sorting.find("harvest.idea.i-1999");
    REQUIRE(card);
    CHECK(card->rect.bottom() <= 850); // it came into view
    CHECK(card->rect.y > 0);
}
