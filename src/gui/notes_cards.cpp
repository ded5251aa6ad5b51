// The ideas that a table has noted: cards of this round, lines of the rounds before.

#include "gui/notes_parts.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"
#include "compat/imgui.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

namespace {

constexpr char32_t move_icon = 0xF047; // four arrows

bool is_pending(const NotesFrame& frame, const cafe::Idea& idea) {
    return idea.seq > frame.view.app.save.durable_seq;
}

/// The idea that is to go, once all cards are drawn: until then none may move under them.
using Unwanted = std::optional<cafe::IdeaId>;

/// What one does with an idea by mouse or by key while it has the focus.
void draw_deeds(const NotesFrame& frame, const cafe::Idea& idea, const Rect& strip, Unwanted& unwanted) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const std::string id = "notes.idea." + idea.id.value;
    const float height = button_height(ui, ButtonLook::quiet);
    float x = strip.right();
    const auto deed = [&](std::string_view name, std::string_view label_text, std::string_view key) {
        const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = key};
        const float width = button_width(ui, label_text, options);
        x -= width;
        return button(ui, id + "." + std::string(name), {x, strip.y, width, height}, label_text, options);
    };
    if (deed("delete", words("notes.delete"), words("notes.delete.key"))) unwanted = idea.id;
    if (deed("move", words("notes.move"), words("notes.move.key"))) begin_moving(frame, idea);
    if (deed("edit", words("notes.edit"), words("notes.edit.key"))) begin_editing(frame, idea);
    if (deed("build", words("notes.build"), words("notes.build.key"))) toggle_building_on(frame, idea.id);
}

/// Keys of the idea that has the focus.
void take_idea_keys(const NotesFrame& frame, const cafe::Idea& idea, Unwanted& unwanted) {
    Ui& ui = frame.ui;
    if (take_letter(ui, U'p')) toggle_building_on(frame, idea.id);
    if (take_letter(ui, U'e') || take_letter(ui, U'm')) begin_editing(frame, idea);
    if (take_letter(ui, U't')) begin_moving(frame, idea);
    if (take_key(ui, {.key = Key::del}) || take_key(ui, {.key = Key::backspace})) unwanted = idea.id;
}

struct CardMeasures {
    TextBlock text;
    TextBlock built_on;
    float time_width = 0;
    float kind_width = 0;
    float height = 0;
};

CardMeasures measure_card(const NotesFrame& frame, const cafe::Idea& idea, float width) {
    Ui& ui = frame.ui;
    CardMeasures card;
    card.time_width = ui.px(86);
    card.kind_width = ui.px(110);
    const float room = std::max(ui.px(100), width - card.time_width - card.kind_width);
    card.text = lay_out(ui.canvas, Face::text, ui.px(22), idea.text, room);
    card.height = card.text.height + ui.px(30);
    if (const std::string text = builds_on_text(frame, idea.builds_on); !text.empty()) {
        card.built_on = lay_out(ui.canvas, Face::text, ui.px(15.5F), text, room + card.kind_width - ui.px(24), 2);
        card.height += card.built_on.height + ui.px(2);
    }
    card.height = std::round(std::max(card.height, ui.px(59)));
    return card;
}

void draw_card(const NotesFrame& frame, const cafe::Idea& idea, const Rect& rect, const CardMeasures& card,
               Unwanted& unwanted) {
    Ui& ui = frame.ui;
    const Theme& theme = frame.theme();
    const std::string id = "notes.idea." + idea.id.value;
    const bool pending = is_pending(frame, idea);
    const bool pressed =
        row(ui, id, rect, {.label = idea.text, .value = pending ? "pending" : "saved", .role = "idea"});
    const bool focused = ui.focus.id == id;
    const bool changing = frame.draft().editing == idea.id;
    const ImGuiIO& io = ImGui::GetIO();
    const bool over = rect.contains({io.MousePos.x, io.MousePos.y}) && ui.blocked_by.empty();
    const float radius = ui.px(11);
    fill(ui.canvas, rect, theme.surface, radius);
    if (focused || changing)
        outline(ui.canvas, rect, theme.ink, radius, std::max(2.0F, ui.px(2)));
    else
        outline(ui.canvas, rect, over ? theme.muted : theme.hairline, radius, 1);

    const float line_height = card.text.line_height;
    const float top =
        rect.y +
        std::round((rect.h - card.text.height - (card.built_on.lines.empty() ? 0 : card.built_on.height + ui.px(2))) /
                   2);
    const Rect first_line{rect.x, top, rect.w, line_height};
    const std::string time = base::clock_text(base::to_local(idea.at, frame.session().identity.time_zone));
    const Rect time_place{rect.x + ui.px(23), first_line.y, card.time_width - ui.px(28), first_line.h};
    label_in(ui.canvas, Face::text, ui.px(16), time, time_place, theme.muted);
    draw(ui.canvas, card.text, {rect.x + card.time_width, top}, theme.ink);
    if (!card.built_on.lines.empty())
        draw(ui.canvas, card.built_on, {rect.x + card.time_width, top + card.text.height + ui.px(2)}, theme.muted);
    const Rect kind_place{rect.right() - card.kind_width, first_line.y, card.kind_width - ui.px(23), first_line.h};
    const float kind_width = label_in(ui.canvas, Face::text, ui.px(16), kind_word(frame.words(), idea.kind), kind_place,
                                      question_colour(frame), Align::right);
    // Not on the disk yet: an open ring before the kind, gone as soon as it is.
    if (pending)
        ring(ui.canvas, {kind_place.right() - kind_width - ui.px(14), first_line.centre().y}, ui.px(4.5F),
             std::max(1.0F, ui.px(1.5F)), 0, theme.muted, theme.muted);

    if (!frame.view.writable()) return;
    if (focused) take_idea_keys(frame, idea, unwanted);
    if ((over && io.MouseDoubleClicked[0]) || (pressed && !io.MouseReleased[0])) begin_editing(frame, idea);
}

/// The way to another table or round: a button at the end of the line that one points at, T while it has the focus.
void draw_move(const NotesFrame& frame, const cafe::Idea& idea, const std::string& id, const Rect& line) {
    Ui& ui = frame.ui;
    const bool focused = ui.focus.id == id;
    const bool over = line.contains({ImGui::GetIO().MousePos.x, ImGui::GetIO().MousePos.y});
    if (!frame.view.writable() || !(focused || over || ui.focus.id == id + ".move")) return;
    const float size = ui.px(30);
    const Rect rect{line.right() - size, line.y + ui.px(10), size, size};
    const ButtonOptions options{.look = ButtonLook::quiet, .icon = move_icon, .tip = frame.words()("notes.move")};
    const bool pressed = button(ui, id + ".move", rect, {}, options);
    if (pressed || (focused && take_letter(ui, U't'))) begin_moving(frame, idea);
}

/// One line of what was said before; choosing it lets the next note build on it.
float draw_line(const NotesFrame& frame, const cafe::Idea& idea, Point at, float width) {
    Ui& ui = frame.ui;
    const auto& chosen = frame.draft().builds_on;
    const bool built_on = std::find(chosen.begin(), chosen.end(), idea.id) != chosen.end();
    const float pad = ui.px(16);
    const float indent = built_on ? ui.px(14) : 0;
    const TextBlock block = lay_out(ui.canvas, Face::text, ui.px(17.5F), idea.text, width - indent - ui.px(36));
    const Rect rect{at.x, at.y, width, block.height + 2 * pad};
    const std::string id = "notes.earlier." + idea.id.value;
    if (row(ui, id, rect.inset(-ui.px(10), 1), {.label = idea.text, .value = built_on ? "selected" : ""}) &&
        frame.view.writable())
        toggle_building_on(frame, idea.id);
    if (built_on) fill(ui.canvas, {rect.x, rect.y + pad, ui.px(4), block.height}, question_colour(frame), ui.px(2));
    draw(ui.canvas, block, {rect.x + indent, rect.y + pad}, frame.theme().ink);
    draw_move(frame, idea, id, rect);
    line(ui.canvas, {rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, frame.theme().hairline, 1);
    return rect.h + 1;
}

/// All rounds before this one, the latest first. Returns where they end.
float draw_earlier_rounds(const NotesFrame& frame, Point at, float width) {
    Ui& ui = frame.ui;
    for (int round = frame.round - 1; round >= 0; --round) {
        const auto ideas = ideas_of_round(frame, round);
        if (ideas.empty()) continue;
        const std::string title = round > 0 ? frame.words()("notes.earlier", {{"n", std::to_string(round)}})
                                            : std::string(frame.words()("notes.earlier.before"));
        at.y += heading(ui, title, at, width) + ui.px(2);
        for (const cafe::Idea* idea : ideas) at.y += draw_line(frame, *idea, at, width);
        at.y += ui.px(24);
    }
    return at.y;
}

} // namespace

void draw_note_cards(const NotesFrame& frame, const Rect& place, Earlier earlier) {
    Ui& ui = frame.ui;
    const auto ideas = ideas_of_round(frame, frame.round);
    Scroll scroll(ui, "notes.ideas", place);
    Rect content = scroll.content();
    float y = content.y;
    if (earlier == Earlier::above) y = draw_earlier_rounds(frame, {content.x, y}, content.w);
    if (ideas.empty()) {
        const TextBlock hint = lay_out(ui.canvas, Face::text, ui.px(18), frame.words()("notes.none_yet"), content.w);
        text_item(ui, "notes.none_yet", hint, {content.x, y + ui.px(8)}, frame.theme().muted);
        y += hint.height + ui.px(16);
    }
    Unwanted unwanted;
    for (const cafe::Idea* idea : ideas) {
        const CardMeasures card = measure_card(frame, *idea, content.w);
        const bool focused = ui.focus.id == "notes.idea." + idea->id.value && frame.view.writable();
        draw_card(frame, *idea, {content.x, y, content.w, card.height}, card, unwanted);
        y += card.height;
        if (focused) {
            draw_deeds(frame, *idea, {content.x, y + ui.px(2), content.w, button_height(ui, ButtonLook::quiet)},
                       unwanted);
            y += button_height(ui, ButtonLook::quiet) + ui.px(4);
        }
        y += ui.px(13);
    }
    scroll.content_ends_at(y);
    // A note just made is seen; what one scrolled to is left alone otherwise.
    const std::string shown = frame.table.id.value + "/" + std::to_string(frame.round);
    if (shown != frame.state.shown_for || ideas.size() > frame.state.ideas_shown) scroll.to_bottom();
    frame.state.shown_for = shown;
    frame.state.ideas_shown = ideas.size();
    if (!unwanted) return;
    static_cast<void>(frame.dispatch.act(cafe::DeleteIdea{*unwanted}));
    take_up_typing(ui);
}

void draw_earlier_notes(const NotesFrame& frame, const Rect& column) {
    Ui& ui = frame.ui;
    Rect place = column;
    place.cut_top(ui.px(24));
    const bool any =
        std::any_of(frame.session().ideas.begin(), frame.session().ideas.end(),
                    [&](const cafe::Idea& idea) { return idea.table == frame.table.id && idea.round < frame.round; });
    if (!any) {
        const TextBlock hint = lay_out(ui.canvas, Face::text, ui.px(15), frame.words()("notes.earlier.none"), place.w);
        text_item(ui, "notes.earlier", hint, {place.x, place.y}, frame.theme().muted);
        return;
    }
    const Rect foot = place.cut_bottom(ui.px(64));
    const TextBlock keys = lay_out(ui.canvas, Face::text, ui.px(13.5F), frame.words()("notes.earlier.keys"), foot.w, 2);
    draw(ui.canvas, keys, {foot.x, foot.y + ui.px(12)}, frame.theme().muted);
    Scroll scroll(ui, "notes.earlier.scroll", place.inset(-ui.px(10), 0));
    const Rect content = scroll.content().inset(ui.px(10), 0);
    scroll.content_ends_at(draw_earlier_rounds(frame, {content.x, content.y}, content.w));
}

} // namespace ronde::gui
