// The running café's seating: a plan is made, or mended, as a job. Another change of the structure drops the one under
// way; what it finds is taken when it is proven best, when its time is over, or when the person says so.

#include "app/running_cafe.hpp"
#include "app/seat_move.hpp"
#include "app/seating_plan.hpp"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <utility>

namespace ronde::app {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration plan_for = 2s;
constexpr base::Duration told_every = 200ms;
constexpr std::int64_t most_exchanges = 4'000'000; ///< about as much as two seconds hold

} // namespace

/// One planning, shared with its job.
struct RunningCafe::PlanRun {
    base::Instant since{};
    std::atomic<bool> enough = false;  ///< take the best found so far
    std::atomic<bool> dropped = false; ///< its result is not wanted any more
    std::atomic<bool> found = false;
    std::atomic<std::int64_t> score = 0; ///< once found
    std::atomic<std::int64_t> bound = 0;
};

void RunningCafe::plan_seating(std::uint64_t basis) {
    drop_planning();
    stop_comparing(); // of a structure that is no more, and the plan comes first
    m_planning = std::make_shared<PlanRun>();
    m_planning->since = m_ports.clock.now().instant;
    const bool mend = is_announced(*m_session);
    const base::Clock* clock = &m_ports.clock; // a dropped planning may outlive this by a moment
    Work work = [this, clock, session = *m_session, run = m_planning, mend, basis]() -> Completion {
        const base::Instant began = clock->now().instant;
        rotation::Effort effort{.iterations = most_exchanges};
        effort.stop = [clock, run, began] {
            return run->enough || run->dropped || clock->now().instant - began >= plan_for;
        };
        effort.on_better = [run](std::int64_t score, std::int64_t bound) {
            run->score = score;
            run->bound = bound;
            run->found = true;
        };
        std::vector<SeatingChoice> choices;
        if (mend && !run->dropped) choices = mend_seating(session, effort);
        if (choices.empty() && !run->dropped) choices.push_back({.seating = app::plan_seating(session, effort)});
        return [this, run, id = session.id, basis, mend, choices = std::move(choices)]() mutable {
            if (m_planning == run) m_planning.reset();
            const bool wanted = !run->dropped && m_session && m_session->id == id && m_session->structure == basis;
            m_revision += 1;
            if (!wanted || choices.empty()) return;
            if (mend)
                take_choices(std::move(choices));
            else if (is_announced(*m_session))
                plan_seating(basis); // people have read their routes since: they are mended, not replaced
            else
                act(cafe::ApplyPlan{std::move(choices.front().seating)});
        };
    };
    start_job(std::move(work), [this, run = m_planning] {
        if (m_planning == run) m_planning.reset();
    });
}

/// What moves nobody and seats nobody needs no choice; the rest is shown until one is taken.
void RunningCafe::take_choices(std::vector<SeatingChoice> choices) {
    if (choices.size() == 1 && changes_nothing(choices.front())) {
        act(cafe::ApplyPlan{std::move(choices.front().seating)});
        return;
    }
    m_snapshot.repair = std::move(choices);
    m_snapshot.without_seat = without_seat(*m_session);
}

void RunningCafe::drop_planning() {
    if (m_planning) m_planning->dropped = true;
    m_planning.reset();
    m_snapshot.repair.clear();
    m_snapshot.without_seat.clear();
}

void RunningCafe::cancel_planning() {
    if (m_planning) m_planning->enough = true;
}

/// The pin asks for a plan; the one that was shown is taken in its place.
void RunningCafe::move_seat(const SeatMove& move) {
    if (!m_session) return;
    cafe::Session with_pin = *m_session;
    const cafe::PinId pin{new_id("pin")};
    with_pin.seating_rules = pinned(*m_session, move, pin);
    auto seating = moved_seating(with_pin, move);
    if (!seating) return; // the café went on since
    cafe::Seating before = m_session->seating;
    if (act(cafe::EditSeating{with_pin.seating_rules})) return;
    drop_planning();
    seating->basis = m_session->structure;
    if (act(cafe::ApplyPlan{std::move(*seating)})) return plan_seating(m_session->structure);
    if (m_replaced.size() == cafe::history_depth) m_replaced.erase(m_replaced.begin());
    m_replaced.push_back({pin, std::move(before), m_session->seating.companies});
}

/// The history takes back the pin alone; the seats go with it where nothing else has changed them since.
void RunningCafe::put_back_seats(const std::vector<cafe::Pin>& pins_before, std::uint64_t basis) {
    const auto in = [](const std::vector<cafe::Pin>& pins, const ReplacedSeats& replaced) {
        return std::ranges::find(pins, replaced.pin, &cafe::Pin::id) != pins.end();
    };
    const auto at = std::ranges::find_if(m_replaced, [&](const ReplacedSeats& replaced) {
        return in(pins_before, replaced) && !in(m_session->seating_rules.pins, replaced);
    });
    if (at == m_replaced.end()) return;
    ReplacedSeats undone = std::move(*at);
    m_replaced.erase(at, m_replaced.end());
    const cafe::Seating& now = m_session->seating;
    if (now.basis != basis || now.companies != undone.moved) return;
    drop_planning();
    undone.before.basis = m_session->structure;
    if (act(cafe::ApplyPlan{std::move(undone.before)})) plan_seating(m_session->structure);
}

void RunningCafe::compare_rules() {
    if (!m_session) return;
    stop_comparing();
    m_comparing = std::make_shared<std::atomic<bool>>(false);
    m_snapshot.comparing = true;
    Work work = [this, session = *m_session, stop = m_comparing]() -> Completion {
        auto costs = app::compare_rules(session, [stop] { return stop->load(); });
        return [this, stop, costs = std::move(costs)]() mutable {
            if (stop != m_comparing) return; // the rules have changed since, or another café was opened
            stop_comparing();
            m_costs = std::move(costs);
            m_revision += 1;
        };
    };
    start_job(std::move(work), [this, stop = m_comparing] {
        if (stop == m_comparing) stop_comparing();
    });
}

void RunningCafe::stop_comparing() {
    if (m_comparing) m_comparing->store(true);
    m_comparing.reset();
    m_snapshot.comparing = false;
}

void RunningCafe::show_planning() {
    m_snapshot.planning.reset();
    // What takes no longer than a blink is not worth a word.
    if (!m_planning || m_snapshot.now.instant - m_planning->since < told_every) return;
    m_snapshot.planning = Planning{.elapsed = m_snapshot.now.instant - m_planning->since, .bound = m_planning->bound};
    if (m_planning->found) m_snapshot.planning->score = m_planning->score;
}

} // namespace ronde::app
