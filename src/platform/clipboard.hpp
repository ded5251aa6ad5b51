#pragma once
// Dear ImGui's clipboard through GLFW. Text fields hold stand-ins for characters beyond 16 bits (see gui::FontBook);
// the clipboard never does. Main thread.

struct GLFWwindow;
struct ImGuiIO;

namespace ronde::platform {

/// `window` must outlive the context that `io` belongs to.
void use_window_clipboard(ImGuiIO& io, GLFWwindow* window);

} // namespace ronde::platform
