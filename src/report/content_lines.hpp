#pragma once
// What calendars (RFC 5545) and cards (RFC 2426) have in common: escaped text, and lines folded after 75 octets. Used
// by calendar.cpp and directory.cpp. Pure. Any thread.

#include <string>
#include <string_view>

namespace ronde::report {

/// A text value: commas, semicolons, backslashes and line ends are escaped; control characters have no place there
/// (RFC 5545, 3.3.11; RFC 2426, 5).
[[nodiscard]] std::string escaped_value(std::string_view text);

/// Adds a line with its CRLF, folded between code points: what reads line by line stays UTF-8 (RFC 5545, 3.1; RFC 2425,
/// 5.8.1).
void add_content_line(std::string& out, std::string_view line);

} // namespace ronde::report
