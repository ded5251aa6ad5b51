#pragma once
// Dates, times of day and spans as people read them, in French and English. Used by windows and documents, at each
// frame. Files are written with time.hpp instead. A language other than "fr" reads as English. Any thread.

#include "base/time_zone.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace ronde::base {

/// `9:05`, on 24 hours, as a clock shows it.
[[nodiscard]] std::string clock_text(const LocalTime& time);

enum class DateForm {
    day,     ///< `13 juin 2023`, `13 June 2023`
    brief,   ///< `8 nov. 2022`, `8 Nov 2022`
    weekday, ///< `mardi 13 juin 2023`, `Tuesday 13 June 2023`
};

/// The date in words; the first of a month is `1er` in French. The date must exist.
[[nodiscard]] std::string date_text(const LocalTime& date, std::string_view language, DateForm form = DateForm::day);

/// `0:48`, `12:24`, from an hour on `1:02:03`; with the sign `−` (U+2212) when negative.
[[nodiscard]] std::string span_text(std::chrono::seconds span);

/// A length as people say it, alike in French and English: `35 s`, `1 min 27 s`, `20 min`, `2 h`, `1 h 30 min`. The
/// parts hold together by no-break spaces (U+00A0); seconds go unsaid from an hour on. Not negative.
[[nodiscard]] std::string length_text(std::chrono::seconds length);

/// The same as span_text with a plus before it, for a clock that runs over: `+0:48`.
[[nodiscard]] std::string over_text(std::chrono::seconds over);

} // namespace ronde::base
