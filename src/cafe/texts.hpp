#pragma once
// Every text of a café that people wrote, to be looked through and changed in place: for erasing a person and for the
// anonymous copy, so that neither forgets a field. Used nowhere else, as changes go through cafe::update.

#include "cafe/session.hpp"

#include <cstdint>
#include <functional>
#include <string>

namespace ronde::cafe {

using ChangeText = std::function<void(std::string&)>;

/// Sentences, titles and places; an idea's tags follow its text. Not the names of people and organisations themselves,
/// nor contacts. An idea that changes gets `seq`.
void change_texts(Session& session, std::uint64_t seq, const ChangeText& change);

/// Fields that hold a name, or several: who commits, with whom, who speaks for a table.
void change_names(Session& session, const ChangeText& change);

/// Members that this version does not know, as JSON text.
void change_extras(Session& session, std::uint64_t seq, const ChangeText& change);

} // namespace ronde::cafe
