// People change tables: who goes where, in rows of name, mark, arrow, mark and question; in cells when groups are many.

#include "gui/stage_scene.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace ronde::gui {
namespace {

constexpr double page_seconds = 8;

struct Move {
    std::size_t group = 0;
    std::optional<std::size_t> from{}; ///< question
    std::size_t to = 0;                ///< question
    std::string table{};               ///< empty where each question has one table
};

std::vector<Move> moves_into(const Scene& scene, int round) {
    const cafe::Session& session = scene.session();
    const auto question_at = [&](int of_round, const cafe::GroupId& group) -> std::optional<std::size_t> {
        const cafe::TableId table = cafe::table_of(session, of_round, group);
        return table.empty() ? std::nullopt : cafe::index_of(session, cafe::question_at(session, of_round, table));
    };
    const bool tables_differ = session.tables.size() > session.questions.size();
    std::vector<Move> moves;
    for (std::size_t g = 0; g < session.groups.size(); ++g) {
        const cafe::GroupId& id = session.groups[g].id;
        const auto to = question_at(round, id);
        if (!to) continue;
        Move move{g, round > 1 ? question_at(round - 1, id) : std::nullopt, *to};
        if (const auto table = cafe::index_of(session, cafe::table_of(session, round, id)); table && tables_differ)
            move.table = table_words(scene.canvas.words, session, *table);
        moves.push_back(std::move(move));
    }
    return moves;
}

/// A move laid out; positions are within its cell.
struct Cell {
    TextBlock name{};
    TextBlock table{};
    TextBlock question{};
    Point name_at{};
    Point table_at{};
    Point question_at{};
    Point from_at{}; ///< centres
    Point to_at{};
    float from_size = 0;
    float to_size = 0;
    float height = 0;
};

struct Plan {
    std::vector<Cell> cells{};
    std::size_t columns = 1;
    std::size_t rows = 1; ///< of a page
    float column_width = 0;
    float column_gap = 0;
    float row_height = 0;

    [[nodiscard]] std::size_t a_page() const { return columns * rows; }
};

/// As in a table: the name, where from, where to, the question. One move a row.
Cell lay_out_row(Scene& scene, const Move& move, float width, float room) {
    Cell cell;
    cell.to_size = scene.h(0.092F);
    cell.from_size = scene.h(0.072F);
    const float name_width = 0.245F * width;
    const float text_x = 0.52F * width;
    const std::string& name = scene.session().groups[move.group].name;
    cell.name = lay_out_to_fit(scene.canvas, Face::bold, scene.px(0.05F), scene.least(), name, name_width,
                               scene.px(0.05F) * 1.3F);
    const float most = room * 0.8F;
    cell.question = question_block(scene, move.to, 0.042F, width - text_x, most, most);
    if (cell.question.px > scene.least() && cell.question.lines.size() > 2)
        cell.question = question_block(scene, move.to, 0, width - text_x, most, most);
    if (!move.table.empty()) cell.table = lay_out(scene.canvas, Face::bold, scene.least(), move.table, width - text_x);
    const float texts = cell.table.height + cell.question.height;
    cell.height = std::max({cell.name.height, cell.to_size, texts});
    const float middle = cell.height / 2;
    cell.name_at = {0, middle - cell.name.height / 2};
    cell.from_at = {0.273F * width, middle};
    cell.to_at = {0.463F * width, middle};
    cell.table_at = {text_x, middle - texts / 2};
    cell.question_at = {text_x, cell.table_at.y + cell.table.height};
    return cell;
}

/// For columns: the name and the table on a line, under it the marks and the question.
Cell lay_out_cell(Scene& scene, const Move& move, float width, float room) {
    Cell cell;
    cell.to_size = scene.h(0.066F);
    cell.from_size = scene.h(0.052F);
    if (!move.table.empty()) cell.table = lay_out(scene.canvas, Face::bold, scene.least(), move.table, width * 0.45F);
    const float gap = scene.h(0.02F);
    const float name_width = width - (move.table.empty() ? 0 : cell.table.width + gap);
    const std::string& name = scene.session().groups[move.group].name;
    cell.name = lay_out_to_fit(scene.canvas, Face::bold, scene.px(0.042F), scene.least(), name, name_width,
                               scene.px(0.042F) * 1.3F);
    const float first = std::max(cell.name.height, cell.table.height);
    cell.name_at = {0, (first - cell.name.height) / 2};
    cell.table_at = {width - cell.table.width, (first - cell.table.height) / 2};

    const float arrow = move.from ? cell.from_size + scene.h(0.09F) : 0;
    const float text_x = arrow + cell.to_size + gap;
    const float most = room * 0.8F - first;
    cell.question = question_block(scene, move.to, 0, width - text_x, most, most);
    const float second = std::max(cell.to_size, cell.question.height);
    const float between = scene.h(0.008F);
    const float middle = first + between + second / 2;
    cell.from_at = {cell.from_size / 2, middle};
    cell.to_at = {arrow + cell.to_size / 2, middle};
    cell.question_at = {text_x, middle - cell.question.height / 2};
    cell.height = first + between + second;
    return cell;
}

using LayOut = Cell (*)(Scene&, const Move&, float, float);

Plan plan_of(Scene& scene, const std::vector<Move>& moves, LayOut lay_out_move, std::size_t columns, const Rect& room) {
    Plan plan;
    plan.columns = columns;
    plan.column_gap = columns > 1 ? scene.h(0.06F) : 0;
    plan.column_width = (room.w - plan.column_gap * static_cast<float>(columns - 1)) / static_cast<float>(columns);
    float tallest = 1;
    for (const Move& move : moves) {
        plan.cells.push_back(lay_out_move(scene, move, plan.column_width, room.h));
        tallest = std::max(tallest, plan.cells.back().height);
    }
    plan.row_height = std::min(room.h, tallest + scene.h(0.03F));
    plan.rows = std::max<std::size_t>(1, static_cast<std::size_t>(room.h / plan.row_height));
    return plan;
}

Plan best_plan(Scene& scene, const std::vector<Move>& moves, const Rect& room) {
    if (scene.upright()) return plan_of(scene, moves, lay_out_cell, 1, room);
    Plan rows = plan_of(scene, moves, lay_out_row, 1, room);
    if (rows.a_page() >= moves.size()) return rows;
    Plan cells = plan_of(scene, moves, lay_out_cell, room.w > 2.1F * scene.picture.h ? 3 : 2, room);
    return cells.a_page() > rows.a_page() ? cells : rows;
}

void draw_arrow(Scene& scene, Point from, Point to) {
    const float thick = std::max(1.5F, scene.h(0.0042F));
    const float head = scene.h(0.0145F);
    const Colour ink = scene.theme().ink;
    line(scene.canvas, from, to, ink, thick);
    line(scene.canvas, {to.x - head * 1.5F, to.y - head}, to, ink, thick);
    line(scene.canvas, {to.x - head * 1.5F, to.y + head}, to, ink, thick);
}

void draw_cell(Scene& scene, const Move& move, const Cell& cell, Point at) {
    const auto from = [at](Point p) { return Point{at.x + p.x, at.y + p.y}; };
    const std::string number = std::to_string(move.group + 1);
    put(scene, "stage.group." + number, cell.name, from(cell.name_at), scene.theme().ink);
    if (!move.table.empty())
        put(scene, "stage.group." + number + ".table", cell.table, from(cell.table_at), scene.theme().ink);
    if (move.from) {
        mark(scene.canvas, from(cell.from_at), cell.from_size, *move.from, MarkLook::pale);
        const float gap = std::min(scene.h(0.045F), (cell.to_at.x - cell.from_at.x) * 0.2F);
        draw_arrow(scene, from({cell.from_at.x + cell.from_size * 0.5F + gap * 0.5F, cell.from_at.y}),
                   from({cell.to_at.x - cell.to_size * 0.5F - gap * 0.5F, cell.to_at.y}));
    }
    mark(scene.canvas, from(cell.to_at), cell.to_size, move.to);
    put(scene, "stage.group." + number + ".question", cell.question, from(cell.question_at), scene.theme().ink);
}

} // namespace

void draw_travel(Scene& scene, int round) {
    const Words& words = scene.canvas.words;
    draw_header(scene, header_clock(scene, std::string(words("stage.travel"))));

    const std::vector<Move> moves = moves_into(scene, round);
    Rect room = scene.body;
    const bool first = std::ranges::none_of(moves, [](const Move& move) { return move.from.has_value(); });
    const bool same = std::ranges::all_of(moves, [](const Move& move) { return move.from == move.to; });
    const std::string_view key = first ? "stage.travel_first" : same ? "stage.travel_tables" : "stage.travel_questions";
    room.cut_top(scene.h(0.02F));
    const TextBlock heading =
        lay_out_to_fit(scene.canvas, Face::title, scene.px(0.068F), scene.least(), words(key), room.w, scene.h(0.1F));
    put(scene, "stage.instruction", heading, {room.x, room.y}, scene.theme().ink);
    room.cut_top(heading.height + scene.h(0.02F));

    Plan plan = best_plan(scene, moves, room);
    Rect dots{};
    if (plan.a_page() < moves.size()) {
        dots = room.cut_bottom(dots_height(scene));
        plan = best_plan(scene, moves, room);
    }
    const std::size_t pages = (moves.size() + plan.a_page() - 1) / plan.a_page();
    const std::size_t page = turn_pages(scene, pages, page_seconds);
    // As many on each page, so that the last one is not nearly empty.
    const std::size_t a_page = (moves.size() + pages - 1) / pages;
    const std::size_t rows = (a_page + plan.columns - 1) / plan.columns;
    const float row_height = std::min(room.h / static_cast<float>(rows), std::max(plan.row_height, scene.h(0.19F)));

    const std::size_t begin = page * a_page;
    const std::size_t end = std::min(moves.size(), begin + a_page);
    const float hair = std::max(1.0F, scene.h(0.0018F));
    for (std::size_t i = begin; i < end; ++i) {
        const std::size_t column = (i - begin) / rows;
        const std::size_t row = (i - begin) % rows;
        const Point top{room.x + static_cast<float>(column) * (plan.column_width + plan.column_gap),
                        room.y + static_cast<float>(row) * row_height};
        fill(scene.canvas, {top.x, top.y, plan.column_width, hair}, scene.theme().hairline);
        draw_cell(scene, moves[i], plan.cells[i], {top.x, top.y + (row_height - plan.cells[i].height) / 2});
    }
    ease_page(scene, room);
    draw_page_dots(scene, dots);
}

} // namespace ronde::gui
