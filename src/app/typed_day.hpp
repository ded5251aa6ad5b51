#pragma once
// A day to come as people say it: "12/9", "12 sept.", "vendredi", "dans 2 semaines", "in ten days", "fin juin". The
// follow-up reads commitments' dates with it, and shows what was understood. Pure; any thread.

#include "app/typed_time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace ronde::app {

/// The day meant on `today`; nothing when it cannot be read. Understood in French and English, whatever the case and
/// accents: whole dates as date_typed, and 12 September 2024 in American order when the month is a word; without a
/// year (day before month when both are numbers) the next such day, today included; a day of the week, the next one
/// after today, "next" or "prochain" beside it or not; today, tomorrow, the day after; a number of days, weeks, months
/// or years from now (a month later than 31 January is the end of February); the end of a month. A day of the week that
/// contradicts its date is not read.
[[nodiscard]] std::optional<TypedDate> day_typed(std::string_view text, const TypedDate& today);

/// `2023-09-12`, as a commitment keeps it.
[[nodiscard]] std::string iso_day(const TypedDate& day);

} // namespace ronde::app
