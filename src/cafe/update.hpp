#pragma once
// The one door: every change of a café goes through update. Pure: no clock, file, random number or screen.

#include "base/names.hpp"
#include "cafe/action.hpp"

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <variant>
#include <vector>

namespace ronde::cafe {

/// Why an action makes no sense. The windows say it in the person's language (catalogue keys `rejected.NAME`).
enum class Reason {
    no_session,
    session_exists,
    unknown_id,
    duplicate_id,
    bad_text,  ///< empty, too long or not UTF-8
    bad_value, ///< a length, a number, a zone or a language out of range
    past_step, ///< the past of the agenda is fixed
    has_ideas, ///< ideas would lose their question, table or group
    not_now,   ///< the clock's state does not allow it
    nothing_to_undo,
    touched_since, ///< something later touched what would be undone
    outdated,      ///< a plan for a structure that has changed since
    not_late,      ///< nothing to catch up
    unsound,       ///< the content does not hold together
};
constexpr auto names_of(Reason) {
    return std::to_array<base::Name<Reason>>({{Reason::no_session, "no_session"},
                                              {Reason::session_exists, "session_exists"},
                                              {Reason::unknown_id, "unknown_id"},
                                              {Reason::duplicate_id, "duplicate_id"},
                                              {Reason::bad_text, "bad_text"},
                                              {Reason::bad_value, "bad_value"},
                                              {Reason::past_step, "past_step"},
                                              {Reason::has_ideas, "has_ideas"},
                                              {Reason::not_now, "not_now"},
                                              {Reason::nothing_to_undo, "nothing_to_undo"},
                                              {Reason::touched_since, "touched_since"},
                                              {Reason::outdated, "outdated"},
                                              {Reason::not_late, "not_late"},
                                              {Reason::unsound, "unsound"}});
}

struct Rejected {
    Reason reason = Reason::bad_value;
    std::string detail{}; ///< in English, for the command line and the log: which id, which value
    friend bool operator==(const Rejected&, const Rejected&) = default;
};

/// The seating plan is out of date: compute one for `basis` and come back with ApplyPlan.
struct PlanSeating {
    std::uint64_t basis = 0;
    friend bool operator==(const PlanSeating&, const PlanSeating&) = default;
};

/// Another step is on (or the morning has begun or ended).
struct StepChanged {
    StepId step;
    friend bool operator==(const StepChanged&, const StepChanged&) = default;
};

/// What catching up did, to be said to the facilitator.
struct CaughtUp {
    std::vector<ShorterStep> steps{};
    base::Duration gained{};
    base::Duration still_late{};
    friend bool operator==(const CaughtUp&, const CaughtUp&) = default;
};

/// What recovery found: how long the clock went on without the program, and by which clock that was told.
enum class ToldBy { steady_clock, wall_time };
struct Recovered {
    base::Duration away{};
    ToldBy told_by = ToldBy::steady_clock;
    friend bool operator==(const Recovered&, const Recovered&) = default;
};

/// Somebody was erased: what the journal and the backup still say of them must go too.
struct Erased {
    ParticipantId person;
    friend bool operator==(const Erased&, const Erased&) = default;
};

using Effect = std::variant<PlanSeating, StepChanged, CaughtUp, Recovered, Erased>;
using Outcome = tl::expected<std::vector<Effect>, Rejected>;

/// Where an action comes from. What a journal holds was accepted once: rules that came later do not refuse it.
enum class Origin { people, journal };

/// Applies an action: in place when accepted (then session.seq has grown by one), without a trace when rejected.
[[nodiscard]] Outcome update(Session& session, const Action& action, Origin origin = Origin::people);

} // namespace ronde::cafe
