// Where a note is typed: its kind, what it builds on, the field, undo.

#include "gui/notes_parts.hpp"

#include "base/text.hpp"
#include "cafe/note_taker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace ronde::gui {

namespace {

constexpr std::array kinds{cafe::IdeaKind::idea, cafe::IdeaKind::question, cafe::IdeaKind::quote,
                           cafe::IdeaKind::action};

struct KindChip {
    std::string_view id;
    std::string_view label;
    std::string_view key;
};

KindChip chip_of(const Words& words, cafe::IdeaKind kind) {
    switch (kind) {
    case cafe::IdeaKind::idea: return {"notes.kind.idea", words("notes.kind.idea"), words("notes.kind.idea.key")};
    case cafe::IdeaKind::question:
        return {"notes.kind.question", words("notes.kind.question"), words("notes.kind.question.key")};
    case cafe::IdeaKind::quote: return {"notes.kind.quote", words("notes.kind.quote"), words("notes.kind.quote.key")};
    case cafe::IdeaKind::action:
        return {"notes.kind.action", words("notes.kind.action"), words("notes.kind.action.key")};
    }
    return {};
}

bool is_in(const std::vector<cafe::Change>& changes, const std::string& scope) {
    return std::any_of(changes.begin(), changes.end(),
                       [&](const cafe::Change& change) { return change.scope == scope; });
}

void draw_undo(const NotesFrame& frame, Rect strip) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const std::string scope = cafe::table_scope(frame.table.id);
    const float height = button_height(ui, ButtonLook::quiet);
    const auto place = [&](std::string_view label_text, const ButtonOptions& options) {
        const Rect rect = strip.cut_right(button_width(ui, label_text, options));
        return Rect{rect.x, strip.centre().y - height / 2, rect.w, height};
    };
    const auto enabled = [&](const std::vector<cafe::Change>& changes) {
        return frame.view.writable() && is_in(changes, scope) ? Enabled::yes : Enabled::no;
    };
    const bool redoes = is_in(frame.session().history.undone, scope);
    if (redoes) {
        const ButtonOptions options{.look = ButtonLook::quiet,
                                    .key_hint = words("notes.redo.key"),
                                    .enabled = enabled(frame.session().history.undone)};
        if (button(ui, "notes.redo", place(words("notes.redo"), options), words("notes.redo"), options)) {
            frame.dispatch.act(cafe::Redo{scope});
            take_up_typing(ui);
        }
    }
    const ButtonOptions options{
        .look = ButtonLook::quiet, .key_hint = "Ctrl Z", .enabled = enabled(frame.session().history.done)};
    if (button(ui, "notes.undo", place(words("notes.undo"), options), words("notes.undo"), options)) {
        frame.dispatch.act(cafe::Undo{scope});
        take_up_typing(ui);
    }
}

void draw_kinds(const NotesFrame& frame, Rect strip) {
    Ui& ui = frame.ui;
    const float height = button_height(ui, ButtonLook::chip);
    const float between = ui.px(10);
    const auto width_of_all = [&](bool with_keys) {
        float width = 0;
        for (const cafe::IdeaKind kind : kinds) {
            const KindChip chip = chip_of(frame.words(), kind);
            width += button_width(ui, chip.label,
                                  {.look = ButtonLook::chip, .key_hint = with_keys ? chip.key : std::string_view{}}) +
                     between;
        }
        return width;
    };
    const ButtonOptions undo{.look = ButtonLook::quiet, .key_hint = "Ctrl Z"};
    const float room = strip.w - 2 * button_width(ui, frame.words()("notes.redo"), undo);
    const bool with_keys = width_of_all(true) <= room;
    draw_undo(frame, strip);
    for (const cafe::IdeaKind kind : kinds) {
        const KindChip chip = chip_of(frame.words(), kind);
        const bool chosen = frame.draft().kind == kind;
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .key_hint = with_keys ? chip.key : std::string_view{},
                                    .selected = chosen ? Selected::yes : Selected::no};
        Rect rect = strip.cut_left(button_width(ui, chip.label, options));
        rect.h = height;
        strip.cut_left(between);
        if (button(ui, chip.id, rect, chip.label, options)) {
            frame.draft().kind = kind;
            take_up_typing(ui);
        }
    }
}

/// What the note builds on, or changes, with the way out of it.
void draw_context(const NotesFrame& frame, Rect strip) {
    Ui& ui = frame.ui;
    NoteDraft& draft = frame.draft();
    const Words& words = frame.words();
    const bool editing = !draft.editing.empty();
    const std::string text = editing ? std::string(words("notes.changing")) : builds_on_text(frame, draft.builds_on);
    const std::string_view out = editing ? words("notes.leave_as_it_was") : words("notes.build_on_none");
    const ButtonOptions options{.look = ButtonLook::quiet,
                                .key_hint = editing ? words("keys.escape") : std::string_view("Alt ↓")};
    const float width = button_width(ui, out, options);
    Rect place = strip.cut_right(width);
    place = {place.x, strip.centre().y - button_height(ui, ButtonLook::quiet) / 2, width,
             button_height(ui, ButtonLook::quiet)};
    label_in(ui.canvas, Face::text, ui.px(16), text, {strip.x, strip.y, strip.w - ui.px(12), strip.h},
             frame.theme().muted);
    note_item(ui.canvas, "notes.context", "text", text, strip);
    if (!button(ui, "notes.context.leave", place, out, options)) return;
    if (editing)
        stop_editing(frame);
    else
        draft.builds_on.clear();
    take_up_typing(ui);
}

/// Enter. What the engine refuses stays in the field.
void submit(const NotesFrame& frame) {
    NoteDraft& draft = frame.draft();
    const std::string text(base::trimmed(draft.text));
    if (text.empty()) return;
    if (draft.editing) {
        if (base::length(text) > cafe::longest_idea) return;
        if (!frame.dispatch.act(cafe::EditIdea{draft.editing, text, draft.kind, present(frame, draft.builds_on)}))
            stop_editing(frame);
        return;
    }
    // Longer than one idea may be: several, none of them cut short.
    std::string rest;
    const std::vector<cafe::IdeaId> builds_on = present(frame, draft.builds_on);
    const std::string by = cafe::note_taker_at(frame.session(), frame.round, frame.table.id);
    for (const std::string& piece : base::split_to_fit(text, cafe::longest_idea)) {
        const bool failed = !rest.empty() || frame.dispatch.act(cafe::CaptureIdea{.id = {frame.dispatch.new_id("i")},
                                                                                  .text = piece,
                                                                                  .kind = draft.kind,
                                                                                  .table = frame.table.id,
                                                                                  .builds_on = builds_on,
                                                                                  .by = by});
        if (failed) rest += (rest.empty() ? "" : "\n") + piece;
    }
    if (rest.empty())
        draft = {};
    else
        draft.text = rest;
}

void leave(const NotesFrame& frame) {
    // An idea opened and not changed is let go; changed words stay in the field.
    if (is_unchanged(frame)) stop_editing(frame);
}

} // namespace

void draw_note_field(const NotesFrame& frame, Rect& place) {
    Ui& ui = frame.ui;
    NoteDraft& draft = frame.draft();
    const Words& words = frame.words();
    const bool editing = !draft.editing.empty();
    const std::string_view hint = !frame.view.writable() ? words("notes.read_only") : words("notes.hint");
    const FieldOptions options{.hint = hint,
                               .label = words("notes.input"),
                               .lines = Lines::many,
                               .size = 23,
                               .enabled = frame.view.writable() ? Enabled::yes : Enabled::no,
                               .right_hint = place.w < ui.px(560) ? std::string_view{}
                                             : editing            ? words("notes.enter.edit")
                                                                  : words("notes.enter")};
    place.cut_bottom(std::round(std::min(ui.px(34), place.h * 0.05F)));
    // It grows with what is typed, and scrolls when it has taken what it may of the ideas' room.
    const std::size_t most_lines = place.h > ui.px(420) ? 6 : 3;
    const float height = std::max(ui.px(77), field_height(ui, draft.text, place.w, most_lines, options));
    const Rect field = place.cut_bottom(std::round(height));
    place.cut_bottom(ui.px(12));
    draw_kinds(frame, place.cut_bottom(button_height(ui, ButtonLook::chip)));
    if (editing || !builds_on_text(frame, draft.builds_on).empty()) draw_context(frame, place.cut_bottom(ui.px(44)));
    place.cut_bottom(ui.px(12));

    switch (text_field(ui, "notes.input", field, draft.text, options)) {
    case FieldEvent::submitted: submit(frame); break;
    case FieldEvent::escaped: leave(frame); break;
    case FieldEvent::changed:
    case FieldEvent::none: break;
    }
    // Up in the empty field takes the table's last note up again.
    if (ui.focus.id == "notes.input" && draft.text.empty() && !editing && take_key(ui, {.key = Key::up})) {
        const auto& all = frame.session().ideas;
        for (std::size_t i = all.size(); i-- > 0;)
            if (all[i].table == frame.table.id) {
                begin_editing(frame, all[i]);
                break;
            }
    }
}

} // namespace ronde::gui
