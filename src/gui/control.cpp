#include "gui/control.hpp"

#include "gui/control_parts.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <variant>

namespace ronde::gui {

namespace {

double draw_place(Ui& ui, const Rect& rect, const View& view, ControlState& state, Place place,
                  const Dispatch& dispatch) {
    switch (place) {
    case Place::prepare: return draw_prepare(ui, rect, view, state.prepare, dispatch);
    case Place::run: return draw_run(ui, rect, view, state.run, dispatch);
    case Place::notes: return draw_notes(ui, rect, view, state.notes, dispatch);
    case Place::harvest: return draw_harvest(ui, rect, view, state.harvest, dispatch);
    case Place::review: return draw_review(ui, rect, view, state.review, dispatch);
    }
    return std::numeric_limits<double>::infinity();
}

/// A place that is being left learns that its field lost the keyboard, so that what was typed there is taken.
void leave_place(Ui& ui, const Rect& rect, const View& view, ControlState& state, const Dispatch& dispatch) {
    const std::string focus = std::exchange(ui.focus.id, {});
    const auto keys = std::exchange(ui.keys, {});
    UiMap* map = std::exchange(ui.canvas.map, nullptr);
    const std::string blocked_by = std::exchange(ui.blocked_by, "leaving");
    {
        const Clip nothing(ui.canvas, {rect.x, rect.y, 0, 0});
        draw_place(ui, rect, view, state, state.drawn, dispatch);
    }
    ui.blocked_by = blocked_by;
    ui.canvas.map = map;
    ui.keys = keys;
    ui.focus.id = focus;
    ui.focus.order.clear();
    memory_of(ui).rows.clear();
    memory_of(ui).dialog.clear();
    if (state.drawn == Place::review) leave_review(state.review);
}

/// The places' dispatch: what would take another café in the place of a running one is asked first.
Dispatch asking_first(const View& view, ControlState& state, const Dispatch& dispatch) {
    Dispatch careful = dispatch;
    careful.ask = [&](app::Command command) {
        if (leaves_running(command, view.app))
            ask_to_leave(state, std::move(command));
        else
            dispatch.ask(std::move(command));
    };
    return careful;
}

} // namespace

bool clock_is_on(const app::Snapshot& app) {
    return app.session != nullptr && app.access == app::Access::writable &&
           (app.session->timer.state == cafe::ClockState::running ||
            app.session->timer.state == cafe::ClockState::paused);
}

bool leaves_running(const app::Command& command, const app::Snapshot& app) {
    if (!clock_is_on(app)) return false;
    if (const auto* wish = std::get_if<app::OpenCafe>(&command)) return wish->file.lexically_normal() != app.file;
    return std::holds_alternative<app::NewCafe>(command);
}

void ask_to_leave(ControlState& state, app::Command command) {
    state.leaves_for = std::move(command);
    state.asking = "leave";
}

void go_to(ControlState& state, Place place) {
    state.asking.clear();
    const bool types_at_once = place == Place::notes;
    if (state.place == place && !types_at_once) return;
    state.place = place;
    state.focus.id = types_at_once ? "notes.input" : "";
    state.focus.take = types_at_once;
    // The next frame's characters are typed, though the field is not drawn yet.
    state.focus.typing = types_at_once;
}

float fitting_scale(float width, float height) {
    return std::clamp(std::min(width / 1000, height / 700), 0.78F, 1.0F);
}

double draw_control(Ui& ui, const Rect& window, const View& view, ControlState& state, const Dispatch& dispatch) {
    const ControlFrame frame{ui, view, state, dispatch};
    const auto before = std::pair(state.place, state.asking);
    const std::string focus_before = ui.focus.id;
    begin_frame(ui);
    // What is asked lies over what a place laid over itself, from its first frame on.
    if (!ui.blocked_by.empty() && !state.asking.empty()) ui.blocked_by = state.asking;
    fill(ui.canvas, window, frame.theme().ground);
    Rect place = window;
    const Rect bar = place.cut_top(std::round(ui.px(bar_units)));
    draw_bar(frame, bar);
    draw_banners(frame, place);

    const Dispatch careful = asking_first(view, state, dispatch);
    if (state.drawn != state.place) {
        leave_place(ui, place, view, state, careful);
        state.drawn = state.place;
    }
    double wanted = draw_place(ui, place, view, state, state.place, careful);
    if (std::string asked = std::exchange(state.prepare.people.asks, {}); !asked.empty()) state.asking = asked;
    if (std::exchange(state.run.presence, false)) state.asking = "presence";
    if (std::exchange(state.run.seats, false)) state.asking = "seats";
    if (auto move = std::exchange(state.prepare.move, {})) {
        state.seats = {.round = move->round, .move = move, .once = true};
        state.asking = "seats";
    }
    draw_asked(frame, window);
    for (const KeyPress& key : std::exchange(ui.keys, {}))
        if (!handle_key(key, Window::control, view, state, dispatch)) ui.keys.push_back(key);
    if (state.asking != "seats") state.seats = {}; // a move that was meant is not kept for the next time
    const bool uncovered = !before.second.empty() && state.asking.empty();
    if (uncovered && state.place == Place::notes) go_to(state, Place::notes);
    end_frame(ui);
    ui.keys.clear();
    // What a key or a click changed here is seen in the next frame: it should come at once.
    const bool moved = before != std::pair(state.place, state.asking) || focus_before != ui.focus.id;
    for (const auto& [id, scrolled] : memory_of(ui).scrolls)
        if (scrolled.wanted >= 0 && scrolled.wanted != scrolled.offset) wanted = 0;
    return moved ? 0 : wanted;
}

} // namespace ronde::gui
