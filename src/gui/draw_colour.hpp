#pragma once
// The theme's colours as draw lists take them. Internal to gui.

#include "compat/imgui.hpp"
#include "gui/theme.hpp"

namespace ronde::gui {

[[nodiscard]] inline ImU32 packed(Colour c) {
    return IM_COL32(c.r, c.g, c.b, c.a);
}

} // namespace ronde::gui
