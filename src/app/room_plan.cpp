#include "app/room_plan.hpp"

#include "app/seating_room.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace ronde::app {
namespace {

constexpr int ceil_div(int a, int b) {
    return (a + b - 1) / b;
}

int narrow(std::size_t n) {
    return static_cast<int>(n);
}

bool has_ideas(const cafe::Session& session, const cafe::TableId& table) {
    return std::any_of(session.ideas.begin(), session.ideas.end(),
                       [&](const auto& idea) { return idea.table == table; });
}

int unplaced_people(const cafe::Session& session) {
    std::size_t placed = 0;
    for (const auto& group : session.groups) placed += group.members.size();
    return narrow(session.participants.size()) - narrow(placed);
}

} // namespace

int tables_per_question_for(int people, int questions) {
    return std::max(1, ceil_div(std::max(0, people), most_at_a_table * std::max(1, questions)));
}

int groups_for(int people, int questions, int tables) {
    const int wanted = tables_per_question_for(people, questions) * std::max(1, questions);
    if (tables <= 0) return wanted;
    const bool too_empty = people > 0 && people < tables * least_at_a_table && tables > wanted;
    return too_empty ? std::max(1, people / least_at_a_table) : tables;
}

std::vector<int> even_sizes(int people, int groups) {
    std::vector<int> out;
    for (int g = 0; g < groups; ++g) out.push_back(people / groups + (g < people % groups ? 1 : 0));
    return out;
}

int expected_people(const cafe::Session& session) {
    if (!session.participants.empty()) return narrow(session.participants.size());
    return std::accumulate(session.groups.begin(), session.groups.end(), 0,
                           [](int sum, const auto& group) { return sum + group.count; });
}

std::vector<cafe::Table> tables_with(const cafe::Session& session, const std::vector<int>& per_question,
                                     const std::function<std::string(std::string_view prefix)>& new_id) {
    std::vector<cafe::Table> out;
    for (std::size_t q = 0; q < session.questions.size() && q < per_question.size(); ++q) {
        const auto& question = session.questions[q].id;
        const auto wanted = static_cast<std::size_t>(std::max(0, per_question[q]));
        std::vector<cafe::Table> mine;
        for (const auto& table : session.tables)
            if (table.question == question) mine.push_back(table);
        for (std::size_t i = mine.size(); i-- > 0 && mine.size() > wanted;)
            if (!has_ideas(session, mine[i].id)) mine.erase(mine.begin() + static_cast<std::ptrdiff_t>(i));
        if (mine.size() > wanted) mine.resize(wanted);
        while (mine.size() < wanted) mine.push_back(cafe::Table{.id = {new_id("t")}, .question = question});
        out.insert(out.end(), mine.begin(), mine.end());
    }
    return out;
}

std::vector<int> tables_by_question(const cafe::Session& session) {
    std::vector<int> out(session.questions.size(), 0);
    for (const auto& table : session.tables)
        if (const auto q = cafe::index_of(session, table.question)) ++out[*q];
    return out;
}

std::vector<RoomHint> room_hints(const cafe::Session& session) {
    RoomHint facts;
    facts.people = expected_people(session);
    facts.questions = narrow(session.questions.size());
    facts.tables = narrow(session.tables.size());
    facts.groups = narrow(session.groups.size());
    facts.wanted_per_question = tables_per_question_for(facts.people, facts.questions);
    facts.wanted_tables = facts.wanted_per_question * facts.questions;

    facts.wanted_groups = groups_for(facts.people, facts.questions, facts.tables);

    std::vector<RoomHint> out;
    const auto say = [&](RoomTrouble trouble, int count = 0) {
        out.push_back(facts);
        out.back().trouble = trouble;
        out.back().count = count;
    };

    const bool routes = session.seating_rules.grouping == cafe::Grouping::mixed && !session.participants.empty();

    // Questions and their tables.
    const auto by_question = tables_by_question(session);
    const auto without_table = std::count(by_question.begin(), by_question.end(), 0);
    const auto blank = std::count_if(session.questions.begin(), session.questions.end(),
                                     [](const auto& question) { return base::trimmed(question.text).empty(); });
    if (facts.questions == 0) {
        say(RoomTrouble::no_questions);
    } else {
        if (blank > 0) say(RoomTrouble::blank_question, static_cast<int>(blank));
        if (without_table > 0)
            say(RoomTrouble::no_tables, static_cast<int>(without_table));
        else if (facts.people > facts.tables * most_at_a_table && facts.tables < facts.wanted_tables)
            say(RoomTrouble::tables_too_full);
        else if (facts.people > 0 && facts.people < facts.tables * least_at_a_table &&
                 facts.tables > facts.wanted_tables)
            say(RoomTrouble::tables_too_empty);
        else if (const int missing = routes ? tables_to_even(session) : 0; missing > 0)
            say(RoomTrouble::tables_uneven, missing);
    }

    // People and their groups.
    if (facts.people == 0)
        say(RoomTrouble::no_people);
    else if (facts.people < least_people)
        say(RoomTrouble::few_people);
    if (facts.people > 0 && facts.groups == 0 && !routes) say(RoomTrouble::no_groups);
    if (facts.groups > 0 && !routes) {
        if (const int unplaced = unplaced_people(session); unplaced > 0) say(RoomTrouble::people_unplaced, unplaced);
        if (facts.groups > facts.tables && facts.tables > 0) say(RoomTrouble::groups_over_tables);
        if (facts.groups < facts.wanted_groups && facts.groups < facts.tables)
            say(RoomTrouble::tables_over_groups, facts.tables - facts.groups);
    }

    // The rounds.
    const int rounds = cafe::round_count(session);
    if (rounds == 0)
        say(RoomTrouble::no_rounds);
    else if (rounds < facts.questions)
        say(RoomTrouble::rounds_under_questions, facts.questions - rounds);
    return out;
}

} // namespace ronde::app
