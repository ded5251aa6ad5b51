#include "cafe/timer.hpp"

#include "cafe/session.hpp"
#include "cafe/warning.hpp"

#include <algorithm>
#include <chrono>

namespace ronde::cafe {
namespace {

using base::Duration;
using std::chrono::seconds;

constexpr Duration last_minute = std::chrono::minutes{1};
constexpr Duration shortest_with_last_minute = std::chrono::minutes{2};

const StepRun* run_of(const Session& session, const StepId& step) {
    const auto at = std::ranges::find(session.timer.runs, step, &StepRun::step);
    return at == session.timer.runs.end() ? nullptr : &*at;
}

/// Between two stamps: by the steady clock within a boot, else by wall time, never negative.
Duration elapsed(const base::Stamp& from, const base::Stamp& to) {
    const Duration gone = from.boot == to.boot ? to.instant - from.instant : to.wall - from.wall;
    return std::max(gone, Duration::zero());
}

/// What a step that is not the current one will take when it is entered.
Duration to_come(const Session& session, std::size_t step) {
    const StepRun* run = run_of(session, session.agenda[step].id);
    const Duration length = run != nullptr && run->left ? *run->left : allotted_length(session, step);
    return std::max(length, Duration::zero());
}

Duration sum_to_come(const Session& session, std::size_t from) {
    Duration sum{};
    for (std::size_t i = from; i < session.agenda.size(); ++i) sum += to_come(session, i);
    return sum;
}

Duration sum_planned(const Session& session) {
    Duration sum{};
    for (const Step& step : session.agenda) sum += step.planned;
    return sum;
}

Duration left_at(const TimerState& timer, const base::Stamp& now) {
    return timer.state == ClockState::running ? timer.left - elapsed(timer.anchor, now) : timer.left;
}

TimerLook look_of(ClockState state, Duration left, Duration allotted) {
    switch (state) {
    case ClockState::idle: return TimerLook::idle;
    case ClockState::paused: return TimerLook::paused;
    case ClockState::finished: return TimerLook::finished;
    case ClockState::running: break;
    }
    if (left <= Duration::zero()) return TimerLook::over;
    return left <= last_minute && allotted >= shortest_with_last_minute ? TimerLook::last_minute : TimerLook::running;
}

} // namespace

Duration allotted_length(const Session& session, std::size_t step) {
    const StepRun* run = run_of(session, session.agenda[step].id);
    return run != nullptr && run->allotted ? *run->allotted : session.agenda[step].planned;
}

TimerReading read_timer(const Session& session, const base::Stamp& now) {
    const TimerState& timer = session.timer;
    TimerReading reading;
    const auto current = current_step(session);
    if (!current) {
        if (session.agenda.empty()) return reading;
        reading.left = reading.allotted = allotted_length(session, 0);
        reading.step_ends_at = session.identity.starts_at + reading.left;
        reading.morning_ends_at = session.identity.starts_at + sum_to_come(session, 0);
        return reading;
    }
    reading.step = current;
    reading.left = left_at(timer, now);
    reading.allotted = allotted_length(session, *current);
    reading.look = look_of(timer.state, reading.left, reading.allotted);

    const bool finished = timer.state == ClockState::finished;
    const base::Stamp& until = finished ? timer.anchor : now;
    const Duration rest = finished ? Duration::zero() : std::max(reading.left, Duration::zero());
    const Duration later = finished ? Duration::zero() : sum_to_come(session, *current + 1);
    reading.step_ends_at = until.wall + rest;
    reading.morning_ends_at = until.wall + rest + later;
    if (timer.begun)
        reading.late = timer.began_late + elapsed(*timer.begun, until) + rest + later - sum_planned(session);
    return reading;
}

seconds shown_seconds(Duration left) {
    return left > Duration::zero() ? std::chrono::ceil<seconds>(left) : std::chrono::floor<seconds>(-left);
}

std::optional<base::Instant> next_passage(const Session& session) {
    const TimerState& timer = session.timer;
    if (timer.state != ClockState::running || session.identity.passage != Passage::automatic) return std::nullopt;
    return timer.anchor.instant + std::max(timer.left, Duration::zero());
}

std::optional<base::Instant> next_shown_change(const Session& session, base::Instant now) {
    const TimerState& timer = session.timer;
    if (timer.state != ClockState::running) return std::nullopt;
    const Duration left = timer.left - (now - timer.anchor.instant);
    if (left > Duration::zero()) return now + (left - (std::chrono::ceil<seconds>(left) - seconds{1}));
    return now + (std::chrono::floor<seconds>(-left) + seconds{1} + left);
}

std::vector<Cue> cues_between(const Session& session, base::Instant from, base::Instant to) {
    const TimerState& timer = session.timer;
    const auto current = current_step(session);
    if (timer.state != ClockState::running || !current) return {};
    const base::Instant end = timer.anchor.instant + timer.left;
    const auto falls = [&](base::Instant at) { return from < at && at <= to; };
    std::vector<Cue> cues;
    if (allotted_length(session, *current) >= shortest_with_warning && falls(end - warning_before_end))
        cues.push_back(Cue::warning);
    if (falls(end)) cues.push_back(Cue::end);
    return cues;
}

std::vector<base::WallTime> step_starts(const Session& session, const base::Stamp& now) {
    std::vector<base::WallTime> starts;
    starts.reserve(session.agenda.size());
    const auto current = current_step(session);
    base::WallTime next = session.identity.starts_at;
    for (std::size_t i = 0; i < session.agenda.size(); ++i) {
        const StepRun* run = run_of(session, session.agenda[i].id);
        const bool begun = current && i <= *current && run != nullptr && run->started_at;
        starts.push_back(begun ? *run->started_at : next);
        if (current && i == *current)
            next = read_timer(session, now).step_ends_at;
        else
            next = starts.back() + to_come(session, i);
    }
    return starts;
}

std::vector<ShorterStep> plan_catch_up(const Session& session, const base::Stamp& now) {
    const auto current = current_step(session);
    if (!current || session.timer.state == ClockState::finished) return {};
    const seconds late = std::chrono::floor<seconds>(read_timer(session, now).late);
    if (late <= seconds::zero()) return {};

    struct Share {
        std::size_t step;
        seconds length;
        seconds slack;
        seconds taken{};
    };
    std::vector<Share> shares;
    for (std::size_t i = *current + 1; i < session.agenda.size(); ++i) {
        const StepRun* run = run_of(session, session.agenda[i].id);
        if (run != nullptr && run->left) continue; // it was begun and will be taken up where it was
        const auto length = std::chrono::floor<seconds>(allotted_length(session, i));
        const auto least = std::max(std::chrono::ceil<seconds>(session.agenda[i].minimum), seconds{1});
        const auto slack = length - least;
        if (slack > seconds::zero()) shares.push_back({.step = i, .length = length, .slack = slack});
    }

    // Water-filling: each pass shares what is still needed in proportion to the lengths of those with room left.
    seconds need = late;
    while (need > seconds::zero()) {
        seconds lengths{};
        for (const Share& share : shares)
            if (share.taken < share.slack) lengths += share.length;
        if (lengths == seconds::zero()) break;
        const seconds wanted = need;
        for (Share& share : shares) {
            if (share.taken >= share.slack || need == seconds::zero()) continue;
            const seconds part = std::max(seconds{1}, seconds{wanted.count() * share.length.count() / lengths.count()});
            const seconds taken = std::min({part, share.slack - share.taken, need});
            share.taken += taken;
            need -= taken;
        }
    }

    std::vector<ShorterStep> shorter;
    for (const Share& share : shares)
        if (share.taken > seconds::zero())
            shorter.push_back({session.agenda[share.step].id, share.length, share.length - share.taken});
    return shorter;
}

} // namespace ronde::cafe
