#pragma once
// Whether what the windows are asked to write (--ui-map, --capture) can be written: said before anything opens, not
// found missing afterwards.

#include "base/result.hpp"
#include "platform/options.hpp"

namespace ronde::platform {

/// Makes the folder of pictures; fails, with the environment's fault, when there is a place that takes no file.
[[nodiscard]] base::Result<void> prepare_written_places(const WindowsRun& options);

} // namespace ronde::platform
