#include "gui/kit.hpp"

#include "compat/catch.hpp"
#include "gui/null_window.hpp"

using namespace ronde;
using gui::Key;
using tests::NullWindow;
using namespace std::string_literals;

namespace {

constexpr gui::Rect one{10, 10, 120, 40};
constexpr gui::Rect two{10, 60, 120, 40};
constexpr gui::Rect three{10, 110, 120, 40};

/// Draws between the frame's beginning and end.
NullWindow::Draw framed(const std::function<void(gui::Ui&)>& inside) {
    return [inside](gui::Ui& ui) {
        gui::begin_frame(ui);
        inside(ui);
        gui::end_frame(ui);
    };
}

} // namespace

TEST_CASE("kit: a button answers when the mouse goes down and up on it") {
    NullWindow window;
    int pressed = 0;
    const auto draw = framed([&](gui::Ui& ui) { pressed += gui::button(ui, "a", one, "Aller"); });
    window.frame(draw);
    window.click("a", draw);
    CHECK(pressed == 1);

    window.move_to("a");
    window.button_down();
    window.frame(draw);
    window.move_to(gui::Point{500, 500});
    window.button_up();
    window.frame(draw);
    CHECK(pressed == 1);
}

TEST_CASE("kit: a button that is not enabled answers nothing, and says so") {
    NullWindow window;
    int pressed = 0;
    const auto draw =
        framed([&](gui::Ui& ui) { pressed += gui::button(ui, "a", one, "Aller", {.enabled = gui::Enabled::no}); });
    window.frame(draw);
    window.click("a", draw);
    CHECK(pressed == 0);
    CHECK_FALSE(window.find("a")->enabled);
    CHECK(window.find("a")->label == "Aller");
    CHECK(window.find("a")->rect == one);
}

TEST_CASE("kit: Tab goes around, Enter presses, Space does not") {
    NullWindow window;
    std::string pressed;
    const auto draw = framed([&](gui::Ui& ui) {
        if (gui::button(ui, "a", one, "A")) pressed += 'a';
        if (gui::button(ui, "b", two, "B", {.enabled = gui::Enabled::no})) pressed += 'b';
        if (gui::button(ui, "c", three, "C")) pressed += 'c';
    });
    const auto press = [&](gui::KeyPress key) {
        window.press(key);
        window.frame(draw);
    };
    press({.key = Key::tab});
    CHECK(window.focus.id == "a");
    press({.key = Key::tab});
    CHECK(window.focus.id == "c");
    press({.key = Key::enter});
    CHECK(pressed == "c");
    press({.key = Key::tab});
    CHECK(window.focus.id == "a");
    press({.key = Key::tab, .shift = true});
    CHECK(window.focus.id == "c");
    press({.key = Key::space});
    CHECK(pressed == "c");
    CHECK(window.keys.size() == 1); // left to the clock
    window.frame(draw);
    CHECK(window.find("c")->focused);
}

TEST_CASE("kit: the focus goes when its widget is gone") {
    NullWindow window;
    bool there = true;
    const auto draw = framed([&](gui::Ui& ui) {
        if (there) static_cast<void>(gui::button(ui, "a", one, "A"));
    });
    window.press(Key::tab);
    window.frame(draw);
    CHECK(window.focus.id == "a");
    there = false;
    for (int i = 0; i < 4; ++i) window.frame(draw);
    CHECK(window.focus.id.empty());
}

TEST_CASE("kit: a choice gives the new one, and nothing for the one that is chosen") {
    NullWindow window;
    std::size_t chosen = 0;
    int changes = 0;
    const auto draw = framed([&](gui::Ui& ui) {
        if (const auto picked = gui::choice(ui, {"x.a", "x.b"}, {"A", "B"}, chosen, {10, 10, 400, 40})) {
            chosen = *picked;
            ++changes;
        }
    });
    window.frame(draw);
    window.click("x.b", draw);
    CHECK(chosen == 1);
    CHECK(changes == 1);
    window.click("x.b", draw);
    CHECK(changes == 1);
    CHECK(window.find("x.b")->value == "selected");
}

TEST_CASE("kit: chips that do not fit go to the next row") {
    NullWindow window;
    const auto draw = framed([&](gui::Ui& ui) {
        static_cast<void>(
            gui::choice(ui, {"x.a", "x.b"}, {"un mot assez long", "un autre mot long"}, 0, {10, 10, 200, 40}));
    });
    window.frame(draw);
    CHECK(window.find("x.b")->rect.y > window.find("x.a")->rect.bottom());
    CHECK(window.find("x.b")->rect.right() <= 211);
}

TEST_CASE("kit: Up and Down walk through rows, and Enter opens one") {
    NullWindow window;
    std::string opened;
    const auto draw = framed([&](gui::Ui& ui) {
        if (gui::row(ui, "r1", one)) opened += '1';
        if (gui::row(ui, "r2", two)) opened += '2';
        if (gui::row(ui, "r3", three)) opened += '3';
    });
    window.frame(draw);
    window.click("r1", draw);
    CHECK(opened == "1");
    CHECK(window.focus.id == "r1");
    for (const Key key : {Key::down, Key::down, Key::down, Key::up, Key::enter}) {
        window.press(key);
        window.frame(draw);
    }
    CHECK(window.focus.id == "r2");
    CHECK(opened == "12");
}

TEST_CASE("kit: a question that comes while somebody types gets no answer from it, and no letter is lost") {
    NullWindow window;
    bool asking = false;
    std::string text;
    std::optional<std::size_t> answer;
    gui::FieldEvent event{};
    const auto draw = framed([&](gui::Ui& ui) {
        event = gui::text_field(ui, "field", one, text, {});
        if (!asking) return;
        answer = gui::dialog(ui, "q", window.rect(), "Avancer ?", "", {{"yes", "Oui"}, {"no", "Non"}});
        if (answer) asking = false;
    });
    window.focus.id = "field";
    window.frame(draw);
    window.type("une id");
    window.frame(draw);
    asking = true;
    window.frame(draw);
    CHECK(window.focus.id == "q.no"); // Enter may be meant for the field
    for (const char32_t letter : U"é e"s) {
        window.press(letter == U' ' ? gui::KeyPress{.key = Key::space} : gui::KeyPress{.character = letter});
        window.frame(draw);
    }
    CHECK(asking);
    window.press(Key::enter);
    window.frame(draw);
    CHECK(answer == 1U);
    CHECK(window.focus.id == "field");
    CHECK(window.focus.typing);
    window.frame(draw);
    CHECK(text == "une idé e");
    window.type("n cours");
    window.frame(draw);
    CHECK(text == "une idé en cours");
    window.press(Key::enter);
    window.frame(draw);
    CHECK(event == gui::FieldEvent::submitted);
}

TEST_CASE("kit: what lies under a dialog does not answer, its choices do") {
    NullWindow window;
    bool asking = true;
    int under = 0;
    std::optional<std::size_t> answer;
    const auto draw = framed([&](gui::Ui& ui) {
        under += gui::button(ui, "under", one, "Dessous");
        if (!asking) return;
        answer = gui::dialog(ui, "q", window.rect(), "Vraiment ?", "Cela se défait.", {{"yes", "Oui"}, {"no", "Non"}});
        if (answer) asking = false;
    });
    window.frame(draw);
    window.frame(draw);
    CHECK(window.focus.id == "q.yes");
    window.click("under", draw);
    CHECK(under == 0);
    CHECK_FALSE(window.find("under")->enabled);

    SECTION("Enter takes the first choice") {
        window.press(Key::enter);
        window.frame(draw);
        CHECK(answer == 0U);
    }
    SECTION("Esc takes the last one, which changes nothing") {
        window.press(Key::escape);
        window.frame(draw);
        CHECK(answer == 1U);
    }
    SECTION("Tab stays within it") {
        window.press(Key::tab);
        window.frame(draw);
        CHECK(window.focus.id == "q.no");
        window.press(Key::tab);
        window.frame(draw);
        CHECK(window.focus.id == "q.yes");
    }
    SECTION("the mouse takes any") {
        window.click("q.no", draw);
        CHECK(answer.has_value());
    }
    asking = false;
    window.frame(draw);
    window.frame(draw);
    window.click("under", draw);
    CHECK(under == 1);
}

TEST_CASE("kit: a tall content scrolls by the wheel, within its bounds") {
    NullWindow window;
    const gui::Rect view{0, 0, 200, 100};
    const auto draw = framed([&](gui::Ui& ui) {
        gui::Scroll scroll(ui, "s", view);
        const gui::Rect content = scroll.content();
        for (int i = 0; i < 10; ++i)
            static_cast<void>(gui::button(ui, "b" + std::to_string(i),
                                          {content.x, content.y + 40.0F * static_cast<float>(i), 100, 30}, "B"));
        scroll.content_ends_at(content.y + 400);
    });
    window.frame(draw);
    window.move_to(gui::Point{50, 50});
    window.frame(draw);
    window.wheel(-1);
    window.frame(draw);
    CHECK(window.find("b0")->rect.y < 0);
    window.wheel(-100);
    window.frame(draw);
    CHECK(window.find("b9")->rect.bottom() == 90);
    window.wheel(100);
    window.frame(draw);
    CHECK(window.find("b0")->rect.y == 0);
}

TEST_CASE("kit: Tab brings what it reaches into view") {
    NullWindow window;
    const gui::Rect view{0, 0, 200, 100};
    const auto draw = framed([&](gui::Ui& ui) {
        gui::Scroll scroll(ui, "s", view);
        const gui::Rect content = scroll.content();
        for (int i = 0; i < 10; ++i)
            static_cast<void>(gui::button(ui, "b" + std::to_string(i),
                                          {content.x, content.y + 40.0F * static_cast<float>(i), 100, 30}, "B"));
        scroll.content_ends_at(content.y + 400);
    });
    window.frame(draw);
    window.press({.key = Key::tab, .shift = true});
    for (int i = 0; i < 4; ++i) window.frame(draw);
    CHECK(window.focus.id == "b9");
    CHECK(window.find("b9")->rect.bottom() <= view.bottom());
}

TEST_CASE("kit: what is scrolled out of sight is not under the mouse") {
    NullWindow window;
    int pressed = 0;
    const auto draw = framed([&](gui::Ui& ui) {
        gui::Scroll scroll(ui, "s", {0, 0, 200, 50});
        pressed += gui::button(ui, "below", {0, 80, 100, 30}, "B");
        scroll.content_ends_at(400);
    });
    window.frame(draw);
    window.click("below", draw);
    CHECK(pressed == 0);
}

TEST_CASE("kit: what is dragged from one place drops on another") {
    NullWindow window;
    std::optional<std::string> dropped;
    const auto draw = framed([&](gui::Ui& ui) {
        static_cast<void>(gui::row(ui, "from", one));
        gui::drag_source(ui, "person", "p-1", one, "Aïcha");
        gui::note_item(ui.canvas, "to", "target", "", three);
        if (auto id = gui::drop_target(ui, "person", three)) dropped = id;
        if (auto id = gui::drop_target(ui, "step", three)) dropped = "wrong kind";
    });
    window.frame(draw);
    window.move_to("from");
    window.frame(draw);
    window.button_down();
    window.frame(draw);
    window.move_to("to");
    window.frame(draw);
    CHECK(window.drag.active);
    window.button_up();
    window.frame(draw);
    CHECK(dropped == "p-1");
    window.frame(draw);
    CHECK_FALSE(window.drag.active);
}
