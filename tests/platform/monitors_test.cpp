#include "platform/monitors.hpp"

#include "compat/catch.hpp"

using namespace ronde;
using namespace ronde::platform;

namespace {

const Monitor laptop{"eDP-1", {0, 0, 1920, 1080}, {0, 30, 1920, 1050}};
const Monitor projector{"HDMI-1", {1920, 0, 1280, 800}, {1920, 0, 1280, 800}};
const Monitor mirror{"HDMI-1", {0, 0, 1920, 1080}, {0, 0, 1920, 1080}};
const gui::Rect control{40, 40, 1440, 900};

} // namespace

TEST_CASE("screens: the stage goes to the screen that the control window is not on") {
    CHECK(monitor_for_stage({laptop, projector}, {}, control) == 1U);
    CHECK(monitor_for_stage({laptop, projector}, {}, {2000, 40, 1200, 700}) == 0U);
}

TEST_CASE("screens: with one screen, or one that shows the same, the stage stays in a window") {
    CHECK_FALSE(monitor_for_stage({laptop}, {}, control).has_value());
    CHECK_FALSE(monitor_for_stage({laptop, mirror}, {}, control).has_value());
    CHECK_FALSE(monitor_for_stage({laptop, projector}, {StageWish::Kind::window, {}}, control).has_value());
}

TEST_CASE("screens: a wish is a name or a number, and one that is not there waits in a window") {
    const std::vector<Monitor> monitors{laptop, projector};
    CHECK(monitor_for_stage(monitors, {StageWish::Kind::monitor, "HDMI-1"}, control) == 1U);
    CHECK(monitor_for_stage(monitors, {StageWish::Kind::monitor, "1"}, control) == 0U);
    CHECK_FALSE(monitor_for_stage(monitors, {StageWish::Kind::monitor, "DP-7"}, control).has_value());
    CHECK_FALSE(monitor_for_stage(monitors, {StageWish::Kind::monitor, "3"}, control).has_value());
}

TEST_CASE("screens: a wish for one that is not there is said, with those that are") {
    const std::vector<Monitor> monitors{laptop, projector};
    const auto said = missing_monitor(monitors, {StageWish::Kind::monitor, "DP-7"});
    REQUIRE(said.has_value());
    CHECK(said->starts_with("--stage DP-7: there is no such screen now, only " + laptop.name + ", HDMI-1;"));
    CHECK_FALSE(missing_monitor(monitors, {StageWish::Kind::monitor, "HDMI-1"}).has_value());
    CHECK_FALSE(missing_monitor(monitors, {StageWish::Kind::monitor, "2"}).has_value());
    CHECK_FALSE(missing_monitor(monitors, {}).has_value());
    CHECK_FALSE(missing_monitor(monitors, {StageWish::Kind::off, {}}).has_value());
}

TEST_CASE("screens: a stage in a window lies on the screen, and beside the control window where there is room") {
    const gui::Rect wide{0, 0, 3840, 2160};
    const gui::Rect beside = window_for_stage(wide, control);
    CHECK(beside.x >= control.right());
    CHECK(beside.right() <= wide.right());
    const gui::Rect narrow = window_for_stage(laptop.work, control);
    CHECK(narrow.right() <= laptop.work.right());
    CHECK(narrow.bottom() <= laptop.work.bottom());
    CHECK(narrow.y > control.y);
}
