#include "platform/monitors.hpp"

#include "compat/glfw.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

namespace ronde::platform {

namespace {

constexpr float margin = 40; ///< pixels around a window, for its frame
constexpr float aspect = 16.0F / 9;
constexpr float widest = 1280;
constexpr float least_beside = 480; ///< narrower is no use beside the control window

float overlap(const gui::Rect& a, const gui::Rect& b) {
    const float w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
    const float h = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
    return w > 0 && h > 0 ? w * h : 0;
}

std::optional<std::size_t> named(const std::vector<Monitor>& monitors, const std::string& wish) {
    std::size_t number = 0;
    const auto read = std::from_chars(wish.data(), wish.data() + wish.size(), number);
    if (read.ec == std::errc() && read.ptr == wish.data() + wish.size() && number >= 1 && number <= monitors.size())
        return number - 1;
    for (std::size_t i = 0; i < monitors.size(); ++i)
        if (monitors[i].name == wish) return i;
    return std::nullopt;
}

gui::Rect sized(float width) {
    return {0, 0, width, width / aspect};
}

} // namespace

std::vector<Monitor> list_monitors() {
    int count = 0;
    GLFWmonitor** handles = glfwGetMonitors(&count);
    std::vector<Monitor> monitors;
    for (GLFWmonitor* handle : std::span(handles, static_cast<std::size_t>(count))) {
        const GLFWvidmode* mode = glfwGetVideoMode(handle);
        if (mode == nullptr) continue;
        int x = 0;
        int y = 0;
        glfwGetMonitorPos(handle, &x, &y);
        std::array<int, 4> work{};
        glfwGetMonitorWorkarea(handle, &work[0], &work[1], &work[2], &work[3]);
        const auto rect = [](int left, int top, int width, int height) {
            return gui::Rect{static_cast<float>(left), static_cast<float>(top), static_cast<float>(width),
                             static_cast<float>(height)};
        };
        monitors.push_back({.name = glfwGetMonitorName(handle),
                            .area = rect(x, y, mode->width, mode->height),
                            .work = rect(work[0], work[1], work[2], work[3])});
    }
    return monitors;
}

std::size_t monitor_under(const std::vector<Monitor>& monitors, const gui::Rect& window) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < monitors.size(); ++i)
        if (overlap(monitors[i].area, window) > overlap(monitors[best].area, window)) best = i;
    return best;
}

std::optional<std::size_t> monitor_for_stage(const std::vector<Monitor>& monitors, const StageWish& wish,
                                             const gui::Rect& control) {
    switch (wish.kind) {
    case StageWish::Kind::window:
    case StageWish::Kind::off: return std::nullopt;
    case StageWish::Kind::monitor:
        // A screen of that name may come later; until then a window is better than the wrong screen.
        return named(monitors, wish.monitor);
    case StageWish::Kind::automatic: break;
    }
    if (monitors.size() < 2) return std::nullopt;
    const std::size_t taken = monitor_under(monitors, control);
    // A mirrored projector shows the control window too: covering it would cover the control window.
    for (std::size_t i = 0; i < monitors.size(); ++i)
        if (i != taken && overlap(monitors[i].area, monitors[taken].area) == 0) return i;
    return std::nullopt;
}

std::optional<std::string> missing_monitor(const std::vector<Monitor>& monitors, const StageWish& wish) {
    if (wish.kind != StageWish::Kind::monitor || named(monitors, wish.monitor)) return std::nullopt;
    std::string there;
    for (const Monitor& monitor : monitors) there.append(there.empty() ? "" : ", ").append(monitor.name);
    return "--stage " + wish.monitor + ": there is no such screen now, only " + there +
           "; the stage is in a window until it comes";
}

gui::Rect window_for_stage(const gui::Rect& work, const gui::Rect& control) {
    const float beside = work.right() - control.right() - 2 * margin;
    if (beside >= least_beside) {
        gui::Rect stage = sized(std::min(beside, widest));
        stage.x = control.right() + margin;
        stage.y = std::max(work.y + margin, control.y);
        return stage;
    }
    gui::Rect stage = sized(std::min(widest, work.w / 3));
    stage.x = work.right() - stage.w - margin;
    stage.y = work.bottom() - stage.h - margin;
    return stage;
}

} // namespace ronde::platform
