#include "gui/stage.hpp"

#include "gui/stage_opening.hpp"
#include "gui/stage_scene.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

constexpr double step_ease = 0.22;
constexpr base::Duration find_your_table = std::chrono::seconds{90};

/// What the stage shows, by name: one thing at a time.
enum class Showing {
    black,
    message,
    idea,
    wall,
    themes,
    theme,
    turn,
    welcome,
    opening,
    briefing,
    round,
    travel,
    follow_up,
    titled_step,
    finished
};
constexpr auto names_of(Showing) {
    return std::to_array<base::Name<Showing>>({{Showing::black, "black"},
                                               {Showing::message, "message"},
                                               {Showing::idea, "idea"},
                                               {Showing::wall, "wall"},
                                               {Showing::themes, "themes"},
                                               {Showing::theme, "theme"},
                                               {Showing::turn, "turn"},
                                               {Showing::welcome, "welcome"},
                                               {Showing::opening, "opening"},
                                               {Showing::briefing, "briefing"},
                                               {Showing::round, "round"},
                                               {Showing::travel, "travel"},
                                               {Showing::follow_up, "follow_up"},
                                               {Showing::titled_step, "step"},
                                               {Showing::finished, "finished"}});
}

/// Whether each person has a route of their own in that round.
bool has_routes(const cafe::Session& session, int round) {
    const auto& companies = session.seating.companies;
    return round > 0 && static_cast<std::size_t>(round) <= companies.size() &&
           !companies[static_cast<std::size_t>(round) - 1].empty();
}

/// Whether the seating says where anyone goes in that round.
bool seats_anyone(const cafe::Session& session, int round) {
    if (has_routes(session, round)) return true;
    return round > 0 && static_cast<std::size_t>(round) <= session.seating.rounds.size() &&
           !session.seating.rounds[static_cast<std::size_t>(round) - 1].empty();
}

/// Where no travel leads to a round, it begins with everybody finding their table.
bool finding_tables(const cafe::Session& session, const cafe::TimerReading& timer) {
    const std::size_t step = *timer.step;
    const bool led_to = step > 0 && session.agenda[step - 1].kind == cafe::StepKind::travel;
    return !led_to && has_routes(session, cafe::round_at(session, step)) &&
           timer.allotted - timer.left < find_your_table;
}

Showing showing_of_step(const cafe::Session& session, const cafe::TimerReading& timer) {
    if (timer.look == cafe::TimerLook::finished) return Showing::finished;
    if (!timer.step) return Showing::welcome;
    switch (session.agenda[*timer.step].kind) {
    case cafe::StepKind::welcome: return Showing::welcome;
    case cafe::StepKind::briefing: return Showing::briefing;
    case cafe::StepKind::round:
        if (finding_tables(session, timer)) return Showing::travel;
        return session.questions.empty() ? Showing::titled_step : Showing::round;
    case cafe::StepKind::travel:
        return seats_anyone(session, cafe::round_for_room(session)) ? Showing::travel : Showing::titled_step;
    case cafe::StepKind::harvest: return session.harvest.themes.empty() ? Showing::wall : Showing::themes;
    case cafe::StepKind::follow_up: return has_follow_up(session) ? Showing::follow_up : Showing::titled_step;
    case cafe::StepKind::opening: return session.opening.components.empty() ? Showing::titled_step : Showing::opening;
    case cafe::StepKind::plenary:
    case cafe::StepKind::closing:
    case cafe::StepKind::pause:
    case cafe::StepKind::custom: break;
    }
    return Showing::titled_step;
}

Showing showing(const cafe::Session& session, const cafe::TimerReading& timer) {
    const cafe::Stage& stage = session.stage;
    if (stage.screen == cafe::Screen::black) return Showing::black;
    if (!stage.message.empty()) return Showing::message;
    if (stage.projection == cafe::Projection::idea && cafe::find(session, stage.idea) != nullptr) return Showing::idea;
    if (stage.projection == cafe::Projection::wall) return Showing::wall;
    if (stage.projection == cafe::Projection::theme && cafe::find(session, stage.theme) != nullptr)
        return Showing::theme;
    if (stage.projection == cafe::Projection::themes && !session.harvest.themes.empty()) return Showing::themes;
    if (cafe::find(session, stage.speaking.table) != nullptr) return Showing::turn;
    return showing_of_step(session, timer);
}

/// Tells one scene from another: when it changes, the new one eases in and its pages begin again.
std::string scene_key(Showing what, const cafe::Session& session) {
    std::string key{base::name_of(what)};
    key += '|' + session.timer.step.value;
    if (what == Showing::message) key += '|' + session.stage.message;
    if (what == Showing::idea) key += '|' + session.stage.idea.value;
    if (what == Showing::follow_up) key += '|' + std::string{base::name_of(session.stage.follow_up)};
    if (what == Showing::wall) key += '|' + session.stage.question.value;
    if (what == Showing::theme) key += '|' + session.stage.theme.value;
    if (what == Showing::turn) key += '|' + session.stage.speaking.table.value;
    if (what == Showing::opening) key += '|' + std::string(base::name_of(session.stage.opening));
    return key;
}

void draw_scene(Scene& scene, Showing what) {
    const cafe::Session& session = scene.session();
    switch (what) {
    case Showing::black: return;
    case Showing::message: draw_message(scene); break;
    case Showing::idea: draw_idea(scene, *cafe::find(session, session.stage.idea)); break;
    case Showing::wall: draw_wall(scene); break;
    case Showing::themes: draw_themes(scene); break;
    case Showing::theme: draw_theme(scene, *cafe::find(session, session.stage.theme)); break;
    case Showing::turn:
        draw_turn(scene, cafe::turn_left(session, scene.view.app.now).value_or(base::Duration{}));
        break;
    case Showing::welcome: draw_welcome(scene); break;
    case Showing::opening: draw_opening_exchange(scene); break;
    case Showing::briefing: draw_briefing(scene); break;
    case Showing::round: draw_round(scene, cafe::round_for_room(session)); break;
    case Showing::travel:
        if (const int round = cafe::round_for_room(session); has_routes(session, round))
            draw_travel_people(scene, round);
        else
            draw_travel(scene, round);
        break;
    case Showing::follow_up: draw_follow_up(scene); break;
    case Showing::titled_step: draw_titled_step(scene, session.agenda[*scene.timer().step]); break;
    case Showing::finished: draw_finished(scene); break;
    }
}

/// A veil of the ground's colour that lifts.
void ease_in(Scene& scene) {
    const double gone = scene.view.seconds - scene.state.changed_at;
    if (gone >= step_ease || scene.view.app.preferences.motion == app::Motion::none) return;
    Colour veil = scene.theme().ground;
    veil.a = static_cast<std::uint8_t>(255.0 * (1.0 - std::max(0.0, gone) / step_ease));
    Rect above_strip = scene.picture;
    above_strip.h = scene.body.bottom() - above_strip.y;
    fill(scene.canvas, above_strip, veil);
    scene.draw_again_in(0);
}

} // namespace

double draw_stage(Canvas& window, const Rect& rect, const View& view, StageState& state) {
    const Words& words = view.room_words != nullptr ? *view.room_words : window.words;
    Canvas canvas{window.list, window.fonts, window.theme, words, window.map};
    Scene scene{canvas, view, state, rect};
    if (view.app.session == nullptr) {
        fill(canvas, rect, canvas.theme.ground);
        return scene.redraw_in;
    }
    measure(scene);
    const Showing what = showing(view.session(), view.app.timer);
    std::string key = scene_key(what, view.session());
    if (key != state.scene) {
        // The first picture of a window simply stands there.
        state.changed_at = state.scene.empty() ? state.changed_at : view.seconds;
        state.scene = std::move(key);
        state.page = 0;
        state.page_since = view.seconds;
        state.page_turns = view.page_turns;
    }
    state.pages = 1;
    state.smallest_text = std::numeric_limits<float>::infinity();
    state.cut_texts = 0;
    note_item(canvas, "stage.scene", "scene", base::name_of(what), rect);
    if (what == Showing::black) {
        fill(canvas, rect, Colour{0, 0, 0});
        return scene.redraw_in;
    }
    fill(canvas, rect, canvas.theme.ground);
    draw_scene(scene, what);
    state.page_turns = view.page_turns;
    ease_in(scene);
    draw_agenda_strip(scene);
    return scene.redraw_in;
}

} // namespace ronde::gui
