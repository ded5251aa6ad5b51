// The themes on the stage: side by side with a few of their ideas, or one alone with all of them.

#include "cafe/harvest_reading.hpp"
#include "gui/stage_cards.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace ronde::gui {
namespace {

constexpr std::size_t most_rows = 2;

std::vector<const cafe::Idea*> starred_first(const cafe::Session& session, const cafe::Theme& theme) {
    std::vector<const cafe::Idea*> ideas = cafe::ideas_of(session, theme);
    std::stable_partition(ideas.begin(), ideas.end(), [](const cafe::Idea* idea) { return idea->starred; });
    return ideas;
}

/// The colour of the question that most of the ideas answer; muted where they answer none.
Colour bar_colour(const Scene& scene, const std::vector<const cafe::Idea*>& ideas) {
    std::vector<std::size_t> counts(scene.session().questions.size());
    for (const cafe::Idea* idea : ideas)
        if (const auto question = cafe::index_of(scene.session(), idea->question)) ++counts[*question];
    const auto most = std::ranges::max_element(counts);
    if (most == counts.end() || *most == 0) return scene.theme().muted;
    return mark_of(scene.theme(), static_cast<std::size_t>(most - counts.begin())).colour;
}

/// "14 voix · 5 idées"; the votes only where somebody voted.
std::string count_words(const Scene& scene, const cafe::Theme& theme, std::size_t ideas) {
    const Words& words = scene.canvas.words;
    std::string text;
    if (theme.votes > 0) text = words.count("stage.votes", theme.votes) + std::string(words("stage.pill_joint"));
    return text + words.count("stage.ideas", static_cast<long>(ideas));
}

std::string_view title_of(const Scene& scene, const cafe::Theme& theme) {
    return theme.title.empty() ? scene.canvas.words("stage.theme_untitled") : std::string_view(theme.title);
}

/// A theme among others. The title is cut where even the least size is too tall: alone, the theme shows it whole.
struct Cell {
    const cafe::Theme* theme = nullptr;
    std::vector<const cafe::Idea*> ideas{};
    TextBlock title{};
    float head = 0; ///< from the top to the cards
};

float bar_height(const Scene& scene) {
    return scene.h(0.02F);
}
float count_height(const Scene& scene) {
    return scene.least() * 1.35F;
}

Cell cell_of(Scene& scene, const cafe::Theme& theme, float width, float height) {
    Cell cell{&theme, starred_first(scene.session(), theme)};
    const float room = std::min(height * 0.42F, scene.h(0.15F));
    const std::string_view title = title_of(scene, theme);
    cell.title = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.05F), scene.least(), title, width, room);
    if (cell.title.height > room) {
        const auto lines = static_cast<std::size_t>(std::max(1.0F, std::floor(room / cell.title.line_height)));
        cell.title = lay_out(scene.canvas, Face::title, scene.least(), title, width, lines);
    }
    cell.head = bar_height(scene) + cell.title.height + scene.h(0.02F);
    return cell;
}

/// The cards under a head of that height, whole; a tall one gives way to the next that fits. Where none fits, the first
/// with as many lines as there is room for: alone, the theme shows it whole. Empty where there is no room for a line.
std::vector<Card> fitting_cards(Scene& scene, const Cell& cell, float width, float height, float head) {
    const float room = height - head - count_height(scene) - card_gap(scene);
    const std::vector<Card> all = cards_of(scene, cell.ideas, width, scene.h(10));
    std::vector<Card> stack;
    float used = 0;
    for (const Card& card : all) {
        if (used + card.height > room) continue;
        used += card.height + card_gap(scene);
        stack.push_back(card);
    }
    if (!stack.empty() || all.empty()) return stack;
    Card first = all.front();
    const float lines = std::floor((room - first.height + first.text.height) / first.text.line_height);
    if (lines < 1) return {};
    const float text_width = width - (first.height - first.text.height) - (first.starred ? star_room(scene) : 0);
    const float around = first.height - first.text.height;
    first.text =
        lay_out(scene.canvas, Face::text, scene.least(), first.idea->text, text_width, static_cast<std::size_t>(lines));
    first.height = first.text.height + around;
    return {first};
}

/// The themes of a row; the heads of all are as tall as the tallest.
struct Row {
    std::vector<Cell> cells{};
    float head = 0;
};

Row row_of(Scene& scene, std::span<const cafe::Theme* const> themes, float width, float height) {
    Row row;
    for (const cafe::Theme* theme : themes) {
        row.cells.push_back(cell_of(scene, *theme, width, height));
        row.head = std::max(row.head, row.cells.back().head);
    }
    return row;
}

void draw_cell(Scene& scene, const Cell& cell, Rect place, float head) {
    const float thick = scene.h(0.0065F);
    fill(scene.canvas, {place.x, place.y, place.w, thick}, bar_colour(scene, cell.ideas), thick / 2);
    const Point at{place.x, place.y + bar_height(scene)};
    const std::string id = "stage.theme." + cell.theme->id.value;
    if (cell.title.cut) {
        draw(scene.canvas, cell.title, at, scene.theme().ink);
        note_item(scene.canvas, id, "text", cell.title.text, {at.x, at.y, cell.title.width, cell.title.height});
    } else {
        put(scene, id, cell.title, at, scene.theme().ink);
    }
    const std::vector<Card> cards = fitting_cards(scene, cell, place.w, place.h, head);
    place.cut_top(head);
    std::vector<const Card*> stack;
    float used = 0;
    for (const Card& card : cards) {
        stack.push_back(&card);
        used += card.height + card_gap(scene);
    }
    draw_stack(scene, stack, place, card_gap(scene));
    const TextBlock count = lay_out(scene.canvas, Face::text, scene.least(),
                                    count_words(scene, *cell.theme, cell.ideas.size()), place.w, 1);
    put(scene, id + ".count", count, {place.x, place.y + used}, scene.theme().muted);
}

using Themes = std::vector<const cafe::Theme*>;

/// How the themes stand on a page.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    std::size_t pages = 1;
    float between = 0; ///< columns
    float row_gap = 0;
    float width = 0; ///< of a cell
    float height = 0;

    /// The themes of a row, counted over all pages.
    [[nodiscard]] std::span<const cafe::Theme* const> row(const Themes& themes, std::size_t index) const {
        const std::size_t first = std::min(index * columns, themes.size());
        return std::span(themes).subspan(first, std::min(columns, themes.size() - first));
    }
};

Grid grid_with(const Scene& scene, std::size_t themes, std::size_t columns, std::size_t rows) {
    Grid grid{.columns = columns, .rows = rows};
    const std::size_t page = columns * rows;
    grid.pages = (themes + page - 1) / page;
    // Pages that are all as full as one another.
    if (rows == 1) grid.columns = (themes + grid.pages - 1) / grid.pages;
    grid.between = column_gap(scene);
    grid.row_gap = scene.h(0.025F);
    const float tall = scene.body.h - (grid.pages > 1 ? dots_height(scene) : 0);
    grid.width = (scene.body.w + grid.between) / static_cast<float>(grid.columns) - grid.between;
    grid.height = (tall + grid.row_gap) / static_cast<float>(rows) - grid.row_gap;
    return grid;
}

/// Whether every theme that has ideas shows one of them at least.
bool shows_ideas(Scene& scene, const Themes& themes, const Grid& grid) {
    for (std::size_t i = 0; i < grid.pages * grid.rows; ++i) {
        const Row row = row_of(scene, grid.row(themes, i), grid.width, grid.height);
        for (const Cell& cell : row.cells)
            if (!cell.ideas.empty() && fitting_cards(scene, cell, grid.width, grid.height, row.head).empty())
                return false;
    }
    return true;
}

/// Many themes stand in two rows, unless titles are so long that no idea would be seen.
Grid grid_for(Scene& scene, const Themes& themes) {
    const std::size_t columns = std::min(card_columns(scene, scene.body.w), themes.size());
    const std::size_t in_two_pages = columns == 1 ? 1 : 2 * columns;
    if (themes.size() > in_two_pages)
        if (const Grid grid = grid_with(scene, themes.size(), columns, most_rows); shows_ideas(scene, themes, grid))
            return grid;
    return grid_with(scene, themes.size(), columns, 1);
}

} // namespace

void draw_themes(Scene& scene) {
    const cafe::Session& session = scene.session();
    const Themes themes = cafe::themes_in_order(session, cafe::room_order(session));
    draw_header(scene, header_without_clock(
                           scene, {scene.canvas.words.count("stage.wall", static_cast<long>(session.ideas.size()))}));
    const Grid grid = grid_for(scene, themes);
    Rect place = scene.body;
    const Rect dots = grid.pages > 1 ? place.cut_bottom(dots_height(scene)) : Rect{};
    const std::size_t page = turn_pages(scene, grid.pages, card_page_seconds);
    for (std::size_t i = 0; i < grid.rows; ++i) {
        const Row row = row_of(scene, grid.row(themes, page * grid.rows + i), grid.width, grid.height);
        const float y = place.y + static_cast<float>(i) * (grid.height + grid.row_gap);
        for (std::size_t column = 0; column < row.cells.size(); ++column)
            draw_cell(scene, row.cells[column],
                      {place.x + static_cast<float>(column) * (grid.width + grid.between), y, grid.width, grid.height},
                      row.head);
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

void draw_theme(Scene& scene, const cafe::Theme& theme) {
    const std::vector<const cafe::Idea*> ideas = starred_first(scene.session(), theme);
    draw_header(scene, header_without_clock(scene, {count_words(scene, theme, ideas.size())}));
    Rect place = scene.body;
    const float thick = scene.h(0.0065F);
    fill(scene.canvas, {place.x, place.y, place.w, thick}, bar_colour(scene, ideas), thick / 2);
    place.cut_top(bar_height(scene));
    const TextBlock title = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.068F), scene.least(),
                                           title_of(scene, theme), place.w, place.h * 0.35F);
    put(scene, "stage.theme." + theme.id.value, title, {place.x, place.y}, scene.theme().ink);
    place.cut_top(title.height + scene.h(0.025F));
    if (!ideas.empty()) return draw_card_pages(scene, ideas, place);
    const TextBlock nothing =
        lay_out(scene.canvas, Face::text, scene.least(), scene.canvas.words("stage.theme_empty"), place.w);
    put(scene, "stage.instruction", nothing, {place.x, place.y}, scene.theme().muted);
}

} // namespace ronde::gui
