// People × rounds: everybody's table in each round, on the question's tint with its shape. Only the rows that can be
// seen are drawn, and the one that the keyboard is on. A cell is dragged, or moved with Alt and an arrow: what that
// costs is shown before it is taken.

#include "base/text.hpp"
#include "gui/kit_memory.hpp"
#include "gui/prepare_rotation.hpp"
#include "gui/seat_moves.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace ronde::gui {
namespace {

constexpr float row_height = 36; ///< units
constexpr float head_height = 28;
constexpr char32_t pin_icon = 0xF08D;

/// [round][person's id] → table, looked up once a frame.
using SeatsByRound = std::vector<std::map<std::string_view, const cafe::TableId*>>;

SeatsByRound seats_of(const cafe::Session& session) {
    SeatsByRound seats;
    for (const auto& round : session.seating.companies) {
        auto& tables = seats.emplace_back();
        for (const cafe::Company& company : round)
            for (const cafe::ParticipantId& id : company.people) tables.emplace(id.value, &company.table);
    }
    return seats;
}

struct Matrix {
    std::vector<std::size_t> rows{}; ///< places in Session::participants
    SeatsByRound seats{};
    int rounds = 0;
    int begun = 0;
    Rect name{}; ///< columns: x and w
    Rect organisation{};
    float first_cell = 0;
    float cell = 0;

    [[nodiscard]] cafe::TableId table(const cafe::ParticipantId& person, int round) const {
        const auto& tables = seats[static_cast<std::size_t>(round) - 1];
        const auto at = tables.find(person.value);
        return at == tables.end() ? cafe::TableId{} : *at->second;
    }
};

std::string cell_id(std::size_t person, int round) {
    return row_id("seat", person, std::to_string(round));
}

bool matches(const cafe::Session& session, const cafe::Participant& person, const std::string& folded) {
    if (folded.empty() || base::folded(person.name).find(folded) != std::string::npos) return true;
    const auto* organisation = cafe::find(session, person.organisation);
    return organisation != nullptr && base::folded(organisation->name).find(folded) != std::string::npos;
}

Matrix matrix_of(const PrepareFrame& frame, const Rect& area) {
    const cafe::Session& session = frame.session;
    Matrix matrix{.seats = seats_of(session),
                  .rounds = static_cast<int>(session.seating.companies.size()),
                  .begun = static_cast<int>(cafe::begun_rounds(session))};
    const std::string filter = base::folded(base::trimmed(frame.state.seat_filter));
    for (std::size_t i = 0; i < session.participants.size(); ++i)
        if (session.participants[i].presence != cafe::Presence::absent &&
            matches(session, session.participants[i], filter))
            matrix.rows.push_back(i);
    const auto rounds = static_cast<float>(std::max(1, matrix.rounds));
    const bool wide = area.w > frame.px(680);
    const float least_cell = frame.px(104);
    float names = std::clamp(area.w - rounds * frame.px(150), frame.px(150), frame.px(wide ? 430 : 200));
    matrix.cell = std::clamp((area.w - names) / rounds, least_cell, frame.px(170));
    names = std::max(frame.px(110), std::min(names, area.w - matrix.cell * rounds));
    matrix.name = {area.x, 0, wide ? names * 0.52F : names, 0};
    matrix.organisation = {area.x + matrix.name.w, 0, wide ? names - matrix.name.w : 0, 0};
    matrix.first_cell = area.x + names;
    return matrix;
}

/// The table so many places further in the room; the same where there is none.
cafe::TableId table_beside(const cafe::Session& session, const cafe::TableId& table, int by) {
    const auto tables = app::tables_to_sit_at(session);
    const auto at = std::ranges::find(tables, table);
    if (tables.empty()) return table;
    if (at == tables.end()) return tables.front();
    const auto size = static_cast<int>(tables.size());
    const int place = (static_cast<int>(at - tables.begin()) + by + size) % size;
    return tables[static_cast<std::size_t>(place)];
}

/// The keys of the cell that has the focus: arrows go to its neighbours, with Alt they move the person.
void take_cell_keys(const PrepareFrame& frame, const Matrix& matrix, std::size_t row, int round) {
    Ui& ui = frame.ui;
    const cafe::Participant& person = frame.session.participants[matrix.rows[row]];
    const cafe::Pin* pin = seat_pin(frame.session, person.id, round);
    const auto move = [&](int by) {
        mean_move(frame, {person.id, round, table_beside(frame.session, matrix.table(person.id, round), by)});
    };
    if (take_key(ui, {.key = Key::up, .alt = true}) || take_key(ui, {.key = Key::left, .alt = true})) return move(-1);
    if (take_key(ui, {.key = Key::down, .alt = true}) || take_key(ui, {.key = Key::right, .alt = true})) return move(1);
    if (take_key(ui, {.key = Key::del, .alt = true}) && pin != nullptr) return remove_pin(frame, pin->id);
    if (take_key(ui, {.key = Key::enter})) return toggle_chosen(frame.state, person.id);
    const auto go = [&](std::size_t to_row, int to_round) { focus_by_key(ui, cell_id(matrix.rows[to_row], to_round)); };
    // At the edges too: left and right are the clock's elsewhere, and must not misfire here.
    if (take_key(ui, {.key = Key::up})) return go(row > 0 ? row - 1 : row, round);
    if (take_key(ui, {.key = Key::down})) return go(std::min(row + 1, matrix.rows.size() - 1), round);
    if (take_key(ui, {.key = Key::left})) return go(row, std::max(1, round - 1));
    if (take_key(ui, {.key = Key::right})) return go(row, std::min(matrix.rounds, round + 1));
}

void draw_cell(const PrepareFrame& frame, const Matrix& matrix, std::size_t row, int round, const Rect& whole) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.session;
    const std::size_t index = matrix.rows[row];
    const cafe::Participant& person = session.participants[index];
    const cafe::TableId table = matrix.table(person.id, round);
    const cafe::Pin* pin = seat_pin(session, person.id, round);
    const auto question =
        cafe::index_of(session, table.empty() ? cafe::QuestionId{} : cafe::question_at(session, round, table));
    const std::string text = seat_text(frame.words(), session, table);
    const Rect rect = whole.inset(frame.px(2));
    const std::string id = cell_id(index, round);
    const bool in_turn = !session.seating.host_spans.empty() && cafe::hosts_in(session, round, person.id);
    const WidgetState state = announce(ui,
                                       {.id = id,
                                        .role = "cell",
                                        .label = text,
                                        .value = pin != nullptr ? "pinned"
                                                 : in_turn      ? "host"
                                                                : std::string_view{}},
                                       rect);
    if (state.clicked) give_focus(ui, id);
    if (state.focused) take_cell_keys(frame, matrix, row, round);
    const float size = frame.px(20);
    if (question.has_value()) {
        const std::size_t number = question.value();
        fill(ui.canvas, rect, mark_of(frame.theme(), number).tint, frame.px(6));
        mark(ui.canvas, {rect.x + frame.px(8) + size / 2, rect.centre().y}, size, number);
    }
    Rect words = rect;
    words.cut_left(frame.px(16) + size);
    if (pin != nullptr) {
        const Rect place = words.cut_right(frame.px(24));
        icon(ui.canvas, pin_icon, place.centre(), frame.px(13), frame.theme().ink);
    }
    if (in_turn) {
        const std::string_view tag = frame.words()("prepare.seat.host");
        const Rect place = words.cut_right(text_width(ui.canvas, Face::text, frame.px(13), tag) + frame.px(10));
        label_in(ui.canvas, Face::text, frame.px(13), tag, place, frame.theme().ink);
    }
    label_in(ui.canvas, pin != nullptr ? Face::bold : Face::text, frame.px(15), text, words,
             table.empty() || round <= matrix.begun ? frame.theme().muted : frame.theme().ink);
    if (state.hovered && round > matrix.begun) outline(ui.canvas, rect, frame.theme().muted, frame.px(6), 1);
    if (state.focused) focus_ring(ui, rect, frame.px(6));
    if (round <= matrix.begun || frame.can == Enabled::no) return;
    const std::string kind = "seat." + std::to_string(round);
    if (!table.empty()) drag_source(ui, kind, person.id.value, rect, person.name);
    if (table.empty()) return;
    if (ui.drag.active && ui.drag.kind == kind && under_mouse(ui, rect))
        say_dragged_cost(ui, session, {cafe::ParticipantId{ui.drag.id}, round, table});
    if (const auto dropped = drop_target(ui, kind, rect); dropped && *dropped != person.id.value)
        mean_move(frame, {cafe::ParticipantId{*dropped}, round, table});
}

void draw_person_row(const PrepareFrame& frame, const Matrix& matrix, std::size_t row, float y) {
    Ui& ui = frame.ui;
    const std::size_t index = matrix.rows[row];
    const cafe::Participant& person = frame.session.participants[index];
    const float height = frame.px(row_height);
    const Rect name{matrix.name.x, y, matrix.name.w - frame.px(8), height};
    const bool chosen = std::ranges::find(frame.state.chosen, person.id) != frame.state.chosen.end();
    const auto& hosts = frame.session.seating.hosts;
    const bool host = std::ranges::find(hosts, person.id) != hosts.end();
    const std::string id = row_id("seat", index);
    const WidgetState state = announce(ui,
                                       {.id = id,
                                        .role = "row",
                                        .label = person.name,
                                        .value = chosen ? "selected"
                                                 : host ? "host"
                                                        : ""},
                                       name);
    if (state.clicked) give_focus(ui, id);
    if (state.clicked || (state.focused && take_key(ui, {.key = Key::enter}))) toggle_chosen(frame.state, person.id);
    if (chosen) fill(ui.canvas, name.inset(0, frame.px(2)), frame.theme().ink, frame.px(6));
    if (state.focused && take_key(ui, {.key = Key::right})) focus_by_key(ui, cell_id(index, 1));
    if (state.focused) static_cast<void>(take_key(ui, {.key = Key::left})); // the clock's elsewhere
    Rect words = name.inset(frame.px(8), 0);
    if (host) {
        const std::string_view tag = frame.words()("prepare.seat.host");
        const Rect place = words.cut_right(text_width(ui.canvas, Face::text, frame.px(13), tag) + frame.px(6));
        label_in(ui.canvas, Face::text, frame.px(13), tag, place, chosen ? frame.theme().on_ink : frame.theme().muted,
                 Align::right);
    }
    label_in(ui.canvas, chosen ? Face::bold : Face::text, frame.px(15.5F), person.name, words,
             chosen ? frame.theme().on_ink : frame.theme().ink);
    if (state.focused) focus_ring(ui, name, frame.px(6));
    const auto* organisation = cafe::find(frame.session, person.organisation);
    if (organisation != nullptr && matrix.organisation.w > 0)
        label_in(ui.canvas, Face::text, frame.px(14), organisation->name,
                 {matrix.organisation.x, y, matrix.organisation.w - frame.px(10), height}, frame.theme().muted);
    for (int round = 1; round <= matrix.rounds; ++round)
        draw_cell(frame, matrix, row, round,
                  {matrix.first_cell + matrix.cell * static_cast<float>(round - 1), y, matrix.cell, height});
}

/// The rounds over their columns, on ground of their own: rows pass under it.
void draw_heads(const PrepareFrame& frame, const Matrix& matrix, const Rect& heads) {
    Ui& ui = frame.ui;
    const Rect& page = frame.visible;
    fill(ui.canvas, {page.x + 1, heads.y, page.w - 1, heads.h}, frame.theme().ground);
    for (int round = 1; round <= matrix.rounds; ++round) {
        const Rect head{matrix.first_cell + matrix.cell * static_cast<float>(round - 1) + frame.px(10), heads.y,
                        matrix.cell - frame.px(10), heads.h};
        const std::string title = frame.words()("prepare.step.round_title", {{"number", std::to_string(round)}});
        label_in(ui.canvas, Face::text, frame.px(15), title, head, frame.theme().muted);
        note_item(ui.canvas, "prepare.seat.round." + std::to_string(round), "text", title, head);
    }
    if (heads.y > page.y) return;
    line(ui.canvas, {matrix.name.x, heads.bottom()}, {page.right(), heads.bottom()}, frame.theme().hairline, 1);
}

float draw_filter(const PrepareFrame& frame, const Rect& area) {
    if (frame.session.participants.size() <= 12) {
        frame.state.seat_filter.clear();
        return area.y;
    }
    FieldOptions field;
    field.hint = frame.words()("prepare.people.filter");
    field.label = frame.words()("prepare.people.filter");
    (void)text_field(frame.ui, "prepare.rotation.filter",
                     {area.x, area.y, std::min(area.w, frame.px(320)), frame.px(38)}, frame.state.seat_filter, field);
    return area.y + frame.px(50);
}

} // namespace

float draw_seat_matrix(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    float y = draw_filter(frame, area);
    const Matrix matrix = matrix_of(frame, area);
    // The heads stay in sight while the rows are scrolled under them.
    const float height = frame.px(row_height);
    const float end = y + frame.px(head_height) + height * static_cast<float>(matrix.rows.size());
    Rect heads{area.x, y, area.w, frame.px(head_height)};
    heads.y = std::max(y, std::min(frame.visible.y, end - height - heads.h));
    const Rect& page = frame.visible;
    const float top = heads.y > y ? heads.bottom() : page.y; // else the first row's ring would be cut
    memory_of(ui).open_scrolls.back()->keep_top(heads.h);
    y += heads.h;
    const std::string prefix = "prepare.seat.";
    const std::string focused = ui.focus.id; // a row that is drawn may pass the focus on
    {
        const Clip below(ui.canvas, {page.x, top, page.w, std::max(0.0F, page.bottom() - top)});
        for (std::size_t row = 0; row < matrix.rows.size(); ++row, y += height) {
            const bool seen = y + height >= page.y && y <= page.bottom();
            const std::string id = prefix + std::to_string(matrix.rows[row] + 1);
            const bool has_focus =
                focused.starts_with(id) && (focused.size() == id.size() || focused[id.size()] == '.');
            if (seen || has_focus) draw_person_row(frame, matrix, row, y);
        }
    }
    draw_heads(frame, matrix, heads);
    memory_of(ui).open_scrolls.back()->keep_top(0);
    return y + frame.px(10);
}

} // namespace ronde::gui
