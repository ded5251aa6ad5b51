#include "gui/table_question.hpp"

namespace ronde::gui {

std::optional<std::size_t> question_of(const cafe::Session& session, int round, const cafe::TableId& table) {
    if (round < 1 && session.seating_rules.style == cafe::SeatingStyle::successive) return std::nullopt;
    return cafe::index_of(session, cafe::question_at(session, round, table));
}

} // namespace ronde::gui
