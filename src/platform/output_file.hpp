#pragma once
// Where a command writes with -o: the terminal, a file that is replaced whole, or straight into a device or a pipe.
// Refuses what a slip of the hand would destroy: what is being read, another café, a journal. Used by the commands that
// open no window.

#include "platform/commands.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::platform {

struct Output {
    std::filesystem::path path{};                ///< `-`: the terminal; a link is followed
    std::vector<std::filesystem::path> inputs{}; ///< what the command reads
    std::string session{};                       ///< id of the café that is written; empty: a document of another kind
};

/// Fails with what to do instead where nothing should be written there. Writes nothing.
[[nodiscard]] base::Result<void> may_write(const CommandPorts& ports, const Output& output);

/// Writes, if it may. After a failure the file is as it was before.
[[nodiscard]] base::Result<void> write_output(const CommandPorts& ports, const Output& output, std::string_view text);

/// Writes a café, if it may: into a file under the café's lock, with what was there kept as its backup; see
/// store::CafeFile::replace for what is refused. `output.session` is its id.
[[nodiscard]] base::Result<void> write_cafe(const CommandPorts& ports, Output output, const cafe::Session& session);

} // namespace ronde::platform
