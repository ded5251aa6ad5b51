#pragma once
// What the command line asks of files without opening a café: is it sound, what session does a journal make.
// Takes no lock, writes nothing. Any thread.

#include "base/result.hpp"
#include "cafe/session.hpp"
#include "store/disk.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// What is wrong with a session file or (by its name, `.jsonl`) a journal, each with its place where it has one.
/// Empty: it is sound. A file that cannot be read gives one error with Fault::environment.
[[nodiscard]] std::vector<base::Error> check_file(Disk& disk, const std::filesystem::path& path);

/// Feeds the lines of a journal to cafe::update, from `from` (numbered lines that it contains already are skipped) or
/// from nothing. The header may be missing. Stops at the first line that is bad or rejected, with its number.
[[nodiscard]] base::Result<cafe::Session> replay(std::optional<cafe::Session> from, std::string_view actions,
                                                 const std::string& file);

} // namespace ronde::store
