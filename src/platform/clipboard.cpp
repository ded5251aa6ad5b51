#include "platform/clipboard.hpp"

#include "base/text.hpp"
#include "compat/glfw.hpp"
#include "compat/imgui.hpp"
#include "gui/fonts.hpp"

#include <string>

namespace ronde::platform {

void use_window_clipboard(ImGuiIO& io, GLFWwindow* window) {
    io.ClipboardUserData = window;
    io.SetClipboardTextFn = [](void* user, const char* text) {
        glfwSetClipboardString(static_cast<GLFWwindow*>(user), gui::FontBook::decoded(text).c_str());
    };
    io.GetClipboardTextFn = [](void* user) -> const char* {
        static std::string kept; // Dear ImGui reads it at once, on the main thread
        const char* text = glfwGetClipboardString(static_cast<GLFWwindow*>(user));
        kept = text == nullptr ? std::string() : gui::FontBook::for_field(base::repaired_utf8(text));
        return kept.c_str();
    };
}

} // namespace ronde::platform
