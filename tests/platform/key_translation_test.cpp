#include "platform/key_translation.hpp"

#include "compat/catch.hpp"
#include "compat/glfw.hpp"

using namespace ronde;
using namespace ronde::platform;

namespace {

gui::KeyPress press_of(const RawKey& raw) {
    const auto event = key_event_of(raw);
    REQUIRE(event.has_value());
    REQUIRE(event->press.has_value());
    return *event->press;
}

} // namespace

TEST_CASE("keys: on AZERTY, Ctrl+A is the key that writes an a, though it lies where QWERTY has Q") {
    const auto event = key_event_of({GLFW_KEY_Q, GLFW_PRESS, GLFW_MOD_CONTROL, "a"});
    REQUIRE(event.has_value());
    CHECK(event->edit == EditKey::a);
    CHECK(press_of({GLFW_KEY_Q, GLFW_PRESS, GLFW_MOD_CONTROL, "a"}).character == U'a');
    CHECK(key_event_of({GLFW_KEY_W, GLFW_PRESS, GLFW_MOD_CONTROL, "z"})->edit == EditKey::z);
}

TEST_CASE("keys: digits go by their place, whatever the layout writes there") {
    const gui::KeyPress press = press_of({GLFW_KEY_2, GLFW_PRESS, GLFW_MOD_CONTROL, "é"});
    CHECK(press.key == gui::Key::digit);
    CHECK(press.digit == 2);
    CHECK(press.ctrl);
    CHECK(press_of({GLFW_KEY_KP_7, GLFW_PRESS, GLFW_MOD_CONTROL, "7"}).digit == 7);
}

TEST_CASE("keys: Ctrl with plus and minus goes by place and keypad, since AZERTY has its minus on a digit") {
    CHECK(press_of({GLFW_KEY_EQUAL, GLFW_PRESS, GLFW_MOD_CONTROL, "="}).character == U'+');
    CHECK(press_of({GLFW_KEY_EQUAL, GLFW_PRESS, GLFW_MOD_CONTROL | GLFW_MOD_SHIFT, "="}) ==
          gui::KeyPress{.key = gui::Key::character, .character = U'+', .ctrl = true});
    CHECK(press_of({GLFW_KEY_MINUS, GLFW_PRESS, GLFW_MOD_CONTROL, ")"}).character == U'-');
    CHECK(press_of({GLFW_KEY_KP_SUBTRACT, GLFW_PRESS, GLFW_MOD_CONTROL, "-"}).character == U'-');
}

TEST_CASE("keys: a letter without Ctrl or Alt is left to the character that it makes") {
    CHECK_FALSE(key_event_of({GLFW_KEY_B, GLFW_PRESS, 0, "b"}).has_value());
    CHECK_FALSE(key_event_of({GLFW_KEY_SPACE, GLFW_PRESS, 0, ""}).has_value());
    CHECK_FALSE(key_event_of({GLFW_KEY_6, GLFW_PRESS, GLFW_MOD_SHIFT, "-"}).has_value());
}

TEST_CASE("keys: Alt with a letter says the letter and touches no text field") {
    const auto event = key_event_of({GLFW_KEY_I, GLFW_PRESS, GLFW_MOD_ALT, "i"});
    REQUIRE(event.has_value());
    CHECK_FALSE(event->edit.has_value());
    CHECK(*event->press == gui::KeyPress{.key = gui::Key::character, .character = U'i', .alt = true});
}

TEST_CASE("keys: AltGr is no Alt, so that what it writes is typed") {
    CHECK_FALSE(key_event_of({GLFW_KEY_RIGHT_ALT, GLFW_PRESS, 0, ""}).has_value());
    CHECK_FALSE(key_event_of({GLFW_KEY_0, GLFW_PRESS, 0, "à"}).has_value());
}

TEST_CASE("keys: a clicker's Page Down reaches the panels and no text field") {
    const auto event = key_event_of({GLFW_KEY_PAGE_DOWN, GLFW_PRESS, 0, ""});
    REQUIRE(event.has_value());
    CHECK(event->press->key == gui::Key::page_down);
    CHECK_FALSE(event->edit.has_value());
}

TEST_CASE("keys: what goes up presses nothing, and a letter comes up though Ctrl was let go first") {
    const auto up = key_event_of({GLFW_KEY_Q, GLFW_RELEASE, 0, "a"});
    REQUIRE(up.has_value());
    CHECK(up->edit == EditKey::a);
    CHECK(up->motion == Motion::up);
    CHECK_FALSE(up->press.has_value());
}

TEST_CASE("keys: the modifier itself counts from its own event on") {
    CHECK(key_event_of({GLFW_KEY_LEFT_CONTROL, GLFW_PRESS, 0, ""})->modifiers.ctrl);
    CHECK_FALSE(key_event_of({GLFW_KEY_LEFT_CONTROL, GLFW_RELEASE, GLFW_MOD_CONTROL, ""})->modifiers.ctrl);
}

TEST_CASE("keys: a digit is known by its place, on the row and on the keypad") {
    CHECK(digit_at(GLFW_KEY_1) == 1);
    CHECK(digit_at(GLFW_KEY_KP_3) == 3);
    CHECK_FALSE(digit_at(GLFW_KEY_A));
}
