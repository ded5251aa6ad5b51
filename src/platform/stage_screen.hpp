#pragma once
// The stage's window and where it is: full on a second screen when there is one, else in a window. It follows screens
// that come and go, is never lost and never covers the control window by itself. Main thread.

#include "base/result.hpp"
#include "gui/view.hpp"
#include "platform/monitors.hpp"
#include "platform/window.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace ronde::platform {

class StageScreen {
public:
    using Maker = std::function<base::Result<std::unique_ptr<Window>>(const WindowWishes&)>;

    StageScreen(StageWish wish, Maker maker) : m_wish(std::move(wish)), m_maker(std::move(maker)) {}

    /// Opens the window, unless it is wished off, where it belongs beside a control window at `control`.
    [[nodiscard]] base::Result<void> open(const gui::Rect& control);
    /// Lets the window go until toggle_full_screen or open.
    void close() { m_window.reset(); }

    /// F11: full screen on the wished or second screen, or on the one it is on; back into a window; opens it when
    /// closed.
    [[nodiscard]] base::Result<void> toggle_full_screen(const gui::Rect& control);

    /// What a change of screens did to the stage.
    enum class Moved { no, to_screen, to_window };
    /// To be called after GLFW told of a screen that came or went.
    [[nodiscard]] Moved screens_changed(const gui::Rect& control);

    [[nodiscard]] Window* window() const { return m_window.get(); }
    [[nodiscard]] gui::StageWindow for_view() const;
    void set_title(const std::string& title);

private:
    void fill_screen(std::size_t monitor);
    void put_in_window(const gui::Rect& control);

    StageWish m_wish;
    Maker m_maker;
    std::unique_ptr<Window> m_window;
    std::string m_title = "Ronde";
    std::string m_on{};       ///< the screen that it fills; empty: it is in a window
    bool m_by_person = false; ///< the person chose between window and full screen: screens that come do not
};

} // namespace ronde::platform
