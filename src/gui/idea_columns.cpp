#include "gui/idea_columns.hpp"

#include "base/local_text.hpp"
#include "base/time_zone.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {
namespace {

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

std::string table_words(const cafe::Session& session, const cafe::TableId& id, const Words& words) {
    const auto index = cafe::index_of(session, id);
    const cafe::Table* table = cafe::find(session, id);
    if (table == nullptr) return {};
    return table->name.empty() ? words("ideas.table", {{"n", std::to_string(*index + 1)}}) : table->name;
}

std::string group_or_table(const cafe::Session& session, const cafe::Idea& idea, const Words& words) {
    const cafe::Group* group = cafe::find(session, idea.group);
    return group != nullptr && !group->name.empty() ? group->name : table_words(session, idea.table, words);
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
        Scroll scroll(m_ui, std::string{m_options.id} + ".columns", place);
        const Rect content = scroll.content();
        const float gap = m_ui.px(28);
        const auto fitting = static_cast<std::size_t>(std::max(1.0F, (content.w + gap) / (m_ui.px(270) + gap)));
        const std::size_t side_by_side = std::clamp<std::size_t>(columns.size(), 1, std::min<std::size_t>(fitting, 4));
        const float width = (content.w - gap * static_cast<float>(side_by_side - 1)) / static_cast<float>(side_by_side);
        float y = content.y;
        for (std::size_t first = 0; first < columns.size(); first += side_by_side) {
            const std::size_t last = std::min(columns.size(), first + side_by_side);
            float head = 0;
            for (std::size_t c = first; c < last; ++c) head = std::max(head, heading_height(columns[c], width));
            float bottom = y;
            for (std::size_t c = first; c < last; ++c) {
                const float x = content.x + static_cast<float>(c - first) * (width + gap);
                draw_heading(columns[c], {x, y, width, head});
                bottom = std::max(bottom, draw_cards(columns[c], x, y + head + m_ui.px(14), width));
            }
            y = bottom + m_ui.px(20);
        }
        scroll.content_ends_at(y);
        return m_event;
    }

private:
    [[nodiscard]] TextBlock lay_heading(const IdeaColumn& column, float width) {
        const float left = column.question ? m_ui.px(56) : 0;
        return lay_out(m_ui.canvas, Face::title, m_ui.px(column.question ? 23.0F : 26.0F), column.heading,
                       width - left);
    }

    float heading_height(const IdeaColumn& column, float width) {
        return std::max(lay_heading(column, width).height, m_ui.px(column.question ? 44 : 30));
    }

    void draw_heading(const IdeaColumn& column, const Rect& rect) {
        if (column.question)
            mark(m_ui.canvas, {rect.x + m_ui.px(21), rect.y + m_ui.px(22)}, m_ui.px(42), *column.question);
        const TextBlock block = lay_heading(column, rect.w);
        gui::draw(m_ui.canvas, block, {rect.x + (column.question ? m_ui.px(56) : 0), rect.y}, m_ui.canvas.theme.ink);
    }

    float draw_cards(const IdeaColumn& column, float x, float y, float width) {
        if (column.ideas.empty() && !m_options.nothing.empty()) {
            const TextBlock nothing = lay_out(m_ui.canvas, Face::text, m_ui.px(15), m_options.nothing, width);
            gui::draw(m_ui.canvas, nothing, {x, y}, m_ui.canvas.theme.muted);
            return y + nothing.height;
        }
        for (const cafe::Idea* idea : column.ideas) y += draw_card(*idea, x, y, width) + m_ui.px(14);
        return y;
    }

    float draw_card(const cafe::Idea& idea, float x, float y, float width) {
        const Theme& theme = m_ui.canvas.theme;
        const float pad = m_ui.px(17);
        const int deeds = (m_options.can_star ? 1 : 0) + (m_options.can_project ? 1 : 0);
        const float deed_size = m_ui.px(30);
        const float room = width - 2 * pad - static_cast<float>(deeds) * deed_size;
        const TextBlock text = lay_out(m_ui.canvas, Face::text, m_ui.px(17.5F), idea.text, room);
        const float caption_height = m_ui.px(20);
        const Rect rect{x, y, width, std::round(text.height + caption_height + 2 * pad - m_ui.px(4))};

        const std::string id = std::string{m_options.id} + ".idea." + idea.id.value;
        const bool visible = rect.bottom() > m_view.y && rect.y < m_view.bottom();
        const bool pressed = row(
            m_ui, id, rect,
            {.label = idea.text, .value = idea.starred ? "starred" : "", .role = "idea", .ink_when_selected = false});
        const bool focused = m_ui.focus.id == id;
        if (focused) take_keys(idea);
        if (pressed && m_options.can_project) m_event = {CardDeed::project, idea.id};
        if (!visible) return rect.h;

        const bool projected = m_options.projected == idea.id;
        fill(m_ui.canvas, rect, theme.surface, m_ui.px(11));
        const bool strong = focused || projected;
        outline(m_ui.canvas, rect, strong ? theme.ink : theme.hairline, m_ui.px(11), strong ? m_ui.px(2) : 1);
        gui::draw(m_ui.canvas, text, {rect.x + pad, rect.y + pad - m_ui.px(3)}, theme.ink);
        std::string caption = caption_of(m_session, idea, m_options.caption, m_ui.canvas.words);
        if (projected)
            caption +=
                std::string{m_ui.canvas.words("ideas.joint")} + std::string{m_ui.canvas.words("ideas.projected")};
        label(m_ui.canvas, Face::text, m_ui.px(14), caption, {rect.x + pad, rect.y + pad + text.height}, theme.muted,
              width - 2 * pad);
        draw_deeds(idea, rect, deed_size, id);
        return rect.h;
    }

    void draw_deeds(const cafe::Idea& idea, const Rect& rect, float size, const std::string& id) {
        Rect strip{rect.x, rect.y + m_ui.px(8), rect.w - m_ui.px(8), size};
        if (m_options.can_star) {
            const Rect at = strip.cut_right(size);
            const std::string_view tip = m_ui.canvas.words(idea.starred ? "ideas.unstar" : "ideas.star");
            if (button(m_ui, id + ".star", at, "",
                       {.look = ButtonLook::quiet,
                        .selected = idea.starred ? Selected::yes : Selected::no,
                        .value = idea.starred ? "on" : "off",
                        .tip = tip}))
                m_event = {CardDeed::star, idea.id};
            draw_star(at, idea.starred);
        }
        if (m_options.can_project) {
            const Rect at = strip.cut_right(size);
            if (button(m_ui, id + ".project", at, "",
                       {.look = ButtonLook::quiet, .tip = m_ui.canvas.words("ideas.project")}))
                m_event = {CardDeed::project, idea.id};
            icon(m_ui.canvas, screen_icon, at.centre(), m_ui.px(14), m_ui.canvas.theme.muted);
        }
    }

    void draw_star(const Rect& at, bool starred) {
        const Theme& theme = m_ui.canvas.theme;
        icon(m_ui.canvas, star_icon, at.centre(), m_ui.px(16), starred ? theme.ink : theme.hairline);
    }

    void take_keys(const cafe::Idea& idea) {
        const auto letter = [&](char32_t lower) {
            return take_key(m_ui, {.character = lower}) || take_key(m_ui, {.character = lower - 32});
        };
        if (m_options.can_star && letter(U's')) m_event = {CardDeed::star, idea.id};
        if (m_options.can_project && letter(U'p')) m_event = {CardDeed::project, idea.id};
    }

    Ui& m_ui;
    const cafe::Session& m_session;
    const IdeaColumnsOptions& m_options;
    Rect m_view{};
    std::optional<CardEvent> m_event{};
};

/// Ideas put in columns by a number that each has; headings come with the numbers.
template <class NumberOf>
void deal_out(const cafe::Session& session, const std::vector<std::size_t>& places, std::vector<IdeaColumn>& columns,
              NumberOf&& number_of) {
    for (const std::size_t place : places) {
        const cafe::Idea& idea = session.ideas.all()[place];
        const std::size_t column = number_of(idea);
        if (column < columns.size()) columns[column].ideas.push_back(&idea);
    }
}

/// The column for what belongs nowhere stands at the end, and only when it is needed.
void drop_empty_last(std::vector<IdeaColumn>& columns) {
    if (!columns.empty() && columns.back().ideas.empty()) columns.pop_back();
}

} // namespace

std::optional<CardEvent> draw_idea_columns(Ui& ui, const Rect& place, const cafe::Session& session,
                                           const std::vector<IdeaColumn>& columns, const IdeaColumnsOptions& options) {
    return Columns{ui, session, options}.draw(place, columns);
}

std::vector<IdeaColumn> columns_by_question(const cafe::Session& session, const std::vector<std::size_t>& places,
                                            const Words& words) {
    std::vector<IdeaColumn> columns;
    for (std::size_t q = 0; q < session.questions.size(); ++q)
        columns.push_back({.question = q, .heading = session.questions[q].text});
    columns.push_back({.heading = std::string{words("ideas.no_question")}});
    deal_out(session, places, columns, [&](const cafe::Idea& idea) {
        return cafe::index_of(session, idea.question).value_or(session.questions.size());
    });
    drop_empty_last(columns);
    return columns;
}

std::vector<IdeaColumn> columns_by_round(const cafe::Session& session, const std::vector<std::size_t>& places,
                                         const Words& words) {
    std::vector<IdeaColumn> columns;
    const int rounds = cafe::round_count(session);
    for (int round = 1; round <= rounds; ++round)
        columns.push_back({.heading = words("ideas.round", {{"n", std::to_string(round)}})});
    columns.push_back({.heading = std::string{words("ideas.before_rounds")}});
    deal_out(session, places, columns, [&](const cafe::Idea& idea) {
        return static_cast<std::size_t>(idea.round > 0 ? idea.round - 1 : rounds);
    });
    drop_empty_last(columns);
    return columns;
}

std::vector<IdeaColumn> columns_by_table(const cafe::Session& session, const std::vector<std::size_t>& places,
                                         const Words& words) {
    std::vector<IdeaColumn> columns;
    const bool lives_here = session.seating_rules.style == cafe::SeatingStyle::carousel;
    for (const cafe::Table& table : session.tables)
        columns.push_back({.question = lives_here ? cafe::index_of(session, table.question) : std::nullopt,
                           .heading = table_words(session, table.id, words)});
    deal_out(session, places, columns, [&](const cafe::Idea& idea) {
        return cafe::index_of(session, idea.table).value_or(session.tables.size());
    });
    return columns;
}

std::vector<IdeaColumn> column_in_time(const cafe::Session& session, const std::vector<std::size_t>& places,
                                       const Words& words) {
    std::vector<IdeaColumn> columns{{.heading = std::string{words("ideas.in_time")}}};
    deal_out(session, places, columns, [](const cafe::Idea&) { return std::size_t{0}; });
    std::ranges::stable_sort(columns.front().ideas, {}, &cafe::Idea::at);
    return columns;
}

} // namespace ronde::gui
