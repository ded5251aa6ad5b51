#pragma once
// The members of everything that a file holds, each listed once for both directions: `Fields` is a FieldWriter or a
// FieldReader. Internal to `store`. The order here is the order in the files; docs/FILE_FORMAT.md tells what each
// means.
//
// needed: written always, missing is an error   field: written always, may be missing   spare: written unless it is the
// default   seconds: a duration in whole seconds   extra: the members that this version does not know

#include "cafe/action.hpp"

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
void fields(Fields& f, Of<Fields, cafe::Opening>& x) {
    f.field("prompt", x.prompt);
    f.field("components", x.components);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Organisation>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.field("kind", x.kind);
    f.spare("place", x.place);
    f.extra(x.extra);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Participant>& x) {
    f.needed("id", x.id);
    f.field("name", x.name);
    f.spare("organisation", x.organisation);
    f.spare("roles", x.roles);
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
void fields(Fields& f, Of<Fields, cafe::Seating>& x) {
    f.field("rounds", x.rounds);
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
void fields(Fields& f, Of<Fields, cafe::Stage>& x) {
    f.field("screen", x.screen);
    f.spare("message", x.message);
    f.field("projection", x.projection);
    f.spare("idea", x.idea);
    f.spare("question", x.question);
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
    f.field("questions", x.questions);
    f.field("tables", x.tables);
    f.field("groups", x.groups);
    f.field("organisations", x.organisations);
    f.field("participants", x.participants);
    f.field("agenda", x.agenda);
    f.field("seating", x.seating);
    f.field("ideas", x.ideas);
    f.field("clock", x.timer);
    f.field("stage", x.stage);
    f.field("history", x.history);
}

// --- the actions ----------------------------------------------------------------------------------------------------

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::CreateSession>& x) {
    f.needed("session", x.content);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditIdentity>& x) {
    f.needed("identity", x.identity);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditOpening>& x) {
    f.needed("opening", x.opening);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::PutPeople>& x) {
    f.field("organisations", x.organisations);
    f.field("participants", x.participants);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveParticipants>& x) {
    f.needed("ids", x.ids);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveOrganisation>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::PutQuestion>& x) {
    f.needed("question", x.question);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveQuestion>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MoveQuestion>& x) {
    f.needed("id", x.id);
    f.needed("index", x.index);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetTables>& x) {
    f.needed("tables", x.tables);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetGroups>& x) {
    f.needed("groups", x.groups);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RenameGroup>& x) {
    f.needed("id", x.id);
    f.needed("text", x.text);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MovePerson>& x) {
    f.needed("person", x.person);
    f.spare("group", x.group);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ApplyPlan>& x) {
    f.needed("seating", x.seating);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::AddStep>& x) {
    f.needed("step", x.step);
    f.needed("index", x.index);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditStep>& x) {
    f.needed("step", x.step);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveStep>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MoveStep>& x) {
    f.needed("id", x.id);
    f.needed("index", x.index);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Adjust>& x) {
    f.seconds("by_seconds", x.by);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::CaptureIdea>& x) {
    f.needed("id", x.id);
    f.needed("text", x.text);
    f.spare("kind", x.kind);
    f.needed("table", x.table);
    f.spare("builds_on", x.builds_on);
    f.spare("by", x.by);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditIdea>& x) {
    f.needed("id", x.id);
    f.needed("text", x.text);
    f.field("kind", x.kind);
    f.field("builds_on", x.builds_on);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MoveIdea>& x) {
    f.needed("id", x.id);
    f.needed("table", x.table);
    f.needed("round", x.round);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::DeleteIdea>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::StarIdea>& x) {
    f.needed("id", x.id);
    f.needed("star", x.star);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ShowMessage>& x) {
    f.needed("text", x.text);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetScreen>& x) {
    f.needed("screen", x.screen);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Project>& x) {
    f.needed("projection", x.projection);
    f.spare("idea", x.idea);
    f.spare("question", x.question);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Undo>& x) {
    f.needed("scope", x.scope);
    f.spare("undone_seq", x.seq);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::Redo>& x) {
    f.needed("scope", x.scope);
}

/// Deeds without members: Start, Pause, Next, Back, Pass, CatchUp, RestoreLengths, Rewind, Recover.
template <class T>
concept Bare = std::is_empty_v<T>;
template <class Fields, Bare T>
void fields(Fields&, T&) {}

} // namespace ronde::store
