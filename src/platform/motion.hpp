#pragma once
// Whether the person asked the system for less motion.

#include "app/preferences.hpp"
#include "platform/paths.hpp"

namespace ronde::platform {

/// `none` when GTK's settings switch animations off (gtk-enable-animations), or KDE's set their length to nothing.
[[nodiscard]] app::Motion system_motion(const Environment& environment);

} // namespace ronde::platform
