#include "cafe/harvest_reading.hpp"

#include <algorithm>
#include <unordered_set>

namespace ronde::cafe {

std::vector<const Theme*> themes_in_order(const Session& session, ThemeOrder order) {
    std::vector<const Theme*> themes;
    for (const Theme& theme : session.harvest.themes) themes.push_back(&theme);
    if (order == ThemeOrder::by_votes)
        std::ranges::stable_sort(themes, std::ranges::greater{}, [](const Theme* theme) { return theme->votes; });
    if (order == ThemeOrder::by_ideas) {
        const auto ideas = [&](const Theme* theme) {
            return std::ranges::count_if(theme->ideas,
                                         [&](const IdeaId& id) { return session.ideas.find(id) != nullptr; });
        };
        std::ranges::stable_sort(themes, std::ranges::greater{}, ideas);
    }
    return themes;
}

ThemeOrder room_order(const Session& session) {
    const bool voted = std::ranges::any_of(session.harvest.themes, [](const Theme& theme) { return theme.votes > 0; });
    return voted ? ThemeOrder::by_votes : ThemeOrder::by_hand;
}

std::vector<const Idea*> ideas_of(const Session& session, const Theme& theme) {
    std::vector<const Idea*> ideas;
    for (const IdeaId& id : theme.ideas)
        if (const Idea* idea = session.ideas.find(id)) ideas.push_back(idea);
    return ideas;
}

Sorting sorting_of(const Session& session) {
    Sorting sorting;
    const auto& themes = session.harvest.themes;
    for (std::size_t i = 0; i < themes.size(); ++i)
        for (const IdeaId& id : themes[i].ideas) sorting[id].push_back(i);
    return sorting;
}

int people_present(const Session& session) {
    int counted = 0;
    std::unordered_set<ParticipantId> seated;
    for (const Group& group : session.groups) {
        if (group.members.empty()) counted += group.count;
        seated.insert(group.members.begin(), group.members.end());
    }
    const auto votes = [&](const Participant& person) {
        return person.presence != Presence::absent && person.last_round == 0 &&
               (counted == 0 || seated.contains(person.id));
    };
    return counted + static_cast<int>(std::ranges::count_if(session.participants, votes));
}

std::vector<Turn> all_turns(const Session& session) {
    std::vector<Turn> turns = session.harvest.plan.turns;
    std::erase_if(turns, [&](const Turn& turn) { return find(session, turn.table) == nullptr; });
    for (const Table& table : session.tables)
        if (std::ranges::find(turns, table.id, &Turn::table) == turns.end()) turns.push_back({table.id, {}});
    return turns;
}

TableId next_to_speak(const Session& session) {
    const std::vector<Turn> turns = all_turns(session);
    const auto speaking = std::ranges::find(turns, session.stage.speaking.table, &Turn::table);
    const auto next = speaking == turns.end() ? turns.begin() : speaking + 1;
    return next == turns.end() ? TableId{} : next->table;
}

std::vector<const Idea*> ideas_to_tell(const Session& session, const TableId& table) {
    std::vector<const Idea*> starred;
    std::vector<const Idea*> all;
    for (const Idea& idea : session.ideas) {
        if (idea.table != table) continue;
        all.push_back(&idea);
        if (idea.starred) starred.push_back(&idea);
    }
    return starred.empty() ? all : starred;
}

} // namespace ronde::cafe
