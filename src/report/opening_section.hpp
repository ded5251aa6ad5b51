#pragma once
// The opening exchange in the Markdown document: a table of places and components, or of hands, and what was said.
// Internal to `report`. Any thread.

#include "cafe/session.hpp"
#include "report/phrases.hpp"

#include <string>

namespace ronde::report {

/// The components with what was answered: a table of the places that were asked, a list of the sentences why, a table
/// of the hands where some were counted; a plain list of the components where nobody has answered.
[[nodiscard]] std::string opening_answers(const cafe::Session& session, const Phrases& say);

} // namespace ronde::report
