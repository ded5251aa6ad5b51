#include "platform/icon.hpp"

#include "compat/glfw.hpp"
#include "gui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

namespace ronde::platform {

namespace {

struct Dot {
    double x;
    double y;
    double radius;
    gui::Colour colour;
};

/// How much of the pixel lies inside a shape whose edge is `distance` pixels away (inside: negative).
double coverage(double distance) {
    return std::clamp(0.5 - distance, 0.0, 1.0);
}

struct Pixel {
    double r = 0;
    double g = 0;
    double b = 0;
    double a = 0;

    void paint(gui::Colour colour, double cover) {
        const double rest = a * (1 - cover);
        const double sum = cover + rest;
        if (sum <= 0) return;
        r = (colour.r * cover + r * rest) / sum;
        g = (colour.g * cover + g * rest) / sum;
        b = (colour.b * cover + b * rest) / sum;
        a = sum;
    }
};

/// The tables: two a question, around the room, as seen from above.
std::array<Dot, 6> tables(double size) {
    const gui::Theme& theme = gui::theme_of(app::ThemeName::paper);
    std::array<Dot, 6> dots{};
    for (std::size_t i = 0; i < dots.size(); ++i) {
        const double angle = std::numbers::pi * (static_cast<double>(i) / 3 - 0.5);
        dots[i] = {size / 2 + std::cos(angle) * size * 0.36, size / 2 + std::sin(angle) * size * 0.36, size * 0.115,
                   theme.questions[i % 3].colour};
    }
    return dots;
}

} // namespace

std::vector<std::uint8_t> draw_icon(int size) {
    const double s = size;
    const gui::Theme& theme = gui::theme_of(app::ThemeName::paper);
    const auto dots = tables(s);
    std::vector<std::uint8_t> pixels;
    pixels.reserve(static_cast<std::size_t>(size) * static_cast<std::size_t>(size) * 4);
    for (int row = 0; row < size; ++row) {
        for (int column = 0; column < size; ++column) {
            const double x = column + 0.5;
            const double y = row + 0.5;
            Pixel pixel;
            const double from_centre = std::hypot(x - s / 2, y - s / 2);
            pixel.paint(theme.ground, coverage(from_centre - s * 0.5));
            for (const Dot& dot : dots)
                pixel.paint(dot.colour, coverage(std::hypot(x - dot.x, y - dot.y) - dot.radius));
            pixel.paint(theme.ink, coverage(from_centre - s * 0.1));
            for (const double channel : {pixel.r, pixel.g, pixel.b, pixel.a * 255})
                pixels.push_back(static_cast<std::uint8_t>(std::lround(channel)));
        }
    }
    return pixels;
}

void set_icon(GLFWwindow* window) {
    constexpr std::array sizes{16, 32, 48, 128};
    std::array<std::vector<std::uint8_t>, sizes.size()> pixels;
    std::array<GLFWimage, sizes.size()> images{};
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        pixels[i] = draw_icon(sizes[i]);
        images[i] = {sizes[i], sizes[i], pixels[i].data()};
    }
    glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

} // namespace ronde::platform
