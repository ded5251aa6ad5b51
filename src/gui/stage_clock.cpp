// The stage's clock: a ring with digits where there is room for one, a bar under the digits in an upright picture.

#include "gui/stage_scene.hpp"

#include "base/local_text.hpp"
#include "cafe/warning.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace ronde::gui {
namespace {

constexpr float digits_share = 0.148F;
constexpr float least_digits_share = 0.13F;
constexpr double pulse_seconds = 0.4; ///< of one swelling
constexpr double pulses = 2;

/// The size of the digits so that nothing jumps: measured with the longest text that this clock may show soon.
float digits_px(Scene& scene, const std::string& text, float width) {
    const std::string longest = text.size() > 6 ? text : "+00:00";
    const float most = std::round(scene.h(digits_share));
    const float wide = digits_width(scene.canvas, longest, most);
    if (wide <= width) return most;
    const float fitting = std::floor(most * width / wide);
    return text.size() > 6 ? fitting : std::max(fitting, std::ceil(scene.h(least_digits_share)));
}

void put_digits(Scene& scene, const ClockFace& face, Point centre, float px) {
    digits(scene.canvas, face.digits, centre, px, face.ink);
    const float wide = digits_width(scene.canvas, face.digits, px);
    note_item(scene.canvas, "stage.timer", "clock", face.digits,
              {centre.x - wide / 2, centre.y - px * 0.4F, wide, px * 0.8F}, face.look);
}

void put_words(Scene& scene, const ClockFace& face, Point top_centre, float width) {
    // Two lines at most: the place under the digits is the same in every state.
    const TextBlock block = lay_out(scene.canvas, Face::text, scene.px(0.0355F), face.words, width, 2);
    put(scene, "stage.timer.words", block, {top_centre.x - width / 2, top_centre.y},
        face.words_ink.value_or(scene.theme().muted), Align::centre, width);
}

Rect draw_ring_clock(Scene& scene, const ClockFace& face) {
    Rect rest = scene.body;
    const float diameter = std::min({scene.h(0.565F), 0.5F * rest.w, rest.h * 0.95F});
    const float thickness = scene.h(0.0245F);
    const float radius = (diameter - thickness) / 2;
    Rect left = rest.cut_left(diameter);
    const float in = std::min(scene.h(0.014F), rest.w * 0.02F);
    left.x += in;
    rest.cut_left(in + std::min(scene.h(0.1F), rest.w * 0.12F));

    const Point centre{left.centre().x, left.centre().y};
    ring(scene.canvas, centre, radius, swollen(thickness, face.swell.value_or(0)), face.lit, face.ink,
         scene.theme().track);
    const float inner = radius - thickness / 2;
    const float half_height = scene.h(0.055F);
    const float chord = 2 * std::sqrt(std::max(0.0F, inner * inner - half_height * half_height));
    put_digits(scene, face, {centre.x, centre.y - scene.h(0.018F)}, digits_px(scene, face.digits, chord * 0.96F));
    const float below = scene.h(0.115F);
    put_words(scene, face, {centre.x, centre.y + scene.h(0.066F)},
              2 * std::sqrt(std::max(1.0F, inner * inner - below * below)) * 0.94F);
    return rest;
}

Rect draw_bar_clock(Scene& scene, const ClockFace& face) {
    Rect rest = scene.body;
    Rect top = rest.cut_top(scene.h(0.135F));
    put_digits(scene, face, top.centre(), digits_px(scene, face.digits, top.w));
    const Rect strip = rest.cut_top(scene.h(0.014F));
    const float thick = swollen(scene.h(0.009F), face.swell.value_or(0));
    const Rect bar{strip.x, strip.centre().y - thick / 2, strip.w, thick};
    fill(scene.canvas, bar, scene.theme().track, thick / 2);
    if (face.lit > 0) fill(scene.canvas, {bar.x, bar.y, std::max(thick, bar.w * face.lit), thick}, face.ink, thick / 2);
    const Rect under = rest.cut_top(scene.h(0.058F));
    put_words(scene, face, {under.centre().x, under.y + scene.h(0.006F)}, under.w);
    rest.cut_top(scene.h(0.012F));
    return rest;
}

} // namespace

std::optional<float> warning_pulse(const View& view) {
    const auto since = cafe::since_warning(view.app.timer);
    if (!since || view.app.preferences.motion == app::Motion::none) return std::nullopt;
    const double gone = std::chrono::duration<double>(*since).count();
    if (gone >= pulses * pulse_seconds) return std::nullopt;
    const double wave = std::sin(std::numbers::pi * gone / pulse_seconds);
    return static_cast<float>(wave * wave);
}

ClockFace clock_face(const Scene& scene, std::string ends) {
    const cafe::TimerReading& timer = scene.timer();
    const Words& words = scene.canvas.words;
    const std::chrono::seconds shown = cafe::shown_seconds(timer.left);
    const bool over = timer.look == cafe::TimerLook::over || timer.left < base::Duration::zero();

    ClockFace face;
    face.look = base::name_of(timer.look);
    face.digits = over ? base::over_text(shown) : base::span_text(shown);
    face.ink = scene.theme().ink;
    // By the second that is shown, so that the ring moves with the digits and never in between.
    const auto allotted = std::chrono::duration<float>(timer.allotted).count();
    face.lit = over ? 1.0F : allotted > 0 ? std::clamp(static_cast<float>(shown.count()) / allotted, 0.0F, 1.0F) : 0.0F;
    switch (timer.look) {
    case cafe::TimerLook::paused:
        face.ink = scene.theme().muted;
        face.words = words("stage.paused");
        break;
    case cafe::TimerLook::last_minute:
        face.ink = scene.theme().alarm;
        face.words = words("stage.last_minute");
        break;
    case cafe::TimerLook::over:
        face.ink = scene.theme().alarm;
        face.words = words("stage.over");
        break;
    case cafe::TimerLook::idle:
    case cafe::TimerLook::running:
    case cafe::TimerLook::finished: face.words = std::move(ends); break;
    }
    if (cafe::since_warning(timer)) {
        face.words = words("stage.two_minutes");
        face.words_ink = scene.theme().ink;
    }
    face.swell = warning_pulse(scene.view);
    return face;
}

HeaderNote header_clock(const Scene& scene, std::string words) {
    const ClockFace face = clock_face(scene, {});
    const Words& say = scene.canvas.words;
    switch (scene.timer().look) {
    case cafe::TimerLook::paused: words = say("stage.header.paused"); break;
    case cafe::TimerLook::last_minute: words = say("stage.header.last_minute"); break;
    case cafe::TimerLook::over: words = say("stage.header.over"); break;
    case cafe::TimerLook::idle:
    case cafe::TimerLook::running:
    case cafe::TimerLook::finished: break;
    }
    if (cafe::since_warning(scene.timer())) words = say("stage.header.two_minutes");
    return {std::move(words), face.digits, face.ink, face.look};
}

HeaderNote header_without_clock(const Scene& scene, HeaderNote usual) {
    return cafe::since_warning(scene.timer()) ? header_clock(scene, {}) : std::move(usual);
}

Rect draw_clock(Scene& scene, const ClockFace& face) {
    if (face.swell) scene.draw_again_in(0);
    return scene.upright() ? draw_bar_clock(scene, face) : draw_ring_clock(scene, face);
}

} // namespace ronde::gui
