#pragma once
// A walk through a café without a person (`--walk`): each step of the agenda, and each of its views, is shown and
// pictured, then the next one; after the last, the program ends. What it shows of the control window follows the step.
// Main thread.

#include "cafe/action.hpp"
#include "gui/control.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::platform {

/// What the control window shows, and a word for it where the stage shows the same several times.
struct Sight {
    gui::Place place = gui::Place::prepare;
    gui::PrepareSection section = gui::PrepareSection::identity;
    std::string_view word{};
};

/// What the control window shows one after the other where the clock is, at least one.
[[nodiscard]] std::vector<Sight> sights(const cafe::Session& session);

/// What the walk does next: the next view of a step that has several, else the next step.
[[nodiscard]] cafe::Deed next_deed(const cafe::Session& session);

/// Which view of the present step the room sees, by name; empty where it is the first or only one.
[[nodiscard]] std::string view_of_step(const cafe::Session& session);

class Walker {
public:
    enum class Step {
        wait, ///< nothing yet
        next, ///< go on: next_deed
        end,  ///< the walk is over
    };

    /// What to do now. `pictured`: no picture of what is on screen is due any more; `now`: seconds.
    [[nodiscard]] Step look(const cafe::Session* session, bool pictured, double now);

    /// What the control window is to show; changes by look().
    [[nodiscard]] Sight sight(const cafe::Session& session) const;

    /// When look() wants to be asked again.
    [[nodiscard]] double next() const { return m_since + dwell; }

private:
    static constexpr double dwell = 0.4; ///< seconds that each step is shown at least
    std::string m_seen = "nothing";
    double m_since = 0;
    std::size_t m_sight = 0;
};

} // namespace ronde::platform
