#pragma once
// What the files of Préparer › people share: lines and table (prepare_people.cpp), the list that is imported
// (prepare_import.cpp), and what is done now and then: merging, erasing, the anonymous copy (prepare_people_tools.cpp).
// Internal to the panel. Main thread, within a frame.

#include "gui/prepare_parts.hpp"

namespace ronde::gui {

/// The screen of a list that is imported, in the place of the section. Returns where it ends.
float draw_import(const PrepareFrame& frame, const Rect& area);

/// The buttons over the table; what they unfold. Returns where it ends.
float draw_people_tools(const PrepareFrame& frame, const Rect& area);

/// Asks for a person's name before they are erased, laid over the place, while there is one to erase.
void draw_erasing(const PrepareFrame& frame, const Rect& place);

/// The button that leads there, among a person's unfolded choices.
[[nodiscard]] bool erase_button(const PrepareFrame& frame, std::string_view id, float right, float y);

} // namespace ronde::gui
