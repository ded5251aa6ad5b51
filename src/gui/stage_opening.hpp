#pragma once
// What the scenes of the opening exchange share. Internal to the stage's files. Main thread, within a frame.

#include "cafe/opening_reading.hpp"
#include "gui/stage_scene.hpp"

#include <string_view>

namespace ronde::gui {

/// The opening step: rows of components, or the two places that differ most. Only with components.
void draw_opening_exchange(Scene& scene);

/// The two places that differ most, side by side on what they differ on.
void draw_furthest_places(Scene& scene, const cafe::OpeningReading& reading);

/// The view that the stage shows of the one that was chosen.
[[nodiscard]] cafe::OpeningView shown_opening(const cafe::Session& session);

/// The title on top of the body; returns what is left.
Rect draw_opening_title(Scene& scene, std::string_view text);

/// What the marks mean, at the foot of `place`, with a word at the right where it fits; returns what is left.
Rect draw_opening_legend(Scene& scene, Rect place, std::string_view note);

/// How thick the border of a mark is.
[[nodiscard]] float opening_border(const Scene& scene);

} // namespace ronde::gui
