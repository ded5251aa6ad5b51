#include "platform/written_places.hpp"

#include "compat/catch.hpp"

#include <fstream>
#include <unistd.h>

using namespace ronde;
using namespace ronde::platform;
namespace fs = std::filesystem;

TEST_CASE("written places: folders that take files are found or made, others are said before anything opens") {
    std::string name = (fs::temp_directory_path() / "ronde-places-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    const fs::path folder = name;
    std::ofstream(folder / "file") << "x";

    CHECK(prepare_written_places({}));
    CHECK(prepare_written_places({.ui_map = "map.json"}));
    CHECK(prepare_written_places({.ui_map = folder / "map.json", .captures = folder / "a" / "b"}));
    CHECK(fs::is_directory(folder / "a" / "b"));

    const auto no_map = prepare_written_places({.ui_map = folder / "nowhere" / "map.json"});
    REQUIRE_FALSE(no_map);
    CHECK(no_map.error().fault == base::Fault::environment);
    CHECK(no_map.error().file == (folder / "nowhere").string());
    const auto no_pictures = prepare_written_places({.captures = folder / "file" / "pictures"});
    REQUIRE_FALSE(no_pictures);
    CHECK(no_pictures.error().message.starts_with("--capture: there is no such folder"));
    fs::remove_all(folder);
}
