#pragma once
// The faces' font files, found through fontconfig: each face has its own font and a list of stand-ins. Reads the disk
// once, at the start. Main thread.

#include "base/result.hpp"
#include "gui/fonts.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace ronde::platform {

struct FontFile {
    std::filesystem::path path{};
    int index = 0; ///< of the font in the file; the upper half names an instance of a variable font
    friend bool operator==(const FontFile&, const FontFile&) = default;
};

/// A font of exactly this family, upright, as near to the weight (fontconfig's, 80 regular, 180 semi-bold) as there is.
[[nodiscard]] std::optional<FontFile> find_font(const std::string& family, int weight);

/// A font, of whatever family, that can draw this character with outlines.
[[nodiscard]] std::optional<FontFile> find_font_with(char32_t code_point);

/// One source a gui::Face, in that order. Says in the log which stand-ins it took. Fails when the machine has no font
/// that can write letters.
[[nodiscard]] base::Result<std::vector<gui::FaceSource>> load_faces();

} // namespace ronde::platform
