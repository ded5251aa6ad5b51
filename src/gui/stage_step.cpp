// Steps that are a title and a clock (opening, plenary, break, closing…), and the briefing with its etiquette.

#include "gui/stage_scene.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 9;

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

/// Lines of a quiet list that fit `height`, as pages of blocks.
std::vector<std::vector<TextBlock>> list_pages(Scene& scene, const std::vector<std::string>& items, float width,
                                               float height, float gap) {
    std::vector<std::vector<TextBlock>> pages(1);
    float used = 0;
    for (const std::string& item : items) {
        const auto most = static_cast<std::size_t>(std::max(1.0F, height / (scene.least() * 1.35F)));
        TextBlock block = lay_out(scene.canvas, Face::text, scene.least(), item, width, most);
        if (!pages.back().empty() && used + gap + block.height > height) {
            pages.emplace_back();
            used = 0;
        }
        used += block.height + (pages.back().empty() ? 0 : gap);
        pages.back().push_back(std::move(block));
    }
    return pages;
}

} // namespace

void draw_titled_step(Scene& scene, const cafe::Step& step) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    draw_header(scene, {});
    Rect place = draw_clock(
        scene, clock_face(scene, words("stage.step_ends", {{"time", room_time(scene, scene.timer().step_ends_at)}})));
    std::vector<std::string> items;
    if (step.kind == cafe::StepKind::opening)
        for (const cafe::Component& component : session.opening.components) items.push_back(component.text);
    const std::string title_text = step_title(words, session, *scene.timer().step);
    const std::string instruction_text = instruction_of(scene, step);

    const float gap = scene.h(0.03F);
    const float most = items.empty() ? 0.085F : 0.068F;
    const TextBlock title = lay_out_to_fit(scene.canvas, Face::title, scene.px(most), scene.least(), title_text,
                                           place.w, place.h * (items.empty() ? 0.6F : 0.4F));
    const TextBlock instruction =
        lay_out_to_fit(scene.canvas, Face::text, scene.px(0.04F), scene.least(), instruction_text, place.w,
                       std::max(scene.h(0.05F), (place.h - title.height - gap) * (items.empty() ? 1.0F : 0.45F)));
    float head = title.height + (instruction_text.empty() ? 0 : gap * 0.6F + instruction.height);

    const float between = scene.h(0.014F);
    const float left = place.h - head - (items.empty() ? 0 : gap);
    std::vector<std::vector<TextBlock>> pages = list_pages(scene, items, place.w, left, between);
    const bool many = pages.size() > 1;
    if (many) pages = list_pages(scene, items, place.w, left - dots_height(scene), between);
    const std::vector<TextBlock>& list = pages[turn_pages(scene, pages.size(), page_seconds)];
    float tall = head;
    for (const TextBlock& block : list) tall += block.height + between;
    if (!list.empty()) tall += gap - between;

    const bool centred = !scene.upright() && !many;
    Point at{place.x, place.y + (centred ? std::max(0.0F, (place.h - tall) / 2) : 0)};
    put(scene, "stage.title", title, at, scene.theme().ink);
    at.y += title.height;
    if (!instruction_text.empty()) {
        at.y += gap * 0.6F;
        put(scene, "stage.instruction", instruction, at, scene.theme().ink);
        at.y += instruction.height;
    }
    at.y += gap;
    const Rect listed{place.x, at.y, place.w, place.bottom() - at.y - (many ? dots_height(scene) : 0)};
    for (std::size_t i = 0; i < list.size(); ++i) {
        put(scene, "stage.component." + std::to_string(i + 1), list[i], at, scene.theme().muted);
        at.y += list[i].height + between;
    }
    if (!many) return;
    ease_page(scene, listed);
    draw_page_dots(scene, {place.x, place.bottom() - dots_height(scene), place.w, dots_height(scene)});
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
