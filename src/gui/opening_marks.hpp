#pragma once
// How an answer of the opening exchange looks and is called, the same on the stage, in Animer and in Relire: filled,
// bordered or empty, so that the colour never carries it alone. Draws only. Main thread, within a frame.

#include "cafe/opening_reading.hpp"
#include "gui/canvas.hpp"

#include <array>
#include <string>
#include <string_view>

namespace ronde::gui {

/// The three answers in the order in which they are counted and keyed: 1, 2, 3.
inline constexpr std::array opening_answers{cafe::Answer::essential, cafe::Answer::depends,
                                            cafe::Answer::not_essential};

/// Filled: essential; pale with a border: it depends; an empty outline: not essential; nothing: not answered.
/// `border` in pixels.
void answer_mark(Canvas& canvas, const Rect& rect, cafe::Answer answer, float radius, float border);

/// The colour in which a word on such a mark is read.
[[nodiscard]] Colour ink_on(const Theme& theme, cafe::Answer answer);

[[nodiscard]] std::string_view answer_words(const Words& words, cafe::Answer answer);

/// How often an answer was given.
[[nodiscard]] int count_of(const cafe::ComponentTally& tally, cafe::Answer answer);

/// The counts as the UI map writes them: "8/2/1".
[[nodiscard]] std::string tally_value(const cafe::ComponentTally& tally);

/// One bar cut into the three counts, each with its number where it has room; as long as `most` counts are wide.
void tally_bar(Canvas& canvas, const Rect& rect, const cafe::ComponentTally& tally, int most, float px, float radius,
               float border);

} // namespace ronde::gui
