#pragma once
// A face's measures, read from its fonts' own tables: advances, kerning, heights, at any size and before anything is
// baked. Used by FontBook and by text layout; internal to gui. Main thread.

#include "gui/fonts.hpp"

#include <cstdint>
#include <optional>
#include <unordered_map>

namespace ronde::gui {

/// Lengths are in ems: multiply by the size in pixels.
class FontMetrics {
public:
    explicit FontMetrics(FaceSource source);
    ~FontMetrics();
    FontMetrics(FontMetrics&&) noexcept;
    FontMetrics& operator=(FontMetrics&&) noexcept;

    [[nodiscard]] const FaceSource& source() const;
    [[nodiscard]] float ascent() const;      ///< baseline up to the line's top
    [[nodiscard]] float descent() const;     ///< baseline down to the line's bottom, positive
    [[nodiscard]] float cap_height() const;  ///< of a capital H
    [[nodiscard]] float digit_width() const; ///< of the widest digit

    /// Which of the face's files has the character, the first of them; none when none has.
    [[nodiscard]] std::optional<std::size_t> file_with(char32_t code_point) const;

    [[nodiscard]] float advance(char32_t code_point) const;
    [[nodiscard]] float kerning(char32_t left, char32_t right) const;

private:
    struct Body;
    std::unique_ptr<Body> m;
};

} // namespace ronde::gui
