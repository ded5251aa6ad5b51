#include "gui/notes.hpp"

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"

#include <tuple>
#include <utility>

using namespace ronde;
using gui::Key;

namespace {

/// Noter alone, in its window, with the keyboard in the field.
struct Notes {
    tests::CafeBench bench;
    gui::NotesState state{};

    explicit Notes(float width = 1440, float height = 850) : bench(width, height) {
        bench.window.words = gui::Words("fr", {{"notes.kind.idea.letter", "i"},
                                               {"notes.kind.question.letter", "q"},
                                               {"notes.kind.quote.letter", "c"},
                                               {"notes.kind.action.letter", "a"},
                                               {"notes.builds_on", "prolonge {ideas}"},
                                               {"notes.quoted", "« {text} »"}});
        bench.window.focus.id = "notes.input";
        bench.window.focus.take = true;
        frame();
    }

    [[nodiscard]] tests::NullWindow::Draw draw() {
        return [this](gui::Ui& ui) {
            gui::begin_frame(ui);
            const gui::View view = bench.view();
            gui::draw_notes(ui, bench.window.rect(), view, state, bench.dispatch());
            gui::end_frame(ui);
        };
    }
    void frame() { bench.window.frame(draw()); }
    void type(std::string_view text) {
        bench.window.type(text);
        frame();
    }
    void press(const gui::KeyPress& key) {
        bench.window.press(key);
        frame();
    }
    void press(Key key) { press(gui::KeyPress{.key = key}); }
    void note(std::string_view text) {
        type(text);
        press(Key::enter);
    }
    void click(std::string_view id) {
        bench.window.click(id, draw());
        frame();
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) {
        frame();
        return bench.window.find(id);
    }
    [[nodiscard]] const cafe::Idea& last() const { return bench.session.ideas.back(); }
    [[nodiscard]] std::string field() {
        const gui::UiItem* item = find("notes.input");
        return item ? item->value : "no field";
    }
};

} // namespace

TEST_CASE("notes: type, Enter, and it is kept as typed") {
    Notes notes;
    notes.note("L’été, à l’œuvre : « oui » 🌿 #jardin");
    CHECK(notes.last().text == "L’été, à l’œuvre : « oui » 🌿 #jardin");
    CHECK(notes.last().tags == std::vector<std::string>{"jardin"});
    CHECK(notes.last().table.value == "t-1");
    CHECK(notes.last().round == 2);
    CHECK(notes.field().empty());
    CHECK(notes.bench.window.focus.id == "notes.input");
}

TEST_CASE("notes: letters that no field has are the note's, not keys of the clock or the room's screen") {
    Notes notes;
    notes.type("un");
    notes.press(Key::escape);
    REQUIRE(notes.bench.window.focus.id.empty());
    notes.press(Key::space);
    CHECK(notes.bench.window.keys.empty());
    CHECK(notes.bench.window.focus.typing);
    notes.type("bon café");
    CHECK(notes.field() == "un bon café");
    notes.press(Key::enter);
    CHECK(notes.last().text == "un bon café");

    notes.press(Key::escape);
    notes.press(gui::KeyPress{.character = U'b', .ctrl = true}); // no letter
    CHECK_FALSE(notes.bench.window.keys.empty());
    CHECK(notes.field().empty());
}

TEST_CASE("notes: fifty notes typed without a pause are fifty notes") {
    Notes notes;
    const std::size_t before = notes.bench.session.ideas.size();
    notes.bench.saved_up_to = notes.bench.session.seq; // nothing reaches the disk meanwhile
    for (int i = 0; i < 50; ++i)
        notes.bench.window.type_and_press("idée numéro " + std::to_string(i), Key::enter, notes.draw());
    REQUIRE(notes.bench.session.ideas.size() == before + 50);
    for (std::size_t i = 0; i < 50; ++i)
        CHECK(notes.bench.session.ideas[before + i].text == "idée numéro " + std::to_string(i));
}

TEST_CASE("notes: an idea is pending until it is saved") {
    Notes notes;
    notes.bench.saved_up_to = notes.bench.session.seq;
    notes.note("pas encore");
    const std::string id = "notes.idea." + notes.last().id.value;
    REQUIRE(notes.find(id));
    CHECK(notes.find(id)->value == "pending");
    CHECK(notes.find(id)->label == "pas encore");
    notes.bench.saved_up_to = notes.bench.session.seq;
    CHECK(notes.find(id)->value == "saved");
}

TEST_CASE("notes: a kind is chosen by Alt and its letter, or by its chip, and is over with the note") {
    Notes notes;
    notes.type("Qui porte le risque ?");
    notes.press({.character = 'q', .alt = true});
    CHECK(notes.find("notes.kind.question")->value == "selected");
    notes.press(Key::enter);
    CHECK(notes.last().kind == cafe::IdeaKind::question);
    CHECK(notes.find("notes.kind.idea")->value == "selected");
    notes.click("notes.kind.action");
    notes.note("Écrire à la mairie");
    CHECK(notes.last().kind == cafe::IdeaKind::action);
    CHECK(notes.last().text == "Écrire à la mairie");
}

TEST_CASE("notes: what is typed and not sent stays with its table") {
    Notes notes;
    notes.type("à la une");
    notes.click("notes.table.2");
    CHECK(notes.field().empty());
    notes.type("à la deux");
    notes.press(Key::escape);
    CHECK(notes.field() == "à la deux");
    notes.click("notes.table.1");
    CHECK(notes.field() == "à la une");
    notes.press(Key::enter);
    CHECK(notes.last().table.value == "t-1");
    notes.click("notes.table.2");
    CHECK(notes.field() == "à la deux");
}

TEST_CASE("notes: what the engine refuses stays in the field") {
    Notes notes;
    notes.bench.refusal = cafe::Rejected{cafe::Reason::unknown_id, ""};
    notes.note("ne pas perdre");
    CHECK(notes.field() == "ne pas perdre");
    notes.bench.refusal.reset();
    notes.press(Key::enter);
    CHECK(notes.last().text == "ne pas perdre");
    CHECK(notes.field().empty());
}

TEST_CASE("notes: white space alone is no note") {
    Notes notes;
    notes.note("   ");
    CHECK(notes.bench.deeds.empty());
}

TEST_CASE("notes: a long paste is split, never cut") {
    Notes notes;
    std::string line;
    for (int i = 0; i < 60; ++i) line += "mot" + std::to_string(i) + " ";
    std::string pasted;
    for (int i = 0; i < 40; ++i) pasted += line + "\n";
    REQUIRE(base::length(pasted) > 2 * cafe::longest_idea);
    notes.bench.window.clipboard = pasted;
    notes.press({.character = 'v', .ctrl = true});
    notes.press(Key::enter);
    const auto noted = notes.bench.deeds_of<cafe::CaptureIdea>();
    REQUIRE(noted.size() > 2);
    std::string all;
    for (const cafe::CaptureIdea& idea : noted) {
        CHECK(base::length(idea.text) <= cafe::longest_idea);
        all += idea.text;
    }
    const auto without_space = [](std::string text) {
        std::erase_if(text, [](char c) { return c == ' ' || c == '\n'; });
        return text;
    };
    CHECK(without_space(all) == without_space(pasted));
}

TEST_CASE("notes: Up in the empty field takes the last note up again") {
    Notes notes;
    notes.note("fautte");
    const cafe::IdeaId id = notes.last().id;
    notes.press(Key::up);
    CHECK(notes.field() == "fautte");
    notes.press({.key = Key::backspace, .ctrl = true});
    notes.note("faute");
    CHECK(cafe::find(notes.bench.session, id)->text == "faute");
    CHECK(notes.bench.session.ideas.back().id == id);
}

TEST_CASE("notes: changing an idea gives back what was being typed before") {
    Notes notes;
    notes.note("une idée");
    const std::string card = "notes.idea." + notes.last().id.value;
    notes.type("en cours");
    notes.click(card);
    notes.press({.character = 'e'});
    CHECK(notes.field() == "une idée");
    notes.type(" changée");
    notes.press(Key::enter);
    CHECK(notes.last().text == "une idée changée");
    CHECK(notes.field() == "en cours");
}

TEST_CASE("notes: an idea is deleted, and Undo gives it back") {
    Notes notes;
    notes.note("à garder");
    const cafe::IdeaId id = notes.last().id;
    notes.click("notes.idea." + id.value);
    notes.press(Key::del);
    CHECK_FALSE(cafe::find(notes.bench.session, id));
    notes.click("notes.undo");
    REQUIRE(cafe::find(notes.bench.session, id));
    CHECK(cafe::find(notes.bench.session, id)->text == "à garder");
}

TEST_CASE("notes: a note builds on one that was said before") {
    Notes notes;
    SECTION("by a click at the side") {
        notes.click("notes.earlier.i-1");
        CHECK(notes.bench.window.focus.id == "notes.input");
        notes.note("un local de plus");
        CHECK(notes.last().builds_on == std::vector<cafe::IdeaId>{{"i-1"}});
    }
    SECTION("by Alt and the arrows") {
        notes.press({.key = Key::up, .alt = true}); // the table's latest: i-19, then i-13…
        notes.press({.key = Key::up, .alt = true});
        notes.press({.key = Key::down, .alt = true});
        notes.note("et encore");
        CHECK(notes.last().builds_on == std::vector<cafe::IdeaId>{{"i-19"}});
        notes.press({.key = Key::up, .alt = true});
        notes.press({.key = Key::down, .alt = true});
        notes.note("et rien");
        CHECK(notes.last().builds_on.empty());
    }
}

TEST_CASE("notes: Esc lets go of an idea that was not changed, and keeps words that were") {
    Notes notes;
    notes.note("telle quelle");
    notes.press(Key::up);
    notes.press(Key::escape);
    CHECK(notes.field().empty());
    notes.press(Key::enter); // nothing has the focus: back to the field
    notes.frame();
    notes.press(Key::up);
    notes.type(", non");
    notes.press(Key::escape);
    CHECK(notes.field() == "telle quelle, non");
}

TEST_CASE("notes: a café that may not be changed takes nothing") {
    Notes notes;
    notes.bench.snapshot.access = app::Access::held_elsewhere;
    notes.note("rien");
    CHECK(notes.bench.deeds.empty());
    CHECK_FALSE(notes.find("notes.input")->enabled);
}

TEST_CASE("notes: without a café, and without tables, it says what to do first") {
    Notes notes;
    notes.bench.session.tables.clear();
    CHECK(notes.find("notes.empty"));
    CHECK_FALSE(notes.find("notes.input"));
}

TEST_CASE("notes: nothing is drawn outside the place, from wide to narrow") {
    for (const auto& [width, height, unit] : {std::tuple{1440.0F, 850.0F, 1.0F}, std::tuple{1280.0F, 744.0F, 1.0F},
                                              std::tuple{1024.0F, 712.0F, 1.0F}, std::tuple{1024.0F, 712.0F, 1.5F}}) {
        Notes notes(width, height);
        notes.bench.window.unit = unit;
        notes.frame();
        notes.frame();
        for (const gui::UiItem& item : notes.bench.window.map.items()) {
            if (item.role == "idea" || item.role == "row") continue; // they scroll
            INFO(item.id << " at " << width << "×" << height << " × " << unit);
            CHECK(item.rect.x >= 0);
            CHECK(item.rect.y >= 0);
            CHECK(item.rect.right() <= width + 0.5F);
            CHECK(item.rect.bottom() <= height + 0.5F);
        }
    }
}

TEST_CASE("notes: while changed words wait for Enter no other idea is taken up, and none is lost") {
    Notes notes;
    notes.note("première");
    const cafe::IdeaId first = notes.last().id;
    notes.note("seconde");
    notes.press(Key::up);
    SECTION("changed: they stay, and the keyboard is theirs") {
        notes.type(" et demie");
        notes.click("notes.idea." + first.value);
        notes.press({.character = 'e'});
        CHECK(notes.field() == "seconde et demie");
        CHECK(notes.bench.window.focus.id == "notes.input");
        notes.press(Key::enter);
        CHECK(notes.last().text == "seconde et demie");
        CHECK(cafe::find(notes.bench.session, first)->text == "première");
    }
    SECTION("as it was: the other is taken up") {
        notes.click("notes.idea." + first.value);
        notes.press({.character = 'e'});
        CHECK(notes.field() == "première");
    }
}

TEST_CASE("notes: words changed in an idea that is gone stay in the field") {
    Notes notes;
    notes.note("une idée");
    const cafe::IdeaId id = notes.last().id;
    const auto take_away = [&] {
        REQUIRE_FALSE(notes.bench.dispatch().act(cafe::DeleteIdea{id}));
        notes.frame();
    };
    SECTION("alone") {
        notes.press(Key::up);
        notes.type(" changée");
        take_away();
        CHECK(notes.field() == "une idée changée");
        notes.press(Key::enter);
        CHECK(notes.last().text == "une idée changée");
        CHECK(notes.last().id != id);
    }
    SECTION("after what was being typed before") {
        notes.type("en cours");
        notes.click("notes.idea." + id.value);
        notes.press({.character = 'e'});
        notes.type(" changée");
        take_away();
        CHECK(notes.field() == "en cours\nune idée changée");
    }
    SECTION("unless they were not changed") {
        notes.press(Key::up);
        take_away();
        CHECK(notes.field().empty());
    }
}

TEST_CASE("notes: what is typed in one café does not show in another whose tables have the same ids") {
    Notes notes;
    notes.type("du premier");
    const cafe::SessionId first = std::exchange(notes.bench.session.id, {"autre"});
    CHECK(notes.field().empty());
    notes.type("du second");
    notes.bench.session.id = first;
    CHECK(notes.field() == "du premier");
}

TEST_CASE("notes: what was not sent is known, wherever it stands") {
    Notes notes;
    CHECK_FALSE(gui::has_unsent(notes.state));
    notes.note("une idée");
    notes.press(Key::up); // taken up, not changed
    CHECK_FALSE(gui::has_unsent(notes.state));
    notes.type(" changée");
    CHECK(gui::has_unsent(notes.state));
    notes.press(Key::enter);
    CHECK_FALSE(gui::has_unsent(notes.state));
    notes.click("notes.table.2");
    notes.type("à la deux");
    notes.click("notes.table.1");
    CHECK(gui::has_unsent(notes.state));
    gui::go_to_unsent(notes.state, notes.bench.session);
    CHECK(notes.field() == "à la deux");
}

TEST_CASE("notes: an idea says who noted it: the note-taker at the table, or nobody") {
    Notes notes;
    notes.note("personne n’est dit");
    CHECK(notes.last().by.empty());
    const auto people = cafe::people_at(notes.bench.session, 2, {"t-1"});
    for (cafe::Participant& person : notes.bench.session.participants)
        if (person.id == people.back()) {
            person.name = "Odile Pla";
            person.roles = {cafe::Role::note_taker};
        }
    notes.note("Odile note");
    CHECK(notes.last().by == "Odile Pla");
    notes.click("notes.table.2");
    notes.note("à une autre table");
    CHECK(notes.last().by.empty());
}

TEST_CASE("notes: the clock beside the question says when two minutes are left") {
    Notes notes;
    notes.bench.now = tests::set_moment(notes.bench.session, {5, std::chrono::seconds{118}});
    CHECK(notes.find("notes.timer")->label == "notes.clock.two_minutes");
    notes.bench.now = tests::set_moment(notes.bench.session, {5, std::chrono::seconds{109}});
    CHECK(notes.find("notes.timer")->label.empty());
}
