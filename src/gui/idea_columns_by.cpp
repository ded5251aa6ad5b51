// Ideas put under headings: by question, round, table, theme, or in order of time.

#include "cafe/harvest_reading.hpp"
#include "gui/idea_columns.hpp"

#include <algorithm>
#include <unordered_set>

namespace ronde::gui {
namespace {

/// Ideas put in columns by a number that each has; headings come with the numbers.
template <class NumberOf>
void deal_out(const cafe::Session& session, const std::vector<std::size_t>& places, std::vector<IdeaColumn>& columns,
              NumberOf&& number_of) {
    for (const std::size_t place : places) {
        const cafe::Idea& idea = session.ideas[place];
        const std::size_t column = number_of(idea);
        if (column < columns.size()) columns[column].ideas.push_back(&idea);
    }
}

/// The column for what belongs nowhere stands at the end, and only when it is needed.
void drop_empty_last(std::vector<IdeaColumn>& columns) {
    if (!columns.empty() && columns.back().ideas.empty()) columns.pop_back();
}

} // namespace

std::string table_name(const cafe::Session& session, const cafe::TableId& id, const Words& words) {
    const auto index = cafe::index_of(session, id);
    const cafe::Table* table = cafe::find(session, id);
    if (table == nullptr) return {};
    return table->name.empty() ? words("ideas.table", {{"n", std::to_string(*index + 1)}}) : table->name;
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
                           .heading = table_name(session, table.id, words)});
    deal_out(session, places, columns, [&](const cafe::Idea& idea) {
        return cafe::index_of(session, idea.table).value_or(session.tables.size());
    });
    return columns;
}

std::vector<IdeaColumn> columns_by_theme(const cafe::Session& session, const std::vector<std::size_t>& places,
                                         const Words& words) {
    std::unordered_set<const cafe::Idea*> left;
    for (const std::size_t place : places) left.insert(&session.ideas[place]);
    const std::unordered_set<const cafe::Idea*> wanted = left;
    std::vector<IdeaColumn> columns;
    for (const cafe::Theme* theme : cafe::themes_in_order(session, cafe::room_order(session))) {
        std::string heading = theme->title.empty() ? std::string{words("ideas.theme_untitled")} : theme->title;
        if (theme->votes > 0) heading += std::string{words("ideas.joint")} + words.count("ideas.votes", theme->votes);
        IdeaColumn column{.heading = std::move(heading), .suffix = "." + theme->id.value};
        for (const cafe::Idea* idea : cafe::ideas_of(session, *theme)) {
            left.erase(idea);
            if (wanted.contains(idea)) column.ideas.push_back(idea);
        }
        columns.push_back(std::move(column));
    }
    columns.push_back({.heading = std::string{words("ideas.unsorted")}});
    for (const std::size_t place : places)
        if (const cafe::Idea* idea = &session.ideas[place]; left.contains(idea)) columns.back().ideas.push_back(idea);
    drop_empty_last(columns);
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
