#pragma once
// Names for groups: plants of the Mediterranean. Préparer and the dealing of people take the next free one.
// Names become part of the café as text: changing the language later leaves them. Pure; any thread.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// The names in a language ("fr" or "en", French for any other), in the order in which they are given.
[[nodiscard]] std::span<const std::string_view> plant_names(std::string_view language);

/// `count` names of which none is in `taken` (case and accents aside); when the plants are used up, "Groupe 33"…
[[nodiscard]] std::vector<std::string> group_names(std::string_view language, std::size_t count,
                                                   std::span<const std::string> taken = {});

} // namespace ronde::app
