// A round on the stage: the clock, and each question with the groups that are at it.

#include "gui/stage_scene.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 9;

/// A group's or a table's name in a rounded shape of its question's colour.
struct Pill {
    std::string id{};
    TextBlock text{};
    Rect rect{}; ///< within its row of pills: x from the row's start, y 0
};

/// What stands one below the other and is never parted: a line of the question, or a row of pills.
struct Part {
    float height = 0;
    std::optional<std::size_t> line{};
    std::vector<Pill> pills{};
};

struct Entry {
    std::size_t question = 0;
    TextBlock text{};
    std::vector<Part> parts{};

    [[nodiscard]] float height(std::size_t from, std::size_t to) const {
        float sum = 0;
        for (std::size_t i = from; i < to; ++i) sum += parts[i].height;
        return sum;
    }
    [[nodiscard]] float height() const { return height(0, parts.size()); }
};

/// An entry, or a piece of one that is taller than a page.
struct Piece {
    const Entry* entry = nullptr;
    std::size_t from = 0;
    std::size_t to = 0;

    [[nodiscard]] float height() const { return entry->height(from, to); }
};

struct Measures {
    float text_px = 0;
    float mark = 0;
    float mark_column = 0;
    float width = 0; ///< of the texts
    float least_gap = 0;
};

Measures measures_at(const Scene& scene, float text_px, float width) {
    Measures m;
    m.text_px = text_px;
    m.mark = std::max(text_px * 1.32F, scene.h(0.05F));
    m.mark_column = m.mark + std::min(scene.h(0.03F), width * 0.05F);
    m.width = std::max(1.0F, width - m.mark_column);
    m.least_gap = scene.h(0.021F);
    return m;
}

Pill pill_of(Scene& scene, std::string id, std::string_view text, float width) {
    const float px = scene.least();
    const float pad = px * 0.55F;
    Pill pill{std::move(id), lay_out(scene.canvas, Face::bold, px, text, width - 2 * pad)};
    pill.rect = {0, 0, pill.text.width + 2 * pad, pill.text.height + std::round(px * 0.2F)};
    return pill;
}

/// The tables at a question, where people have routes of their own.
std::vector<Pill> tables_of(Scene& scene, const cafe::Question& question, int round, float width) {
    const cafe::Session& session = scene.session();
    std::vector<Pill> pills;
    for (std::size_t t = 0; t < session.tables.size(); ++t) {
        const cafe::TableId& id = session.tables[t].id;
        if (cafe::question_at(session, round, id) != question.id || cafe::people_at(session, round, id).empty())
            continue;
        pills.push_back(
            pill_of(scene, "stage.table." + std::to_string(t + 1), table_words(scene.canvas.words, session, t), width));
    }
    return pills;
}

/// The groups at a question, by table. With several tables a question, each says its own.
std::vector<Pill> groups_of(Scene& scene, const cafe::Question& question, int round, float width) {
    const cafe::Session& session = scene.session();
    std::vector<std::pair<std::size_t, std::size_t>> seated; // group, table
    for (std::size_t t = 0; t < session.tables.size(); ++t) {
        if (cafe::question_at(session, round, session.tables[t].id) != question.id) continue;
        const cafe::GroupId id = cafe::group_at(session, round, session.tables[t].id);
        const auto group = std::ranges::find(session.groups, id, &cafe::Group::id);
        if (group != session.groups.end())
            seated.emplace_back(static_cast<std::size_t>(group - session.groups.begin()), t);
    }
    const bool tables_differ = session.tables.size() > session.questions.size();
    std::vector<Pill> pills;
    for (const auto& [group, table] : seated) {
        std::string text = session.groups[group].name;
        if (tables_differ)
            text +=
                std::string(scene.canvas.words("stage.pill_joint")) + table_words(scene.canvas.words, session, table);
        pills.push_back(pill_of(scene, "stage.group." + std::to_string(group + 1), text, width));
    }
    return pills;
}

/// Whether people go to tables each by their own route, and a question is where its tables are.
bool routes_have_tables(const cafe::Session& session, int round) {
    return session.seating_rules.style == cafe::SeatingStyle::carousel && round > 0 &&
           static_cast<std::size_t>(round) <= session.seating.companies.size();
}

/// Where the whole room takes one question a round, the others wait.
bool is_asked(const cafe::Session& session, std::size_t question, int round) {
    return session.seating_rules.style == cafe::SeatingStyle::carousel ||
           cafe::question_at(session, round, {}) == session.questions[question].id;
}

enum class Purpose { trial, drawing };
enum class Pills { groups, tables };

Entry lay_out_entry(Scene& scene, std::size_t question, int round, const Measures& m, Pills which, Purpose purpose) {
    const cafe::Question& asked = scene.session().questions[question];
    Entry entry{question, purpose == Purpose::trial
                              ? measured(scene.canvas, Face::title, m.text_px, asked.text, m.width)
                              : lay_out(scene.canvas, Face::title, m.text_px, asked.text, m.width)};
    for (std::size_t i = 0; i < entry.text.lines.size(); ++i) entry.parts.push_back({entry.text.line_height, i});
    const float gap = scene.h(0.01F);
    float x = 0;
    for (Pill& pill :
         which == Pills::tables ? tables_of(scene, asked, round, m.width) : groups_of(scene, asked, round, m.width)) {
        const bool new_row = entry.parts.empty() || entry.parts.back().line || x + pill.rect.w > m.width;
        if (new_row) {
            entry.parts.push_back({gap});
            x = 0;
        }
        pill.rect.x = x;
        x += pill.rect.w + gap;
        Part& row = entry.parts.back();
        row.height = std::max(row.height, pill.rect.h + gap);
        row.pills.push_back(std::move(pill));
    }
    return entry;
}

std::vector<Entry> lay_out_entries(Scene& scene, int round, const Measures& m, Pills which, Purpose purpose) {
    std::vector<Entry> entries;
    for (std::size_t q = 0; q < scene.session().questions.size(); ++q)
        if (is_asked(scene.session(), q, round)) entries.push_back(lay_out_entry(scene, q, round, m, which, purpose));
    return entries;
}

float total(const std::vector<Entry>& entries, float gap) {
    float sum = 0;
    for (const Entry& entry : entries) sum += entry.height() + gap;
    return entries.empty() ? 0 : sum - gap;
}

/// Whole entries as long as they fit; one taller than a page is parted.
std::vector<std::vector<Piece>> paginate(const std::vector<Entry>& entries, float room, float gap) {
    std::vector<std::vector<Piece>> pages(1);
    float used = 0;
    for (const Entry& entry : entries) {
        std::size_t from = 0;
        while (from < entry.parts.size()) {
            const float before = pages.back().empty() ? 0 : gap;
            if (used + before + entry.height(from, entry.parts.size()) <= room) {
                pages.back().push_back({&entry, from, entry.parts.size()});
                used += before + entry.height(from, entry.parts.size());
                break;
            }
            if (!pages.back().empty()) {
                pages.emplace_back();
                used = 0;
                continue;
            }
            std::size_t to = from + 1;
            while (to < entry.parts.size() && entry.height(from, to + 1) <= room) ++to;
            pages.back().push_back({&entry, from, to});
            from = to;
            pages.emplace_back();
            used = 0;
        }
    }
    if (pages.back().empty() && pages.size() > 1) pages.pop_back();
    return pages;
}

void draw_pill(Scene& scene, const Pill& pill, Point row, std::size_t question) {
    const Rect rect{row.x + pill.rect.x, row.y, pill.rect.w, pill.rect.h};
    fill(scene.canvas, rect, mark_of(scene.theme(), question).colour,
         std::min(rect.h, pill.text.line_height * 1.3F) / 2);
    const Point text{rect.x + (rect.w - pill.text.width) / 2, rect.y + (rect.h - pill.text.height) / 2};
    draw(scene.canvas, pill.text, text, scene.theme().on_mark);
    note_item(scene.canvas, pill.id, "text", pill.text.text, rect);
    scene.state.smallest_text = std::min(scene.state.smallest_text, pill.text.px);
}

void draw_piece(Scene& scene, const Piece& piece, const Measures& m, Point at) {
    const Entry& entry = *piece.entry;
    const float middle = entry.text.lines.empty() ? m.mark / 2 : entry.text.line_height / 2;
    mark(scene.canvas, {at.x + m.mark / 2, at.y + middle}, m.mark, entry.question);
    const float x = at.x + m.mark_column;
    std::size_t lines = piece.from;
    while (lines < piece.to && entry.parts[lines].line) ++lines;
    if (lines > piece.from) {
        const TextBlock text = lines_of(entry.text, piece.from, lines);
        put(scene, "stage.question." + std::to_string(entry.question + 1), text, {x, at.y}, scene.theme().ink);
        at.y += text.height;
    }
    for (std::size_t i = lines; i < piece.to; ++i) {
        const float tall = entry.parts[i].height;
        float inner = 0;
        for (const Pill& pill : entry.parts[i].pills) inner = std::max(inner, pill.rect.h);
        for (const Pill& pill : entry.parts[i].pills) draw_pill(scene, pill, {x, at.y + tall - inner}, entry.question);
        at.y += tall;
    }
}

} // namespace

void draw_round(Scene& scene, int round) {
    const cafe::Session& session = scene.session();
    const Words& words = scene.canvas.words;
    draw_header(scene, {words("stage.round_of",
                              {{"n", std::to_string(round)}, {"all", std::to_string(cafe::round_count(session))}})});
    const ClockFace face =
        clock_face(scene, words("stage.round_ends", {{"time", room_time(scene, scene.timer().step_ends_at)}}));
    Rect place = draw_clock(scene, face);

    const std::size_t asked =
        session.seating_rules.style == cafe::SeatingStyle::successive ? 1 : session.questions.size();
    const float most = asked <= 1 ? 0.07F : asked == 2 ? 0.058F : 0.05F;
    Pills which = routes_have_tables(session, round) ? Pills::tables : Pills::groups;
    const auto fits = [&](float tried) {
        const Measures m = measures_at(scene, tried, place.w);
        return total(lay_out_entries(scene, round, m, which, Purpose::trial), m.least_gap) <= place.h;
    };
    float px = largest_fitting(scene, most, fits);
    if (which == Pills::tables && !fits(px)) { // people have seen their table: the questions go first
        which = Pills::groups;
        px = largest_fitting(scene, most, fits);
    }
    const Measures m = measures_at(scene, px, place.w);
    const std::vector<Entry> entries = lay_out_entries(scene, round, m, which, Purpose::drawing);
    std::vector<std::vector<Piece>> pages = paginate(entries, place.h, m.least_gap);
    Rect dots{};
    if (pages.size() > 1) {
        dots = place.cut_bottom(dots_height(scene));
        pages = paginate(entries, place.h, m.least_gap);
    }
    const std::vector<Piece>& page = pages[turn_pages(scene, pages.size(), page_seconds)];

    float sum = 0;
    for (const Piece& piece : page) sum += piece.height();
    const auto gaps = static_cast<float>(page.size() > 1 ? page.size() - 1 : 1);
    const float gap = std::clamp((place.h - sum) / (gaps + 1), m.least_gap, scene.h(0.055F));
    const float tall = sum + gap * static_cast<float>(page.empty() ? 0 : page.size() - 1);
    Point at{place.x, place.y + (scene.upright() ? 0 : std::max(0.0F, (place.h - tall) / 2))};
    for (const Piece& piece : page) {
        draw_piece(scene, piece, m, at);
        at.y += piece.height() + gap;
    }
    ease_page(scene, place);
    draw_page_dots(scene, dots);
}

} // namespace ronde::gui
