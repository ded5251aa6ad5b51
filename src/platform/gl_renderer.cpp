#include "platform/gl_renderer.hpp"

#include "compat/imgui.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <glad/gl.h>
#include <vector>

namespace ronde::platform {

namespace {

constexpr const char* vertex_shader = R"(#version 330 core
uniform mat4 projection;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 uv;
layout(location = 2) in vec4 colour;
out vec2 fragment_uv;
out vec4 fragment_colour;
void main() {
    fragment_uv = uv;
    fragment_colour = colour;
    gl_Position = projection * vec4(position, 0, 1);
})";

constexpr const char* fragment_shader = R"(#version 330 core
uniform sampler2D atlas;
in vec2 fragment_uv;
in vec4 fragment_colour;
out vec4 result;
void main() {
    result = vec4(fragment_colour.rgb, fragment_colour.a * texture(atlas, fragment_uv).r);
})";

GLuint compiled(GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    GLint done = GL_FALSE;
    glGetShaderiv(shader, GL_COMPILE_STATUS, &done);
    assert(done == GL_TRUE);
    return shader;
}

const void* offset(std::size_t bytes) {
    return reinterpret_cast<const void*>(bytes); // NOLINT: OpenGL's way of saying an offset
}

/// From pixels, y down, to OpenGL's cube.
std::array<float, 16> projection_of(const ImDrawData& data) {
    const float left = data.DisplayPos.x;
    const float right = left + data.DisplaySize.x;
    const float top = data.DisplayPos.y;
    const float bottom = top + data.DisplaySize.y;
    return {2 / (right - left),
            0,
            0,
            0,
            0,
            2 / (top - bottom),
            0,
            0,
            0,
            0,
            -1,
            0,
            (right + left) / (left - right),
            (top + bottom) / (bottom - top),
            0,
            1};
}

/// Pixels from the top left corner, `right` and `bottom` beyond the last.
struct Scissors {
    GLint left;
    GLint top;
    GLint right;
    GLint bottom;

    [[nodiscard]] bool empty() const { return right <= left || bottom <= top; }
};

Scissors common(const ImVec4& clip, const ImVec2& origin, const Area& area) {
    return {std::max(static_cast<GLint>(clip.x - origin.x), area.x),
            std::max(static_cast<GLint>(clip.y - origin.y), area.y),
            std::min(static_cast<GLint>(clip.z - origin.x), area.x + area.w),
            std::min(static_cast<GLint>(clip.w - origin.y), area.y + area.h)};
}

/// Adds the corners of those triangles of a command of which something may be seen.
void pick(const ImDrawList& list, const ImDrawCmd& command, const ImVec2& origin, const Scissors& seen,
          std::vector<std::uint32_t>& picked) {
    const float left = static_cast<float>(seen.left) + origin.x;
    const float top = static_cast<float>(seen.top) + origin.y;
    const float right = static_cast<float>(seen.right) + origin.x;
    const float bottom = static_cast<float>(seen.bottom) + origin.y;
    const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
    for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
        const std::array<std::uint32_t, 3> corners{command.VtxOffset + index[i], command.VtxOffset + index[i + 1],
                                                   command.VtxOffset + index[i + 2]};
        const auto at = [&](std::size_t k) { return list.VtxBuffer.Data[corners[k]].pos; };
        const auto [x_least, x_most] = std::minmax({at(0).x, at(1).x, at(2).x});
        const auto [y_least, y_most] = std::minmax({at(0).y, at(1).y, at(2).y});
        if (x_most <= left || x_least >= right || y_most <= top || y_least >= bottom) continue;
        picked.insert(picked.end(), corners.begin(), corners.end());
    }
}

} // namespace

GlRenderer::GlRenderer() {
    const GLuint vertex = compiled(GL_VERTEX_SHADER, vertex_shader);
    const GLuint fragment = compiled(GL_FRAGMENT_SHADER, fragment_shader);
    m_program = glCreateProgram();
    glAttachShader(m_program, vertex);
    glAttachShader(m_program, fragment);
    glLinkProgram(m_program);
    glDeleteShader(vertex);
    glDeleteShader(fragment);
    m_projection = glGetUniformLocation(m_program, "projection");

    glGenVertexArrays(1, &m_vertex_array);
    glGenBuffers(1, &m_vertices);
    glGenBuffers(1, &m_indices);
    glBindVertexArray(m_vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, m_indices);
    glEnableVertexAttribArray(0);
    glEnableVertexAttribArray(1);
    glEnableVertexAttribArray(2);
    constexpr auto stride = static_cast<GLsizei>(sizeof(ImDrawVert));
    glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, offset(offsetof(ImDrawVert, col)));
}

GlRenderer::~GlRenderer() {
    glDeleteTextures(1, &m_texture);
    glDeleteBuffers(1, &m_indices);
    glDeleteBuffers(1, &m_vertices);
    glDeleteVertexArrays(1, &m_vertex_array);
    glDeleteProgram(m_program);
}

void GlRenderer::upload(ImFontAtlas& atlas) {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    if (m_texture == 0) glGenTextures(1, &m_texture);
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAX_LEVEL, 0);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_R8, width, height, 0, GL_RED, GL_UNSIGNED_BYTE, pixels);
    // There is one texture a window, so its id says nothing; it only must not be null.
    atlas.SetTexID(std::bit_cast<ImTextureID>(std::uintptr_t{m_texture}));
}

void GlRenderer::draw(const ImDrawData& data, gui::Colour ground, const Area& area) {
    const auto width = static_cast<GLsizei>(data.DisplaySize.x);
    const auto height = static_cast<GLsizei>(data.DisplaySize.y);
    glViewport(0, 0, width, height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(area.x, height - area.y - area.h, area.w, area.h);
    glClearColor(static_cast<float>(ground.r) / 255.0F, static_cast<float>(ground.g) / 255.0F,
                 static_cast<float>(ground.b) / 255.0F, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glUseProgram(m_program);
    glUniformMatrix4fv(m_projection, 1, GL_FALSE, projection_of(data).data());
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glBindVertexArray(m_vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);
    for (int i = 0; i < data.CmdListsCount; ++i) draw(*data.CmdLists[i], data, area);
}

void GlRenderer::draw(const ImDrawList& list, const ImDrawData& data, const Area& area) {
    struct Pass {
        Scissors seen;
        std::size_t first;
        std::size_t count;
    };
    std::vector<Pass> passes;
    m_picked.clear();
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const Scissors seen = common(command.ClipRect, data.DisplayPos, area);
        if (command.UserCallback != nullptr || seen.empty()) continue;
        const std::size_t first = m_picked.size();
        pick(list, command, data.DisplayPos, seen, m_picked);
        if (m_picked.size() > first) passes.push_back({seen, first, m_picked.size() - first});
    }
    if (passes.empty()) return;
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, static_cast<GLsizeiptr>(m_picked.size() * sizeof m_picked[0]),
                 m_picked.data(), GL_STREAM_DRAW);
    const auto height = static_cast<GLint>(data.DisplaySize.y);
    for (const Pass& pass : passes) {
        glScissor(pass.seen.left, height - pass.seen.bottom, pass.seen.right - pass.seen.left,
                  pass.seen.bottom - pass.seen.top);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(pass.count), GL_UNSIGNED_INT,
                       offset(pass.first * sizeof m_picked[0]));
    }
}

} // namespace ronde::platform
