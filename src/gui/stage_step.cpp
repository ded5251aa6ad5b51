// Steps that are a title and a clock (opening, plenary, break, closing…), and the briefing with its etiquette.

#include "gui/stage_scene.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ronde::gui {
namespace {

/// The one instruction of a step; empty where its title says it all.
std::string instruction_of(const Scene& scene, const cafe::Step& step) {
    const Words& words = scene.canvas.words;
    switch (step.kind) {
    case cafe::StepKind::opening: return scene.session().opening.prompt;
    case cafe::StepKind::plenary: return std::string(words("stage.plenary"));
    case cafe::StepKind::pause:
        if (scene.timer().look == cafe::TimerLook::over) return std::string(words("stage.break_over"));
        return words("stage.break", {{"time", room_time(scene, scene.timer().step_ends_at)}});
    case cafe::StepKind::follow_up: return std::string(words("stage.follow_up"));
    case cafe::StepKind::welcome:
    case cafe::StepKind::briefing:
    case cafe::StepKind::round:
    case cafe::StepKind::travel:
    case cafe::StepKind::harvest:
    case cafe::StepKind::closing:
    case cafe::StepKind::custom: break;
    }
    return {};
}

} // namespace

void draw_titled_step(Scene& scene, const cafe::Step& step) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    draw_header(scene, {});
    const Rect place = draw_clock(
        scene, clock_face(scene, words("stage.step_ends", {{"time", room_time(scene, scene.timer().step_ends_at)}})));
    const std::string title_text = step_title(words, session, *scene.timer().step);
    const std::string instruction_text = instruction_of(scene, step);

    const float gap = scene.h(0.03F);
    const TextBlock title =
        lay_out_to_fit(scene.canvas, Face::title, scene.px(0.085F), scene.least(), title_text, place.w, place.h * 0.6F);
    const TextBlock instruction =
        lay_out_to_fit(scene.canvas, Face::text, scene.px(0.04F), scene.least(), instruction_text, place.w,
                       std::max(scene.h(0.05F), place.h - title.height - gap));
    const float tall = title.height + (instruction_text.empty() ? 0 : gap * 0.6F + instruction.height);
    Point at{place.x, place.y + (scene.upright() ? 0 : std::max(0.0F, (place.h - tall) / 2))};
    put(scene, "stage.title", title, at, scene.theme().ink);
    if (instruction_text.empty()) return;
    at.y += title.height + gap * 0.6F;
    put(scene, "stage.instruction", instruction, at, scene.theme().ink);
}

void draw_briefing(Scene& scene) {
    const Words& words = scene.canvas.words;
    draw_header(scene, header_clock(scene, step_title(words, scene.session(), *scene.timer().step)));
    const std::array<std::string_view, 4> etiquette{words("stage.etiquette.listen"), words("stage.etiquette.build"),
                                                    words("stage.etiquette.experience"),
                                                    words("stage.etiquette.write")};
    const Rect& place = scene.body;
    const float gap = scene.h(0.04F);
    const float px = largest_fitting(scene, 0.085F, [&](float tried) {
        float sum = -gap;
        for (const std::string_view line : etiquette)
            sum += gap + measured(scene.canvas, Face::title, tried, line, place.w).height;
        return sum <= place.h;
    });
    std::vector<TextBlock> lines;
    float tall = -gap;
    for (const std::string_view line : etiquette) {
        lines.push_back(lay_out(scene.canvas, Face::title, px, line, place.w));
        tall += gap + lines.back().height;
    }
    Point at{place.x, place.y + std::max(0.0F, (place.h - tall) / 2)};
    for (std::size_t i = 0; i < lines.size(); ++i) {
        put(scene, "stage.instruction." + std::to_string(i + 1), lines[i], at, scene.theme().ink);
        at.y += lines[i].height + gap;
    }
}

} // namespace ronde::gui
