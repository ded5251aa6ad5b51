#pragma once
// What went wrong, in the person's language: `error.KEY` of the catalogues, behind the file, the line and the column.
// What has no key (the system's own words) is said as it is.

#include "base/result.hpp"
#include "gui/words.hpp"

#include <span>
#include <string>

namespace ronde::gui {

[[nodiscard]] std::string error_words(const Words& words, const base::Error& error);

/// The first few of them; "…" where there are more.
[[nodiscard]] std::string error_words(const Words& words, std::span<const base::Error> errors);

} // namespace ronde::gui
