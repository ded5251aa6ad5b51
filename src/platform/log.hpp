#pragma once
// The program's log: ronde.log in the state folder, a megabyte and two older ones. Nothing of it goes to the terminal.

#include <filesystem>

namespace ronde::platform {

/// Without a folder that can be written to, nothing is logged.
void start_log(const std::filesystem::path& folder);

} // namespace ronde::platform
