#pragma once
// What the columns of Animer share. Internal to the panel. Main thread, within a frame.

#include "gui/run.hpp"

#include <limits>
#include <vector>

namespace ronde::gui {

struct RunFrame {
    Ui& ui;
    const View& view;
    RunState& state;
    const Dispatch& dispatch;
    std::vector<cafe::Deed> wishes{}; ///< done once the frame is drawn: the session must not change under it
    double redraw_in = std::numeric_limits<double>::infinity();

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const cafe::TimerReading& timer() const { return view.app.timer; }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
    [[nodiscard]] Enabled only_if(bool possible) const {
        return possible && view.writable() ? Enabled::yes : Enabled::no;
    }
    /// The key of an action; in the grid of the opening letters lead to places.
    [[nodiscard]] bool letter(char32_t lower) const { return ui.focus.id != opening_grid_id && take_letter(ui, lower); }
    void wish(cafe::Deed deed) { wishes.push_back(std::move(deed)); }
};

/// Time of day in the café's zone.
[[nodiscard]] std::string run_time(const RunFrame& frame, base::WallTime time);
/// A length in words: "18 min", "1 min 30 s".
[[nodiscard]] std::string run_length(const RunFrame& frame, base::Duration length);

/// The agenda with its times, how late it is, and catching up.
void draw_run_agenda(RunFrame& frame, const Rect& place);
/// The height below which the clock, its buttons and the message do not fit a column so wide.
[[nodiscard]] float least_clock_height(const RunFrame& frame, float width);
/// The clock, its buttons and the message; it scrolls where they do not fit.
void draw_run_clock(RunFrame& frame, const Rect& place);
/// The clock and its buttons in a strip, where the middle belongs to something else; returns how high it is.
float draw_run_strip(RunFrame& frame, const Rect& place);
/// The opening step: the grid of answers under the clock, and what of it the room sees.
void draw_run_opening(RunFrame& frame, const Rect& place);
/// The tables and the last ideas.
void draw_run_tables(RunFrame& frame, const Rect& place);
/// The way to who is there, at the right end of a row; it is taken off the row.
void draw_presence_button(RunFrame& frame, Rect& row, std::string_view key_hint);
/// What the room sees.
void draw_run_miniature(RunFrame& frame, const Rect& place);
/// The question laid over the panel, if there is one.
void draw_run_question(RunFrame& frame, const Rect& place);

} // namespace ronde::gui
