#include "cafe/apply.hpp"

#include <algorithm>
#include <chrono>

namespace ronde::cafe {
namespace {

using base::Duration;
using std::chrono::seconds;

constexpr Duration longest_adjustment = std::chrono::hours{24};
constexpr Duration near_planned_start = std::chrono::hours{6};

Duration left_now(const Applying& applying) {
    const auto reading = read_timer(applying.session, applying.stamp);
    return std::chrono::ceil<seconds>(reading.left);
}

void leave_step(Applying& applying) {
    TimerState& timer = applying.session.timer;
    StepRun& run = run_for(timer, timer.step);
    run.left = left_now(applying);
    run.ended_at = applying.stamp.wall;
}

void enter_step(Applying& applying, std::size_t index) {
    Session& session = applying.session;
    TimerState& timer = session.timer;
    const StepId& step = session.agenda[index].id;
    timer.left = allotted_length(session, index);
    StepRun& run = run_for(timer, step);
    if (run.left) timer.left = *run.left;
    run.left.reset();
    run.ended_at.reset();
    if (!run.started_at) run.started_at = applying.stamp.wall;
    timer.step = step;
    timer.anchor = applying.stamp;
    follow_agenda(session.stage);
    applying.effects.emplace_back(StepChanged{step});
}

Verdict begin(Applying& applying) {
    Session& session = applying.session;
    if (session.agenda.empty()) return rejected(Reason::not_now, "the agenda has no step");
    TimerState& timer = session.timer;
    timer.state = ClockState::running;
    timer.begun = applying.stamp;
    const Duration after_plan = applying.stamp.wall - session.identity.starts_at;
    timer.began_late =
        std::chrono::abs(after_plan) <= near_planned_start ? std::chrono::floor<seconds>(after_plan) : Duration{};
    enter_step(applying, 0);
    return std::nullopt;
}

/// To the next step, which runs; after the last one the café is finished.
void advance(Applying& applying) {
    Session& session = applying.session;
    TimerState& timer = session.timer;
    const std::size_t next = *current_step(session) + 1;
    leave_step(applying);
    if (next < session.agenda.size()) {
        timer.state = ClockState::running;
        enter_step(applying, next);
        return;
    }
    timer.left = *run_for(timer, timer.step).left;
    timer.state = ClockState::finished;
    timer.anchor = applying.stamp;
    applying.effects.emplace_back(StepChanged{timer.step});
}

/// Where steps pass by themselves, one that has nothing left would be gone again at once: it waits.
void wait_when_over(Session& session) {
    const bool over = session.timer.left <= Duration::zero();
    if (over && session.identity.passage == Passage::automatic) session.timer.state = ClockState::paused;
}

bool on_the_way(const TimerState& timer) {
    return timer.state == ClockState::running || timer.state == ClockState::paused;
}

} // namespace

StepRun& run_for(TimerState& timer, const StepId& step) {
    const auto at = std::ranges::find(timer.runs, step, &StepRun::step);
    if (at != timer.runs.end()) return *at;
    return timer.runs.emplace_back(StepRun{.step = step});
}

Verdict apply(Applying& applying, const Start&) {
    TimerState& timer = applying.session.timer;
    switch (timer.state) {
    case ClockState::idle: return begin(applying);
    case ClockState::paused:
        timer.state = ClockState::running;
        timer.anchor = applying.stamp;
        return std::nullopt;
    case ClockState::running: return rejected(Reason::not_now, "the clock is running already");
    case ClockState::finished: return rejected(Reason::not_now, "the café is over");
    }
    return std::nullopt;
}

Verdict apply(Applying& applying, const Pause&) {
    TimerState& timer = applying.session.timer;
    if (timer.state != ClockState::running) return rejected(Reason::not_now, "the clock is not running");
    timer.left = left_now(applying);
    timer.state = ClockState::paused;
    timer.anchor = applying.stamp;
    return std::nullopt;
}

Verdict apply(Applying& applying, const Next&) {
    const TimerState& timer = applying.session.timer;
    if (timer.state == ClockState::idle) return begin(applying);
    if (timer.state == ClockState::finished) return rejected(Reason::not_now, "the café is over");
    advance(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const Back&) {
    Session& session = applying.session;
    TimerState& timer = session.timer;
    if (timer.state == ClockState::idle) return rejected(Reason::not_now, "the morning has not begun");
    const std::size_t current = *current_step(session);
    if (timer.state == ClockState::finished) {
        timer.state = ClockState::running;
        enter_step(applying, current);
        wait_when_over(session);
        return std::nullopt;
    }
    if (current == 0) return rejected(Reason::not_now, "this is the first step");
    leave_step(applying);
    enter_step(applying, current - 1);
    wait_when_over(session);
    return std::nullopt;
}

Verdict apply(Applying& applying, const Pass&) {
    const Session& session = applying.session;
    // Not what next_passage says: in older journals a step that Back had taken up passes at once, and others pass
    // before the moment at which they were made over.
    const bool over = on_the_way(session.timer) && session.timer.anchor.boot == applying.stamp.boot &&
                      read_timer(session, applying.stamp).left <= Duration::zero();
    if (!over || session.identity.passage != Passage::automatic)
        return rejected(Reason::not_now, "no automatic passage is due");
    advance(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const Adjust& deed) {
    Session& session = applying.session;
    TimerState& timer = session.timer;
    if (deed.by % seconds{1} != Duration::zero() || std::chrono::abs(deed.by) > longest_adjustment)
        return rejected(Reason::bad_value, "time is added in whole seconds, 24 hours at most");
    if (!on_the_way(timer)) return rejected(Reason::not_now, "no step is on");
    const Duration left = left_now(applying);
    if (deed.by < Duration::zero() && left <= Duration::zero())
        return rejected(Reason::not_now, "no time is left to take away");
    const Duration by = std::max(deed.by, -std::max(left, Duration::zero()));
    const std::size_t current = *current_step(session);
    const Duration length = allotted_length(session, current);
    run_for(timer, timer.step).allotted = std::max<Duration>(seconds{1}, length + by);
    if (by == -left && timer.state == ClockState::running) { // exactly zero, whatever part of a second was left
        timer.left = Duration::zero();
        timer.anchor = applying.stamp;
    } else {
        timer.left += by;
    }
    return std::nullopt;
}

Verdict apply(Applying& applying, const CatchUp&) {
    Session& session = applying.session;
    const base::Duration late = read_timer(session, applying.stamp).late;
    auto steps = plan_catch_up(session, applying.stamp);
    if (steps.empty()) return rejected(Reason::not_late, "not late, or no step to come can be shorter");
    CaughtUp said;
    for (const ShorterStep& step : steps) {
        run_for(session.timer, step.step).allotted = step.to;
        said.gained += step.from - step.to;
    }
    said.steps = std::move(steps);
    said.still_late =
        std::max(std::chrono::floor<seconds>(late) - std::chrono::floor<seconds>(said.gained), seconds{0});
    applying.effects.emplace_back(std::move(said));
    return std::nullopt;
}

Verdict apply(Applying& applying, const RestoreLengths&) {
    Session& session = applying.session;
    const auto current = current_step(session);
    const std::size_t first = current ? *current + 1 : 0;
    bool changed = false;
    for (std::size_t i = first; i < session.agenda.size(); ++i) {
        const auto run = std::ranges::find(session.timer.runs, session.agenda[i].id, &StepRun::step);
        if (run == session.timer.runs.end() || !run->allotted || run->left) continue;
        run->allotted.reset();
        changed = true;
    }
    if (!changed) return rejected(Reason::not_now, "the steps to come have their planned lengths");
    return std::nullopt;
}

Verdict apply(Applying& applying, const Rewind&) {
    Session& session = applying.session;
    if (session.timer.state == ClockState::running) return rejected(Reason::not_now, "the clock is running");
    if (session.timer.state == ClockState::idle) return rejected(Reason::not_now, "the morning has not begun");
    session.timer = {};
    follow_agenda(session.stage);
    applying.effects.emplace_back(StepChanged{});
    return std::nullopt;
}

Verdict apply(Applying& applying, const Recover&) {
    TimerState& timer = applying.session.timer;
    const base::Stamp& now = applying.stamp;
    const base::Stamp seen = timer.seen;
    if (seen.boot == now.boot) {
        applying.effects.emplace_back(
            Recovered{std::max(now.instant - seen.instant, Duration::zero()), ToldBy::steady_clock});
        return std::nullopt;
    }
    const Duration away = std::max(now.wall - seen.wall, Duration::zero());
    // Where a moment of the old boot lies on the time line of this one.
    const auto moved = [&](const base::Stamp& old) {
        const Duration before = old.boot == seen.boot ? std::max(seen.instant - old.instant, Duration::zero())
                                                      : std::max(seen.wall - old.wall, Duration::zero());
        return base::Stamp{now.instant - (before + away), now.wall - (before + away), now.boot};
    };
    if (timer.begun) timer.begun = moved(*timer.begun);
    if (timer.state != ClockState::idle) timer.anchor = moved(timer.anchor);
    applying.effects.emplace_back(Recovered{away, ToldBy::wall_time});
    return std::nullopt;
}

} // namespace ronde::cafe
