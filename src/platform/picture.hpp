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

[[nodiscard]] base::Result<void> write_png(const Picture& picture, const std::filesystem::path& path);

/// What a window is drawn on before it is shown: unlike the window's own framebuffer it keeps what was drawn.
class Canvas {
public:
    Canvas(int width, int height);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

    /// From here on all is drawn on it.
    void draw_here() const;
    /// Copies it to the window's framebuffer, which is the one drawn on from here on.
    void show() const;
    [[nodiscard]] Picture picture() const;

private:
    int m_width;
    int m_height;
    std::uint32_t m_framebuffer = 0;
    std::uint32_t m_colour = 0;
};

} // namespace ronde::platform
