#include "gui/fonts.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/font_metrics.hpp"
#include "gui/text_memory.hpp"

#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <map>
#include <unordered_map>

namespace ronde::gui {

namespace {

constexpr char32_t first_stand_in = 0xE000;
constexpr char32_t last_stand_in = 0xEFFF;
constexpr float whole_set_up_to_px = 40; ///< above, only characters asked for are baked
constexpr unsigned frames_kept = 90;     ///< a size that nobody asked for in so many frames goes at the next building
constexpr int base_px = 15;              ///< always there, so that every face can draw something

/// What French and English are typed with; the rest comes when it is asked for.
constexpr std::array<ImWchar, 20> everyday{0x0020, 0x007E, 0x00A0, 0x00FF, 0x0152, 0x0153, 0x0178,
                                           0x0178, 0x2010, 0x2014, 0x2018, 0x201E, 0x2022, 0x2026,
                                           0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0};
/// The clock's characters, in any size of the bold face: a new second must not ask for a new atlas.
constexpr std::u32string_view clock_characters = U"0123456789:+\u2212";

/// Which private-use character stands for which code point beyond 16 bits. One table for the program, main thread:
/// text fields of all windows must agree.
class StandIns {
public:
    char32_t stand_in_for(char32_t code_point) {
        const auto [at, is_new] = m_stand_ins.try_emplace(code_point, first_stand_in + m_originals.size());
        if (is_new && at->second > last_stand_in)
            at->second = 0xFFFD;
        else if (is_new)
            m_originals.push_back(code_point);
        return at->second;
    }
    [[nodiscard]] char32_t original_of(char32_t c) const {
        return c >= first_stand_in && c - first_stand_in < m_originals.size() ? m_originals[c - first_stand_in] : c;
    }

private:
    std::map<char32_t, char32_t> m_stand_ins;
    std::vector<char32_t> m_originals;
};

StandIns& stand_ins() {
    static StandIns table;
    return table;
}

bool is_stand_in(char32_t c) {
    return stand_ins().original_of(c) != c;
}

} // namespace

struct FontBook::Body {
    struct Size {
        ImFont* font = nullptr; ///< null until it is baked
        ImFontGlyphRangesBuilder asked{};
        unsigned used = 0; ///< the frame in which it was last asked for
    };
    struct Astral {
        ImFont* font = nullptr;
        ImWchar stand_in = 0;
        int rect = -1;
        GlyphBitmap bitmap{};
    };

    ImFontAtlas& atlas;
    std::vector<FontMetrics> faces;
    AstralRasteriser astral;
    std::array<std::map<int, Size>, face_count> sizes{};
    std::unordered_map<char32_t, float> astral_advances{}; ///< in ems
    TextMemory memory{};
    std::string encoded{};
    unsigned frame = 0;
    bool dirty = true;

    Body(ImFontAtlas& the_atlas, AstralRasteriser rasteriser) : atlas(the_atlas), astral(std::move(rasteriser)) {}

    Size& size(Face face, float px);
    void build();
    void add_font(Face face, int px, Size& size, std::vector<ImVector<ImWchar>>& ranges, std::vector<Astral>& astrals);
    void paint(const std::vector<Astral>& astrals);
};

FontBook::Body::Size& FontBook::Body::size(Face face, float px) {
    auto& of_face = sizes[static_cast<std::size_t>(face)];
    const auto [at, is_new] = of_face.try_emplace(static_cast<int>(snapped(px)));
    Size& size = at->second;
    size.used = frame;
    if (!is_new) return size;
    dirty = true;
    if (face != Face::icon && px <= whole_set_up_to_px) size.asked.AddRanges(everyday.data());
    if (face == Face::bold)
        for (const char32_t c : clock_characters) size.asked.AddChar(static_cast<ImWchar>(c));
    return size;
}

void FontBook::Body::add_font(Face face, int px, Size& size, std::vector<ImVector<ImWchar>>& ranges,
                              std::vector<Astral>& astrals) {
    const FontMetrics& metrics = faces[static_cast<std::size_t>(face)];
    const FaceSource& source = metrics.source();
    std::vector<ImFontGlyphRangesBuilder> of_file(source.files.size());
    std::vector<bool> any(source.files.size());
    for (unsigned c = 1; c <= 0xFFFF; ++c) {
        if (c % 32 == 0 && size.asked.UsedChars[static_cast<int>(c / 32)] == 0) {
            c += 31;
            continue;
        }
        if (!size.asked.GetBit(c) || is_stand_in(c)) continue;
        const auto file = metrics.file_with(c);
        if (!file) continue;
        of_file[*file].AddChar(static_cast<ImWchar>(c));
        any[*file] = true;
    }
    if (!of_file.empty() && !any[0]) of_file[0].AddChar(' '); // a font must hold something to be one
    for (std::size_t file = 0; file < of_file.size(); ++file) {
        if (file > 0 && !any[file]) continue;
        ranges.emplace_back();
        of_file[file].BuildRanges(&ranges.back());
        const auto& bytes = *source.files[file];
        ImFontConfig config;
        // The atlas would copy data that is not its own, once a size; it is lent instead, and taken back below.
        config.FontDataOwnedByAtlas = true;
        config.FontData = const_cast<std::byte*>(bytes.data());
        config.FontDataSize = static_cast<int>(bytes.size());
        config.FontNo = source.indices[file];
        config.MergeMode = file > 0;
        config.OversampleH = 1;
        // FreeType is given the height of the line, where a style sheet gives the em.
        config.SizePixels = static_cast<float>(px) * (metrics.ascent() + metrics.descent());
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_LightHinting;
        config.GlyphRanges = ranges.back().Data;
        size.font = atlas.AddFont(&config);
        atlas.ConfigData.back().FontDataOwnedByAtlas = false;
    }
    if (!astral || !size.font) return;
    for (char32_t c = first_stand_in; c <= last_stand_in; ++c) {
        if (!size.asked.GetBit(c) || !is_stand_in(c)) continue;
        auto bitmap = astral(stand_ins().original_of(c), static_cast<float>(px));
        if (!bitmap || bitmap->width <= 0 || bitmap->height <= 0) continue;
        Astral glyph{size.font, static_cast<ImWchar>(c), -1, std::move(*bitmap)};
        glyph.rect = atlas.AddCustomRectFontGlyph(
            size.font, glyph.stand_in, glyph.bitmap.width, glyph.bitmap.height, glyph.bitmap.advance,
            {static_cast<float>(glyph.bitmap.left), static_cast<float>(-glyph.bitmap.top)});
        astrals.push_back(std::move(glyph));
    }
}

void FontBook::Body::paint(const std::vector<Astral>& astrals) {
    for (const Astral& astral_glyph : astrals) {
        const ImFontAtlasCustomRect& rect = *atlas.GetCustomRectByIndex(astral_glyph.rect);
        const GlyphBitmap& bitmap = astral_glyph.bitmap;
        const auto width = static_cast<std::size_t>(bitmap.width);
        for (int y = 0; y < bitmap.height; ++y)
            std::memcpy(atlas.TexPixelsAlpha8 + (rect.Y + y) * atlas.TexWidth + rect.X,
                        bitmap.coverage.data() + static_cast<std::size_t>(y) * width, width);
        // Where the baseline lies was not known before the font was built.
        for (ImFontGlyph& glyph : astral_glyph.font->Glyphs) {
            if (glyph.Codepoint != astral_glyph.stand_in) continue;
            glyph.Y0 += std::round(astral_glyph.font->Ascent);
            glyph.Y1 += std::round(astral_glyph.font->Ascent);
        }
    }
}

void FontBook::Body::build() {
    const ImTextureID texture = atlas.TexID;
    atlas.Clear();
    atlas.TexID = texture;
    atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
    std::vector<ImVector<ImWchar>> ranges;
    ranges.reserve(1024);
    std::vector<Astral> astrals;
    for (std::size_t face = 0; face < face_count; ++face) {
        auto& of_face = sizes[face];
        for (auto it = of_face.begin(); it != of_face.end();) {
            it->second.font = nullptr;
            const bool stale = it->first != base_px && it->second.used + frames_kept < frame;
            it = stale ? of_face.erase(it) : std::next(it);
        }
        for (auto& [px, size] : of_face) add_font(static_cast<Face>(face), px, size, ranges, astrals);
    }
    if (atlas.Fonts.empty()) atlas.AddFontDefault(); // no face has a font: ImGui must still have one
    atlas.Build();
    paint(astrals);
    atlas.ClearInputData();
    memory.clear();
    dirty = false;
}

FontBook::FontBook(ImFontAtlas& atlas, std::vector<FaceSource> faces, AstralRasteriser astral)
    : m(std::make_unique<Body>(atlas, std::move(astral))) {
    faces.resize(face_count);
    for (FaceSource& source : faces) m->faces.emplace_back(std::move(source));
    for (std::size_t face = 0; face < face_count; ++face) static_cast<void>(m->size(static_cast<Face>(face), base_px));
    m->build();
}

FontBook::~FontBook() = default;

float FontBook::snapped(float px) {
    const float step = px > 160 ? 8.0F : px > 80 ? 4.0F : px > 40 ? 2.0F : 1.0F;
    return std::max(6.0F, std::round(px / step) * step);
}

SizedFont FontBook::at(Face face, float px) {
    const Body::Size& size = m->size(face, px);
    if (size.font) return {size.font, snapped(px)};
    const auto& of_face = m->sizes[static_cast<std::size_t>(face)];
    ImFont* nearest = nullptr;
    int distance = 0;
    for (const auto& [other, candidate] : of_face) {
        const int apart = std::abs(other - static_cast<int>(px));
        if (!candidate.font || (nearest && apart >= distance)) continue;
        nearest = candidate.font;
        distance = apart;
    }
    return {nearest, snapped(px)};
}

std::string_view FontBook::encoded(Face face, float px, std::string_view text) {
    Body::Size& size = m->size(face, px);
    m->encoded.clear();
    for (std::size_t at = 0; at < text.size();) {
        char32_t c = base::next_code_point(text, at);
        if (c > 0xFFFF) c = stand_ins().stand_in_for(c);
        if (!size.asked.GetBit(c)) {
            size.asked.AddChar(static_cast<ImWchar>(c));
            m->dirty = true;
        }
        base::append_utf8(m->encoded, c);
    }
    return m->encoded;
}

float FontBook::advance(Face face, float px, char32_t before, char32_t code_point) {
    if (is_stand_in(code_point)) {
        const auto [at, is_new] = m->astral_advances.try_emplace(code_point, 1.0F);
        if (is_new && m->astral)
            if (const auto bitmap = m->astral(stand_ins().original_of(code_point), 32))
                at->second = bitmap->advance / 32;
        return at->second * px;
    }
    const FontMetrics& of_face = metrics(face);
    const float kerning = before ? of_face.kerning(before, code_point) : 0;
    return (of_face.advance(code_point) + kerning) * px;
}

const FontMetrics& FontBook::metrics(Face face) const {
    return m->faces[static_cast<std::size_t>(face)];
}

TextMemory& FontBook::memory() {
    return m->memory;
}

std::string FontBook::decoded(std::string_view buffer) {
    std::string out;
    out.reserve(buffer.size());
    for (std::size_t at = 0; at < buffer.size();)
        base::append_utf8(out, stand_ins().original_of(base::next_code_point(buffer, at)));
    return out;
}

std::string FontBook::for_field(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        base::append_utf8(out, c > 0xFFFF ? stand_ins().stand_in_for(c) : c);
    }
    return out;
}

bool FontBook::refresh() {
    ++m->frame;
    m->memory.age();
    if (!m->dirty) return false;
    m->build();
    return true;
}

bool FontBook::wants_refresh() const {
    return m->dirty;
}

} // namespace ronde::gui
