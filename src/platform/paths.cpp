#include "platform/paths.hpp"

#include <cstdlib>
#include <system_error>

namespace ronde::platform {

namespace fs = std::filesystem;

std::optional<std::string> environment_variable(const char* name) {
    const char* value = std::getenv(name); // NOLINT(concurrency-mt-unsafe): read at the start
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

Folders person_folders(const Environment& environment) {
    const fs::path home = environment("HOME").value_or("/");
    const auto folder = [&](const char* variable, const char* otherwise) {
        const fs::path given = environment(variable).value_or("");
        return (given.is_absolute() ? given : home / otherwise) / "ronde";
    };
    return {.sessions = folder("XDG_DATA_HOME", ".local/share") / "sessions",
            .templates = folder("XDG_DATA_HOME", ".local/share") / "templates",
            .config = folder("XDG_CONFIG_HOME", ".config"),
            .state = folder("XDG_STATE_HOME", ".local/state")};
}

std::optional<fs::path> assets_folder(const fs::path& program) {
    const fs::path folder = program.parent_path().parent_path() / "share" / "ronde";
    std::error_code failed;
    if (fs::is_directory(folder / "locales", failed)) return folder;
    return std::nullopt;
}

fs::path this_program() {
    std::error_code failed;
    return fs::read_symlink("/proc/self/exe", failed);
}

} // namespace ronde::platform
