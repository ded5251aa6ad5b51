#include "platform/gl_renderer.hpp"

#include "compat/imgui.hpp"

#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstring>
#include <glad/gl.h>
#include <string_view>

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

void GlRenderer::draw(const ImDrawData& data, gui::Colour ground) {
    const auto width = static_cast<GLsizei>(data.DisplaySize.x);
    const auto height = static_cast<GLsizei>(data.DisplaySize.y);
    glViewport(0, 0, width, height);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(static_cast<float>(ground.r) / 255.0F, static_cast<float>(ground.g) / 255.0F,
                 static_cast<float>(ground.b) / 255.0F, 1);
    glClear(GL_COLOR_BUFFER_BIT);

    glEnable(GL_SCISSOR_TEST);
    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glDisable(GL_CULL_FACE);
    glDisable(GL_DEPTH_TEST);
    glUseProgram(m_program);
    glUniformMatrix4fv(m_projection, 1, GL_FALSE, projection_of(data).data());
    glBindTexture(GL_TEXTURE_2D, m_texture);
    glBindVertexArray(m_vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, m_vertices);

    constexpr GLenum index_type = sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT;
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
        glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data, GL_STREAM_DRAW);
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const auto left = static_cast<GLint>(command.ClipRect.x - data.DisplayPos.x);
            const auto top = static_cast<GLint>(command.ClipRect.y - data.DisplayPos.y);
            const auto right = static_cast<GLint>(command.ClipRect.z - data.DisplayPos.x);
            const auto bottom = static_cast<GLint>(command.ClipRect.w - data.DisplayPos.y);
            if (command.UserCallback != nullptr || command.ElemCount == 0 || right <= left || bottom <= top) continue;
            glScissor(left, height - bottom, right - left, bottom - top);
            glDrawElementsBaseVertex(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), index_type,
                                     offset(command.IdxOffset * sizeof(ImDrawIdx)),
                                     static_cast<GLint>(command.VtxOffset));
        }
    }
}

std::uint64_t fingerprint(const ImDrawData& data, gui::Colour ground) {
    std::uint64_t sum =
        1469598103934665603U; // FNV-1a, over 64-bit words rather than bytes: it is fast enough to be free
    const auto mix = [&sum](const void* bytes, std::size_t size) {
        const char* at = static_cast<const char*>(bytes);
        for (; size >= sizeof(std::uint64_t); size -= sizeof(std::uint64_t), at += sizeof(std::uint64_t)) {
            std::uint64_t word = 0;
            std::memcpy(&word, at, sizeof word);
            sum = (std::rotl(sum, 29) ^ word) * 1099511628211U;
        }
        std::uint64_t rest = size;
        std::memcpy(&rest, at, size);
        sum = (std::rotl(sum, 29) ^ rest ^ (size << 56U)) * 1099511628211U;
    };
    mix(&data.DisplaySize, sizeof data.DisplaySize);
    mix(&ground, sizeof ground);
    for (int i = 0; i < data.CmdListsCount; ++i) {
        const ImDrawList& list = *data.CmdLists[i];
        mix(list.VtxBuffer.Data, static_cast<std::size_t>(list.VtxBuffer.size_in_bytes()));
        mix(list.IdxBuffer.Data, static_cast<std::size_t>(list.IdxBuffer.size_in_bytes()));
        for (const ImDrawCmd& command : list.CmdBuffer) {
            mix(&command.ClipRect, sizeof command.ClipRect);
            mix(&command.ElemCount, sizeof command.ElemCount);
        }
    }
    return sum;
}

} // namespace ronde::platform
