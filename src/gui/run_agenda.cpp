// Animer's left column: the steps with their times, when the morning ends, how late it is, and catching up.

#include "gui/run_parts.hpp"
#include "gui/stage_scene.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

struct RowLook {
    Colour title;
    Colour time;
    Face face = Face::text;
    std::string_view value{};
};

RowLook look_of(const RunFrame& frame, std::size_t step) {
    const Theme& theme = frame.theme();
    const auto present = frame.timer().step;
    const bool finished = frame.timer().look == cafe::TimerLook::finished;
    if (finished || (present && step < *present)) return {theme.muted, theme.muted, Face::text, "done"};
    if (present == step) return {theme.on_ink, theme.on_ink, Face::bold, "present"};
    return {theme.ink, theme.ink, Face::text, "to_come"};
}

void draw_row(RunFrame& frame, const Rect& rect, std::size_t step, base::WallTime starts) {
    Canvas& canvas = frame.ui.canvas;
    const RowLook look = look_of(frame, step);
    if (look.value == "present") fill(canvas, rect, frame.theme().ink);
    Rect inner = rect.inset(frame.px(24), 0);
    const std::string time = run_time(frame, starts);
    const float size = frame.px(17.5F);
    const float time_width = text_width(canvas, look.face, frame.px(16), time);
    label_in(canvas, look.face, frame.px(16), time, inner.cut_right(time_width + 1), look.time, Align::right);
    inner.cut_right(frame.px(10));
    const std::string title = step_title(frame.words(), frame.session(), step);
    label_in(canvas, look.face, size, title, inner, look.title);
    note_item(canvas, "run.step." + std::to_string(step + 1), "row", title + ' ' + time, rect, look.value);
}

/// A long morning stands closer together before it scrolls.
float row_height(const RunFrame& frame, float room) {
    const auto steps = static_cast<float>(std::max<std::size_t>(1, frame.session().agenda.size()));
    return std::floor(std::clamp(room / steps, frame.px(34), frame.px(52)));
}

void draw_rows(RunFrame& frame, const Rect& place) {
    const cafe::Session& session = frame.session();
    const std::vector<base::WallTime> starts = cafe::step_starts(session, frame.view.app.now);
    if (session.agenda.empty()) {
        const TextBlock text = lay_out(frame.ui.canvas, Face::text, frame.px(16), frame.words()("run.no_agenda"),
                                       place.w - 2 * frame.px(24));
        text_item(frame.ui, "run.no_agenda", text, {place.x + frame.px(24), place.y}, frame.theme().muted);
        return;
    }
    Scroll scroll(frame.ui, "run.agenda", place);
    Rect row = scroll.content();
    row.h = row_height(frame, place.h);
    for (std::size_t i = 0; i < session.agenda.size(); ++i, row.y += row.h) {
        draw_row(frame, row, i, starts[i]);
        if (frame.timer().step == i) scroll.into_view({row.x, row.y - row.h, row.w, 3 * row.h});
    }
    scroll.content_ends_at(row.y);
}

/// Whole minutes late, or ahead when negative.
long minutes_late(const RunFrame& frame) {
    return static_cast<long>(std::chrono::duration_cast<std::chrono::minutes>(frame.timer().late).count());
}

/// Minutes as hours and minutes: "3", "09".
Words::Values in_hours(long minutes) {
    const std::string rest = std::to_string(minutes % 60);
    return {{"hours", std::to_string(minutes / 60)}, {"minutes", (rest.size() < 2 ? "0" : "") + rest}};
}

/// "7 min de retard", "3 h 09 de retard".
std::string late_text(const Words& words, long late) {
    if (late == 0) return std::string(words("run.on_time"));
    if (late >= 60) return words("run.late.hours", in_hours(late));
    if (late <= -60) return words("run.ahead.hours", in_hours(-late));
    return late > 0 ? words.count("run.late", late) : words.count("run.ahead", -late);
}

bool lengths_changed(const cafe::Session& session) {
    const std::size_t from = cafe::current_step(session).value_or(0) + 1;
    for (std::size_t i = from; i < session.agenda.size(); ++i)
        if (cafe::allotted_length(session, i) != session.agenda[i].planned) return true;
    return false;
}

/// An action's key: its letter, and how it is written beside the label.
struct Letter {
    char32_t lower;
    std::string_view hint;
};

/// Small links one below the other, from the top of `place`.
void link(RunFrame& frame, Rect& place, std::string_view id, std::string_view text, const Letter& key, auto&& deed) {
    const ButtonOptions options{
        .look = ButtonLook::link, .key_hint = key.hint, .enabled = frame.only_if(true), .align = Align::left};
    Rect rect = place.cut_top(button_height(frame.ui, ButtonLook::link));
    rect.w = std::min(rect.w, button_width(frame.ui, text, options));
    const bool keyed = options.enabled == Enabled::yes && frame.letter(key.lower);
    if (button(frame.ui, id, rect, text, options) || keyed) deed();
}

void draw_lateness(RunFrame& frame, Rect& place) {
    Canvas& canvas = frame.ui.canvas;
    const long late = minutes_late(frame);
    const bool begun = frame.timer().step.has_value() && frame.timer().look != cafe::TimerLook::finished;
    Rect row = place.cut_top(frame.px(28));
    if (!begun) return;
    const std::string text = late_text(frame.words(), late);
    const float size = frame.px(16);
    const TextBlock block = lay_out(canvas, Face::text, size, text, row.w, 1);
    text_item(frame.ui, "run.late", block, {row.x, row.centre().y - block.line_height / 2},
              late > 0 ? frame.theme().alarm : frame.theme().muted);
    if (late <= 0 || cafe::plan_catch_up(frame.session(), frame.view.app.now).empty()) return;
    const std::string_view words = frame.words()("run.catch_up");
    const ButtonOptions options{
        .look = ButtonLook::link, .key_hint = frame.words()("run.key.catch_up"), .enabled = frame.only_if(true)};
    const float wide = button_width(frame.ui, words, options);
    const float dot = frame.px(18);
    Rect at{row.x + block.width + dot, row.y, wide, row.h};
    if (at.right() > row.right()) {
        at = place.cut_top(row.h);
        at.w = wide;
    } else {
        disc(canvas, {row.x + block.width + dot / 2, row.centre().y}, frame.px(1.4F), frame.theme().muted);
    }
    const bool keyed = options.enabled == Enabled::yes && frame.letter(U'r');
    if (button(frame.ui, "run.catch_up", at, words, options) || keyed) frame.state.asking = RunQuestion::catch_up;
}

void draw_end(RunFrame& frame, Rect place) {
    Canvas& canvas = frame.ui.canvas;
    const cafe::TimerLook look = frame.timer().look;
    const bool finished = look == cafe::TimerLook::finished;
    const Rect row = place.cut_top(frame.px(28));
    const std::string time = run_time(frame, frame.timer().morning_ends_at);
    const std::string_view words = frame.words()(finished ? "run.ended_at" : "run.ends_at");
    const float wide = label_in(canvas, Face::text, frame.px(16), words, row, frame.theme().ink);
    const float gap = frame.px(5);
    label_in(canvas, Face::bold, frame.px(16), time,
             {row.x + wide + gap, row.y, std::max(1.0F, row.w - wide - gap), row.h}, frame.theme().ink);
    note_item(canvas, "run.ends_at", "text", std::string(words) + ' ' + time, row, time);
    draw_lateness(frame, place);
    if (lengths_changed(frame.session()) && !finished)
        link(frame, place, "run.restore", frame.words()("run.restore"), {U'l', frame.words()("run.key.restore")},
             [&] { frame.wish(cafe::RestoreLengths{}); });
    if (finished || (look == cafe::TimerLook::paused && frame.timer().step))
        link(frame, place, "run.rewind", frame.words()("run.rewind"), {U'a', frame.words()("run.key.rewind")},
             [&] { frame.state.asking = RunQuestion::rewind; });
}

std::string catch_up_text(const RunFrame& frame) {
    const cafe::Session& session = frame.session();
    const long late = minutes_late(frame);
    std::string text = late < 60 ? frame.words().count("run.catch_up.lead", late)
                                 : frame.words()("run.catch_up.lead.hours", in_hours(late));
    base::Duration gained{};
    for (const cafe::ShorterStep& shorter : cafe::plan_catch_up(session, frame.view.app.now)) {
        const auto index = cafe::index_of(session, shorter.step);
        if (!index) continue;
        gained += shorter.from - shorter.to;
        text += '\n' + frame.words()("run.catch_up.step", {{"step", step_title(frame.words(), session, *index)},
                                                           {"from", run_length(frame, shorter.from)},
                                                           {"to", run_length(frame, shorter.to)}});
    }
    const base::WallTime end = frame.timer().morning_ends_at;
    text += '\n' +
            frame.words()("run.catch_up.end", {{"from", run_time(frame, end)}, {"to", run_time(frame, end - gained)}});
    return text;
}

} // namespace

void draw_run_agenda(RunFrame& frame, const Rect& place) {
    Rect rest = place;
    rest.w -= 1;
    const Rect top = rest.cut_top(frame.px(56));
    heading(frame.ui, frame.words()("run.agenda"), {top.x + frame.px(24), top.y + frame.px(24)}, top.w - frame.px(48));
    // The end stands under the last step, or at the foot where the steps scroll.
    const float most = std::max(0.0F, rest.h - frame.px(136));
    const auto steps = static_cast<float>(std::max<std::size_t>(1, frame.session().agenda.size()));
    draw_rows(frame, rest.cut_top(std::min(most, std::max(frame.px(52), steps * row_height(frame, most)))));
    rest.cut_top(frame.px(18));
    draw_end(frame, rest.inset(frame.px(24), 0));
}

void draw_run_question(RunFrame& frame, const Rect& place) {
    const Words& words = frame.words();
    if (frame.state.asking == RunQuestion::catch_up) {
        const auto answer = dialog(frame.ui, "run.catch_up_question", place, words("run.catch_up.title"),
                                   catch_up_text(frame), {{"yes", words("run.catch_up.yes")}, {"no", words("run.no")}});
        if (!answer) return;
        if (*answer == 0) frame.wish(cafe::CatchUp{});
        frame.state.asking = RunQuestion::none;
    } else if (frame.state.asking == RunQuestion::rewind) {
        const auto answer =
            dialog(frame.ui, "run.rewind_question", place, words("run.rewind.title"), words("run.rewind.text"),
                   {{"yes", words("run.rewind.yes")}, {"no", words("run.no")}});
        if (!answer) return;
        if (*answer == 0) frame.wish(cafe::Rewind{});
        frame.state.asking = RunQuestion::none;
    }
}

} // namespace ronde::gui
