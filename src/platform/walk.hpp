#pragma once
// A walk through a café without a person (`--walk`): each step of the agenda, and each of its views, is shown and
// pictured, then the next one; after the last, the program ends. What it shows of the control window follows the step.
// Main thread.

#include "cafe/action.hpp"
#include "gui/control.hpp"

namespace ronde::platform {

/// The place of the control window that goes with where the clock is.
[[nodiscard]] gui::Place place_for(const cafe::Session& session);

/// What the walk does next: the next view of a step that has several, else the next step.
[[nodiscard]] cafe::Deed next_deed(const cafe::Session& session);

/// Which view of the present step the room sees, by name; empty where it has only one.
[[nodiscard]] std::string_view view_of_step(const cafe::Session& session);

class Walker {
public:
    enum class Step {
        wait, ///< nothing yet
        next, ///< go on: next_deed
        end,  ///< the walk is over
    };

    /// What to do now. `pictured`: no picture of what is on screen is due any more; `now`: seconds.
    [[nodiscard]] Step look(const cafe::Session* session, bool pictured, double now);

    /// When look() wants to be asked again.
    [[nodiscard]] double next() const { return m_since + dwell; }

private:
    static constexpr double dwell = 0.4; ///< seconds that each step is shown at least
    std::string m_seen = "nothing";
    double m_since = 0;
};

} // namespace ronde::platform
