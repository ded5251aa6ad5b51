#pragma once
// Ideas as cards on the stage: cut into pieces where they are tall, stacked in columns, turned in pages. Internal to
// the stage's files. Main thread, within a frame.

#include "gui/stage_scene.hpp"

#include <vector>

namespace ronde::gui {

/// How long a page of cards stays.
inline constexpr double card_page_seconds = 10;

/// A card holds an idea, or a piece of one that is taller than a column.
struct Card {
    const cafe::Idea* idea = nullptr;
    TextBlock text{};
    float height = 0;
    bool starred = false; ///< on the first piece
};

/// The cards of ideas in columns `width` wide; none is taller than `tallest`.
[[nodiscard]] std::vector<Card> cards_of(Scene& scene, const std::vector<const cafe::Idea*>& ideas, float width,
                                         float tallest);

/// Cards one below the other, cut into columns no taller than `room`.
[[nodiscard]] std::vector<std::vector<const Card*>> stacks_of(const std::vector<Card>& cards, float room, float gap);

/// A card whose text ends in an ellipsis is shown whole elsewhere.
void draw_stack(Scene& scene, const std::vector<const Card*>& stack, Rect place, float gap);

/// What a star takes of a card's width.
[[nodiscard]] inline float star_room(const Scene& scene) {
    return scene.h(0.045F);
}
/// The room between cards, and between their columns.
[[nodiscard]] inline float card_gap(const Scene& scene) {
    return scene.h(0.02F);
}
[[nodiscard]] inline float column_gap(const Scene& scene) {
    return scene.h(0.045F);
}
/// How many columns of cards fit side by side, one at least.
[[nodiscard]] std::size_t card_columns(const Scene& scene, float width);

/// All the ideas in `place`, in as many columns as fit; pages that turn where they do not.
void draw_card_pages(Scene& scene, const std::vector<const cafe::Idea*>& ideas, Rect place);

} // namespace ronde::gui
