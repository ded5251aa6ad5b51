#pragma once
// The thread that makes a café durable: journal lines first, several at a time, then the session file. What fails is
// kept and tried again, in order, until it succeeds. Internal to `store`; its functions are called from one thread.

#include "base/clock.hpp"
#include "store/cafe_file.hpp"
#include "store/cafe_paths.hpp"
#include "store/journal_writer.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace ronde::store {

/// Whether the session file that the next save replaces is worth keeping as the backup.
enum class Previous { good, none_or_damaged };

/// Replaces the session file whole; its version before is the backup, where it is worth keeping.
[[nodiscard]] DiskResult<void> replace_session(Disk& disk, const CafePaths& paths, const cafe::Session& session,
                                               Previous previous);

class Writer {
public:
    Writer(Disk& disk, const base::Clock& clock, CafePaths paths, CafeFileOptions options, JournalWriter journal,
           cafe::SessionId session, Previous previous, FileStatus status);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    ~Writer(); ///< tries once more to write what waits

    void append(const cafe::Action& action, std::uint64_t seq);
    void save(cafe::Session session);
    void forget(cafe::Session session);
    [[nodiscard]] FileStatus status() const;

    /// Saves, and waits until that has succeeded or failed once.
    [[nodiscard]] base::Result<void> save_and_wait(cafe::Session session);

    /// Stops the thread and cuts the journal to its content. Nothing but status() may be called afterwards.
    void finish();

private:
    struct Line {
        cafe::Action action{};
        std::uint64_t seq = 0;
    };
    /// What the thread has taken from the queue and not yet written.
    struct Work {
        std::string lines{};
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::optional<cafe::Session> session{};
        bool forget = false;     ///< the past has to go, once a save holds all
        std::uint64_t saved = 0; ///< by the last save
    };

    void run();
    void encode(const std::vector<Line>& lines);
    void write();
    [[nodiscard]] DiskResult<void> write_session(const cafe::Session& session);
    [[nodiscard]] DiskResult<void> forget_past();
    void stop();

    Disk& m_disk;
    const base::Clock& m_clock;
    const CafePaths m_paths;
    const CafeFileOptions m_options;

    // The thread's own.
    JournalWriter m_journal;
    Previous m_previous;
    Work m_work{};
    std::optional<DiskError> m_trouble{}; ///< of the last attempt

    mutable std::mutex m_mutex{};
    std::condition_variable m_wake{}; ///< the thread: there is work, or the end
    std::condition_variable m_done{}; ///< whoever waits for a save
    // Under the mutex.
    cafe::SessionId m_session;
    std::vector<Line> m_lines{};
    std::optional<cafe::Session> m_to_save{};
    std::uint64_t m_asked = 0;   ///< how often save() was called
    std::uint64_t m_handled = 0; ///< which of them the thread has tried
    bool m_forget = false;
    bool m_hurry = false; ///< try now, whatever failed before
    bool m_stop = false;
    FileStatus m_status;

    std::thread m_thread; ///< last: it uses all of the above
};

} // namespace ronde::store
