#pragma once
// The sheet of routes: a strip for each person with their table and question in each round, to be printed and cut.
// Used by `app`. Pure: session in, text out. Any thread.

#include "cafe/session.hpp"

#include <string>

namespace ronde::report {

/// Self-contained HTML for A4, in the session's own language, people by name. A group's strip where nobody is named.
[[nodiscard]] std::string routes_html(const cafe::Session& session);

/// `2023-06-13_petit-dej-de-l-ess-routes.html`.
[[nodiscard]] std::string routes_file_name(const cafe::Session& session);

} // namespace ronde::report
