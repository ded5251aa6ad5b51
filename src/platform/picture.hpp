#pragma once
// A picture of what a window shows, as a PNG file. Needs the window's OpenGL context. Main thread.

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace ronde::platform {

/// RGB, row by row from the top.
struct Picture {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels{};
};

/// Reads the framebuffer that is bound for reading.
[[nodiscard]] Picture read_framebuffer(int width, int height);

[[nodiscard]] base::Result<void> write_png(const Picture& picture, const std::filesystem::path& path);

/// A framebuffer of any size, bound from its making to its end: for drawing what no window shows.
class OffScreen {
public:
    OffScreen(int width, int height);
    ~OffScreen();
    OffScreen(const OffScreen&) = delete;
    OffScreen& operator=(const OffScreen&) = delete;

private:
    std::uint32_t m_framebuffer = 0;
    std::uint32_t m_colour = 0;
};

} // namespace ronde::platform
