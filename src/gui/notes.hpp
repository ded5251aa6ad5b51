#pragma once
// Noter: one table at a time; type, Enter, and it is kept. What is typed and not sent yet stays with its table.

#include "gui/kit.hpp"
#include "gui/view.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ronde::gui {

/// What stands in a table's field.
struct NoteDraft {
    std::string text{};
    cafe::IdeaKind kind = cafe::IdeaKind::idea;
    std::vector<cafe::IdeaId> builds_on{};
    cafe::IdeaId editing{};  ///< the idea that Enter changes; empty: Enter notes a new one
    std::string before{};    ///< while editing: the idea's own words
    std::string set_aside{}; ///< while editing: what was being typed before

    friend bool operator==(const NoteDraft&, const NoteDraft&) = default;
};

/// Where an idea is to go, while that is being chosen.
struct NoteMove {
    cafe::IdeaId idea{};
    cafe::TableId table{};
    int round = 0;
};

using NoteDrafts = std::map<std::string, NoteDraft>;

struct NotesState {
    cafe::TableId table{};            ///< empty, or gone from the session: the first one
    NoteDrafts drafts{};              ///< by draft_key: tables of different cafés may have the same id
    std::optional<NoteMove> moving{}; ///< laid over Noter while it is there
    std::size_t ideas_shown = 0;      ///< the list follows its end when this grows
    std::string shown_for{};          ///< the table and round that the list showed
};

/// The table that notes go to; null when the café has none.
[[nodiscard]] const cafe::Table* noted_table(const cafe::Session& session, const NotesState& state);

[[nodiscard]] std::string draft_key(const cafe::Session& session, const cafe::TableId& table);

/// Whether its words would be lost with the field.
[[nodiscard]] bool is_unsent(const NoteDraft& draft);

/// What waits to be sent in a café, by the table's id.
[[nodiscard]] NoteDrafts unsent_of(const NotesState& state, const cafe::SessionId& cafe);

/// Of what unsent_of gave a while ago, what was not noted since: a crash may come between a note and its field.
[[nodiscard]] NoteDrafts without_noted(NoteDrafts drafts, const cafe::Session& session);

/// Puts what unsent_of gave, in an earlier run perhaps, into a café's fields. Words that stand there stay.
void take_back(NotesState& state, const cafe::SessionId& cafe, const NoteDrafts& drafts);

/// Whether words stand in a field, of any café, that were never sent.
[[nodiscard]] bool has_unsent(const NotesState& state);

/// Goes to the first table where words wait to be sent, when this café has one.
void go_to_unsent(NotesState& state, const cafe::Session& session);

double draw_notes(Ui& ui, const Rect& place, const View& view, NotesState& state, const Dispatch& dispatch);

} // namespace ronde::gui
