#pragma once
// A session as CSV files: the ideas, and beside them what else was recorded, a file a subject. Used by `app` and the
// command line. Any thread.

#include "cafe/session.hpp"

#include <array>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::report {

/// One file: `suffix` goes between the chosen name and its extension, and is empty for the first.
struct CsvDocument {
    std::string suffix{};
    std::string text{};
};

/// Of the files beside that of the ideas, which are written where there is something for them.
inline constexpr std::array<std::string_view, 3> csv_suffixes{"-opening", "-themes", "-commitments"};

/// The ideas (suffix ""), then those of `-opening`, `-themes` and `-commitments` that have something in them.
/// `separator` as in csv_separator.
[[nodiscard]] std::vector<CsvDocument> csv_documents(const cafe::Session& session, char separator);

/// Every idea, a row each: round, table, group, question, kind, text, tags, star, time, who noted it, what it builds
/// on, its themes.
[[nodiscard]] std::string ideas_csv(const cafe::Session& session, char separator);

/// `notes.csv` and `-opening` make `notes-opening.csv`.
[[nodiscard]] std::filesystem::path with_suffix(const std::filesystem::path& file, std::string_view suffix);

} // namespace ronde::report
