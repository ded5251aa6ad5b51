#include "app/group_seating.hpp"

#include "app/seating_room.hpp"
#include "rotation/carousel.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <vector>

namespace ronde::app {
namespace {

/// The café in numbers: groups and tables by their places in the lists, tables of no question left out.
struct Hall {
    std::vector<std::size_t> tables;      ///< places in Session::tables, by question
    std::vector<std::size_t> question_of; ///< of each of `tables`
    std::size_t groups = 0;
    std::size_t questions = 0;
    std::size_t rounds = 0;
    std::vector<std::vector<std::optional<std::size_t>>> past; ///< [round][group] → place in `tables`

    [[nodiscard]] std::size_t tables_of(std::size_t question) const {
        return static_cast<std::size_t>(std::ranges::count(question_of, question));
    }
};

using Rounds = std::vector<std::vector<std::optional<std::size_t>>>; ///< [round][group] → place in Hall::tables

Hall hall_of(const cafe::Session& session) {
    Hall hall;
    hall.groups = session.groups.size();
    hall.rounds = static_cast<std::size_t>(cafe::round_count(session));
    const SeatingRoom room = seating_room(session);
    hall.questions = room.tables.size();
    for (std::size_t q = 0; q < room.tables.size(); ++q)
        for (const std::size_t table : room.tables[q]) {
            hall.tables.push_back(table);
            hall.question_of.push_back(q);
        }
    const std::size_t begun = std::min({cafe::begun_rounds(session), hall.rounds, session.seating.rounds.size()});
    for (std::size_t r = 0; r < begun; ++r) {
        auto& places = hall.past.emplace_back(hall.groups);
        for (const cafe::Placement& placement : session.seating.rounds[r]) {
            const auto group = std::ranges::find(session.groups, placement.group, &cafe::Group::id);
            const auto at = std::ranges::find_if(
                hall.tables, [&](std::size_t t) { return session.tables[t].id == placement.table; });
            if (group != session.groups.end() && at != hall.tables.end())
                places[static_cast<std::size_t>(group - session.groups.begin())] =
                    static_cast<std::size_t>(at - hall.tables.begin());
        }
    }
    return hall;
}

/// The plain carousel, when the room is even and the past is its beginning.
std::optional<Rounds> carousel(const Hall& hall) {
    const std::size_t per_question = hall.tables.size() / hall.questions;
    for (std::size_t q = 0; q < hall.questions; ++q)
        if (hall.tables_of(q) != per_question || per_question == 0) return std::nullopt;
    const auto plan = rotation::plan_carousel({.groups = static_cast<int>(hall.groups),
                                               .questions = static_cast<int>(hall.questions),
                                               .tables_per_question = static_cast<int>(per_question),
                                               .rounds = static_cast<int>(hall.rounds)});
    if (!plan) return std::nullopt;
    Rounds rounds;
    for (const auto& tables : plan->table_of_group_by_round) rounds.emplace_back(tables.begin(), tables.end());
    if (!std::equal(hall.past.begin(), hall.past.end(), rounds.begin())) return std::nullopt;
    return rounds;
}

/// One round by augmenting paths (Kuhn 1955): groups take tables of the best grade that still lets most be seated.
class RoundMatching {
public:
    /// `cost(group, table)`: 0 best, 1 good, 2 anything else.
    RoundMatching(const Hall& hall, std::vector<std::vector<int>> cost)
        : m_cost(std::move(cost)), m_group_at(hall.tables.size()), m_table_of(hall.groups) {
        for (int grade = 0; grade <= 2; ++grade)
            for (std::size_t g = 0; g < hall.groups; ++g)
                if (!m_table_of[g]) {
                    m_tried.assign(hall.tables.size(), false);
                    seat(g, grade);
                }
    }

    [[nodiscard]] const std::vector<std::optional<std::size_t>>& table_of_group() const { return m_table_of; }

private:
    bool seat(std::size_t group, int grade) {
        for (std::size_t t = 0; t < m_group_at.size(); ++t) {
            if (m_tried[t] || m_cost[group][t] > grade) continue;
            m_tried[t] = true;
            if (m_group_at[t] && !seat(*m_group_at[t], grade)) continue;
            m_group_at[t] = group;
            m_table_of[group] = t;
            return true;
        }
        return false;
    }

    std::vector<std::vector<int>> m_cost;
    std::vector<std::optional<std::size_t>> m_group_at;
    std::vector<std::optional<std::size_t>> m_table_of;
    std::vector<bool> m_tried;
};

Rounds matched(const Hall& hall) {
    Rounds rounds = hall.past;
    while (rounds.size() < hall.rounds) {
        std::vector<std::vector<int>> visits(hall.groups, std::vector<int>(hall.questions));
        std::vector<std::vector<int>> sat(hall.groups, std::vector<int>(hall.tables.size()));
        for (const auto& round : rounds)
            for (std::size_t g = 0; g < hall.groups; ++g)
                if (round[g]) {
                    visits[g][hall.question_of[*round[g]]] += 1;
                    sat[g][*round[g]] += 1;
                }
        std::vector<std::vector<int>> cost(hall.groups, std::vector<int>(hall.tables.size(), 2));
        for (std::size_t g = 0; g < hall.groups; ++g) {
            const int fewest = std::ranges::min(visits[g]);
            for (std::size_t t = 0; t < hall.tables.size(); ++t)
                if (visits[g][hall.question_of[t]] == fewest) cost[g][t] = sat[g][t] == 0 ? 0 : 1;
        }
        rounds.push_back(RoundMatching{hall, std::move(cost)}.table_of_group());
    }
    return rounds;
}

std::vector<cafe::PlanNote> notes_on(const cafe::Session& session, const Hall& hall, const Rounds& rounds) {
    using cafe::PlanNote;
    std::vector<PlanNote> notes;
    if (hall.groups > hall.tables.size()) notes.push_back(PlanNote::more_groups_than_tables);
    for (const PlanNote note : room_notes(session)) notes.push_back(note);
    const bool carousel = session.seating_rules.style == cafe::SeatingStyle::carousel;
    bool missed = hall.questions < session.questions.size();
    bool same_table = false;
    for (std::size_t g = 0; g < hall.groups; ++g) {
        std::vector<bool> seen(hall.questions);
        std::vector<bool> sat(hall.tables.size());
        for (const auto& round : rounds) {
            if (!round[g]) continue;
            same_table = same_table || sat[*round[g]];
            sat[*round[g]] = true;
            seen[hall.question_of[*round[g]]] = true;
        }
        missed = missed || std::ranges::find(seen, false) != seen.end();
    }
    if (same_table) notes.push_back(PlanNote::same_table_again);
    if (missed && carousel && hall.rounds >= session.questions.size()) notes.push_back(PlanNote::question_missed);
    return notes;
}

} // namespace

cafe::Seating plan_groups(const cafe::Session& session) {
    cafe::Seating seating;
    seating.basis = session.structure;
    const Hall hall = hall_of(session);
    if (hall.groups == 0 || hall.tables.empty() || hall.rounds == 0) return seating;

    Rounds rounds;
    if (auto plain = carousel(hall))
        rounds = std::move(*plain);
    else
        rounds = matched(hall);
    for (const auto& round : rounds) {
        auto& placements = seating.rounds.emplace_back();
        for (std::size_t g = 0; g < hall.groups; ++g)
            if (round[g]) placements.push_back({session.groups[g].id, session.tables[hall.tables[*round[g]]].id});
    }
    seating.notes = notes_on(session, hall, rounds);
    return seating;
}

} // namespace ronde::app
