#include "gui/opening_marks.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

/// The exchange has one colour of its own: that of the second question.
const QuestionMark& paint(const Theme& theme) {
    return mark_of(theme, 1);
}

} // namespace

void answer_mark(Canvas& canvas, const Rect& rect, cafe::Answer answer, float radius, float border) {
    const Theme& theme = canvas.theme;
    radius = std::min(radius, std::min(rect.w, rect.h) * 0.3F);
    switch (answer) {
    case cafe::Answer::essential: fill(canvas, rect, paint(theme).colour, radius); break;
    case cafe::Answer::depends:
        fill(canvas, rect.inset(border / 2), paint(theme).tint, radius);
        outline(canvas, rect.inset(border / 2), paint(theme).colour, radius, border);
        break;
    case cafe::Answer::not_essential:
        outline(canvas, rect.inset(border / 2), mixed(theme.hairline, theme.muted, 0.3F), radius, border);
        break;
    case cafe::Answer::none: break;
    }
}

Colour ink_on(const Theme& theme, cafe::Answer answer) {
    return answer == cafe::Answer::essential ? theme.on_mark : theme.ink;
}

std::string_view answer_words(const Words& words, cafe::Answer answer) {
    switch (answer) {
    case cafe::Answer::essential: return words("opening.essential");
    case cafe::Answer::depends: return words("opening.depends");
    case cafe::Answer::not_essential: return words("opening.not_essential");
    case cafe::Answer::none: break;
    }
    return words("opening.no_answer");
}

int count_of(const cafe::ComponentTally& tally, cafe::Answer answer) {
    switch (answer) {
    case cafe::Answer::essential: return tally.essential;
    case cafe::Answer::depends: return tally.depends;
    case cafe::Answer::not_essential: return tally.not_essential;
    case cafe::Answer::none: break;
    }
    return 0;
}

std::string tally_value(const cafe::ComponentTally& tally) {
    return std::to_string(tally.essential) + '/' + std::to_string(tally.depends) + '/' +
           std::to_string(tally.not_essential);
}

void tally_bar(Canvas& canvas, const Rect& rect, const cafe::ComponentTally& tally, int most, float px, float radius,
               float border) {
    const float gap = std::min(rect.h * 0.08F, rect.w * 0.01F);
    const float unit = (rect.w - 2 * gap) / static_cast<float>(std::max(1, most));
    float x = rect.x;
    for (const cafe::Answer answer : opening_answers) {
        const int count = count_of(tally, answer);
        if (count == 0) continue;
        const Rect part{x, rect.y, std::max(2 * border, unit * static_cast<float>(count)), rect.h};
        answer_mark(canvas, part, answer, radius, border);
        const std::string number = std::to_string(count);
        if (text_width(canvas, Face::bold, px, number) + px * 0.4F <= part.w)
            label_in(canvas, Face::bold, px, number, part, ink_on(canvas.theme, answer), Align::centre);
        x += part.w + gap;
    }
}

} // namespace ronde::gui
