#include "gui/seat_board.hpp"

#include "app/seating_plan.hpp"
#include "gui/control_parts.hpp"
#include "gui/kit_memory.hpp"
#include "gui/seat_moves.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace ronde::gui {
namespace {

constexpr std::string_view drag_kind = "seats.person";
constexpr float least_card = 196; ///< units
constexpr float card_head = 44;
constexpr float row_height = 30;
constexpr float card_foot = 10;

std::string person_id(const cafe::ParticipantId& person) {
    return "seats.person." + person.value;
}

/// The panel of one frame.
class Board {
public:
    Board(const ControlFrame& frame, Overlay& overlay)
        : m_frame(frame), m_state(frame.state.seats), m_session(frame.view.session()), m_overlay(overlay),
          m_tables(app::tables_to_sit_at(m_session)) {
        m_rounds = static_cast<int>(m_session.seating.companies.size());
        m_first = static_cast<int>(cafe::begun_rounds(m_session)) + 1;
        if (m_state.move && !app::cost_of(m_session, *m_state.move)) { // the café went on, or it is told why not
            refuse(*m_state.move);
            m_state.move.reset();
        }
        if (m_state.move) m_state.round = m_state.move->round;
        m_state.round = std::clamp(m_state.round, std::min(m_first, m_rounds), m_rounds);
        if (frame.view.writable()) m_can = Enabled::yes;
    }

    /// True when the panel is to be closed.
    bool draw(Rect inside) {
        if (m_first > m_rounds) {
            say(words()("seats.none"), inside);
            return false;
        }
        take_keys();
        draw_rounds(inside.cut_top(m_ui.px(38)));
        inside.cut_top(m_ui.px(12));
        const float foot = m_ui.px(118);
        draw_foot(inside.cut_bottom(foot));
        inside.cut_bottom(m_ui.px(8));
        draw_tables(inside);
        return finish();
    }

private:
    enum class Wish { none, move, around, leave };

    [[nodiscard]] const Words& words() const { return m_frame.words(); }

    float say(std::string_view text, const Rect& place) {
        const TextBlock block = lay_out(m_ui.canvas, Face::text, m_ui.px(16), text, place.w);
        text_item(m_ui, "seats.said", block, {place.x, place.y}, m_frame.theme().muted);
        return place.y + block.height;
    }

    void mean(app::SeatMove move) {
        if (m_can == Enabled::no) return;
        m_state.host = {};
        if (cafe::table_of(m_session, move.round, move.person) == move.table)
            m_state.move.reset(); // back to where they sit
        else if (app::cost_of(m_session, move))
            m_state.move = std::move(move);
        else
            refuse(move);
    }

    void refuse(const app::SeatMove& move) {
        if (cafe::hosts_in(m_session, move.round, move.person)) m_state.host = move.person;
    }

    /// The person in whose row the keyboard is.
    [[nodiscard]] const cafe::Participant* focused_person() const {
        const std::string_view id = m_ui.focus.id;
        if (!id.starts_with(drag_kind) || id.size() <= drag_kind.size() + 1) return nullptr;
        return cafe::find(m_session, cafe::ParticipantId{std::string(id.substr(drag_kind.size() + 1))});
    }

    /// So many tables further than where they are meant to sit, around the room.
    void mean_beside(const cafe::ParticipantId& person, int by) {
        const bool meant = m_state.move && m_state.move->person == person;
        const cafe::TableId now = meant ? m_state.move->table : cafe::table_of(m_session, m_state.round, person);
        const auto size = static_cast<int>(m_tables.size());
        const auto at = std::ranges::find(m_tables, now);
        const int place = at == m_tables.end() ? 0 : (static_cast<int>(at - m_tables.begin()) + by + size) % size;
        mean({person, m_state.round, m_tables[static_cast<std::size_t>(place)]});
    }

    void take_keys() {
        const bool on_button = m_ui.focus.id == "seats.around" || m_ui.focus.id == "seats.leave" ||
                               m_ui.focus.id == "seats.close" || m_ui.focus.id.starts_with("seats.round.");
        if (m_state.move && !on_button && take_key(m_ui, {.key = Key::enter})) m_wish = Wish::move;
        const cafe::Participant* person = focused_person();
        if (person == nullptr || m_tables.empty()) return;
        for (const Key back : {Key::up, Key::left})
            if (take_key(m_ui, {.key = back, .alt = true})) mean_beside(person->id, -1);
        for (const Key on : {Key::down, Key::right})
            if (take_key(m_ui, {.key = on, .alt = true})) mean_beside(person->id, 1);
    }

    void draw_rounds(const Rect& place) {
        std::vector<std::string> ids;
        std::vector<std::string> names;
        for (int round = m_first; round <= m_rounds; ++round) {
            ids.push_back("seats.round." + std::to_string(round));
            names.push_back(words()("prepare.step.round_title", {{"number", std::to_string(round)}}));
        }
        const std::vector<std::string_view> labels(names.begin(), names.end());
        if (const auto chosen =
                choice(m_ui, std::move(ids), labels, static_cast<std::size_t>(m_state.round - m_first), place)) {
            m_state.round = m_first + static_cast<int>(*chosen);
            m_state.move.reset();
            m_state.host = {};
        }
    }

    void draw_tables(const Rect& place) {
        m_rows.clear();
        Scroll scroll(m_ui, "seats.tables", place);
        const Rect content = scroll.content();
        const float gap = m_ui.px(14);
        const auto most_columns =
            static_cast<std::size_t>(std::max(1.0F, std::floor((content.w + gap) / (m_ui.px(least_card) + gap))));
        // As even as it goes: six tables are two rows of three rather than five and one.
        const std::size_t rows = std::max<std::size_t>(1, (m_tables.size() + most_columns - 1) / most_columns);
        const std::size_t columns = std::max<std::size_t>(1, (m_tables.size() + rows - 1) / rows);
        const float width = (content.w + gap) / static_cast<float>(columns) - gap;
        float y = content.y;
        for (std::size_t first = 0; first < m_tables.size(); first += columns) {
            const std::size_t end = std::min(first + columns, m_tables.size());
            std::size_t most = 1;
            for (std::size_t i = first; i < end; ++i) most = std::max(most, people_at(m_tables[i]).size());
            // Room for one more: somebody who is meant to come.
            const float height = m_ui.px(card_head + card_foot + row_height * static_cast<float>(most + 1));
            for (std::size_t i = first; i < end; ++i)
                draw_table(m_tables[i], {content.x + (width + gap) * static_cast<float>(i - first), y, width, height});
            y += height + gap;
        }
        scroll.content_ends_at(y);
        take_arrows();
    }

    [[nodiscard]] std::vector<cafe::ParticipantId> people_at(const cafe::TableId& table) const {
        return cafe::people_at(m_session, m_state.round, table);
    }

    void draw_table(const cafe::TableId& table, const Rect& card) {
        const Theme& theme = m_frame.theme();
        Canvas& canvas = m_ui.canvas;
        const auto people = people_at(table);
        const bool meant = m_state.move && m_state.move->table == table;
        outline(canvas, card, meant ? theme.ink : theme.hairline, m_ui.px(9), meant ? std::max(2.0F, m_ui.px(2)) : 1);
        Rect inside = card.inset(m_ui.px(10), 0);
        Rect head = inside.cut_top(m_ui.px(card_head));
        if (const auto question = cafe::index_of(m_session, cafe::question_at(m_session, m_state.round, table))) {
            const Rect left = head.cut_left(m_ui.px(32));
            mark(canvas, {left.x + m_ui.px(12), left.centre().y}, m_ui.px(24), *question);
        }
        const std::string count = people.empty() ? std::string(words()("seats.empty")) : std::to_string(people.size());
        const float count_width = text_width(canvas, Face::text, m_ui.px(15), count);
        label_in(canvas, Face::text, m_ui.px(15), count, head.cut_right(count_width + 1), theme.muted, Align::right);
        const std::string name = seat_text(words(), m_session, table);
        label_in(canvas, Face::bold, m_ui.px(16), name, head, theme.ink);
        const auto number = cafe::index_of(m_session, table);
        note_item(canvas, "seats.table." + std::to_string(number.value_or(0) + 1), "row", name, card, count);
        for (const cafe::ParticipantId& person : people)
            draw_person(person, inside.cut_top(m_ui.px(row_height)), table);
        if (meant) draw_meant(inside.cut_top(m_ui.px(row_height)));
        if (m_ui.drag.active && m_ui.drag.kind == drag_kind && under_mouse(m_ui, card))
            say_dragged_cost(m_ui, m_session, {cafe::ParticipantId{m_ui.drag.id}, m_state.round, table});
        if (const auto dropped = drop_target(m_ui, drag_kind, card))
            mean({cafe::ParticipantId{*dropped}, m_state.round, table});
    }

    /// Who is meant to come, under those who sit there.
    void draw_meant(const Rect& row) {
        const cafe::Participant* person = cafe::find(m_session, m_state.move->person);
        label_in(m_ui.canvas, Face::bold, m_ui.px(15), "+ " + person->name, row, m_frame.theme().ink);
    }

    void draw_person(const cafe::ParticipantId& id, const Rect& row, const cafe::TableId& table) {
        const cafe::Participant* person = cafe::find(m_session, id);
        if (person == nullptr) return;
        const Theme& theme = m_frame.theme();
        const bool movable = m_can == Enabled::yes && app::can_move(m_session, id, m_state.round);
        const bool meant = m_state.move && m_state.move->person == id;
        const std::string widget = person_id(id);
        const WidgetState state = announce(m_ui,
                                           {.id = widget,
                                            .role = "row",
                                            .label = person->name,
                                            .value = meant     ? "meant"
                                                     : movable ? ""
                                                               : "fixed"},
                                           row);
        if (state.clicked) give_focus(m_ui, widget);
        if (m_overlay.is_new() && (meant || (m_rows.empty() && !m_state.move))) focus_by_key(m_ui, widget);
        m_rows.push_back({id, table});
        if (state.hovered && movable) fill(m_ui.canvas, row.inset(-m_ui.px(6), m_ui.px(1)), theme.track, m_ui.px(6));
        Rect text = row;
        if (cafe::hosts_in(m_session, m_state.round, id))
            label_in(m_ui.canvas, Face::text, m_ui.px(13), words()("prepare.seat.host"), text.cut_right(m_ui.px(40)),
                     theme.muted, Align::right);
        label_in(m_ui.canvas, Face::text, m_ui.px(15), person->name, text, meant || !movable ? theme.muted : theme.ink);
        if (state.focused) focus_ring(m_ui, row.inset(-m_ui.px(4), m_ui.px(2)), m_ui.px(5));
        if (movable) drag_source(m_ui, drag_kind, id.value, row, person->name);
    }

    /// Up and down go from person to person, left and right from table to table.
    void take_arrows() {
        const cafe::Participant* person = focused_person();
        if (person == nullptr) return;
        const auto at = std::ranges::find(m_rows, person->id, &Row::person);
        if (at == m_rows.end()) return;
        const auto go = [&](std::vector<Row>::const_iterator to) { focus_by_key(m_ui, person_id(to->person)); };
        const auto last = std::prev(m_rows.end());
        if (take_key(m_ui, {.key = Key::up})) go(at == m_rows.begin() ? at : std::prev(at));
        if (take_key(m_ui, {.key = Key::down})) go(at == last ? at : std::next(at));
        const auto other = [&](const Row& row) { return row.table != at->table; };
        if (take_key(m_ui, {.key = Key::right})) {
            const auto next = std::find_if(at, m_rows.end(), other);
            go(next == m_rows.end() ? at : next);
        }
        if (take_key(m_ui, {.key = Key::left})) {
            const auto before = std::find_if(std::make_reverse_iterator(at), m_rows.rend(), other);
            if (before == m_rows.rend()) return go(at);
            go(std::ranges::find(m_rows, before->table, &Row::table));
        }
    }

    void draw_foot(Rect place) {
        const Theme& theme = m_frame.theme();
        line(m_ui.canvas, {place.x, place.y}, {place.right(), place.y}, theme.hairline, m_ui.px(1));
        place.cut_top(m_ui.px(10));
        if (!m_state.move) {
            const bool waits = m_session.seating.basis != m_session.structure;
            const cafe::Participant* host = cafe::find(m_session, m_state.host);
            if (!waits && host != nullptr)
                say(words()("seats.host", {{"person", host->name}, {"round", std::to_string(m_state.round)}}), place);
            else
                say(words()(waits ? "seats.waits" : "seats.lead"), place);
            return;
        }
        const auto cost = app::cost_of(m_session, *m_state.move);
        if (!cost) return;
        label(m_ui.canvas, Face::bold, m_ui.px(16), move_title(words(), m_session, *m_state.move), {place.x, place.y},
              theme.ink, place.w);
        place.cut_top(m_ui.px(24));
        const TextBlock block = lay_out(m_ui.canvas, Face::text, m_ui.px(15),
                                        cost_sentence(words(), m_session, *m_state.move, *cost), place.w, 2);
        text_item(m_ui, "seats.cost", block, {place.x, place.y}, theme.ink);
        Rect buttons = place.cut_bottom(m_ui.px(38));
        const auto press = [&](std::string_view id, std::string_view text, const ButtonOptions& options, Wish wish) {
            const float width = button_width(m_ui, text, options);
            if (button(m_ui, id, {buttons.x, buttons.y, width, buttons.h}, text, options)) m_wish = wish;
            buttons.cut_left(width + m_ui.px(10));
        };
        press("seats.take", words()("seats.take"),
              {.look = ButtonLook::primary, .key_hint = words()("seating.key.enter"), .enabled = m_can}, Wish::move);
        press("seats.around", words()("seats.around"), {.enabled = m_can, .tip = words()("seats.around.tip")},
              Wish::around);
        press("seats.leave", words()("seats.leave"), {.look = ButtonLook::quiet, .key_hint = words()("keys.escape")},
              Wish::leave);
    }

    /// What was wished, once everything is drawn. True when the panel is to be closed with it.
    bool finish() {
        if (m_wish == Wish::none || !m_state.move) return false;
        const app::SeatMove move = *m_state.move;
        // The ways to mend a plan that people know lie in two places, under the panel: it makes room for them.
        const bool makes_room = m_wish == Wish::around && app::is_announced(m_session);
        m_state.move.reset();
        const bool shown =
            m_frame.state.place == Place::run ||
            (m_frame.state.place == Place::prepare && m_frame.state.prepare.section == PrepareSection::rotation);
        if (makes_room && !shown) go_to(m_frame.state, Place::run);
        if (m_wish == Wish::move) m_frame.dispatch.ask(app::MoveSeat{move});
        if (m_wish == Wish::around)
            m_frame.dispatch.act(cafe::EditSeating{app::pinned(m_session, move, {m_frame.dispatch.new_id("pin")})});
        return m_state.once || makes_room;
    }

    struct Row {
        cafe::ParticipantId person;
        cafe::TableId table;
    };
    const ControlFrame& m_frame;
    Ui& m_ui = m_frame.ui;
    SeatBoardState& m_state;
    const cafe::Session& m_session;
    Overlay& m_overlay;
    std::vector<cafe::TableId> m_tables;
    std::vector<Row> m_rows{};
    int m_first = 1;
    int m_rounds = 0;
    Enabled m_can = Enabled::no;
    Wish m_wish = Wish::none;
};

} // namespace

void draw_seat_board(const ControlFrame& frame, const Rect& window) {
    Ui& ui = frame.ui;
    Overlay overlay(ui, "seats", window, ui.px(1160), ui.px(820));
    Board board(frame, overlay);
    if (overlay.is_new() && !frame.state.seats.move) frame.state.seats.once = false;
    Rect inside;
    // Esc leaves the move first, then the panel.
    if (frame.state.seats.move && !frame.state.seats.once && take_key(ui, {.key = Key::escape}))
        frame.state.seats.move.reset();
    bool done =
        panel_title(frame, "seats", frame.words()("seats.title"), frame.words()("keys.escape"), overlay, inside);
    if (board.draw(inside)) done = true;
    if (!done) return;
    frame.state.seats = {};
    frame.state.asking.clear();
    overlay.close();
}

} // namespace ronde::gui
