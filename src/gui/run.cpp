#include "gui/run.hpp"

#include "base/local_text.hpp"
#include "gui/run_parts.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

float column_width(const Ui& ui, float whole, float share, float least, float most) {
    return std::clamp(whole * share, std::min(ui.px(least), whole * 0.3F), ui.px(most));
}

void draw_nothing_open(Ui& ui, const Rect& place) {
    fill(ui.canvas, place, ui.canvas.theme.ground);
    const TextBlock text =
        lay_out(ui.canvas, Face::title, ui.px(30), ui.canvas.words("run.nothing_open"), place.w * 0.7F);
    text_item(ui, "run.empty", text, {place.x + place.w * 0.15F, place.centre().y - text.height / 2},
              ui.canvas.theme.ink, Align::centre, place.w * 0.7F);
}

} // namespace

std::string run_time(const RunFrame& frame, base::WallTime time) {
    return base::clock_text(base::to_local(time, frame.session().identity.time_zone));
}

std::string run_length(const RunFrame& frame, base::Duration length) {
    const auto seconds = std::chrono::round<std::chrono::seconds>(length).count();
    const std::string minutes = std::to_string(seconds / 60);
    if (seconds % 60 == 0) return frame.words()("run.minutes", {{"n", minutes}});
    if (seconds < 60) return frame.words()("run.seconds", {{"s", std::to_string(seconds)}});
    return frame.words()("run.minutes_seconds", {{"n", minutes}, {"s", std::to_string(seconds % 60)}});
}

bool opening_is_on(const cafe::Session& session) {
    const auto step = cafe::current_step(session);
    return step && session.agenda[*step].kind == cafe::StepKind::opening && !session.opening.components.empty() &&
           session.timer.state != cafe::ClockState::finished;
}

double draw_run(Ui& ui, const Rect& place, const View& view, RunState& state, const Dispatch& dispatch) {
    if (view.app.session == nullptr) {
        draw_nothing_open(ui, place);
        return std::numeric_limits<double>::infinity();
    }
    RunFrame frame{ui, view, state, dispatch};
    const Theme& theme = ui.canvas.theme;
    Rect middle = place;
    const Rect left = middle.cut_left(column_width(ui, place.w, 0.2F, 210, 320));
    if (opening_is_on(frame.session())) {
        fill(ui.canvas, middle, theme.ground);
        fill(ui.canvas, left, theme.surface);
        fill(ui.canvas, {left.right() - 1, left.y, 1, left.h}, theme.hairline);
        draw_run_agenda(frame, left);
        draw_run_opening(frame, middle);
        draw_run_question(frame, place);
        for (cafe::Deed& deed : frame.wishes) static_cast<void>(dispatch.act(std::move(deed)));
        return frame.redraw_in;
    }
    leave_opening_grid(view, state.opening, frame.wishes);
    const bool what_next = follow_up_is_on(view);
    const Rect right = middle.cut_right(what_next ? column_width(ui, place.w, 0.42F, 420, 860)
                                                  : column_width(ui, place.w, 0.295F, 280, 460));
    fill(ui.canvas, middle, theme.ground);
    for (const Rect& side : {left, right}) fill(ui.canvas, side, theme.surface);
    fill(ui.canvas, {left.right() - 1, left.y, 1, left.h}, theme.hairline);
    fill(ui.canvas, {right.x, right.y, 1, right.h}, theme.hairline);

    draw_run_agenda(frame, left);
    // What comes next takes the wide column, and the room's picture goes under the clock.
    Rect rest = what_next ? middle.inset(ui.px(28), 0) : right.inset(ui.px(28), 0);
    const float shape = view.stage.height / std::max(1.0F, view.stage.width);
    float tall = std::min(rest.w * shape, place.h * 0.27F);
    if (what_next) tall = std::min(tall, middle.h - least_clock_height(frame, middle.w) - ui.px(58));
    const Rect seen = rest.cut_bottom(tall + ui.px(58));
    const bool miniature = !what_next || tall >= ui.px(90);
    if (what_next && miniature) middle.cut_bottom(seen.h);
    draw_run_clock(frame, middle);
    if (!what_next) draw_run_tables(frame, rest);
    if (miniature) draw_run_miniature(frame, seen);
    if (what_next) {
        Rect panel = right.inset(ui.px(28), 0);
        panel.cut_top(ui.px(16));
        frame.redraw_in = std::min(frame.redraw_in, draw_follow_up(ui, panel, view, state.follow_up, dispatch));
    }
    draw_run_question(frame, place);

    for (cafe::Deed& deed : frame.wishes) static_cast<void>(dispatch.act(std::move(deed)));
    return frame.redraw_in;
}

} // namespace ronde::gui
