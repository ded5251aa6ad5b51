// Relire's foot: when ideas came, in bars over the length of the morning.

#include "gui/review_parts.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr std::size_t bars = 56;

struct Span {
    base::WallTime from{};
    base::WallTime to{};
};

/// From the first to the last thing that happened, in whole minutes.
Span span_of(const cafe::Session& session) {
    Span span{session.ideas.front().at, session.ideas.front().at};
    const auto take = [&](base::WallTime time) {
        span.from = std::min(span.from, time);
        span.to = std::max(span.to, time);
    };
    for (const cafe::Idea& idea : session.ideas) take(idea.at);
    for (const cafe::StepRun& run : session.timer.runs) {
        if (run.started_at) take(*run.started_at);
        if (run.ended_at) take(*run.ended_at);
    }
    span.to = std::max(span.to, span.from + std::chrono::minutes{1});
    return span;
}

} // namespace

void draw_review_timeline(ReviewFrame& frame, const Rect& place) {
    const cafe::Session& session = frame.session();
    if (session.ideas.empty()) return;
    const Span span = span_of(session);
    const auto time = [&](base::WallTime at) {
        return base::clock_text(base::to_local(at, session.identity.time_zone));
    };
    Rect rest = place;
    Canvas& canvas = frame.ui.canvas;
    label_in(canvas, Face::text, frame.px(15), time(span.from), rest.cut_left(frame.px(64)), frame.theme().muted);
    label_in(canvas, Face::text, frame.px(15), time(span.to), rest.cut_right(frame.px(64)), frame.theme().muted,
             Align::right);

    // counts[bar][question], ideas without a question last
    const std::size_t kinds = session.questions.size() + 1;
    std::vector<std::vector<int>> counts(bars, std::vector<int>(kinds));
    int most = 1;
    for (const cafe::Idea& idea : session.ideas) {
        const auto share =
            static_cast<double>((idea.at - span.from).count()) / static_cast<double>((span.to - span.from).count());
        const auto bar = std::min(bars - 1, static_cast<std::size_t>(share * static_cast<double>(bars)));
        ++counts[bar][cafe::index_of(session, idea.question).value_or(kinds - 1)];
        int sum = 0;
        for (const int count : counts[bar]) sum += count;
        most = std::max(most, sum);
    }
    const float step = rest.w / static_cast<float>(bars);
    const float width = std::max(2.0F, std::floor(step * 0.62F));
    const float unit = (rest.h - 2) / static_cast<float>(most);
    for (std::size_t bar = 0; bar < bars; ++bar) {
        const float x = std::round(rest.x + static_cast<float>(bar) * step);
        float y = rest.bottom();
        for (std::size_t kind = 0; kind < kinds; ++kind) {
            if (counts[bar][kind] == 0) continue;
            const float height = std::max(3.0F, unit * static_cast<float>(counts[bar][kind]));
            y -= height;
            const Colour colour = kind + 1 == kinds ? frame.theme().muted : mark_of(frame.theme(), kind).colour;
            fill(canvas, {x, y, width, height - 1}, colour, std::min(width / 2, frame.px(2)));
        }
    }
    note_item(canvas, "review.timeline", "picture", frame.words()("review.timeline"), place);
}

} // namespace ronde::gui
