#pragma once
// Draws what Dear ImGui made into the current framebuffer, with OpenGL 3.3 core. The fonts' texture has one byte a
// pixel: with a software renderer it lies in our own memory, twice. One a window; its context must be current. Main
// thread.

#include "gui/theme.hpp"
#include "platform/damage.hpp"

#include <cstdint>
#include <vector>

struct ImDrawData;
struct ImDrawList;
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

    /// Within `area`: clears to `ground` and draws.
    void draw(const ImDrawData& data, gui::Colour ground, const Area& area);

private:
    void draw(const ImDrawList& list, const ImDrawData& data, const Area& area);

    std::uint32_t m_program = 0;
    std::uint32_t m_vertex_array = 0;
    std::uint32_t m_vertices = 0;
    std::uint32_t m_indices = 0;
    std::uint32_t m_texture = 0;
    std::int32_t m_projection = 0;
    std::vector<std::uint32_t> m_picked; ///< the corners of the triangles within an area
};

} // namespace ronde::platform
