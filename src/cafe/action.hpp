#pragma once
// Everything that can happen to a café: one struct an action, gathered in a variant, with the stamp that the shell
// gave. The journal is the list of the accepted ones.

#include "cafe/session.hpp"

#include <string>
#include <string_view>
#include <variant>

namespace ronde::cafe {

/// The first action of every café: what a template, or a past session without its ideas, gives. What happened in it
/// (answers, ideas, themes, follow-up, timer, history), seq and structure are ignored. Rejected when the session exists
/// already or the content is unsound.
struct CreateSession {
    static constexpr std::string_view name = "create_session";
    Session content{};
    friend bool operator==(const CreateSession&, const CreateSession&) = default;
};

using Deed =
    std::variant<CreateSession, EditIdentity, EditOpening, AnswerOpening, CountHands, PutPeople, RemoveParticipants,
                 RemoveOrganisation, SetPresence, MergeOrganisations, ErasePerson, PutQuestion, RemoveQuestion,
                 MoveQuestion, SetTables, SetGroups, RenameGroup, MovePerson, EditSeating, ApplyPlan, AddStep, EditStep,
                 RemoveStep, MoveStep, Start, Pause, Next, Back, Pass, Adjust, CatchUp, RestoreLengths, Rewind, Recover,
                 CaptureIdea, EditIdea, MoveIdea, DeleteIdea, StarIdea, EditHarvest, PutThemes, RemoveTheme,
                 MergeThemes, MoveTheme, SortIdeas, GiveWord, PutCommitment, RemoveCommitment, SetNextMeeting,
                 RuleOnMatch, SetIntroductions, ShowMessage, SetScreen, Project, ShowOpening, ShowFollowUp, Undo, Redo>;

struct Action {
    base::Stamp stamp{};
    Deed deed{};

    friend bool operator==(const Action&, const Action&) = default;
};

/// The name under which the journal writes a deed, e.g. `capture_idea`.
[[nodiscard]] std::string_view name_of(const Deed& deed);

} // namespace ronde::cafe
