#include "app/running_cafe.hpp"

#include "app/dealing.hpp"
#include "app/notices.hpp"
#include "app/seating_defaults.hpp"

#include <algorithm>
#include <chrono>
#include <exception>
#include <utility>

namespace ronde::app {
namespace {

using namespace std::chrono_literals;

constexpr base::Duration save_every = 10s;
constexpr base::Duration notice_lasts = 12s;
constexpr base::Duration greeting_lasts = 1min;
constexpr base::Duration planning_shown_every = 200ms;
constexpr base::Duration late_cue = 10s; ///< an older cue, as after the machine slept, is not sounded any more

base::Duration lasts(const Notice& notice) {
    return greets(notice) ? greeting_lasts : notice_lasts;
}

Access access_of(store::Access access) {
    switch (access) {
    case store::Access::writable: return Access::writable;
    case store::Access::held: return Access::held_elsewhere;
    case store::Access::newer: return Access::newer_version;
    case store::Access::not_allowed: return Access::not_allowed;
    }
    return Access::not_allowed;
}

bool clock_is_on(const cafe::Session& session) {
    return session.timer.state == cafe::ClockState::running || session.timer.state == cafe::ClockState::paused;
}

} // namespace

RunningCafe::RunningCafe(Ports ports, Folders folders, Preferences preferences)
    : m_ports(std::move(ports)), m_folders(std::move(folders)) {
    m_snapshot.preferences = std::move(preferences);
    m_snapshot.sessions_folder = m_folders.sessions;
    m_snapshot.now = m_ports.clock.now();
    m_cues_until = m_saved_at = m_snapshot.now.instant;
}

RunningCafe::~RunningCafe() {
    stop_suggesting();
    stop_comparing();
    drop_planning();
    if (m_matching) m_matching->store(true); // nobody waits for it
}

store::CafeFileOptions RunningCafe::file_options() const {
    store::CafeFileOptions options;
    options.on_progress = m_ports.wake;
    return options;
}

base::Result<void> RunningCafe::open(const std::filesystem::path& file) {
    auto opened = store::CafeFile::open(file, m_ports.disk, m_ports.clock, m_ports.who, file_options());
    if (!opened) return tl::unexpected(opened.error());
    adopt(std::move(*opened), file);
    return {};
}

void RunningCafe::adopt(store::OpenedCafe opened, std::filesystem::path path) {
    m_session = std::move(opened.session);
    m_file = std::move(opened.file);
    m_snapshot.file = std::move(path);
    m_snapshot.access = access_of(opened.access);
    m_snapshot.held_by = opened.holder ? opened.holder->user + "@" + opened.holder->host : std::string{};
    m_snapshot.save = {};
    const base::Stamp now = m_ports.clock.now();
    m_cues_until = m_saved_at = now.instant;
    m_asked_to_save = m_session->seq;
    m_revision += 1;

    for (Notice& notice : notices_of(opened.notes)) tell(std::move(notice));
    if (m_file == nullptr) return;
    watch_file(now);
    if (opened.last_run == store::LastRun::unclean || clock_is_on(*m_session)) act(cafe::Recover{});
    if (m_session->seating.basis != m_session->structure) plan_seating(m_session->structure);
    remember(m_snapshot.file);
}

void RunningCafe::remember(const std::filesystem::path& file) {
    auto& recent = m_snapshot.preferences.recent;
    std::erase(recent, file.string());
    recent.insert(recent.begin(), file.string());
    recent.resize(std::min<std::size_t>(recent.size(), 10));
}

std::optional<cafe::Rejected> RunningCafe::act(cafe::Deed deed) {
    if (const auto* people = std::get_if<cafe::PutPeople>(&deed); people != nullptr && m_session && m_file != nullptr)
        for (cafe::Deed& before :
             defaults_for(*m_session, *people, [this](std::string_view prefix) { return new_id(prefix); }))
            act_at(m_ports.clock.now(), std::move(before));
    const bool by_person =
        !std::holds_alternative<cafe::Recover>(deed) && !std::holds_alternative<cafe::ApplyPlan>(deed);
    auto refused = act_at(m_ports.clock.now(), std::move(deed));
    if (by_person && !refused) std::erase_if(m_snapshot.notices, greets);
    return refused;
}

std::optional<cafe::Rejected> RunningCafe::act_at(const base::Stamp& stamp, cafe::Deed deed) {
    if (!m_session) return cafe::Rejected{cafe::Reason::no_session, "no café is open"};
    if (m_file == nullptr) {
        tell(file_notice("read_only", m_snapshot.file.filename().string()));
        return cafe::Rejected{cafe::Reason::not_now, "the café is open to be read only"};
    }
    const cafe::Action action{stamp, std::move(deed)};
    const bool by_itself = std::holds_alternative<cafe::ApplyPlan>(action.deed);
    const bool undone = std::holds_alternative<cafe::Undo>(action.deed);
    const std::vector<cafe::Pin> pins = undone ? m_session->seating_rules.pins : std::vector<cafe::Pin>{};
    const std::uint64_t structure = m_session->structure;
    auto outcome = cafe::update(*m_session, action);
    if (!outcome) {
        if (!by_itself) tell(notice_of(outcome.error()));
        return std::move(outcome.error());
    }
    m_file->append(action, m_session->seq);
    m_revision += 1;
    if (by_itself) {
        m_snapshot.repair.clear();
        m_snapshot.without_seat.clear();
    }
    follow(*outcome);
    if (undone) put_back_seats(pins, structure);
    return std::nullopt;
}

void RunningCafe::follow(const std::vector<cafe::Effect>& effects) {
    for (const cafe::Effect& effect : effects) {
        if (const auto* plan = std::get_if<cafe::PlanSeating>(&effect)) plan_seating(plan->basis);
        if (const auto* caught_up = std::get_if<cafe::CaughtUp>(&effect)) tell(notice_of(*caught_up));
        if (const auto* recovered = std::get_if<cafe::Recovered>(&effect); recovered && clock_is_on(*m_session))
            tell(notice_of(*recovered, m_session->timer.state));
        if (std::holds_alternative<cafe::StepChanged>(effect)) m_saved_at = base::Instant{}; // save at the next tick
        if (std::holds_alternative<cafe::Erased>(effect)) forget_erased();
    }
}

void RunningCafe::stop_suggesting() {
    if (m_stop_suggesting) m_stop_suggesting->store(true);
    m_stop_suggesting.reset();
    m_snapshot.suggesting = false;
}

void RunningCafe::suggest_themes() {
    if (!m_session) return;
    stop_suggesting();
    m_stop_suggesting = std::make_shared<std::atomic<bool>>(false);
    m_snapshot.suggesting = true;
    Work work = [this, session = *m_session, stop = m_stop_suggesting]() -> Completion {
        auto found = suggest(session, [&] { return stop->load(); });
        return [this, stop, found = std::move(found)]() mutable {
            if (stop != m_stop_suggesting) return; // another search was begun since, or another café opened
            stop_suggesting();
            m_revision += 1;
            const bool current = found && m_session && found->session == m_session->id && found->seq == m_session->seq;
            if (current) m_suggestions = std::move(found); // else Récolter, which shows them, asks again
        };
    };
    start_job(std::move(work), [this, stop = m_stop_suggesting, none = Suggestions{m_session->id, m_session->seq, {}}] {
        if (stop != m_stop_suggesting) return;
        stop_suggesting();
        m_suggestions = none; // not looked for again before something changes
    });
}

void RunningCafe::tick() {
    deliver_jobs();
    const base::Stamp now = m_ports.clock.now();
    run_passages(now);
    sound_cues(now.instant);
    watch_file(now);
    save_when_due(now);
    end_notices(now);
    if (m_planning) m_revision += 1; // it is shown how it goes
}

void RunningCafe::start_job(Work work, std::function<void()> give_up) {
    m_ports.jobs.start([work = std::move(work), give_up = std::move(give_up)]() -> Completion {
        try {
            return work();
        } catch (...) {
            return [give_up, failure = std::current_exception()] {
                give_up();
                std::rethrow_exception(failure);
            };
        }
    });
}

void RunningCafe::deliver_jobs() {
    try {
        m_ports.jobs.deliver();
    } catch (const std::exception& failure) { // memory that ran out, a mistake of ours: the café goes on
        tell(failure_notice("job_failed", {}, {.message = failure.what()}));
        if (m_ports.wake) m_ports.wake(); // for what waits behind it
    }
}

void RunningCafe::run_passages(const base::Stamp& now) {
    if (!m_session || m_file == nullptr) return;
    // All that fell due, in order, each at its time: after the machine slept there may be several.
    for (auto due = cafe::next_passage(*m_session); due && *due <= now.instant; due = cafe::next_passage(*m_session)) {
        sound_cues(*due);
        if (act_at({*due, now.wall - (now.instant - *due), now.boot}, cafe::Pass{})) return;
    }
}

void RunningCafe::sound_cues(base::Instant until) {
    if (m_session && m_file != nullptr) { // the clock of a café open elsewhere is sounded there
        const base::Instant from = std::max(m_cues_until, m_ports.clock.now().instant - late_cue);
        for (const cafe::Cue cue : cafe::cues_between(*m_session, from, until))
            if (m_ports.sound_cue && m_snapshot.preferences.sound == Sound::on) m_ports.sound_cue(cue);
    }
    m_cues_until = std::max(m_cues_until, until);
}

void RunningCafe::watch_file(const base::Stamp& now) {
    if (m_file == nullptr) return;
    const store::FileStatus status = m_file->status();
    SaveState save = m_snapshot.save;
    save.failure = status.failure ? std::optional{status.failure->error} : std::nullopt;
    if (status.durable_seq > save.durable_seq) save.saved_at = now.wall;
    save.durable_seq = status.durable_seq;
    if (save.durable_seq != m_snapshot.save.durable_seq || save.failure != m_snapshot.save.failure) m_revision += 1;
    m_snapshot.save = std::move(save);
    if (m_forgetting > 0 && status.forgotten_seq >= m_forgetting) {
        m_forgetting = 0;
        tell(file_notice("erased", m_snapshot.file.filename().string()));
    }
}

void RunningCafe::save_when_due(const base::Stamp& now) {
    if (m_file == nullptr || m_session->seq == m_asked_to_save) return;
    if (now.instant - m_saved_at < save_every) return;
    m_file->save(*m_session);
    m_asked_to_save = m_session->seq;
    m_saved_at = now.instant;
}

void RunningCafe::end_notices(const base::Stamp& now) {
    const auto gone = std::erase_if(m_snapshot.notices, [&](const Notice& notice) {
        return !notice.lasting && now.instant - notice.since.instant >= lasts(notice);
    });
    if (gone > 0) m_revision += 1;
}

std::optional<base::Instant> RunningCafe::next_tick() const {
    std::optional<base::Instant> next;
    const auto sooner = [&](base::Instant at) { next = next ? std::min(*next, at) : at; };
    for (const Notice& notice : m_snapshot.notices)
        if (!notice.lasting) sooner(notice.since.instant + lasts(notice));
    if (m_planning) sooner(m_ports.clock.now().instant + planning_shown_every);
    if (!m_session || m_file == nullptr) return next;
    if (m_session->seq != m_asked_to_save) sooner(m_saved_at + save_every);
    if (const auto passage = cafe::next_passage(*m_session)) sooner(*passage);
    if (const auto second = cafe::next_shown_change(*m_session, m_ports.clock.now().instant)) sooner(*second);
    return next;
}

const Snapshot& RunningCafe::snapshot() {
    m_snapshot.session = m_session ? &*m_session : nullptr;
    const bool of_this = m_session && m_suggestions && m_suggestions->session == m_session->id;
    m_snapshot.suggestions = of_this ? &*m_suggestions : nullptr;
    m_snapshot.people_list = m_people_list ? &*m_people_list : nullptr;
    m_snapshot.reviewed = m_reviewed ? &*m_reviewed : nullptr;
    m_snapshot.now = m_ports.clock.now();
    m_snapshot.timer = m_session ? cafe::read_timer(*m_session, m_snapshot.now) : cafe::TimerReading{};
    const bool compared = m_session && m_costs && m_costs->session == m_session->id;
    m_snapshot.costs = compared && m_costs->structure == m_session->structure ? &*m_costs : nullptr;
    show_planning();
    return m_snapshot;
}

void RunningCafe::set_preferences(Preferences preferences) {
    m_snapshot.preferences = std::move(preferences);
    m_revision += 1;
}

void RunningCafe::tell(Notice notice) {
    notice.id = ++m_last_notice;
    notice.since = m_ports.clock.now();
    std::erase_if(m_snapshot.notices, [&](const Notice& old) { return old.key == notice.key && !old.lasting; });
    m_snapshot.notices.push_back(std::move(notice));
    m_revision += 1;
}

void RunningCafe::dismiss(int notice) {
    std::erase_if(m_snapshot.notices, [&](const Notice& old) { return old.id == notice; });
    m_revision += 1;
}

base::Result<void> RunningCafe::close() {
    if (m_file != nullptr)
        if (auto closed = m_file->close(*m_session); !closed) return closed;
    let_go();
    return {};
}

void RunningCafe::let_go() {
    stop_suggesting();
    m_suggestions.reset();
    stop_comparing();
    m_costs.reset();
    m_replaced.clear();
    drop_planning();
    stop_matching();
    m_file.reset();
    m_session.reset();
    m_snapshot.session = nullptr;
    m_snapshot.file.clear();
    m_snapshot.access = Access::writable;
    m_snapshot.save = {};
    m_forgetting = 0;
    drop_people();
    m_revision += 1;
}

} // namespace ronde::app
