#include "platform/room_words.hpp"

#include "compat/catch.hpp"

#include <filesystem>

using namespace ronde;

namespace {

platform::RoomWords shipped() {
    return platform::RoomWords(std::filesystem::path(RONDE_SOURCE_DIR) / "assets" / "locales");
}

} // namespace

TEST_CASE("room words: a room of another language than the windows' reads its own") {
    platform::RoomWords words = shipped();
    const gui::Words* english = words.of("en", "fr");
    REQUIRE(english != nullptr);
    CHECK(english->language() == "en");
    CHECK((*english)("stage.last_minute") == "last minute");
    REQUIRE(words.of("fr", "en") != nullptr);
    CHECK((*words.of("fr", "en"))("stage.last_minute") == "dernière minute");
}

TEST_CASE("room words: the windows' words serve a room of their language, and one without a catalogue") {
    platform::RoomWords words = shipped();
    CHECK(words.of("fr", "fr") == nullptr);
    CHECK(words.of("ca", "fr") == nullptr);
    CHECK(words.of("ca", "fr") == nullptr);
    CHECK(words.of("en", "fr") != nullptr); // and the next one is looked for anew
}
