#pragma once
// Finds names in members of a session file that this version does not know: JSON kept as text. What a string says
// counts, however it is written (`Zo\u00e9`, a name after `\n`); the words of JSON itself stay. Pure; any thread.

#include "cafe/names_in_text.hpp"

#include <string>

namespace ronde::cafe {

/// The text with the names put out of its strings; whether there were any. What is no JSON is left as it can be read.
bool hide_in_json(const NamesInText& names, std::string& json);

} // namespace ronde::cafe
