// People change tables, each by their own route: names by table where they all fit, else people by letter, in pages.

#include "base/text.hpp"
#include "gui/seating_words.hpp"
#include "gui/stage_scene.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 8;

/// Somebody on the way to a table.
struct Guest {
    std::size_t person = 0;   ///< place in Session::participants
    bool hosts = false;       ///< the table, in this round
    std::string name{};       ///< a host's with the word for it: "Anaïs Benali · hôte"
    std::string brief{};      ///< "Anaïs B.", a host's "Anaïs B. · hôte"
    std::string initialled{}; ///< without the word
    std::string key{};        ///< of the name alone, as it is sorted
    float width = 0;          ///< of the name at the least size
    float brief_width = 0;

    [[nodiscard]] Face face() const { return hosts ? Face::bold : Face::text; }
};

struct Seated {
    std::size_t table = 0; ///< place in Session::tables
    std::optional<std::size_t> question{};
    std::string title{};
    float width = 0; ///< of the title at the least size
    std::vector<Guest> guests{};
};

/// Two whom the shortened name would not tell apart keep their whole ones.
void keep_apart(std::vector<Seated>& tables) {
    std::map<std::string, int> bearers;
    for (const Seated& table : tables)
        for (const Guest& guest : table.guests) ++bearers[guest.initialled];
    for (Seated& table : tables)
        for (Guest& guest : table.guests)
            if (bearers[guest.initialled] > 1) {
                guest.brief = guest.name;
                guest.brief_width = guest.width;
            }
}

Guest guest_of(Scene& scene, std::size_t person, int round) {
    const cafe::Participant& it = scene.session().participants[person];
    Guest guest{.person = person, .hosts = cafe::hosts_in(scene.session(), round, it.id), .key = base::folded(it.name)};
    const auto shown = [&](std::string name) {
        return guest.hosts ? scene.canvas.words("stage.host", {{"name", std::move(name)}}) : name;
    };
    guest.name = shown(it.name);
    guest.initialled = short_name(it.name);
    guest.brief = shown(guest.initialled);
    guest.width = text_width(scene.canvas, guest.face(), scene.least(), guest.name);
    guest.brief_width = text_width(scene.canvas, guest.face(), scene.least(), guest.brief);
    return guest;
}

/// Who goes to which table: its host first, then by name, accents aside.
std::vector<Seated> seated_in(Scene& scene, int round) {
    const cafe::Session& session = scene.session();
    const float least = scene.least();
    std::vector<Seated> tables;
    for (std::size_t t = 0; t < session.tables.size(); ++t) {
        const cafe::TableId& id = session.tables[t].id;
        const auto people = cafe::people_at(session, round, id);
        if (people.empty()) continue;
        Seated seated{.table = t,
                      .question = cafe::index_of(session, cafe::question_at(session, round, id)),
                      .title = table_words(scene.canvas.words, session, t)};
        seated.width = text_width(scene.canvas, Face::bold, least, seated.title);
        for (const cafe::ParticipantId& who : people) {
            const auto at = std::ranges::find(session.participants, who, &cafe::Participant::id);
            if (at == session.participants.end()) continue;
            seated.guests.push_back(
                guest_of(scene, static_cast<std::size_t>(at - session.participants.begin()), round));
        }
        std::ranges::stable_sort(seated.guests, {}, [](const Guest& guest) {
            return std::tuple<bool, std::string_view>(!guest.hosts, guest.key);
        });
        tables.push_back(std::move(seated));
    }
    keep_apart(tables);
    return tables;
}

// --- names by table -----------------------------------------------------------------------------------------------

/// How the tables stand in the room: so many columns, at one size of text.
struct Grid {
    std::size_t columns = 0; ///< 0: they do not fit
    float px = 0;
    float gap = 0; ///< between columns and between rows
    float width = 0;
    float line = 0; ///< height of a name
    std::size_t shortened = 0;
    std::vector<float> rows{}; ///< heights

    [[nodiscard]] float head() const { return px * 1.75F; }
};

/// Of names: how many do not fit whole; none where some do not fit at all.
std::optional<std::size_t> shortened_in(const std::vector<Seated>& tables, float width, float scale, float mark_room) {
    std::size_t shortened = 0;
    for (const Seated& table : tables) {
        if (mark_room + table.width * scale > width) return std::nullopt;
        for (const Guest& guest : table.guests) {
            if (guest.width * scale <= width) continue;
            if (guest.brief_width * scale > width) return std::nullopt;
            ++shortened;
        }
    }
    return shortened;
}

Grid grid_at(Scene& scene, const std::vector<Seated>& tables, std::size_t columns, float px, const Rect& room) {
    Grid grid{.columns = columns, .px = px, .gap = std::max(px * 0.8F, scene.h(0.022F))};
    grid.line = std::max(px * 1.27F, measured(scene.canvas, Face::text, px, "É", 0).line_height);
    grid.width = (room.w - grid.gap * 1.4F * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    const auto shortened = shortened_in(tables, grid.width * 0.98F, px / scene.least(), px * 1.9F);
    if (!shortened) return {};
    grid.shortened = *shortened;
    float sum = 0;
    for (std::size_t i = 0; i < tables.size(); i += columns) {
        std::size_t most = 0;
        for (std::size_t c = i; c < std::min(tables.size(), i + columns); ++c)
            most = std::max(most, tables[c].guests.size());
        grid.rows.push_back(grid.head() + grid.line * static_cast<float>(most));
        sum += grid.rows.back() + (i == 0 ? 0 : grid.gap);
    }
    if (sum > room.h) return {};
    return grid;
}

/// Of all that fit: the fewest names shortened, then rows as full as can be, then the largest text.
Grid best_grid(Scene& scene, const std::vector<Seated>& tables, const Rect& room) {
    const float least = scene.least();
    Grid best;
    const auto rank = [&](const Grid& grid) {
        const std::size_t empty = (grid.columns - tables.size() % grid.columns) % grid.columns;
        return std::tuple(grid.shortened, empty, -grid.px);
    };
    for (float px = scene.px(0.05F);; px = std::max(least, std::floor(px * 0.93F))) {
        for (std::size_t columns = std::min<std::size_t>(tables.size(), 6); columns > 0; --columns) {
            Grid grid = grid_at(scene, tables, columns, px, room);
            if (grid.columns > 0 && (best.columns == 0 || rank(grid) < rank(best))) best = std::move(grid);
        }
        if (px <= least) return best;
    }
}

void draw_table(Scene& scene, const Seated& table, const Grid& grid, Point at) {
    const float hair = std::max(1.0F, scene.h(0.0018F));
    fill(scene.canvas, {at.x, at.y, grid.width, hair}, scene.theme().hairline);
    const float head = grid.head();
    const float size = grid.px * 1.35F;
    const float text_x = table.question ? grid.px * 1.9F : 0;
    if (table.question) mark(scene.canvas, {at.x + size / 2, at.y + head / 2}, size, *table.question);
    const TextBlock title = lay_out(scene.canvas, Face::bold, grid.px, table.title);
    put(scene, "stage.table." + std::to_string(table.table + 1), title,
        {at.x + text_x, at.y + (head - title.height) / 2}, scene.theme().ink);
    float y = at.y + head;
    const float scale = grid.px / scene.least();
    for (const Guest& guest : table.guests) {
        const bool whole = guest.width * scale <= grid.width * 0.98F;
        const TextBlock name = lay_out(scene.canvas, guest.face(), grid.px, whole ? guest.name : guest.brief);
        put(scene, "stage.person." + std::to_string(guest.person + 1), name, {at.x, y}, scene.theme().ink);
        y += grid.line;
    }
}

void draw_by_table(Scene& scene, const std::vector<Seated>& tables, const Grid& grid, const Rect& room) {
    float used = 0;
    for (const float row : grid.rows) used += row;
    const auto gaps = static_cast<float>(std::max<std::size_t>(1, grid.rows.size() - 1));
    const float gap = std::clamp((room.h - used) / gaps, grid.gap, scene.h(0.06F));
    float y = room.y;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t column = i % grid.columns;
        if (column == 0 && i > 0) y += grid.rows[i / grid.columns - 1] + gap;
        draw_table(scene, tables[i], grid, {room.x + static_cast<float>(column) * (grid.width + grid.gap * 1.4F), y});
    }
}

// --- people by letter ---------------------------------------------------------------------------------------------

struct Entry {
    const Guest* guest = nullptr;
    const Seated* table = nullptr;
};

std::vector<Entry> by_letter(const std::vector<Seated>& tables) {
    std::vector<Entry> entries;
    for (const Seated& table : tables)
        for (const Guest& guest : table.guests) entries.push_back({&guest, &table});
    std::ranges::stable_sort(entries, {}, [](const Entry& entry) { return std::string_view(entry.guest->key); });
    return entries;
}

/// The first letter as it is sorted: É is an E.
std::string letter_of(const Guest& guest) {
    if (guest.key.empty()) return "–";
    std::size_t end = 0;
    const char32_t letter = base::next_code_point(guest.key, end);
    if (letter >= U'a' && letter <= U'z') return {static_cast<char>(letter - U'a' + U'A')};
    return guest.key.substr(0, end);
}

struct Columns {
    std::size_t count = 1;
    std::size_t rows = 1;
    float width = 0;
    float gap = 0;
    float row = 0;
    float px = 0;
    float table_width = 0; ///< of the widest table's words
};

/// The name whole where it fits in a line, else shortened; what is still too long wraps at the least size.
TextBlock name_block(Scene& scene, const Guest& guest, float px, float room) {
    const float scale = px / scene.least();
    if (guest.width * scale <= room) return lay_out(scene.canvas, guest.face(), px, guest.name);
    if (guest.brief_width * scale <= room) return lay_out(scene.canvas, guest.face(), px, guest.brief);
    return lay_out(scene.canvas, guest.face(), scene.least(), guest.brief, room);
}

Columns columns_of(Scene& scene, const std::vector<Entry>& entries, const Rect& room) {
    Columns columns;
    columns.px = scene.px(0.038F);
    columns.gap = scene.h(0.05F);
    columns.row = columns.px * 1.62F;
    const float scale = columns.px / scene.least();
    float name = 0;
    for (const Entry& entry : entries) {
        name = std::max(name, std::min(entry.guest->width, entry.guest->brief_width) * scale);
        columns.table_width = std::max(columns.table_width, entry.table->width * scale);
    }
    const float needed = name + columns.table_width + columns.px * 2.6F;
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, (room.w + columns.gap) / (needed + columns.gap)));
    columns.count = std::clamp<std::size_t>(fitting, 1, 4);
    columns.width = (room.w - columns.gap * static_cast<float>(columns.count - 1)) / static_cast<float>(columns.count);
    // A name too long even when shortened wraps, and all rows are as tall.
    const float room_for_name = columns.width - columns.table_width - columns.px * 2.3F;
    for (const Entry& entry : entries)
        if (std::min(entry.guest->width, entry.guest->brief_width) * scale > room_for_name)
            columns.row = std::max(columns.row, name_block(scene, *entry.guest, columns.px, room_for_name).height +
                                                    columns.px * 0.35F);
    columns.row = std::min(columns.row, room.h);
    columns.rows = std::max<std::size_t>(1, static_cast<std::size_t>(room.h / columns.row));
    return columns;
}

void draw_entry(Scene& scene, const Entry& entry, const Columns& columns, Point at) {
    const float hair = std::max(1.0F, scene.h(0.0018F));
    fill(scene.canvas, {at.x, at.y + columns.row - hair, columns.width, hair}, scene.theme().hairline);
    const std::string id = "stage.person." + std::to_string(entry.guest->person + 1);
    const float size = columns.px * 1.2F;
    const float middle = at.y + columns.row / 2;
    const float right = at.x + columns.width;
    if (entry.table->question) mark(scene.canvas, {right - size / 2, middle}, size, *entry.table->question);
    const TextBlock table = lay_out(scene.canvas, Face::bold, columns.px, entry.table->title);
    const float table_x = right - size - columns.px * 0.45F - table.width;
    put(scene, id + ".table", table, {table_x, middle - table.height / 2}, scene.theme().ink);
    const float room = columns.width - columns.table_width - columns.px * 2.3F;
    const TextBlock name = name_block(scene, *entry.guest, columns.px, room);
    put(scene, id, name, {at.x, middle - name.height / 2}, scene.theme().ink);
}

void draw_by_letter(Scene& scene, const std::vector<Entry>& entries, const Rect& heading, Rect room) {
    Columns columns = columns_of(scene, entries, room);
    Rect dots{};
    if (columns.count * columns.rows < entries.size()) {
        dots = room.cut_bottom(dots_height(scene));
        columns = columns_of(scene, entries, room);
    }
    const std::size_t most = columns.count * columns.rows;
    const std::size_t pages = std::max<std::size_t>(1, (entries.size() + most - 1) / most);
    const std::size_t page = turn_pages(scene, pages, page_seconds);
    // As many on each page, so that the last one is not nearly empty.
    const std::size_t a_page = (entries.size() + pages - 1) / pages;
    const std::size_t rows = std::max<std::size_t>(1, (a_page + columns.count - 1) / columns.count);
    const float row = std::min(room.h / static_cast<float>(rows), columns.row * 1.35F);
    columns.row = row;
    const std::size_t begin = std::min(page * a_page, entries.size());
    const std::size_t end = std::min(entries.size(), begin + a_page);
    for (std::size_t i = begin; i < end; ++i) {
        const auto column = static_cast<float>((i - begin) / rows);
        const auto down = static_cast<float>((i - begin) % rows);
        draw_entry(scene, entries[i], columns, {room.x + column * (columns.width + columns.gap), room.y + down * row});
    }
    if (pages > 1 && begin < end) {
        const std::string from = letter_of(*entries[begin].guest);
        const std::string to = letter_of(*entries[end - 1].guest);
        const std::string text = from == to ? from : from + " – " + to;
        const TextBlock letters = lay_out(scene.canvas, Face::bold, scene.px(0.05F), text);
        put(scene, "stage.letters", letters, {heading.right() - letters.width, heading.centre().y - letters.height / 2},
            scene.theme().ink);
    }
    ease_page(scene, room);
    draw_page_dots(scene, dots);
}

/// On the way there the change of tables; where no travel leads to a round, its clock runs already.
std::string what_is_on(const Scene& scene, int round) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    const auto step = scene.timer().step;
    if (!step || session.agenda[*step].kind != cafe::StepKind::round) return std::string(words("stage.travel"));
    return words("stage.round_of", {{"n", std::to_string(round)}, {"all", std::to_string(cafe::round_count(session))}});
}

} // namespace

void draw_travel_people(Scene& scene, int round) {
    const Words& words = scene.canvas.words;
    draw_header(scene, header_clock(scene, what_is_on(scene, round)));
    Rect room = scene.body;
    room.cut_top(scene.h(0.012F));
    const float letters = scene.px(0.05F) * 4; // "A – C" stands at the right of the heading
    const TextBlock title = lay_out_to_fit(scene.canvas, Face::title, scene.px(0.062F), scene.least(),
                                           words("stage.travel_people"), room.w - letters, scene.h(0.085F));
    put(scene, "stage.instruction", title, {room.x, room.y}, scene.theme().ink);
    const Rect heading = room.cut_top(title.height);
    room.cut_top(scene.h(0.018F));

    const std::vector<Seated> tables = seated_in(scene, round);
    if (const Grid grid = best_grid(scene, tables, room); grid.columns > 0)
        draw_by_table(scene, tables, grid, room);
    else
        draw_by_letter(scene, by_letter(tables), heading, room);
}

} // namespace ronde::gui
