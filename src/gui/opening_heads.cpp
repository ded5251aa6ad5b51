#include "gui/opening_heads.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace ronde::gui {
namespace {

constexpr float upright_units = 62; ///< height of the row
constexpr float turned_units = 100;
constexpr float most_units = 12; ///< of the text
constexpr float least_units = 10;
constexpr float foot_units = 6; ///< between a head and its column
constexpr float top_units = 4;
constexpr std::string_view ellipsis = "…";

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find(' ', begin), text.size());
        if (end > begin) words.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return words;
}

/// The word, or as much of it as fits with an ellipsis: a single word too long for any head.
std::string shortened(Canvas& canvas, float px, std::string_view word, float width) {
    if (text_width(canvas, Face::text, px, word) <= width) return std::string(word);
    std::string kept;
    for (std::size_t at = 0; at < word.size();) {
        const std::size_t begin = at;
        static_cast<void>(base::next_code_point(word, at));
        const std::string longer = kept + std::string(word.substr(begin, at - begin));
        if (text_width(canvas, Face::text, px, longer + std::string(ellipsis)) > width) break;
        kept = longer;
    }
    return kept + std::string(ellipsis);
}

/// As many whole words as fit so many lines.
TextBlock whole_words(Canvas& canvas, float px, std::string_view text, float width, std::size_t lines) {
    std::vector<std::string> words;
    for (const std::string_view word : words_in(text)) words.push_back(shortened(canvas, px, word, width));
    TextBlock block;
    for (std::size_t kept = words.size(); kept > 0; --kept) {
        std::string tried;
        for (std::size_t i = 0; i < kept; ++i) tried += (i == 0 ? "" : " ") + words[i];
        if (kept < words.size() && !tried.ends_with(ellipsis)) tried += ellipsis;
        block = lay_out(canvas, Face::text, px, tried, width);
        if (block.lines.size() <= lines) break;
    }
    return block;
}

/// Draws a text that is read from below: its lines go up, the first at the left.
void draw_turned(Canvas& canvas, const TextBlock& block, Point bottom_left, Colour colour) {
    const int first = canvas.list->VtxBuffer.Size;
    draw(canvas, block, {0, 0}, colour);
    const Point at{std::round(bottom_left.x), std::round(bottom_left.y)};
    for (int i = first; i < canvas.list->VtxBuffer.Size; ++i) {
        ImVec2& corner = canvas.list->VtxBuffer[i].pos;
        corner = {at.x + corner.y, at.y - corner.x};
    }
}

} // namespace

OpeningHeads opening_heads(Ui& ui, std::span<const cafe::Component> components, float column) {
    float widest = 1; // of all words, at the largest size
    for (const cafe::Component& component : components)
        for (const std::string_view word : words_in(component.text))
            widest = std::max(widest, text_width(ui.canvas, Face::text, ui.px(most_units), word));
    const auto fitting = [&](float room) {
        return std::floor(std::min(1.0F, room / widest) * ui.px(most_units) * 2) / 2;
    };
    const float upright = fitting(column - ui.px(4));
    if (upright >= ui.px(least_units)) return {upright, ui.px(upright_units), false};
    const float turned = fitting(ui.px(turned_units - foot_units - top_units));
    return {std::max(ui.px(least_units), turned), ui.px(turned_units), true};
}

void draw_opening_head(Ui& ui, const OpeningHeads& heads, std::string_view text, const Rect& cell, Colour colour) {
    Canvas& canvas = ui.canvas;
    const float along = cell.h - ui.px(foot_units + top_units);
    const float line_height = measured(canvas, Face::text, heads.px, "É", 0).line_height;
    const auto lines_in = [&](float room) {
        return std::max<std::size_t>(1, static_cast<std::size_t>(room / line_height));
    };
    const float foot = cell.bottom() - ui.px(foot_units);
    if (heads.turned) {
        const TextBlock block = whole_words(canvas, heads.px, text, along, lines_in(cell.w));
        draw_turned(canvas, block, {cell.centre().x - block.height / 2, foot}, colour);
        return;
    }
    const TextBlock block = whole_words(canvas, heads.px, text, cell.w, lines_in(along + ui.px(top_units)));
    draw(canvas, block, {cell.x, foot - block.height}, colour, Align::centre, cell.w);
}

} // namespace ronde::gui
