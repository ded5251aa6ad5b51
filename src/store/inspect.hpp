#pragma once
// What is asked of files without opening a café: what does it hold, is it sound, what session does a journal make.
// Takes no lock, writes nothing. Any thread.

#include "base/result.hpp"
#include "cafe/session.hpp"
#include "store/cafe_file.hpp"
#include "store/disk.hpp"
#include "store/session_file.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

struct ReadCafe {
    cafe::Session session{};
    Format format = Format::current;
    std::vector<Note> notes{}; ///< what was found, without what only opening does
};

/// The café of a session file with all that its journals hold beyond it, as opening would find it: for whoever reads
/// beside the program that has it open, or after a crash. Fails as CafeFile::open does.
[[nodiscard]] base::Result<ReadCafe> read_cafe(Disk& disk, const std::filesystem::path& path);

/// What a note says is missing, damaged or left out, for the command line; nothing of what is as it should be.
[[nodiscard]] std::optional<base::Error> trouble_of(const Note& note);

/// Whether a note is about a journal rather than the session file.
[[nodiscard]] bool is_of_journal(NoteKind kind);

/// What is wrong with a session file and the journals beside it, or (by its name, `.jsonl`) with a journal, each with
/// its place where it has one.
/// Empty: it is sound. A file that cannot be read gives one error with Fault::environment.
[[nodiscard]] std::vector<base::Error> check_file(Disk& disk, const std::filesystem::path& path);

/// Feeds the lines of a journal to cafe::update, from `from` (numbered lines that it contains already are skipped) or
/// from nothing. The header may be missing. Stops at the first line that is bad or rejected, with its number.
[[nodiscard]] base::Result<cafe::Session> replay(std::optional<cafe::Session> from, std::string_view actions,
                                                 const std::string& file);

} // namespace ronde::store
