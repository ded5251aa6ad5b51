#pragma once
// Draws what Dear ImGui made into the current framebuffer, with OpenGL 3.3 core. The fonts' texture has one byte a
// pixel: with a software renderer it lies in our own memory, twice. One a window; its context must be current. Main
// thread.

#include "gui/theme.hpp"

#include <cstdint>

struct ImDrawData;
struct ImFontAtlas;

namespace ronde::platform {

class GlRenderer {
public:
    GlRenderer();
    ~GlRenderer();
    GlRenderer(const GlRenderer&) = delete;
    GlRenderer& operator=(const GlRenderer&) = delete;

    /// After FontBook::refresh() said so: takes the atlas over.
    void upload(ImFontAtlas& atlas);

    /// Clears to `ground` and draws.
    void draw(const ImDrawData& data, gui::Colour ground);

private:
    std::uint32_t m_program = 0;
    std::uint32_t m_vertex_array = 0;
    std::uint32_t m_vertices = 0;
    std::uint32_t m_indices = 0;
    std::uint32_t m_texture = 0;
    std::int32_t m_projection = 0;
};

/// A number that is the same for two frames that look the same (but for collisions of 64 bits).
[[nodiscard]] std::uint64_t fingerprint(const ImDrawData& data, gui::Colour ground);

} // namespace ronde::platform
