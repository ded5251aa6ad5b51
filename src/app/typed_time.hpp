#pragma once
// Dates, times of day and lengths as people type them: "13/06/2023", "13 juin 2023", "9h30", "1 h 30", "90 s".
// The fields of Préparer read them; what cannot be read is nothing, never a guess. Pure; any thread.

#include "base/time.hpp"

#include <optional>
#include <string_view>

namespace ronde::app {

struct TypedDate {
    int year = 0;
    int month = 0; ///< 1–12
    int day = 0;   ///< 1–31, a day that the month has
    friend bool operator==(const TypedDate&, const TypedDate&) = default;
};

struct TypedTime {
    int hour = 0;   ///< 0–23
    int minute = 0; ///< 0–59
    friend bool operator==(const TypedTime&, const TypedTime&) = default;
};

/// Day, month, year in this order, parted by `/`, `.`, `-` or spaces, the month as a number or a French or English name
/// (its first three letters or more; "jui" alone is neither June nor July); or ISO's year-month-day. Two figures of a
/// year are of this century. Years 1970 to 9998.
[[nodiscard]] std::optional<TypedDate> date_typed(std::string_view text);

/// "9", "9h", "9h30", "9 h 30", "9:30", "09.30".
[[nodiscard]] std::optional<TypedTime> time_typed(std::string_view text);

/// A bare number is minutes: "20", "20 min", "1h30", "1 h", "90 s", "2:30" (minutes and seconds), "2 min 30". Whole
/// seconds, up to a day.
[[nodiscard]] std::optional<base::Duration> length_typed(std::string_view text);

} // namespace ronde::app
