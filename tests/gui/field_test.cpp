#include "gui/kit.hpp"

#include "compat/catch.hpp"
#include "gui/null_window.hpp"

using namespace ronde;
using gui::FieldEvent;
using gui::Key;
using tests::NullWindow;

namespace {

/// A window with one text field and one button under it.
struct Form {
    NullWindow window{};
    std::string text{};
    gui::FieldOptions options{};
    std::vector<FieldEvent> events{};
    gui::Rect rect{10, 10, 400, 60};

    [[nodiscard]] NullWindow::Draw draw() {
        return [this](gui::Ui& ui) {
            gui::begin_frame(ui);
            const FieldEvent event = gui::text_field(ui, "field", rect, text, options);
            if (event != FieldEvent::none) events.push_back(event);
            static_cast<void>(gui::button(ui, "button", {10, 300, 100, 40}, "B"));
            gui::end_frame(ui);
        };
    }
    void frame() { window.frame(draw()); }
    void press(const gui::KeyPress& key) {
        window.press(key);
        frame();
    }
    void press(Key key) { press(gui::KeyPress{.key = key}); }
    void type(std::string_view what) {
        window.type(what);
        frame();
    }
    void focus() {
        frame();
        press(Key::tab);
        frame();
    }
};

constexpr gui::KeyPress ctrl(char32_t letter) {
    return {.character = letter, .ctrl = true};
}

} // namespace

TEST_CASE("field: é, œ, ’ and emoji arrive as typed") {
    Form form;
    form.focus();
    CHECK(form.window.focus.typing);
    form.type("L’été à l’œuvre… 🌿👩🏽‍🌾");
    CHECK(form.text == "L’été à l’œuvre… 🌿👩🏽‍🌾");
    CHECK(form.window.keys.empty()); // no shortcut hears what is typed
    form.press(Key::backspace);
    CHECK(form.text == "L’été à l’œuvre… 🌿");
    CHECK(form.window.find("field")->value == form.text);
}

TEST_CASE("field: without the focus it takes nothing") {
    Form form;
    form.frame();
    form.type("abc");
    CHECK(form.text.empty());
    CHECK(form.window.keys.size() == 3);
}

TEST_CASE("field: arrows, Home, End, words and selection") {
    Form form;
    form.focus();
    form.type("un deux trois");
    form.press(Key::home);
    form.type("[");
    form.press(Key::end);
    form.type("]");
    CHECK(form.text == "[un deux trois]");
    form.press({.key = Key::left, .ctrl = true, .shift = true});
    form.type("3");
    CHECK(form.text == "[un deux 3");
    form.press({.key = Key::backspace, .ctrl = true});
    CHECK(form.text == "[un deux ");
    form.press(ctrl('a'));
    form.press(Key::del);
    CHECK(form.text.empty());
}

TEST_CASE("field: cut, copy and paste go through the clipboard") {
    Form form;
    form.focus();
    form.type("café");
    form.press(ctrl('a'));
    form.press(ctrl('c'));
    CHECK(form.window.clipboard == "café");
    form.press(ctrl('x'));
    CHECK(form.text.empty());
    form.window.clipboard = "deux\r\nlignes\t🌿";
    form.press(ctrl('v'));
    CHECK(form.text == "deux lignes 🌿");
    form.options.lines = gui::Lines::many;
    form.press(ctrl('a'));
    form.press(ctrl('v'));
    CHECK(form.text == "deux\nlignes 🌿");
}

TEST_CASE("field: Ctrl+Z undoes the typing, and is left to the panel when the field is empty") {
    Form form;
    form.focus();
    form.type("mot");
    form.press(ctrl('z'));
    CHECK(form.text.empty());
    form.press(ctrl('z'));
    CHECK(form.window.keys == std::vector<gui::KeyPress>{ctrl('z')});
}

TEST_CASE("field: Enter submits, Esc leaves the text and gives the focus away") {
    Form form;
    form.focus();
    form.type("oui");
    form.press(Key::enter);
    CHECK(form.events.back() == FieldEvent::submitted);
    form.press(Key::escape);
    CHECK(form.events.back() == FieldEvent::escaped);
    CHECK(form.text == "oui");
    CHECK(form.window.focus.id.empty());
    form.frame();
    CHECK_FALSE(form.window.focus.typing);
}

TEST_CASE("field: characters come before the keys of their frame") {
    Form form;
    form.focus();
    form.window.type_and_press("oui", Key::enter, form.draw());
    CHECK(form.text == "oui");
    CHECK(form.events.back() == FieldEvent::submitted);
}

TEST_CASE("field: with many lines, Shift+Enter breaks the line and the rows are walked") {
    Form form;
    form.options.lines = gui::Lines::many;
    form.rect.h = 200;
    form.focus();
    form.type("premier");
    form.press({.key = Key::enter, .shift = true});
    form.type("second");
    CHECK(form.text == "premier\nsecond");
    form.press(Key::up);
    form.press(Key::home);
    form.type("le ");
    CHECK(form.text == "le premier\nsecond");
    form.press(Key::down);
    form.press(Key::end);
    form.type("!");
    CHECK(form.text == "le premier\nsecond!");
    form.press(Key::down);
    CHECK(form.window.keys.size() == 1); // no row below: the key is the panel's
}

TEST_CASE("field: Page Up, Page Down and the function keys are never its own") {
    Form form;
    form.focus();
    for (const Key key : {Key::page_up, Key::page_down, Key::f11}) {
        form.press(key);
        CHECK(form.window.keys.size() == 1);
    }
    form.press({.character = 'q', .alt = true});
    CHECK(form.window.keys.size() == 1);
}

TEST_CASE("field: a click puts the cursor where it is") {
    Form form;
    form.text = "abcdef";
    form.frame();
    // Half an em a character, 15 units: the field's text begins 18 units from its edge.
    form.window.move_to(gui::Point{10 + 18 + 7.5F * 3, 40});
    form.frame();
    form.window.button_down();
    form.frame();
    form.window.button_up();
    form.frame();
    form.type("|");
    CHECK(form.text == "abc|def");
}

TEST_CASE("field: what its owner changes is shown and edited") {
    Form form;
    form.focus();
    form.type("abc");
    form.text = "xyz";
    form.type("!");
    CHECK(form.text == "xyz!");
}

TEST_CASE("field: leaving it submits what was changed, once, when that is asked for") {
    Form form;
    form.options.submit_on_leave = true;
    form.focus();
    form.type("abc");
    form.events.clear();
    form.press(Key::tab);
    form.frame();
    form.frame();
    CHECK(form.events == std::vector<FieldEvent>{FieldEvent::submitted});
}

TEST_CASE("edit field: gives the new value once, when it is submitted or left") {
    NullWindow window;
    std::string value = "avant";
    int given = 0;
    const NullWindow::Draw draw = [&](gui::Ui& ui) {
        gui::begin_frame(ui);
        if (auto changed = gui::edit_field(ui, "f", {10, 10, 300, 40}, value)) {
            value = *changed;
            ++given;
        }
        static_cast<void>(gui::button(ui, "b", {10, 100, 100, 40}, "B"));
        gui::end_frame(ui);
    };
    const auto press = [&](Key key) {
        window.press(key);
        window.frame(draw);
    };
    window.frame(draw);
    press(Key::tab);
    window.frame(draw);
    window.type("!");
    window.frame(draw);
    CHECK(value == "avant");
    SECTION("Enter") {
        press(Key::enter);
    }
    SECTION("Tab") {
        press(Key::tab);
    }
    SECTION("Esc, which discards no text") {
        press(Key::escape);
    }
    window.frame(draw);
    window.frame(draw);
    CHECK(value == "!"); // reached by Tab, the whole was selected
    CHECK(given == 1);
}
