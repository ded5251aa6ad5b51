#pragma once
// The screens, and which of them the stage goes to. The choice is pure; only list_monitors asks GLFW. Main thread.

#include "gui/geometry.hpp"
#include "platform/options.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ronde::platform {

/// A screen, in pixels of the whole desktop.
struct Monitor {
    std::string name{};
    gui::Rect area{};
    gui::Rect work{}; ///< without panels and docks
    friend bool operator==(const Monitor&, const Monitor&) = default;
};

/// The primary one first.
[[nodiscard]] std::vector<Monitor> list_monitors();

/// The monitor that most of a window lies on; the first when it lies on none.
[[nodiscard]] std::size_t monitor_under(const std::vector<Monitor>& monitors, const gui::Rect& window);

/// Where the stage covers a whole screen; none: it stays in a window. Without a wish: a screen that the control window
/// is not on.
[[nodiscard]] std::optional<std::size_t> monitor_for_stage(const std::vector<Monitor>& monitors, const StageWish& wish,
                                                           const gui::Rect& control);

/// What to say of a wish for a screen that is not there; none: nothing. It may come later, so this is no failure.
[[nodiscard]] std::optional<std::string> missing_monitor(const std::vector<Monitor>& monitors, const StageWish& wish);

/// A place for the stage in a window on the control window's screen: beside the control window where there is room,
/// else small in the corner that it covers least.
[[nodiscard]] gui::Rect window_for_stage(const gui::Rect& work, const gui::Rect& control);

} // namespace ronde::platform
