#pragma once
// The members of the actions, each listed once for both directions; see fields.hpp. Internal to `store`.

#include "cafe/action.hpp"
#include "store/value_fields.hpp"

namespace ronde::store {

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
    f.spare("theme", x.theme);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::AnswerOpening>& x) {
    f.needed("answer", x.answer);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::CountHands>& x) {
    f.needed("count", x.count);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ShowOpening>& x) {
    f.needed("view", x.view);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetPresence>& x) {
    f.needed("ids", x.ids);
    f.needed("presence", x.presence);
    f.spare("first_round", x.first_round, 1);
    f.spare("last_round", x.last_round);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MergeOrganisations>& x) {
    f.needed("from", x.from);
    f.needed("into", x.into);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ErasePerson>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditSeating>& x) {
    f.needed("rules", x.rules);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::EditHarvest>& x) {
    f.needed("plan", x.plan);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::PutThemes>& x) {
    f.needed("themes", x.themes);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveTheme>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MergeThemes>& x) {
    f.needed("from", x.from);
    f.needed("into", x.into);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::MoveTheme>& x) {
    f.needed("id", x.id);
    f.needed("index", x.index);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SortIdeas>& x) {
    f.needed("ideas", x.ideas);
    f.spare("into", x.into);
    f.spare("out_of", x.out_of);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::GiveWord>& x) {
    f.spare("table", x.table);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::PutCommitment>& x) {
    f.needed("commitment", x.commitment);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RemoveCommitment>& x) {
    f.needed("id", x.id);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetNextMeeting>& x) {
    f.needed("meeting", x.meeting);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::RuleOnMatch>& x) {
    f.needed("match", x.match);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::SetIntroductions>& x) {
    f.field("introductions", x.introductions);
}

template <class Fields>
void fields(Fields& f, Of<Fields, cafe::ShowFollowUp>& x) {
    f.needed("view", x.view);
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
