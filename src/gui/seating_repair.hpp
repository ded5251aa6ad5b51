#pragma once
// The ways to mend a plan that people know, with a button each: in Animer and in Préparer. Main thread, within a frame.

#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace ronde::gui {

/// What was drawn, and what was chosen.
struct RepairDrawn {
    float bottom = 0;
    std::optional<std::size_t> taken{}; ///< place in Snapshot::repair
};

/// How much of the choices is shown; 0: all.
struct RepairRoom {
    std::size_t choices = 3; ///< the first, the best, and what lies between as far as there is room
    std::size_t names = 0;   ///< of those who move, with their tables
    std::size_t lines = 0;   ///< that these names may take
};

/// From the top of `area` (its height is not meant); nothing where there is nothing to choose. `id` is the beginning of
/// the widgets' ids: `ID.choice.1`. Enter takes the first choice while no widget has the keyboard.
[[nodiscard]] RepairDrawn draw_repair(Ui& ui, const View& view, const Rect& area, std::string_view id,
                                      const RepairRoom& room);

} // namespace ronde::gui
