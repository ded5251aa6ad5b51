#include "cafe/apply.hpp"

#include <algorithm>
#include <cassert>

namespace ronde::cafe {
namespace {

template <class Thing>
Standing standing_in(const std::vector<Thing>& list, const std::string& id) {
    const auto at = std::ranges::find_if(list, [&](const Thing& thing) { return thing.id.value == id; });
    if (at == list.end()) return {};
    return {Object{*at}, static_cast<std::size_t>(at - list.begin())};
}

template <class Thing>
Standing order_of(const std::vector<Thing>& list) {
    Order order;
    order.ids.reserve(list.size());
    for (const Thing& thing : list) order.ids.push_back(thing.id.value);
    return {Object{std::move(order)}, 0};
}

/// The lists of things that have an id of their own.
template <class Thing>
void write_in(std::vector<Thing>& list, std::size_t at, std::optional<Object> value, std::size_t index) {
    const auto here = list.begin() + static_cast<std::ptrdiff_t>(at);
    if (!value) {
        if (at < list.size()) list.erase(here);
    } else if (at < list.size()) {
        *here = std::get<Thing>(*std::move(value));
    } else {
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(index, list.size())),
                    std::get<Thing>(*std::move(value)));
    }
}

/// As write_object, in one of those lists.
template <class Thing>
Standing exchange_in(std::vector<Thing>& list, Places& places, ObjectKind kind, const std::string& id,
                     std::optional<Object> value, std::size_t index) {
    const std::size_t at = places.find(kind, list, id);
    const bool was_there = at < list.size();
    index = std::min(index, list.size());
    if (was_there && !value) places.taken_out(kind, id);
    if (!was_there && value) places.put_in(kind, id, index);
    Standing before;
    if (was_there) before = {Object{list[at]}, at};
    write_in(list, at, std::move(value), index);
    return before;
}

/// Things named in the order come first, in that order; the others keep theirs behind them.
template <class Thing>
void reorder(std::vector<Thing>& list, const std::optional<Object>& value) {
    if (!value) return;
    const auto& ids = std::get<Order>(*value).ids;
    const auto rank = [&](const Thing& thing) { return std::ranges::find(ids, thing.id.value) - ids.begin(); };
    std::ranges::stable_sort(list, {}, rank);
}

void write_idea(Ideas& ideas, const std::string& id, const std::optional<Object>& value, std::size_t index) {
    const IdeaId idea{id};
    if (!value)
        ideas.erase(idea);
    else if (ideas.find(idea) != nullptr)
        ideas.replace(std::get<Idea>(*value));
    else
        ideas.insert(index, std::get<Idea>(*value));
}

/// A new planned length for the step that is on moves its end.
void lengthen(Session& session, const std::string& id, const std::optional<Object>& value) {
    const Step* before = find(session, StepId{id});
    if (before == nullptr || !value) return;
    const base::Duration longer = std::get<Step>(*value).planned - before->planned;
    const auto run = std::ranges::find(session.timer.runs, before->id, &StepRun::step);
    if (run != session.timer.runs.end() && run->allotted && longer != base::Duration::zero())
        run->allotted = std::max(base::Duration{std::chrono::seconds{1}}, *run->allotted + longer);
    if (session.timer.state != ClockState::idle && session.timer.step == before->id) session.timer.left += longer;
}

std::string key_of(const OpeningAnswer& answer) {
    return answer.organisation.value + '/' + answer.component.value;
}
std::string key_of(const HandCount& count) {
    return count.component.value;
}
std::string key_of(const Complementarity& match) {
    return match.giver.value + '/' + match.taker.value + '/' + match.offer + '/' + match.need;
}

/// Things that are known by what they are about instead of by an id of their own.
template <class Thing>
auto by_key(const std::vector<Thing>& list, const std::string& key) {
    return std::ranges::find_if(list, [&](const Thing& thing) { return key_of(thing) == key; });
}

template <class Thing>
Standing standing_by_key(const std::vector<Thing>& list, const std::string& key) {
    const auto at = by_key(list, key);
    if (at == list.end()) return {};
    return {Object{*at}, static_cast<std::size_t>(at - list.begin())};
}

template <class Thing>
void write_by_key(std::vector<Thing>& list, const std::string& key, const std::optional<Object>& value,
                  std::size_t index) {
    const auto at = list.begin() + (by_key(list, key) - list.begin());
    if (!value) {
        if (at != list.end()) list.erase(at);
    } else if (at != list.end()) {
        *at = std::get<Thing>(*value);
    } else {
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(std::min(index, list.size())), std::get<Thing>(*value));
    }
}

/// What is in no list of things with an id.
void write_other(Session& session, ObjectKind kind, const std::string& id, const std::optional<Object>& value,
                 std::size_t index) {
    switch (kind) {
    case ObjectKind::identity: session.identity = std::get<Identity>(value.value()); return;
    case ObjectKind::opening: session.opening = std::get<Opening>(value.value()); return;
    case ObjectKind::idea: write_idea(session.ideas, id, value, index); return;
    case ObjectKind::step_order: reorder(session.agenda, value); return;
    case ObjectKind::question_order: reorder(session.questions, value); return;
    case ObjectKind::table_order: reorder(session.tables, value); return;
    case ObjectKind::group_order: reorder(session.groups, value); return;
    case ObjectKind::theme_order: reorder(session.harvest.themes, value); return;
    case ObjectKind::opening_answer: write_by_key(session.opening_record.answers, id, value, index); return;
    case ObjectKind::hand_count: write_by_key(session.opening_record.hands, id, value, index); return;
    case ObjectKind::complementarity: write_by_key(session.follow_up.complementarities, id, value, index); return;
    case ObjectKind::seating_rules: session.seating_rules = std::get<SeatingRules>(value.value()); return;
    case ObjectKind::harvest_plan: session.harvest.plan = std::get<HarvestPlan>(value.value()); return;
    case ObjectKind::next_meeting: session.follow_up.next = std::get<NextMeeting>(value.value()); return;
    case ObjectKind::introductions:
        session.follow_up.introductions = std::get<Introductions>(value.value()).list;
        return;
    case ObjectKind::organisation:
    case ObjectKind::participant:
    case ObjectKind::question:
    case ObjectKind::table:
    case ObjectKind::group:
    case ObjectKind::step:
    case ObjectKind::theme:
    case ObjectKind::commitment: return; // write_object's own
    }
}

} // namespace

std::string object_key(const OpeningAnswer& answer) {
    return key_of(answer);
}
std::string object_key(const Complementarity& match) {
    return key_of(match);
}

Standing standing(const Session& session, ObjectKind kind, const std::string& id) {
    switch (kind) {
    case ObjectKind::identity: return {Object{session.identity}, 0};
    case ObjectKind::opening: return {Object{session.opening}, 0};
    case ObjectKind::organisation: return standing_in(session.organisations, id);
    case ObjectKind::participant: return standing_in(session.participants, id);
    case ObjectKind::question: return standing_in(session.questions, id);
    case ObjectKind::table: return standing_in(session.tables, id);
    case ObjectKind::group: return standing_in(session.groups, id);
    case ObjectKind::step: return standing_in(session.agenda, id);
    case ObjectKind::idea: {
        const Idea* idea = session.ideas.find(IdeaId{id});
        if (idea == nullptr) return {};
        return {Object{*idea}, session.ideas.index_of(idea->id)};
    }
    case ObjectKind::step_order: return order_of(session.agenda);
    case ObjectKind::question_order: return order_of(session.questions);
    case ObjectKind::table_order: return order_of(session.tables);
    case ObjectKind::group_order: return order_of(session.groups);
    case ObjectKind::opening_answer: return standing_by_key(session.opening_record.answers, id);
    case ObjectKind::hand_count: return standing_by_key(session.opening_record.hands, id);
    case ObjectKind::seating_rules: return {Object{session.seating_rules}, 0};
    case ObjectKind::harvest_plan: return {Object{session.harvest.plan}, 0};
    case ObjectKind::theme: return standing_in(session.harvest.themes, id);
    case ObjectKind::theme_order: return order_of(session.harvest.themes);
    case ObjectKind::commitment: return standing_in(session.follow_up.commitments, id);
    case ObjectKind::next_meeting: return {Object{session.follow_up.next}, 0};
    case ObjectKind::complementarity: return standing_by_key(session.follow_up.complementarities, id);
    case ObjectKind::introductions: return {Object{Introductions{session.follow_up.introductions}}, 0};
    }
    return {};
}

Standing write_object(Session& session, Places& places, ObjectKind kind, const std::string& id,
                      std::optional<Object> value, std::size_t index) {
    const auto exchange = [&](auto& list) { return exchange_in(list, places, kind, id, std::move(value), index); };
    switch (kind) {
    case ObjectKind::organisation: return exchange(session.organisations);
    case ObjectKind::participant: return exchange(session.participants);
    case ObjectKind::question: return exchange(session.questions);
    case ObjectKind::table: return exchange(session.tables);
    case ObjectKind::group: return exchange(session.groups);
    case ObjectKind::step: lengthen(session, id, value); return exchange(session.agenda);
    case ObjectKind::theme: return exchange(session.harvest.themes);
    case ObjectKind::commitment: return exchange(session.follow_up.commitments);
    default: break;
    }
    Standing before = standing(session, kind, id);
    write_other(session, kind, id, value, index);
    return before;
}

void touch(Applying& applying, std::string_view scope, ObjectKind kind, const std::string& id,
           std::optional<Object> value, std::size_t index) {
    assert(applying.change.scope.empty() || applying.change.scope == scope);
    applying.change.scope = scope;
    Standing before = write_object(applying.session, applying.places, kind, id, std::move(value), index);
    applying.change.objects.push_back({kind, id, std::move(before.object), before.index});
}

bool share_objects(const Change& a, const Change& b) {
    return std::ranges::any_of(a.objects, [&](const ObjectChange& object) {
        return std::ranges::any_of(
            b.objects, [&](const ObjectChange& other) { return object.kind == other.kind && object.id == other.id; });
    });
}

} // namespace ronde::cafe
