// The questions' shapes, each with its number.

#include "gui/canvas.hpp"

#include "compat/imgui.hpp"
#include "gui/draw_colour.hpp"

#include <array>
#include <cmath>
#include <numbers>
#include <span>
#include <string>
#include <vector>

namespace ronde::gui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

ImVec2 between(ImVec2 a, ImVec2 b, float share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

/// A convex polygon with softened corners.
void fill_polygon(ImDrawList& list, std::span<const ImVec2> corners, float radius, ImU32 colour) {
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const ImVec2 before = corners[(i + corners.size() - 1) % corners.size()];
        const ImVec2 here = corners[i];
        const ImVec2 after = corners[(i + 1) % corners.size()];
        const float to_before = std::hypot(before.x - here.x, before.y - here.y);
        const float to_after = std::hypot(after.x - here.x, after.y - here.y);
        list.PathLineTo(between(here, before, std::min(0.5F, radius / to_before)));
        list.PathBezierQuadraticCurveTo(here, between(here, after, std::min(0.5F, radius / to_after)), 6);
    }
    list.PathFillConvex(colour);
}

/// Points of a regular polygon, the first at the top.
std::vector<ImVec2> regular(Point centre, float radius, int corners, float turned = 0) {
    std::vector<ImVec2> points;
    for (int i = 0; i < corners; ++i) {
        const float angle = -pi / 2 + turned + 2 * pi * static_cast<float>(i) / static_cast<float>(corners);
        points.push_back({centre.x + radius * std::cos(angle), centre.y + radius * std::sin(angle)});
    }
    return points;
}

/// Not convex: five kites around a core that hides their seams.
void fill_star(ImDrawList& list, Point centre, float radius, ImU32 colour) {
    const float inner = radius * 0.62F;
    const auto tips = regular(centre, radius, 5);
    const auto dents = regular(centre, inner, 5, pi / 5);
    for (std::size_t i = 0; i < 5; ++i) {
        const std::array<ImVec2, 4> kite{ImVec2{centre.x, centre.y}, dents[(i + 4) % 5], tips[i], dents[i]};
        list.AddConvexPolyFilled(kite.data(), static_cast<int>(kite.size()), colour);
        list.AddLine(ImVec2{centre.x, centre.y}, between(ImVec2{centre.x, centre.y}, dents[i], 0.97F), colour, 2.0F);
    }
}

void fill_drop(ImDrawList& list, Point centre, float size, ImU32 colour) {
    const float radius = size * 0.38F;
    const ImVec2 belly{centre.x, centre.y + size * 0.5F - radius};
    const float reach = belly.y - (centre.y - size * 0.5F);
    const float lean = std::acos(radius / reach); // between straight up and where the flank touches the belly
    list.PathLineTo({centre.x, belly.y - reach});
    list.PathArcTo(belly, radius, -pi / 2 + lean, 3 * pi / 2 - lean, 40);
    list.PathFillConvex(colour);
}

struct NumberPlace {
    float down = 0; ///< of its centre below the mark's, shares of the mark's size
    float px = 0.5F;
};

NumberPlace number_place(Shape shape) {
    switch (shape) {
    case Shape::circle:
    case Shape::square: return {};
    case Shape::triangle: return {0.15F, 0.46F};
    case Shape::diamond: return {0, 0.46F};
    case Shape::pentagon: return {0.03F, 0.48F};
    case Shape::hexagon: return {};
    case Shape::star: return {0.02F, 0.4F};
    case Shape::drop: return {0.11F, 0.44F};
    }
    return {};
}

void fill_shape(Canvas& canvas, Shape shape, Point centre, float size, Colour colour) {
    ImDrawList& list = *canvas.list;
    const float half = size / 2;
    const float soft = size * 0.07F;
    switch (shape) {
    case Shape::circle: disc(canvas, centre, half, colour); return;
    case Shape::square:
        fill(canvas, {centre.x - half * 0.94F, centre.y - half * 0.94F, size * 0.94F, size * 0.94F}, colour,
             size * 0.14F);
        return;
    case Shape::triangle: {
        const std::array<ImVec2, 3> corners{ImVec2{centre.x, centre.y - half * 1.04F},
                                            ImVec2{centre.x + half * 1.1F, centre.y + half * 0.98F},
                                            ImVec2{centre.x - half * 1.1F, centre.y + half * 0.98F}};
        fill_polygon(list, corners, soft, packed(colour));
        return;
    }
    case Shape::diamond: fill_polygon(list, regular(centre, half * 1.12F, 4), soft, packed(colour)); return;
    case Shape::pentagon:
        fill_polygon(list, regular({centre.x, centre.y + size * 0.03F}, half * 1.07F, 5), soft, packed(colour));
        return;
    case Shape::hexagon: fill_polygon(list, regular(centre, half * 1.05F, 6), soft, packed(colour)); return;
    case Shape::star: fill_star(list, {centre.x, centre.y + size * 0.03F}, half * 1.14F, packed(colour)); return;
    case Shape::drop: fill_drop(list, centre, size * 1.06F, packed(colour)); return;
    }
}

} // namespace

void mark(Canvas& canvas, Point centre, float size, std::size_t question, MarkLook look) {
    const QuestionMark& looks = mark_of(canvas.theme, question);
    const bool solid = look == MarkLook::solid;
    fill_shape(canvas, looks.shape, centre, size, solid ? looks.colour : looks.tint);
    const NumberPlace place = number_place(looks.shape);
    centred_number(canvas, std::to_string(question + 1), {centre.x, centre.y + size * place.down}, size * place.px,
                   solid ? canvas.theme.on_mark : canvas.theme.ink);
}

} // namespace ronde::gui
