#pragma once
// The members of a session and of all that it holds, each listed once for both directions; see fields.hpp.
// Internal to `store`.

#include "cafe/session.hpp"

namespace ronde::store {

/// `T` when reading, `const T` when writing.
template <class Fields, class T>
using Of = typename Fields::template Direction<T>;

template <class Fields>
void fields(Fields& f, Of<Fields, base::Stamp>& x) {
    f.needed("at", x.wall);
    f.instant("instant_ms", x);
    f.spare("boot", x.boot);
}

template <class Fields>
void identity_fields(Fields& f, Of<Fields, cafe::Identity>& x) {
    f.needed("title", x.title);
    f.spare("subtitle", x.subtitle);
    f.field("place", x.place);
    f.spare("organiser", x.organiser);
    f.field("starts_at", x.starts_at);
    f.field("time_zone", x.time_zone);
    f.field("language", x.language);
    f.field("passage", x.passage);
    f.spare("notice", x.notice);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Identity>& x) {
    identity_fields(f, x);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Component>& x) {
    f.needed("id", x.id);
    f.field("text", x.text);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::OpeningAnswer>& x) {
    f.needed("organisation", x.organisation);
    f.needed("component", x.component);
    f.field("answer", x.answer);
    f.spare("why", x.why);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::HandCount>& x) {
    f.needed("component", x.component);
    f.field("essential", x.essential);
    f.field("depends", x.depends);
    f.field("not_essential", x.not_essential);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::OpeningRecord>& x) {
    f.spare("answers", x.answers);
    f.spare("hands", x.hands);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Contact>& x) {
    f.field("kind", x.kind);
    f.needed("text", x.text);
    f.field("consent", x.consent);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Opening>& x) {
    f.field("prompt", x.prompt);
    f.field("components", x.components);
    f.spare("mode", x.mode);
    f.spare("naming", x.naming);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Organisation>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.field("kind", x.kind);
    f.spare("place", x.place);
    f.spare("offers", x.offers);
    f.spare("needs", x.needs);
    f.spare("contacts", x.contacts);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Participant>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.spare("organisation", x.organisation);
    f.spare("roles", x.roles);
    f.spare("contacts", x.contacts);
    f.spare("presence", x.presence);
    f.spare("first_round", x.first_round, 1);
    f.spare("last_round", x.last_round);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Question>& x) {
    f.needed("id", x.id);
    f.field("text", x.text);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Table>& x) {
    f.needed("id", x.id);
    f.spare("name", x.name);
    f.spare("question", x.question);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Group>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.spare("members", x.members);
    f.spare("count", x.count);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Step>& x) {
    f.needed("id", x.id);
    f.field("kind", x.kind);
    f.field("title", x.title);
    f.seconds("planned_seconds", x.planned);
    f.seconds("minimum_seconds", x.minimum);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Placement>& x) {
    f.needed("group", x.group);
    f.needed("table", x.table);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingWeights>& x) {
    f.field("repeat", x.repeat);
    f.field("organisation", x.organisation);
    f.field("kind", x.kind);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Pin>& x) {
    f.needed("id", x.id);
    f.field("kind", x.kind);
    f.needed("person", x.person);
    f.spare("other", x.other);
    f.spare("table", x.table);
    f.spare("round", x.round);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingRules>& x) {
    f.field("style", x.style);
    f.field("grouping", x.grouping);
    f.spare("hosting", x.hosting);
    f.spare("limit", x.limit);
    f.field("weights", x.weights);
    f.spare("pins", x.pins);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Company>& x) {
    f.needed("table", x.table);
    f.field("people", x.people);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SeatingQuality>& x) {
    f.field("score", x.score);
    f.field("bound", x.bound);
    f.field("optimal", x.optimal);
    f.field("repeats", x.repeats);
    f.field("organisation_pairs", x.organisation_pairs);
    f.field("kind_pairs", x.kind_pairs);
    f.field("distinct_pairs", x.distinct_pairs);
    f.field("most_often", x.most_often);
    f.field("size_spread", x.size_spread);
    f.field("fewest_met", x.fewest_met);
    f.field("most_met", x.most_met);
    f.spare("broken", x.broken);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Seating>& x) {
    f.field("rounds", x.rounds);
    f.spare("companies", x.companies);
    f.spare("hosts", x.hosts);
    f.spare("quality", x.quality);
    f.spare("notes", x.notes);
    f.field("basis", x.basis);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Idea>& x) {
    f.needed("id", x.id);
    f.needed("text", x.text);
    f.field("kind", x.kind);
    f.field("table", x.table);
    f.spare("question", x.question);
    f.field("round", x.round);
    f.spare("group", x.group);
    f.spare("tags", x.tags);
    f.spare("builds_on", x.builds_on);
    f.spare("starred", x.starred);
    f.field("at", x.at);
    f.spare("edited_at", x.edited_at);
    f.spare("by", x.by);
    f.field("seq", x.seq);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::StepRun>& x) {
    f.needed("step", x.step);
    f.seconds("allotted_seconds", x.allotted);
    f.seconds("left_seconds", x.left);
    f.spare("started_at", x.started_at);
    f.spare("ended_at", x.ended_at);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::TimerState>& x) {
    f.field("state", x.state);
    f.spare("step", x.step);
    f.seconds("left_seconds", x.left);
    f.spare("anchor", x.anchor);
    f.spare("begun", x.begun);
    f.seconds("began_late_seconds", x.began_late);
    f.spare("seen", x.seen);
    f.field("runs", x.runs);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Theme>& x) {
    f.needed("id", x.id);
    f.field("title", x.title);
    f.field("ideas", x.ideas);
    f.spare("votes", x.votes);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Turn>& x) {
    f.needed("table", x.table);
    f.spare("speaker", x.speaker);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::HarvestPlan>& x) {
    f.field("dots_per_person", x.dots_per_person);
    f.seconds("turn_seconds", x.turn_length);
    f.spare("turns", x.turns);
    f.spare("dismissed", x.dismissed);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Harvest>& x) {
    f.field("plan", x.plan);
    f.field("themes", x.themes);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Commitment>& x) {
    f.needed("id", x.id);
    f.needed("what", x.what);
    f.spare("who", x.who);
    f.spare("with_whom", x.with_whom);
    f.spare("by_when", x.by_when);
    f.spare("from", x.from);
    f.spare("done", x.done);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::NextMeeting>& x) {
    f.spare("title", x.title);
    f.spare("place", x.place);
    f.spare("at", x.at);
    f.seconds("length_seconds", x.length);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Complementarity>& x) {
    f.needed("giver", x.giver);
    f.needed("taker", x.taker);
    f.spare("offer", x.offer);
    f.spare("need", x.need);
    f.field("ruling", x.ruling);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Introduction>& x) {
    f.needed("first", x.first);
    f.needed("second", x.second);
    f.field("reason", x.reason);
    f.spare("about", x.about);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Introductions>& x) {
    f.field("list", x.list);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::FollowUp>& x) {
    f.field("commitments", x.commitments);
    f.field("next", x.next);
    f.spare("complementarities", x.complementarities);
    f.spare("introductions", x.introductions);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Speaking>& x) {
    f.field("table", x.table);
    f.field("since", x.since);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Stage>& x) {
    f.field("screen", x.screen);
    f.spare("message", x.message);
    f.field("projection", x.projection);
    f.spare("idea", x.idea);
    f.spare("question", x.question);
    f.spare("theme", x.theme);
    f.spare("opening", x.opening);
    f.spare("follow_up", x.follow_up);
    f.spare("speaking", x.speaking);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Order>& x) {
    f.needed("ids", x.ids);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ObjectChange>& x) {
    f.needed("kind", x.kind);
    f.spare("id", x.id);
    f.spare("index", x.index);
    f.object("before", x.kind, x.before);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Change>& x) {
    f.needed("seq", x.seq);
    f.needed("scope", x.scope);
    f.needed("objects", x.objects);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::History>& x) {
    f.field("done", x.done);
    f.field("undone", x.undone);
}

/// A session's `extra` is the writer's and the reader's own business: it holds what is not known at any level that has
/// no `extra` of its own.
template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Session>& x) {
    f.needed("id", x.id);
    f.field("seq", x.seq);
    f.field("structure", x.structure);
    identity_fields(f, x.identity);
    f.field("opening", x.opening);
    f.field("opening_record", x.opening_record);
    f.field("questions", x.questions);
    f.field("tables", x.tables);
    f.field("groups", x.groups);
    f.field("organisations", x.organisations);
    f.field("participants", x.participants);
    f.field("agenda", x.agenda);
    f.field("seating_rules", x.seating_rules);
    f.field("seating", x.seating);
    f.field("ideas", x.ideas);
    f.field("harvest", x.harvest);
    f.field("follow_up", x.follow_up);
    f.field("clock", x.timer);
    f.field("stage", x.stage);
    f.field("history", x.history);
}

} // namespace ronde::store
