#pragma once
// Noter's parts, each in a file of its own. Internal to Noter; main thread.

#include "gui/notes.hpp"

#include <optional>
#include <string>
#include <vector>

namespace ronde::gui {

/// What every part draws with. The table exists.
struct NotesFrame {
    Ui& ui;
    const View& view;
    NotesState& state;
    const Dispatch& dispatch;
    const cafe::Table& table;
    std::size_t table_index = 0;
    int round = 0; ///< that a note typed now belongs to

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] const Theme& theme() const { return ui.canvas.theme; }
    [[nodiscard]] NoteDraft& draft() const { return state.drafts[draft_key(session(), table.id)]; }
};

/// The table's chips, the question, the group and the clock. Cuts what it takes from the top.
void draw_notes_head(const NotesFrame& frame, Rect& place);

/// The ideas of this round, as cards; on a narrow window, those of the rounds before above them.
enum class Earlier { beside, above };
void draw_note_cards(const NotesFrame& frame, const Rect& place, Earlier earlier);

/// What the table said in the rounds before.
void draw_earlier_notes(const NotesFrame& frame, const Rect& column);

/// The kinds and the field, at the bottom. Cuts what it takes.
void draw_note_field(const NotesFrame& frame, Rect& place);

/// What was said at the table in one round, in the order in which it was noted.
[[nodiscard]] std::vector<const cafe::Idea*> ideas_of_round(const NotesFrame& frame, int round);

/// Refused, the keyboard back in the field, while another idea is being changed and its words would be lost.
void begin_editing(const NotesFrame& frame, const cafe::Idea& idea);
void stop_editing(const NotesFrame& frame);
/// Whether the idea being changed is still as it was.
[[nodiscard]] bool is_unchanged(const NotesFrame& frame);
/// Lets the note being typed build on an idea, or no longer.
void toggle_building_on(const NotesFrame& frame, const cafe::IdeaId& idea);

/// Opens the choice of the table and round that a note belongs to; draw_note_move draws it over the place.
void begin_moving(const NotesFrame& frame, const cafe::Idea& idea);
void draw_note_move(const NotesFrame& frame, const Rect& window);

/// "prolonge « … »", of the ideas that there are; empty when none.
[[nodiscard]] std::string builds_on_text(const NotesFrame& frame, const std::vector<cafe::IdeaId>& ideas);

[[nodiscard]] std::string_view kind_word(const Words& words, cafe::IdeaKind kind);
[[nodiscard]] std::string table_name(const NotesFrame& frame);
/// The name of a table by its place in the list, or its number: "Table 2".
[[nodiscard]] std::string table_title(const NotesFrame& frame, std::size_t index);
/// Those of the ideas that are still there.
[[nodiscard]] std::vector<cafe::IdeaId> present(const NotesFrame& frame, std::vector<cafe::IdeaId> ideas);
[[nodiscard]] Colour question_colour(const NotesFrame& frame);

/// The keyboard in the field, so that the next characters are typed.
void take_up_typing(Ui& ui);

} // namespace ronde::gui
