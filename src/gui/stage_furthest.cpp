// The two places that differ most, on the stage: their names, if they may be named, over what each said of the
// components on which they differ.

#include "gui/opening_marks.hpp"
#include "gui/stage_opening.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 9;

struct Columns {
    float label = 0;
    float gap = 0;
    float each = 0;       ///< of the two places
    bool stacked = false; ///< in an upright picture the answers stand under the label
};

Columns columns_of(const Scene& scene, const Rect& place) {
    Columns columns{.gap = scene.h(scene.upright() ? 0.015F : 0.03F), .stacked = scene.upright()};
    columns.label = place.w * (columns.stacked ? 1.0F : 0.36F);
    columns.each = columns.stacked ? (place.w - columns.gap) / 2 : (place.w - columns.label) / 2 - columns.gap;
    return columns;
}

Rect column(const Rect& row, const Columns& columns, std::size_t which) {
    const float first = columns.stacked ? 0 : columns.label + columns.gap;
    return {row.x + first + static_cast<float>(which) * (columns.each + columns.gap), row.y, columns.each, row.h};
}

void draw_instead(Scene& scene) {
    const TextBlock text =
        lay_out_to_fit(scene.canvas, Face::title, scene.px(0.08F), scene.least(),
                       scene.canvas.words("stage.opening.nobody_differs"), scene.body.w, scene.body.h);
    put(scene, "stage.instruction", text, {scene.body.x, scene.body.y + (scene.body.h - text.height) / 2},
        scene.theme().ink);
}

/// The names over the columns; returns what is left under them.
Rect draw_names(Scene& scene, Rect place, const Columns& columns, const std::array<std::string, 2>& names) {
    std::vector<TextBlock> blocks;
    float tall = 0;
    for (const std::string& name : names) {
        blocks.push_back(lay_out_to_fit(scene.canvas, Face::bold, scene.px(0.042F), scene.least(), name, columns.each,
                                        scene.h(0.11F)));
        tall = std::max(tall, blocks.back().height);
    }
    const Rect top = place.cut_top(tall);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const Rect at = column(top, columns, i);
        put(scene, "stage.opening.place." + std::to_string(i + 1), blocks[i], {at.x, at.bottom() - blocks[i].height},
            scene.theme().ink);
    }
    place.cut_top(scene.h(0.02F));
    return place;
}

} // namespace

void draw_furthest_places(Scene& scene, const cafe::OpeningReading& reading) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const auto furthest = cafe::furthest_places(reading);
    const bool named = session.opening.naming == cafe::Naming::named;
    draw_header(scene, header_clock(scene, std::string(words(named ? "stage.opening.furthest"
                                                                   : "stage.opening.furthest_nameless"))));
    if (!furthest) return draw_instead(scene);

    Rect place = draw_opening_title(scene, words("stage.opening.talk"));
    place = draw_opening_legend(scene, place, {});
    const Columns columns = columns_of(scene, place);
    std::array<std::string, 2> names{std::string(words("stage.opening.one_place")),
                                     std::string(words("stage.opening.other_place"))};
    for (std::size_t i = 0; named && i < names.size(); ++i)
        if (const cafe::Organisation* it = cafe::find(session, reading.places[furthest->places[i]]))
            names[i] = it->name;
    place = draw_names(scene, place, columns, names);

    // Rows of labels, as many as fit; the others turn by themselves.
    const float gap = scene.h(0.018F);
    const auto rows_at = [&](float px) {
        std::vector<TextBlock> rows;
        for (const std::size_t component : furthest->components)
            rows.push_back(
                lay_out(scene.canvas, Face::text, px, session.opening.components[component].text, columns.label));
        return rows;
    };
    const float cell_height = scene.h(0.05F);
    const float under_label = scene.h(0.007F);
    const auto height_of = [&](const TextBlock& block) {
        return columns.stacked ? block.height + under_label + cell_height : std::max(block.height, cell_height);
    };
    const auto tall = [&](const std::vector<TextBlock>& rows) {
        float sum = -gap;
        for (const TextBlock& row : rows) sum += height_of(row) + gap;
        return sum;
    };
    const float px = largest_fitting(scene, 0.042F, [&](float tried) { return tall(rows_at(tried)) <= place.h; });
    const std::vector<TextBlock> rows = rows_at(px);
    Rect dots{};
    if (tall(rows) > place.h) dots = place.cut_bottom(dots_height(scene));
    std::vector<std::pair<std::size_t, std::size_t>> pages;
    float used = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (pages.empty() || used + gap + height_of(rows[i]) > place.h) {
            pages.emplace_back(i, i);
            used = -gap;
        }
        used += gap + height_of(rows[i]);
        pages.back().second = i + 1;
    }
    const auto [first, last] = pages[turn_pages(scene, pages.size(), page_seconds)];
    float shown = -gap;
    for (std::size_t i = first; i < last; ++i) shown += height_of(rows[i]) + gap;
    const float more = std::min(std::max(0.0F, place.h - shown) / static_cast<float>(last - first), scene.h(0.03F));
    Rect at = place;
    for (std::size_t i = first; i < last; ++i) {
        const Rect row = at.cut_top(height_of(rows[i]) + more * 0.5F);
        at.cut_top(gap + more * 0.5F);
        const std::size_t component = furthest->components[i];
        const std::string id = "stage.component." + std::to_string(component + 1);
        const Rect label{row.x, row.y, row.w, columns.stacked ? rows[i].height : row.h};
        put(scene, id, rows[i], {label.x, label.y + (label.h - rows[i].height) / 2}, scene.theme().ink);
        for (std::size_t which = 0; which < 2; ++which) {
            const cafe::Answer answer = reading.at(furthest->places[which], component);
            Rect cell = column(row, columns, which);
            if (columns.stacked) cell.cut_top(label.h + under_label);
            const float height = std::min(cell.h, scene.h(0.07F));
            cell = {cell.x, cell.centre().y - height / 2, cell.w, height};
            answer_mark(scene.canvas, cell, answer, scene.h(0.0085F), opening_border(scene));
            const std::string_view said = answer_words(words, answer);
            if (text_width(scene.canvas, Face::text, scene.least(), said) + scene.h(0.02F) <= cell.w)
                label_in(scene.canvas, Face::text, scene.least(), said, cell, ink_on(scene.theme(), answer),
                         Align::centre);
            note_item(scene.canvas, id + ".place." + std::to_string(which + 1), "picture", said, cell,
                      base::name_of(answer));
        }
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace ronde::gui
