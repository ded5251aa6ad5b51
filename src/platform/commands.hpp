#pragma once
// The commands that open no window: replay, check, report, anonymise. Each returns the exit code of the contract: 0
// done, 1 the input is bad, 3 the environment failed. Errors go to `err`, one a line, as `ronde: FILE:LINE: what, and
// what to do`.

#include "base/result.hpp"
#include "base/time.hpp"
#include "platform/options.hpp"
#include "store/cafe_file.hpp"
#include "store/disk.hpp"

#include <ostream>
#include <vector>

namespace ronde::platform {

/// Where a command reads and writes.
struct CommandPorts {
    store::Disk& disk;
    std::ostream& out;
    std::ostream& err;
    base::WallTime now{}; ///< what a calendar says of when it was written
    store::Holder who{};  ///< whom the lock of a café names that is written
};

int run(const ReplayRun& command, const CommandPorts& ports);
int run(const CheckRun& command, const CommandPorts& ports);
int run(const ReportRun& command, const CommandPorts& ports);
int run(const AnonymiseRun& command, const CommandPorts& ports);

/// Says an error and returns its exit code.
int say(const base::Error& error, std::ostream& err);

/// The exit code of a command that is over: another one where what it printed did not get through, which is said.
int printed(int code, const CommandPorts& ports);

/// Says what a café that was read lacks; returns whether it lacks anything.
bool say(const std::vector<store::Note>& notes, std::ostream& err);

} // namespace ronde::platform
