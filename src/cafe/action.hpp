#pragma once
// Everything that can happen to a café: one struct an action, gathered in a variant, with the stamp that the shell
// gave. The journal is the list of the accepted ones.

#include "cafe/session.hpp"

#include <string>
#include <string_view>
#include <type_traits>
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

using DeedKinds =
    std::variant<CreateSession, EditIdentity, EditOpening, AnswerOpening, CountHands, PutPeople, RemoveParticipants,
                 RemoveOrganisation, SetPresence, MergeOrganisations, ErasePerson, PutQuestion, RemoveQuestion,
                 MoveQuestion, SetTables, SetGroups, RenameGroup, MovePerson, EditSeating, ApplyPlan, AddStep, EditStep,
                 RemoveStep, MoveStep, Start, Pause, Next, Back, Pass, Adjust, CatchUp, RestoreLengths, Rewind, Recover,
                 CaptureIdea, EditIdea, MoveIdea, DeleteIdea, StarIdea, EditHarvest, PutThemes, RemoveTheme,
                 MergeThemes, MoveTheme, SortIdeas, GiveWord, PutCommitment, RemoveCommitment, SetNextMeeting,
                 RuleOnMatch, SetIntroductions, ShowMessage, SetScreen, Project, ShowOpening, ShowFollowUp, Undo, Redo>;

template <typename Kind, typename Kinds>
inline constexpr bool is_one_of = false;
template <typename Kind, typename... Kinds>
inline constexpr bool is_one_of<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

/// One of them; `std::visit`, `std::get_if` and their like take it as the variant that it is. Copying, moving and
/// ending so many kinds is compiled once, in action.cpp, instead of in every file that acts.
struct Deed : DeedKinds {
    template <typename Kind>
    requires is_one_of<Kind, DeedKinds>
    Deed(Kind kind); // NOLINT(google-explicit-constructor): a kind of deed is a deed

    Deed();
    Deed(const Deed&);
    Deed(Deed&&) noexcept;
    Deed& operator=(const Deed&);
    Deed& operator=(Deed&&) noexcept;
    ~Deed();

    friend bool operator==(const Deed& a, const Deed& b);
};

struct Action {
    base::Stamp stamp{};
    Deed deed{};

    friend bool operator==(const Action&, const Action&) = default;
};

/// The name under which the journal writes a deed, e.g. `capture_idea`.
[[nodiscard]] std::string_view name_of(const Deed& deed);

} // namespace ronde::cafe
