#pragma once
// The follow-up as an iCalendar file (RFC 5545): the next meeting and every commitment, for people's own calendars.
// Used by `app` and the command line. Pure: session and the moment of writing in, text out. Any thread.

#include "cafe/session.hpp"

#include <string>

namespace ronde::report {

/// The next meeting as an event in UTC; each commitment with a day as an event of that whole day, which every calendar
/// shows (many leave out to-dos); each without one as a to-do. Ids are made of the session's and the commitments', so
/// that a file read a second time changes entries rather than doubles them. CRLF, lines of at most 75 octets.
/// `written` becomes DTSTAMP.
[[nodiscard]] std::string calendar(const cafe::Session& session, base::WallTime written);

} // namespace ronde::report
