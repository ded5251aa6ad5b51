#include "gui/stage_scene.hpp"

#include "base/local_text.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr double page_ease = 0.2;

} // namespace

float Scene::px(float share) const {
    const float least = least_share * picture.h;
    float px = std::max(share * picture.h, least);
    while (FontBook::snapped(px) < least) px += 1;
    return FontBook::snapped(px);
}

void Scene::draw_again_in(double seconds) {
    redraw_in = std::min(redraw_in, std::max(0.0, seconds));
}

void measure(Scene& scene) {
    const Rect& all = scene.picture;
    scene.margin = std::clamp(0.042F * all.w, 0.03F * all.h, 0.09F * all.h);
    const float top = all.y + scene.h(scene.upright() ? 0.142F : 0.117F);
    const float bottom = all.bottom() - scene.h(scene.upright() ? 0.08F : 0.118F);
    scene.body = {all.x + scene.margin, top, all.w - 2 * scene.margin, bottom - top};
}

Rect put(Scene& scene, std::string_view id, const TextBlock& block, Point top_left, Colour colour, Align align,
         float width) {
    draw(scene.canvas, block, top_left, colour, align, width);
    const float room = width > 0 ? width : block.width;
    float x = top_left.x;
    if (align == Align::centre) x += (room - block.width) / 2;
    if (align == Align::right) x += room - block.width;
    const Rect rect{x, top_left.y, block.width, block.height};
    note_item(scene.canvas, id, "text", block.text, rect);
    scene.state.smallest_text = std::min(scene.state.smallest_text, block.px);
    if (block.cut) ++scene.state.cut_texts;
    return rect;
}

TextBlock question_block(Scene& scene, std::size_t question, float most_share, float width, float height,
                         float most_height) {
    const auto fitted = [&](std::string_view text) {
        return lay_out_to_fit(scene.canvas, Face::title, scene.px(most_share), scene.least(), text, width, height);
    };
    TextBlock block = fitted(scene.session().questions[question].text);
    if (block.height <= most_height) return block;
    return fitted(scene.canvas.words("stage.question_number", {{"n", std::to_string(question + 1)}}));
}

TextBlock lines_of(const TextBlock& block, std::size_t from, std::size_t to) {
    TextBlock part = block;
    part.lines.assign(block.lines.begin() + static_cast<std::ptrdiff_t>(from),
                      block.lines.begin() + static_cast<std::ptrdiff_t>(to));
    part.width = 0;
    for (const TextBlock::Line& line : part.lines) part.width = std::max(part.width, line.width);
    part.height = block.line_height * static_cast<float>(part.lines.size());
    part.cut = block.cut && to == block.lines.size();
    return part;
}

std::size_t turn_pages(Scene& scene, std::size_t pages, double seconds) {
    StageState& state = scene.state;
    const double now = scene.view.seconds;
    pages = std::max<std::size_t>(pages, 1);
    state.pages = pages;
    if (state.page >= pages) {
        state.page = 0;
        state.page_since = now;
    }
    if (pages == 1) return 0;
    const std::size_t asked = scene.view.page_turns - state.page_turns;
    if (asked > 0) {
        state.page = (state.page + asked) % pages;
        state.page_since = now;
    } else if (now - state.page_since >= seconds) {
        state.page = (state.page + 1) % pages;
        state.page_since = now;
    }
    scene.draw_again_in(seconds - (now - state.page_since));
    return state.page;
}

void draw_page_dots(Scene& scene, const Rect& strip) {
    const std::size_t pages = scene.state.pages;
    if (pages < 2) return;
    // Many pages: the dots come closer rather than run out of the strip.
    const float step = std::min(scene.h(0.028F), strip.w / static_cast<float>(pages));
    const float radius = std::min(scene.h(0.0065F), step * 0.35F);
    Point at{strip.centre().x - step * static_cast<float>(pages - 1) / 2, strip.centre().y};
    for (std::size_t i = 0; i < pages; ++i, at.x += step)
        disc(scene.canvas, at, radius, i == scene.state.page ? scene.theme().ink : scene.theme().track);
}

void ease_page(Scene& scene, const Rect& rect) {
    if (scene.state.pages < 2 || scene.view.app.preferences.motion == app::Motion::none) return;
    const double gone = scene.view.seconds - scene.state.page_since;
    if (gone >= page_ease) return;
    Colour veil = scene.theme().ground;
    veil.a = static_cast<std::uint8_t>(255.0 * (1.0 - std::max(0.0, gone) / page_ease));
    fill(scene.canvas, rect, veil);
    scene.draw_again_in(0);
}

std::string room_time(const Scene& scene, base::WallTime time) {
    return base::clock_text(base::to_local(time, scene.session().identity.time_zone));
}

std::string step_title(const Words& words, const cafe::Session& session, std::size_t step) {
    const cafe::Step& it = session.agenda[step];
    if (!it.title.empty()) return it.title;
    switch (it.kind) {
    case cafe::StepKind::welcome: return std::string(words("stage.step.welcome"));
    case cafe::StepKind::opening: return std::string(words("stage.step.opening"));
    case cafe::StepKind::briefing: return std::string(words("stage.step.briefing"));
    case cafe::StepKind::round:
        return words("stage.step.round", {{"n", std::to_string(cafe::round_at(session, step))}});
    case cafe::StepKind::travel: return std::string(words("stage.step.travel"));
    case cafe::StepKind::harvest: return std::string(words("stage.step.harvest"));
    case cafe::StepKind::plenary: return std::string(words("stage.step.plenary"));
    case cafe::StepKind::closing: return std::string(words("stage.step.closing"));
    case cafe::StepKind::follow_up: return std::string(words("stage.step.follow_up"));
    case cafe::StepKind::pause: return std::string(words("stage.step.break"));
    case cafe::StepKind::custom: break;
    }
    return std::string(words("stage.step.custom"));
}

std::string table_words(const Words& words, const cafe::Session& session, std::size_t table) {
    const std::string& name = session.tables[table].name;
    return name.empty() ? words("stage.table", {{"n", std::to_string(table + 1)}}) : name;
}

} // namespace ronde::gui
