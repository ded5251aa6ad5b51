// Around every scene of the stage: the line on top and the agenda at the foot.

#include "gui/stage_scene.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ronde::gui {
namespace {

/// Draws the title, and the place where it fits too, in `room`.
void draw_identity(Scene& scene, const Rect& room) {
    const cafe::Identity& identity = scene.session().identity;
    const float px = scene.least();
    const TextBlock title = lay_out(scene.canvas, Face::bold, px, identity.title, room.w, 1);
    const float y = room.centre().y - title.line_height / 2;
    float end = room.x;
    if (!identity.title.empty()) {
        // Every other scene is about something else: a title too long for one line may end in an ellipsis here.
        draw(scene.canvas, title, {room.x, y}, scene.theme().ink);
        note_item(scene.canvas, "stage.header.title", "text", title.text, {room.x, y, title.width, title.height});
        end += title.width + scene.h(0.022F);
    }
    if (identity.place.empty() || title.cut) return;
    const TextBlock place = lay_out(scene.canvas, Face::text, px, identity.place);
    if (end + place.width > room.right()) return;
    draw(scene.canvas, place, {end, y}, scene.theme().muted);
    note_item(scene.canvas, "stage.header.place", "text", place.text, {end, y, place.width, place.height});
}

/// A step as the strip shows it.
struct Stop {
    std::string title{};
    std::size_t step = 0;
    float width = 0; ///< of the label
};
enum class When { done, present, to_come };

struct Strip {
    float px = 0;
    float dot = 0;     ///< radius
    float big_dot = 0; ///< of the present step
    float gap = 0;     ///< dot to label, label to line
    float least_line = 0;

    [[nodiscard]] float stop_width(const Stop& stop) const { return 2 * big_dot + gap + stop.width; }
};

/// How many of the stops around `present` fit, as [first, last]; the rest is told by a line that runs on.
std::pair<std::size_t, std::size_t> window_of(const Strip& strip, const std::vector<Stop>& stops, std::size_t present,
                                              float room) {
    const float between = 2 * strip.gap + strip.least_line;
    const auto width = [&](std::size_t first, std::size_t last) {
        float sum = 0;
        for (std::size_t i = first; i <= last; ++i) sum += strip.stop_width(stops[i]) + (i > first ? between : 0);
        if (first > 0) sum += strip.least_line + strip.gap;
        if (last + 1 < stops.size()) sum += strip.least_line + strip.gap;
        return sum;
    };
    if (width(0, stops.size() - 1) <= room) return {0, stops.size() - 1};
    std::size_t first = present;
    std::size_t last = present;
    for (bool grew = true; grew;) {
        grew = false;
        if (last + 1 < stops.size() && width(first, last + 1) <= room) {
            ++last;
            grew = true;
        }
        if (first > 0 && width(first - 1, last) <= room) {
            --first;
            grew = true;
        }
    }
    return {first, last};
}

void draw_stop(Scene& scene, const Strip& strip, const Stop& stop, When when, Point at) {
    const Theme& theme = scene.theme();
    const Point centre{at.x + strip.big_dot, at.y};
    switch (when) {
    case When::done: disc(scene.canvas, centre, strip.dot, theme.muted); break;
    case When::present: disc(scene.canvas, centre, strip.big_dot, theme.ink); break;
    case When::to_come:
        disc(scene.canvas, centre, strip.dot, theme.track);
        disc(scene.canvas, centre, strip.dot * 0.62F, theme.surface);
        break;
    }
    const bool present = when == When::present;
    const TextBlock label =
        lay_out(scene.canvas, present ? Face::bold : Face::text, strip.px, stop.title, stop.width + 1, 1);
    const Point top_left{at.x + 2 * strip.big_dot + strip.gap, at.y - label.line_height / 2};
    draw(scene.canvas, label, top_left, present ? theme.ink : theme.muted);
    note_item(scene.canvas, "stage.agenda." + std::to_string(stop.step + 1), "text", stop.title,
              {top_left.x, top_left.y, label.width, label.height},
              present              ? "present"
              : when == When::done ? "done"
                                   : "to_come");
}

} // namespace

void draw_header(Scene& scene, const HeaderNote& note) {
    const float px = scene.least();
    const Rect& all = scene.picture;
    Rect first{all.x + scene.margin, all.y + scene.h(0.05F), all.w - 2 * scene.margin, px * 1.3F};
    Rect second = first;
    second.y = first.bottom() + scene.h(0.003F);
    // An upright picture is too narrow for both: the state gets a line of its own.
    if (scene.upright()) first.y = all.y + scene.h(0.03F);
    if (scene.upright()) second.y = first.bottom() + scene.h(0.003F);
    Rect& state = scene.upright() ? second : first;

    const float digits_wide = note.digits.empty() ? 0 : digits_width(scene.canvas, note.digits, px);
    const TextBlock words = lay_out(scene.canvas, Face::bold, px, note.words, state.w * 0.75F, 1);
    const float dot_gap = px * 0.35F;
    const TextBlock dot = lay_out(scene.canvas, Face::bold, px, "·");
    const float joint = note.digits.empty() || note.words.empty() ? 0 : dot.width + 2 * dot_gap;
    const float width = words.width + joint + digits_wide;
    float x = scene.upright() ? state.x : state.right() - width;
    const float y = state.centre().y - words.line_height / 2;
    const Colour colour = note.colour.value_or(scene.theme().ink);
    if (!note.words.empty()) put(scene, "stage.state", words, {x, y}, colour);
    x += words.width;
    if (joint > 0) draw(scene.canvas, dot, {x + dot_gap, y}, colour);
    x += joint;
    if (!note.digits.empty()) {
        digits(scene.canvas, note.digits, {x + digits_wide / 2, state.centre().y}, px, colour);
        note_item(scene.canvas, "stage.timer", "clock", note.digits, {x, y, digits_wide, words.line_height}, note.look);
    }

    if (!scene.upright()) first.w = std::max(0.0F, first.w - width - scene.h(0.05F));
    draw_identity(scene, first);
}

void draw_agenda_strip(Scene& scene) {
    const Rect& all = scene.picture;
    const float height = scene.h(scene.upright() ? 0.065F : 0.103F);
    Rect ground{all.x, all.bottom() - height, all.w, height};
    fill(scene.canvas, ground, scene.theme().surface);
    const float hair = std::max(1.0F, scene.h(0.0018F));
    fill(scene.canvas, {ground.x, ground.y, ground.w, hair}, scene.theme().hairline);

    const cafe::Session& session = scene.session();
    Strip strip;
    strip.px = std::max(1.0F, std::round(scene.h(0.0225F)));
    strip.dot = scene.h(0.0083F);
    strip.big_dot = scene.h(0.0112F);
    strip.gap = scene.h(0.012F);
    strip.least_line = scene.h(0.03F);
    const Rect room{all.x + scene.margin, ground.y, all.w - 2 * scene.margin, ground.h};

    // On the way between two rounds the present one is where everybody goes.
    std::vector<Stop> stops;
    std::optional<std::size_t> present;
    auto step = cafe::current_step(session);
    while (step && *step + 1 < session.agenda.size() && session.agenda[*step].kind == cafe::StepKind::travel) ++*step;
    const bool finished = scene.timer().look == cafe::TimerLook::finished;
    for (std::size_t i = 0; i < session.agenda.size(); ++i) {
        if (session.agenda[i].kind == cafe::StepKind::travel) continue;
        if (step && i <= *step && !finished) present = stops.size();
        stops.push_back({step_title(scene.canvas.words, session, i), i});
    }
    if (stops.empty()) return;
    const float widest = room.w - 2 * strip.big_dot - 3 * strip.gap - 2 * strip.least_line;
    for (std::size_t i = 0; i < stops.size(); ++i)
        stops[i].width =
            lay_out(scene.canvas, present == i ? Face::bold : Face::text, strip.px, stops[i].title, widest, 1).width;

    const auto [first, last] = window_of(strip, stops, present.value_or(finished ? stops.size() - 1 : 0), room.w);
    float x = room.x;
    float free = room.w;
    const float y = ground.centre().y;
    const float thick = std::max(1.0F, scene.h(0.0026F));
    const auto colour_before = [&](std::size_t i) {
        return finished || (present && i <= *present) ? scene.theme().muted : scene.theme().track;
    };
    const auto draw_line = [&](std::size_t before, float from, float to) {
        fill(scene.canvas, {from, y - thick / 2, to - from, thick}, colour_before(before));
    };
    if (first > 0) {
        draw_line(first, x, x + strip.least_line);
        x += strip.least_line + strip.gap;
        free -= strip.least_line + strip.gap;
    }
    if (last + 1 < stops.size()) free -= strip.least_line + strip.gap;
    for (std::size_t i = first; i <= last; ++i) free -= strip.stop_width(stops[i]) + (i > first ? 2 * strip.gap : 0);
    const float line_length = last > first ? free / static_cast<float>(last - first) : 0;

    for (std::size_t i = first; i <= last; ++i) {
        const When when = finished || (present && i < *present) ? When::done
                          : present == i                        ? When::present
                                                                : When::to_come;
        draw_stop(scene, strip, stops[i], when, {x, y});
        x += strip.stop_width(stops[i]) + strip.gap;
        if (i == last && last + 1 == stops.size()) break;
        const float length = i == last ? strip.least_line : line_length;
        draw_line(i + 1, x, i == last ? room.right() : x + length);
        x += length + strip.gap;
    }
}

} // namespace ronde::gui
