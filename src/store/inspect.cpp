#include "store/inspect.hpp"

#include "cafe/update.hpp"
#include "store/document.hpp"
#include "store/recovery.hpp"
#include "store/session_file.hpp"

#include <algorithm>

namespace ronde::store {
namespace {

base::Error in_line(base::Error error, const std::string& file, int line) {
    error.file = file;
    error.line = line;
    return error;
}

base::Error line_error(std::string message, const std::string& file, int line) {
    return {.message = std::move(message), .file = file, .line = line};
}

std::vector<base::Error> check_session(std::string_view text, const std::string& file) {
    auto loaded = from_json(text, file);
    if (!loaded) return {loaded.error()};
    auto problems = std::move(loaded->left_out);
    if (loaded->format == Format::newer)
        problems.push_back({.message = "it was written by a later version of Ronde (its version is " +
                                       std::to_string(loaded->version) + "): open it with that one",
                            .file = file});
    for (auto& sentence : cafe::unsound_parts(loaded->session))
        problems.push_back({.message = std::move(sentence), .file = file});
    return problems;
}

bool is_session(std::string_view text) {
    if (text.find("ronde/session") == std::string_view::npos) return false;
    const Document document(text);
    const auto root = document.root();
    return root && root->kind() == JsonKind::object && root->text_member("format") == "ronde/session";
}

/// A journal that begins with the café is fed to update; of one that goes on from a session, the lines are read.
std::vector<base::Error> check_journal(std::string text, const std::string& file) {
    const JournalText journal(text);
    if (journal.header() && journal.header()->version > journal_version)
        return {line_error("it was written by a later version of Ronde: open it with that one", file, 1)};
    if (!journal.header() || journal.header()->base == 0) {
        const auto session = replay(std::nullopt, text, file);
        return session ? std::vector<base::Error>{} : std::vector<base::Error>{session.error()};
    }
    std::vector<base::Error> problems;
    auto expected = journal.header()->base + 1;
    for (const auto& line : journal.lines()) {
        const auto read = action_from(line.text, journal.version());
        if (!read) {
            problems.push_back(in_line(read.error(), file, line.number));
            ++expected;
        } else if (read->seq != expected) {
            problems.push_back(line_error("“seq” is " + std::to_string(read->seq) + " where " +
                                              std::to_string(expected) + " should follow",
                                          file, line.number));
            expected = read->seq + 1;
        } else {
            ++expected;
        }
    }
    if (!journal.torn().empty()) problems.push_back(line_error("the last line was cut off", file, 0));
    return problems;
}

} // namespace

base::Result<ReadCafe> read_cafe(Disk& disk, const std::filesystem::path& path) {
    auto recovery = recover(disk, CafePaths(path));
    if (!recovery) return tl::unexpected(recovery.error());
    // Nothing is set aside by whoever only reads.
    std::erase_if(recovery->notes, [](const Note& note) { return note.kind == NoteKind::set_aside; });
    return ReadCafe{
        .session = std::move(recovery->session), .format = recovery->format, .notes = std::move(recovery->notes)};
}

std::optional<base::Error> trouble_of(const Note& note) {
    const auto said = [&note](std::string message) {
        return base::Error{.message = std::move(message), .file = note.file, .line = note.error.line};
    };
    switch (note.kind) {
    case NoteKind::replayed:
    case NoteKind::torn_line:
    case NoteKind::foreign_journal: return std::nullopt;
    case NoteKind::gap:
        return said((note.count == 1 ? "an action is" : std::to_string(note.count) + " actions are") +
                    " missing from the journal before this line");
    case NoteKind::from_backup: return said("the session file is damaged; this is its backup, with the journal");
    case NoteKind::from_journal: return said("the session file is damaged; this is what its journal holds");
    case NoteKind::sound_part: return said("the session file is damaged; this is its sound part, with the journal");
    case NoteKind::bad_line:
    case NoteKind::rejected_line:
    case NoteKind::unreadable_journal:
    case NoteKind::set_aside:
    case NoteKind::left_out: break;
    }
    return note.error;
}

bool is_of_journal(NoteKind kind) {
    return kind == NoteKind::gap || kind == NoteKind::bad_line || kind == NoteKind::rejected_line ||
           kind == NoteKind::unreadable_journal;
}

std::vector<base::Error> check_file(Disk& disk, const std::filesystem::path& path) {
    auto text = disk.read(path);
    if (!text) return {text.error().error};
    if (path.extension() == ".jsonl") return check_journal(std::move(*text), path.string());
    auto problems = check_session(*text, path.string());
    // Of the journals beside it, what the next opening would stumble over.
    const auto found = recover(disk, CafePaths(path));
    if (!found) return problems;
    for (const auto& note : found->notes)
        if (is_of_journal(note.kind))
            if (auto trouble = trouble_of(note)) problems.push_back(std::move(*trouble));
    return problems;
}

base::Result<cafe::Session> replay(std::optional<cafe::Session> from, std::string_view actions,
                                   const std::string& file) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (actions.starts_with(mark)) actions.remove_prefix(mark.size());
    if (is_session(actions))
        return tl::unexpected(base::Error{.message = "this is a session and no journal; give the .jsonl beside it, or "
                                                     "this one with --from",
                                          .file = file});
    cafe::Session session = from ? std::move(*from) : cafe::Session{};
    const auto contained = session.seq;
    int number = 0;
    int version = 1; // until a header says another
    for (std::size_t begin = 0; begin < actions.size();) {
        const auto end = std::min(actions.find('\n', begin), actions.size());
        auto line = actions.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        line = line.substr(std::min(line.find_first_not_of(std::string_view(" \t\r\0", 4)), line.size()));
        if (line.empty()) continue;
        const auto fail = [&](std::string message) {
            return tl::unexpected(line_error(std::move(message), file, number));
        };
        if (const auto header = header_from(line)) {
            if (header->version > journal_version) return fail("the journal was written by a later version of Ronde");
            if (!session.id.empty() && header->session != session.id)
                return fail("the journal is another café's: “" + header->session.value + "”, not “" + session.id.value +
                            "”");
            version = header->version;
            continue;
        }
        const auto read = action_from(line, version);
        if (!read) return tl::unexpected(in_line(read.error(), file, number));
        if (read->seq > 0 && read->seq <= contained) continue;
        if (read->seq > 0 && read->seq != session.seq + 1)
            return fail("“seq” is " + std::to_string(read->seq) + " where " + std::to_string(session.seq + 1) +
                        " should follow");
        if (const auto outcome = cafe::update(session, read->action, cafe::Origin::journal); !outcome)
            return fail("“" + std::string(cafe::name_of(read->action.deed)) + "” makes no sense here: " +
                        std::string(base::name_of(outcome.error().reason)) + " (" + outcome.error().detail + ")");
    }
    if (session.id.empty())
        return tl::unexpected(base::Error{.message = "there is no action that creates a session", .file = file});
    return session;
}

} // namespace ronde::store
