#pragma once
// One open café on disk: its session file, its journal, its lock and its backup, and the thread that writes them.
// Used by `app`, from one thread; nothing here blocks that thread but open() and close().
//
// NAME.json            the session, replaced whole at each save     NAME.json.bak   the version before it
// NAME.journal.jsonl   every accepted action, durable before it is acknowledged; kept when the café is closed
// NAME.journal-2.jsonl the writer goes on here when the first could not be written   .NAME.lock   who has it open

#include "base/clock.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "cafe/action.hpp"
#include "cafe/session.hpp"
#include "store/disk.hpp"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ronde::store {

class CafeFile;

/// Who has a café open.
struct Holder {
    std::int64_t pid = 0;
    std::string host{};
    std::string user{};
    base::WallTime since{};

    friend bool operator==(const Holder&, const Holder&) = default;
};

enum class Access {
    writable,
    held,        ///< read-only: another program has it open, see OpenedCafe::holder
    newer,       ///< read-only: written by a later version of Ronde
    not_allowed, ///< read-only: no permission to write in the folder
};

constexpr auto names_of(Access) {
    return std::to_array<base::Name<Access>>({{Access::writable, "writable"},
                                              {Access::held, "held"},
                                              {Access::newer, "newer"},
                                              {Access::not_allowed, "not_allowed"}});
}

/// How the last run on this café ended. After `unclean` the shell dispatches cafe::Recover.
enum class LastRun { clean, unclean };

/// What opening found and did, one kind a sentence of the interface (catalogue keys `opened.NAME`).
enum class NoteKind {
    replayed,           ///< `count` actions of the journal were later than the session file
    torn_line,          ///< the journal's last line was cut off; its `count` bytes are kept in `file`
    bad_line,           ///< a line in the middle of the journal cannot be read: `error` says which and why
    rejected_line,      ///< a journal line makes no sense to this version: `error`
    gap,                ///< `count` actions are missing from the journal
    foreign_journal,    ///< the journal beside the file is another café's; now at `file`
    unreadable_journal, ///< the journal `file` cannot be read (`error`): what it alone holds is missing
    set_aside,          ///< the session file was damaged (`error`: the first place); the original is kept as `file`
    from_backup,        ///< … and the café was made from the backup and the journal, whole
    from_journal,       ///< … and the café was made from the journal alone, whole
    sound_part,         ///< … and what is here is its sound part, with the journal's later lines
    left_out,           ///< a member or an object that was left out or mended: `error` with line and column
};
constexpr auto names_of(NoteKind) {
    return std::to_array<base::Name<NoteKind>>({{NoteKind::replayed, "replayed"},
                                                {NoteKind::torn_line, "torn_line"},
                                                {NoteKind::bad_line, "bad_line"},
                                                {NoteKind::rejected_line, "rejected_line"},
                                                {NoteKind::gap, "gap"},
                                                {NoteKind::foreign_journal, "foreign_journal"},
                                                {NoteKind::unreadable_journal, "unreadable_journal"},
                                                {NoteKind::set_aside, "set_aside"},
                                                {NoteKind::from_backup, "from_backup"},
                                                {NoteKind::from_journal, "from_journal"},
                                                {NoteKind::sound_part, "sound_part"},
                                                {NoteKind::left_out, "left_out"}});
}

struct Note {
    NoteKind kind = NoteKind::replayed;
    std::uint64_t count = 0;
    std::string file{};
    base::Error error{};

    friend bool operator==(const Note&, const Note&) = default;
};

struct OpenedCafe {
    std::unique_ptr<CafeFile> file{}; ///< null unless access is writable
    cafe::Session session{};
    Access access = Access::writable;
    std::optional<Holder> holder{}; ///< with Access::held, when the holder could be read
    LastRun last_run = LastRun::clean;
    std::vector<Note> notes{};
};

/// A failure that lasts: shown until it clears.
struct Failure {
    Trouble trouble = Trouble::other;
    base::Error error{};
    base::WallTime since{};

    friend bool operator==(const Failure&, const Failure&) = default;
};

struct FileStatus {
    std::uint64_t durable_seq = 0; ///< actions up to this one survive a power cut
    std::uint64_t saved_seq = 0;   ///< the session file holds actions up to this one; 0: there is no file yet
    std::optional<base::WallTime> saved_at{}; ///< when this program last saved it
    std::uint64_t forgotten_seq = 0;  ///< up to here nothing but the session file tells the past; see CafeFile::forget
    std::optional<Failure> failure{}; ///< while writing fails; the writer keeps everything and tries again

    friend bool operator==(const FileStatus&, const FileStatus&) = default;
};

struct CafeFileOptions {
    /// Called from the writer's thread whenever status() has changed: wake the main loop, do nothing else.
    std::function<void()> on_progress{};
    std::chrono::milliseconds retry_after{1000};
    std::size_t preallocated = std::size_t{256} << 10U; ///< bytes that the journal grows by
};

class CafeFile {
public:
    /// Opens the café at `path` (its .json): takes the lock, reads file and journal, mends what a crash left, sets
    /// aside what is damaged. Fails only when there is nothing to read or nothing of it can be used. `disk` and `clock`
    /// must outlive the CafeFile.
    [[nodiscard]] static base::Result<OpenedCafe> open(const std::filesystem::path& path, Disk& disk,
                                                       const base::Clock& clock, Holder who,
                                                       CafeFileOptions options = {});

    /// A place for a café that does not exist yet: takes the lock; fails when the file is there. The first action
    /// appended must be the accepted CreateSession, with seq 1; save the session right after it.
    [[nodiscard]] static base::Result<std::unique_ptr<CafeFile>> create(const std::filesystem::path& path, Disk& disk,
                                                                        const base::Clock& clock, Holder who,
                                                                        CafeFileOptions options = {});

    /// Puts `session` in the place of the café at `path`, if any: under its lock, with the version before as the
    /// backup, what is damaged set aside first. Refused, with nothing changed, where it would lose something or not
    /// last: when another program has the café open (Fault::environment), another café or a later version's is there,
    /// what is there (with its journals) goes further than `session`, or a journal lies beside it that is not among
    /// `made_of`.
    [[nodiscard]] static base::Result<void> replace(const std::filesystem::path& path, Disk& disk,
                                                    const base::Clock& clock, const Holder& who,
                                                    const cafe::Session& session,
                                                    std::span<const std::filesystem::path> made_of);

    CafeFile(const CafeFile&) = delete;
    CafeFile& operator=(const CafeFile&) = delete;
    /// Without close(): writes what is queued, if it can, and leaves the rest to the next opening.
    ~CafeFile();

    [[nodiscard]] const std::filesystem::path& path() const;

    /// Queues an accepted action for the journal; `seq` is Session::seq after it. It is durable once
    /// status().durable_seq has reached it.
    void append(const cafe::Action& action, std::uint64_t seq);

    /// Queues a save of the whole session, after what was appended so far; a save that is still waiting is replaced.
    void save(cafe::Session session);

    /// After cafe::Erased: saves the session and lets all go that still tells of its past: the journals (a fresh one
    /// begins), the backup, what was set aside of this café. Over once status().forgotten_seq has reached its seq; when
    /// a crash comes before, the next opening finishes it.
    void forget(cafe::Session session);

    [[nodiscard]] FileStatus status() const;

    /// Writes everything, saves `session`, cuts the journal to its content and lets go of the lock; afterwards only
    /// path() and status() may be called. When it fails nothing is closed: try again, or destroy.
    [[nodiscard]] base::Result<void> close(cafe::Session session);

private:
    struct Inner;
    explicit CafeFile(std::unique_ptr<Inner> inner);

    std::unique_ptr<Inner> m_inner;
};

} // namespace ronde::store
