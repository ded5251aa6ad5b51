#pragma once
// The opening exchange as it is noted: places down, components across, at the speed of people calling out answers; or
// three numbers a component, where hands are counted. A part of Animer and of Préparer. Main thread, within a frame.

#include "cafe/opening_reading.hpp"
#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <string>
#include <vector>

namespace ronde::gui {

struct OpeningGridState {
    cafe::OrganisationId place{}; ///< the cell of the cursor; empty: the first one
    cafe::ComponentId component{};
    cafe::Asked asked = cafe::Asked::third_places;
    std::size_t first_column = 0; ///< where there are more components than columns
    std::string sought{};         ///< letters of a place, typed one after the other
    double sought_at = -1e9;      ///< View::seconds of the last one
    cafe::SessionId cafe{};       ///< whose grid it was
    std::string why{};            ///< being typed, for the cell below
    cafe::OrganisationId why_place{};
    cafe::ComponentId why_component{};
};

/// Draws it in `place`; what was answered goes into `wishes`, to be done once the frame is drawn. While nothing has the
/// focus, 1, 2, 3 and the arrows up and down bring it here.
void draw_opening_grid(Ui& ui, const Rect& place, const View& view, OpeningGridState& state,
                       std::vector<cafe::Deed>& wishes);

/// Where the grid is not drawn any more: a sentence that was being typed is said.
void leave_opening_grid(const View& view, OpeningGridState& state, std::vector<cafe::Deed>& wishes);

/// The height in which it shows every row without scrolling, where it is so wide.
[[nodiscard]] float opening_grid_height(Ui& ui, const cafe::Session& session, const OpeningGridState& state,
                                        float width);

/// Of the grid as one widget: its cells are reached with the arrows.
inline constexpr std::string_view opening_grid_id = "opening.grid";

} // namespace ronde::gui
