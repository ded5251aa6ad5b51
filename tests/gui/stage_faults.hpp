#pragma once
// What every picture of the stage must hold to, for the tests of its scenes: nothing overlaps, leaves the picture, is
// cut or too small.

#include "gui/stage.hpp"

#include <array>
#include <string>
#include <vector>

namespace ronde::tests {

struct StageSize {
    float width;
    float height;
};
inline constexpr std::array stage_sizes{StageSize{800, 600},   StageSize{1920, 1080}, StageSize{2560, 1080},
                                        StageSize{1080, 1920}, StageSize{3840, 2160}, StageSize{1024, 768}};

[[nodiscard]] inline bool overlap(const gui::Rect& a, const gui::Rect& b) {
    constexpr float grace = 1;
    return a.x + grace < b.right() && b.x + grace < a.right() && a.y + grace < b.bottom() && b.y + grace < a.bottom();
}

/// Checks one page; says in words what is wrong, empty when nothing is.
[[nodiscard]] inline std::string fault_of(const std::vector<gui::UiItem>& items, const gui::Rect& all,
                                          const gui::StageState& state) {
    std::vector<const gui::UiItem*> seen;
    for (const gui::UiItem& item : items) {
        if (item.role == "scene") continue;
        const gui::Rect& r = item.rect;
        if (r.x < all.x - 1 || r.y < all.y - 1 || r.right() > all.right() + 1 || r.bottom() > all.bottom() + 1)
            return item.id + " leaves the picture";
        for (const gui::UiItem* other : seen)
            if (overlap(r, other->rect)) return item.id + " lies over " + other->id;
        seen.push_back(&item);
    }
    if (state.smallest_text < 0.035F * all.h) return "a text is too small";
    if (state.cut_texts > 0) return "a text is cut";
    return {};
}

} // namespace ronde::tests
