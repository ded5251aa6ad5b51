// The stage's plain scenes, large words on a quiet ground: welcome, end, message.

#include "gui/stage_scene.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

constexpr double minute = 60;

/// The time of day changes by itself, whether or not a clock runs.
void draw_again_next_minute(Scene& scene) {
    const auto gone =
        std::chrono::floor<base::Duration>(scene.view.app.now.wall.time_since_epoch()) % std::chrono::minutes{1};
    scene.draw_again_in(minute - std::chrono::duration<double>(gone).count());
}

HeaderNote time_of_day(Scene& scene) {
    draw_again_next_minute(scene);
    return header_without_clock(scene, {{}, room_time(scene, scene.view.app.now.wall)});
}

/// Large words and, under them, one line; as a block at the left, in the middle of the height.
void put_words_and_line(Scene& scene, std::string_view large, std::string_view line) {
    const Rect& body = scene.body;
    const float gap = scene.h(0.035F);
    const TextBlock under =
        lay_out_to_fit(scene.canvas, Face::text, scene.px(0.038F), scene.least(), line, body.w, body.h * 0.3F);
    const float room = body.h - under.height - gap;
    const float width = std::min(body.w, scene.h(1.35F));
    TextBlock title = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.098F), scene.least(), large, width, room);
    if (title.height > room) {
        const auto lines = static_cast<std::size_t>(std::max(1.0F, room / title.line_height));
        title = lay_out(scene.canvas, Face::title, scene.least(), large, body.w, lines);
    }
    const float tall = title.height + (line.empty() ? 0 : gap + under.height);
    const Point at{body.x, body.y + std::max(0.0F, (body.h - tall) / 2)};
    put(scene, "stage.title", title, at, scene.theme().ink);
    if (!line.empty()) put(scene, "stage.instruction", under, {at.x, at.y + title.height + gap}, scene.theme().muted);
}

std::string_view large_words(const cafe::Identity& identity) {
    return identity.subtitle.empty() ? identity.title : identity.subtitle;
}

/// When what people wait for begins: the end of the welcome, or the planned start.
std::optional<base::WallTime> time_to_begin(const Scene& scene) {
    const cafe::Session& session = scene.session();
    const base::WallTime now = scene.view.app.now.wall;
    base::WallTime begins = session.identity.starts_at;
    const bool welcomes = !session.agenda.empty() && session.agenda.front().kind == cafe::StepKind::welcome;
    if (scene.timer().step || welcomes) begins = scene.timer().step_ends_at;
    if (begins <= now || scene.timer().look == cafe::TimerLook::over) return std::nullopt;
    return begins;
}

} // namespace

void draw_welcome(Scene& scene) {
    draw_header(scene, time_of_day(scene));
    const Words& words = scene.canvas.words;
    const auto begins = time_to_begin(scene);
    put_words_and_line(scene, large_words(scene.session().identity),
                       begins ? words("stage.welcome", {{"time", room_time(scene, *begins)}})
                              : std::string(words("stage.welcome_soon")));
}

void draw_finished(Scene& scene) {
    draw_header(scene, time_of_day(scene));
    put_words_and_line(scene, scene.canvas.words("stage.thanks"), {});
}

void draw_message(Scene& scene) {
    draw_header(scene, header_without_clock(scene, {}));
    const TextBlock text = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.11F), scene.least(),
                                          scene.session().stage.message, scene.body.w, scene.body.h);
    put(scene, "stage.message", text, {scene.body.x, scene.body.y + std::max(0.0F, (scene.body.h - text.height) / 2)},
        scene.theme().ink);
}

} // namespace ronde::gui
