#include "platform/written_places.hpp"

#include <system_error>
#include <unistd.h>

namespace ronde::platform {

namespace {

namespace fs = std::filesystem;

base::Result<void> takes_files(const fs::path& folder, const char* option) {
    std::error_code failed;
    const char* trouble = nullptr;
    if (!fs::is_directory(folder, failed))
        trouble = ": there is no such folder; make it, or name another";
    else if (::access(folder.c_str(), W_OK | X_OK) != 0)
        trouble = ": nothing can be written in that folder; name another";
    if (trouble == nullptr) return {};
    return tl::unexpected(base::Error{
        .fault = base::Fault::environment, .message = std::string(option) + trouble, .file = folder.string()});
}

} // namespace

base::Result<void> prepare_written_places(const WindowsRun& options) {
    if (!options.ui_map.empty()) {
        const auto folder = options.ui_map.has_parent_path() ? options.ui_map.parent_path() : fs::path(".");
        if (auto good = takes_files(folder, "--ui-map"); !good) return good;
    }
    if (!options.captures.empty()) {
        std::error_code failed;
        fs::create_directories(options.captures, failed);
        if (auto good = takes_files(options.captures, "--capture"); !good) return good;
    }
    return {};
}

} // namespace ronde::platform
