#pragma once
// Préparer: everything about the café that can be entered before (and, the past aside, while) it runs. A column names
// the sections and what is missing; the middle shows one section. Changes leave as deeds, after the frame is drawn.

#include "gui/kit.hpp"
#include "gui/opening_grid.hpp"
#include "gui/view.hpp"

#include <string>

namespace ronde::gui {

enum class PrepareSection { identity, opening, questions, people, groups, agenda, rotation, start };
inline constexpr std::size_t prepare_section_count = 8;

/// What a person typed into a field that could not be read, so that it can be said beside the field.
struct Unread {
    std::string id{};   ///< of the field; empty: none
    std::string text{}; ///< as typed
};

struct PrepareState {
    PrepareSection section = PrepareSection::identity;
    PrepareSection drawn = PrepareSection::identity; ///< in the last frame: the one that is being left, when another
    std::string people_lines{};                      ///< the box of people, kept until they are taken
    std::string filter{};                            ///< of the people's table
    std::string component{};                         ///< the component being typed
    std::string question{};                          ///< the question being typed
    std::string file{};                              ///< the path being typed
    std::string opened{};                            ///< the row whose choices are unfolded, by its id; empty: none
    cafe::StepId step{}; ///< the step that the keyboard was on last: a new one goes after it
    int groups = 0;      ///< the number of groups to deal; 0: as many as there are, or as are wanted
    Unread unread{};
    OpeningGridState opening{};
};

double draw_prepare(Ui& ui, const Rect& place, const View& view, PrepareState& state, const Dispatch& dispatch);

} // namespace ronde::gui
