#pragma once
// What of a café makes a template: how it is held, without who came and what was said. Pure. Any thread.

#include "cafe/session.hpp"

#include <string>

namespace ronde::app {

/// The café's title, agenda, questions, tables, opening exchange, seating rules and harvest as they were prepared. Left
/// out: people, organisations and groups, pins, seating, answers, ideas, themes, follow-up, the clock, the history; and
/// the notice, which spoke of them.
[[nodiscard]] cafe::Session template_of(const cafe::Session& session, std::string id);

} // namespace ronde::app
