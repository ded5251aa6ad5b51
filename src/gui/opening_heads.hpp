#pragma once
// The heads over the columns of the opening's grid: upright where their words fit, else turned to be read from below.
// No word is broken. Internal to the grid. Main thread, within a frame.

#include "cafe/session.hpp"
#include "gui/kit.hpp"

#include <span>
#include <string_view>

namespace ronde::gui {

/// How all heads stand, so that they look alike.
struct OpeningHeads {
    float px = 0;     ///< of the text
    float height = 0; ///< of the row of heads
    bool turned = false;
};

/// The way in which no word is broken in columns of that width.
[[nodiscard]] OpeningHeads opening_heads(Ui& ui, std::span<const cafe::Component> components, float column);

/// A head at the foot of its cell. What does not fit ends in an ellipsis after a whole word.
void draw_opening_head(Ui& ui, const OpeningHeads& heads, std::string_view text, const Rect& cell, Colour colour);

} // namespace ronde::gui
