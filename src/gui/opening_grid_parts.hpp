#pragma once
// What the parts of the opening's grid share: the cursor and its keys, answering, the counts of hands. Internal to the
// grid. Main thread, within a frame.

#include "gui/opening_grid.hpp"

#include <string>
#include <vector>

namespace ronde::gui {

struct GridCell {
    std::size_t place = 0;
    std::size_t component = 0;
    friend bool operator==(const GridCell&, const GridCell&) = default;
};

struct GridFrame {
    Ui& ui;
    const View& view;
    const cafe::Session& session;
    OpeningGridState& state;
    std::vector<cafe::Deed>& wishes;
    const cafe::OpeningReading reading;
    Enabled can = Enabled::yes;
    GridCell cursor{};
    bool moved = false; ///< in this frame: it must be in sight

    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] float px(float units) const { return ui.px(units); }
};

/// Finds the cell that the state names; the first one where it is gone.
void find_cursor(GridFrame& frame);
void go_to_cell(GridFrame& frame, const GridCell& cell);

/// The cursor's place and component in words.
[[nodiscard]] std::string cell_words(const GridFrame& frame);

/// Answers at the cursor; the sentence stays.
void give_answer(GridFrame& frame, cafe::Answer answer);

/// Saves the sentence that was typed, for its cell.
void say_why(GridFrame& frame);
/// Shows the sentence of the cursor's cell.
void take_up_why(GridFrame& frame);

/// The grid's keys.
void take_grid_keys(GridFrame& frame);

/// The line over the grid: how many are still to be heard, and the chip that shows everybody.
void draw_grid_head(GridFrame& frame, Rect row);

/// Three numbers a component.
void draw_hands(Ui& ui, const Rect& place, const View& view, std::vector<cafe::Deed>& wishes);
[[nodiscard]] float hands_height(const Ui& ui, const cafe::Session& session);

} // namespace ronde::gui
