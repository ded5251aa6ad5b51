#pragma once
// The running café: the only owner of a session. Deeds come in, are stamped, go through cafe::update, and reach the
// journal; commands open and make cafés; ticks let what is due happen. Used by platform, on the main thread.
// Slow work goes to Jobs, writing to the store's own thread.

#include "app/command.hpp"
#include "app/id_source.hpp"
#include "app/jobs.hpp"
#include "app/view.hpp"
#include "base/clock.hpp"
#include "cafe/action.hpp"
#include "cafe/update.hpp"
#include "store/cafe_file.hpp"
#include "store/disk.hpp"

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

/// The world, as the running café reaches it. What is referred to must outlive it.
struct Ports {
    const base::Clock& clock;
    store::Disk& disk;
    Jobs& jobs;
    IdSource& ids;
    store::Holder who{};                        ///< written into the lock
    std::function<void()> wake{};               ///< from any thread: something is to be looked at
    std::function<void(cafe::Cue)> sound_cue{}; ///< lets a cue be heard
};

struct Folders {
    std::filesystem::path sessions{};
    std::filesystem::path templates{};     ///< that ship with the program
    std::filesystem::path own_templates{}; ///< the person's; made when it is first needed
};

class RunningCafe {
public:
    RunningCafe(Ports ports, Folders folders, Preferences preferences);
    /// Without close(): what was acknowledged is in the journal.
    ~RunningCafe();
    RunningCafe(const RunningCafe&) = delete;
    RunningCafe& operator=(const RunningCafe&) = delete;

    /// Opens a session file, on this thread: for the start, before the windows. The error says what to do.
    [[nodiscard]] base::Result<void> open(const std::filesystem::path& file);

    /// Stamps the deed and hands it to the engine. A refusal is also told as a notice.
    std::optional<cafe::Rejected> act(cafe::Deed deed);

    /// Carries out what is app's of a command; false when it is platform's (preferences, sound, windows, clipboard,
    /// quit).
    bool carry_out(const Command& command);

    /// Lets happen what is due at the clock's now: passages, cues, saves, results of jobs, notices that end.
    void tick();

    /// When tick() will next have something to do, by the clock's instants; none: only when woken.
    [[nodiscard]] std::optional<base::Instant> next_tick() const;

    /// As it is now. Valid until the next call of anything that is not const.
    [[nodiscard]] const Snapshot& snapshot();

    /// Grows whenever something in the snapshot changed besides the time.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }

    void set_preferences(Preferences preferences);
    [[nodiscard]] std::string new_id(std::string_view prefix) { return m_ports.ids(prefix); }

    /// Tells the person something (platform's own news: a lost screen, a missing sound).
    void tell(Notice notice);

    /// Saves and closes the present café; on failure it stays open and the error says why.
    [[nodiscard]] base::Result<void> close();

private:
    struct PlanRun;

    /// The seating that a moved seat replaced, by the pin that keeps the move.
    struct ReplacedSeats {
        cafe::PinId pin{};
        cafe::Seating before{};
        std::vector<std::vector<cafe::Company>> moved{}; ///< the seats that the move made
    };

    void adopt(store::OpenedCafe opened, std::filesystem::path path);
    void change_to(store::OpenedCafe opened, const std::filesystem::path& path);
    void remember(const std::filesystem::path& file);
    void let_go();
    void follow(const std::vector<cafe::Effect>& effects);
    void plan_seating(std::uint64_t basis);
    void drop_planning();
    void cancel_planning();
    void take_choices(std::vector<SeatingChoice> choices);
    void show_planning();
    void move_seat(const SeatMove& move);
    void put_back_seats(const std::vector<cafe::Pin>& pins_before, std::uint64_t basis);
    void compare_rules();
    void stop_comparing();
    /// Starts a job. Should its work throw, `give_up` takes back, on this thread, that it is under way; then it is
    /// told.
    void start_job(Work work, std::function<void()> give_up);
    void deliver_jobs();
    void run_passages(const base::Stamp& now);
    void sound_cues(base::Instant until);
    void save_when_due(const base::Stamp& now);
    void watch_file(const base::Stamp& now);
    void end_notices(const base::Stamp& now);
    std::optional<cafe::Rejected> act_at(const base::Stamp& stamp, cafe::Deed deed);

    void make(const NewCafe& wish);
    void save_template();
    void remove_template(const RemoveTemplate& wish);
    void open_later(const OpenCafe& wish);
    void review(const ReviewCafe& wish);
    void refresh_sessions();
    void write_report(const WriteReport& wish);
    void write_routes();
    void write_follow_up(const WriteFollowUp& wish);
    void find_matches();
    void stop_matching();
    void propose_meetings();
    void deal_groups(const DealGroups& wish);

    // People's lists and what becomes of people: running_cafe_people.cpp.
    void read_people(const ReadPeople& wish);
    void map_people(const MapPeople& wish);
    void understand_people(PeopleList list);
    void take_people();
    void drop_people();
    void write_anonymous();
    void forget_erased();
    void dismiss(int notice);
    void suggest_themes();
    void stop_suggesting();

    [[nodiscard]] store::CafeFileOptions file_options() const;

    Ports m_ports;
    Folders m_folders;
    std::optional<cafe::Session> m_session;
    std::unique_ptr<store::CafeFile> m_file;
    std::optional<Reviewed> m_reviewed;
    std::optional<Suggestions> m_suggestions;
    std::shared_ptr<std::atomic<bool>> m_stop_suggesting; ///< of the search under way
    std::optional<PeopleList> m_people_list;
    Snapshot m_snapshot;
    std::shared_ptr<std::atomic<bool>> m_matching{}; ///< of the search under way: set, it ends
    base::Instant m_cues_until{};
    base::Instant m_saved_at{};
    std::uint64_t m_asked_to_save = 0; ///< Session::seq of the last save that was queued
    std::uint64_t m_review_wish = 0;   ///< counts the wishes: only the last one's result is taken
    std::uint64_t m_folder_wish = 0;
    std::uint64_t m_people_wish = 0; ///< counts what was asked of the list, likewise
    std::uint64_t m_forgetting = 0;  ///< Session::seq of an erasure that is not over; 0: none
    std::uint64_t m_revision = 0;
    int m_last_notice = 0;
    bool m_opening = false;
    std::shared_ptr<PlanRun> m_planning{};   ///< the planning that is under way
    std::vector<ReplacedSeats> m_replaced{}; ///< by the moves that an undo may take back, oldest first
    std::optional<SeatingCosts> m_costs{};
    std::shared_ptr<std::atomic<bool>> m_comparing{}; ///< of the comparison under way: set, it ends
};

} // namespace ronde::app
