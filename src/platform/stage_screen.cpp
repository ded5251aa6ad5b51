#include "platform/stage_screen.hpp"

#include "compat/glfw.hpp"

#include <algorithm>
#include <cmath>
#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

namespace {

GLFWmonitor* handle_of(const std::string& name) {
    int count = 0;
    GLFWmonitor** handles = glfwGetMonitors(&count);
    for (int i = 0; i < count; ++i)
        if (glfwGetMonitorName(handles[i]) == name) return handles[i];
    return nullptr;
}

gui::Rect rect_of(const Window& window) {
    const gui::Rect size = window.display();
    const gui::Point place = window.place();
    return {place.x, place.y, size.w, size.h};
}

} // namespace

base::Result<void> StageScreen::open(const gui::Rect& control) {
    if (m_window != nullptr || m_wish.kind == StageWish::Kind::off) return {};
    const auto monitors = list_monitors();
    if (monitors.empty()) return base::environment_failed("no screen is switched on; switch one on and start again");
    // Made unseen and put in its place first, so that it never shows over the control window.
    auto made =
        m_maker({.title = m_title, .instance = "ronde-stage", .width = 1280, .height = 720, .shown = Shown::no});
    if (!made) return tl::unexpected(made.error());
    m_window = std::move(*made);
    m_on.clear();
    m_by_person = false;
    put_in_window(control);
    glfwShowWindow(m_window->handle());
    put_in_window(control); // a window manager may have placed it as it was shown
    if (const auto monitor = monitor_for_stage(monitors, m_wish, control)) fill_screen(*monitor);
    return {};
}

base::Result<void> StageScreen::toggle_full_screen(const gui::Rect& control) {
    if (m_window == nullptr) {
        if (m_wish.kind == StageWish::Kind::off) m_wish = {};
        return open(control);
    }
    m_by_person = true;
    if (!m_on.empty()) {
        put_in_window(control);
        return {};
    }
    const auto monitors = list_monitors();
    if (monitors.empty()) return {};
    const auto second = monitor_for_stage(monitors, m_wish, control);
    fill_screen(second.value_or(monitor_under(monitors, rect_of(*m_window))));
    return {};
}

StageScreen::Moved StageScreen::screens_changed(const gui::Rect& control) {
    const auto monitors = list_monitors();
    if (m_window == nullptr || monitors.empty()) return Moved::no;
    const bool gone = !m_on.empty() && std::none_of(monitors.begin(), monitors.end(),
                                                    [this](const Monitor& monitor) { return monitor.name == m_on; });
    if (gone) m_by_person = false; // what was chosen was chosen for that screen
    const auto wanted = monitor_for_stage(monitors, m_wish, control);
    if (wanted && !m_by_person) {
        const bool moves = monitors[*wanted].name != m_on;
        fill_screen(*wanted); // its size or place may have changed
        return moves ? Moved::to_screen : Moved::no;
    }
    if (!m_on.empty() && !gone && m_by_person) {
        const auto same = std::find_if(monitors.begin(), monitors.end(),
                                       [this](const Monitor& monitor) { return monitor.name == m_on; });
        fill_screen(static_cast<std::size_t>(same - monitors.begin()));
        return Moved::no;
    }
    const gui::Rect now = rect_of(*m_window);
    const bool seen = std::any_of(monitors.begin(), monitors.end(),
                                  [&now](const Monitor& monitor) { return monitor.area.contains(now.centre()); });
    if (m_on.empty() && seen) return Moved::no;
    put_in_window(control);
    return Moved::to_window;
}

gui::StageWindow StageScreen::for_view() const {
    if (m_window == nullptr) return {.shown = false};
    const gui::Rect size = m_window->display();
    return {
        .shown = true, .full_screen = !m_on.empty(), .width = std::max(1.0F, size.w), .height = std::max(1.0F, size.h)};
}

void StageScreen::set_title(const std::string& title) {
    if (title == m_title) return;
    m_title = title;
    if (m_window != nullptr) glfwSetWindowTitle(m_window->handle(), title.c_str());
}

void StageScreen::fill_screen(std::size_t index) {
    const auto monitors = list_monitors();
    const Monitor& monitor = monitors.at(index);
    GLFWmonitor* handle = handle_of(monitor.name);
    const GLFWvidmode* mode = handle != nullptr ? glfwGetVideoMode(handle) : nullptr;
    if (mode == nullptr) return;
    // Many window managers fill the screen that the window is on, whichever is asked for: it goes there first.
    const auto pixels = [](float value) { return static_cast<int>(std::lround(value)); };
    const gui::Rect inside = monitor.area.inset(monitor.area.w / 4, monitor.area.h / 4);
    glfwSetWindowMonitor(m_window->handle(), nullptr, pixels(inside.x), pixels(inside.y), pixels(inside.w),
                         pixels(inside.h), GLFW_DONT_CARE);
    // The screen keeps the mode that it has; GLFW asks the window manager for full screen, above panels and docks.
    glfwSetWindowMonitor(m_window->handle(), handle, 0, 0, mode->width, mode->height, mode->refreshRate);
    m_on = monitor.name;
    spdlog::info("the stage fills the screen {} ({}×{})", m_on, mode->width, mode->height);
}

void StageScreen::put_in_window(const gui::Rect& control) {
    const auto monitors = list_monitors();
    if (monitors.empty()) return;
    const gui::Rect place = window_for_stage(monitors[monitor_under(monitors, control)].work, control);
    const auto pixels = [](float value) { return static_cast<int>(std::lround(value)); };
    glfwSetWindowMonitor(m_window->handle(), nullptr, pixels(place.x), pixels(place.y), pixels(place.w),
                         pixels(place.h), GLFW_DONT_CARE);
    m_on.clear();
}

} // namespace ronde::platform
