#include "platform/key_translation.hpp"

#include "base/text.hpp"
#include "compat/glfw.hpp"

namespace ronde::platform {

namespace {

struct NamedKey {
    int glfw;
    gui::Key key;
    std::optional<EditKey> edit;
};

// Space is missing: without Ctrl and Alt it comes as a character, like a letter.
constexpr NamedKey named_keys[] = {
    {GLFW_KEY_ENTER, gui::Key::enter, EditKey::enter},
    {GLFW_KEY_KP_ENTER, gui::Key::enter, EditKey::enter},
    {GLFW_KEY_ESCAPE, gui::Key::escape, std::nullopt},
    {GLFW_KEY_TAB, gui::Key::tab, std::nullopt},
    {GLFW_KEY_BACKSPACE, gui::Key::backspace, EditKey::backspace},
    {GLFW_KEY_DELETE, gui::Key::del, EditKey::del},
    {GLFW_KEY_LEFT, gui::Key::left, EditKey::left},
    {GLFW_KEY_RIGHT, gui::Key::right, EditKey::right},
    {GLFW_KEY_UP, gui::Key::up, EditKey::up},
    {GLFW_KEY_DOWN, gui::Key::down, EditKey::down},
    {GLFW_KEY_HOME, gui::Key::home, EditKey::home},
    {GLFW_KEY_END, gui::Key::end, EditKey::end},
    {GLFW_KEY_PAGE_UP, gui::Key::page_up, std::nullopt},
    {GLFW_KEY_PAGE_DOWN, gui::Key::page_down, std::nullopt},
    {GLFW_KEY_F1, gui::Key::f1, std::nullopt},
    {GLFW_KEY_F2, gui::Key::f2, std::nullopt},
    {GLFW_KEY_F3, gui::Key::f3, std::nullopt},
    {GLFW_KEY_F4, gui::Key::f4, std::nullopt},
    {GLFW_KEY_F5, gui::Key::f5, std::nullopt},
    {GLFW_KEY_F6, gui::Key::f6, std::nullopt},
    {GLFW_KEY_F10, gui::Key::f10, std::nullopt},
    {GLFW_KEY_F11, gui::Key::f11, std::nullopt},
};

std::optional<EditKey> edit_key_of_letter(char32_t letter) {
    switch (letter) {
    case U'a': return EditKey::a;
    case U'c': return EditKey::c;
    case U'v': return EditKey::v;
    case U'x': return EditKey::x;
    case U'y': return EditKey::y;
    case U'z': return EditKey::z;
    default: return std::nullopt;
    }
}

/// The modifiers once the event has happened: X11 tells those before it.
Modifiers modifiers_after(const RawKey& raw) {
    Modifiers now{.ctrl = (raw.mods & GLFW_MOD_CONTROL) != 0,
                  .shift = (raw.mods & GLFW_MOD_SHIFT) != 0,
                  .alt = (raw.mods & GLFW_MOD_ALT) != 0};
    const bool down = raw.action != GLFW_RELEASE;
    if (raw.key == GLFW_KEY_LEFT_CONTROL || raw.key == GLFW_KEY_RIGHT_CONTROL) now.ctrl = down;
    if (raw.key == GLFW_KEY_LEFT_SHIFT || raw.key == GLFW_KEY_RIGHT_SHIFT) now.shift = down;
    if (raw.key == GLFW_KEY_LEFT_ALT) now.alt = down; // the right one is AltGr
    return now;
}

bool is_modifier(int key) {
    return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER && key != GLFW_KEY_RIGHT_ALT;
}

/// With Ctrl, plus and minus are the two keys right of the digits on every layout (on AZERTY the minus sign itself lies
/// on a digit), and the keypad's.
char32_t zoom_sign_at(int key) {
    if (key == GLFW_KEY_EQUAL || key == GLFW_KEY_KP_ADD) return U'+';
    if (key == GLFW_KEY_MINUS || key == GLFW_KEY_KP_SUBTRACT) return U'-';
    return 0;
}

/// With Ctrl or Alt no character is made, so the key itself says what it is.
std::optional<KeyEvent> chord_of(const RawKey& raw, Modifiers modifiers) {
    gui::KeyPress press{.ctrl = modifiers.ctrl, .shift = modifiers.shift, .alt = modifiers.alt};
    KeyEvent event;
    event.modifiers = modifiers;
    if (const auto digit = digit_at(raw.key)) {
        press.key = gui::Key::digit;
        press.digit = *digit;
    } else if (raw.key == GLFW_KEY_SPACE) {
        press.key = gui::Key::space;
    } else if (const char32_t sign = zoom_sign_at(raw.key); sign != 0 && modifiers.ctrl) {
        press.character = sign;
        press.shift = false;
    } else if (!raw.name.empty()) {
        std::size_t at = 0;
        press.character = base::next_code_point(raw.name, at);
        if (modifiers.ctrl) event.edit = edit_key_of_letter(press.character);
    } else {
        return std::nullopt;
    }
    event.press = press;
    return event;
}

/// Keys that make no character, and the modifiers themselves.
std::optional<KeyEvent> named_key_of(const RawKey& raw, Modifiers modifiers) {
    KeyEvent event;
    event.modifiers = modifiers;
    if (is_modifier(raw.key)) return event;
    for (const NamedKey& named : named_keys) {
        if (named.glfw != raw.key) continue;
        event.edit = named.edit;
        event.press =
            gui::KeyPress{.key = named.key, .ctrl = modifiers.ctrl, .shift = modifiers.shift, .alt = modifiers.alt};
        return event;
    }
    return std::nullopt;
}

/// Ctrl was let go before the letter: the letter must still come up again.
std::optional<KeyEvent> late_release_of(const RawKey& raw, Modifiers modifiers) {
    if (raw.name.empty()) return std::nullopt;
    std::size_t at = 0;
    KeyEvent event;
    event.edit = edit_key_of_letter(base::next_code_point(raw.name, at));
    event.modifiers = modifiers;
    if (!event.edit) return std::nullopt;
    return event;
}

} // namespace

std::optional<int> digit_at(int glfw_key) {
    if (glfw_key >= GLFW_KEY_0 && glfw_key <= GLFW_KEY_9) return glfw_key - GLFW_KEY_0;
    if (glfw_key >= GLFW_KEY_KP_0 && glfw_key <= GLFW_KEY_KP_9) return glfw_key - GLFW_KEY_KP_0;
    return std::nullopt;
}

std::optional<KeyEvent> key_event_of(const RawKey& raw) {
    const Modifiers modifiers = modifiers_after(raw);
    std::optional<KeyEvent> event = named_key_of(raw, modifiers);
    if (!event && (modifiers.ctrl || modifiers.alt)) event = chord_of(raw, modifiers);
    if (raw.action != GLFW_RELEASE) return event;
    if (!event) event = late_release_of(raw, modifiers);
    if (!event) return std::nullopt;
    event->motion = Motion::up;
    event->press.reset();
    return event;
}

} // namespace ronde::platform
