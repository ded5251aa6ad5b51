#pragma once
// The warning two minutes before the end of a step: when it falls, and how long it is to be seen. The timer sounds it,
// the windows show it. Reads no clock.

#include "cafe/timer.hpp"

namespace ronde::cafe {

inline constexpr base::Duration warning_before_end = std::chrono::minutes{2};
inline constexpr base::Duration shortest_with_warning = std::chrono::minutes{4}; ///< of a step
inline constexpr base::Duration warning_is_seen = std::chrono::seconds{10};

/// How long ago the warning fell, while it is to be seen; none in a step that does not run, or is too short for one.
[[nodiscard]] std::optional<base::Duration> since_warning(const TimerReading& timer);

} // namespace ronde::cafe
