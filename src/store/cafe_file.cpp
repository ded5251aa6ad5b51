#include "store/cafe_file.hpp"

#include "store/cafe_paths.hpp"
#include "store/document.hpp"
#include "store/forget.hpp"
#include "store/inspect.hpp"
#include "store/json_writer.hpp"
#include "store/recovery.hpp"
#include "store/writer.hpp"
#include "store/wrong.hpp"

#include <algorithm>
#include <tuple>

namespace ronde::store {
namespace {

std::string holder_text(const Holder& holder) {
    JsonWriter out(Layout::line);
    out.begin_object();
    out.key("pid");
    out.integer(holder.pid);
    out.key("host");
    out.text(holder.host);
    out.key("user");
    out.text(holder.user);
    out.key("since");
    out.text(base::to_rfc3339(holder.since));
    out.end_object();
    return out.take() + '\n';
}

std::optional<Holder> holder_from(std::string_view text) {
    const Document document(text);
    const auto root = document.root();
    if (document.damage() || !root || root->kind() != JsonKind::object) return std::nullopt;
    const auto pid = root->natural_member("pid");
    const auto since = base::wall_time_from(root->text_member("since").value_or(""));
    if (!pid || !since) return std::nullopt;
    return Holder{.pid = static_cast<std::int64_t>(*pid),
                  .host = std::string(root->text_member("host").value_or("")),
                  .user = std::string(root->text_member("user").value_or("")),
                  .since = *since};
}

base::Result<OpenedCafe> open_to_read(Disk& disk, const CafePaths& paths, Access access) {
    auto read = read_cafe(disk, paths.session);
    if (!read) return tl::unexpected(read.error());
    OpenedCafe opened;
    opened.session = std::move(read->session);
    opened.access = read->format == Format::newer ? Access::newer : access;
    // While another program writes, what looks unfinished is only not yet written.
    if (access != Access::held) opened.notes = std::move(read->notes);
    return opened;
}

/// Keeps the damaged session file under another name, without taking it away: the next save replaces it.
DiskResult<void> set_aside(Disk& disk, const CafePaths& paths, const base::Clock& clock, std::vector<Note>& notes) {
    const auto now = clock.now().wall;
    auto kept = paths.aside("corrupt", now, "json");
    auto done = disk.duplicate(paths.session, kept);
    for (int n = 2; !done && done.error().trouble == Trouble::exists; ++n) {
        kept = paths.aside("corrupt-" + std::to_string(n), now, "json");
        done = disk.duplicate(paths.session, kept);
    }
    if (!done) done = disk.rename(paths.session, kept); // needs no space
    if (done) done = disk.sync_folder(paths.folder);
    for (auto& note : notes)
        if (note.kind == NoteKind::set_aside) note.file = kept.string();
    return done;
}

/// Journals of another café go out of the way, so that ours can begin.
void set_foreign_aside(Disk& disk, const CafePaths& paths, const base::Clock& clock, Recovery& recovery) {
    for (const auto& journal : recovery.journals) {
        if (!journal.foreign) continue;
        const auto kept = paths.aside("foreign-journal-" + std::to_string(journal.number), clock.now().wall, "jsonl");
        if (disk.rename(paths.journal(journal.number), kept))
            recovery.notes.push_back({.kind = NoteKind::foreign_journal, .file = kept.string()});
    }
}

/// Cuts what a crash left after the last sound line, once it is kept elsewhere.
DiskResult<void> mend_end(Disk& disk, const CafePaths& paths, const base::Clock& clock, const FoundJournal& journal,
                          std::vector<Note>& notes) {
    if (!journal.text.torn().empty()) {
        const auto kept = paths.aside("torn", clock.now().wall, "txt");
        if (auto written = replace_file(disk, kept, std::string(journal.text.torn()) + '\n'); !written) return written;
        notes.push_back({.kind = NoteKind::torn_line, .count = journal.text.torn().size(), .file = kept.string()});
    }
    auto file = disk.open(paths.journal(journal.number), OpenMode::existing);
    if (!file) return tl::unexpected(file.error());
    if (auto cut = (*file)->truncate(journal.text.end()); !cut) return cut;
    return (*file)->sync();
}

/// Takes away a journal in which not even the café's creation stands whole: a crash came before anything was
/// acknowledged. What it holds of a line is kept. Whether it is out of the way.
bool clear_unbegun(Disk& disk, const CafePaths& paths, const base::Clock& clock, const std::filesystem::path& journal) {
    auto bytes = disk.read(journal);
    if (!bytes) return false;
    const JournalText text(std::move(*bytes));
    if (!text.lines().empty()) return false;
    if (text.torn().empty()) return disk.remove(journal).has_value();
    return disk.rename(journal, paths.aside("torn", clock.now().wall, "txt")).has_value();
}

/// Whether somebody was erased and a crash came before the past was let go.
bool erasure_unfinished(Disk& disk, const CafePaths& paths, const Recovery& recovery) {
    if (disk.read(unfinished_journal(paths))) return true;
    for (const auto& journal : recovery.journals) {
        if (journal.foreign) continue;
        for (const auto& line : journal.text.lines()) {
            if (line.text.find(cafe::ErasePerson::name) == std::string_view::npos) continue;
            const auto read = action_from(line.text);
            if (read && std::holds_alternative<cafe::ErasePerson>(read->action.deed)) return true;
        }
    }
    return false;
}

bool is_one_of(const std::filesystem::path& file, std::span<const std::filesystem::path> files) {
    return std::ranges::any_of(files, [&file](const std::filesystem::path& other) {
        std::error_code one_is_missing;
        return file.lexically_normal() == other.lexically_normal() ||
               std::filesystem::equivalent(file, other, one_is_missing);
    });
}

tl::unexpected<base::Error> not_replaced(const std::filesystem::path& path, std::string message) {
    return tl::unexpected(base::Error{.message = std::move(message), .file = path.string()});
}

/// The sentence for whoever may not write: who has the café open.
tl::unexpected<base::Error> not_locked(Disk& disk, const CafePaths& paths, DiskError failed) {
    failed.error.file = paths.session.string();
    if (failed.trouble == Trouble::held) {
        const auto text = disk.read(paths.lock());
        const auto holder = text ? holder_from(*text) : std::nullopt;
        failed.error.message =
            "the café is open in another program (" +
            (holder ? holder->user + ", " + holder->host + ", process " + std::to_string(holder->pid) : "unknown") +
            "); close it there, or write to another file";
    }
    return tl::unexpected(std::move(failed.error));
}

/// A journal that is not what the session was made of tells another story; one without numbers, none that can be read
/// beside a session.
base::Result<void> journals_allow(Disk& disk, const CafePaths& paths, std::span<const std::filesystem::path> made_of) {
    const auto names = disk.list(paths.folder.empty() ? std::filesystem::path(".") : paths.folder);
    if (!names) return tl::unexpected(names.error().error);
    for (const auto& name : *names) {
        if (!paths.journal_number(name)) continue;
        const auto file = paths.folder / name;
        if (!is_one_of(file, made_of))
            return not_replaced(paths.session, "the journal " + file.string() +
                                                   " lies beside it, and the next reading would go on with that; move "
                                                   "the journal away, or write to another file");
        auto bytes = disk.read(file);
        if (!bytes) return tl::unexpected(bytes.error().error);
        const JournalText journal(std::move(*bytes));
        for (const auto& line : journal.lines())
            if (const auto read = action_from(line.text, journal.version()); !read || read->seq == 0)
                return not_replaced(paths.session,
                                    "the actions of " + file.string() +
                                        " are without numbers, and beside a session it would be read as damaged; write "
                                        "to a file of another name");
    }
    return {};
}

} // namespace

struct CafeFile::Inner {
    std::filesystem::path path{};
    std::unique_ptr<FileLock> lock{};
    std::unique_ptr<Writer> writer{}; ///< after the lock: it ends first
    FileStatus last{};                ///< once closed
};

CafeFile::CafeFile(std::unique_ptr<Inner> inner) : m_inner(std::move(inner)) {}
CafeFile::~CafeFile() = default;

base::Result<OpenedCafe> CafeFile::open(const std::filesystem::path& path, Disk& disk, const base::Clock& clock,
                                        Holder who, CafeFileOptions options) {
    const CafePaths paths(path);
    auto lock = disk.lock(paths.lock(), holder_text(who));
    if (!lock) {
        const bool held = lock.error().trouble == Trouble::held;
        const bool not_allowed = lock.error().trouble == Trouble::not_allowed;
        const bool missing = lock.error().trouble == Trouble::missing; // reading says of which file
        if (!held && !not_allowed && !missing) return tl::unexpected(lock.error().error);
        auto opened = open_to_read(disk, paths, held ? Access::held : Access::not_allowed);
        if (opened && held)
            if (const auto text = disk.read(paths.lock())) opened->holder = holder_from(*text);
        return opened;
    }

    auto recovery = recover(disk, paths);
    if (!recovery) return tl::unexpected(recovery.error());
    if (recovery->format == Format::newer) return open_to_read(disk, paths, Access::newer);

    if (recovery->file_damaged)
        if (auto kept = set_aside(disk, paths, clock, recovery->notes); !kept)
            return tl::unexpected(kept.error().error);
    set_foreign_aside(disk, paths, clock, *recovery);

    bool unclean = !(*lock)->left_behind().empty() || recovery->replayed > 0;
    int number = 1;
    for (const auto& journal : recovery->journals)
        if (!journal.foreign) number = journal.number + 1;
    bool go_on = false;
    if (!recovery->journals.empty() && !recovery->journals.back().foreign && !recovery->journals.back().unreadable) {
        const auto& last = recovery->journals.back();
        unclean = unclean || last.text.padded() || !last.text.torn().empty();
        const bool ragged = last.text.padded() || !last.text.torn().empty() || recovery->replayed > 0;
        const bool mended = !ragged || mend_end(disk, paths, clock, last, recovery->notes).has_value();
        go_on = recovery->journal_whole && mended;
    }
    JournalWriter journal(disk, paths, std::max<std::size_t>(options.preallocated, 1), go_on ? number - 1 : number);
    if (go_on) journal.go_on_at(recovery->journals.back().text.end(), recovery->journals.back().text.lacks_newline());

    const bool file_whole =
        recovery->saved_seq > 0 || (!recovery->file_damaged && disk.read(paths.session).has_value());
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    inner->lock = std::move(*lock);
    inner->writer =
        std::make_unique<Writer>(disk, clock, paths, std::move(options), std::move(journal), recovery->session.id,
                                 file_whole ? Previous::good : Previous::none_or_damaged,
                                 FileStatus{.durable_seq = recovery->session.seq, .saved_seq = recovery->saved_seq});
    if (erasure_unfinished(disk, paths, *recovery))
        inner->writer->forget(recovery->session);
    else if (!file_whole || recovery->replayed > 0)
        inner->writer->save(recovery->session);

    OpenedCafe opened;
    opened.file = std::unique_ptr<CafeFile>(new CafeFile(std::move(inner)));
    opened.session = std::move(recovery->session);
    opened.last_run = unclean ? LastRun::unclean : LastRun::clean;
    opened.notes = std::move(recovery->notes);
    return opened;
}

base::Result<std::unique_ptr<CafeFile>> CafeFile::create(const std::filesystem::path& path, Disk& disk,
                                                         const base::Clock& clock, Holder who,
                                                         CafeFileOptions options) {
    const CafePaths paths(path);
    auto lock = disk.lock(paths.lock(), holder_text(who));
    if (!lock) return tl::unexpected(lock.error().error);
    const auto names = disk.list(paths.folder.empty() ? std::filesystem::path(".") : paths.folder);
    if (!names) return tl::unexpected(names.error().error);
    for (const auto& name : *names) {
        const bool is_journal = paths.journal_number(name).has_value();
        if (name != path.filename().string() && !is_journal) continue;
        if (is_journal && clear_unbegun(disk, paths, clock, paths.folder / name)) continue;
        auto taken = because(Wrong::name_taken);
        taken.fault = base::Fault::environment;
        taken.file = (paths.folder / name).string();
        return tl::unexpected(std::move(taken));
    }
    JournalWriter journal(disk, paths, std::max<std::size_t>(options.preallocated, 1), 1);
    auto inner = std::make_unique<Inner>();
    inner->path = path;
    inner->lock = std::move(*lock);
    inner->writer = std::make_unique<Writer>(disk, clock, paths, std::move(options), std::move(journal),
                                             cafe::SessionId{}, Previous::none_or_damaged, FileStatus{});
    return std::unique_ptr<CafeFile>(new CafeFile(std::move(inner)));
}

base::Result<void> CafeFile::replace(const std::filesystem::path& path, Disk& disk, const base::Clock& clock,
                                     const Holder& who, const cafe::Session& session,
                                     std::span<const std::filesystem::path> made_of) {
    const CafePaths paths(path);
    const auto lock = disk.lock(paths.lock(), holder_text(who));
    if (!lock) return not_locked(disk, paths, lock.error());

    const auto text = disk.read(paths.session);
    if (!text && text.error().trouble != Trouble::missing) return tl::unexpected(text.error().error);
    auto there = recover(disk, paths); // fails where nothing is of which a café can be made
    if (there && there->format == Format::newer)
        return not_replaced(path, "a later version of Ronde wrote the café there; write to another file");
    if (there && there->session.id != session.id)
        return not_replaced(path, "another café is there; write to another file, or move that one away");
    if (there && there->session.seq > session.seq)
        return not_replaced(path, "the café there has later work, up to action " + std::to_string(there->session.seq) +
                                      ", while what would replace it ends with action " + std::to_string(session.seq) +
                                      "; write to another file, or first move the café with its journals away");
    if (auto allowed = journals_allow(disk, paths, made_of); !allowed) return allowed;

    const bool damaged = there && there->file_damaged;
    if (damaged)
        if (auto kept = set_aside(disk, paths, clock, there->notes); !kept) return tl::unexpected(kept.error().error);
    const bool worth_keeping = there && !damaged && text.has_value();
    const auto written =
        replace_session(disk, paths, session, worth_keeping ? Previous::good : Previous::none_or_damaged);
    if (!written) return tl::unexpected(written.error().error);
    return {};
}

const std::filesystem::path& CafeFile::path() const {
    return m_inner->path;
}

void CafeFile::append(const cafe::Action& action, std::uint64_t seq) {
    m_inner->writer->append(action, seq);
}

void CafeFile::save(cafe::Session session) {
    m_inner->writer->save(std::move(session));
}

void CafeFile::forget(cafe::Session session) {
    m_inner->writer->forget(std::move(session));
}

FileStatus CafeFile::status() const {
    return m_inner->writer ? m_inner->writer->status() : m_inner->last;
}

base::Result<void> CafeFile::close(cafe::Session session) {
    if (auto saved = m_inner->writer->save_and_wait(std::move(session)); !saved) return saved;
    m_inner->writer->finish();
    m_inner->last = m_inner->writer->status();
    m_inner->writer.reset();
    m_inner->lock.reset();
    return {};
}

} // namespace ronde::store
