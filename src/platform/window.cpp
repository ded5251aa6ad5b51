#include "platform/window.hpp"

#include "base/text.hpp"
#include "compat/glfw.hpp"
#include "compat/imgui.hpp"
#include "platform/clipboard.hpp"
#include "platform/icon.hpp"
#include "platform/key_translation.hpp"

#include <algorithm>
#include <glad/gl.h>
#include <spdlog/spdlog.h>
#include <utility>

namespace ronde::platform {

namespace {

constexpr float longest_frame = 0.1F;   ///< seconds that Dear ImGui is told at most: it may have slept for long
constexpr int frames_of_a_new_size = 3; ///< Mesa learns of a new size when the first one is shown

ImGuiKey imgui_key(EditKey key) {
    switch (key) {
    case EditKey::left: return ImGuiKey_LeftArrow;
    case EditKey::right: return ImGuiKey_RightArrow;
    case EditKey::up: return ImGuiKey_UpArrow;
    case EditKey::down: return ImGuiKey_DownArrow;
    case EditKey::home: return ImGuiKey_Home;
    case EditKey::end: return ImGuiKey_End;
    case EditKey::del: return ImGuiKey_Delete;
    case EditKey::backspace: return ImGuiKey_Backspace;
    case EditKey::enter: return ImGuiKey_Enter;
    case EditKey::a: return ImGuiKey_A;
    case EditKey::c: return ImGuiKey_C;
    case EditKey::v: return ImGuiKey_V;
    case EditKey::x: return ImGuiKey_X;
    case EditKey::y: return ImGuiKey_Y;
    case EditKey::z: break;
    }
    return ImGuiKey_Z;
}

Window& self(GLFWwindow* handle) {
    return *static_cast<Window*>(glfwGetWindowUserPointer(handle));
}

void on_key(GLFWwindow* handle, int key, int scancode, int action, int mods) {
    // GLFW tells the key before the character that it makes.
    if (action != GLFW_RELEASE) self(handle).set_digit_key(digit_at(key).value_or(-1));
    const char* name = glfwGetKeyName(key, scancode);
    const auto event = key_event_of({key, action, mods, name != nullptr ? name : ""});
    if (!event) return;
    if (action == GLFW_REPEAT)
        self(handle).input().add_repeat(*event);
    else
        self(handle).input().add(*event);
}

void on_character(GLFWwindow* handle, unsigned code_point) {
    self(handle).input().add(CharacterEvent{static_cast<char32_t>(code_point), self(handle).digit_key()});
}

void on_cursor(GLFWwindow* handle, double x, double y) {
    self(handle).input().add(MouseMoved{static_cast<float>(x), static_cast<float>(y)});
}

void on_cursor_enter(GLFWwindow* handle, int inside) {
    constexpr float nowhere = -1e6F;
    if (inside == GLFW_FALSE) self(handle).input().add(MouseMoved{nowhere, nowhere});
}

void on_button(GLFWwindow* handle, int button, int action, int mods) {
    if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
    self(handle).input().add(MouseButton{.button = button,
                                         .motion = action == GLFW_PRESS ? Motion::down : Motion::up,
                                         .modifiers = {.ctrl = (mods & GLFW_MOD_CONTROL) != 0,
                                                       .shift = (mods & GLFW_MOD_SHIFT) != 0,
                                                       .alt = (mods & GLFW_MOD_ALT) != 0}});
}

void on_scroll(GLFWwindow* handle, double x, double y) {
    self(handle).input().add(MouseWheel{static_cast<float>(x), static_cast<float>(y)});
}

void hint_context() {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SAMPLES, 0);
}

} // namespace

base::Result<std::unique_ptr<Glfw>> Glfw::start() {
    glfwSetErrorCallback([](int code, const char* text) { spdlog::info("GLFW says ({:#x}): {}", code, text); });
    compat::ask_for_x11();
    if (glfwInit() == GLFW_FALSE)
        return base::environment_failed(
            "no display can be reached; start Ronde in a graphical session (or check the variable DISPLAY)");
    return std::unique_ptr<Glfw>(new Glfw);
}

Glfw::~Glfw() {
    glfwTerminate();
}

base::Result<std::unique_ptr<Window>> Window::open(const WindowWishes& wishes,
                                                   const std::vector<gui::FaceSource>& faces,
                                                   const gui::AstralRasteriser& astral) {
    glfwDefaultWindowHints();
    hint_context();
    glfwWindowHint(GLFW_VISIBLE, wishes.shown == Shown::yes ? GLFW_TRUE : GLFW_FALSE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    glfwWindowHint(GLFW_FOCUS_ON_SHOW, GLFW_FALSE);
    glfwWindowHintString(GLFW_X11_CLASS_NAME, "ronde");
    glfwWindowHintString(GLFW_X11_INSTANCE_NAME, wishes.instance.c_str());
    GLFWwindow* handle = glfwCreateWindow(wishes.width, wishes.height, wishes.title.c_str(), nullptr, nullptr);
    if (handle == nullptr)
        return base::environment_failed("this machine offers no OpenGL 3.3, which the windows are drawn with; install "
                                        "its graphics driver, or the package libgl1-mesa-dri for drawing without one");
    std::unique_ptr<Window> window(new Window(handle));
    glfwMakeContextCurrent(handle);
    if (gladLoadGL(glfwGetProcAddress) == 0)
        return base::environment_failed(
            "OpenGL 3.3 was promised but its functions are missing; reinstall the graphics driver");
    // Redraws are rare and paced by the loop; waiting for one screen's refresh would only hold the other window up.
    glfwSwapInterval(0);
    window->make_contexts(faces, astral);
    window->listen();
    set_icon(handle);
    return window;
}

Window::Window(GLFWwindow* handle) : m_handle(handle) {
    glfwSetWindowUserPointer(handle, this);
    m_cursors = {nullptr, glfwCreateStandardCursor(GLFW_IBEAM_CURSOR), glfwCreateStandardCursor(GLFW_HAND_CURSOR)};
}

Window::~Window() {
    glfwMakeContextCurrent(m_handle);
    m_canvas.reset();
    m_renderer.reset();
    if (m_imgui != nullptr) {
        ImGui::SetCurrentContext(m_imgui);
        m_fonts.reset();
        ImGui::DestroyContext(m_imgui);
    }
    for (GLFWcursor* cursor : m_cursors)
        if (cursor != nullptr) glfwDestroyCursor(cursor);
    glfwDestroyWindow(m_handle);
}

void Window::make_contexts(const std::vector<gui::FaceSource>& faces, const gui::AstralRasteriser& astral) {
    m_renderer = std::make_unique<GlRenderer>();
    m_imgui = ImGui::CreateContext();
    ImGui::SetCurrentContext(m_imgui);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.ConfigInputTextCursorBlink = false; // a blink is a redraw
    io.KeyRepeatDelay = 1e9F;              // the window system repeats keys, as the person set it up
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset | ImGuiBackendFlags_HasMouseCursors;
    compat::take_events_at_once(io);
    use_window_clipboard(io, m_handle);
    ImGuiStyle& style = ImGui::GetStyle();
    style.WindowPadding = ImVec2(0, 0);
    style.WindowBorderSize = 0;
    style.WindowMinSize = ImVec2(1, 1);
    m_fonts = std::make_unique<gui::FontBook>(*io.Fonts, faces, astral);
}

void Window::listen() {
    glfwSetKeyCallback(m_handle, on_key);
    glfwSetCharCallback(m_handle, on_character);
    glfwSetCursorPosCallback(m_handle, on_cursor);
    glfwSetCursorEnterCallback(m_handle, on_cursor_enter);
    glfwSetMouseButtonCallback(m_handle, on_button);
    glfwSetScrollCallback(m_handle, on_scroll);
    glfwSetWindowCloseCallback(m_handle, [](GLFWwindow* handle) {
        glfwSetWindowShouldClose(handle, GLFW_FALSE);
        self(handle).m_close = true;
    });
    glfwSetWindowRefreshCallback(m_handle, [](GLFWwindow* handle) {
        self(handle).m_stirred = true;
        self(handle).show_again(1);
    });
    glfwSetFramebufferSizeCallback(m_handle, [](GLFWwindow* handle, int, int) {
        self(handle).m_stirred = true;
        self(handle).show_again(frames_of_a_new_size);
    });
    glfwSetWindowPosCallback(m_handle, [](GLFWwindow* handle, int, int) { self(handle).m_stirred = true; });
    glfwSetWindowFocusCallback(m_handle, [](GLFWwindow* handle, int) { self(handle).m_stirred = true; });
    glfwSetWindowContentScaleCallback(m_handle,
                                      [](GLFWwindow* handle, float, float) { self(handle).m_stirred = true; });
    glfwSetWindowIconifyCallback(m_handle, [](GLFWwindow* handle, int) {
        self(handle).m_stirred = true;
        self(handle).show_again(1);
    });
    glfwSetDropCallback(m_handle, [](GLFWwindow* handle, int count, const char** paths) {
        self(handle).m_dropped.assign(paths, paths + count);
        self(handle).m_stirred = true;
    });
}

gui::Rect Window::display() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(m_handle, &width, &height);
    return {0, 0, static_cast<float>(width), static_cast<float>(height)};
}

gui::Point Window::place() const {
    int x = 0;
    int y = 0;
    glfwGetWindowPos(m_handle, &x, &y);
    return {static_cast<float>(x), static_cast<float>(y)};
}

float Window::content_scale() const {
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(m_handle, &x, &y);
    return std::max(x, y);
}

bool Window::minimised() const {
    return glfwGetWindowAttrib(m_handle, GLFW_ICONIFIED) == GLFW_TRUE;
}

bool Window::focused() const {
    return glfwGetWindowAttrib(m_handle, GLFW_FOCUSED) == GLFW_TRUE;
}

void Window::feed(const FrameInput& input) const {
    ImGuiIO& io = ImGui::GetIO();
    const auto modifiers = input.modifiers;
    compat::feed_modifiers(io, modifiers.ctrl, modifiers.shift, modifiers.alt);
    if (!input.characters.empty()) {
        std::string typed;
        for (const char32_t c : input.characters) base::append_utf8(typed, c);
        io.AddInputCharactersUTF8(gui::FontBook::for_field(typed).c_str());
    }
    if (input.key) compat::feed_key(io, imgui_key(*input.key->edit), input.key->motion == Motion::down);
    if (input.moved) compat::feed_mouse_position(io, input.moved->x, input.moved->y);
    if (input.wheel != MouseWheel{}) compat::feed_mouse_wheel(io, input.wheel.x, input.wheel.y);
    if (input.button) compat::feed_mouse_button(io, input.button->button, input.button->motion == Motion::down);
}

ImDrawList* Window::begin_frame(const FrameInput& input, double seconds, const gui::Rect& display) {
    glfwMakeContextCurrent(m_handle);
    ImGui::SetCurrentContext(m_imgui);
    ImGuiIO& io = ImGui::GetIO();
    const bool fresh_fonts = m_fonts->refresh();
    if (std::exchange(m_distrusted, false) || fresh_fonts) {
        m_renderer->upload(*io.Fonts);
        m_damage.forget();
    }
    io.DisplaySize = ImVec2(std::max(1.0F, display.w), std::max(1.0F, display.h));
    io.DeltaTime = std::clamp(static_cast<float>(seconds - m_last_seconds), 1e-4F, longest_frame);
    m_last_seconds = seconds;
    feed(input);
    ImGui::NewFrame();
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::Begin("ronde", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoNav);
    return ImGui::GetWindowDrawList();
}

bool Window::end_frame(gui::Colour ground, Present present) {
    ImGui::End();
    ImGui::Render();
    m_text_wanted = ImGui::GetIO().WantTextInput;
    if (present == Present::no) return false;
    show_cursor();
    if (!draw(ground)) return false;
    m_canvas->show();
    glfwSwapBuffers(m_handle);
    m_owed_shows = std::max(0, m_owed_shows - 1);
    return true;
}

/// Brings the canvas up to date. Returns whether the window has to show it.
bool Window::draw(gui::Colour ground) {
    const ImDrawData& data = *ImGui::GetDrawData();
    const auto width = static_cast<int>(data.DisplaySize.x);
    const auto height = static_cast<int>(data.DisplaySize.y);
    if (m_canvas == nullptr || m_canvas->width() != width || m_canvas->height() != height) {
        m_canvas = std::make_unique<Canvas>(width, height);
        m_damage.forget();
    }
    const std::vector<Area> areas = m_damage.since_last(data, ground);
    m_canvas->draw_here();
    for (const Area& area : areas) m_renderer->draw(data, ground, area);
    return (m_owed_shows > 0 || !areas.empty()) && !minimised();
}

void Window::distrust_pixels() {
    m_distrusted = true;
    m_stirred = true;
}

Picture Window::picture() const {
    glfwMakeContextCurrent(m_handle);
    return m_canvas->picture();
}

void Window::show_cursor() {
    int wanted = 0;
    if (ImGui::GetMouseCursor() == ImGuiMouseCursor_TextInput) wanted = 1;
    if (ImGui::GetMouseCursor() == ImGuiMouseCursor_Hand) wanted = 2;
    if (wanted == m_cursor) return;
    m_cursor = wanted;
    glfwSetCursor(m_handle, m_cursors[static_cast<std::size_t>(wanted)]);
}

bool Window::take_stirred() {
    return std::exchange(m_stirred, false) || !m_input.empty();
}

bool Window::take_close() {
    return std::exchange(m_close, false);
}

std::vector<std::filesystem::path> Window::take_dropped() {
    return std::exchange(m_dropped, {});
}

} // namespace ronde::platform
