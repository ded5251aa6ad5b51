#include "cafe/warning.hpp"

namespace ronde::cafe {

std::optional<base::Duration> since_warning(const TimerReading& timer) {
    const base::Duration since = warning_before_end - timer.left;
    if (timer.look != TimerLook::running || timer.allotted < shortest_with_warning) return std::nullopt;
    if (since < base::Duration::zero() || since >= warning_is_seen) return std::nullopt;
    return since;
}

} // namespace ronde::cafe
