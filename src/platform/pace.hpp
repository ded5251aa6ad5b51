#pragma once
// When a window is to be drawn again. Times are seconds of one steady clock. Pure.

#include <algorithm>
#include <limits>

namespace ronde::platform {

class Pace {
public:
    static constexpr double fastest = 1.0 / 60; ///< an ease's frames
    /// Dear ImGui sees what a click or a new layout did one frame later.
    static constexpr int frames_to_settle = 2;

    /// Something happened: draw now, and until it has settled.
    void stir() { m_settle = frames_to_settle + 1; }

    /// Draw again after so many seconds, at the latest; infinity: no wish.
    void wish(double now, double seconds) { m_next = std::min(m_next, now + std::max(seconds, fastest)); }

    /// The same, of something that glides or is not whole yet when the wish is for soon.
    void wish_to_glide(double now, double seconds) {
        if (seconds < soon) m_gliding = true;
        wish(now, seconds);
    }

    /// A frame begins: its wishes replace the older ones.
    void frame(double now) {
        m_next = std::numeric_limits<double>::infinity();
        m_gliding = false;
        if (m_settle > 0) --m_settle;
        if (m_settle > 0) m_next = now;
    }

    [[nodiscard]] bool due(double now) const { return m_settle > frames_to_settle || now >= m_next; }
    [[nodiscard]] double seconds_left(double now) const { return due(now) ? 0 : m_next - now; }
    /// What was drawn last stands still until something happens or the clock shows another second.
    [[nodiscard]] bool settled() const { return m_settle == 0 && !m_gliding; }

private:
    static constexpr double soon = 0.1;
    double m_next = 0;
    bool m_gliding = false;
    int m_settle = 0;
};

} // namespace ronde::platform
