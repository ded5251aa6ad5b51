#pragma once
// Draws the characters beyond 16 bits (emoji, rare signs), which Dear ImGui's atlas does not take: fontconfig finds a
// font that has them, FreeType draws them in one colour. Used by gui::FontBook through its port. Main thread.

#include "gui/fonts.hpp"

namespace ronde::platform {

/// Keeps the fonts that it opened for as long as a copy of it lives.
[[nodiscard]] gui::AstralRasteriser make_astral_rasteriser();

} // namespace ronde::platform
