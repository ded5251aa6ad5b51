// To which table and which round a note is moved: laid over Noter while one chooses.

#include "gui/notes_parts.hpp"

#include "compat/imgui.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace ronde::gui {

namespace {

constexpr std::size_t most_rows = 6; ///< of tables, before they scroll

constexpr std::string_view overlay_id = "notes.move";

enum class Choice { open, moved, left };

/// Something else is laid over it, and has the keyboard and the mouse.
bool is_covered(const Ui& ui) {
    return !ui.blocked_by.empty() && ui.blocked_by != overlay_id;
}

bool take_own_key(Ui& ui, Key key) {
    return !is_covered(ui) && take_key(ui, {.key = key});
}

/// The rounds as chips; left and right go through them.
void choose_round(const NotesFrame& frame, NoteMove& moving, const Rect& strip) {
    Ui& ui = frame.ui;
    const int last = cafe::round_count(frame.session());
    std::vector<std::string> ids;
    std::vector<std::string> numbers;
    for (int round = 0; round <= last; ++round) {
        ids.push_back("notes.move.round." + std::to_string(round));
        numbers.push_back(round == 0 ? std::string(frame.words()("notes.move.before_rounds")) : std::to_string(round));
    }
    const std::vector<std::string_view> labels(numbers.begin(), numbers.end());
    if (const auto now = choice(ui, std::move(ids), labels, static_cast<std::size_t>(moving.round), strip))
        moving.round = static_cast<int>(*now);
    if (take_own_key(ui, Key::left)) moving.round = std::max(0, moving.round - 1);
    if (take_own_key(ui, Key::right)) moving.round = std::min(last, moving.round + 1);
}

/// What the round chosen has at a table: its question's mark, its name, who sits there.
void draw_table(const NotesFrame& frame, const NoteMove& moving, std::size_t index, const Rect& rect) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.session();
    const cafe::Table& table = session.tables[index];
    const Colour colour = table.id == moving.table ? frame.theme().on_ink : frame.theme().ink;
    if (const auto question = cafe::index_of(session, cafe::question_at(session, moving.round, table.id)))
        mark(ui.canvas, {rect.x + ui.px(26), rect.centre().y}, ui.px(28), *question);
    label_in(ui.canvas, Face::bold, ui.px(16), table_title(frame, index),
             {rect.x + ui.px(52), rect.y, ui.px(150), rect.h}, colour);
    const cafe::Group* group = cafe::find(session, cafe::group_at(session, moving.round, table.id));
    const std::string who = group != nullptr
                                ? group->name
                                : names_text(frame.words(), session, cafe::people_at(session, moving.round, table.id));
    label_in(ui.canvas, Face::text, ui.px(16), who,
             {rect.x + ui.px(212), rect.y, std::max(0.0F, rect.w - ui.px(228)), rect.h}, colour);
}

/// The tables as rows: a click chooses one, Enter moves the note there.
Choice choose_table(const NotesFrame& frame, NoteMove& moving, const Rect& place, const Overlay& overlay) {
    Ui& ui = frame.ui;
    const auto& tables = frame.session().tables;
    const float height = std::round(ui.px(44));
    Choice done = Choice::open;
    Scroll scroll(ui, "notes.move.scroll", place);
    float y = scroll.content().y;
    for (std::size_t i = 0; i < tables.size(); ++i, y += height) {
        const std::string id = "notes.move.table." + std::to_string(i + 1);
        const Rect rect{scroll.content().x, y, scroll.content().w, height};
        if (overlay.is_new() && !is_covered(ui) && tables[i].id == moving.table) focus_by_key(ui, id);
        const Selected selected = tables[i].id == moving.table ? Selected::yes : Selected::no;
        const bool pressed = row(ui, id, rect, {.selected = selected, .label = table_title(frame, i)});
        // Up and Down choose as they go.
        if (pressed || (ui.focus.id == id && ui.focus.by_keys)) moving.table = tables[i].id;
        if (pressed && !ImGui::GetIO().MouseReleased[0]) done = Choice::moved;
        draw_table(frame, moving, i, rect);
    }
    scroll.content_ends_at(y);
    return done;
}

Choice choose_way_out(const NotesFrame& frame, Rect strip) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const auto way_out = [&](std::string_view id, std::string_view text, ButtonLook look) {
        const Rect rect = strip.cut_right(button_width(ui, text, {.look = look}));
        strip.cut_right(ui.px(12));
        return button(ui, id, rect, text, {.look = look});
    };
    if (way_out("notes.move.go", words("notes.move.go"), ButtonLook::primary)) return Choice::moved;
    const bool left = way_out("notes.move.cancel", words("notes.move.cancel"), ButtonLook::plain);
    label_in(ui.canvas, Face::text, ui.px(13.5F), words("notes.move.keys"), strip, frame.theme().muted);
    return left || take_own_key(ui, Key::escape) ? Choice::left : Choice::open;
}

/// The choice as it stands after this frame.
Choice draw_choices(const NotesFrame& frame, const cafe::Idea& idea, NoteMove& moving, const Rect& window) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const std::size_t rows = std::min(frame.session().tables.size(), most_rows);
    const float list = std::round(ui.px(44)) * static_cast<float>(rows);
    const float width = std::min(ui.px(600), window.w - ui.px(24)) - ui.px(64);
    const TextBlock title = lay_out(ui.canvas, Face::title, ui.px(30), words("notes.move.title"), width, 1);
    const TextBlock text = lay_out(ui.canvas, Face::text, ui.px(17), idea.text, width, 2);
    const float fixed = ui.px(24 + 10 + 18 + 28 + 34 + 16 + 28 + 20 + 24) + title.height + text.height;
    const std::string covered_by = is_covered(ui) ? ui.blocked_by : std::string{};
    Overlay overlay(ui, overlay_id, window, ui.px(600), fixed + list + button_height(ui));
    ui.blocked_by = covered_by; // it is drawn then, and does not answer
    Rect inside = overlay.panel().inset(ui.px(32), ui.px(24));
    text_item(ui, "notes.move.title", title, {inside.x, inside.y}, frame.theme().ink);
    inside.cut_top(title.height + ui.px(10));
    text_item(ui, "notes.move.text", text, {inside.x, inside.y}, frame.theme().muted);
    inside.cut_top(text.height + ui.px(18));
    const Rect ways_out = inside.cut_bottom(button_height(ui));
    inside.cut_bottom(ui.px(20));
    heading(ui, words("notes.move.round"), {inside.x, inside.y}, inside.w);
    inside.cut_top(ui.px(28));
    choose_round(frame, moving, inside.cut_top(ui.px(34)));
    inside.cut_top(ui.px(16));
    heading(ui, words("notes.move.table"), {inside.x, inside.y}, inside.w);
    inside.cut_top(ui.px(28));
    Choice choice = choose_table(frame, moving, inside, overlay);
    if (const Choice out = choose_way_out(frame, ways_out); choice == Choice::open) choice = out;
    if (choice != Choice::open) overlay.close();
    return choice;
}

} // namespace

std::string table_title(const NotesFrame& frame, std::size_t index) {
    const cafe::Table& table = frame.session().tables[index];
    return table.name.empty() ? frame.words()("table.numbered", {{"n", std::to_string(index + 1)}}) : table.name;
}

void begin_moving(const NotesFrame& frame, const cafe::Idea& idea) {
    frame.state.moving = {.idea = idea.id, .table = idea.table, .round = idea.round};
}

void draw_note_move(const NotesFrame& frame, const Rect& window) {
    if (!frame.state.moving) return;
    NoteMove moving = *frame.state.moving;
    const cafe::Idea* idea = cafe::find(frame.session(), moving.idea);
    const bool possible = idea != nullptr && frame.view.writable();
    const Choice choice = possible ? draw_choices(frame, *idea, moving, window) : Choice::left;
    frame.state.moving = choice == Choice::open ? std::optional(moving) : std::nullopt;
    if (choice == Choice::open) return;
    const bool elsewhere = possible && (idea->table != moving.table || idea->round != moving.round);
    if (choice == Choice::moved && elsewhere)
        static_cast<void>(frame.dispatch.act(cafe::MoveIdea{moving.idea, moving.table, moving.round}));
    if (!is_covered(frame.ui)) take_up_typing(frame.ui);
}

} // namespace ronde::gui
