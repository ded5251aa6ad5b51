#pragma once
// The members of a session and of all that it holds, each listed once for both directions; see fields.hpp.
// Internal to `store`.

#include "cafe/session.hpp"
#include "store/field_direction.hpp"
#include "store/harvest_fields.hpp"
#include "store/room_fields.hpp"

namespace ronde::store {

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
