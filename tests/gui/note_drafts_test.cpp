#include "compat/catch.hpp"
#include "gui/notes.hpp"
#include "gui/panel_bench.hpp"

#include <string>
#include <string_view>

using namespace ronde;
using gui::Key;

namespace {

/// Noter at its first table, with the keyboard in the field.
struct Notes : tests::PanelBench {
    gui::NotesState state{};

    Notes()
        : PanelBench(1440, 850, [this](gui::Ui& ui) {
              gui::draw_notes(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        bench.window.focus.id = "notes.input";
        bench.window.focus.take = true;
        frame();
    }

    void note(std::string_view text) {
        type(text);
        press(Key::enter);
    }
    [[nodiscard]] const cafe::Idea& last() const { return bench.session.ideas.back(); }
    [[nodiscard]] std::string field() {
        frame();
        const gui::UiItem* item = find("notes.input");
        return item ? item->value : "no field";
    }
};

} // namespace

TEST_CASE("notes: what was typed in an earlier run is given back, and no word of this one is lost for it") {
    Notes notes;
    const cafe::SessionId cafe = notes.bench.session.id;
    const auto give_back = [&](const gui::NoteDraft& draft) { gui::take_back(notes.state, cafe, {{"t-1", draft}}); };
    SECTION("into an empty field") {
        const gui::NoteDraft draft{.text = "d’avant", .kind = cafe::IdeaKind::quote};
        give_back(draft);
        CHECK(notes.field() == "d’avant");
        CHECK(gui::unsent_of(notes.state, cafe) == gui::NoteDrafts{{"t-1", draft}});
    }
    SECTION("before what is typed already") {
        notes.type("maintenant");
        give_back({.text = "d’avant"});
        CHECK(notes.field() == "d’avant\nmaintenant");
    }
    SECTION("not twice, where one is what the other began with") {
        notes.type("d’avant et après");
        give_back({.text = "d’avant"});
        CHECK(notes.field() == "d’avant et après");
    }
    SECTION("aside, while an idea is being changed") {
        notes.note("une idée");
        notes.press(Key::up);
        notes.type(" changée");
        give_back({.text = "d’avant"});
        CHECK(notes.field() == "une idée changée");
        notes.press(Key::enter);
        CHECK(notes.field() == "d’avant");
    }
    SECTION("an idea that is gone leaves its changed words") {
        give_back({.text = "mots changés", .editing = {"i-gone"}, .before = "mots"});
        CHECK(notes.field() == "mots changés");
    }
    SECTION("a note that built on an idea that is gone is taken without it") {
        give_back({.text = "d’avant", .builds_on = {{"i-gone"}}});
        notes.press(Key::enter);
        CHECK(notes.last().text == "d’avant");
        CHECK(notes.last().builds_on.empty());
    }
}

TEST_CASE("notes: what was noted just before a crash does not come back as typed and not sent") {
    Notes notes;
    notes.note("L’eau, et le vent");
    const cafe::Session& session = notes.bench.session;
    const auto left = [&](const gui::NoteDraft& draft) { return gui::without_noted({{"t-1", draft}}, session); };
    CHECK(left({.text = "L’eau, et le vent "}).empty());
    CHECK(left({.text = "L’eau, et"}).size() == 1); // typed after it, perhaps
    CHECK(left({.text = "L’eau, et le soleil"}).size() == 1);
    CHECK(gui::without_noted({{"t-2", {.text = "L’eau, et"}}}, session).size() == 1);
    const gui::NoteDraft changing{
        .text = "L’eau, et le vent", .editing = notes.last().id, .before = "L’eau", .set_aside = "à moitié"};
    CHECK(left(changing) == gui::NoteDrafts{{"t-1", {.text = "à moitié"}}});
}

TEST_CASE("notes: what was noted as several ideas does not come back either, unless one of them is missing") {
    Notes notes;
    std::string text;
    while (text.size() < 2 * cafe::longest_idea) text += "Un mot de plus. ";
    notes.note(text);
    cafe::Session& session = notes.bench.session;
    const gui::NoteDrafts draft{{"t-1", {.text = text}}};
    CHECK(gui::without_noted(draft, session).empty());
    session.ideas.erase(notes.last().id);
    CHECK(gui::without_noted(draft, session) == draft);
}
