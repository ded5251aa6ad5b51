#pragma once
// Where the program's own files lie, and where it keeps the person's: the XDG folders. Main thread.

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

namespace ronde::platform {

/// Reads an environment variable; none when it is missing or empty.
using Environment = std::function<std::optional<std::string>(const char* name)>;
[[nodiscard]] std::optional<std::string> environment_variable(const char* name);

struct Folders {
    std::filesystem::path sessions{};  ///< $XDG_DATA_HOME/ronde/sessions
    std::filesystem::path templates{}; ///< $XDG_DATA_HOME/ronde/templates: the person's own
    std::filesystem::path config{};    ///< $XDG_CONFIG_HOME/ronde
    std::filesystem::path state{};     ///< $XDG_STATE_HOME/ronde

    friend bool operator==(const Folders&, const Folders&) = default;
};

/// By the XDG Base Directory Specification 0.8: a variable that is not an absolute path counts as missing.
[[nodiscard]] Folders person_folders(const Environment& environment);

/// The folder with locales, templates and the rest: ../share/ronde beside the folder that the program lies in,
/// installed or in a build tree. None when it is not there.
[[nodiscard]] std::optional<std::filesystem::path> assets_folder(const std::filesystem::path& program);

/// The file that this program was started from.
[[nodiscard]] std::filesystem::path this_program();

} // namespace ronde::platform
