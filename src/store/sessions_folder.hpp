#pragma once
// The folder of sessions: what is in it, and the name of a new file. Reads every session file once, without building
// the cafés. Slow work for `app` (an effect), off the main thread. Any thread.

#include "base/result.hpp"
#include "base/time.hpp"
#include "store/disk.hpp"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// One session file at a glance.
struct SessionSummary {
    std::filesystem::path path{};
    std::string title{};
    std::string subtitle{};
    std::string place{};
    std::string time_zone{};
    std::string language{}; ///< what the room reads
    base::WallTime starts_at{};
    std::size_t ideas = 0;
    std::size_t people = 0;
    std::size_t questions = 0;
    std::optional<base::Error> error{}; ///< why it cannot be read, or not wholly; what was understood is above

    friend bool operator==(const SessionSummary&, const SessionSummary&) = default;
};

/// The sessions of a folder, latest start first, those that cannot be read last. A folder that does not exist is empty.
/// Backups, journals and files that were set aside are not listed; a café whose file was never saved, but whose
/// journal is there, is.
[[nodiscard]] base::Result<std::vector<SessionSummary>> list_sessions(Disk& disk, const std::filesystem::path& folder);

/// A path in `folder` for a new session: `2023-06-13_petit-dejeuner.json` (the date in `time_zone`), with `-2`, `-3`…
/// before `.json` where something of that name is there already.
[[nodiscard]] base::Result<std::filesystem::path> new_session_path(Disk& disk, const std::filesystem::path& folder,
                                                                   std::string_view title, base::WallTime starts_at,
                                                                   std::string_view time_zone);

/// A path in `folder` for a template of that title: `petit-dejeuner.json`, with `-2`, `-3`… where the name is taken.
[[nodiscard]] base::Result<std::filesystem::path> new_template_path(Disk& disk, const std::filesystem::path& folder,
                                                                    std::string_view title);

} // namespace ronde::store
