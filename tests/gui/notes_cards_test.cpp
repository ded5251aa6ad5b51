#include "gui/notes.hpp"

#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"

#include <algorithm>

using namespace ronde;
using gui::Key;

namespace {

/// Noter with four notes, the second of them in focus.
struct Cards {
    tests::CafeBench bench;
    gui::NotesState state{};
    std::vector<std::string> ids{};

    explicit Cards(float width = 1440, float height = 850) : bench(width, height) {
        bench.window.focus.id = "notes.input";
        bench.window.focus.take = true;
        frame();
        for (const char* text : {"une", "deux", "trois", "quatre"}) {
            bench.window.type_and_press(text, Key::enter, draw());
            ids.push_back("notes.idea." + bench.session.ideas.back().id.value);
        }
        bench.window.click(ids[1], draw());
        frame();
    }

    [[nodiscard]] tests::NullWindow::Draw draw() {
        return [this](gui::Ui& ui) {
            gui::begin_frame(ui);
            gui::draw_notes(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
            gui::end_frame(ui);
        };
    }
    void frame() { bench.window.frame(draw()); }
    [[nodiscard]] long drawn(const std::string& id) const {
        return std::ranges::count(bench.window.map.items(), id, &gui::UiItem::id);
    }

    /// After the frame in which the second was wished away: every card was drawn with its own words; it goes next.
    void second_goes() {
        REQUIRE(bench.deeds_of<cafe::DeleteIdea>().size() == 1);
        for (const std::string& id : ids) CHECK(drawn(id) == 1);
        CHECK(bench.window.find(ids[2])->label == "trois");
        frame();
        CHECK(drawn(ids[1]) == 0);
        for (const std::string& id : {ids[0], ids[2], ids[3]}) CHECK(drawn(id) == 1);
        CHECK(bench.window.focus.id == "notes.input");
    }
};

} // namespace

TEST_CASE("notes: an idea that its key deletes goes after its frame, and the others are drawn once each") {
    Cards cards;
    cards.bench.window.press(Key::del);
    cards.frame();
    cards.second_goes();
}

TEST_CASE("notes: an idea that its button deletes goes after its frame, and the others are drawn once each") {
    Cards cards;
    REQUIRE(cards.bench.window.find(cards.ids[1] + ".delete"));
    cards.bench.window.move_to(cards.ids[1] + ".delete");
    cards.frame();
    cards.bench.window.button_down();
    cards.frame();
    cards.bench.window.button_up();
    cards.frame();
    cards.second_goes();
}
