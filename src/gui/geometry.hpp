#pragma once
// Rectangles in pixels, and cutting them: how every panel is laid out.

#include <algorithm>

namespace ronde::gui {

struct Point {
    float x = 0;
    float y = 0;
};

struct Rect {
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;

    [[nodiscard]] float right() const { return x + w; }
    [[nodiscard]] float bottom() const { return y + h; }
    [[nodiscard]] Point centre() const { return {x + w / 2, y + h / 2}; }
    [[nodiscard]] bool contains(Point p) const { return p.x >= x && p.y >= y && p.x < right() && p.y < bottom(); }
    [[nodiscard]] Rect inset(float dx, float dy) const {
        return {x + dx, y + dy, std::max(0.0F, w - 2 * dx), std::max(0.0F, h - 2 * dy)};
    }
    [[nodiscard]] Rect inset(float d) const { return inset(d, d); }

    /// Cuts a strip off and returns it; what is left stays in this rectangle.
    Rect cut_left(float size) {
        size = std::clamp(size, 0.0F, w);
        const Rect strip{x, y, size, h};
        x += size;
        w -= size;
        return strip;
    }
    Rect cut_right(float size) {
        size = std::clamp(size, 0.0F, w);
        w -= size;
        return {x + w, y, size, h};
    }
    Rect cut_top(float size) {
        size = std::clamp(size, 0.0F, h);
        const Rect strip{x, y, w, size};
        y += size;
        h -= size;
        return strip;
    }
    Rect cut_bottom(float size) {
        size = std::clamp(size, 0.0F, h);
        h -= size;
        return {x, y + h, w, size};
    }

    friend bool operator==(const Rect&, const Rect&) = default;
};

} // namespace ronde::gui
