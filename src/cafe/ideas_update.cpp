#include "base/text.hpp"
#include "cafe/apply.hpp"

#include <algorithm>

namespace ronde::cafe {
namespace {

constexpr std::size_t most_links = 20;

/// What is wrong with an idea's text and links, if anything.
Verdict check_content(const Session& session, const IdeaId& id, std::string_view text,
                      const std::vector<IdeaId>& builds_on) {
    if (base::trimmed(text).empty()) return rejected(Reason::bad_text, "an idea without words");
    if (!good_text(text, longest_idea)) return rejected(Reason::bad_text, "an idea too long, or not UTF-8");
    if (builds_on.size() > most_links) return rejected(Reason::bad_value, "an idea builds on 20 others at most");
    for (const IdeaId& other : builds_on) {
        if (other == id) return rejected(Reason::bad_value, "an idea cannot build on itself");
        if (session.ideas.find(other) == nullptr) return rejected(Reason::unknown_id, "no idea " + other.value);
    }
    return std::nullopt;
}

std::vector<IdeaId> without_doubles(const std::vector<IdeaId>& ids) {
    std::vector<IdeaId> once;
    for (const IdeaId& id : ids)
        if (std::ranges::find(once, id) == once.end()) once.push_back(id);
    return once;
}

/// Sets the table and round of an idea; its question and group follow.
void place(const Session& session, Idea& idea, const Table& table, int round) {
    idea.table = table.id;
    idea.question = question_at(session, round, table.id);
    idea.round = round;
    idea.group = group_at(session, round, table.id);
}

void set_text(Idea& idea, std::string_view text) {
    idea.text = base::trimmed(text);
    idea.tags = base::tags_in(idea.text);
}

} // namespace

Verdict apply(Applying& applying, const CaptureIdea& deed) {
    Session& session = applying.session;
    if (deed.id.empty()) return rejected(Reason::unknown_id, "the idea has no id");
    if (session.ideas.find(deed.id) != nullptr) return rejected(Reason::duplicate_id, "idea " + deed.id.value);
    const Table* table = find(session, deed.table);
    if (table == nullptr) return rejected(Reason::unknown_id, "no table " + deed.table.value);
    if (!good_text(deed.by, longest_line)) return rejected(Reason::bad_text, "the editor's name");
    if (auto wrong = check_content(session, deed.id, deed.text, deed.builds_on)) return wrong;

    Idea idea{.id = deed.id};
    set_text(idea, deed.text);
    idea.kind = deed.kind;
    place(session, idea, *table, round_for_notes(session));
    idea.builds_on = without_doubles(deed.builds_on);
    idea.at = applying.stamp.wall;
    idea.by = deed.by;
    idea.seq = applying.seq();
    touch(applying, table_scope(table->id), ObjectKind::idea, deed.id.value, Object{std::move(idea)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const EditIdea& deed) {
    const Idea* present = applying.session.ideas.find(deed.id);
    if (present == nullptr) return rejected(Reason::unknown_id, "no idea " + deed.id.value);
    if (auto wrong = check_content(applying.session, deed.id, deed.text, deed.builds_on)) return wrong;
    Idea idea = *present;
    set_text(idea, deed.text);
    idea.kind = deed.kind;
    idea.builds_on = without_doubles(deed.builds_on);
    idea.edited_at = applying.stamp.wall;
    idea.seq = applying.seq();
    const std::string scope = table_scope(idea.table); // before the idea is moved away
    touch(applying, scope, ObjectKind::idea, deed.id.value, Object{std::move(idea)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const MoveIdea& deed) {
    Session& session = applying.session;
    const Idea* present = session.ideas.find(deed.id);
    if (present == nullptr) return rejected(Reason::unknown_id, "no idea " + deed.id.value);
    const Table* table = find(session, deed.table);
    if (table == nullptr) return rejected(Reason::unknown_id, "no table " + deed.table.value);
    if (deed.round < 0 || deed.round > round_count(session))
        return rejected(Reason::bad_value, "no round " + std::to_string(deed.round));
    Idea idea = *present;
    const std::string scope = table_scope(idea.table);
    place(session, idea, *table, deed.round);
    idea.edited_at = applying.stamp.wall;
    idea.seq = applying.seq();
    touch(applying, scope, ObjectKind::idea, deed.id.value, Object{std::move(idea)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const DeleteIdea& deed) {
    Session& session = applying.session;
    const Idea* present = session.ideas.find(deed.id);
    if (present == nullptr) return rejected(Reason::unknown_id, "no idea " + deed.id.value);
    const std::string scope = table_scope(present->table);
    for (const Idea* follower : session.ideas.building_on(deed.id)) {
        Idea idea = *follower;
        std::erase(idea.builds_on, deed.id);
        idea.seq = applying.seq();
        const std::string id = idea.id.value;
        touch(applying, scope, ObjectKind::idea, id, Object{std::move(idea)});
    }
    touch(applying, scope, ObjectKind::idea, deed.id.value, std::nullopt);
    drop_stray_projection(session);
    return std::nullopt;
}

Verdict apply(Applying& applying, const StarIdea& deed) {
    const Idea* present = applying.session.ideas.find(deed.id);
    if (present == nullptr) return rejected(Reason::unknown_id, "no idea " + deed.id.value);
    Idea idea = *present;
    idea.starred = deed.star == Star::on;
    idea.seq = applying.seq();
    touch(applying, harvest_scope, ObjectKind::idea, deed.id.value, Object{std::move(idea)});
    return std::nullopt;
}

} // namespace ronde::cafe
