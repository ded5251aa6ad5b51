#pragma once
// The machine's clock: CLOCK_BOOTTIME, which goes on while the machine sleeps, the wall clock, and the boot's id. It
// can run faster, for rehearsals and demonstrations. Any thread.

#include "base/clock.hpp"

#include <chrono>
#include <string>

namespace ronde::platform {

class MachineClock final : public base::Clock {
public:
    /// `speed` 1 is real time. A faster clock starts at the real time and has a boot id of its own: what it counted is
    /// not to be compared with the machine's steady clock, so that a café is taken up again by wall time.
    explicit MachineClock(double speed);

    [[nodiscard]] base::Stamp now() const override;

    /// Real seconds until this clock reaches `instant`; 0 when it is past.
    [[nodiscard]] double real_seconds_until(base::Instant instant) const;

    /// How long the machine has slept since its start.
    [[nodiscard]] static base::Duration slept();

    [[nodiscard]] double speed() const { return m_speed; }

private:
    double m_speed;
    base::Instant m_start;
    base::WallTime m_wall_start;
    std::string m_boot;
};

} // namespace ronde::platform
