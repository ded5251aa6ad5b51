#include "cafe/action.hpp"

#include <utility>

namespace ronde::cafe {

template <typename Kind>
requires is_one_of<Kind, DeedKinds> Deed::Deed(Kind kind) : DeedKinds(std::move(kind)) {}

template Deed::Deed(CreateSession);
template Deed::Deed(EditIdentity);
template Deed::Deed(EditOpening);
template Deed::Deed(AnswerOpening);
template Deed::Deed(CountHands);
template Deed::Deed(PutPeople);
template Deed::Deed(RemoveParticipants);
template Deed::Deed(RemoveOrganisation);
template Deed::Deed(SetPresence);
template Deed::Deed(MergeOrganisations);
template Deed::Deed(ErasePerson);
template Deed::Deed(PutQuestion);
template Deed::Deed(RemoveQuestion);
template Deed::Deed(MoveQuestion);
template Deed::Deed(SetTables);
template Deed::Deed(SetGroups);
template Deed::Deed(RenameGroup);
template Deed::Deed(MovePerson);
template Deed::Deed(EditSeating);
template Deed::Deed(ApplyPlan);
template Deed::Deed(AddStep);
template Deed::Deed(EditStep);
template Deed::Deed(RemoveStep);
template Deed::Deed(MoveStep);
template Deed::Deed(Start);
template Deed::Deed(Pause);
template Deed::Deed(Next);
template Deed::Deed(Back);
template Deed::Deed(Pass);
template Deed::Deed(Adjust);
template Deed::Deed(CatchUp);
template Deed::Deed(RestoreLengths);
template Deed::Deed(Rewind);
template Deed::Deed(Recover);
template Deed::Deed(CaptureIdea);
template Deed::Deed(EditIdea);
template Deed::Deed(MoveIdea);
template Deed::Deed(DeleteIdea);
template Deed::Deed(StarIdea);
template Deed::Deed(EditHarvest);
template Deed::Deed(PutThemes);
template Deed::Deed(RemoveTheme);
template Deed::Deed(MergeThemes);
template Deed::Deed(MoveTheme);
template Deed::Deed(SortIdeas);
template Deed::Deed(GiveWord);
template Deed::Deed(PutCommitment);
template Deed::Deed(RemoveCommitment);
template Deed::Deed(SetNextMeeting);
template Deed::Deed(RuleOnMatch);
template Deed::Deed(SetIntroductions);
template Deed::Deed(ShowMessage);
template Deed::Deed(SetScreen);
template Deed::Deed(Project);
template Deed::Deed(ShowOpening);
template Deed::Deed(ShowFollowUp);
template Deed::Deed(Undo);
template Deed::Deed(Redo);

Deed::Deed() = default;
Deed::Deed(const Deed&) = default;
Deed::Deed(Deed&&) noexcept = default;
Deed& Deed::operator=(const Deed&) = default;
Deed& Deed::operator=(Deed&&) noexcept = default;
Deed::~Deed() = default;

bool operator==(const Deed& a, const Deed& b) {
    return static_cast<const DeedKinds&>(a) == static_cast<const DeedKinds&>(b);
}

std::string_view name_of(const Deed& deed) {
    return std::visit([](const auto& kind) { return std::decay_t<decltype(kind)>::name; }, deed);
}

} // namespace ronde::cafe
