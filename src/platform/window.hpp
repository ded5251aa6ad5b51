#pragma once
// One window: GLFW's window with its OpenGL context, Dear ImGui's context, the fonts and the queue of what the person
// did in it. It knows nothing of cafés. Main thread.

#include "base/result.hpp"
#include "gui/fonts.hpp"
#include "gui/geometry.hpp"
#include "gui/theme.hpp"
#include "platform/damage.hpp"
#include "platform/gl_renderer.hpp"
#include "platform/input_queue.hpp"
#include "platform/picture.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;
struct GLFWcursor;
struct ImGuiContext;
struct ImDrawList;

namespace ronde::platform {

/// GLFW, from its start to its end. One in the program, and before every window.
class Glfw {
public:
    /// Fails, with a sentence for the person, when there is no display.
    [[nodiscard]] static base::Result<std::unique_ptr<Glfw>> start();
    ~Glfw();
    Glfw(const Glfw&) = delete;
    Glfw& operator=(const Glfw&) = delete;

private:
    Glfw() = default;
};

enum class Shown { no, yes };

struct WindowWishes {
    std::string title{};
    std::string instance{}; ///< the window's name in its class, for window managers
    int width = 1280;
    int height = 720;
    Shown shown = Shown::yes;
};

enum class Present {
    no,         ///< more input is waiting: the frame only takes it in
    if_changed, ///< as far as it looks other than what the window shows
};

class Window {
public:
    /// Fails when the machine has no OpenGL 3.3.
    [[nodiscard]] static base::Result<std::unique_ptr<Window>>
    open(const WindowWishes& wishes, const std::vector<gui::FaceSource>& faces, const gui::AstralRasteriser& astral);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    /// Its size in pixels, at 0,0.
    [[nodiscard]] gui::Rect display() const;
    /// Where its pixels lie on the screen.
    [[nodiscard]] gui::Point place() const;
    [[nodiscard]] float content_scale() const;
    [[nodiscard]] bool minimised() const;
    [[nodiscard]] bool focused() const;
    /// Whether a text field was being edited in the last frame.
    [[nodiscard]] bool text_wanted() const { return m_text_wanted; }

    /// Makes its contexts the current ones, takes the fonts' new sizes in and begins a frame. `seconds`: any steady
    /// clock. What is drawn goes to the list that comes back, until end_frame.
    [[nodiscard]] ImDrawList* begin_frame(const FrameInput& input, double seconds, const gui::Rect& display);
    /// True when the window shows something new.
    bool end_frame(gui::Colour ground, Present present);

    /// What was drawn may be gone: the machine has slept, or a screen came or went. The next frame draws all of it.
    void distrust_pixels();

    /// What the last frame looked like.
    [[nodiscard]] Picture picture() const;

    /// Something happened that may look different: input, a new size, uncovered ground. Reading it sets it back.
    [[nodiscard]] bool take_stirred();
    /// The person asked to close it. Reading it sets it back: whether it closes is the shell's to say.
    [[nodiscard]] bool take_close();
    [[nodiscard]] std::vector<std::filesystem::path> take_dropped();

    [[nodiscard]] InputQueue& input() { return m_input; }
    /// The digit's key that went down last, −1 when it was another: where the characters that follow come from.
    [[nodiscard]] int digit_key() const { return m_digit_key; }
    void set_digit_key(int digit) { m_digit_key = digit; }
    [[nodiscard]] gui::FontBook& fonts() { return *m_fonts; }
    [[nodiscard]] GLFWwindow* handle() const { return m_handle; }

private:
    explicit Window(GLFWwindow* handle);
    void listen();
    void make_contexts(const std::vector<gui::FaceSource>& faces, const gui::AstralRasteriser& astral);
    void feed(const FrameInput& input) const;
    void show_cursor();
    bool draw(gui::Colour ground);
    void show_again(int frames) { m_owed_shows = std::max(m_owed_shows, frames); }

    GLFWwindow* m_handle = nullptr;
    ImGuiContext* m_imgui = nullptr;
    std::unique_ptr<gui::FontBook> m_fonts;
    std::unique_ptr<GlRenderer> m_renderer;
    std::unique_ptr<Canvas> m_canvas;
    Damage m_damage; ///< of the canvas
    InputQueue m_input;
    std::array<GLFWcursor*, 3> m_cursors{};
    int m_cursor = 0;
    int m_digit_key = -1;
    double m_last_seconds = 0;
    bool m_distrusted = false; ///< what the graphics card holds
    int m_owed_shows = 1;      ///< frames that are shown though they look the same: what the window shows may be gone
    bool m_text_wanted = false;
    bool m_stirred = true;
    bool m_close = false;
    std::vector<std::filesystem::path> m_dropped;
};

} // namespace ronde::platform
