#pragma once
// Seating in words: how good a plan is, what a choice of mending it asks, who sits at a table. Used by the panels and
// the stage. Draws nothing.

#include "app/view.hpp"
#include "gui/words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace ronde::gui {

/// "Chacun rencontre 12 des 29 autres ; personne ne se revoit ; …"; empty where the plan has no measure.
[[nodiscard]] std::string quality_sentence(const Words& words, const cafe::Session& session);

/// Who sees which question again, and in which rounds: of many people `most`, and how many others. Empty when nobody.
[[nodiscard]] std::string seen_again_text(const Words& words, const cafe::Session& session, std::size_t most);

/// "De 11 à 13 rencontres par personne, personne ne se revoit, …": of a plan that is not the café's.
[[nodiscard]] std::string measure_text(const Words& words, const cafe::Session& session,
                                       const cafe::SeatingQuality& quality);

/// "Déplacer 3 personnes : personne ne se revoit"; what `others` have in common is left out.
[[nodiscard]] std::string choice_sentence(const Words& words, const app::SeatingChoice& choice,
                                          const std::vector<app::SeatingChoice>& others);

/// Who sits elsewhere with a choice, and where in which round: "Amina Ferrand (tour 2 : table 2 → table 5) · …", then
/// how many more; `most` 0: everybody. Those who get their seat only now come last.
[[nodiscard]] std::string moves_text(const Words& words, const cafe::Session& session, const app::SeatingChoice& choice,
                                     std::size_t most);

/// The names in the list's order, "Anaïs Benali, Bruno Castell et 3 autres"; `most` 0: all of them.
[[nodiscard]] std::string names_text(const Words& words, const cafe::Session& session,
                                     const std::vector<cafe::ParticipantId>& people, std::size_t most = 0);

/// "Anaïs B.": the first word, and the first letter of the last one.
[[nodiscard]] std::string short_name(std::string_view name);

/// A pin in words: "Anaïs Benali et Bruno Castell ensemble".
[[nodiscard]] std::string pin_text(const Words& words, const cafe::Session& session, const cafe::Pin& pin);

/// The table's name, else its number: "Table 2"; within a sentence "table 2".
[[nodiscard]] std::string seat_text(const Words& words, const cafe::Session& session, const cafe::TableId& table);
[[nodiscard]] std::string seat_within(const Words& words, const cafe::Session& session, const cafe::TableId& table);

} // namespace ronde::gui
