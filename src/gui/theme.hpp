#pragma once
// The tokens of the look: colours of paper and night, a colour and a shape a question. Nothing draws with a colour of
// its own.

#include "app/preferences.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace ronde::gui {

/// sRGB, 0–255 each, opaque unless said otherwise.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    friend bool operator==(const Colour&, const Colour&) = default;
};

/// A question's mark; colour never carries a meaning alone.
enum class Shape { circle, square, triangle, diamond, pentagon, hexagon, star, drop };

struct QuestionMark {
    Colour colour; ///< for shapes, pills and coloured words
    Colour tint;   ///< the pale ground of the shape it came from
    Shape shape = Shape::circle;
};

struct Theme {
    Colour ground;
    Colour surface;
    Colour ink;
    Colour muted;
    Colour hairline;
    Colour alarm;   ///< last minute, over time, failures: with words, always
    Colour on_ink;  ///< text on ink (the primary button, the selected row)
    Colour on_mark; ///< text on a question's colour
    Colour track;   ///< the ring's unlit part
    std::array<QuestionMark, 8> questions;
};

[[nodiscard]] const Theme& theme_of(app::ThemeName name);

/// The mark of a question by its place in the list; an index of 8 or more starts again.
[[nodiscard]] const QuestionMark& mark_of(const Theme& theme, std::size_t question);

/// The contrast ratio of two opaque colours, 1 to 21 (WCAG 2.1, relative luminance).
[[nodiscard]] double contrast(Colour a, Colour b);

} // namespace ronde::gui
