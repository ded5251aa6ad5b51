#pragma once
// What the parts of Préparer › rotation share. Internal to the section. Main thread, within a frame.

#include "gui/prepare_parts.hpp"

#include <string>
#include <vector>

namespace ronde::gui {

/// Each draws itself from the top of `area` (its height is not meant) and returns where it ends.
float draw_rotation_rules(const PrepareFrame& frame, const Rect& area);
float draw_group_matrix(const PrepareFrame& frame, const Rect& area);
float draw_seat_matrix(const PrepareFrame& frame, const Rect& area);
/// The chosen people: the last one's route, what can be pinned. Its room is kept while nobody is chosen, so that the
/// matrix below stays where it is.
float draw_chosen_people(const PrepareFrame& frame, const Rect& area);
/// All pins, each with its removal.
float draw_all_pins(const PrepareFrame& frame, const Rect& area);
/// The rules as chosen: "Chaque question a ses tables · Un parcours par personne".
[[nodiscard]] std::string rotation_rules_text(const PrepareFrame& frame);

/// Wishes for other rules, made by `change` of the present ones.
template <class Change>
void change_rules(const PrepareFrame& frame, Change&& change) {
    cafe::SeatingRules rules = frame.session.seating_rules;
    change(rules);
    if (!(rules == frame.session.seating_rules)) frame.wish(cafe::Deed{cafe::EditSeating{std::move(rules)}});
}

/// Has the window show what a move costs, with the choice to take it; nothing where it cannot be.
void mean_move(const PrepareFrame& frame, app::SeatMove move);
/// The pin of a person in a round; null when none.
[[nodiscard]] const cafe::Pin* seat_pin(const cafe::Session& session, const cafe::ParticipantId& person, int round);
void remove_pin(const PrepareFrame& frame, const cafe::PinId& pin);

/// Chooses a person, or lets go of them; of three, the one chosen first is let go.
void toggle_chosen(PrepareState& state, const cafe::ParticipantId& person);

} // namespace ronde::gui
