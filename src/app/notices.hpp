#pragma once
// What the shell tells the person, as catalogue keys with values: the windows put it into words. Main thread.
// The keys are `notice.KEY` in assets/locales/*/notice.json; a test goes through all that are made here.

#include "app/view.hpp"
#include "store/cafe_file.hpp"

#include <string>
#include <utility>
#include <vector>

namespace ronde::app {

[[nodiscard]] Notice notice_of(const cafe::Rejected& rejected);
[[nodiscard]] Notice notice_of(const cafe::CaughtUp& caught_up);
/// What it says of the clock is true of a clock in this state.
[[nodiscard]] Notice notice_of(const cafe::Recovered& recovered, cafe::ClockState clock);
/// What an opening had to tell, in its order; all that was repaired or left out is one notice, at the first's place.
[[nodiscard]] std::vector<Notice> notices_of(const std::vector<store::Note>& notes);

/// A sentence about a file: `key` with {file}.
[[nodiscard]] Notice file_notice(std::string key, const std::string& file);
/// A sentence about a failure, which stays: `key` with {file} and {error}.
[[nodiscard]] Notice failure_notice(std::string key, const std::string& file, base::Error error);

/// Every key that a notice can have, for the test of the catalogues.
[[nodiscard]] std::vector<std::string> notice_keys();

/// Whether it says how a café was found again, with nothing to be done about it: it goes once somebody goes on.
[[nodiscard]] bool greets(const Notice& notice);

} // namespace ronde::app
