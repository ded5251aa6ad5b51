#pragma once
// A key event of GLFW as Ronde sees it: letters and signs by the character that the layout makes, digits by position.
// Pure but for the layout's names, which are handed in. Main thread.

#include "platform/input_queue.hpp"

#include <optional>
#include <string_view>

namespace ronde::platform {

/// What GLFW's key callback gives. `name` is glfwGetKeyName's answer, empty when it has none.
struct RawKey {
    int key = 0;
    int action = 0;
    int mods = 0;
    std::string_view name{};
};

/// The digit at this place of the keyboard or its keypad, whatever the layout writes there; none for another key.
[[nodiscard]] std::optional<int> digit_at(int glfw_key);

/// None: nothing that anybody here listens to (a plain letter comes as a character, the rest is ignored).
[[nodiscard]] std::optional<KeyEvent> key_event_of(const RawKey& raw);

} // namespace ronde::platform
