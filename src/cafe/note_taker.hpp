#pragma once
// Who notes what is said at a table.

#include "cafe/session.hpp"

#include <string>

namespace ronde::cafe {

/// The name of the note-taker who sits at a table in a round; empty where nobody or more than one does.
[[nodiscard]] std::string note_taker_at(const Session& session, int round, const TableId& table);

} // namespace ronde::cafe
