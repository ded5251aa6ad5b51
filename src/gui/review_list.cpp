// Relire's left column: the sessions of the folder, the latest first.

#include "gui/review_parts.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"

namespace ronde::gui {
namespace {

std::string details_of(const ReviewFrame& frame, const app::SessionCard& card) {
    const Words& words = frame.words();
    if (card.error) return std::string{words("review.unreadable")};
    std::string text = card.place;
    if (!text.empty()) text += std::string{words("ideas.joint")};
    return text + words.count("review.ideas", card.ideas);
}

void draw_session(ReviewFrame& frame, const Rect& rect, std::size_t index) {
    const app::SessionCard& card = frame.view.app.sessions[index];
    const bool chosen = frame.view.app.reviewed != nullptr && frame.view.app.reviewed->file == card.file;
    const Theme& theme = frame.theme();
    Canvas& canvas = frame.ui.canvas;
    const std::string title = card.title.empty() ? card.file.filename().string() : card.title;
    const std::string id = "review.session." + std::to_string(index + 1);
    if (row(frame.ui, id, rect,
            {.selected = chosen ? Selected::yes : Selected::no, .label = title, .value = chosen ? "selected" : ""}) &&
        !card.error) {
        frame.state.asked = card.file;
        frame.dispatch.ask(app::ReviewCafe{card.file});
    }
    const Colour strong = chosen ? theme.on_ink : theme.ink;
    const Colour pale = chosen ? mixed(theme.on_ink, theme.ink, 0.25F) : theme.muted;
    const Rect inner = rect.inset(frame.px(22), frame.px(14));
    const std::string date = card.error ? card.file.filename().string()
                                        : base::date_text(base::to_local(card.starts_at, card.time_zone),
                                                          frame.words().language(), base::DateForm::brief);
    label(canvas, Face::text, frame.px(15), date, {inner.x, inner.y}, pale, inner.w);
    label(canvas, Face::bold, frame.px(19), title, {inner.x, inner.y + frame.px(22)}, strong, inner.w);
    label(canvas, Face::text, frame.px(15), details_of(frame, card), {inner.x, inner.y + frame.px(50)},
          card.error ? theme.alarm : pale, inner.w);
}

} // namespace

void draw_review_list(ReviewFrame& frame, const Rect& place) {
    Rect rest = place;
    Rect head = rest.cut_top(frame.px(60)).inset(frame.px(22), 0);
    heading(frame.ui, frame.words()("review.sessions"), {head.x, head.y + frame.px(22)}, head.w);
    const auto& cards = frame.view.app.sessions;
    if (cards.empty()) {
        const std::string text =
            frame.words()("review.no_sessions", {{"folder", frame.view.app.sessions_folder.string()}});
        const TextBlock block = lay_out(frame.ui.canvas, Face::text, frame.px(16), text, head.w);
        text_item(frame.ui, "review.no_sessions", block, {head.x, rest.y}, frame.theme().muted);
        return;
    }
    Scroll scroll(frame.ui, "review.sessions", rest);
    Rect line = scroll.content();
    line.h = frame.px(103);
    for (std::size_t i = 0; i < cards.size(); ++i, line.y += line.h) draw_session(frame, line, i);
    scroll.content_ends_at(line.y);
}

} // namespace ronde::gui
