// Animer's middle: the clock, the keys that work it, and the message to the room.

#include "gui/run_parts.hpp"
#include "gui/stage_scene.hpp"

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "cafe/warning.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr base::Duration one_minute = std::chrono::minutes{1};

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

void draw_ring(RunFrame& frame, const Rect& place) {
    const ClockLook look = clock_look(frame);
    Canvas& canvas = frame.ui.canvas;
    const float diameter = std::min(place.w, place.h);
    const float thickness = diameter * 0.043F;
    const Point centre = place.centre();
    const auto swell = warning_pulse(frame.view);
    if (swell) frame.redraw_in = 0;
    ring(canvas, centre, (diameter - thickness) / 2, swollen(thickness, swell.value_or(0)), look.lit, look.colour,
         frame.theme().track);
    draw_digits(frame, look, {centre.x, centre.y - diameter * 0.033F}, diameter * 0.255F, diameter * 0.82F);
    const float width = diameter * 0.62F;
    const TextBlock block =
        lay_out(canvas, Face::text, std::max(frame.px(15), diameter * 0.058F), look.under, width, 2);
    text_item(frame.ui, "run.timer.words", block, {centre.x - width / 2, centre.y + diameter * 0.12F},
              look.under_colour, Align::centre, width);
}

/// A button of a row that is laid out from its middle.
struct Press {
    std::string_view id;
    std::string label;
    ButtonOptions options{};
    cafe::Deed deed{};
};

float widths_of(const RunFrame& frame, const std::vector<Press>& row, float gap) {
    float sum = -gap;
    for (const Press& press : row) sum += button_width(frame.ui, press.label, press.options) + gap;
    return sum;
}

/// Draws buttons in rows of at most `place.w`, each row centred; returns how high they are together.
float draw_presses(RunFrame& frame, Rect place, std::vector<Press> presses, float gap) {
    const float height = button_height(frame.ui);
    const float top = place.y;
    while (!presses.empty()) {
        std::vector<Press> row;
        while (!presses.empty()) {
            row.push_back(std::move(presses.front()));
            presses.erase(presses.begin());
            if (row.size() == 1 || widths_of(frame, row, gap) <= place.w) continue;
            presses.insert(presses.begin(), std::move(row.back()));
            row.pop_back();
            break;
        }
        float x = place.centre().x - std::min(place.w, widths_of(frame, row, gap)) / 2;
        for (Press& press : row) {
            const float width = std::min(place.w, button_width(frame.ui, press.label, press.options));
            if (button(frame.ui, press.id, {x, place.y, width, height}, press.label, press.options))
                frame.wish(std::move(press.deed));
            x += width + gap;
        }
        place.y += height + gap;
    }
    return place.y - gap - top;
}

std::string next_label(const RunFrame& frame) {
    const cafe::Session& session = frame.session();
    const Words& words = frame.words();
    const auto step = frame.timer().step;
    if (!step) return std::string(words("run.next_step"));
    const std::size_t next = *step + 1;
    if (next >= session.agenda.size()) return std::string(words("run.finish"));
    switch (session.agenda[next].kind) {
    case cafe::StepKind::travel: return std::string(words("run.next_travel"));
    case cafe::StepKind::round: return words("run.next_round", {{"n", std::to_string(cafe::round_at(session, next))}});
    case cafe::StepKind::harvest: return std::string(words("run.next_harvest"));
    case cafe::StepKind::pause: return std::string(words("run.next_break"));
    case cafe::StepKind::welcome:
    case cafe::StepKind::opening:
    case cafe::StepKind::briefing:
    case cafe::StepKind::plenary:
    case cafe::StepKind::closing:
    case cafe::StepKind::follow_up:
    case cafe::StepKind::custom: break;
    }
    return std::string(words("run.next_step"));
}

std::vector<Press> clock_presses(const RunFrame& frame) {
    const Words& words = frame.words();
    const cafe::TimerLook look = frame.timer().look;
    const bool under_way = frame.timer().step.has_value() && look != cafe::TimerLook::finished;
    // Once the time is over, going on is the thing to do.
    const ButtonLook main = look == cafe::TimerLook::over ? ButtonLook::plain : ButtonLook::primary;
    std::vector<Press> presses;
    presses.push_back({"run.minus",
                       std::string(words("run.minus")),
                       {.key_hint = words("run.key.minus"), .enabled = frame.only_if(under_way)},
                       cafe::Adjust{-one_minute}});
    const std::string_view space = words("run.key.space");
    if (look == cafe::TimerLook::idle || look == cafe::TimerLook::paused || look == cafe::TimerLook::finished) {
        const bool possible = look != cafe::TimerLook::finished && !frame.session().agenda.empty();
        presses.push_back({"run.start",
                           std::string(words(look == cafe::TimerLook::paused ? "run.resume" : "run.start")),
                           {.look = main, .key_hint = space, .enabled = frame.only_if(possible)},
                           cafe::Start{}});
    } else {
        presses.push_back({"run.pause",
                           std::string(words("run.pause")),
                           {.look = main, .key_hint = space, .enabled = frame.only_if(true)},
                           cafe::Pause{}});
    }
    presses.push_back({"run.plus",
                       std::string(words("run.plus")),
                       {.key_hint = words("run.key.plus"), .enabled = frame.only_if(under_way)},
                       cafe::Adjust{one_minute}});
    return presses;
}

std::vector<Press> step_presses(const RunFrame& frame) {
    const Words& words = frame.words();
    const cafe::TimerLook look = frame.timer().look;
    const auto step = frame.timer().step;
    const bool finished = look == cafe::TimerLook::finished;
    std::vector<Press> presses;
    presses.push_back({"run.back",
                       std::string(words("run.back")),
                       {.key_hint = words("run.key.back"), .enabled = frame.only_if(finished || (step && *step > 0))},
                       cafe::Back{}});
    presses.push_back({"run.next",
                       next_label(frame),
                       {.look = look == cafe::TimerLook::over ? ButtonLook::primary : ButtonLook::plain,
                        .key_hint = words("run.key.next"),
                        .enabled = frame.only_if(step && !finished)},
                       cafe::Next{}});
    return presses;
}

Press black_press(const RunFrame& frame) {
    const bool black = frame.session().stage.screen == cafe::Screen::black;
    return {"run.black",
            std::string(frame.words()(black ? "run.unblack" : "run.black")),
            {.key_hint = frame.words()("run.key.black"),
             .enabled = frame.only_if(true),
             .selected = black ? Selected::yes : Selected::no,
             .value = black ? "on" : "off"},
            cafe::SetScreen{black ? cafe::Screen::shown : cafe::Screen::black}};
}

/// In how many rows the buttons stand.
std::size_t rows_of(const RunFrame& frame, const std::vector<Press>& presses, float width, float gap) {
    std::size_t rows = 1;
    float used = -gap;
    for (const Press& press : presses) {
        const float wide = button_width(frame.ui, press.label, press.options);
        if (used > 0 && used + gap + wide > width) {
            rows += 1;
            used = -gap;
        }
        used += gap + wide;
    }
    return rows;
}

constexpr float press_gap = 14; ///< units
constexpr float head_units = 62;
constexpr float least_ring_units = 120;

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
    if (widths_of(frame, under.steps, gap) > width) {
        under.beside.push_back(std::move(under.steps.back()));
        under.steps.pop_back();
    }
    const auto rows =
        static_cast<float>(rows_of(frame, clock_presses(frame), width, gap) + rows_of(frame, under.steps, width, gap));
    under.height = (button_height(frame.ui) + gap) * rows - gap + frame.px(26) + frame.px(89);
    return under;
}

/// The field, and over it what the room reads now, with a way to take it off.
void draw_message_field(RunFrame& frame, Rect place, std::vector<Press> beside) {
    const Words& words = frame.words();
    Canvas& canvas = frame.ui.canvas;
    const std::string& shown = frame.session().stage.message;
    Rect row = place.cut_top(frame.px(30));
    if (!shown.empty()) {
        const std::string_view off = words("run.message_off");
        const ButtonOptions options{
            .look = ButtonLook::link, .key_hint = words("run.key.message_off"), .enabled = frame.only_if(true)};
        const Rect take = row.cut_right(button_width(frame.ui, off, options));
        const bool keyed = options.enabled == Enabled::yes && frame.letter(U'o');
        if (button(frame.ui, "run.message_off", take, off, options) || keyed) frame.wish(cafe::ShowMessage{});
        row.cut_right(frame.px(12));
        const std::string text = words("run.message_on", {{"text", shown}});
        label_in(canvas, Face::bold, frame.px(15), text, row, frame.theme().ink);
        note_item(canvas, "run.message_on", "text", text, row, shown);
    }
    place.cut_top(frame.px(4));
    Rect field = place.cut_top(frame.px(55));
    for (Press& press : beside) {
        const Rect at = field.cut_right(button_width(frame.ui, press.label, press.options));
        if (button(frame.ui, press.id, at, press.label, press.options)) frame.wish(std::move(press.deed));
        field.cut_right(frame.px(14));
    }
    const FieldOptions options{.hint = words("run.message_hint"),
                               .label = words("run.message_hint"),
                               .size = 17,
                               .enabled = frame.only_if(true),
                               .right_hint =
                                   frame.state.message.empty() ? std::string_view{} : words("run.message_enter")};
    const FieldEvent event = text_field(frame.ui, "run.message", field, frame.state.message, options);
    const std::string_view text = base::trimmed(frame.state.message);
    if (event != FieldEvent::submitted || text.empty()) return;
    // Kept in the field when it is refused, with the reason told by the shell.
    if (frame.dispatch.act(cafe::ShowMessage{std::string(text)})) return;
    frame.state.message.clear();
    give_focus(frame.ui, {}); // the keys are the clock's again
}

} // namespace

void draw_run_message(RunFrame& frame, Rect place) {
    draw_message_field(frame, place.cut_top(frame.px(89)), {});
    place.cut_top(frame.px(12));
    std::vector<Press> black;
    black.push_back(black_press(frame));
    if (place.h >= button_height(frame.ui)) draw_presses(frame, place, std::move(black), 0);
}

float draw_run_strip(RunFrame& frame, const Rect& place) {
    const float gap = frame.px(12);
    Rect rest = place;
    const Rect clock = rest.cut_left(std::min(frame.px(190), rest.w * 0.3F));
    rest.cut_left(frame.px(24));
    std::vector<Press> presses = clock_presses(frame);
    std::vector<Press> steps = step_presses(frame);
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
    return frame.px(head_units + least_ring_units) + under.height;
}

void draw_run_clock(RunFrame& frame, const Rect& place) {
    const float gap = frame.px(press_gap);
    Rect rest = place.inset(frame.px(24), 0);
    UnderClock under = under_clock(frame, rest.w);
    const float below = under.height;
    const float head = frame.px(head_units);
    const float diameter =
        std::clamp(rest.h - head - below - frame.px(50), frame.px(least_ring_units), std::min(rest.w, frame.px(400)));
    const float all = head + diameter + frame.px(26) + below;
    rest.cut_top(std::max(0.0F, (rest.h - all) * 0.35F));

    draw_title(frame, rest.cut_top(head - frame.px(14)));
    rest.cut_top(frame.px(14));
    Rect round = rest.cut_top(diameter);
    draw_ring(frame, {round.centre().x - diameter / 2, round.y, diameter, diameter});
    rest.cut_top(frame.px(26));
    rest.cut_top(draw_presses(frame, rest, clock_presses(frame), gap) + gap);
    rest.cut_top(draw_presses(frame, rest, std::move(under.steps), gap));
    rest.cut_top(frame.px(8));
    const float width = std::min(rest.w, frame.px(560));
    draw_message_field(frame, {rest.centre().x - width / 2, rest.y, width, rest.h}, std::move(under.beside));
}

} // namespace ronde::gui
