// The opening exchange on the stage: a row a component, a cell a place, as answers come in, or ordered by how far all
// agree or differ. Where hands are counted, or places are too many for cells, a bar of the counts.

#include "gui/stage_opening.hpp"
#include "gui/opening_marks.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 9;

struct Row {
    std::size_t component = 0;
    TextBlock label{};
    TextBlock count{};
    float height = 0;
};

/// The measures of a page of rows.
struct Grid {
    float px = 0;
    float label_width = 0;
    float count_width = 0;
    float cell_height = 0;
    float gap = 0;        ///< between rows
    bool stacked = false; ///< the cells stand under the label
};

Grid grid_of(Scene& scene, const Rect& place, float px) {
    Grid grid{.px = px, .gap = scene.h(0.014F), .stacked = scene.upright()};
    grid.cell_height = scene.h(scene.upright() ? 0.026F : 0.04F);
    grid.count_width = scene.h(scene.upright() ? 0.07F : 0.12F);
    grid.label_width = place.w - grid.count_width;
    if (grid.stacked) return grid;
    // As wide as the widest label, within reason: the longer ones break.
    float wide = place.w * 0.24F;
    for (const cafe::Component& component : scene.session().opening.components)
        wide = std::max(wide, text_width(scene.canvas, Face::text, px, component.text) + 1);
    grid.label_width = std::min(wide, place.w * 0.36F);
    return grid;
}

std::vector<Row> rows_of(Scene& scene, const cafe::OpeningReading& reading, const std::vector<std::size_t>& order,
                         const Grid& grid) {
    std::vector<Row> rows;
    for (const std::size_t component : order) {
        Row row{.component = component};
        row.label = lay_out(scene.canvas, Face::text, grid.px, scene.session().opening.components[component].text,
                            grid.label_width);
        row.count = lay_out(scene.canvas, Face::bold, scene.px(grid.px / scene.picture.h * 1.13F),
                            std::to_string(reading.tallies[component].essential));
        row.height = grid.stacked ? std::max(row.label.height, row.count.height) + grid.cell_height
                                  : std::max({row.label.height, row.count.height, grid.cell_height});
        rows.push_back(std::move(row));
    }
    return rows;
}

float tall(const std::vector<Row>& rows, float gap) {
    float sum = -gap;
    for (const Row& row : rows) sum += row.height + gap;
    return sum;
}

/// Rows cut into pages no taller than `room`; each page as [first, last).
std::vector<std::pair<std::size_t, std::size_t>> pages_of(const std::vector<Row>& rows, float room, float gap) {
    std::vector<std::pair<std::size_t, std::size_t>> pages;
    float used = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (pages.empty() || used + gap + rows[i].height > room) {
            pages.emplace_back(i, i);
            used = -gap;
        }
        used += gap + rows[i].height;
        pages.back().second = i + 1;
    }
    // Pages of about equal length rather than a full one and a rest, where they hold it.
    if (pages.size() > 1) {
        const std::size_t each = (rows.size() + pages.size() - 1) / pages.size();
        std::vector<std::pair<std::size_t, std::size_t>> even;
        for (std::size_t i = 0; i < rows.size(); i += each) even.emplace_back(i, std::min(rows.size(), i + each));
        const bool holds = std::ranges::all_of(even, [&](const auto& page) {
            float sum = -gap;
            for (std::size_t i = page.first; i < page.second; ++i) sum += gap + rows[i].height;
            return sum <= room;
        });
        if (holds) return even;
    }
    return pages;
}

/// A cell a place, essential ones first; false where there are too many to be told apart.
bool draw_cells(Scene& scene, const Rect& rect, const cafe::ComponentTally& tally, std::size_t places) {
    if (places == 0) return false;
    const float gap = std::min(scene.h(0.0062F), rect.w / static_cast<float>(places) * 0.2F);
    const float width = (rect.w + gap) / static_cast<float>(places) - gap;
    if (width < scene.h(0.012F)) return false;
    float x = rect.x;
    for (const cafe::Answer answer : opening_answers)
        for (int i = 0; i < count_of(tally, answer); ++i, x += width + gap)
            answer_mark(scene.canvas, {x, rect.y, width, rect.h}, answer, scene.h(0.0085F), opening_border(scene));
    return true;
}

void draw_row(Scene& scene, const Row& row, const Rect& place, const Grid& grid, const cafe::OpeningReading& reading) {
    const std::string number = std::to_string(row.component + 1);
    const cafe::ComponentTally& tally = reading.tallies[row.component];
    const bool by_hands = scene.session().opening.mode == cafe::OpeningMode::by_hands;
    const float head = grid.stacked ? place.h - grid.cell_height : place.h;
    put(scene, "stage.component." + number, row.label, {place.x, place.y + (head - row.label.height) / 2},
        scene.theme().ink);
    put(scene, "stage.component." + number + ".count", row.count,
        {place.right() - row.count.width, place.y + (head - row.count.height) / 2}, scene.theme().ink);
    Rect cells{place.x, place.bottom() - grid.cell_height, place.w, grid.cell_height};
    if (!grid.stacked) {
        cells.cut_left(grid.label_width + scene.h(0.02F));
        cells.cut_right(grid.count_width);
        cells.y = place.y + (place.h - grid.cell_height) / 2;
    }
    int most = static_cast<int>(reading.places.size());
    if (by_hands) {
        most = 1;
        for (const cafe::ComponentTally& other : reading.tallies) most = std::max(most, other.answered());
    }
    if (by_hands || !draw_cells(scene, cells, tally, reading.places.size())) {
        const float px = std::min(scene.least(), grid.cell_height * 0.8F);
        tally_bar(scene.canvas, cells, tally, most, px, scene.h(0.0085F), opening_border(scene));
    }
    note_item(scene.canvas, "stage.component." + number + ".cells", "picture", row.label.text, cells,
              tally_value(tally));
}

/// Who answered last, while answers come in and places are named.
std::string just_answered(const Scene& scene) {
    const cafe::Session& session = scene.session();
    if (session.opening.naming == cafe::Naming::anonymous || session.opening.mode == cafe::OpeningMode::by_hands ||
        session.stage.opening != cafe::OpeningView::live)
        return {};
    const auto& done = session.history.done;
    const auto last = std::find_if(done.rbegin(), done.rend(), [](const cafe::Change& change) {
        return change.scope == cafe::opening_scope && !change.objects.empty() &&
               change.objects.front().kind == cafe::ObjectKind::opening_answer;
    });
    if (last == done.rend()) return {};
    const std::string& key = last->objects.front().id;
    for (const cafe::Organisation& it : session.organisations)
        if (key.starts_with(it.id.value + '/')) return it.name;
    return {};
}

std::string who_is_asked(const Scene& scene, const cafe::OpeningReading& reading) {
    const Words& words = scene.canvas.words;
    const cafe::Session& session = scene.session();
    switch (shown_opening(session)) {
    case cafe::OpeningView::by_agreement: return std::string(words("stage.opening.by_agreement"));
    case cafe::OpeningView::by_dissent: return std::string(words("stage.opening.by_dissent"));
    case cafe::OpeningView::live:
    case cafe::OpeningView::furthest: break;
    }
    if (session.opening.mode == cafe::OpeningMode::by_hands) return std::string(words("stage.opening.by_hands"));
    const bool third_places = std::ranges::all_of(reading.places, [&](const cafe::OrganisationId& id) {
        const cafe::Organisation* it = cafe::find(session, id);
        return it != nullptr && it->kind == cafe::OrganisationKind::third_place;
    });
    const auto count = static_cast<long>(reading.places.size());
    if (count == 0) return {};
    return third_places ? words.count("stage.opening.third_places", count)
                        : words.count("stage.opening.organisations", count);
}

void draw_rows(Scene& scene, Rect place, const cafe::OpeningReading& reading) {
    const std::vector<std::size_t> order = cafe::order_of(reading.tallies, shown_opening(scene.session()));
    Grid grid = grid_of(scene, place, scene.least());
    const float px = largest_fitting(scene, 0.038F, [&](float tried) {
        return tall(rows_of(scene, reading, order, grid_of(scene, place, tried)), grid.gap) <= place.h;
    });
    grid = grid_of(scene, place, px);
    std::vector<Row> rows = rows_of(scene, reading, order, grid);
    Rect dots{};
    const bool many = tall(rows, grid.gap) > place.h;
    if (many) dots = place.cut_bottom(dots_height(scene));
    const auto pages = pages_of(rows, place.h, grid.gap);
    const auto [first, last] = pages[turn_pages(scene, pages.size(), page_seconds)];

    // What room is left goes to the cells first, then between the rows.
    float used = -grid.gap;
    for (std::size_t i = first; i < last; ++i) used += rows[i].height + grid.gap;
    const auto count = static_cast<float>(last - first);
    float free = std::max(0.0F, place.h - used) / count;
    const float taller = std::min(free * 0.5F, scene.h(grid.stacked ? 0.014F : 0.017F));
    grid.cell_height += taller;
    free = std::max(0.0F, place.h - used - taller * count) / std::max(1.0F, count - 1);
    grid.gap += std::min(free, scene.h(0.022F));
    Rect at = place;
    for (std::size_t i = first; i < last; ++i) {
        draw_row(scene, rows[i], at.cut_top(rows[i].height + taller), grid, reading);
        at.cut_top(grid.gap);
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace

float opening_border(const Scene& scene) {
    return std::max(1.0F, std::round(scene.h(0.0024F)));
}

cafe::OpeningView shown_opening(const cafe::Session& session) {
    // Hands have no names: nobody is furthest from anybody.
    const bool by_hands = session.opening.mode == cafe::OpeningMode::by_hands;
    const cafe::OpeningView view = session.stage.opening;
    return by_hands && view == cafe::OpeningView::furthest ? cafe::OpeningView::by_dissent : view;
}

Rect draw_opening_legend(Scene& scene, Rect place, std::string_view note) {
    const Words& words = scene.canvas.words;
    const float px = scene.least();
    const float box = px * 0.66F;
    const float gap = px * 0.35F;
    const float between = px * 1.1F;
    std::vector<TextBlock> texts;
    std::vector<Point> places; // of the boxes, from the legend's top left
    Point at{};
    for (const cafe::Answer answer : opening_answers) {
        texts.push_back(lay_out(scene.canvas, Face::text, px, answer_words(words, answer)));
        if (at.x > 0 && at.x + box + gap + texts.back().width > place.w) at = {0, at.y + texts.back().line_height};
        places.push_back(at);
        at.x += box + gap + texts.back().width + between;
    }
    const float line = texts.front().line_height;
    const Rect foot = place.cut_bottom(at.y + line);
    place.cut_bottom(scene.h(0.022F));
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Point top_left{foot.x + places[i].x, foot.y + places[i].y};
        answer_mark(scene.canvas, {top_left.x, top_left.y + (line - box) / 2, box, box}, opening_answers[i],
                    box * 0.12F, opening_border(scene));
        put(scene, "stage.opening.legend." + std::to_string(i + 1), texts[i], {top_left.x + box + gap, top_left.y},
            scene.theme().muted);
    }
    if (note.empty()) return place;
    const TextBlock said = lay_out(scene.canvas, Face::bold, px, note);
    if (foot.x + at.x + said.width <= foot.right())
        put(scene, "stage.opening.note", said, {foot.right() - said.width, foot.y + at.y}, scene.theme().ink);
    return place;
}

Rect draw_opening_title(Scene& scene, std::string_view text) {
    Rect place = scene.body;
    const TextBlock title = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.066F), scene.least(), text, place.w,
                                           scene.h(scene.upright() ? 0.12F : 0.1F));
    const Rect top = place.cut_top(title.height);
    put(scene, "stage.title", title, {top.x, top.y}, scene.theme().ink);
    place.cut_top(scene.h(0.022F));
    return place;
}

void draw_opening_exchange(Scene& scene) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const cafe::OpeningReading reading = cafe::read_opening(session);
    if (shown_opening(session) == cafe::OpeningView::furthest) {
        draw_furthest_places(scene, reading);
        return;
    }
    draw_header(scene, header_clock(scene, who_is_asked(scene, reading)));
    const std::string title =
        session.opening.prompt.empty() ? step_title(words, session, *scene.timer().step) : session.opening.prompt;
    const Rect place = draw_opening_title(scene, title);
    draw_rows(scene, draw_opening_legend(scene, place, just_answered(scene)), reading);
}

} // namespace ronde::gui
