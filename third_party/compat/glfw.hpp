// GLFW 3.3 (Debian 12) and 3.4 (Debian 13) under one name, for platform. No OpenGL header: glad's comes first.
#pragma once

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

namespace ronde::compat {

/// To be called before glfwInit: the X11 window system where GLFW offers several. Wayland lets no program place its
/// windows, and the stage must go to the projector.
inline void ask_for_x11() {
#if GLFW_VERSION_MAJOR > 3 || GLFW_VERSION_MINOR >= 4
    if (glfwPlatformSupported(GLFW_PLATFORM_X11) == GLFW_TRUE) glfwInitHint(GLFW_PLATFORM, GLFW_PLATFORM_X11);
#endif
}

} // namespace ronde::compat
