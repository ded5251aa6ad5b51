#pragma once
// A copy of a café that can be handed on: people and organisations by number, nobody's contact, no note's writer. Used
// by Préparer and `ronde anonymise`. Pure; any thread.

#include "cafe/session.hpp"

namespace ronde::app {

/// The copy: "Personne 1", "Structure 1" in the café's language, in the order of the lists, with ids that say nothing.
/// Their whole names, whatever the case and accents, are replaced in every text; a first name alone in an idea is not
/// known for one. Who made a commitment or speaks for a table becomes somebody where the lists do not have them.
/// Contacts, places of organisations, the organiser, writers of notes, members that this version does not know, and
/// what undo remembers are left out.
[[nodiscard]] cafe::Session anonymous(const cafe::Session& session);

} // namespace ronde::app
