#include "platform/preferences_file.hpp"

#include "compat/catch.hpp"

#include <string>

using namespace ronde;
using namespace ronde::platform;

TEST_CASE("preferences: what is written is read again") {
    const app::Preferences preferences{.language = "en",
                                       .stage_theme = app::ThemeName::night,
                                       .control_theme = app::ThemeName::paper,
                                       .sound = app::Sound::off,
                                       .volume = 0.25F,
                                       .scale = 1.5F,
                                       .motion = app::Motion::none,
                                       .recent = {"/a/é.json", "/b.json"}};
    CHECK(preferences_from(to_json(preferences)) == preferences);
}

TEST_CASE("preferences: what makes no sense keeps its default, and the rest is taken") {
    const auto preferences = preferences_from(
        R"({"language":"de","volume":7,"scale":"big","sound":"off","motion":3,"recent":[1,"a.json"]})");
    CHECK(preferences.language == "fr");
    CHECK(preferences.volume == 1.0F);
    CHECK(preferences.scale == 1.0F);
    CHECK(preferences.sound == app::Sound::off);
    CHECK(preferences.motion == app::Motion::eased);
    CHECK(preferences.recent == std::vector<std::string>{"a.json"});
    CHECK(preferences_from("not JSON") == app::Preferences{});
    CHECK(preferences_from("[1]") == app::Preferences{});
}

TEST_CASE("preferences: a file is written to read, without digits of rounding") {
    CHECK_THAT(to_json({}), Catch::Matchers::ContainsSubstring("\"volume\": 0.7,"));
}
