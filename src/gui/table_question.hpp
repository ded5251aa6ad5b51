#pragma once
// Which question's mark stands for a table. Used by the lists of tables and the stage. Draws nothing; any thread.

#include "cafe/session.hpp"

#include <cstddef>
#include <optional>

namespace ronde::gui {

/// The question that stands for a table in a round (from 1), as a place in the list: the one that lives there or, where
/// the whole room takes one a round, that round's. Outside the rounds (0) a table has none of its own in that form.
[[nodiscard]] std::optional<std::size_t> question_of(const cafe::Session& session, int round,
                                                     const cafe::TableId& table);

} // namespace ronde::gui
