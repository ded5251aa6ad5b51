#pragma once
// The control window's parts, each in a file of its own. Internal to the control window; main thread.

#include "gui/control.hpp"

#include <string>
#include <string_view>

namespace ronde::gui {

/// What every part of the window draws with.
struct ControlFrame {
    Ui& ui;
    const View& view;
    ControlState& state;
    const Dispatch& dispatch;

    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
};

inline constexpr float bar_units = 56;

/// The five places, the café's title, and how safe its words are.
void draw_bar(const ControlFrame& frame, Rect bar);

/// Strips under the bar: what lasts (a failed save, who holds the café) and what is told once. Cuts what it takes.
void draw_banners(const ControlFrame& frame, Rect& place);

/// What `state.asking` names, laid over the window.
void draw_asked(const ControlFrame& frame, const Rect& window);
void draw_preferences(const ControlFrame& frame, const Rect& window);
void draw_key_help(const ControlFrame& frame, const Rect& window);
void draw_table_list(const ControlFrame& frame, const Rect& window);
void draw_presence(const ControlFrame& frame, const Rect& window);
void draw_seat_board(const ControlFrame& frame, const Rect& window);

/// A panel's title and its way out; what is left of the panel is in `inside`. True when it is to be closed.
bool panel_title(const ControlFrame& frame, std::string_view id, std::string_view title, std::string_view key,
                 Overlay& overlay, Rect& inside);

/// Goes to Noter, at a table by its place in the list, with the keyboard in the field.
void go_to_table(ControlState& state, const cafe::Session& session, std::size_t table);
void go_to(ControlState& state, Place place);

/// The scope whose last change Ctrl+Z takes back here; empty where there is nothing to take back.
[[nodiscard]] std::string undo_scope(const View& view, const ControlState& state);

/// Whether a round is on and not over yet: leaving it is asked once.
[[nodiscard]] bool round_under_way(const View& view);

/// The step that comes next, as a title; empty after the last.
[[nodiscard]] std::string next_step_title(const View& view);

} // namespace ronde::gui
