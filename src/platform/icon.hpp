#pragma once
// The program's icon, drawn by code: a ring of six tables around a clock's hand, in the look's colours.

#include <cstdint>
#include <vector>

struct GLFWwindow;

namespace ronde::platform {

/// RGBA, `size` × `size`, straight alpha, row by row from the top.
[[nodiscard]] std::vector<std::uint8_t> draw_icon(int size);

void set_icon(GLFWwindow* window);

} // namespace ronde::platform
