#include "platform/astral.hpp"

#include "platform/font_files.hpp"

#include <cmath>
#include <freetype/freetype.h>
#include <map>
#include <memory>
#include <optional>
#include <utility>

namespace ronde::platform {

namespace {

class Rasteriser {
public:
    Rasteriser() { FT_Init_FreeType(&m_library); }
    ~Rasteriser() { FT_Done_FreeType(m_library); } // closes its faces too
    Rasteriser(const Rasteriser&) = delete;
    Rasteriser& operator=(const Rasteriser&) = delete;

    std::optional<gui::GlyphBitmap> draw(char32_t code_point, float px) {
        const FT_Face face = face_for(code_point);
        if (face == nullptr || !set_height(face, px)) return std::nullopt;
        if (FT_Load_Char(face, code_point, FT_LOAD_RENDER | FT_LOAD_NO_HINTING) != 0) return std::nullopt;
        const FT_GlyphSlot slot = face->glyph;
        const FT_Bitmap& bitmap = slot->bitmap;
        if (bitmap.pixel_mode != FT_PIXEL_MODE_GRAY && bitmap.width > 0) return std::nullopt;
        gui::GlyphBitmap glyph{.width = static_cast<int>(bitmap.width),
                               .height = static_cast<int>(bitmap.rows),
                               .left = slot->bitmap_left,
                               .top = slot->bitmap_top,
                               .advance = std::round(static_cast<float>(slot->advance.x) / 64.0F),
                               .coverage = {}};
        for (unsigned row = 0; row < bitmap.rows; ++row) {
            const unsigned char* line = bitmap.buffer + static_cast<std::ptrdiff_t>(row) * bitmap.pitch;
            glyph.coverage.insert(glyph.coverage.end(), line, line + bitmap.width);
        }
        return glyph;
    }

private:
    FT_Face face_for(char32_t code_point) {
        if (const auto known = m_face_of.find(code_point); known != m_face_of.end()) return known->second;
        FT_Face face = nullptr;
        if (const auto file = find_font_with(code_point)) {
            FT_Face& opened = m_faces[{file->path.string(), file->index}];
            if (opened == nullptr && FT_New_Face(m_library, file->path.c_str(), file->index, &opened) != 0)
                opened = nullptr;
            face = opened;
        }
        m_face_of.emplace(code_point, face);
        return face;
    }

    /// So that ascent and descent together take `px`, as Dear ImGui sizes fonts.
    static bool set_height(FT_Face face, float px) {
        FT_Size_RequestRec request{};
        request.type = FT_SIZE_REQUEST_TYPE_REAL_DIM;
        request.height = std::lround(px * 64.0F);
        return FT_Request_Size(face, &request) == 0;
    }

    FT_Library m_library = nullptr;
    std::map<std::pair<std::string, int>, FT_Face> m_faces;
    std::map<char32_t, FT_Face> m_face_of;
};

} // namespace

gui::AstralRasteriser make_astral_rasteriser() {
    auto rasteriser = std::make_shared<Rasteriser>();
    return [rasteriser](char32_t code_point, float px) { return rasteriser->draw(code_point, px); };
}

} // namespace ronde::platform
