#pragma once
// Text as Markdown writes it. Internal to the Markdown document's parts. Any thread.

#include <string>
#include <string_view>

namespace ronde::report {

/// The text on one line, with the characters that Markdown would take for itself escaped (CommonMark 0.30, 2.4; of
/// GitHub's additions, `~~` and tables).
[[nodiscard]] std::string escaped(std::string_view text);

} // namespace ronde::report
