#pragma once
// The person's preferences on disk: preferences.json in the config folder, replaced whole. Main thread.

#include "app/preferences.hpp"
#include "base/result.hpp"
#include "store/disk.hpp"

#include <filesystem>
#include <string>
#include <string_view>

namespace ronde::platform {

/// What can be read of the text; the rest keeps its default. A preference is never worth an error.
[[nodiscard]] app::Preferences preferences_from(std::string_view json);
[[nodiscard]] std::string to_json(const app::Preferences& preferences);

/// The file's preferences, or the defaults with the language of the environment (`fr` or `en`).
[[nodiscard]] app::Preferences load_preferences(store::Disk& disk, const std::filesystem::path& file,
                                                const std::string& environment_language);
[[nodiscard]] base::Result<void> save_preferences(store::Disk& disk, const std::filesystem::path& file,
                                                  const app::Preferences& preferences);

} // namespace ronde::platform
