// Animer while the opening exchange is on: the grid takes the middle; the clock goes into a strip over it, and beside
// it stands what the room sees, and which of its views.

#include "gui/run_presses.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace ronde::gui {
namespace {

struct ViewChoice {
    cafe::OpeningView view;
    std::string_view id;
    std::string_view label;
};

std::vector<ViewChoice> choices_of(const RunFrame& frame) {
    const Words& words = frame.words();
    std::vector<ViewChoice> choices{
        {cafe::OpeningView::live, "run.opening.live", words("opening.view.live")},
        {cafe::OpeningView::by_agreement, "run.opening.by_agreement", words("opening.view.by_agreement")},
        {cafe::OpeningView::by_dissent, "run.opening.by_dissent", words("opening.view.by_dissent")}};
    if (frame.session().opening.mode == cafe::OpeningMode::by_place)
        choices.push_back({cafe::OpeningView::furthest, "run.opening.furthest", words("opening.view.furthest")});
    return choices;
}

/// What of the exchange is projected; Alt and a digit choose too. Returns where they end.
float draw_views(RunFrame& frame, const Rect& place) {
    Ui& ui = frame.ui;
    const float height = button_height(ui, ButtonLook::chip);
    const std::vector<ViewChoice> choices = choices_of(frame);
    Rect head{place.x, place.y - frame.px(8), place.w, frame.px(36)};
    const std::string_view title = frame.words()("opening.on_stage");
    const float titled = text_width(ui.canvas, Face::text, frame.px(15), title) + frame.px(10);
    const std::string_view presence = frame.words()("run.presence");
    const bool keyed_too =
        titled + button_width(ui, presence, {.look = ButtonLook::quiet, .key_hint = "Ctrl P"}) <= head.w;
    draw_presence_button(frame, head, keyed_too ? "Ctrl P" : "");
    label_in(ui.canvas, Face::text, frame.px(15), title, head, frame.theme().muted);
    float y = place.y + frame.px(28);
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const int digit = static_cast<int>(i) + 1;
        const std::string hint = frame.words()("opening.view.key", {{"n", std::to_string(digit)}});
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .key_hint = hint,
                                    .enabled = frame.only_if(true),
                                    .selected =
                                        frame.session().stage.opening == choices[i].view ? Selected::yes : Selected::no,
                                    .align = Align::left};
        const bool keyed = ui.blocked_by.empty() && take_key(ui, {.key = Key::digit, .digit = digit, .alt = true});
        if (button(ui, choices[i].id, {place.x, y, place.w, height}, choices[i].label, options) || keyed)
            frame.wish(cafe::ShowOpening{choices[i].view});
        y += height + frame.px(6);
    }
    return y;
}

} // namespace

void draw_run_opening(RunFrame& frame, const Rect& place) {
    Rect rest = place.inset(frame.px(24), frame.px(16));
    rest.cut_top(draw_run_strip(frame, rest) + frame.px(10));
    fill(frame.ui.canvas, {place.x, rest.y, place.w, 1}, frame.theme().hairline);
    rest.cut_top(frame.px(18));
    Rect side = rest.cut_right(std::clamp(rest.w * 0.275F, std::min(frame.px(210), rest.w * 0.34F), frame.px(400)));
    rest.cut_right(frame.px(28));
    side.cut_top(draw_views(frame, side) - side.y + frame.px(10));
    const float shape = frame.view.stage.height / std::max(1.0F, frame.view.stage.width);
    const float message = frame.px(message_units);
    const float tall = std::min(side.w * shape, std::max(0.0F, side.h - message - frame.px(58))) + frame.px(58);
    draw_run_miniature(frame, side.cut_top(tall));
    draw_run_message(frame, side.cut_top(message), {});
    draw_opening_grid(frame.ui, rest, frame.view, frame.state.opening, frame.wishes);
}

} // namespace ronde::gui
