#include "gui/font_metrics.hpp"

#include <algorithm>

#include <stb_truetype.h>

namespace ronde::gui {

namespace {

struct File {
    stbtt_fontinfo info{};
    float em = 0; ///< font units to ems
};

struct Glyph {
    std::size_t file = 0;
    int index = 0; ///< 0: no file has it
    float advance = 0;
};

/// Zero-width characters: joiners, variation selectors, the soft hyphen.
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF;
}

} // namespace

struct FontMetrics::Body {
    FaceSource source;
    std::vector<File> files;
    float ascent = 0.95F;
    float descent = 0.25F;
    float cap_height = 0.7F;
    float digit_width = 0.6F;
    mutable std::unordered_map<char32_t, Glyph> glyphs;
    mutable std::unordered_map<std::uint64_t, float> kerning;

    [[nodiscard]] const Glyph& glyph(char32_t c) const {
        if (const auto known = glyphs.find(c); known != glyphs.end()) return known->second;
        Glyph glyph;
        for (std::size_t file = 0; file < files.size() && !glyph.index; ++file) {
            glyph.index = stbtt_FindGlyphIndex(&files[file].info, static_cast<int>(c));
            glyph.file = file;
        }
        if (files.empty()) glyph.advance = is_invisible(c) ? 0 : 0.5F; // no font at all: text still has its room
        if (!files.empty() && !is_invisible(c)) {
            const File& file = files[glyph.index ? glyph.file : 0];
            int advance = 0;
            int bearing = 0;
            stbtt_GetGlyphHMetrics(&file.info, glyph.index, &advance, &bearing);
            glyph.advance = static_cast<float>(advance) * file.em;
        }
        return glyphs.emplace(c, glyph).first->second;
    }
};

FontMetrics::FontMetrics(FaceSource source) : m(std::make_unique<Body>()) {
    for (std::size_t i = 0; i < source.files.size(); ++i) {
        const auto& bytes = source.files[i];
        const int index = i < source.indices.size() ? source.indices[i] : 0;
        if (!bytes || bytes->empty()) continue;
        // stb_truetype reads unsigned char; that may alias any byte.
        const auto* data = reinterpret_cast<const unsigned char*>(bytes->data());
        const int offset = stbtt_GetFontOffsetForIndex(data, index);
        File file;
        if (offset < 0 || !stbtt_InitFont(&file.info, data, offset)) continue;
        file.em = stbtt_ScaleForMappingEmToPixels(&file.info, 1.0F);
        m->files.push_back(file);
        m->source.files.push_back(bytes);
        m->source.indices.push_back(index);
    }
    if (m->files.empty()) return;
    const File& first = m->files.front();
    int ascent = 0;
    int descent = 0;
    int gap = 0;
    stbtt_GetFontVMetrics(&first.info, &ascent, &descent, &gap);
    m->ascent = static_cast<float>(ascent) * first.em;
    m->descent = static_cast<float>(-descent) * first.em;
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    if (stbtt_GetCodepointBox(&first.info, 'H', &left, &bottom, &right, &top) && top > 0)
        m->cap_height = static_cast<float>(top) * first.em;
    float widest = 0;
    for (char32_t digit = U'0'; digit <= U'9'; ++digit) widest = std::max(widest, advance(digit));
    if (widest > 0) m->digit_width = widest;
}

FontMetrics::~FontMetrics() = default;
FontMetrics::FontMetrics(FontMetrics&&) noexcept = default;
FontMetrics& FontMetrics::operator=(FontMetrics&&) noexcept = default;

const FaceSource& FontMetrics::source() const {
    return m->source;
}
float FontMetrics::ascent() const {
    return m->ascent;
}
float FontMetrics::descent() const {
    return m->descent;
}
float FontMetrics::cap_height() const {
    return m->cap_height;
}
float FontMetrics::digit_width() const {
    return m->digit_width;
}

std::optional<std::size_t> FontMetrics::file_with(char32_t code_point) const {
    const Glyph& glyph = m->glyph(code_point);
    if (!glyph.index) return std::nullopt;
    return glyph.file;
}

float FontMetrics::advance(char32_t code_point) const {
    return m->glyph(code_point).advance;
}

float FontMetrics::kerning(char32_t left, char32_t right) const {
    const std::uint64_t pair = std::uint64_t{left} << 32U | right;
    if (const auto known = m->kerning.find(pair); known != m->kerning.end()) return known->second;
    const Glyph one = m->glyph(left);
    const Glyph two = m->glyph(right);
    float value = 0;
    if (one.index && two.index && one.file == two.file) {
        const File& file = m->files[one.file];
        value = static_cast<float>(stbtt_GetGlyphKernAdvance(&file.info, one.index, two.index)) * file.em;
    }
    m->kerning.emplace(pair, value);
    return value;
}

} // namespace ronde::gui
