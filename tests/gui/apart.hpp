#pragma once
// Whether what can be pressed lies apart: nobody clicks the wrong one, and none is under another. For the tests of
// panels.

#include "gui/ui_map.hpp"

#include <string>
#include <vector>

namespace ronde::tests {

/// "review.search over review.opening": the first two that share a place, or that leave `window`; empty when none do.
[[nodiscard]] inline std::string not_apart(const std::vector<gui::UiItem>& items, const gui::Rect& window) {
    std::vector<const gui::UiItem*> pressed;
    for (const gui::UiItem& item : items) {
        if (item.role != "button" && item.role != "input") continue;
        const gui::Rect& rect = item.rect;
        if (rect.x < -1 || rect.y < -1 || rect.right() > window.right() + 1 || rect.bottom() > window.bottom() + 1)
            return item.id + " outside";
        for (const gui::UiItem* other : pressed) {
            const bool apart = rect.x >= other->rect.right() - 1 || other->rect.x >= rect.right() - 1 ||
                               rect.y >= other->rect.bottom() - 1 || other->rect.y >= rect.bottom() - 1;
            if (!apart) return item.id + " over " + other->id;
        }
        pressed.push_back(&item);
    }
    return {};
}

} // namespace ronde::tests
