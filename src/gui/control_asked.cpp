// What is laid over the window: questions, the keys, the tables.

#include "gui/control_parts.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace ronde::gui {

namespace {

void ask_next(const ControlFrame& frame, const Rect& window) {
    if (!round_under_way(frame.view)) { // it ended meanwhile
        frame.state.asking.clear();
        return;
    }
    const Words& words = frame.words();
    const std::string next = next_step_title(frame.view);
    const std::string text =
        next.empty() ? std::string(words("ask.next.to_end")) : words("ask.next.text", {{"step", next}});
    const auto chosen = dialog(frame.ui, "ask.next", window, words("ask.next.title"), text,
                               {{"go", words("ask.next.go")}, {"stay", words("ask.next.stay")}});
    if (!chosen) return;
    frame.state.asking.clear();
    if (*chosen == 0) frame.dispatch.act(cafe::Next{});
}

void ask_quit(const ControlFrame& frame, const Rect& window) {
    const Words& words = frame.words();
    const auto chosen = dialog(
        frame.ui, "ask.quit", window, words("ask.quit.title"), words("ask.quit.text"),
        {{"stay", words("ask.quit.stay")}, {"quit", words("ask.quit.quit")}, {"cancel", words("ask.quit.cancel")}});
    if (!chosen) return;
    frame.state.asking.clear();
    if (*chosen == 1) frame.dispatch.ask(app::Quit{app::Confirmation::given});
}

/// Words wait in Noter that were never sent.
void ask_unsent(const ControlFrame& frame, const Rect& window) {
    const Words& words = frame.words();
    const auto chosen = dialog(
        frame.ui, "ask.unsent", window, words("ask.unsent.title"), words("ask.unsent.text"),
        {{"stay", words("ask.unsent.stay")}, {"quit", words("ask.unsent.quit")}, {"cancel", words("ask.quit.cancel")}});
    if (!chosen) return;
    frame.state.asking.clear();
    if (*chosen == 1) frame.dispatch.ask(app::Quit{app::Confirmation::given});
    if (*chosen != 0) return;
    if (frame.view.app.session) go_to_unsent(frame.state.notes, frame.view.session());
    frame.state.place = Place::notes;
}

/// Another café was asked for while this one's clock is on.
void ask_leave(const ControlFrame& frame, const Rect& window) {
    const Words& words = frame.words();
    const auto chosen = dialog(
        frame.ui, "ask.leave", window, words("ask.leave.title"), words("ask.leave.text"),
        {{"stay", words("ask.leave.stay")}, {"go", words("ask.leave.go")}, {"cancel", words("ask.quit.cancel")}});
    if (!chosen) return;
    frame.state.asking.clear();
    const auto wished = std::exchange(frame.state.leaves_for, std::nullopt);
    if (*chosen == 1 && wished) frame.dispatch.ask(*wished);
}

/// The stage's window was asked to close while the clock is on.
void ask_close_stage(const ControlFrame& frame, const Rect& window) {
    const Words& words = frame.words();
    const auto chosen =
        dialog(frame.ui, "ask.close_stage", window, words("ask.close_stage.title"), words("ask.close_stage.text"),
               {{"stay", words("ask.close_stage.stay")},
                {"close", words("ask.close_stage.close")},
                {"cancel", words("ask.close_stage.cancel")}});
    if (!chosen) return;
    frame.state.asking.clear();
    if (*chosen == 1) frame.dispatch.ask(app::CloseStage{});
}

struct KeyLine {
    std::string_view key;
    std::string_view means;
};

float draw_key_lines(const ControlFrame& frame, Rect column, std::string_view title,
                     const std::vector<KeyLine>& lines) {
    Ui& ui = frame.ui;
    const float top = column.y;
    column.y += heading(ui, title, {column.x, column.y}, column.w) + ui.px(8);
    for (const KeyLine& of_keys : lines) {
        const float key_width = ui.px(156);
        label(ui.canvas, Face::bold, ui.px(15), of_keys.key, {column.x, column.y}, frame.theme().ink,
              key_width - ui.px(8));
        const TextBlock means = lay_out(ui.canvas, Face::text, ui.px(15), of_keys.means, column.w - key_width);
        draw(ui.canvas, means, {column.x + key_width, column.y}, frame.theme().ink);
        column.y += means.height + ui.px(6);
    }
    return column.y - top + ui.px(14);
}

} // namespace

bool panel_title(const ControlFrame& frame, std::string_view id, std::string_view title, std::string_view key,
                 Overlay& overlay, Rect& inside) {
    Ui& ui = frame.ui;
    inside = overlay.panel().inset(ui.px(32), ui.px(24));
    const Rect head = inside.cut_top(ui.px(46));
    label_in(ui.canvas, Face::title, ui.px(30), title, head, frame.theme().ink);
    const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = key};
    const std::string_view close = frame.words()("window.close");
    const float width = button_width(ui, close, options);
    const float height = button_height(ui, ButtonLook::quiet);
    const std::string close_id = std::string(id) + ".close";
    const bool pressed =
        button(ui, close_id, {head.right() - width, head.centre().y - height / 2, width, height}, close, options);
    if (overlay.is_new()) focus_by_key(ui, close_id);
    const bool escaped = take_key(ui, {.key = Key::escape});
    return pressed || escaped;
}

void draw_key_help(const ControlFrame& frame, const Rect& window) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    Overlay overlay(ui, "keys", window, ui.px(1120), ui.px(860));
    Rect inside;
    if (panel_title(frame, "keys", words("keys.title"), words("keys.escape"), overlay, inside)) {
        frame.state.asking.clear();
        overlay.close();
    }
    inside.cut_top(ui.px(12));
    Scroll scroll(ui, "keys.scroll", inside);
    Rect content = scroll.content();
    const bool two = content.w > ui.px(640);
    Rect left = content;
    if (two) left = content.cut_left(content.w / 2 - ui.px(16));
    const float clock = draw_key_lines(frame, left, words("keys.clock"),
                                       {{words("keys.space"), words("keys.space.means")},
                                        {"Page ↓, →", words("keys.next.means")},
                                        {"Page ↑, ←", words("keys.back.means")},
                                        {"+, −", words("keys.minute.means")},
                                        {"B, .", words("keys.black.means")},
                                        {"D", words("keys.page.means")},
                                        {"F11", words("keys.full_screen.means")},
                                        {words("keys.escape"), words("keys.escape.means")}});
    left.y += clock;
    left.y += draw_key_lines(frame, left, words("keys.run"),
                             {{"R", words("keys.catch_up.means")},
                              {"L", words("keys.restore.means")},
                              {"A", words("keys.rewind.means")},
                              {"O", words("keys.message_off.means")}});
    left.y += draw_key_lines(frame, left, words("keys.prepare"),
                             {{"Alt 1 … 9", words("keys.section.means")}, {"Alt R", words("keys.deal.means")}});
    const float window_keys = draw_key_lines(frame, left, words("keys.window"),
                                             {{"F2 … F6", words("keys.places.means")},
                                              {"F1", words("keys.help.means")},
                                              {"F10", words("keys.preferences.means")},
                                              {"Ctrl +, Ctrl −", words("keys.scale.means")},
                                              {"Ctrl P", words("keys.presence.means")},
                                              {"Ctrl T", words("keys.seats.means")},
                                              {"Tab", words("keys.tab.means")},
                                              {"Ctrl Q", words("keys.quit.means")}});
    Rect right = content;
    if (two)
        right.cut_left(ui.px(32));
    else
        right.y = left.y + window_keys;
    const float notes = draw_key_lines(frame, right, words("keys.notes"),
                                       {{words("keys.enter"), words("keys.enter.means")},
                                        {words("keys.break"), words("keys.break.means")},
                                        {"Ctrl 1 … 9", words("keys.table.means")},
                                        {"Ctrl 0", words("keys.tables.means")},
                                        {words("keys.kinds"), words("keys.kinds.means")},
                                        {"↑", words("keys.edit.means")},
                                        {"Alt ↑, Alt ↓", words("keys.build.means")},
                                        {"T", words("keys.move.means")},
                                        {"Ctrl Z", words("keys.undo.means")},
                                        {words("keys.redo"), words("keys.redo.means")}});
    right.y += notes;
    right.y += draw_key_lines(frame, right, words("keys.harvest"),
                              {{words("keys.select"), words("keys.select.means")},
                               {"T", words("keys.sort.means")},
                               {"N", words("keys.new_theme.means")},
                               {"V", words("keys.votes.means")},
                               {"M, G, P", words("keys.project.means")},
                               {"R", words("keys.merge.means")},
                               {"Alt ↑, Alt ↓", words("keys.move_theme.means")},
                               {words("harvest.theme.remove.key"), words("keys.remove_theme.means")}});
    right.y += draw_key_lines(frame, right, words("keys.review"),
                              {{"E, T, C", words("keys.export.means")}, {"O", words("keys.open.means")}});
    right.y += draw_key_lines(frame, right, words("keys.typing"), {{words("keys.always"), words("keys.always.means")}});
    scroll.content_ends_at(std::max(left.y + window_keys, right.y));
}

void draw_table_list(const ControlFrame& frame, const Rect& window) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.view.session();
    const float row_height = std::round(ui.px(44));
    const float height = ui.px(140) + row_height * static_cast<float>(std::min<std::size_t>(session.tables.size(), 12));
    Overlay overlay(ui, "tables", window, ui.px(520), height);
    Rect inside;
    bool done =
        panel_title(frame, "tables", frame.words()("tables.title"), frame.words()("keys.escape"), overlay, inside);
    inside.cut_top(ui.px(12));
    const cafe::Table* now = noted_table(session, frame.state.notes);
    const int round = cafe::round_for_notes(session);
    {
        Scroll scroll(ui, "tables.scroll", inside);
        float y = scroll.content().y;
        for (std::size_t i = 0; i < session.tables.size(); ++i) {
            const cafe::Table& table = session.tables[i];
            const std::string id = "tables.table." + std::to_string(i + 1);
            const Rect rect{scroll.content().x, y, scroll.content().w, row_height};
            y += row_height;
            const bool selected = now == &table;
            if (overlay.is_new() && selected) focus_by_key(ui, id);
            const std::string name =
                table.name.empty() ? frame.words()("table.numbered", {{"n", std::to_string(i + 1)}}) : table.name;
            if (row(ui, id, rect, {.selected = selected ? Selected::yes : Selected::no, .label = name})) {
                go_to_table(frame.state, session, i);
                done = true;
            }
            const Colour colour = selected ? frame.theme().on_ink : frame.theme().ink;
            if (const auto question = cafe::index_of(session, cafe::question_at(session, round, table.id)))
                mark(ui.canvas, {rect.x + ui.px(26), rect.centre().y}, ui.px(28), *question);
            const cafe::Group* group = cafe::find(session, cafe::group_at(session, round, table.id));
            label_in(ui.canvas, Face::bold, ui.px(16), name, {rect.x + ui.px(52), rect.y, ui.px(170), rect.h}, colour);
            const std::string who =
                group ? group->name : names_text(frame.words(), session, cafe::people_at(session, round, table.id));
            if (!who.empty())
                label_in(ui.canvas, Face::text, ui.px(16), who,
                         {rect.x + ui.px(230), rect.y, rect.w - ui.px(300), rect.h}, colour);
            if (i < 9)
                label_in(ui.canvas, Face::text, ui.px(13), "Ctrl " + std::to_string(i + 1),
                         {rect.right() - ui.px(80), rect.y, ui.px(64), rect.h}, selected ? colour : frame.theme().muted,
                         Align::right);
        }
        scroll.content_ends_at(y);
    }
    if (!done) return;
    if (frame.state.asking == "tables") frame.state.asking.clear();
    overlay.close();
}

void draw_asked(const ControlFrame& frame, const Rect& window) {
    const std::string asking = frame.state.asking;
    if (asking == "next")
        ask_next(frame, window);
    else if (asking == "quit")
        ask_quit(frame, window);
    else if (asking == "unsent")
        ask_unsent(frame, window);
    else if (asking == "leave")
        ask_leave(frame, window);
    else if (asking == "close_stage")
        ask_close_stage(frame, window);
    else if (asking == "keys")
        draw_key_help(frame, window);
    else if (asking == "preferences")
        draw_preferences(frame, window);
    else if (asking == "tables" && frame.view.app.session)
        draw_table_list(frame, window);
    else if (asking == "presence" && frame.view.app.session)
        draw_presence(frame, window);
    else if (asking == "seats" && frame.view.app.session)
        draw_seat_board(frame, window);
}

} // namespace ronde::gui
