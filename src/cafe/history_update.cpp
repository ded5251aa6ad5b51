#include "cafe/apply.hpp"

#include <algorithm>

namespace ronde::cafe {
namespace {

bool shapes_seating(ObjectKind kind) {
    switch (kind) {
    case ObjectKind::question:
    case ObjectKind::table:
    case ObjectKind::group:
    case ObjectKind::step:
    case ObjectKind::step_order:
    case ObjectKind::question_order:
    case ObjectKind::table_order:
    case ObjectKind::participant:
    case ObjectKind::organisation:
    case ObjectKind::seating_rules:
    case ObjectKind::group_order: return true;
    case ObjectKind::identity:
    case ObjectKind::opening:
    case ObjectKind::opening_answer:
    case ObjectKind::hand_count:
    case ObjectKind::harvest_plan:
    case ObjectKind::theme:
    case ObjectKind::theme_order:
    case ObjectKind::commitment:
    case ObjectKind::next_meeting:
    case ObjectKind::complementarity:
    case ObjectKind::introductions:
    case ObjectKind::idea: return false;
    }
    return false;
}

/// What nothing may change of the first steps, the rest left empty: kind and lengths of those that are over, and of the
/// one that is on whether it is a round. Older versions kept which steps they are alone.
std::vector<Step> fixed_past(const Session& session, std::size_t count, Origin origin) {
    const TimerState& timer = session.timer;
    std::vector<Step> past;
    for (std::size_t i = 0; i < std::min(count, session.agenda.size()); ++i) {
        const Step& step = session.agenda[i];
        const bool is_on = timer.state != ClockState::finished && timer.step == step.id;
        if (origin == Origin::journal)
            past.push_back({.id = step.id});
        else if (is_on)
            past.push_back({.id = step.id, .kind = step.kind == StepKind::round ? StepKind::round : StepKind::custom});
        else
            past.push_back({.id = step.id, .kind = step.kind, .planned = step.planned, .minimum = step.minimum});
    }
    return past;
}

/// Puts a change's objects back, last first; returns the change that would do it again.
Change reversed(Session& session, const Change& change, std::uint64_t seq) {
    Change inverse{.seq = change.seq, .scope = change.scope};
    Places places;
    for (auto object = change.objects.rbegin(); object != change.objects.rend(); ++object) {
        std::optional<Object> value = object->before;
        if (value)
            if (auto* idea = std::get_if<Idea>(&*value)) idea->seq = seq;
        Standing now = write_object(session, places, object->kind, object->id, std::move(value), object->index);
        inverse.objects.push_back({object->kind, object->id, std::move(now.object), now.index});
    }
    return inverse;
}

bool of_ideas_alone(const Change& change) {
    return std::ranges::all_of(change.objects,
                               [](const ObjectChange& object) { return object.kind == ObjectKind::idea; });
}

/// Whether the ideas hold together once a change of ideas alone is reversed: those that come back find all that they
/// name, and none that goes is named by another. What unsound_parts would find, without looking at the whole session.
bool ideas_hold_without(const Session& session, const Change& change) {
    const auto touched = [&](const IdeaId& id) {
        return std::ranges::find(change.objects, id.value, &ObjectChange::id);
    };
    const auto there = [&](const IdeaId& id) {
        const auto object = touched(id);
        return object == change.objects.end() ? session.ideas.find(id) != nullptr : object->before.has_value();
    };
    const auto finds_its_links = [&](const Idea& idea) { return std::ranges::all_of(idea.builds_on, there); };
    const auto finds_its_place = [&](const Idea& idea) {
        return find(session, idea.table) != nullptr &&
               (idea.question.empty() || find(session, idea.question) != nullptr) &&
               (idea.group.empty() || find(session, idea.group) != nullptr) && idea.round <= round_count(session);
    };
    for (const ObjectChange& object : change.objects) {
        if (!object.before) continue;
        const auto& idea = std::get<Idea>(*object.before);
        if (!finds_its_place(idea) || !finds_its_links(idea)) return false;
    }
    return std::ranges::all_of(change.objects, [&](const ObjectChange& object) {
        return object.before ||
               std::ranges::all_of(session.ideas.building_on(IdeaId{object.id}),
                                   [&](const Idea* idea) { return touched(idea->id) != change.objects.end(); });
    });
}

enum class Direction { undo, redo };

/// Reverses the change at `index` of the list that `direction` takes from, and files what would reverse that in the
/// other list. Says whether the seating depends on what was changed.
bool reverse_in(Session& session, std::size_t index, Direction direction, std::uint64_t seq) {
    auto& from = direction == Direction::undo ? session.history.done : session.history.undone;
    auto& to = direction == Direction::undo ? session.history.undone : session.history.done;
    Change inverse = reversed(session, from[index], seq);
    const bool structural =
        std::ranges::any_of(inverse.objects, [](const ObjectChange& object) { return shapes_seating(object.kind); });
    if (structural) drop_stray_placements(session);
    drop_stray_projection(session);
    from.erase(from.begin() + static_cast<std::ptrdiff_t>(index));
    std::erase_if(session.history.undone, [&](const Change& undone) {
        return undone.scope != inverse.scope && share_objects(undone, inverse);
    });
    if (to.size() >= history_depth) to.erase(to.begin());
    to.push_back(std::move(inverse));
    return structural;
}

/// Ideas, of which there may be many, are looked at first and reversed in place. Anything else is tried on a copy, so
/// that nothing has happened when the session would not hold together afterwards.
Verdict reverse(Applying& applying, std::size_t index, Direction direction) {
    Session& session = applying.session;
    const Change& change = direction == Direction::undo ? session.history.done[index] : session.history.undone[index];
    const auto needed_since = [] { return rejected(Reason::touched_since, "something done since depends on it"); };
    if (of_ideas_alone(change)) {
        if (!ideas_hold_without(session, change)) return needed_since();
        reverse_in(session, index, direction, applying.seq());
        return std::nullopt;
    }
    Session trial = session;
    const std::size_t fixed = fixed_steps(trial);
    const auto past = fixed_past(trial, fixed, applying.origin);
    const bool structural = reverse_in(trial, index, direction, applying.seq());
    trial.seq = applying.seq();
    if (fixed_past(trial, fixed, applying.origin) != past || !unsound_parts(trial).empty()) return needed_since();
    trial.seq = session.seq;
    session = std::move(trial);
    if (structural) structure_changed(applying);
    return std::nullopt;
}

std::optional<std::size_t> latest(const std::vector<Change>& changes, std::string_view scope) {
    for (std::size_t i = changes.size(); i-- > 0;)
        if (changes[i].scope == scope) return i;
    return std::nullopt;
}

} // namespace

std::string table_scope(const TableId& table) {
    return "table:" + table.value;
}

Verdict apply(Applying& applying, const Undo& deed) {
    const auto& done = applying.session.history.done;
    const auto index = latest(done, deed.scope);
    if (!index) return rejected(Reason::nothing_to_undo, "nothing to undo in " + deed.scope);
    if (deed.seq != 0 && done[*index].seq != deed.seq)
        return rejected(Reason::touched_since, "action " + std::to_string(deed.seq) + " is not the latest one");
    for (std::size_t later = *index + 1; later < done.size(); ++later)
        if (share_objects(done[later], done[*index]))
            return rejected(Reason::touched_since, "a later action touched the same things");
    return reverse(applying, *index, Direction::undo);
}

Verdict apply(Applying& applying, const Redo& deed) {
    const auto index = latest(applying.session.history.undone, deed.scope);
    if (!index) return rejected(Reason::nothing_to_undo, "nothing to do again in " + deed.scope);
    return reverse(applying, *index, Direction::redo);
}

} // namespace ronde::cafe
