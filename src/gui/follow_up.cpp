#include "gui/follow_up.hpp"

#include "app/follow_up.hpp"
#include "base/local_text.hpp"
#include "gui/follow_up_parts.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

constexpr float two_columns_from = 980; ///< units

bool has_change(const std::vector<cafe::Change>& changes) {
    return std::ranges::any_of(changes,
                               [](const cafe::Change& change) { return change.scope == cafe::follow_up_scope; });
}

/// The stage follows what is chosen here only then.
bool follow_up_step_is_on(const View& view) {
    const auto step = cafe::current_step(view.session());
    return step && view.session().agenda[*step].kind == cafe::StepKind::follow_up;
}

/// The title, undoing, and what of it the room sees.
void draw_head(FollowUpFrame& frame, Rect& rest) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    Rect row = rest.cut_top(frame.px(54));
    const float height = button_height(ui, ButtonLook::quiet);
    const auto at_right = [&](std::string_view id, std::string_view text, std::string_view key, bool possible) {
        const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = key, .enabled = frame.only_if(possible)};
        const float width = button_width(ui, text, options);
        const Rect at = row.cut_right(width);
        return button(ui, id, {at.x, at.centre().y - height / 2, width, height}, text, options);
    };
    const bool redo_first = rest.w > frame.px(560);
    if (redo_first &&
        at_right("follow_up.redo", words("follow_up.redo"), "", has_change(frame.session().history.undone)))
        frame.wish(cafe::Redo{std::string(cafe::follow_up_scope)});
    if (at_right("follow_up.undo", words("follow_up.undo"), words("follow_up.key.undo"),
                 has_change(frame.session().history.done)))
        frame.wish(cafe::Undo{std::string(cafe::follow_up_scope)});
    label_in(ui.canvas, Face::title, frame.px(34), words("follow_up.title"), row, frame.theme().ink);

    if (!follow_up_step_is_on(frame.view)) return;
    const std::string_view says = words("follow_up.on_stage");
    const std::vector<std::string_view> labels{words("follow_up.show.commitments"),
                                               words("follow_up.show.introductions")};
    const float told = text_width(ui.canvas, Face::text, frame.px(15), says) + frame.px(14);
    float chips_wide = frame.px(10);
    for (const std::string_view text : labels) chips_wide += button_width(ui, text, {.look = ButtonLook::chip});
    // Beside the words where there is room, else under them.
    Rect shown = rest.cut_top(frame.px(38));
    label_in(ui.canvas, Face::text, frame.px(15), says, {shown.x, shown.y, std::min(told, shown.w), shown.h},
             frame.theme().muted);
    if (told + chips_wide <= shown.w)
        shown.cut_left(told);
    else
        shown = rest.cut_top(frame.px(42));
    const auto chosen = static_cast<std::size_t>(frame.session().stage.follow_up);
    const float chip = button_height(ui, ButtonLook::chip);
    const Rect chips{shown.x, shown.centre().y - chip / 2, shown.w, chip};
    if (const auto now =
            choice(ui, {"follow_up.show.commitments", "follow_up.show.introductions"}, labels, chosen, chips))
        frame.wish(cafe::ShowFollowUp{static_cast<cafe::FollowUpView>(*now)});
}

} // namespace

void grant(FollowUpFrame& frame) {
    for (auto& wish : frame.wishes) {
        if (auto* deed = std::get_if<cafe::Deed>(&wish)) {
            // The shell says a refusal; what follows was meant for an accepted deed.
            if (frame.dispatch.act(std::move(*deed))) return;
        } else {
            frame.dispatch.ask(std::move(std::get<app::Command>(wish)));
        }
    }
}

bool follow_up_is_on(const View& view) {
    if (view.app.session == nullptr) return false;
    const auto step = cafe::current_step(view.session());
    if (!step) return false;
    const cafe::StepKind kind = view.session().agenda[*step].kind;
    return kind == cafe::StepKind::follow_up || kind == cafe::StepKind::closing;
}

float part_title(FollowUpFrame& frame, const Rect& area, std::string_view title) {
    label(frame.ui.canvas, Face::bold, frame.px(18), title, {area.x, area.y}, frame.theme().ink, area.w);
    return area.y + frame.px(34);
}

float say(FollowUpFrame& frame, std::string_view id, std::string_view text, const Rect& area, Tone tone) {
    const TextBlock block = lay_out(frame.ui.canvas, Face::text, frame.px(15), text, area.w);
    text_item(frame.ui, id, block, {area.x, area.y}, tone == Tone::alarm ? frame.theme().alarm : frame.theme().muted);
    return area.y + block.height;
}

std::string day_words(const FollowUpFrame& frame, const app::TypedDate& day) {
    const std::string text = base::date_text({.year = day.year, .month = day.month, .day = day.day},
                                             frame.words().language(), base::DateForm::weekday);
    const app::TypedDate today = app::today_of(frame.session(), frame.view.app.now.wall);
    const std::string year = ' ' + std::to_string(day.year);
    if (day.year == today.year && text.ends_with(year)) return text.substr(0, text.size() - year.size());
    return text;
}

double draw_follow_up(Ui& ui, const Rect& place, const View& view, FollowUpState& state, const Dispatch& dispatch) {
    constexpr double never = std::numeric_limits<double>::infinity();
    FollowUpFrame frame{ui, view, state, dispatch};
    if (view.app.session == nullptr) return never;
    Rect rest = place;
    Rect head = rest;
    head.x += frame.px(3); // as the fields below, whose rings need that room
    head.w -= frame.px(6);
    draw_head(frame, head);
    rest.cut_top(head.y - rest.y + frame.px(14));
    const float gap = frame.px(34);
    const bool two = rest.w > frame.px(two_columns_from);
    Rect left = rest;
    const Rect right = two ? left.cut_right(rest.w * 0.42F) : Rect{};
    if (two) left.cut_right(frame.px(56));

    const auto draw_rest = [&](Rect area) {
        area.y = draw_next_meeting(frame, area) + gap;
        area.y = draw_matches(frame, area) + gap;
        area.y = draw_introductions(frame, area) + gap;
        return draw_follow_up_files(frame, area);
    };
    {
        Scroll scroll(ui, "follow_up.page", left);
        Rect area = scroll.content();
        area.x += frame.px(3); // the ring of what has the keyboard is not cut
        area.w -= frame.px(6);
        area.y = draw_commitments(frame, area) + gap;
        if (!two) area.y = draw_rest(area) + gap;
        scroll.content_ends_at(area.y);
    }
    if (two) {
        Scroll scroll(ui, "follow_up.more", right);
        Rect area = scroll.content();
        area.x += frame.px(3);
        area.w -= frame.px(6);
        scroll.content_ends_at(draw_rest(area) + gap);
    }
    grant(frame);
    return never;
}

} // namespace ronde::gui
