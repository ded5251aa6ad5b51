#pragma once
// The faces at any size: panels ask for a face at so many pixels, and the atlas follows before the next frame.
// One FontBook an ImGui context, main thread. It reads no disk: platform hands the fonts' bytes in and uploads the
// texture.

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct ImFont;
struct ImFontAtlas;

namespace ronde::gui {

class FontMetrics;
class TextMemory;

enum class Face {
    text,  ///< Inter Regular
    bold,  ///< Inter SemiBold: labels, names, digits
    title, ///< EB Garamond 12 Regular: questions and titles
    icon,  ///< Font Awesome Solid
};
inline constexpr std::size_t face_count = 4;

/// A font file's bytes, shared by the books of all windows. The first is the face's own font, the rest its fallbacks.
struct FaceSource {
    std::vector<std::shared_ptr<const std::vector<std::byte>>> files;
    std::vector<int> indices; ///< of the font within each file (collections), 0 as a rule
};

/// A glyph outside the 16-bit plane (emoji), drawn by platform: coverage 0–255, row by row.
struct GlyphBitmap {
    int width = 0;
    int height = 0;
    int left = 0; ///< from the pen to the bitmap's left edge
    int top = 0;  ///< from the baseline up to the bitmap's top edge
    float advance = 0;
    std::vector<unsigned char> coverage;
};
using AstralRasteriser = std::function<std::optional<GlyphBitmap>(char32_t code_point, float px)>;

/// A baked font and the size to draw it at (its own, or near it until the atlas has caught up).
struct SizedFont {
    ImFont* font = nullptr;
    float px = 0;
};

class FontBook {
public:
    FontBook(ImFontAtlas& atlas, std::vector<FaceSource> faces, AstralRasteriser astral);
    ~FontBook();
    FontBook(const FontBook&) = delete;
    FontBook& operator=(const FontBook&) = delete;

    /// The size that stands for `px`: whole pixels, a coarser step for large ones, so that the atlas stays small.
    [[nodiscard]] static float snapped(float px);

    /// The face at `px` pixels (the em, as a style sheet's font-size). Valid until the next call of refresh().
    [[nodiscard]] SizedFont at(Face face, float px);

    /// The text as ImGui draws it: code points beyond 16 bits stand as private-use characters that this book knows,
    /// and every character becomes one that will be baked for this face and size.
    [[nodiscard]] std::string_view encoded(Face face, float px, std::string_view text);

    /// How far the pen moves for a character of an encoded text, kerned to the one before (0: none); in pixels.
    [[nodiscard]] float advance(Face face, float px, char32_t before, char32_t code_point);

    [[nodiscard]] const FontMetrics& metrics(Face face) const;

    /// Laid-out texts kept from frame to frame (see canvas.hpp); emptied when their sizes go.
    [[nodiscard]] TextMemory& memory();

    /// From a text field's buffer back to what was typed; and to it.
    [[nodiscard]] static std::string decoded(std::string_view buffer);
    [[nodiscard]] static std::string for_field(std::string_view text);

    /// Between two frames: builds the atlas again when sizes or characters were asked for that it lacks, and lets go of
    /// sizes that nobody asked for lately. True when the texture must be uploaded again.
    [[nodiscard]] bool refresh();

    /// True when the last frame asked for something not baked yet: one more frame is wanted.
    [[nodiscard]] bool wants_refresh() const;

private:
    struct Body;
    std::unique_ptr<Body> m;
};

} // namespace ronde::gui
