#pragma once
// The opening exchange as CSV: a row an answer, with its sentence, and a row a count of hands. Any thread.

#include "cafe/session.hpp"

#include <string>

namespace ronde::report {

/// Columns: organisation, its kind, component, answer, why, number (of hands; empty for a place's answer). Every answer
/// to a component that the exchange has, whichever way the room answered last. The header alone when there is none.
[[nodiscard]] std::string opening_csv(const cafe::Session& session, char separator);

/// Whether there is anything to write.
[[nodiscard]] bool has_opening_answers(const cafe::Session& session);

} // namespace ronde::report
