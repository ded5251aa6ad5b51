#pragma once
// Lets a café's past go once somebody was erased: a fresh journal, and nothing else of this café but its session file.
// Internal to `store`; the writer's thread calls it, after the session was saved without them.

#include "store/cafe_paths.hpp"
#include "store/disk.hpp"

#include <filesystem>
#include <string_view>

namespace ronde::store {

/// The fresh journal before it takes the old one's place. While it lies there, forgetting is not over: whoever opens
/// the café finishes it.
[[nodiscard]] std::filesystem::path unfinished_journal(const CafePaths& paths);

/// Puts `journal` (header and lines) in the place of all journals of the café, as the first one, and removes its
/// backup, what was set aside of it and what a crash left. At each moment the session file and one journal that fits it
/// are there. After a failure, or a crash, call it again. Another café's journal, which was found beside it, stays.
[[nodiscard]] DiskResult<void> replace_journals(Disk& disk, const CafePaths& paths, std::string_view journal);

} // namespace ronde::store
