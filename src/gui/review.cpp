#include "gui/review.hpp"

#include "gui/error_words.hpp"
#include "gui/idea_columns.hpp"
#include "gui/review_parts.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

/// On entering: reads the folder; with nothing open yet, opens the present session, else the latest.
void ask_for_sessions(ReviewFrame& frame) {
    ReviewState& state = frame.state;
    if (!state.listed) {
        state.listed = true;
        frame.dispatch.ask(app::RefreshSessions{});
        if (frame.view.app.session != nullptr &&
            (frame.view.app.reviewed == nullptr || frame.view.app.reviewed->file == frame.view.app.file)) {
            state.asked = frame.view.app.file;
            frame.dispatch.ask(app::ReviewCafe{frame.view.app.file});
        }
    }
    const auto& cards = frame.view.app.sessions;
    if (frame.view.app.reviewed != nullptr || !state.asked.empty()) return;
    const auto readable = std::ranges::find_if(cards, [](const app::SessionCard& card) { return !card.error; });
    if (readable == cards.end()) return;
    state.asked = readable->file;
    frame.dispatch.ask(app::ReviewCafe{readable->file});
}

/// "30 personnes · 11 tiers-lieux · 12 structures".
std::string who_came(const ReviewFrame& frame) {
    const cafe::Session& session = frame.session();
    const Words& words = frame.words();
    const auto of_kind = [&](cafe::OrganisationKind kind) {
        return static_cast<long>(std::ranges::count(session.organisations, kind, &cafe::Organisation::kind));
    };
    std::vector<std::string> parts;
    long people = static_cast<long>(session.participants.size());
    if (people == 0)
        for (const cafe::Group& group : session.groups) people += cafe::size_of(group);
    if (people > 0) parts.push_back(words.count("review.people", people));
    if (const long n = of_kind(cafe::OrganisationKind::third_place))
        parts.push_back(words.count("review.third_places", n));
    if (const long n = of_kind(cafe::OrganisationKind::support)) parts.push_back(words.count("review.support", n));
    if (const long n = of_kind(cafe::OrganisationKind::other)) parts.push_back(words.count("review.others", n));
    std::string text;
    for (const std::string& part : parts) text += (text.empty() ? "" : std::string{words("ideas.joint")}) + part;
    return text;
}

void draw_title(ReviewFrame& frame, Rect row) {
    Canvas& canvas = frame.ui.canvas;
    const std::string who = who_came(frame);
    const float who_width = std::min(text_width(canvas, Face::text, frame.px(17), who), row.w * 0.5F);
    label_in(canvas, Face::text, frame.px(17), who, row.cut_right(who_width + 1), frame.theme().muted, Align::right);
    row.cut_right(frame.px(24));
    const std::string& title = frame.session().identity.title;
    label_in(canvas, Face::title, frame.px(42), title, row, frame.theme().ink);
    note_item(canvas, "review.title", "text", title, row);
}

/// What can be done with the session, at the right of the row; what is left of it is returned.
Rect draw_ways_out(ReviewFrame& frame, Rect row) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const float chip = button_height(ui, ButtonLook::chip);
    const auto way_out = [&](std::string_view id, std::string_view text, char32_t letter, std::string_view key) {
        const ButtonOptions options{.look = ButtonLook::chip, .key_hint = key};
        const float width = button_width(ui, text, options);
        const Rect rect = row.cut_right(width);
        row.cut_right(frame.px(10));
        const bool keyed = take_letter(ui, letter);
        return button(ui, id, {rect.x, rect.y + (rect.h - chip) / 2, width, chip}, text, options) || keyed;
    };
    if (way_out("review.export.md", words("review.export"), U'e', words("review.export.key")))
        frame.dispatch.ask(app::WriteReport{app::Which::reviewed});
    if (way_out("review.export.csv", words("review.export_csv"), U't', words("review.export_csv.key")))
        frame.dispatch.ask(app::WriteReport{app::Which::reviewed, app::DocumentForm::csv});
    if (way_out("review.copy", words("review.copy"), U'c', words("review.copy.key")))
        frame.dispatch.ask(app::CopyReport{app::Which::reviewed});
    const bool present = frame.view.app.session != nullptr && frame.view.app.file == frame.view.app.reviewed->file;
    if (!present && way_out("review.open", words("review.open"), U'o', words("review.open.key")))
        frame.dispatch.ask(app::OpenCafe{frame.view.app.reviewed->file});
    return row;
}

/// In which order the ideas stand, or what else of the session is shown.
void draw_orders(ReviewFrame& frame, Rect& place) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    std::vector<std::string_view> labels{words("review.by_question"), words("review.by_round"),
                                         words("review.by_table"),    words("review.by_theme"),
                                         words("review.in_time"),     words("review.follow_up")};
    std::vector<std::string> ids{"review.by_question", "review.by_round", "review.by_table",
                                 "review.by_theme",    "review.in_time",  "review.follow_up"};
    if (has_opening(frame.session())) {
        labels.push_back(words("review.opening"));
        ids.emplace_back("review.opening");
    }
    const auto chosen = static_cast<std::size_t>(frame.state.order);
    if (const auto now = choice(ui, std::move(ids), labels, chosen, place.cut_top(choice_height(ui, labels, place.w))))
        frame.state.order = static_cast<ReviewOrder>(*now);
}

void draw_filter(ReviewFrame& frame, Rect row, std::size_t shown) {
    const Words& words = frame.words();
    (void)text_field(frame.ui, "review.search", row.cut_left(std::min(frame.px(360), row.w * 0.6F)),
                     frame.state.wish.words, {.hint = words("review.search"), .label = words("review.search")});
    row.cut_left(frame.px(16));
    if (!frame.state.wish.words.empty())
        label_in(frame.ui.canvas, Face::text, frame.px(15.5F), words.count("review.found", static_cast<long>(shown)),
                 row, frame.theme().muted);
}

std::vector<IdeaColumn> columns_of(const ReviewFrame& frame, const std::vector<std::size_t>& places) {
    switch (frame.state.order) {
    case ReviewOrder::question: return columns_by_question(frame.session(), places, frame.words());
    case ReviewOrder::round: return columns_by_round(frame.session(), places, frame.words());
    case ReviewOrder::table: return columns_by_table(frame.session(), places, frame.words());
    case ReviewOrder::theme: return columns_by_theme(frame.session(), places, frame.words());
    case ReviewOrder::time:
    case ReviewOrder::follow_up:
    case ReviewOrder::opening: break;
    }
    return column_in_time(frame.session(), places, frame.words());
}

Caption caption_for(ReviewOrder order) {
    switch (order) {
    case ReviewOrder::question: return Caption::round_and_group;
    case ReviewOrder::round:
    case ReviewOrder::table: return Caption::question_and_round;
    case ReviewOrder::theme: return Caption::round_and_group;
    case ReviewOrder::time:
    case ReviewOrder::follow_up:
    case ReviewOrder::opening: break;
    }
    return Caption::time_and_table;
}

void draw_session(ReviewFrame& frame, Rect place) {
    place = place.inset(frame.px(44), 0);
    place.cut_top(frame.px(26));
    draw_title(frame, place.cut_top(frame.px(56)));
    place.cut_top(frame.px(14));
    if (frame.state.order == ReviewOrder::opening && !has_opening(frame.session()))
        frame.state.order = ReviewOrder::question;
    draw_orders(frame, place);
    place.cut_top(frame.px(14));
    const Rect left = draw_ways_out(frame, place.cut_top(frame.px(44)));
    if (frame.state.order == ReviewOrder::follow_up) return draw_review_follow_up(frame, place);
    if (frame.state.order == ReviewOrder::opening) {
        place.cut_top(frame.px(10));
        draw_review_opening(frame, place);
        return;
    }
    const std::vector<std::size_t> places = frame.state.filter.of(frame.session(), frame.state.wish);
    draw_filter(frame, left, places.size());
    place.cut_top(frame.px(20));
    if (place.h > frame.px(380)) {
        const Rect foot = place.cut_bottom(frame.px(76));
        draw_review_timeline(frame, foot.inset(0, frame.px(16)));
    }
    const std::string& sought = frame.state.wish.words;
    const std::string nothing = sought.empty() ? std::string{frame.words()("review.nothing_here")}
                                               : frame.words()("review.nothing_found", {{"words", sought}});
    const auto event =
        draw_idea_columns(frame.ui, place, frame.session(), columns_of(frame, places),
                          {.id = "review", .caption = caption_for(frame.state.order), .nothing = nothing});
    static_cast<void>(event); // past ideas are read, not changed
}

/// A card that was chosen and cannot be read, if it is still so.
const app::SessionCard* broken_card(ReviewFrame& frame) {
    const auto& cards = frame.view.app.sessions;
    const auto card = std::ranges::find(cards, frame.state.broken, &app::SessionCard::file);
    if (card != cards.end() && card->error) return &*card;
    frame.state.broken.clear();
    return nullptr;
}

void draw_broken(ReviewFrame& frame, const Rect& place, const app::SessionCard& card) {
    const std::string text = frame.words()(
        "review.broken", {{"file", card.file.string()}, {"error", error_words(frame.words(), *card.error)}});
    const TextBlock block = lay_out(frame.ui.canvas, Face::text, frame.px(19), text, place.w - frame.px(88));
    text_item(frame.ui, "review.broken", block, {place.x + frame.px(44), place.y + frame.px(40)}, frame.theme().alarm);
}

} // namespace

double draw_review(Ui& ui, const Rect& place, const View& view, ReviewState& state, const Dispatch& dispatch) {
    ReviewFrame frame{ui, view, state, dispatch};
    Rect main = place;
    const Rect left = main.cut_left(std::clamp(place.w * 0.244F, std::min(ui.px(230), place.w * 0.35F), ui.px(400)));
    fill(ui.canvas, main, ui.canvas.theme.ground);
    fill(ui.canvas, left, ui.canvas.theme.surface);
    fill(ui.canvas, {left.right() - 1, left.y, 1, left.h}, ui.canvas.theme.hairline);
    ask_for_sessions(frame);
    draw_review_list(frame, left);
    if (const app::SessionCard* broken = broken_card(frame)) {
        draw_broken(frame, main, *broken);
    } else if (view.app.reviewed != nullptr) {
        draw_session(frame, main);
    } else {
        const TextBlock text =
            lay_out(ui.canvas, Face::text, ui.px(19), ui.canvas.words("review.choose"), main.w * 0.7F);
        text_item(ui, "review.choose", text, {main.x + ui.px(44), main.y + ui.px(40)}, ui.canvas.theme.muted);
    }
    return std::numeric_limits<double>::infinity();
}

void leave_review(ReviewState& state) {
    state.listed = false;
}

} // namespace ronde::gui
