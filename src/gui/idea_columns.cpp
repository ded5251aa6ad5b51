#include "gui/idea_columns.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"
#include "compat/imgui.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

constexpr float least_column = 250; ///< units
constexpr std::size_t most_columns = 4;
constexpr char32_t star_icon = 0xF005;
constexpr char32_t screen_icon = 0xF108;

std::string question_words(const cafe::Session& session, const cafe::Idea& idea, const Words& words) {
    const auto question = cafe::index_of(session, idea.question);
    return question ? words("ideas.question", {{"n", std::to_string(*question + 1)}})
                    : std::string{words("ideas.no_question")};
}

std::string round_words(const cafe::Idea& idea, const Words& words) {
    return idea.round > 0 ? words("ideas.round", {{"n", std::to_string(idea.round)}})
                          : std::string{words("ideas.before_rounds")};
}

std::string group_or_table(const cafe::Session& session, const cafe::Idea& idea, const Words& words) {
    const cafe::Group* group = cafe::find(session, idea.group);
    return group != nullptr && !group->name.empty() ? group->name : table_name(session, idea.table, words);
}

std::string_view kind_words(cafe::IdeaKind kind, const Words& words) {
    switch (kind) {
    case cafe::IdeaKind::idea: return words("ideas.kind.idea");
    case cafe::IdeaKind::question: return words("ideas.kind.question");
    case cafe::IdeaKind::quote: return words("ideas.kind.quote");
    case cafe::IdeaKind::action: return words("ideas.kind.action");
    }
    return {};
}

std::string caption_of(const cafe::Session& session, const cafe::Idea& idea, Caption caption, const Words& words) {
    const std::string joint{words("ideas.joint")};
    std::string text;
    switch (caption) {
    case Caption::round_and_group:
        text = round_words(idea, words) + joint + group_or_table(session, idea, words);
        break;
    case Caption::question_and_round:
        text = question_words(session, idea, words) + joint + round_words(idea, words);
        break;
    case Caption::time_and_table:
        text = base::clock_text(base::to_local(idea.at, session.identity.time_zone)) + joint +
               question_words(session, idea, words) + joint + group_or_table(session, idea, words);
        break;
    }
    if (idea.kind != cafe::IdeaKind::idea) text += joint + std::string{kind_words(idea.kind, words)};
    return text;
}

/// Draws the columns; what was chosen is kept until the end.
class Columns {
public:
    Columns(Ui& ui, const cafe::Session& session, const IdeaColumnsOptions& options)
        : m_ui(ui), m_session(session), m_options(options) {}

    std::optional<CardEvent> draw(const Rect& place, const std::vector<IdeaColumn>& columns) {
        m_view = place;
        m_columns = &columns;
        Scroll scroll(m_ui, std::string{m_options.id} + ".columns", place);
        const Rect content = scroll.content();
        const auto fitting = [&](float gap) {
            return static_cast<std::size_t>(std::max(1.0F, (content.w + gap) / (m_ui.px(least_column) + gap)));
        };
        const std::size_t wanted = std::clamp<std::size_t>(columns.size(), 1, most_columns);
        const float gap = m_ui.px(fitting(m_ui.px(28)) < wanted ? 20 : 28);
        const std::size_t side_by_side = std::min(wanted, fitting(gap));
        const float width = (content.w - gap * static_cast<float>(side_by_side - 1)) / static_cast<float>(side_by_side);
        float head = 0; // of the first row: its cards begin side by side
        for (std::size_t c = 0; c < std::min(side_by_side, columns.size()); ++c)
            head = std::max(head, heading_height(columns[c], width));
        std::vector<float> bottoms(side_by_side, content.y);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            // What has no place in the first row goes where the least stands above it.
            const auto slot = c < side_by_side ? c : shortest(bottoms);
            const float x = content.x + static_cast<float>(slot) * (width + gap);
            float& y = bottoms[slot];
            const float high = c < side_by_side ? head : heading_height(columns[c], width);
            draw_heading(columns[c], {x, y, width, high});
            y = draw_cards(columns[c], x, y + high + m_ui.px(14), width) + m_ui.px(20);
        }
        const float y = *std::ranges::max_element(bottoms);
        scroll.content_ends_at(y);
        return m_event;
    }

private:
    static std::size_t shortest(const std::vector<float>& bottoms) {
        return static_cast<std::size_t>(std::ranges::min_element(bottoms) - bottoms.begin());
    }

    /// A question's mark and words are smaller over a narrow column.
    [[nodiscard]] bool is_narrow(float width) const { return width < m_ui.px(300); }
    [[nodiscard]] float mark_size(float width) const { return m_ui.px(is_narrow(width) ? 34 : 42); }
    [[nodiscard]] float mark_room(const IdeaColumn& column, float width) const {
        return column.question ? mark_size(width) + m_ui.px(is_narrow(width) ? 10 : 14) : 0;
    }

    [[nodiscard]] TextBlock lay_heading(const IdeaColumn& column, float width) {
        const float asked = is_narrow(width) ? 20.0F : 23.0F;
        return lay_out(m_ui.canvas, Face::title, m_ui.px(column.question ? asked : 26.0F), column.heading,
                       width - mark_room(column, width));
    }

    float heading_height(const IdeaColumn& column, float width) {
        const float least = column.question ? mark_size(width) + m_ui.px(2) : m_ui.px(30);
        return std::max(lay_heading(column, width).height, least);
    }

    void draw_heading(const IdeaColumn& column, const Rect& rect) {
        const float size = mark_size(rect.w);
        if (column.question)
            mark(m_ui.canvas, {rect.x + size / 2, rect.y + size / 2 + m_ui.px(1)}, size, *column.question);
        const TextBlock block = lay_heading(column, rect.w);
        gui::draw(m_ui.canvas, block, {rect.x + mark_room(column, rect.w), rect.y}, m_ui.canvas.theme.ink);
    }

    float draw_cards(const IdeaColumn& column, float x, float y, float width) {
        if (column.ideas.empty() && !m_options.nothing.empty()) {
            const TextBlock nothing = lay_out(m_ui.canvas, Face::text, m_ui.px(15), m_options.nothing, width);
            const std::string id = std::string(m_options.id) + ".nothing." + std::to_string(++m_without_ideas);
            text_item(m_ui, id, nothing, {x, y}, m_ui.canvas.theme.muted);
            return y + nothing.height;
        }
        for (const cafe::Idea* idea : column.ideas) y += draw_card(column, *idea, x, y, width) + m_ui.px(14);
        return y;
    }

    /// The words on a card, and the room that they have.
    TextBlock lay_text(const cafe::Idea& idea, float width) {
        const float room = width - 2 * pad() - (deeds_below(width) ? 0 : deeds_width());
        return lay_out(m_ui.canvas, Face::text, m_ui.px(17.5F), idea.text, room);
    }
    [[nodiscard]] float pad() const { return m_ui.px(17); }
    [[nodiscard]] float deed_size() const { return m_ui.px(30); }
    [[nodiscard]] float deeds_width() const {
        return (m_options.can_star ? deed_size() : 0) + (m_options.can_project ? deed_size() : 0);
    }
    /// On a narrow card the star and the screen stand beside the caption, so that the words keep their room.
    [[nodiscard]] bool deeds_below(float width) const { return width < m_ui.px(320); }

    float card_height(const cafe::Idea& idea, float width) {
        const auto measure = [&] {
            return std::round(lay_text(idea, width).height + m_ui.px(20) + 2 * pad() - m_ui.px(4));
        };
        return m_options.heights != nullptr ? m_options.heights->of(idea, width, m_ui.unit, measure) : measure();
    }

    [[nodiscard]] bool is_selected(const cafe::Idea& idea) const {
        return m_options.selected != nullptr &&
               std::ranges::find(*m_options.selected, idea.id) != m_options.selected->end();
    }

    float draw_card(const IdeaColumn& column, const cafe::Idea& idea, float x, float y, float width) {
        const Theme& theme = m_ui.canvas.theme;
        const Rect rect{x, y, width, card_height(idea, width)};
        const std::string id = id_of(column, idea);
        const bool focused = m_ui.focus.id == id;
        const float far = 2 * m_view.h;
        if (!focused && (rect.bottom() < m_view.y - far || rect.y > m_view.bottom() + far)) return rect.h;

        const bool selected = is_selected(idea);
        if (focused) take_keys(column, idea);
        const bool pressed = row(m_ui, id, rect,
                                 {.label = idea.text,
                                  .value = selected       ? "selected"
                                           : idea.starred ? "starred"
                                                          : "",
                                  .role = "idea",
                                  .ink_when_selected = false});
        if (pressed) press(idea);
        const bool visible = rect.bottom() > m_view.y && rect.y < m_view.bottom();
        if (!visible) return rect.h;

        const TextBlock text = lay_text(idea, width);
        const bool projected = m_options.projected == idea.id;
        fill(m_ui.canvas, rect, selected ? theme.ink : theme.surface, m_ui.px(11));
        const bool strong = focused || projected;
        outline(m_ui.canvas, rect, strong ? theme.ink : theme.hairline, m_ui.px(11), strong ? m_ui.px(2) : 1);
        if (focused && selected)
            outline(m_ui.canvas, rect.inset(m_ui.px(4)), theme.on_ink, m_ui.px(8), std::max(1.0F, m_ui.px(1.5F)));
        gui::draw(m_ui.canvas, text, {rect.x + pad(), rect.y + pad() - m_ui.px(3)},
                  selected ? theme.on_ink : theme.ink);
        std::string caption = caption_of(m_session, idea, m_options.caption, m_ui.canvas.words);
        if (projected)
            caption +=
                std::string{m_ui.canvas.words("ideas.joint")} + std::string{m_ui.canvas.words("ideas.projected")};
        if (m_options.more) caption += m_options.more(idea);
        const float captioned = width - 2 * pad() - (deeds_below(width) ? deeds_width() : 0);
        cut_label(m_ui, id, Face::text, m_ui.px(14), caption,
                  {rect.x + pad(), rect.y + pad() + text.height, captioned, m_ui.px(20)},
                  selected ? mixed(theme.on_ink, theme.ink, 0.25F) : theme.muted);
        draw_deeds(idea, rect, deed_size(), id);
        if (m_options.selected != nullptr)
            drag_source(m_ui, carried_idea, idea.id.value, rect, selected ? m_options.carried : idea.text);
        return rect.h;
    }

    void press(const cafe::Idea& idea) {
        if (m_options.selected == nullptr) {
            if (m_options.can_project) m_event = {CardDeed::project, idea.id};
            return;
        }
        const ImGuiIO& io = ImGui::GetIO();
        m_event = {io.KeyShift ? CardDeed::extend : io.KeyCtrl ? CardDeed::toggle : CardDeed::choose, idea.id};
    }

    void draw_deeds(const cafe::Idea& idea, const Rect& rect, float size, const std::string& id) {
        const float y = deeds_below(rect.w) ? rect.bottom() - size - m_ui.px(8) : rect.y + m_ui.px(8);
        Rect strip{rect.x, y, rect.w - m_ui.px(8), size};
        if (m_options.can_star) {
            const Rect at = strip.cut_right(size);
            const std::string_view tip = m_ui.canvas.words(idea.starred ? "ideas.unstar" : "ideas.star");
            if (button(m_ui, id + ".star", at, "",
                       {.look = ButtonLook::quiet,
                        .selected = idea.starred ? Selected::yes : Selected::no,
                        .value = idea.starred ? "on" : "off",
                        .tip = tip}))
                m_event = {CardDeed::star, idea.id};
            draw_star(idea, at);
        }
        if (m_options.can_project) {
            const Rect at = strip.cut_right(size);
            if (button(m_ui, id + ".project", at, "",
                       {.look = ButtonLook::quiet, .tip = m_ui.canvas.words("ideas.project")}))
                m_event = {CardDeed::project, idea.id};
            icon(m_ui.canvas, screen_icon, at.centre(), m_ui.px(14), m_ui.canvas.theme.muted);
        }
    }

    /// Full where it is lit, else its outline: a smaller one of the ground's colour lies on it.
    void draw_star(const cafe::Idea& idea, const Rect& at) {
        const Theme& theme = m_ui.canvas.theme;
        const bool selected = is_selected(idea);
        const Colour lit = selected ? theme.on_ink : theme.ink;
        icon(m_ui.canvas, star_icon, at.centre(), m_ui.px(16), idea.starred ? lit : unlit_star(theme, selected));
        if (idea.starred) return;
        const Point middle{at.centre().x, at.centre().y + m_ui.px(0.3F)};
        icon(m_ui.canvas, star_icon, middle, m_ui.px(11), selected ? theme.ink : theme.surface);
    }

    void take_keys(const IdeaColumn& column, const cafe::Idea& idea) {
        const auto letter = [&](char32_t lower) {
            return take_key(m_ui, {.character = lower}) || take_key(m_ui, {.character = lower - 32});
        };
        if (m_options.can_star && letter(U's')) m_event = {CardDeed::star, idea.id};
        if (m_options.can_project && (letter(U'p') || take_key(m_ui, {.key = Key::enter})))
            m_event = {CardDeed::project, idea.id};
        go_from(column, idea);
    }

    /// A card by its column and its place there.
    struct Spot {
        std::size_t column = 0;
        std::size_t card = 0;
    };

    /// The card before or after this one, across columns; none at either end.
    [[nodiscard]] std::optional<Spot> beside(Spot spot, bool forward) const {
        const std::vector<IdeaColumn>& columns = *m_columns;
        if (forward && spot.card + 1 < columns[spot.column].ideas.size()) return Spot{spot.column, spot.card + 1};
        if (!forward && spot.card > 0) return Spot{spot.column, spot.card - 1};
        while (forward ? spot.column + 1 < columns.size() : spot.column > 0) {
            spot.column = forward ? spot.column + 1 : spot.column - 1;
            const std::size_t cards = columns[spot.column].ideas.size();
            if (cards > 0) return Spot{spot.column, forward ? 0 : cards - 1};
        }
        return std::nullopt;
    }

    /// Up and Down go through all the cards, drawn or not; with Shift, the selection follows.
    void go_from(const IdeaColumn& column, const cafe::Idea& idea) {
        const auto card = std::ranges::find(column.ideas, &idea) - column.ideas.begin();
        const Spot here{static_cast<std::size_t>(&column - m_columns->data()), static_cast<std::size_t>(card)};
        const auto go = [&](bool forward, bool shift) {
            const auto next = beside(here, forward);
            if (!next && !shift) return; // the rows around the cards may have the key
            if (!take_key(m_ui, {.key = forward ? Key::down : Key::up, .shift = shift})) return;
            const IdeaColumn& to = next ? (*m_columns)[next->column] : column;
            const cafe::Idea& reached = next ? *to.ideas[next->card] : idea;
            if (next) focus_by_key(m_ui, id_of(to, reached));
            if (shift) m_event = {CardDeed::extend, reached.id, idea.id};
        };
        for (const bool forward : {true, false}) {
            go(forward, false);
            if (m_options.selected != nullptr) go(forward, true);
        }
    }

    [[nodiscard]] std::string id_of(const IdeaColumn& column, const cafe::Idea& idea) const {
        return std::string{m_options.id} + ".idea." + idea.id.value + column.suffix;
    }

    Ui& m_ui;
    const cafe::Session& m_session;
    const IdeaColumnsOptions& m_options;
    Rect m_view{};
    const std::vector<IdeaColumn>* m_columns = nullptr;
    std::optional<CardEvent> m_event{};
    int m_without_ideas = 0; ///< columns so far
};

} // namespace

Colour unlit_star(const Theme& theme, bool on_ink) {
    return on_ink ? mixed(theme.on_ink, theme.ink, 0.25F) : theme.muted;
}

float CardHeights::of(const cafe::Idea& idea, float room, float unit, const std::function<float()>& measure) {
    if (room != m_room || unit != m_unit) m_known.clear();
    m_room = room;
    m_unit = unit;
    const std::size_t text = std::hash<std::string>{}(idea.text);
    Known& known = m_known[idea.id];
    if (known.height == 0 || known.text != text) known = {text, measure()};
    return known.height;
}

std::vector<const cafe::Idea*> in_reading_order(const std::vector<IdeaColumn>& columns) {
    std::vector<const cafe::Idea*> order;
    for (const IdeaColumn& column : columns) order.insert(order.end(), column.ideas.begin(), column.ideas.end());
    return order;
}

std::optional<CardEvent> draw_idea_columns(Ui& ui, const Rect& place, const cafe::Session& session,
                                           const std::vector<IdeaColumn>& columns, const IdeaColumnsOptions& options) {
    return Columns{ui, session, options}.draw(place, columns);
}

} // namespace ronde::gui
