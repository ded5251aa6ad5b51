#pragma once
// The three kinds of time, which do not convert by themselves: Duration, Instant (countdowns) and WallTime (records).
// Reading a clock is not done here: see clock.hpp. Pure functions; any thread.

#include "base/result.hpp"

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

namespace ronde::base {

/// A length of time, in milliseconds. May be negative.
using Duration = std::chrono::milliseconds;

/// The time line of a steady clock that also counts while the machine sleeps (Linux: CLOCK_BOOTTIME).
/// Instants of two boots must not be compared: see Stamp::boot.
struct SteadyLine {
    using rep = Duration::rep;
    using period = Duration::period;
    using duration = Duration;
    static constexpr bool is_steady = true;
};
using Instant = std::chrono::time_point<SteadyLine, Duration>;

/// A date and time of day in UTC, for records. People and time servers move it: never count with it.
using WallTime = std::chrono::sys_time<Duration>;

/// When something was done, on both clocks, and in which boot of the machine (Linux: boot_id).
struct Stamp {
    Instant instant{};
    WallTime wall{};
    std::string boot{};

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

/// `2023-06-13T07:00:00.250Z`, RFC 3339 in UTC; the fraction only when there is one.
[[nodiscard]] std::string to_rfc3339(WallTime time);

/// `2023-06-13T09:00:00+02:00`: the same with an offset east of UTC.
[[nodiscard]] std::string to_rfc3339(WallTime time, std::chrono::minutes offset);

/// Reads RFC 3339 with any offset and up to any number of fraction digits (cut to milliseconds). Fails on anything
/// else, and on years outside 1900 to 9999.
[[nodiscard]] Result<WallTime> wall_time_from(std::string_view text);

} // namespace ronde::base
