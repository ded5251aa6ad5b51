#include "gui/notes.hpp"

#include "base/text.hpp"
#include "gui/notes_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace ronde::gui {

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

void draw_empty(Ui& ui, const Rect& place, std::string_view title, std::string_view text) {
    const float width = std::min(ui.px(560), place.w - ui.px(48));
    const TextBlock head = lay_out(ui.canvas, Face::title, ui.px(34), title, width);
    const TextBlock body = lay_out(ui.canvas, Face::text, ui.px(18), text, width);
    const float x = std::round(place.centre().x - width / 2);
    float y = std::round(place.centre().y - (head.height + ui.px(12) + body.height) / 2);
    text_item(ui, "notes.empty", head, {x, y}, ui.canvas.theme.ink, Align::centre, width);
    y += head.height + ui.px(12);
    draw(ui.canvas, body, {x, y}, ui.canvas.theme.muted, Align::centre, width);
}

/// Goes through what the note may build on, latest first: Alt+↑ further back, Alt+↓ forward and to none.
void choose_building_on(const NotesFrame& frame, int by) {
    std::vector<cafe::IdeaId> candidates;
    for (const cafe::Idea& idea : frame.session().ideas)
        if (idea.table == frame.table.id && idea.id != frame.draft().editing) candidates.push_back(idea.id);
    std::reverse(candidates.begin(), candidates.end());
    auto& chosen = frame.draft().builds_on;
    std::ptrdiff_t at = -1;
    if (!chosen.empty()) {
        const auto found = std::find(candidates.begin(), candidates.end(), chosen.front());
        if (found != candidates.end()) at = found - candidates.begin();
    }
    at = std::clamp<std::ptrdiff_t>(at + by, -1, static_cast<std::ptrdiff_t>(candidates.size()) - 1);
    chosen.clear();
    if (at >= 0) chosen.push_back(candidates[static_cast<std::size_t>(at)]);
}

/// Alt and the letter of a kind, as the language has it.
void take_kind_keys(const NotesFrame& frame) {
    struct KindKey {
        std::string_view letter;
        cafe::IdeaKind kind;
    };
    const Words& words = frame.words();
    for (const KindKey& of_kind : {KindKey{words("notes.kind.idea.letter"), cafe::IdeaKind::idea},
                                   KindKey{words("notes.kind.question.letter"), cafe::IdeaKind::question},
                                   KindKey{words("notes.kind.quote.letter"), cafe::IdeaKind::quote},
                                   KindKey{words("notes.kind.action.letter"), cafe::IdeaKind::action}}) {
        std::size_t at = 0;
        const KeyPress key{.character = base::next_code_point(of_kind.letter, at), .alt = true};
        if (take_key(frame.ui, key)) frame.draft().kind = of_kind.kind;
    }
    if (take_key(frame.ui, {.key = Key::up, .alt = true})) choose_building_on(frame, 1);
    if (take_key(frame.ui, {.key = Key::down, .alt = true})) choose_building_on(frame, -1);
}

/// The idea that was being changed is gone: its field comes back, and words that were changed stay in it.
void let_go_of_gone(const NotesFrame& frame) {
    NoteDraft& draft = frame.draft();
    if (draft.text != draft.before && !base::trimmed(draft.text).empty())
        draft.set_aside += (draft.set_aside.empty() ? "" : "\n") + draft.text;
    stop_editing(frame);
}

/// Where nothing has the focus, Enter goes back to the field, and so do letters and signs: whoever types in Noter means
/// the note, and neither the clock nor the room's screen.
void take_field_keys(const NotesFrame& frame) {
    Ui& ui = frame.ui;
    if (!ui.focus.id.empty() || !ui.blocked_by.empty() || !frame.view.writable()) return;
    if (take_key(ui, {.key = Key::enter})) take_up_typing(ui);
    for (const KeyPress& key : ui.keys) {
        if (!is_written(key)) continue;
        base::append_utf8(frame.draft().text, key.key == Key::space ? U' ' : key.character);
        take_up_typing(ui);
    }
    if (ui.focus.typing) std::erase_if(ui.keys, is_written);
}

} // namespace

const cafe::Table* noted_table(const cafe::Session& session, const NotesState& state) {
    if (const cafe::Table* table = cafe::find(session, state.table)) return table;
    return session.tables.empty() ? nullptr : &session.tables.front();
}

std::vector<const cafe::Idea*> ideas_of_round(const NotesFrame& frame, int round) {
    std::vector<const cafe::Idea*> ideas;
    for (const cafe::Idea& idea : frame.session().ideas)
        if (idea.table == frame.table.id && idea.round == round) ideas.push_back(&idea);
    return ideas;
}

void begin_editing(const NotesFrame& frame, const cafe::Idea& idea) {
    NoteDraft& draft = frame.draft();
    take_up_typing(frame.ui);
    if (draft.editing && !is_unchanged(frame)) return;
    if (draft.editing.empty()) draft.set_aside = draft.text;
    draft.editing = idea.id;
    draft.text = draft.before = idea.text;
    draft.kind = idea.kind;
    draft.builds_on = idea.builds_on;
}

bool is_unchanged(const NotesFrame& frame) {
    const NoteDraft& draft = frame.draft();
    const cafe::Idea* idea = cafe::find(frame.session(), draft.editing);
    return idea && idea->text == draft.text && idea->kind == draft.kind && idea->builds_on == draft.builds_on;
}

void stop_editing(const NotesFrame& frame) {
    NoteDraft& draft = frame.draft();
    std::string text = std::move(draft.set_aside);
    draft = {};
    draft.text = std::move(text);
}

void toggle_building_on(const NotesFrame& frame, const cafe::IdeaId& idea) {
    auto& chosen = frame.draft().builds_on;
    const auto found = std::find(chosen.begin(), chosen.end(), idea);
    if (found != chosen.end())
        chosen.erase(found);
    else if (idea != frame.draft().editing)
        chosen.push_back(idea);
    take_up_typing(frame.ui);
}

std::string builds_on_text(const NotesFrame& frame, const std::vector<cafe::IdeaId>& ideas) {
    std::string text;
    for (const cafe::IdeaId& id : ideas) {
        const cafe::Idea* idea = cafe::find(frame.session(), id);
        if (!idea) continue;
        if (!text.empty()) text += ", ";
        std::string quoted = idea->text;
        std::replace(quoted.begin(), quoted.end(), '\n', ' ');
        const bool quoted_already = quoted.starts_with("«") || quoted.starts_with("“");
        text += quoted_already ? quoted : frame.words()("notes.quoted", {{"text", quoted}});
    }
    return text.empty() ? text : frame.words()("notes.builds_on", {{"ideas", text}});
}

std::vector<cafe::IdeaId> present(const NotesFrame& frame, std::vector<cafe::IdeaId> ideas) {
    std::erase_if(ideas, [&](const cafe::IdeaId& id) { return cafe::find(frame.session(), id) == nullptr; });
    return ideas;
}

std::string_view kind_word(const Words& words, cafe::IdeaKind kind) {
    switch (kind) {
    case cafe::IdeaKind::idea: return words("kind.idea");
    case cafe::IdeaKind::question: return words("kind.question");
    case cafe::IdeaKind::quote: return words("kind.quote");
    case cafe::IdeaKind::action: return words("kind.action");
    }
    return {};
}

std::string table_name(const NotesFrame& frame) {
    return table_title(frame, frame.table_index);
}

Colour question_colour(const NotesFrame& frame) {
    const auto question =
        cafe::index_of(frame.session(), cafe::question_at(frame.session(), frame.round, frame.table.id));
    return question ? mark_of(frame.theme(), *question).colour : frame.theme().ink;
}

void take_up_typing(Ui& ui) {
    type_into(ui, "notes.input");
}

double draw_notes(Ui& ui, const Rect& place, const View& view, NotesState& state, const Dispatch& dispatch) {
    const Words& words = ui.canvas.words;
    if (!view.app.session) {
        draw_empty(ui, place, words("notes.no_cafe"), words("notes.no_cafe.first"));
        return infinity;
    }
    const cafe::Session& session = view.session();
    const cafe::Table* table = noted_table(session, state);
    if (!table) {
        draw_empty(ui, place, words("notes.no_tables"), words("notes.no_tables.first"));
        return infinity;
    }
    state.table = table->id;
    const NotesFrame frame{ui,
                           view,
                           state,
                           dispatch,
                           *table,
                           cafe::index_of(session, table->id).value_or(0),
                           cafe::round_for_notes(session)};
    if (frame.draft().editing && !cafe::find(session, frame.draft().editing)) let_go_of_gone(frame);
    if (ui.blocked_by.empty()) take_kind_keys(frame);

    Rect main = place;
    const bool wide = place.w >= ui.px(900);
    if (wide) {
        const Rect side = main.cut_right(std::round(std::clamp(place.w * 0.277F, ui.px(250), ui.px(400))));
        fill(ui.canvas, side, frame.theme().surface);
        line(ui.canvas, {side.x, side.y}, {side.x, side.bottom()}, frame.theme().hairline, 1);
        draw_earlier_notes(frame, side.inset(ui.px(28), 0));
    }
    main = main.inset(std::min(ui.px(48), place.w * 0.04F), 0);
    draw_notes_head(frame, main);
    Rect bottom = main;
    draw_note_field(frame, bottom);
    draw_note_cards(frame, bottom, wide ? Earlier::beside : Earlier::above);
    take_field_keys(frame);
    draw_note_move(frame, place);
    // The clock's seconds come with the shell's own frames.
    return infinity;
}

} // namespace ronde::gui
