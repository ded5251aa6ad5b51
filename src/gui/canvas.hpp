#pragma once
// Drawing: rectangles, rings, marks and laid-out text on an ImGui draw list, in the theme's colours. Draws only; takes
// no input. Used by the stage and by the kit. Main thread, within a frame.

#include "gui/fonts.hpp"
#include "gui/geometry.hpp"
#include "gui/theme.hpp"
#include "gui/ui_map.hpp"
#include "gui/words.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

struct ImDrawList;

namespace ronde::gui {

struct Canvas {
    ImDrawList* list = nullptr;
    FontBook& fonts;
    const Theme& theme;
    const Words& words;
    UiMap* map = nullptr; ///< null: what is drawn is a picture of something, not the thing (the miniature)
};

void fill(Canvas& canvas, const Rect& rect, Colour colour, float radius = 0);
void outline(Canvas& canvas, const Rect& rect, Colour colour, float radius, float thickness);
void line(Canvas& canvas, Point from, Point to, Colour colour, float thickness);
void disc(Canvas& canvas, Point centre, float radius, Colour colour);

/// A ring with round ends: the track whole, and `fraction` (0–1) of it lit, clockwise from the top.
void ring(Canvas& canvas, Point centre, float radius, float thickness, float fraction, Colour lit, Colour track);

enum class MarkLook { solid, pale };
/// A question's shape with its number, inscribed in a square of `size` around `centre`.
void mark(Canvas& canvas, Point centre, float size, std::size_t question, MarkLook look = MarkLook::solid);

enum class Align { left, centre, right };

/// Text broken into lines by UAX #14. Lines point into `text`.
struct TextBlock {
    std::string text;
    struct Line {
        std::size_t begin = 0;
        std::size_t end = 0;
        float width = 0;
    };
    std::vector<Line> lines;
    Face face = Face::text;
    float px = 0;
    float line_height = 0;
    float width = 0;  ///< of the widest line
    float height = 0; ///< of all lines
    bool cut = false; ///< the last line ends in an ellipsis because `most_lines` was reached
};

/// Lays text out in `width` pixels (0: one line). A word wider than that is broken. `most_lines` 0: as many as it
/// takes.
[[nodiscard]] TextBlock lay_out(Canvas& canvas, Face face, float px, std::string_view text, float width = 0,
                                std::size_t most_lines = 0);

/// The largest size between `most_px` and `least_px` at which the text fits the box; at `least_px` it may be taller.
[[nodiscard]] TextBlock lay_out_to_fit(Canvas& canvas, Face face, float most_px, float least_px, std::string_view text,
                                       float width, float height);

/// As lay_out, only to be measured: what is tried out this way is not baked, so it must not be drawn.
[[nodiscard]] TextBlock measured(Canvas& canvas, Face face, float px, std::string_view text, float width);

/// A number of one or two figures, centred on its ink rather than on its box.
void centred_number(Canvas& canvas, std::string_view text, Point centre, float px, Colour colour);

/// Draws at the block's top left (for centre and right: within `width` pixels from there; 0: the block's own width).
void draw(Canvas& canvas, const TextBlock& block, Point top_left, Colour colour, Align align = Align::left,
          float width = 0);

/// One line, cut with an ellipsis where it would pass `width` (0: no limit). Returns its width.
float label(Canvas& canvas, Face face, float px, std::string_view text, Point top_left, Colour colour, float width = 0,
            Align align = Align::left);

/// The same, in the vertical middle of a rectangle (by the height of its capitals), cut at its right edge.
float label_in(Canvas& canvas, Face face, float px, std::string_view text, const Rect& rect, Colour colour,
               Align align = Align::left);

/// Width of one line of text.
[[nodiscard]] float text_width(Canvas& canvas, Face face, float px, std::string_view text);

/// A clock's digits, each in a cell of its own so that nothing jitters; centred. Characters: 0–9 : + −.
void digits(Canvas& canvas, std::string_view text, Point centre, float px, Colour colour);
[[nodiscard]] float digits_width(Canvas& canvas, std::string_view text, float px);

/// An icon of Font Awesome (its code point), centred.
void icon(Canvas& canvas, char32_t code_point, Point centre, float px, Colour colour);

/// Writes an item down in the UI map, when there is one.
void note_item(Canvas& canvas, std::string_view id, std::string_view role, std::string_view label, const Rect& rect,
               std::string_view value = {});

/// A colour between two, `share` (0–1) of the second.
[[nodiscard]] Colour mixed(Colour one, Colour two, float share);

/// What is drawn until the guard goes is cut at the rectangle.
class Clip {
public:
    Clip(Canvas& canvas, const Rect& rect);
    ~Clip();
    Clip(const Clip&) = delete;
    Clip& operator=(const Clip&) = delete;

private:
    ImDrawList* m_list;
};

} // namespace ronde::gui
