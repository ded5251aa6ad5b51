#pragma once
// Préparer: everything about the café that can be entered before (and, the past aside, while) it runs. A column names
// the sections and what is missing; the middle shows one section. Changes leave as deeds, after the frame is drawn.

#include "gui/kit.hpp"
#include "gui/opening_grid.hpp"
#include "gui/view.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ronde::gui {

enum class PrepareSection { identity, opening, questions, people, organisations, groups, agenda, rotation, start };
inline constexpr std::size_t prepare_section_count = 9;

/// What a person typed into a field that could not be read, so that it can be said beside the field.
struct Unread {
    std::string id{};   ///< of the field; empty: none
    std::string text{}; ///< as typed
};

/// What only Préparer › people has.
struct PeopleState {
    bool importing = false; ///< the screen of a list is there in the place of the section
    bool shown = false;     ///< in the last frame it showed a list that was read
    std::string file{};     ///< the list's path being typed
    std::size_t column = 0; ///< whose meanings are unfolded, from 1; 0: none
    bool all_lines = false; ///< every line that has something wrong is told, not only the first
    bool merging = false;
    cafe::OrganisationId merge_from{};
    cafe::OrganisationId merge_into{};
    cafe::ParticipantId erasing{}; ///< who is to be erased, once their name was typed; empty: nobody
    std::string erase_name{};
    std::string asks{}; ///< what is to be laid over the window, as ControlState::asking; taken by the window
};

struct PrepareState {
    PrepareSection section = PrepareSection::identity;
    PrepareSection drawn = PrepareSection::identity; ///< in the last frame: the one that is being left, when another
    std::optional<PrepareSection> listed{};          ///< that was brought into view in the list of sections,
    float listed_height = 0;                         ///< as high as that was then
    std::string people_lines{};                      ///< the box of people, kept until they are taken
    std::string filter{};                            ///< of the people's table
    std::string component{};                         ///< the component being typed
    std::string question{};                          ///< the question being typed
    std::string file{};                              ///< the path being typed
    std::string opened{};                            ///< the row whose choices are unfolded, by its id; empty: none
    cafe::StepId step{}; ///< the step that the keyboard was on last: a new one goes after it
    int groups = 0;      ///< the number of groups to deal; 0: as many as there are, or as are wanted
    Unread unread{};
    std::string seat_filter{};                 ///< of the rotation's matrix
    std::vector<cafe::ParticipantId> chosen{}; ///< in the rotation's matrix, the last chosen last; two at most
    std::string organisation{};                ///< the organisation being typed
    std::optional<app::SeatMove> move{};       ///< to be shown with its cost before it is taken; the window takes it
    PeopleState people{};
    OpeningGridState opening{};
};

double draw_prepare(Ui& ui, const Rect& place, const View& view, PrepareState& state, const Dispatch& dispatch);

} // namespace ronde::gui
