// Animer's middle: the clock, and the keys that work it, or the same in a strip.

#include "gui/run_presses.hpp"
#include "gui/stage_scene.hpp"

#include "base/local_text.hpp"
#include "cafe/warning.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr float press_gap = 14; ///< units
constexpr float head_units = 62;
constexpr float under_ring_units = 26; ///< between the ring and the buttons
constexpr float words_units = 24;      ///< of the words under a ring that is too small for them
constexpr float least_ring_units = 100;

/// What stands over the clock: where the morning is, or that it should have begun.
void draw_title(RunFrame& frame, const Rect& place) {
    const Words& words = frame.words();
    const cafe::Session& session = frame.session();
    const cafe::TimerReading& timer = frame.timer();
    std::string text;
    Colour colour = frame.theme().muted;
    Face face = Face::text;
    if (timer.look == cafe::TimerLook::finished) {
        text = words("run.finished");
    } else if (timer.step) {
        const int round = cafe::round_at(session, *timer.step);
        text = round > 0 ? words("run.round_of",
                                 {{"n", std::to_string(round)}, {"all", std::to_string(cafe::round_count(session))}})
                         : step_title(words, session, *timer.step);
    } else if (session.identity.starts_at == base::WallTime{}) {
        text = words("run.undated");
    } else if (frame.view.app.now.wall >= session.identity.starts_at && !session.agenda.empty()) {
        text = words("run.forgotten", {{"now", run_time(frame, frame.view.app.now.wall)},
                                       {"time", run_time(frame, session.identity.starts_at)}});
        colour = frame.theme().alarm;
        face = Face::bold;
        frame.redraw_in = std::min(frame.redraw_in, 15.0);
    } else {
        text = words("run.before", {{"time", run_time(frame, session.identity.starts_at)}});
        frame.redraw_in = std::min(frame.redraw_in, 15.0);
    }
    const TextBlock block = lay_out(frame.ui.canvas, face, frame.px(face == Face::bold ? 17 : 20), text, place.w, 2);
    text_item(frame.ui, "run.title", block, {place.x, place.bottom() - block.height}, colour, Align::centre, place.w);
}

/// What the clock says, however large it is drawn.
struct ClockLook {
    std::string digits{};
    std::string under{};
    Colour colour{};
    Colour under_colour{};
    float lit = 0;
};

ClockLook clock_look(const RunFrame& frame) {
    const Theme& theme = frame.theme();
    const Words& words = frame.words();
    const cafe::TimerReading& timer = frame.timer();
    const std::chrono::seconds shown = cafe::shown_seconds(timer.left);
    const bool over = timer.look == cafe::TimerLook::over || timer.left < base::Duration::zero();
    ClockLook look{.digits = over ? base::over_text(shown) : base::span_text(shown),
                   .colour = theme.ink,
                   .under_colour = theme.muted};
    switch (timer.look) {
    case cafe::TimerLook::last_minute:
        look.colour = theme.alarm;
        look.under = words("run.last_minute");
        break;
    case cafe::TimerLook::over:
        look.colour = theme.alarm;
        look.under = words("run.over");
        break;
    case cafe::TimerLook::paused:
        look.colour = theme.muted;
        look.under = words("run.paused");
        break;
    case cafe::TimerLook::running:
        look.under = words("run.step_ends", {{"time", run_time(frame, timer.step_ends_at)}});
        if (!cafe::since_warning(timer)) break;
        look.under = words("run.two_minutes");
        look.under_colour = theme.ink;
        break;
    case cafe::TimerLook::idle:
        look.colour = theme.muted;
        if (!frame.session().agenda.empty()) look.under = step_title(words, frame.session(), 0);
        break;
    case cafe::TimerLook::finished: look.colour = theme.muted; break;
    }
    const auto allotted = std::chrono::duration<float>(timer.allotted).count();
    look.lit = over || allotted <= 0 ? 1.0F : std::clamp(static_cast<float>(shown.count()) / allotted, 0.0F, 1.0F);
    if (timer.look == cafe::TimerLook::idle || timer.look == cafe::TimerLook::finished) look.lit = 0;
    return look;
}

void draw_digits(RunFrame& frame, const ClockLook& look, Point centre, float px, float room) {
    Canvas& canvas = frame.ui.canvas;
    if (const float wide = digits_width(canvas, look.digits, px); wide > room) px *= room / wide;
    digits(canvas, look.digits, centre, px, look.colour);
    note_item(canvas, "run.timer", "clock", look.digits, {centre.x - room / 2, centre.y - px * 0.5F, room, px},
              base::name_of(frame.timer().look));
}

float ring_thickness(float diameter) {
    return diameter * 0.043F;
}

/// How tall the words in a ring are, and how far from its middle they begin.
float ring_words_px(const RunFrame& frame, float diameter) {
    return std::max(frame.px(15), diameter * 0.058F);
}
float ring_words_top(float diameter) {
    return diameter * 0.12F;
}

/// The room that words have within the ring, in so many lines.
float room_in_ring(const RunFrame& frame, float diameter, float lines) {
    const float radius = diameter / 2 - 1.5F * ring_thickness(diameter);
    const float low = ring_words_top(diameter) + lines * 1.35F * ring_words_px(frame, diameter);
    return low < radius ? 2 * std::sqrt(radius * radius - low * low) : 0;
}

/// Whether all that a clock that runs may say stands in the ring: nothing moves when it says something else.
bool words_fit_ring(const RunFrame& frame, float diameter) {
    const Words& words = frame.words();
    const std::array<std::string, 5> said{std::string(words("run.last_minute")), std::string(words("run.over")),
                                          std::string(words("run.paused")), std::string(words("run.two_minutes")),
                                          words("run.step_ends", {{"time", "00:00"}})};
    const float room = room_in_ring(frame, diameter, 1);
    const float px = ring_words_px(frame, diameter);
    return std::ranges::all_of(
        said, [&](const std::string& text) { return text_width(frame.ui.canvas, Face::text, px, text) <= room; });
}

/// The ring at the top of `place`, as wide; with what stands under the digits in it, or under it.
void draw_ring(RunFrame& frame, const Rect& place, float diameter) {
    const ClockLook look = clock_look(frame);
    Canvas& canvas = frame.ui.canvas;
    const float thickness = ring_thickness(diameter);
    const Point centre{place.centre().x, place.y + diameter / 2};
    const auto swell = warning_pulse(frame.view);
    if (swell) frame.redraw_in = 0;
    ring(canvas, centre, (diameter - thickness) / 2, swollen(thickness, swell.value_or(0)), look.lit, look.colour,
         frame.theme().track);
    const bool inside = words_fit_ring(frame, diameter);
    draw_digits(frame, look, {centre.x, centre.y - (inside ? diameter * 0.033F : 0)}, diameter * 0.255F,
                diameter * 0.82F);
    if (!inside) {
        const TextBlock block = lay_out(canvas, Face::text, frame.px(15), look.under, place.w, 1);
        text_item(frame.ui, "run.timer.words", block, {place.x, place.y + diameter + frame.px(6)}, look.under_colour,
                  Align::centre, place.w);
        return;
    }
    const float px = ring_words_px(frame, diameter);
    const float two = std::min(diameter * 0.62F, room_in_ring(frame, diameter, 2));
    TextBlock block = lay_out(canvas, Face::text, px, look.under, room_in_ring(frame, diameter, 1), 1);
    if (block.cut && two > px * 4) block = lay_out(canvas, Face::text, px, look.under, two, 2);
    const float width = block.lines.size() > 1 ? two : room_in_ring(frame, diameter, 1);
    text_item(frame.ui, "run.timer.words", block, {centre.x - width / 2, centre.y + ring_words_top(diameter)},
              look.under_colour, Align::centre, width);
}

/// What stands under the clock.
struct UnderClock {
    std::vector<Press> steps{};
    std::vector<Press> beside{}; ///< the message
    float height = 0;            ///< of all of it, the clock's own buttons too
};

UnderClock under_clock(const RunFrame& frame, float width) {
    const float gap = frame.px(press_gap);
    UnderClock under{.steps = step_presses(frame)};
    under.steps.push_back(black_press(frame));
    // Where the middle is narrow the black screen goes down beside the message, and the clock stays large.
    if (widest_steps(frame, gap) > width && width > frame.px(340)) {
        under.beside.push_back(std::move(under.steps.back()));
        under.steps.pop_back();
    }
    const auto rows =
        static_cast<float>(rows_of(frame, clock_presses(frame), width, gap) + rows_of(frame, under.steps, width, gap));
    under.height = (button_height(frame.ui) + gap) * rows - gap + frame.px(8 + message_units);
    return under;
}

} // namespace

float draw_run_strip(RunFrame& frame, const Rect& place) {
    const float gap = frame.px(12);
    Rect rest = place;
    const Rect clock = rest.cut_left(std::min(frame.px(190), rest.w * 0.3F));
    rest.cut_left(frame.px(24));
    std::vector<Press> presses = clock_presses(frame);
    std::vector<Press> steps = step_presses(frame);
    steps.push_back(black_press(frame));
    std::vector<Press> all = presses;
    all.insert(all.end(), steps.begin(), steps.end());
    const float high = frame.px(106);
    float used = button_height(frame.ui);
    if (widths_of(frame, all, gap) <= rest.w) {
        rest.y += (high - used) / 2;
        const float wide = widths_of(frame, all, gap);
        used = draw_presses(frame, {rest.right() - wide, rest.y, wide, used}, std::move(all), gap) + (high - used);
    } else {
        used = draw_presses(frame, rest, std::move(presses), gap) + gap;
        rest.cut_top(used);
        used += draw_presses(frame, rest, std::move(steps), gap);
    }
    const ClockLook look = clock_look(frame);
    const float px = frame.px(54);
    const float middle = place.y + std::max(high, used) / 2;
    draw_title(frame, {clock.x, middle - frame.px(53), clock.w, frame.px(26)});
    draw_digits(frame, look, {clock.centre().x, middle + frame.px(2)}, px, clock.w);
    const TextBlock under = lay_out(frame.ui.canvas, Face::text, frame.px(14.5F), look.under, clock.w, 1);
    text_item(frame.ui, "run.timer.words", under, {clock.x, middle + frame.px(30)}, look.under_colour, Align::centre,
              clock.w);
    return std::max(high, used);
}

float least_clock_height(const RunFrame& frame, float width) {
    const UnderClock under = under_clock(frame, width - 2 * frame.px(24));
    return frame.px(head_units + least_ring_units + words_units + under_ring_units) + under.height;
}

void draw_run_clock(RunFrame& frame, const Rect& place) {
    const float gap = frame.px(press_gap);
    Scroll scroll(frame.ui, "run.clock", place);
    Rect rest = scroll.content().inset(frame.px(24), 0);
    UnderClock under = under_clock(frame, rest.w);
    const float head = frame.px(head_units);
    const float others = head + frame.px(under_ring_units) + under.height;
    // Some air around it all, unless the ring would be small.
    const float room = place.h - others - frame.px(place.h - others > frame.px(220) ? 42 : 8);
    float diameter = std::clamp(room, frame.px(least_ring_units), std::min(rest.w, frame.px(400)));
    float said = 0;
    if (!words_fit_ring(frame, diameter)) {
        said = frame.px(words_units);
        diameter = std::max(frame.px(least_ring_units), diameter - said);
    }
    const float all = others + diameter + said;
    rest.y += std::max(0.0F, (place.h - all) * 0.35F);
    rest.h = all;

    draw_title(frame, rest.cut_top(head - frame.px(14)));
    rest.cut_top(frame.px(14));
    draw_ring(frame, rest.cut_top(diameter + said), diameter);
    rest.cut_top(frame.px(under_ring_units));
    rest.cut_top(draw_presses(frame, rest, clock_presses(frame), gap) + gap);
    rest.cut_top(draw_presses(frame, rest, std::move(under.steps), gap));
    rest.cut_top(frame.px(8));
    const float width = std::min(rest.w, frame.px(560));
    draw_run_message(frame, {rest.centre().x - width / 2, rest.y, width, rest.h}, std::move(under.beside));
    scroll.content_ends_at(scroll.content().y + std::max(0.0F, (place.h - all) * 0.35F) + all);
}

} // namespace ronde::gui
