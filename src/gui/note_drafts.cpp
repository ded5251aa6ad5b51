// What is typed in Noter and not sent yet: whose it is, and how it comes back.

#include "base/text.hpp"
#include "gui/notes.hpp"

#include <algorithm>
#include <vector>

namespace ronde::gui {

namespace {

std::string key_of(const cafe::SessionId& cafe, std::string_view table) {
    return cafe.value + "/" + std::string(table);
}

/// Both texts, once each: one may be what the other was a moment ago.
std::string both(const std::string& earlier, const std::string& later) {
    if (later.starts_with(earlier)) return later;
    if (earlier.starts_with(later)) return earlier;
    return earlier + "\n" + later;
}

/// Whether the table's latest idea has these words and no other, or its latest ones the pieces of them.
bool is_latest(const cafe::Session& session, std::string_view table, std::string_view words) {
    std::vector<std::string> pieces = base::split_to_fit(words, cafe::longest_idea);
    for (std::size_t i = session.ideas.size(); i-- > 0 && !pieces.empty();) {
        if (session.ideas[i].table.value != table) continue;
        if (session.ideas[i].text != pieces.back()) return false;
        pieces.pop_back();
    }
    return pieces.empty();
}

/// All that would be lost with a draft, as one text.
std::string words_of(const NoteDraft& draft) {
    const bool changed = draft.editing.empty() || draft.text != draft.before;
    return changed ? both(draft.set_aside, draft.text) : draft.set_aside;
}

} // namespace

std::string draft_key(const cafe::Session& session, const cafe::TableId& table) {
    return key_of(session.id, table.value);
}

bool is_unsent(const NoteDraft& draft) {
    const bool typed = !base::trimmed(draft.text).empty() && (draft.editing.empty() || draft.text != draft.before);
    return typed || !base::trimmed(draft.set_aside).empty();
}

NoteDrafts unsent_of(const NotesState& state, const cafe::SessionId& cafe) {
    const std::string prefix = key_of(cafe, {});
    NoteDrafts unsent;
    for (const auto& [key, draft] : state.drafts)
        if (key.starts_with(prefix) && is_unsent(draft)) unsent.emplace(key.substr(prefix.size()), draft);
    return unsent;
}

NoteDrafts without_noted(NoteDrafts drafts, const cafe::Session& session) {
    for (auto& [table, draft] : drafts) {
        const cafe::Idea* changed = cafe::find(session, draft.editing);
        const bool noted = draft.editing.empty() ? is_latest(session, table, base::trimmed(draft.text))
                                                 : changed != nullptr && changed->text == base::trimmed(draft.text);
        if (noted) draft = {.text = std::move(draft.set_aside)};
    }
    std::erase_if(drafts, [](const auto& entry) { return !is_unsent(entry.second); });
    return drafts;
}

void take_back(NotesState& state, const cafe::SessionId& cafe, const NoteDrafts& drafts) {
    for (const auto& [table, draft] : drafts) {
        NoteDraft& present = state.drafts[key_of(cafe, table)];
        if (!is_unsent(present))
            present = draft;
        else if (present == draft)
            continue;
        else if (present.editing.empty())
            present.text = both(words_of(draft), present.text);
        else
            present.set_aside = both(words_of(draft), present.set_aside);
    }
}

bool has_unsent(const NotesState& state) {
    return std::ranges::any_of(state.drafts, [](const auto& entry) { return is_unsent(entry.second); });
}

void go_to_unsent(NotesState& state, const cafe::Session& session) {
    const auto waits = [&](const cafe::Table& table) {
        const auto found = state.drafts.find(draft_key(session, table.id));
        return found != state.drafts.end() && is_unsent(found->second);
    };
    const auto table = std::ranges::find_if(session.tables, waits);
    if (table != session.tables.end()) state.table = table->id;
}

} // namespace ronde::gui
