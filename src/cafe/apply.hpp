#pragma once
// Inside `cafe` only: what the parts of update share. Each apply() checks first and changes afterwards, so that a
// rejected action leaves no trace.

#include "cafe/places.hpp"
#include "cafe/update.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::cafe {

/// One action under way: the session, when, and what it brings about.
struct Applying {
    Session& session;
    const base::Stamp& stamp;
    Origin origin = Origin::people;
    std::vector<Effect> effects{};
    Change change{}; ///< fills up as objects are touched
    Places places{};

    [[nodiscard]] std::uint64_t seq() const { return session.seq + 1; }
    [[nodiscard]] bool of_journal() const { return origin == Origin::journal; }
};

/// Nothing: accepted.
using Verdict = std::optional<Rejected>;

[[nodiscard]] inline Rejected rejected(Reason reason, std::string detail) {
    return {reason, std::move(detail)};
}

Verdict apply(Applying&, const CreateSession&);
Verdict apply(Applying&, const EditIdentity&);
Verdict apply(Applying&, const EditOpening&);
Verdict apply(Applying&, const AnswerOpening&);
Verdict apply(Applying&, const CountHands&);
Verdict apply(Applying&, const PutPeople&);
Verdict apply(Applying&, const RemoveParticipants&);
Verdict apply(Applying&, const RemoveOrganisation&);
Verdict apply(Applying&, const SetPresence&);
Verdict apply(Applying&, const MergeOrganisations&);
Verdict apply(Applying&, const ErasePerson&);
Verdict apply(Applying&, const PutQuestion&);
Verdict apply(Applying&, const RemoveQuestion&);
Verdict apply(Applying&, const MoveQuestion&);
Verdict apply(Applying&, const SetTables&);
Verdict apply(Applying&, const SetGroups&);
Verdict apply(Applying&, const RenameGroup&);
Verdict apply(Applying&, const MovePerson&);
Verdict apply(Applying&, const EditSeating&);
Verdict apply(Applying&, const ApplyPlan&);
Verdict apply(Applying&, const AddStep&);
Verdict apply(Applying&, const EditStep&);
Verdict apply(Applying&, const RemoveStep&);
Verdict apply(Applying&, const MoveStep&);
Verdict apply(Applying&, const Start&);
Verdict apply(Applying&, const Pause&);
Verdict apply(Applying&, const Next&);
Verdict apply(Applying&, const Back&);
Verdict apply(Applying&, const Pass&);
Verdict apply(Applying&, const Adjust&);
Verdict apply(Applying&, const CatchUp&);
Verdict apply(Applying&, const RestoreLengths&);
Verdict apply(Applying&, const Rewind&);
Verdict apply(Applying&, const Recover&);
Verdict apply(Applying&, const CaptureIdea&);
Verdict apply(Applying&, const EditIdea&);
Verdict apply(Applying&, const MoveIdea&);
Verdict apply(Applying&, const DeleteIdea&);
Verdict apply(Applying&, const StarIdea&);
Verdict apply(Applying&, const EditHarvest&);
Verdict apply(Applying&, const PutThemes&);
Verdict apply(Applying&, const RemoveTheme&);
Verdict apply(Applying&, const MergeThemes&);
Verdict apply(Applying&, const MoveTheme&);
Verdict apply(Applying&, const SortIdeas&);
Verdict apply(Applying&, const GiveWord&);
Verdict apply(Applying&, const PutCommitment&);
Verdict apply(Applying&, const RemoveCommitment&);
Verdict apply(Applying&, const SetNextMeeting&);
Verdict apply(Applying&, const RuleOnMatch&);
Verdict apply(Applying&, const SetIntroductions&);
Verdict apply(Applying&, const ShowMessage&);
Verdict apply(Applying&, const SetScreen&);
Verdict apply(Applying&, const Project&);
Verdict apply(Applying&, const ShowOpening&);
Verdict apply(Applying&, const ShowFollowUp&);
Verdict apply(Applying&, const Undo&);
Verdict apply(Applying&, const Redo&);

// --- objects ---------------------------------------------------------------------------------------------------------

/// An object as it stands, and where in its list; none when there is no such object.
struct Standing {
    std::optional<Object> object{};
    std::size_t index = 0;
};
[[nodiscard]] Standing standing(const Session& session, ObjectKind kind, const std::string& id);

/// Makes the object what `value` says: put in at `index` (capped) when it was not there, replaced in place when it was,
/// taken out when `value` is none. Returns it as it stood. `places`: the same for all objects of an action.
Standing write_object(Session& session, Places& places, ObjectKind kind, const std::string& id,
                      std::optional<Object> value, std::size_t index);

/// The same, remembered for undo under `scope` (one scope an action).
void touch(Applying& applying, std::string_view scope, ObjectKind kind, const std::string& id,
           std::optional<Object> value, std::size_t index = static_cast<std::size_t>(-1));

/// The id under which an object that has none of its own is touched.
[[nodiscard]] std::string object_key(const OpeningAnswer& answer);
[[nodiscard]] std::string object_key(const Complementarity& match);

/// Whether two changes touched the same thing.
[[nodiscard]] bool share_objects(const Change& a, const Change& b);

// --- shared checks ---------------------------------------------------------------------------------------------------

/// UTF-8 of at most `most` code points.
[[nodiscard]] bool good_text(std::string_view text, std::size_t most);
inline constexpr std::size_t longest_line = 500;
inline constexpr std::size_t longest_paragraph = 4000;

/// The first steps, which nothing may change but their titles: those before the current one and all that have begun.
/// Counts from the front.
[[nodiscard]] std::size_t fixed_steps(const Session& session);

/// Takes placements out that name a group or a table that is gone.
void drop_stray_placements(Session& session);

/// The stage follows the agenda again: nothing of the step before is projected any more.
void follow_agenda(Stage& stage);

/// The stage lets go of an idea or a theme that is gone.
void drop_stray_projection(Session& session);

/// What the seating plan depends on has changed: placements that point nowhere go, and a new plan is asked for.
void structure_changed(Applying& applying);

/// The same, where the plan depends on people: each has a route, or it was measured.
void people_changed(Applying& applying);

/// The run of a step, made when there is none.
[[nodiscard]] StepRun& run_for(TimerState& timer, const StepId& step);

template <class Thing>
[[nodiscard]] bool ids_unique(const std::vector<Thing>& things) {
    std::vector<std::string_view> ids;
    ids.reserve(things.size());
    for (const Thing& thing : things) {
        if (thing.id.empty()) return false;
        ids.push_back(thing.id.value);
    }
    std::ranges::sort(ids);
    return std::ranges::adjacent_find(ids) == ids.end();
}

} // namespace ronde::cafe
