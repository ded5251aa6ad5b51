#include "gui/control.hpp"

#include "compat/catch.hpp"
#include "gui/cafe_bench.hpp"
#include "gui/kit_memory.hpp"

#include <memory>

using namespace ronde;
using namespace std::chrono_literals;
using gui::Key;
using gui::KeyPress;
using gui::Window;

namespace {

struct Keys {
    tests::CafeBench bench;
    gui::ControlState state{};

    bool press(const KeyPress& key, Window window = Window::control) {
        const gui::View view = bench.view();
        return gui::handle_key(key, window, view, state, bench.dispatch());
    }
    bool press(Key key, Window window = Window::control) { return press(KeyPress{.key = key}, window); }
    bool press(char32_t c, Window window = Window::control) { return press(KeyPress{.character = c}, window); }
    [[nodiscard]] cafe::ClockState clock() const { return bench.session.timer.state; }
    [[nodiscard]] std::size_t step() const { return cafe::current_step(bench.session).value_or(99); }
};

constexpr KeyPress ctrl(char32_t letter) {
    return {.character = letter, .ctrl = true};
}
constexpr KeyPress ctrl_digit(int digit) {
    return {.key = Key::digit, .digit = digit, .ctrl = true};
}

} // namespace

TEST_CASE("keys: Space starts and pauses, in either window") {
    for (const Window window : {Window::control, Window::stage}) {
        Keys keys;
        CHECK(keys.press(Key::space, window));
        CHECK(keys.clock() == cafe::ClockState::paused);
        CHECK(keys.press(Key::space, window));
        CHECK(keys.clock() == cafe::ClockState::running);
    }
}

TEST_CASE("keys: → takes no answer to a question that came over a field being typed in; Page Down does") {
    Keys keys;
    keys.state.focus.memory = std::make_shared<gui::KitMemory>();
    keys.state.focus.memory->typed_into = "notes.input";
    CHECK(keys.press(Key::page_down));
    REQUIRE(keys.state.asking == "next");
    keys.press(Key::right);
    CHECK(keys.step() == 5);
    CHECK(keys.press(Key::page_down));
    CHECK(keys.step() == 6);
}

TEST_CASE("keys: Page Down and → leave a round only when asked twice") {
    for (const Window window : {Window::control, Window::stage}) {
        for (const Key key : {Key::page_down, Key::right}) {
            Keys keys;
            CHECK(keys.press(key, window));
            CHECK(keys.step() == 5);
            CHECK(keys.state.asking == "next");
            CHECK(keys.press(key, window));
            CHECK(keys.step() == 6);
            CHECK(keys.state.asking.empty());
            // Travel is left at once.
            CHECK(keys.press(key, window));
            CHECK(keys.step() == 7);
        }
    }
}

TEST_CASE("keys: a round that is over is left at once") {
    Keys keys;
    keys.bench.now = tests::set_moment(keys.bench.session, {.step = 5, .left = -30s});
    CHECK(keys.press(Key::page_down));
    CHECK(keys.step() == 6);
}

TEST_CASE("keys: Page Up and ← go back") {
    for (const Key key : {Key::page_up, Key::left}) {
        Keys keys;
        CHECK(keys.press(key));
        CHECK(keys.step() == 4);
    }
}

TEST_CASE("keys: B and the full stop make the screen black and back") {
    for (const char32_t c : std::u32string_view(U"bB.")) {
        Keys keys;
        CHECK(keys.press(c));
        CHECK(keys.bench.session.stage.screen == cafe::Screen::black);
        CHECK(keys.press(c, Window::stage));
        CHECK(keys.bench.session.stage.screen == cafe::Screen::shown);
    }
}

TEST_CASE("keys: plus and minus are a minute") {
    Keys keys;
    CHECK(keys.press(U'+'));
    CHECK(keys.bench.view().app.timer.left == 13min + 24s);
    CHECK(keys.press(U'-'));
    CHECK(keys.press(U'-'));
    CHECK(keys.bench.view().app.timer.left == 11min + 24s);
}

TEST_CASE("keys: while a field is being edited only the clicker's keys and F11 act") {
    Keys keys;
    keys.state.focus.typing = true;
    for (const KeyPress& key : {KeyPress{.key = Key::space}, KeyPress{.character = 'b'}, KeyPress{.character = '.'},
                                KeyPress{.character = '+'}, KeyPress{.character = '-'}, KeyPress{.key = Key::left},
                                KeyPress{.key = Key::right}})
        CHECK_FALSE(keys.press(key));
    CHECK(keys.bench.deeds.empty());
    CHECK(keys.press(Key::page_up));
    CHECK(keys.step() == 4);
    CHECK(keys.press(Key::page_down));
    CHECK(keys.step() == 5);
    CHECK(keys.press(Key::f11));
    CHECK(keys.bench.commands_of<app::ToggleStageFullScreen>().size() == 1);
    // The stage has no field.
    CHECK(keys.press(Key::space, Window::stage));
}

TEST_CASE("keys: the stage leads to the places of the control window too") {
    Keys keys;
    CHECK(keys.press(Key::f4, Window::stage));
    CHECK(keys.state.place == gui::Place::notes);
    CHECK(gui::leads_to_control({.key = Key::f4}));
    CHECK(gui::leads_to_control(ctrl_digit(1)));
    CHECK_FALSE(gui::leads_to_control({.key = Key::page_down}));
    CHECK_FALSE(gui::leads_to_control({.key = Key::character, .character = U'p'}));
    CHECK(keys.press({.key = Key::character, .character = U'p', .ctrl = true}, Window::stage));
    CHECK(keys.state.asking == "presence");
    CHECK_FALSE(keys.press({.key = Key::character, .character = U'z', .ctrl = true}, Window::stage));
    CHECK(keys.bench.deeds.empty());
}

TEST_CASE("keys: Esc leaves full screen and stops nothing") {
    Keys keys;
    CHECK_FALSE(keys.press(Key::escape));
    keys.bench.stage.full_screen = true;
    CHECK(keys.press(Key::escape, Window::stage));
    CHECK(keys.bench.commands_of<app::ToggleStageFullScreen>().size() == 1);
    CHECK(keys.bench.deeds.empty());
}

TEST_CASE("keys: Ctrl and a digit choose a table, wherever one is") {
    Keys keys;
    keys.state.focus.typing = true;
    CHECK(keys.press(ctrl_digit(3)));
    CHECK(keys.state.place == gui::Place::notes);
    CHECK(keys.state.notes.table.value == "t-3");
    CHECK(keys.state.focus.id == "notes.input");
    CHECK(keys.press(ctrl_digit(9))); // there are six
    CHECK(keys.state.notes.table.value == "t-3");
    CHECK(keys.press(ctrl_digit(0)));
    CHECK(keys.state.asking == "tables");
}

TEST_CASE("keys: every place has its key") {
    const std::pair<Key, gui::Place> places[] = {{Key::f2, gui::Place::prepare},
                                                 {Key::f3, gui::Place::run},
                                                 {Key::f4, gui::Place::notes},
                                                 {Key::f5, gui::Place::harvest},
                                                 {Key::f6, gui::Place::review}};
    Keys keys;
    for (const auto& [key, place] : places) {
        CHECK(keys.press(key));
        CHECK(keys.state.place == place);
        CHECK(keys.state.focus.typing == (place == gui::Place::notes));
    }
}

TEST_CASE("keys: Ctrl and plus or minus scale the window, within bounds") {
    Keys keys;
    CHECK(keys.press(ctrl('+')));
    CHECK(keys.bench.commands_of<app::SetPreferences>().back().preferences.scale == Approx(1.1));
    CHECK(keys.press(ctrl('-')));
    CHECK(keys.bench.commands_of<app::SetPreferences>().back().preferences.scale == Approx(0.9));
    keys.bench.snapshot.preferences.scale = 2.5F;
    CHECK(keys.press(ctrl('+')));
    CHECK(keys.bench.commands_of<app::SetPreferences>().back().preferences.scale == Approx(2.5));
}

TEST_CASE("keys: Ctrl+Z takes back in the scope of the place") {
    Keys keys;
    keys.state.place = gui::Place::notes;
    keys.bench.dispatch().act(cafe::CaptureIdea{.id = {"i-x"}, .text = "une", .table = {"t-2"}});
    keys.state.notes.table = {"t-2"};
    CHECK(keys.press(ctrl('z')));
    CHECK_FALSE(cafe::find(keys.bench.session, cafe::IdeaId{"i-x"}));
    CHECK(keys.press({.character = 'z', .ctrl = true, .shift = true}));
    CHECK(cafe::find(keys.bench.session, cafe::IdeaId{"i-x"}));
    CHECK(keys.press(ctrl('z')));
    CHECK(keys.press(ctrl('y')));
    CHECK(cafe::find(keys.bench.session, cafe::IdeaId{"i-x"}));
    keys.state.place = gui::Place::run;
    CHECK_FALSE(keys.press(ctrl('z')));
}

TEST_CASE("keys: a café that may not be changed is not") {
    Keys keys;
    keys.bench.snapshot.access = app::Access::newer_version;
    for (const Key key : {Key::space, Key::page_down, Key::page_up, Key::right}) keys.press(key);
    keys.press(U'b');
    CHECK(keys.bench.deeds.empty());
    CHECK(keys.state.asking.empty());
}

TEST_CASE("keys: letters with Alt are nobody's here") {
    Keys keys;
    CHECK_FALSE(keys.press({.character = 'b', .alt = true}));
    CHECK(keys.bench.deeds.empty());
}
