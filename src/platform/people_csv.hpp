#pragma once
// A people's list for the command line: reads the file, takes corrections of what its columns mean, says in English
// which lines are wrong and why. Used by `ronde import` and `ronde plan --people`. Touches nothing but the disk's port.

#include "base/result.hpp"
#include "store/disk.hpp"
#include "store/people_file.hpp"

#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace ronde::platform {

struct PeopleCsv {
    store::PeopleFile file{};
    std::vector<store::ColumnMeaning> mapping{};
    store::PeopleRead read{};
};

/// A correction: the heading of a column, or its number from 1, and what it means.
struct ColumnWish {
    std::string heading{};
    store::ColumnMeaning meaning = store::ColumnMeaning::ignored;
    friend bool operator==(const ColumnWish&, const ColumnWish&) = default;
};

/// Reads "Nom=name,Courriel=email". Meanings by their English names, with "name" for the full one. A comma before what
/// has no `=` belongs to the heading. Fails with a sentence that names the part.
[[nodiscard]] base::Result<std::vector<ColumnWish>> read_column_wishes(const std::string& text);

/// Reads a list. Fails when it is no text, is empty, or has no such column.
[[nodiscard]] base::Result<PeopleCsv> read_people_csv(store::Disk& disk, const std::filesystem::path& path,
                                                      const std::vector<ColumnWish>& wishes = {});

/// Why a line was not taken, and what to do, as an error of the file.
[[nodiscard]] base::Error error_of(const store::LeftOutLine& line, const std::string& file);

/// What there is to look at in a line that was taken, without its number.
[[nodiscard]] std::string text_of(const store::RemarkedLine& line);

} // namespace ronde::platform
