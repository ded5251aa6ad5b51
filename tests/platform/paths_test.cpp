#include "platform/paths.hpp"

#include "compat/catch.hpp"

#include <map>
#include <optional>
#include <string>

using namespace ronde;
using namespace ronde::platform;

namespace {

Environment environment_of(std::map<std::string, std::string> variables) {
    return [variables](const char* name) -> std::optional<std::string> {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    };
}

} // namespace

TEST_CASE("folders: without XDG variables, they are the usual ones in the home folder") {
    const Folders folders = person_folders(environment_of({{"HOME", "/home/ana"}}));
    CHECK(folders.sessions == "/home/ana/.local/share/ronde/sessions");
    CHECK(folders.config == "/home/ana/.config/ronde");
    CHECK(folders.state == "/home/ana/.local/state/ronde");
}

TEST_CASE("folders: XDG variables move them, unless they are not absolute") {
    const Folders folders = person_folders(environment_of({{"HOME", "/home/ana"},
                                                           {"XDG_DATA_HOME", "/data"},
                                                           {"XDG_CONFIG_HOME", "config"},
                                                           {"XDG_STATE_HOME", "/state"}}));
    CHECK(folders.sessions == "/data/ronde/sessions");
    CHECK(folders.templates == "/data/ronde/templates");
    CHECK(folders.config == "/home/ana/.config/ronde");
    CHECK(folders.state == "/state/ronde");
}

TEST_CASE("folders: a program without its assets beside it finds none") {
    CHECK_FALSE(assets_folder("/nowhere/bin/ronde").has_value());
}
