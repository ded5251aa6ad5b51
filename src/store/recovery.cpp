#include "store/recovery.hpp"

#include "cafe/update.hpp"
#include "store/wrong.hpp"

#include <algorithm>
#include <charconv>

namespace ronde::store {
namespace {

constexpr std::size_t most_notes = 20; // of bad or rejected lines

bool is_padding(char c) {
    return c == ' ' || c == '\0' || c == '\r' || c == '\t';
}

std::string_view without_padding(std::string_view line) {
    while (!line.empty() && is_padding(line.front())) line.remove_prefix(1);
    while (!line.empty() && is_padding(line.back())) line.remove_suffix(1);
    return line;
}

/// What the journals add to a session.
struct Replay {
    std::uint64_t applied = 0;
    bool whole = true; ///< nothing was missing, unreadable or rejected
    std::vector<Note> notes{};
};

/// Applies the lines of all journals in the order of their numbers. What one journal lost, because the writer gave it
/// up in the middle, stands in the next; of two lines with one number the later journal's counts, as the café went on
/// with that one.
class Replayer {
public:
    Replayer(cafe::Session& session, const CafePaths& paths) : m_session(session), m_paths(paths) {}

    void take(const FoundJournal& journal) {
        const auto file = m_paths.journal(journal.number).string();
        for (const auto& line : journal.text.lines()) {
            auto seq = seq_of(line.text);
            if (!seq) { // damaged, or not written by us
                const auto read = action_from(line.text, journal.text.version());
                if (read && read->seq > 0)
                    seq = read->seq;
                else
                    m_nameless.push_back(
                        {.file = file, .text = line.text, .line = line.number, .version = journal.text.version()});
            }
            if (seq && *seq > m_reached)
                m_lines.push_back({.seq = *seq,
                                   .file = file,
                                   .text = line.text,
                                   .line = line.number,
                                   .version = journal.text.version()});
        }
    }

    [[nodiscard]] Replay run() {
        std::ranges::stable_sort(m_lines, {}, &Line::seq);
        for (auto at = m_lines.begin(); at != m_lines.end();) {
            const auto end = std::find_if(at, m_lines.end(), [at](const Line& line) { return line.seq != at->seq; });
            take_one_of(at, end);
            at = end;
        }
        const auto last_file = m_lines.empty() ? std::string() : m_lines.back().file;
        for (const auto& line : m_nameless)
            if (!m_replay.whole || m_lines.empty() || line.file == last_file) note_bad(line);
        return std::move(m_replay);
    }

private:
    struct Line {
        std::uint64_t seq = 0;
        std::string file{};
        std::string_view text{};
        int line = 0;
        int version = journal_version;
    };
    using Lines = std::vector<Line>;

    void take_one_of(Lines::const_iterator first, Lines::const_iterator end) {
        for (auto at = end; at != first;) {
            --at;
            if (const auto read = action_from(at->text, at->version)) return apply(read->action, *at);
        }
        for (auto at = first; at != end; ++at) note_bad(*at);
    }

    void apply(const cafe::Action& action, const Line& line) {
        if (line.seq > m_reached + 1)
            note({.kind = NoteKind::gap,
                  .count = line.seq - m_reached - 1,
                  .file = line.file,
                  .error = {.message = {}, .line = line.line}});
        m_reached = line.seq;
        m_session.seq = line.seq - 1;
        if (const auto outcome = cafe::update(m_session, action, cafe::Origin::journal)) {
            ++m_replay.applied;
        } else {
            m_session.seq = line.seq; // its number is used up: no other action may come under it
            const auto& rejected = outcome.error();
            const std::string why = std::string(base::name_of(rejected.reason)) + " (" + rejected.detail + ")";
            note_at(
                NoteKind::rejected_line, line,
                because(Wrong::refused_action, {{"action", std::string(cafe::name_of(action.deed))}, {"why", why}}));
        }
    }

    void note_bad(const Line& line) {
        const auto read = action_from(line.text, line.version);
        note_at(NoteKind::bad_line, line, read ? because(Wrong::missing, {{"member", "seq"}}) : read.error());
    }

    void note_at(NoteKind kind, const Line& line, base::Error error) {
        error.file = line.file;
        error.line = line.line;
        note({.kind = kind, .file = line.file, .error = std::move(error)});
    }

    void note(Note note) {
        m_replay.whole = false;
        if (m_replay.notes.size() < most_notes) m_replay.notes.push_back(std::move(note));
    }

    cafe::Session& m_session;
    const CafePaths& m_paths;
    Lines m_lines{};    ///< later than the session, which they may hold twice
    Lines m_nameless{}; ///< those whose number cannot be read
    Replay m_replay{};
    std::uint64_t m_reached = m_session.seq;
};

/// A café made from one beginning and all journals.
struct Candidate {
    cafe::Session session{};
    Replay replay{};
};

Candidate with_journals(cafe::Session session, const std::vector<FoundJournal>& journals, const CafePaths& paths) {
    Candidate candidate{.session = std::move(session)};
    Replayer replayer(candidate.session, paths);
    bool readable = true;
    for (const auto& journal : journals) {
        if (!journal.foreign) replayer.take(journal);
        readable = readable && !journal.unreadable;
    }
    candidate.replay = replayer.run();
    candidate.replay.whole = candidate.replay.whole && readable;
    return candidate;
}

/// One that cannot be read is told in `notes`; the café does without what it holds.
DiskResult<std::vector<FoundJournal>> find_journals(Disk& disk, const CafePaths& paths, std::vector<Note>& notes) {
    const auto names = disk.list(paths.folder.empty() ? std::filesystem::path(".") : paths.folder);
    if (!names && names.error().trouble == Trouble::missing) return {}; // what is missing, the session file says
    if (!names) return tl::unexpected(names.error());
    std::vector<FoundJournal> journals;
    for (const auto& name : *names) {
        const auto number = paths.journal_number(name);
        if (!number) continue;
        auto bytes = disk.read(paths.folder / name);
        if (!bytes) {
            journals.push_back({.number = *number, .unreadable = true});
            notes.push_back({.kind = NoteKind::unreadable_journal,
                             .file = (paths.folder / name).string(),
                             .error = bytes.error().error});
            continue;
        }
        journals.push_back({.number = *number, .text = JournalText(std::move(*bytes))});
        for (const auto& line : journals.back().text.lines())
            journals.back().last_seq = std::max(journals.back().last_seq, seq_of(line.text).value_or(0));
    }
    std::ranges::sort(journals, {}, &FoundJournal::number);
    return journals;
}

/// The session that the file at `path` holds, when it is whole.
std::optional<cafe::Session> whole_session(Disk& disk, const std::filesystem::path& path) {
    const auto text = disk.read(path);
    if (!text) return std::nullopt;
    auto loaded = from_json(*text, path.string());
    if (!loaded || !loaded->left_out.empty() || loaded->format != Format::current) return std::nullopt;
    return std::move(loaded->session);
}

void accept(Recovery& recovery, Candidate candidate) {
    recovery.session = std::move(candidate.session);
    recovery.replayed = candidate.replay.applied;
    recovery.journal_whole = candidate.replay.whole;
    recovery.notes.insert(recovery.notes.end(), candidate.replay.notes.begin(), candidate.replay.notes.end());
}

/// The session file is missing or damaged; `sound_part` is what of it can be used, `error` what is wrong with it.
base::Result<void> recover_without_file(Recovery& recovery, Disk& disk, const CafePaths& paths,
                                        std::optional<cafe::Session> sound_part, const base::Error& error) {
    const auto at_least = sound_part ? sound_part->seq : 0;
    auto from_backup = whole_session(disk, paths.backup());
    const auto good_enough = [&](const Candidate& candidate) {
        return candidate.replay.whole && candidate.session.seq >= at_least && !candidate.session.id.empty();
    };
    std::optional<Candidate> second_best;
    if (from_backup) {
        auto candidate = with_journals(std::move(*from_backup), recovery.journals, paths);
        if (good_enough(candidate)) {
            recovery.notes.push_back({.kind = NoteKind::from_backup, .file = paths.backup().string()});
            accept(recovery, std::move(candidate));
            return {};
        }
        second_best = std::move(candidate);
    }
    if (!recovery.journals.empty()) {
        auto candidate = with_journals({}, recovery.journals, paths);
        if (good_enough(candidate)) {
            recovery.notes.push_back({.kind = NoteKind::from_journal, .file = paths.journal(1).string()});
            accept(recovery, std::move(candidate));
            return {};
        }
        if (!second_best && !candidate.session.id.empty()) second_best = std::move(candidate);
    }
    // What is in the file itself is worth more than an older, unfinished story, unless there is next to nothing in it.
    if (sound_part && (!second_best || sound_part->ideas.size() >= second_best->session.ideas.size())) {
        recovery.notes.push_back({.kind = NoteKind::sound_part, .file = paths.session.string()});
        accept(recovery, with_journals(std::move(*sound_part), recovery.journals, paths));
        return {};
    }
    if (second_best) {
        recovery.notes.push_back({.kind = NoteKind::from_backup, .file = paths.backup().string()});
        accept(recovery, std::move(*second_best));
        return {};
    }
    return tl::unexpected(error);
}

} // namespace

std::optional<std::uint64_t> seq_of(std::string_view line) {
    constexpr std::string_view beginning = R"({"seq":)";
    if (!line.starts_with(beginning)) return std::nullopt;
    std::uint64_t seq = 0;
    const auto read = std::from_chars(line.data() + beginning.size(), line.data() + line.size(), seq);
    if (read.ec != std::errc{} || read.ptr == line.data() + line.size() || *read.ptr != ',') return std::nullopt;
    return seq;
}

JournalText::JournalText(std::string bytes) : m_bytes(std::move(bytes)) {
    constexpr std::string_view mark = "\xEF\xBB\xBF"; // of an editor; as spaces it is passed over
    if (m_bytes.starts_with(mark)) m_bytes.replace(0, mark.size(), mark.size(), ' ');
    const std::string_view all = m_bytes;
    std::size_t end = all.size();
    while (end > 0 && is_padding(all[end - 1])) --end;
    m_padded = end < all.size();
    m_header = header_from(without_padding(all.substr(0, all.find('\n'))));
    const auto last_newline = all.substr(0, end).rfind('\n');
    m_end = last_newline == std::string_view::npos ? 0 : last_newline + 1;
    if (const auto rest = without_padding(all.substr(m_end, end - m_end)); !rest.empty()) {
        if (header_from(rest) || action_from(rest, version())) {
            m_end = end;
            m_lacks_newline = true;
        } else {
            m_torn = rest;
        }
    }
}

std::vector<JournalLine> JournalText::lines() const {
    std::vector<JournalLine> lines;
    const auto all = std::string_view(m_bytes).substr(0, m_end);
    int number = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        const auto end = std::min(all.find('\n', begin), all.size());
        const auto line = without_padding(all.substr(begin, end - begin));
        begin = end + 1;
        ++number;
        if (line.empty() || (number == 1 && m_header)) continue;
        lines.push_back({.text = line, .number = number});
    }
    return lines;
}

base::Result<Recovery> recover(Disk& disk, const CafePaths& paths) {
    Recovery recovery;
    auto journals = find_journals(disk, paths, recovery.notes);
    if (!journals) return tl::unexpected(journals.error().error);
    recovery.journals = std::move(*journals);

    const auto text = disk.read(paths.session);
    if (!text && text.error().trouble != Trouble::missing) return tl::unexpected(text.error().error);
    auto loaded = text ? from_json(*text, paths.session.string()) : tl::unexpected(text.error().error);

    if (loaded && loaded->format == Format::newer) {
        recovery.session = std::move(loaded->session);
        recovery.format = Format::newer;
        return recovery;
    }
    const bool whole = loaded && loaded->left_out.empty();
    for (auto& journal : recovery.journals) {
        const auto& header = journal.text.header();
        if (header && header->version > journal_version) recovery.format = Format::newer;
        journal.foreign = whole && header && header->session != loaded->session.id;
    }
    if (whole) {
        recovery.saved_seq = loaded->session.seq;
        accept(recovery, with_journals(std::move(loaded->session), recovery.journals, paths));
    } else {
        std::optional<cafe::Session> sound_part;
        std::vector<base::Error> wrong;
        if (loaded) {
            sound_part = std::move(loaded->session);
            wrong = std::move(loaded->left_out);
        } else {
            wrong.push_back(loaded.error());
        }
        recovery.file_damaged = text.has_value();
        auto made = recover_without_file(recovery, disk, paths, std::move(sound_part), wrong.front());
        if (!made) return tl::unexpected(made.error());
        const bool sound_part_used =
            std::ranges::any_of(recovery.notes, [](const Note& note) { return note.kind == NoteKind::sound_part; });
        if (recovery.file_damaged) {
            recovery.notes.insert(recovery.notes.begin(), Note{.kind = NoteKind::set_aside, .error = wrong.front()});
            if (sound_part_used)
                for (auto& error : wrong)
                    if (recovery.notes.size() < 2 * most_notes)
                        recovery.notes.push_back({.kind = NoteKind::left_out, .error = std::move(error)});
        }
    }
    if (recovery.replayed > 0) recovery.notes.push_back({.kind = NoteKind::replayed, .count = recovery.replayed});
    std::uint64_t reached = 0;
    for (const auto& journal : recovery.journals)
        if (!journal.foreign)
            reached = std::max({reached, journal.last_seq, journal.text.header() ? journal.text.header()->base : 0});
    const bool ours = !recovery.journals.empty() && !recovery.journals.back().foreign;
    // A journal of an older version is not gone on with: its header would belie the new lines.
    const auto last = ours ? recovery.journals.back().text.header() : std::nullopt;
    recovery.journal_whole =
        recovery.journal_whole && last && last->version == journal_version && reached == recovery.session.seq;
    return recovery;
}

} // namespace ronde::store
