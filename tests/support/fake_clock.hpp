#pragma once
// A clock that a test moves by hand, for every room's tests. It stands still between two moves. Any thread.
// It cannot go backwards within a boot: a test that tries throws.

#include "base/clock.hpp"

#include <mutex>
#include <stdexcept>
#include <string>

namespace ronde::support {

class FakeClock final : public base::Clock {
public:
    /// Begins at 2023-06-13T07:00:00Z, an hour after the start of the boot "boot-1".
    FakeClock() = default;

    explicit FakeClock(base::WallTime wall) { m_now.wall = wall; }

    [[nodiscard]] base::Stamp now() const override {
        const std::scoped_lock lock(m_mutex);
        return m_now;
    }

    /// Time passes, on both clocks. Throws std::logic_error when `by` is negative.
    void advance(base::Duration by) {
        if (by < base::Duration::zero()) throw std::logic_error("FakeClock: an instant never goes backwards");
        const std::scoped_lock lock(m_mutex);
        m_now.instant += by;
        m_now.wall += by;
    }

    /// Moves on to a later instant. Throws std::logic_error when it has gone by.
    void advance_to(base::Instant instant) { advance(instant - now().instant); }

    /// Somebody sets the machine's date and time, forward or back; the steady clock does not notice.
    void set_wall(base::WallTime wall) {
        const std::scoped_lock lock(m_mutex);
        m_now.wall = wall;
    }

    void jump_wall(base::Duration by) { set_wall(now().wall + by); }

    /// The machine was off for `away`: a new boot id, and a steady clock that starts again shortly after zero.
    void reboot(base::Duration away) {
        if (away < base::Duration::zero())
            throw std::logic_error("FakeClock: a machine cannot be off for less than nothing");
        const std::scoped_lock lock(m_mutex);
        m_now = base::Stamp{.instant = base::Instant(std::chrono::seconds(20)),
                            .wall = m_now.wall + away,
                            .boot = "boot-" + std::to_string(++m_boots)};
    }

private:
    mutable std::mutex m_mutex;
    int m_boots = 1;
    base::Stamp m_now{
        .instant = base::Instant(std::chrono::hours(1)),
        .wall = base::WallTime(std::chrono::sys_days(std::chrono::year(2023) / 6 / 13) + std::chrono::hours(7)),
        .boot = "boot-1"};
};

} // namespace ronde::support
