#include "gui/stage_cards.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

float card_pad(const Scene& scene) {
    return scene.h(0.02F);
}

} // namespace

std::vector<Card> cards_of(Scene& scene, const std::vector<const cafe::Idea*>& ideas, float width, float tallest) {
    const float pad = card_pad(scene);
    std::vector<Card> cards;
    for (const cafe::Idea* idea : ideas) {
        const float room = width - 2 * pad - (idea->starred ? star_room(scene) : 0);
        const TextBlock whole = lay_out(scene.canvas, Face::text, scene.least(), idea->text, room);
        const auto lines =
            static_cast<std::size_t>(std::max(1.0F, std::floor((tallest - 2 * pad) / whole.line_height)));
        for (std::size_t from = 0; from < whole.lines.size(); from += lines) {
            Card card{idea, lines_of(whole, from, std::min(from + lines, whole.lines.size()))};
            card.height = card.text.height + 2 * pad;
            card.starred = idea->starred && from == 0;
            cards.push_back(std::move(card));
        }
    }
    return cards;
}

std::vector<std::vector<const Card*>> stacks_of(const std::vector<Card>& cards, float room, float gap) {
    std::vector<std::vector<const Card*>> stacks(1);
    float used = 0;
    for (const Card& card : cards) {
        if (!stacks.back().empty() && used + gap + card.height > room) {
            stacks.emplace_back();
            used = 0;
        }
        used += card.height + (stacks.back().empty() ? 0 : gap);
        stacks.back().push_back(&card);
    }
    return stacks;
}

void draw_stack(Scene& scene, const std::vector<const Card*>& stack, Rect place, float gap) {
    const float pad = card_pad(scene);
    for (const Card* card : stack) {
        const Rect rect = place.cut_top(card->height);
        place.cut_top(gap);
        fill(scene.canvas, rect, scene.theme().surface, scene.h(0.014F));
        outline(scene.canvas, rect, scene.theme().hairline, scene.h(0.014F), std::max(1.0F, scene.h(0.0018F)));
        const Point at{rect.x + pad, rect.y + pad};
        const std::string id = "stage.idea." + card->idea->id.value;
        if (card->text.cut) {
            draw(scene.canvas, card->text, at, scene.theme().ink);
            note_item(scene.canvas, id, "text", card->text.text, {at.x, at.y, card->text.width, card->text.height});
        } else {
            put(scene, id, card->text, at, scene.theme().ink);
        }
        if (card->starred)
            icon(scene.canvas, U'\uf005',
                 {rect.right() - pad - scene.h(0.013F), rect.y + pad + card->text.line_height / 2}, scene.h(0.027F),
                 scene.theme().ink);
    }
}

std::size_t card_columns(const Scene& scene, float width) {
    const float between = column_gap(scene);
    return static_cast<std::size_t>(std::max(1.0F, (width + between) / (scene.h(0.46F) + between)));
}

void draw_card_pages(Scene& scene, const std::vector<const cafe::Idea*>& ideas, Rect place) {
    const float gap = card_gap(scene);
    const float between = column_gap(scene);
    const std::size_t columns = card_columns(scene, place.w);
    const float width = (place.w + between) / static_cast<float>(columns) - between;
    std::vector<Card> cards = cards_of(scene, ideas, width, place.h);
    std::vector<std::vector<const Card*>> stacks = stacks_of(cards, place.h, gap);
    Rect dots{};
    if (stacks.size() > columns) {
        dots = place.cut_bottom(dots_height(scene));
        cards = cards_of(scene, ideas, width, place.h);
        stacks = stacks_of(cards, place.h, gap);
    }
    const std::size_t page = turn_pages(scene, (stacks.size() + columns - 1) / columns, card_page_seconds);
    const std::size_t end = std::min(stacks.size(), (page + 1) * columns);
    for (std::size_t i = page * columns; i < end; ++i) {
        const float x = place.x + static_cast<float>(i - page * columns) * (width + between);
        draw_stack(scene, stacks[i], {x, place.y, width, place.h}, gap);
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace ronde::gui
