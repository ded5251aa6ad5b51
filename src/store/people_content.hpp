#pragma once
// Guesses what columns mean from what stands in them, where no heading says it. Internal to `store`: used by
// people_columns.cpp. Looks at the first rows alone. Pure; any thread.

#include "store/people_file.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace ronde::store {

/// For a list without headings: gives every column that is understood its meaning, and always one the names, if there
/// is a column at all.
void guess_all(std::vector<PeopleColumn>& columns, std::span<const CsvRow> rows);

/// For `open` columns, whose heading leaves open what they are: kinds of organisation or roles, by what stands in them;
/// else they are in doubt.
void guess_left_open(std::vector<PeopleColumn>& columns, std::span<const std::size_t> open,
                     std::span<const CsvRow> rows);

/// For a list with headings: finds names, addresses and telephones that no heading announces, among `unknown` columns.
void guess_missing(std::vector<PeopleColumn>& columns, std::span<const std::size_t> unknown,
                   std::span<const CsvRow> rows);

} // namespace ronde::store
