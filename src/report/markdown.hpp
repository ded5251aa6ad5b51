#pragma once
// A session as a Markdown document: who met, on what, and every idea that was noted. Used by `app` and the command
// line. Pure: session in, text out. Any thread.

#include "cafe/session.hpp"

#include <string>

namespace ronde::report {

/// The whole session in the session's own language: identity, agenda as it went, each question with its ideas by round
/// and table, the actions gathered at the end, the participants by organisation. CommonMark; ends with a newline.
[[nodiscard]] std::string markdown(const cafe::Session& session);

/// `2023-06-13_petit-dej-de-l-ess.md`: the date in the café's time zone and the folded title; `suffix` without the dot,
/// `part` (such as `-contacts`) before it.
[[nodiscard]] std::string file_name(const cafe::Session& session, std::string_view suffix, std::string_view part = {});

} // namespace ronde::report
