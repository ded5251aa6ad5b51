#include "platform/picture.hpp"

#include <algorithm>
#include <cstddef>
#include <glad/gl.h>
#include <stb_image_write.h>

namespace ronde::platform {

base::Result<void> write_png(const Picture& picture, const std::filesystem::path& path) {
    if (stbi_write_png(path.c_str(), picture.width, picture.height, 3, picture.pixels.data(), picture.width * 3) == 0) {
        auto error = base::environment_failed(
            "the picture cannot be written; see that its folder is there and may be written to");
        error.value().file = path.string();
        return error;
    }
    return {};
}

Canvas::Canvas(int width, int height) : m_width(width), m_height(height) {
    glGenRenderbuffers(1, &m_colour);
    glBindRenderbuffer(GL_RENDERBUFFER, m_colour);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, width, height);
    glGenFramebuffers(1, &m_framebuffer);
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, m_colour);
}

Canvas::~Canvas() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &m_framebuffer);
    glDeleteRenderbuffers(1, &m_colour);
}

void Canvas::draw_here() const {
    glBindFramebuffer(GL_FRAMEBUFFER, m_framebuffer);
}

void Canvas::show() const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, 0);
    glDisable(GL_SCISSOR_TEST); // which cuts copies too
    glBlitFramebuffer(0, 0, m_width, m_height, 0, 0, m_width, m_height, GL_COLOR_BUFFER_BIT, GL_NEAREST);
}

Picture Canvas::picture() const {
    Picture picture{m_width, m_height, {}};
    const std::size_t row = static_cast<std::size_t>(m_width) * 3;
    picture.pixels.resize(row * static_cast<std::size_t>(m_height));
    glBindFramebuffer(GL_READ_FRAMEBUFFER, m_framebuffer);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, m_width, m_height, GL_RGB, GL_UNSIGNED_BYTE, picture.pixels.data());
    // OpenGL counts rows from the bottom.
    for (std::size_t top = 0, bottom = static_cast<std::size_t>(m_height); top + 1 < bottom; ++top) {
        --bottom;
        const auto at = [&](std::size_t y) { return picture.pixels.begin() + static_cast<std::ptrdiff_t>(y * row); };
        std::swap_ranges(at(top), at(top) + static_cast<std::ptrdiff_t>(row), at(bottom));
    }
    return picture;
}

} // namespace ronde::platform
