#pragma once
// Makes a café out of what lies on disk: session file, backup and journals, whichever of them are sound. Internal to
// `store`. Reads only; cafe_file.cpp does what follows from it.

#include "base/result.hpp"
#include "store/action_line.hpp"
#include "store/cafe_file.hpp"
#include "store/cafe_paths.hpp"
#include "store/session_file.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// A line of a journal without the padding around it; `number` counts from 1.
struct JournalLine {
    std::string_view text{};
    int number = 0;
};

/// A journal's bytes: lines, then perhaps padding that was written ahead (spaces; zeros after a crash).
class JournalText {
public:
    JournalText() = default;
    explicit JournalText(std::string bytes);

    [[nodiscard]] const std::optional<JournalHeader>& header() const { return m_header; }
    /// The version of its lines; of a journal whose header is lost, the oldest, which understands them all.
    [[nodiscard]] int version() const { return m_header ? m_header->version : 1; }
    /// The lines that say something, without the header.
    [[nodiscard]] std::vector<JournalLine> lines() const;
    /// Where the last sound line ends: the next one goes here.
    [[nodiscard]] std::size_t end() const { return m_end; }
    /// Whether that line lacks its end, though it is whole.
    [[nodiscard]] bool lacks_newline() const { return m_lacks_newline; }
    /// What a crash left of a line after end(); empty when nothing.
    [[nodiscard]] std::string_view torn() const { return m_torn; }
    [[nodiscard]] bool padded() const { return m_padded; }

private:
    std::string m_bytes{};
    std::optional<JournalHeader> m_header{};
    std::size_t m_end = 0;
    std::string m_torn{};
    bool m_lacks_newline = false;
    bool m_padded = false;
};

/// The number in a line as we write it, without reading the rest.
[[nodiscard]] std::optional<std::uint64_t> seq_of(std::string_view line);

struct FoundJournal {
    int number = 1;
    JournalText text{};
    bool foreign = false;       ///< of another café
    bool unreadable = false;    ///< nobody knows what it holds; it is left as it is
    std::uint64_t last_seq = 0; ///< the highest number in it
};

struct Recovery {
    cafe::Session session{};
    Format format = Format::current;
    std::vector<Note> notes{};
    std::vector<FoundJournal> journals{}; ///< by number
    std::uint64_t saved_seq = 0;          ///< of the session file; 0 when it is missing or damaged
    std::uint64_t replayed = 0;
    bool file_damaged = false;  ///< the session file must be set aside before it is replaced
    bool journal_whole = false; ///< the last journal leads up to session.seq and can be continued
};

/// Fails when there is nothing of which a café can be made: with the session file's error.
[[nodiscard]] base::Result<Recovery> recover(Disk& disk, const CafePaths& paths);

} // namespace ronde::store
