#pragma once
// The clock of the café: which step runs, since when, how much is left, how late it is. Values, actions, and readings.
// Nothing here reads a clock: now is a parameter. Countdowns use instants; wall time serves records and the times
// shown.

#include "base/names.hpp"
#include "base/time.hpp"
#include "cafe/ids.hpp"

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace ronde::cafe {

struct Session;

enum class ClockState {
    idle, ///< the morning has not begun
    running,
    paused,
    finished, ///< the last step is over
};
constexpr auto names_of(ClockState) {
    return std::to_array<base::Name<ClockState>>({{ClockState::idle, "idle"},
                                                  {ClockState::running, "running"},
                                                  {ClockState::paused, "paused"},
                                                  {ClockState::finished, "finished"}});
}

/// What happened to a step that was entered, or whose length was changed by catching up.
struct StepRun {
    StepId step;
    std::optional<base::Duration> allotted{}; ///< its length now, where it is not the planned one; whole seconds
    std::optional<base::Duration> left{};     ///< when it was left; whole seconds, negative after over time
    std::optional<base::WallTime> started_at{};
    std::optional<base::WallTime> ended_at{};

    friend bool operator==(const StepRun&, const StepRun&) = default;
};

struct TimerState {
    ClockState state = ClockState::idle;
    StepId step{};                      ///< the current one; empty while idle
    base::Duration left{};              ///< of the current step at `anchor`; whole seconds, may be negative
    base::Stamp anchor{};               ///< while running: the moment from which `left` runs down
    std::optional<base::Stamp> begun{}; ///< when the morning began, moved into the present boot by Recover
    base::Duration began_late{};        ///< begun minus planned start, where the café began within six hours of it
    base::Stamp seen{};                 ///< of the last accepted action
    std::vector<StepRun> runs{};        ///< in no particular order, one a step at most

    friend bool operator==(const TimerState&, const TimerState&) = default;
};

/// Begins the morning at the first step, or goes on after a pause. Rejected while running or finished.
struct Start {
    static constexpr std::string_view name = "start";
    friend bool operator==(const Start&, const Start&) = default;
};

/// Stops the clock; what is left is kept as shown (rounded up to a second).
struct Pause {
    static constexpr std::string_view name = "pause";
    friend bool operator==(const Pause&, const Pause&) = default;
};

/// Goes to the next step and runs it; after the last one the café is finished. While idle, begins.
struct Next {
    static constexpr std::string_view name = "next";
    friend bool operator==(const Next&, const Next&) = default;
};

/// Comes back to the step before, with what it had left. A paused clock stays so; one that would pass at once pauses.
struct Back {
    static constexpr std::string_view name = "back";
    friend bool operator==(const Back&, const Back&) = default;
};

/// The automatic passage to the next step; its stamp is the moment when it was due. Rejected when none was.
struct Pass {
    static constexpr std::string_view name = "pass";
    friend bool operator==(const Pass&, const Pass&) = default;
};

/// More or less time for the current step; whole seconds. Less never takes it below zero.
struct Adjust {
    static constexpr std::string_view name = "adjust";
    base::Duration by{};
    friend bool operator==(const Adjust&, const Adjust&) = default;
};

/// Takes the delay out of the steps to come, in proportion to their lengths, never below a step's minimum.
/// Rejected when not late, or when nothing can be taken.
struct CatchUp {
    static constexpr std::string_view name = "catch_up";
    friend bool operator==(const CatchUp&, const CatchUp&) = default;
};

/// Gives the steps to come their planned lengths again.
struct RestoreLengths {
    static constexpr std::string_view name = "restore_lengths";
    friend bool operator==(const RestoreLengths&, const RestoreLengths&) = default;
};

/// Takes the clock back to before the morning, after a rehearsal. Ideas stay. Rejected while running.
struct Rewind {
    static constexpr std::string_view name = "rewind";
    friend bool operator==(const Rewind&, const Rewind&) = default;
};

/// The café was opened again after the program had stopped. In the same boot the steady clock went on by itself;
/// after a reboot what ran meanwhile is taken from wall time, never less than nothing.
struct Recover {
    static constexpr std::string_view name = "recover";
    friend bool operator==(const Recover&, const Recover&) = default;
};

/// How the clock looks at one moment.
enum class TimerLook { idle, running, last_minute, over, paused, finished };
constexpr auto names_of(TimerLook) {
    return std::to_array<base::Name<TimerLook>>({{TimerLook::idle, "idle"},
                                                 {TimerLook::running, "running"},
                                                 {TimerLook::last_minute, "last_minute"},
                                                 {TimerLook::over, "over"},
                                                 {TimerLook::paused, "paused"},
                                                 {TimerLook::finished, "finished"}});
}

struct TimerReading {
    TimerLook look = TimerLook::idle;
    std::optional<std::size_t> step{}; ///< index in the agenda; none while idle
    base::Duration left{};             ///< negative once over; while idle, the first step's length
    base::Duration allotted{};         ///< the current step's length, plus and minus included
    base::WallTime step_ends_at{};     ///< if it goes on from now (never in the past: now, once over)
    base::WallTime morning_ends_at{};  ///< if every step to come takes its length
    base::Duration late{};             ///< against the plan; negative when ahead; zero while idle

    friend bool operator==(const TimerReading&, const TimerReading&) = default;
};

[[nodiscard]] TimerReading read_timer(const Session& session, const base::Stamp& now);

/// The seconds that a clock shows for a time left: rounded up while it runs down (0:01 until it is 0:00), the seconds
/// gone since zero once over.
[[nodiscard]] std::chrono::seconds shown_seconds(base::Duration left);

/// The instant at which the automatic passage falls due, never before the anchor; none when it does not.
[[nodiscard]] std::optional<base::Instant> next_passage(const Session& session);

/// The instant after `now` at which the clock shows another second; none when it stands still.
[[nodiscard]] std::optional<base::Instant> next_shown_change(const Session& session, base::Instant now);

enum class Cue {
    warning, ///< two minutes are left (in steps of four minutes or more)
    end,     ///< zero
};
constexpr auto names_of(Cue) {
    return std::to_array<base::Name<Cue>>({{Cue::warning, "warning"}, {Cue::end, "end"}});
}

/// The cues that fall into (from, to] while the present step runs. The shell sounds them; they change nothing.
[[nodiscard]] std::vector<Cue> cues_between(const Session& session, base::Instant from, base::Instant to);

/// The length that step has now: its planned one, or what catching up or plus and minus made of it.
[[nodiscard]] base::Duration allotted_length(const Session& session, std::size_t step);

/// When each step begins: as it did, or as it will when the steps before take their lengths. One a step.
[[nodiscard]] std::vector<base::WallTime> step_starts(const Session& session, const base::Stamp& now);

/// What catching up would do now: the new length of each step that would lose time, by index.
struct ShorterStep {
    StepId step;
    base::Duration from{};
    base::Duration to{};
    friend bool operator==(const ShorterStep&, const ShorterStep&) = default;
};
[[nodiscard]] std::vector<ShorterStep> plan_catch_up(const Session& session, const base::Stamp& now);

} // namespace ronde::cafe
