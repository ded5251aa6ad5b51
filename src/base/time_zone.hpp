#pragma once
// Local dates and times of day (ICU's time zones). Used wherever a person reads or types a time. Any thread.

#include "base/result.hpp"
#include "base/time.hpp"

#include <string>
#include <string_view>

namespace ronde::base {

/// A date and time of day as a calendar and a clock on the wall show them. month 1–12, day 1–31.
struct LocalTime {
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;

    friend auto operator<=>(const LocalTime&, const LocalTime&) = default;
};

/// Whether ICU knows the IANA name, e.g. `Europe/Paris`.
[[nodiscard]] bool is_time_zone(std::string_view name);

/// The machine's own zone, an IANA name; `Etc/UTC` when it has none.
[[nodiscard]] std::string system_time_zone();

/// Offset east of UTC that `zone` has at `time`. An unknown zone counts as UTC.
[[nodiscard]] std::chrono::minutes offset_at(WallTime time, std::string_view zone);

[[nodiscard]] LocalTime to_local(WallTime time, std::string_view zone);

/// The moment at which clocks in `zone` show `local`. When they show it twice (autumn), the first; when they never do
/// (spring), the same distance after the change. Fails on a date that does not exist or an unknown zone.
[[nodiscard]] Result<WallTime> to_wall(const LocalTime& local, std::string_view zone);

/// Reads `2023-06-13` or `2023-06-13T09:00`. Fails with what is wrong.
[[nodiscard]] Result<LocalTime> local_time_from(std::string_view text);

} // namespace ronde::base
