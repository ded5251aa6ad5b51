#include "platform/motion.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <string_view>

namespace ronde::platform {

namespace {

/// Whether an .ini file has this line, blanks aside.
bool has_line(const std::filesystem::path& file, std::string_view wanted) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);) {
        line.erase(std::remove_if(line.begin(), line.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; }),
                   line.end());
        if (line == wanted) return true;
    }
    return false;
}

} // namespace

app::Motion system_motion(const Environment& environment) {
    const std::filesystem::path config = person_folders(environment).config.parent_path();
    const bool less = has_line(config / "gtk-3.0/settings.ini", "gtk-enable-animations=false") ||
                      has_line(config / "gtk-3.0/settings.ini", "gtk-enable-animations=0") ||
                      has_line(config / "gtk-4.0/settings.ini", "gtk-enable-animations=false") ||
                      has_line(config / "gtk-4.0/settings.ini", "gtk-enable-animations=0") ||
                      has_line(config / "kdeglobals", "AnimationDurationFactor=0");
    return less ? app::Motion::none : app::Motion::eased;
}

} // namespace ronde::platform
