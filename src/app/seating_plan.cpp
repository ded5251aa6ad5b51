#include "app/seating_plan.hpp"

#include "app/group_seating.hpp"
#include "app/seating_numbers.hpp"
#include "app/seating_room.hpp"
#include "rotation/repair.hpp"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace ronde::app {
namespace {

bool somebody_comes(const cafe::Session& session) {
    return std::ranges::any_of(session.participants, [](const cafe::Participant& person) {
        return person.presence != cafe::Presence::absent;
    });
}

/// Measures a plan of groups as what it is to the people in them; none where nobody is in one.
std::optional<cafe::SeatingQuality> quality_of_groups(const cafe::Session& session, const cafe::Seating& seating) {
    const SeatingRoom room = seating_room(session);
    rotation::Problem problem{.questions = static_cast<int>(room.tables.size()),
                              .weights = weights_of(session.seating_rules)};
    if (session.seating_rules.style == cafe::SeatingStyle::successive) problem.rule = rotation::QuestionRule::free;
    problem.tables_per_question.assign(seating.rounds.size(), static_cast<int>(room.most));
    std::map<std::string_view, int> table_number;
    for (std::size_t q = 0; q < room.tables.size(); ++q)
        for (std::size_t t = 0; t < room.tables[q].size(); ++t)
            table_number[session.tables[room.tables[q][t]].id.value] = static_cast<int>(q * room.most + t);

    rotation::Planned planned;
    planned.plan.rounds.assign(seating.rounds.size(), rotation::Round(room.tables.size() * room.most));
    for (const cafe::Group& group : session.groups)
        for (const cafe::ParticipantId& id : group.members) {
            const cafe::Participant* person = cafe::find(session, id);
            if (person == nullptr || person->presence == cafe::Presence::absent) continue;
            const int number = problem.size();
            problem.people.push_back(labelled(session, *person));
            for (std::size_t r = 0; r < seating.rounds.size(); ++r) {
                const auto at = std::ranges::find(seating.rounds[r], group.id, &cafe::Placement::group);
                if (at == seating.rounds[r].end()) continue;
                const auto table = table_number.find(at->table.value);
                if (table != table_number.end())
                    planned.plan.rounds[r][static_cast<std::size_t>(table->second)].push_back(number);
            }
        }
    if (problem.people.empty() || !rotation::check(problem)) return std::nullopt;
    planned.quality = rotation::measure(problem, planned.plan);
    planned.bound = rotation::lower_bound(problem);
    // A group without a table seats nobody: then the bound, which seats everyone, proves nothing.
    planned.broken = rotation::broken_rules(problem, planned.plan);
    planned.optimal = planned.broken.empty() && planned.quality.score == planned.bound.score;
    planned.broken.clear(); // the notes say what groups could not be given
    return quality_of(problem, planned);
}

/// Who sits elsewhere than by the plan in force, and who gets a seat, in the rounds to come.
SeatingChoice compared(const cafe::Session& session, cafe::Seating seating) {
    SeatingChoice choice;
    cafe::Session after = session;
    after.seating = seating;
    const auto tables_of = [](const cafe::Session& in, int round) {
        std::map<std::string, std::string> out;
        for (const cafe::Table& table : in.tables)
            for (const cafe::ParticipantId& id : cafe::people_at(in, round, table.id)) out[id.value] = table.id.value;
        return out;
    };
    std::map<std::string, bool> moved; // false: seated only
    for (int round = static_cast<int>(cafe::begun_rounds(session)) + 1; round <= cafe::round_count(session); ++round) {
        const auto before = tables_of(session, round);
        for (const auto& [person, table] : tables_of(after, round)) {
            const auto was = before.find(person);
            if (was == before.end())
                moved.emplace(person, false);
            else if (was->second != table)
                moved[person] = true;
        }
    }
    for (const cafe::Participant& person : session.participants)
        if (const auto at = moved.find(person.id.value); at != moved.end())
            (at->second ? choice.moved : choice.seated).push_back(person.id);
    choice.seating = std::move(seating);
    return choice;
}

} // namespace

bool has_routes(const cafe::Session& session) {
    return session.seating_rules.grouping == cafe::Grouping::mixed && somebody_comes(session);
}

bool is_announced(const cafe::Session& session) {
    if (session.seating.companies.empty() || !has_routes(session)) return false;
    return std::ranges::any_of(session.timer.runs, [&](const cafe::StepRun& run) {
        const cafe::Step* step = cafe::find(session, run.step);
        return run.started_at && step != nullptr &&
               (step->kind == cafe::StepKind::round || step->kind == cafe::StepKind::travel);
    });
}

std::vector<cafe::ParticipantId> without_seat(const cafe::Session& session) {
    std::vector<cafe::ParticipantId> out;
    if (!has_routes(session) || session.seating.companies.empty()) return out;
    std::map<std::string_view, int> seats; // of each person, in the rounds to come
    const int first = static_cast<int>(cafe::begun_rounds(session));
    const int rounds = cafe::round_count(session);
    for (std::size_t r = static_cast<std::size_t>(first); r < session.seating.companies.size(); ++r)
        for (const cafe::Company& company : session.seating.companies[r])
            for (const cafe::ParticipantId& id : company.people) seats[id.value] += 1;
    for (const cafe::Participant& person : session.participants) {
        int wanted = 0;
        for (int round = first + 1; round <= rounds; ++round) wanted += cafe::attends(person, round) ? 1 : 0;
        const auto at = seats.find(person.id.value);
        if (wanted > (at == seats.end() ? 0 : at->second)) out.push_back(person.id);
    }
    return out;
}

cafe::Seating plan_seating(const cafe::Session& session, const rotation::Effort& effort) {
    if (has_routes(session))
        if (const auto numbers = seating_numbers(session, Announced::no))
            if (const auto planned = rotation::plan_seating(numbers->problem, effort))
                return seating_of(session, *numbers, *planned);
    cafe::Seating seating = plan_groups(session);
    seating.quality = quality_of_groups(session, seating);
    return seating;
}

std::vector<SeatingChoice> mend_seating(const cafe::Session& session, const rotation::Effort& effort) {
    std::vector<SeatingChoice> choices;
    const auto numbers = seating_numbers(session, Announced::yes);
    if (!numbers) return choices;
    const auto mended = rotation::mend_seating(numbers->problem, effort);
    if (!mended) return choices;
    for (const rotation::Planned& planned : *mended)
        choices.push_back(compared(session, seating_of(session, *numbers, planned)));
    return choices;
}

bool changes_nothing(const SeatingChoice& choice) {
    return choice.moved.empty() && choice.seated.empty();
}

} // namespace ronde::app
