#include "gui/canvas.hpp"

#include "compat/imgui.hpp"
#include "gui/draw_colour.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ronde::gui {

namespace {

constexpr float turn = 2 * std::numbers::pi_v<float>;
constexpr float top = -turn / 4;

/// Enough segments for a smooth arc of this radius.
int segments(float radius) {
    return std::max(3, static_cast<int>(std::ceil(std::clamp(radius * 1.2F, 24.0F, 360.0F))));
}

} // namespace

void fill(Canvas& canvas, const Rect& rect, Colour colour, float radius) {
    canvas.list->AddRectFilled({rect.x, rect.y}, {rect.right(), rect.bottom()}, packed(colour), radius);
}

void outline(Canvas& canvas, const Rect& rect, Colour colour, float radius, float thickness) {
    // The stroke lies within the rectangle. ImGui already moves its corners by half a pixel inwards.
    const float inset = std::max(0.0F, thickness / 2 - 0.5F);
    canvas.list->AddRect({rect.x + inset, rect.y + inset}, {rect.right() - inset, rect.bottom() - inset},
                         packed(colour), std::max(0.0F, radius - inset), 0, thickness);
}

void line(Canvas& canvas, Point from, Point to, Colour colour, float thickness) {
    // Level and upright lines are rectangles: sharp at any thickness.
    const float half = thickness / 2;
    if (from.y == to.y)
        canvas.list->AddRectFilled(
            {std::min(from.x, to.x), std::round(from.y - half)},
            {std::max(from.x, to.x), std::round(from.y - half) + std::max(1.0F, std::round(thickness))},
            packed(colour));
    else if (from.x == to.x)
        canvas.list->AddRectFilled(
            {std::round(from.x - half), std::min(from.y, to.y)},
            {std::round(from.x - half) + std::max(1.0F, std::round(thickness)), std::max(from.y, to.y)},
            packed(colour));
    else
        canvas.list->AddLine({from.x, from.y}, {to.x, to.y}, packed(colour), thickness);
}

void disc(Canvas& canvas, Point centre, float radius, Colour colour) {
    canvas.list->AddCircleFilled({centre.x, centre.y}, radius, packed(colour), segments(radius));
}

/// The path from the top to `end`, in radians. Its corners stay where they are as it grows or shrinks: from one second
/// to the next only its end looks different, and only that is drawn again.
void arc_from_top(ImDrawList& list, const ImVec2& middle, float radius, float end) {
    const float step = turn / static_cast<float>(segments(radius));
    const auto corner = [&](float angle) {
        list.PathLineTo({middle.x + radius * std::cos(angle), middle.y + radius * std::sin(angle)});
    };
    constexpr float least_last_step = 0.25F; // a shorter one would be too short to have a direction
    const int whole = static_cast<int>((end - top) / step - least_last_step);
    for (int i = 0; i <= whole; ++i) corner(top + step * static_cast<float>(i));
    corner(end);
}

void ring(Canvas& canvas, Point centre, float radius, float thickness, float fraction, Colour lit, Colour track) {
    ImDrawList& list = *canvas.list;
    const ImVec2 middle{centre.x, centre.y};
    const float share = std::clamp(fraction, 0.0F, 1.0F);
    list.AddCircle(middle, radius, packed(track), segments(radius), thickness);
    if (share <= 0) return;
    if (share >= 1) {
        list.AddCircle(middle, radius, packed(lit), segments(radius), thickness);
        return;
    }
    const float end = top + turn * share;
    arc_from_top(list, middle, radius, end);
    list.PathStroke(packed(lit), 0, thickness);
    disc(canvas, {centre.x + radius * std::cos(top), centre.y + radius * std::sin(top)}, thickness / 2, lit);
    disc(canvas, {centre.x + radius * std::cos(end), centre.y + radius * std::sin(end)}, thickness / 2, lit);
}

Colour mixed(Colour one, Colour two, float share) {
    const auto between = [share](std::uint8_t a, std::uint8_t b) {
        return static_cast<std::uint8_t>(
            std::lround(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * share));
    };
    return {between(one.r, two.r), between(one.g, two.g), between(one.b, two.b), between(one.a, two.a)};
}

void note_item(Canvas& canvas, std::string_view id, std::string_view role, std::string_view label, const Rect& rect,
               std::string_view value) {
    if (!canvas.map) return;
    canvas.map->add({.id = std::string(id),
                     .role = std::string(role),
                     .label = FontBook::decoded(label), // never the stand-ins that the fonts draw
                     .value = std::string(value),
                     .rect = rect});
}

Clip::Clip(Canvas& canvas, const Rect& rect) : m_list(canvas.list) {
    m_list->PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
}

Clip::~Clip() {
    m_list->PopClipRect();
}

} // namespace ronde::gui
