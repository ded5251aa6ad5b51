#include "app/seating_room.hpp"

#include "app/room_plan.hpp"

#include <algorithm>

namespace ronde::app {

SeatingRoom seating_room(const cafe::Session& session) {
    SeatingRoom room;
    if (session.seating_rules.style == cafe::SeatingStyle::successive) {
        if (session.questions.empty() || session.tables.empty()) return room;
        auto& all = room.tables.emplace_back();
        for (std::size_t t = 0; t < session.tables.size(); ++t) all.push_back(t);
    } else {
        for (const cafe::Question& question : session.questions) {
            std::vector<std::size_t> mine;
            for (std::size_t t = 0; t < session.tables.size(); ++t)
                if (session.tables[t].question == question.id) mine.push_back(t);
            if (!mine.empty()) room.tables.push_back(std::move(mine));
        }
    }
    for (const auto& mine : room.tables) {
        room.least = room.least == 0 ? mine.size() : std::min(room.least, mine.size());
        room.most = std::max(room.most, mine.size());
    }
    return room;
}

std::size_t tables_in_use(const SeatingRoom& room, int people) {
    if (room.least == 0) return 0;
    const int questions = static_cast<int>(room.tables.size());
    const int there = static_cast<int>(room.least);
    const int wanted = tables_per_question_for(people, questions);
    const bool too_empty = people < there * questions * least_at_a_table && there > wanted;
    const int filled = std::max(wanted, people / (questions * least_at_a_table));
    return static_cast<std::size_t>(too_empty ? std::min(there, filled) : there);
}

int tables_to_even(const cafe::Session& session) {
    const SeatingRoom room = seating_room(session);
    std::size_t missing = 0;
    for (const auto& mine : room.tables) missing += room.most - mine.size();
    return static_cast<int>(missing);
}

std::vector<cafe::PlanNote> room_notes(const cafe::Session& session) {
    using cafe::PlanNote;
    std::vector<PlanNote> notes;
    const bool carousel = session.seating_rules.style == cafe::SeatingStyle::carousel;
    const auto tables = tables_by_question(session);
    if (carousel && std::ranges::any_of(tables, [&](int count) { return count != tables.front(); }))
        notes.push_back(PlanNote::uneven_tables);
    const int rounds = cafe::round_count(session);
    const auto questions = static_cast<int>(session.questions.size());
    if (rounds < questions) notes.push_back(PlanNote::fewer_rounds_than_questions);
    if (rounds > questions) notes.push_back(PlanNote::more_rounds_than_questions);
    return notes;
}

} // namespace ronde::app
