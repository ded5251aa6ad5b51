#pragma once
// `ronde plan`: seats people given by a file or only by their number, and prints the plan. Its options are read here
// too. Runs on the main thread, without windows.

#include "platform/commands.hpp"

namespace CLI {
class App;
}

namespace ronde::platform {

/// Adds the command `plan` with its options, which are read into `run`.
void add_plan_command(CLI::App& app, PlanRun& run);

/// Plans and prints; an instance called - is read from the standard input. Returns the exit code.
int run(const PlanRun& command, const CommandPorts& ports);

} // namespace ronde::platform
