#pragma once
// Ideas as cards in columns under headings, as Récolter and Relire show them. Draws and reports what was chosen;
// changes nothing. Main thread, within a frame.

#include "cafe/session.hpp"
#include "gui/kit.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

struct IdeaColumn {
    std::optional<std::size_t> question{}; ///< its mark stands before the heading
    std::string heading{};
    std::vector<const cafe::Idea*> ideas{};
};

/// What stands under an idea's text.
enum class Caption {
    round_and_group, ///< "Tour 2 · Mimosas"
    question_and_round,
    time_and_table,
};

struct IdeaColumnsOptions {
    std::string_view id; ///< the items are ID.idea.IDEA
    Caption caption = Caption::round_and_group;
    bool can_star = false;
    bool can_project = false;
    cafe::IdeaId projected{};   ///< drawn as such
    std::string_view nothing{}; ///< said in a column without ideas
};

enum class CardDeed { star, project };
struct CardEvent {
    CardDeed deed = CardDeed::star;
    cafe::IdeaId idea;
};

/// Draws the columns in a scrolling place; as many side by side as stay readable, the others below. Reports at most one
/// event: a click on a card's star or screen, or S or P while the card has the keyboard.
[[nodiscard]] std::optional<CardEvent> draw_idea_columns(Ui& ui, const Rect& place, const cafe::Session& session,
                                                         const std::vector<IdeaColumn>& columns,
                                                         const IdeaColumnsOptions& options);

/// One column for each question, and one for ideas without a question when there are any.
[[nodiscard]] std::vector<IdeaColumn> columns_by_question(const cafe::Session& session,
                                                          const std::vector<std::size_t>& places, const Words& words);
[[nodiscard]] std::vector<IdeaColumn> columns_by_round(const cafe::Session& session,
                                                       const std::vector<std::size_t>& places, const Words& words);
[[nodiscard]] std::vector<IdeaColumn> columns_by_table(const cafe::Session& session,
                                                       const std::vector<std::size_t>& places, const Words& words);
/// All in one, in order of time.
[[nodiscard]] std::vector<IdeaColumn> column_in_time(const cafe::Session& session,
                                                     const std::vector<std::size_t>& places, const Words& words);

} // namespace ronde::gui
