#pragma once
// Appends lines to a café's journal and syncs them. Writes ahead of itself: the file grows by large steps of spaces, so
// that a sync need not write the file's length too. After a failure it goes on in a fresh file. Internal to `store`;
// used by the writer's thread alone.

#include "cafe/ids.hpp"
#include "store/cafe_paths.hpp"
#include "store/disk.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace ronde::store {

class JournalWriter {
public:
    /// The next line goes into a new file, `number` or the first after it that is free.
    JournalWriter(Disk& disk, CafePaths paths, std::size_t step, int number);

    /// The next line goes to byte `end` of the journal of that number, which holds sound lines up to there.
    void go_on_at(std::uint64_t end, bool lacks_newline);

    /// Afterwards `lines` (whole ones, each with its end) are durable. `session` and `base` are for the header, should
    /// a file be begun: the number before the first of the lines. After a failure call it again with the same lines and
    /// more: they all go into another file.
    [[nodiscard]] DiskResult<void> write(std::string_view lines, const cafe::SessionId& session, std::uint64_t base);

    /// One fresh journal, empty after `base`, in the place of all; see replace_journals. The session file must hold all
    /// up to `base`, and nothing later may have been written. After a failure lines go into the next file.
    [[nodiscard]] DiskResult<void> begin_afresh(const cafe::SessionId& session, std::uint64_t base);

    /// Cuts the file to its content.
    [[nodiscard]] DiskResult<void> finish();

private:
    [[nodiscard]] DiskResult<void> begin(const cafe::SessionId& session, std::uint64_t base);
    [[nodiscard]] DiskResult<void> append(std::string_view text);
    void give_up();

    Disk& m_disk;
    CafePaths m_paths;
    std::size_t m_step;
    int m_number;
    bool m_exists = false; ///< journal `m_number` is there and holds lines that were acknowledged
    std::unique_ptr<OpenFile> m_file{};
    std::uint64_t m_end = 0;       ///< of the content
    std::uint64_t m_allocated = 0; ///< of the padding; at least m_end
    std::string m_before{};        ///< to be written before the next line: a header, an end of line
};

} // namespace ronde::store
