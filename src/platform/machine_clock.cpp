#include "platform/machine_clock.hpp"

#include <algorithm>
#include <ctime>
#include <fstream>

namespace ronde::platform {

namespace {

base::Duration reading(clockid_t clock) {
    timespec time{};
    ::clock_gettime(clock, &time);
    const auto exact = std::chrono::seconds{time.tv_sec} + std::chrono::nanoseconds{time.tv_nsec};
    return std::chrono::duration_cast<base::Duration>(exact);
}

base::Instant boot_time() {
    return base::Instant{reading(CLOCK_BOOTTIME)};
}

base::WallTime wall_time() {
    return std::chrono::time_point_cast<base::Duration>(std::chrono::system_clock::now());
}

std::string boot_id() {
    std::ifstream in("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(in, id);
    return id.empty() ? "unknown-boot" : id;
}

} // namespace

MachineClock::MachineClock(double speed)
    : m_speed(speed), m_start(boot_time()), m_wall_start(wall_time()), m_boot(boot_id()) {
    if (m_speed != 1) m_boot += "-faster-from-" + std::to_string(m_start.time_since_epoch().count());
}

base::Stamp MachineClock::now() const {
    const base::Instant real = boot_time();
    if (m_speed == 1) return {real, wall_time(), m_boot};
    const std::chrono::duration<double, std::milli> gone = (real - m_start) * m_speed;
    const auto faster = std::chrono::duration_cast<base::Duration>(gone);
    return {m_start + faster, m_wall_start + faster, m_boot};
}

base::Duration MachineClock::slept() {
    return reading(CLOCK_BOOTTIME) - reading(CLOCK_MONOTONIC);
}

double MachineClock::real_seconds_until(base::Instant instant) const {
    const std::chrono::duration<double> left = instant - now().instant;
    return std::max(0.0, left.count() / m_speed);
}

} // namespace ronde::platform
