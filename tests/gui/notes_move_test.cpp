#include "gui/notes.hpp"

#include "compat/catch.hpp"
#include "gui/panel_bench.hpp"

#include <string>
#include <vector>

using namespace ronde;
using gui::Key;

namespace {

/// Noter in the second round, at the first table, with a note that has the focus.
struct Moving : tests::PanelBench {
    gui::NotesState state{};
    std::string id{};

    explicit Moving(float width = 1440, float height = 850)
        : PanelBench(width, height, [this](gui::Ui& ui) {
              gui::draw_notes(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        bench.window.focus.id = "notes.input";
        bench.window.focus.take = true;
        frame();
        type("dite ailleurs");
        press(Key::enter);
        id = "notes.idea." + idea().id.value;
        click(id);
        REQUIRE(find(id));
        REQUIRE(bench.window.focus.id == id);
    }

    [[nodiscard]] const cafe::Idea& idea() const { return bench.session.ideas.back(); }
    [[nodiscard]] std::string place() const { return idea().table.value + " " + std::to_string(idea().round); }
};

} // namespace

TEST_CASE("notes, moving: by keys alone, to another table and the round before") {
    Moving noter;
    noter.press(U't');
    REQUIRE(noter.find("notes.move.table.1"));
    CHECK(noter.bench.window.focus.id == "notes.move.table.1");
    noter.press(Key::down);
    noter.press(Key::left);
    noter.press(Key::enter);
    CHECK(noter.place() == "t-2 1");
    CHECK(noter.idea().question.value == "q-1");
    CHECK(noter.idea().group == cafe::group_at(noter.bench.session, 1, {"t-2"}));
    CHECK_FALSE(noter.find("notes.move.table.1"));
    CHECK(noter.bench.window.focus.id == "notes.input");
    CHECK_FALSE(noter.find(noter.id)); // it is no longer said here
}

TEST_CASE("notes, moving: by mouse, and undone where it came from") {
    Moving noter;
    noter.click(noter.id + ".move");
    noter.click("notes.move.table.4");
    CHECK(noter.place() == "t-1 2"); // chosen, not moved yet
    noter.click("notes.move.round.3");
    noter.click("notes.move.go");
    CHECK(noter.place() == "t-4 3");
    noter.click("notes.undo");
    CHECK(noter.place() == "t-1 2");
    CHECK(noter.find(noter.id));
}

TEST_CASE("notes, moving: left as it was by Esc, by its button, and where nothing was chosen") {
    Moving noter;
    noter.press(U'T');
    noter.press(Key::down);
    SECTION("Esc") {
        noter.press(Key::escape);
    }
    SECTION("the button") {
        noter.click("notes.move.cancel");
    }
    SECTION("the same place") {
        noter.press(Key::up);
        noter.press(Key::enter);
    }
    CHECK_FALSE(noter.find("notes.move.title"));
    CHECK(noter.place() == "t-1 2");
    CHECK(noter.bench.deeds_of<cafe::MoveIdea>().empty());
    CHECK(noter.bench.window.focus.id == "notes.input");
}

TEST_CASE("notes, moving: no round before the first line and none after the last") {
    Moving noter;
    noter.press(U't');
    for (int i = 0; i < 5; ++i) noter.press(Key::left);
    noter.press(Key::enter);
    CHECK(noter.place() == "t-1 0");
}

TEST_CASE("notes, moving: what an earlier round said can be moved too") {
    Moving noter;
    const cafe::Idea* earlier = nullptr;
    for (const cafe::Idea& idea : noter.bench.session.ideas)
        if (idea.table.value == "t-1" && idea.round == 1) earlier = &idea;
    REQUIRE(earlier);
    const cafe::IdeaId id = earlier->id;
    SECTION("by key") {
        noter.focus("notes.earlier." + id.value);
        noter.press(U't');
    }
    SECTION("by mouse") {
        CHECK_FALSE(noter.find("notes.earlier." + id.value + ".move")); // only where one points
        noter.bench.window.move_to("notes.earlier." + id.value);
        noter.frame();
        noter.click("notes.earlier." + id.value + ".move");
    }
    REQUIRE(noter.find("notes.move.title"));
    for (const auto& [key, draft] : noter.state.drafts) CHECK(draft.builds_on.empty());
    noter.press(Key::right);
    noter.press(Key::enter);
    CHECK(noter.bench.session.ideas.find(id)->round == 2);
    CHECK(noter.bench.session.ideas.find(id)->table.value == "t-1");
}

TEST_CASE("notes, moving: an idea that goes meanwhile takes the choice with it") {
    Moving noter;
    noter.press(U't');
    noter.bench.session.ideas.erase(noter.idea().id);
    noter.frame();
    noter.frame();
    CHECK_FALSE(noter.find("notes.move.title"));
    CHECK_FALSE(noter.state.moving);
}

TEST_CASE("notes, moving: every choice is on the window, however small it is") {
    for (const auto& [width, height] : {std::pair{1440.0F, 850.0F}, std::pair{800.0F, 500.0F}}) {
        Moving noter(width, height);
        noter.press(U't');
        for (const char* id : {"notes.move.title", "notes.move.round.0", "notes.move.round.3", "notes.move.table.1",
                               "notes.move.go", "notes.move.cancel"}) {
            INFO(id << " at " << width << " by " << height);
            const gui::UiItem* item = noter.find(id);
            REQUIRE(item);
            CHECK(item->rect.x >= 0);
            CHECK(item->rect.right() <= width);
            CHECK(item->rect.bottom() <= height);
        }
    }
}
