#pragma once
// A key as the panels see it: letters and signs by the character that the keyboard makes, digits by position.
// Platform makes these from the window system's events; tests make them by hand.

#include <cstdint>

namespace ronde::gui {

enum class Key {
    character, ///< see `character`; with Ctrl or Alt, the letter of the key in the person's layout, lower case
    digit,     ///< see `digit`, 0–9 by position (also the keypad's)
    space,
    enter,
    escape,
    tab,
    backspace,
    del,
    left,
    right,
    up,
    down,
    home,
    end,
    page_up,
    page_down,
    f1,
    f2,
    f3,
    f4,
    f5,
    f6,
    f10,
    f11,
};

struct KeyPress {
    Key key = Key::character;
    char32_t character = 0;
    int digit = 0;
    int position = -1; ///< of a character: 0–9 when its key is that digit's, whatever the layout writes there
    bool ctrl = false;
    bool shift = false;
    bool alt = false;

    friend bool operator==(const KeyPress&, const KeyPress&) = default;
};

/// Whether it writes something where somebody types.
[[nodiscard]] constexpr bool is_written(const KeyPress& key) {
    return !key.ctrl && !key.alt && (key.key == Key::character || key.key == Key::space);
}

/// Where a key was pressed.
enum class Window { control, stage };

} // namespace ronde::gui
