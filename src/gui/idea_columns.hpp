#pragma once
// Ideas as cards in columns under headings, as Récolter and Relire show them. Draws and reports what was chosen;
// changes nothing. Main thread, within a frame.

#include "cafe/session.hpp"
#include "gui/kit.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ronde::gui {

/// How tall cards are, kept from frame to frame so that a thousand of them out of sight cost nothing. One a place.
class CardHeights {
public:
    /// The height of an idea's card in that room (pixels), by `measure` when it is not known yet.
    [[nodiscard]] float of(const cafe::Idea& idea, float room, float unit, const std::function<float()>& measure);

private:
    struct Known {
        std::size_t text = 0; ///< the hash of what was measured
        float height = 0;
    };
    float m_room = 0;
    float m_unit = 0;
    std::unordered_map<cafe::IdeaId, Known> m_known;
};

struct IdeaColumn {
    std::optional<std::size_t> question{}; ///< its mark stands before the heading
    std::string heading{};
    std::vector<const cafe::Idea*> ideas{};
    std::string suffix{}; ///< of its cards' ids, where an idea may stand in more than one column
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
    cafe::IdeaId projected{};                             ///< drawn as such
    std::string_view nothing{};                           ///< said in a column without ideas
    const std::vector<cafe::IdeaId>* selected = nullptr;  ///< set: cards can be selected, and carried by the mouse
    std::string_view carried{};                           ///< said of the selection while it is carried
    std::function<std::string(const cafe::Idea&)> more{}; ///< what else stands in the caption
    CardHeights* heights = nullptr;
};

enum class CardDeed {
    star,
    project,
    choose, ///< this one alone
    toggle, ///< this one joins the selection, or leaves it
    extend, ///< from where it began up to this one
};
struct CardEvent {
    CardDeed deed = CardDeed::star;
    cafe::IdeaId idea;
    cafe::IdeaId from{}; ///< with extend by keys: the card that had the keyboard
};

/// What a carried idea is called in the kit's dragging.
inline constexpr std::string_view carried_idea = "idea";

/// All the cards in the order in which Up and Down go through them.
[[nodiscard]] std::vector<const cafe::Idea*> in_reading_order(const std::vector<IdeaColumn>& columns);

/// The colour of a star that is not lit, on a card or on one that is selected.
[[nodiscard]] Colour unlit_star(const Theme& theme, bool on_ink);

/// Draws the columns in a scrolling place; as many side by side as stay readable, the others under the shortest.
/// Reports at most one event: a click on a card, its star or its screen, or a key while the card has the keyboard: S, P
/// or Enter, Up and Down, the same with Shift. Cards far from what is visible are only reckoned with.
[[nodiscard]] std::optional<CardEvent> draw_idea_columns(Ui& ui, const Rect& place, const cafe::Session& session,
                                                         const std::vector<IdeaColumn>& columns,
                                                         const IdeaColumnsOptions& options);

/// The table's name, else its number: "table 2"; empty when there is no such table.
[[nodiscard]] std::string table_name(const cafe::Session& session, const cafe::TableId& id, const Words& words);

/// One column for each question, and one for ideas without a question when there are any.
[[nodiscard]] std::vector<IdeaColumn> columns_by_question(const cafe::Session& session,
                                                          const std::vector<std::size_t>& places, const Words& words);
[[nodiscard]] std::vector<IdeaColumn> columns_by_round(const cafe::Session& session,
                                                       const std::vector<std::size_t>& places, const Words& words);
[[nodiscard]] std::vector<IdeaColumn> columns_by_table(const cafe::Session& session,
                                                       const std::vector<std::size_t>& places, const Words& words);
/// One for each theme, as the room sees them, and one for the ideas that sit in none.
[[nodiscard]] std::vector<IdeaColumn> columns_by_theme(const cafe::Session& session,
                                                       const std::vector<std::size_t>& places, const Words& words);
/// All in one, in order of time.
[[nodiscard]] std::vector<IdeaColumn> column_in_time(const cafe::Session& session,
                                                     const std::vector<std::size_t>& places, const Words& words);

} // namespace ronde::gui
