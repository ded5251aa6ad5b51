#pragma once
// What the columns of a people's list mean: by their headings, by their content, by the shape of a date poll.
// Internal to `store`: people_file.hpp is the door. Pure; any thread.

#include "store/people_file.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace ronde::store {

struct ListLayout {
    ListShape shape = ListShape::people;
    std::size_t header_lines = 0;
    std::vector<PeopleColumn> columns{};
    std::vector<std::size_t> buyer_names{};
};

/// How a table lies: `header_lines` when the person says it, else guessed.
[[nodiscard]] ListLayout layout_of(std::span<const CsvRow> rows, std::optional<std::size_t> header_lines);

/// Whether every cell is empty or white space.
[[nodiscard]] bool is_blank(const CsvRow& row);

/// Whether a row holds two headings at least, and nothing else.
[[nodiscard]] bool is_headings(const CsvRow& row);

} // namespace ronde::store
