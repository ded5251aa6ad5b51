#include "platform/ui_map_file.hpp"

#include "compat/catch.hpp"

#include <nlohmann/json.hpp>

using namespace ronde;
using namespace ronde::platform;

TEST_CASE("UI map: each item is an object of the contract, its rectangle in pixels of the screen") {
    const std::vector<gui::UiItem> control{{.id = "run.pause",
                                            .role = "button",
                                            .label = "Pause « é »",
                                            .value = {},
                                            .rect = {10.4F, 20.6F, 100, 40},
                                            .enabled = true,
                                            .focused = true}};
    const std::vector<gui::UiItem> stage{{.id = "stage.timer",
                                          .role = "clock",
                                          .label = "12:24",
                                          .value = "744",
                                          .rect = {0, 0, 5, 5},
                                          .enabled = false}};
    const auto json = nlohmann::json::parse(
        ui_map_json({{gui::Window::control, {1000, 50}, &control}, {gui::Window::stage, {0, 0}, &stage}}));
    REQUIRE(json.size() == 2);
    CHECK(json[0] == nlohmann::json{{"window", "control"},
                                    {"id", "run.pause"},
                                    {"role", "button"},
                                    {"label", "Pause « é »"},
                                    {"value", ""},
                                    {"rect", {1010, 71, 100, 40}},
                                    {"enabled", true},
                                    {"focused", true}});
    CHECK(json[1]["window"] == "stage");
    CHECK(json[1]["value"] == "744");
    CHECK(json[1]["enabled"] == false);
}

TEST_CASE("UI map: nothing on screen is an empty array, and bytes that are not UTF-8 do not stop it") {
    const std::vector<gui::UiItem> none;
    CHECK(nlohmann::json::parse(ui_map_json({{gui::Window::control, {}, &none}})).empty());
    const std::vector<gui::UiItem> bad{{.id = "x", .role = "text", .label = "\xff", .value = {}, .rect = {}}};
    CHECK(nlohmann::json::parse(ui_map_json({{gui::Window::control, {}, &bad}})).size() == 1);
}
