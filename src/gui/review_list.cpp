// Relire's left column: the sessions of the folder, the latest first.

#include "gui/review_parts.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

std::string details_of(const ReviewFrame& frame, const app::SessionCard& card) {
    const Words& words = frame.words();
    if (card.error) return std::string{words("review.unreadable")};
    std::string text = card.place;
    if (!text.empty()) text += std::string{words("ideas.joint")};
    return text + words.count("review.ideas", card.ideas);
}

/// The day, if it is known; the file's name too where several sessions have one title.
std::string head_of(const ReviewFrame& frame, const app::SessionCard& card) {
    std::string name = card.file.filename().string();
    if (card.error) return name;
    const std::string day = card.starts_at == base::WallTime{}
                                ? std::string{frame.words()("review.undated")}
                                : base::date_text(base::to_local(card.starts_at, card.time_zone),
                                                  frame.words().language(), base::DateForm::brief);
    const bool alone = std::ranges::count(frame.view.app.sessions, card.title, &app::SessionCard::title) < 2;
    return alone ? day : day + std::string{frame.words()("ideas.joint")} + name;
}

void choose(ReviewFrame& frame, const app::SessionCard& card) {
    if (card.error) {
        frame.state.broken = card.file;
        return;
    }
    frame.state.broken.clear();
    frame.state.asked = card.file;
    frame.dispatch.ask(app::ReviewCafe{card.file});
}

void draw_session(ReviewFrame& frame, const Rect& rect, std::size_t index) {
    const app::SessionCard& card = frame.view.app.sessions[index];
    const bool read = frame.view.app.reviewed != nullptr && frame.view.app.reviewed->file == card.file;
    const bool chosen = frame.state.broken.empty() ? read : frame.state.broken == card.file;
    const Theme& theme = frame.theme();
    Canvas& canvas = frame.ui.canvas;
    const std::string title = card.title.empty() ? card.file.filename().string() : card.title;
    const std::string id = "review.session." + std::to_string(index + 1);
    if (row(frame.ui, id, rect,
            {.selected = chosen ? Selected::yes : Selected::no, .label = title, .value = chosen ? "selected" : ""}))
        choose(frame, card);
    const Colour strong = chosen ? theme.on_ink : theme.ink;
    const Colour pale = chosen ? mixed(theme.on_ink, theme.ink, 0.25F) : theme.muted;
    const Rect inner = rect.inset(frame.px(22), frame.px(14));
    const std::string head = head_of(frame, card);
    label(canvas, Face::text, frame.px(15), head, {inner.x, inner.y}, pale, inner.w);
    note_item(canvas, id + ".head", "text", head, {inner.x, inner.y, inner.w, frame.px(20)});
    label(canvas, Face::bold, frame.px(19), title, {inner.x, inner.y + frame.px(22)}, strong, inner.w);
    label(canvas, Face::text, frame.px(15), details_of(frame, card), {inner.x, inner.y + frame.px(50)},
          card.error && !chosen ? theme.alarm : pale, inner.w);
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
