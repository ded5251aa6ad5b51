// The buttons of Animer's clock: what each does, and their rows.

#include "gui/run_presses.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

constexpr base::Duration one_minute = std::chrono::minutes{1};
constexpr float least_air = 8; ///< units, before and after a label

/// What the button to a step is called.
std::string label_to(const RunFrame& frame, std::size_t step) {
    const cafe::Session& session = frame.session();
    const Words& words = frame.words();
    if (step >= session.agenda.size()) return std::string(words("run.finish"));
    switch (session.agenda[step].kind) {
    case cafe::StepKind::travel: return std::string(words("run.next_travel"));
    case cafe::StepKind::round: return words("run.next_round", {{"n", std::to_string(cafe::round_at(session, step))}});
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

std::string next_label(const RunFrame& frame) {
    const auto step = frame.timer().step;
    return step ? label_to(frame, *step + 1) : std::string(frame.words()("run.next_step"));
}

/// No narrower than that are its words whole.
float least_width(const RunFrame& frame, const Press& press) {
    ButtonOptions bare = press.options;
    bare.key_hint = {};
    const float usual = button_width(frame.ui, press.label, bare);
    const float air = usual - button_width(frame.ui, "", {.look = press.options.look});
    return std::min(usual, air + 2 * frame.px(least_air));
}

std::vector<std::vector<Press>> rows_in(const RunFrame& frame, std::vector<Press> presses, float width, float gap) {
    std::vector<std::vector<Press>> rows;
    float used = 0;
    for (Press& press : presses) {
        const float least = least_width(frame, press);
        if (rows.empty() || used + gap + least > width) {
            rows.emplace_back();
            used = -gap;
        }
        used += gap + least;
        rows.back().push_back(std::move(press));
    }
    return rows;
}

/// How wide each button of a row is, so that together they fit; the keys of the outer ones go first.
std::vector<float> fitted(const RunFrame& frame, std::vector<Press>& row, float width, float gap) {
    if (widths_of(frame, row, gap) > width) row.front().options.key_hint = row.back().options.key_hint = {};
    for (Press& press : row)
        if (widths_of(frame, row, gap) > width) press.options.key_hint = {};
    const float over = std::max(0.0F, widths_of(frame, row, gap) - width) / static_cast<float>(row.size());
    std::vector<float> widths;
    for (const Press& press : row)
        widths.push_back(std::min(width, button_width(frame.ui, press.label, press.options)) - over);
    return widths;
}

} // namespace

float widths_of(const RunFrame& frame, const std::vector<Press>& row, float gap) {
    float sum = -gap;
    for (const Press& press : row) sum += button_width(frame.ui, press.label, press.options) + gap;
    return sum;
}

float widest_steps(const RunFrame& frame, float gap) {
    std::vector<Press> presses = step_presses(frame);
    const cafe::Session& session = frame.session();
    Press& next = presses.back();
    float widest = 0;
    for (std::size_t step = 0; step <= session.agenda.size(); ++step) {
        std::string label = label_to(frame, step);
        const float width = button_width(frame.ui, label, next.options);
        if (width <= widest) continue;
        widest = width;
        next.label = std::move(label);
    }
    Press black = black_press(frame);
    for (const std::string_view key : {frame.words()("run.black"), frame.words()("run.unblack")})
        if (button_width(frame.ui, key, black.options) > button_width(frame.ui, black.label, black.options))
            black.label = key;
    presses.push_back(std::move(black));
    return widths_of(frame, presses, gap);
}

std::size_t rows_of(const RunFrame& frame, const std::vector<Press>& presses, float width, float gap) {
    return rows_in(frame, presses, width, gap).size();
}

float draw_presses(RunFrame& frame, Rect place, std::vector<Press> presses, float gap) {
    const float height = button_height(frame.ui);
    const float top = place.y;
    for (std::vector<Press>& row : rows_in(frame, std::move(presses), place.w, gap)) {
        const std::vector<float> widths = fitted(frame, row, place.w, gap);
        float wide = -gap;
        for (const float width : widths) wide += width + gap;
        float x = place.centre().x - std::min(place.w, wide) / 2;
        for (std::size_t i = 0; i < row.size(); ++i) {
            Press& press = row[i];
            if (button(frame.ui, press.id, {x, place.y, widths[i], height}, press.label, press.options))
                frame.wish(std::move(press.deed));
            x += widths[i] + gap;
        }
        place.y += height + gap;
    }
    return place.y - gap - top;
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

} // namespace ronde::gui
