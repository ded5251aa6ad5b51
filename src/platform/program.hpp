#pragma once
// The whole program: reads the command line and does what it says. Called by main alone.

namespace ronde::platform {

/// Returns the exit code: 0 done, 1 the input is bad, 2 the usage is bad, 3 the environment failed.
int run_program(int argc, const char* const* argv, const char* version);

} // namespace ronde::platform
