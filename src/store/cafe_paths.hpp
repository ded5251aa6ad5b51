#pragma once
// The names of the files that belong to one café. Internal to `store`.

#include "base/time.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace ronde::store {

struct CafePaths {
    explicit CafePaths(const std::filesystem::path& session_file);

    std::filesystem::path session;
    std::filesystem::path folder;
    std::string stem; ///< the file's name without `.json`

    [[nodiscard]] std::filesystem::path backup() const { return folder / (session.filename().string() + ".bak"); }
    [[nodiscard]] std::filesystem::path lock() const { return folder / ("." + stem + ".lock"); }
    /// Number 1 is `NAME.journal.jsonl`, the next `NAME.journal-2.jsonl`.
    [[nodiscard]] std::filesystem::path journal(int number) const;
    /// The number of a journal of this café; none for any other file's name.
    [[nodiscard]] std::optional<int> journal_number(std::string_view file_name) const;
    /// `NAME.WHAT-20230613T070000Z.EXTENSION`, for what is set aside.
    [[nodiscard]] std::filesystem::path aside(std::string_view what, base::WallTime now,
                                              std::string_view extension) const;
};

} // namespace ronde::store
