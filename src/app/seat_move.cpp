#include "app/seat_move.hpp"

#include "app/seating_numbers.hpp"
#include "app/seating_plan.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace ronde::app {
namespace {

using Companies = std::vector<std::vector<cafe::Company>>;

const cafe::Company* company_of(const std::vector<cafe::Company>& round, const cafe::ParticipantId& person) {
    for (const cafe::Company& company : round)
        if (std::ranges::find(company.people, person) != company.people.end()) return &company;
    return nullptr;
}

int others_met(const Companies& companies, const cafe::ParticipantId& person) {
    std::set<std::string_view> met;
    for (const auto& round : companies)
        if (const cafe::Company* company = company_of(round, person))
            for (const cafe::ParticipantId& other : company->people) met.insert(other.value);
    return std::max(0, static_cast<int>(met.size()) - 1);
}

/// The questions that somebody comes to, in the café's order.
std::vector<cafe::QuestionId> questions_of(const cafe::Session& session, const Companies& companies,
                                           const cafe::ParticipantId& person) {
    std::set<std::string_view> seen;
    std::vector<cafe::QuestionId> out;
    for (std::size_t r = 0; r < companies.size(); ++r)
        if (const cafe::Company* company = company_of(companies[r], person))
            for (const cafe::Question& question : session.questions)
                if (question.id == cafe::question_at(session, static_cast<int>(r) + 1, company->table))
                    seen.insert(question.id.value);
    for (const cafe::Question& question : session.questions)
        if (seen.contains(question.id.value)) out.push_back(question.id);
    return out;
}

int size_at(const std::vector<cafe::Company>& round, const cafe::TableId& table) {
    const auto at = std::ranges::find(round, table, &cafe::Company::table);
    return at == round.end() ? 0 : static_cast<int>(at->people.size());
}

/// Whether the seats hold a wish in the rounds to come; hosts are the planner's.
bool holds(const Companies& companies, std::size_t begun, const cafe::Pin& pin) {
    for (std::size_t r = begun; r < companies.size(); ++r) {
        const cafe::Company* one = company_of(companies[r], pin.person);
        if (one == nullptr) continue;
        if (pin.kind == cafe::PinKind::seat && static_cast<std::size_t>(pin.round) == r + 1 && one->table != pin.table)
            return false;
        if (pin.kind != cafe::PinKind::together && pin.kind != cafe::PinKind::apart) continue;
        const cafe::Company* other = company_of(companies[r], pin.other);
        if (other != nullptr && (one == other) != (pin.kind == cafe::PinKind::together)) return false;
    }
    return true;
}

/// Whether two people meet more than twice where the rules limit that; those who are to be together may.
bool above_limit(const cafe::Session& session, const Companies& companies) {
    if (session.seating_rules.limit == cafe::MeetingLimit::none) return false;
    std::map<std::pair<std::string_view, std::string_view>, int> meetings;
    for (const cafe::Pin& pin : session.seating_rules.pins)
        if (pin.kind == cafe::PinKind::together)
            meetings[{std::min<std::string_view>(pin.person.value, pin.other.value),
                      std::max<std::string_view>(pin.person.value, pin.other.value)}] =
                -static_cast<int>(companies.size());
    for (const auto& round : companies)
        for (const cafe::Company& company : round)
            for (std::size_t i = 0; i < company.people.size(); ++i)
                for (std::size_t j = 0; j < i; ++j) {
                    const std::string_view one = company.people[i].value;
                    const std::string_view other = company.people[j].value;
                    if (++meetings[{std::min(one, other), std::max(one, other)}] > 2) return true;
                }
    return false;
}

/// Names a rule among the broken ones, or takes it from them.
void name_rule(std::vector<std::string>& broken, const std::string& rule, bool is_broken) {
    std::erase(broken, rule);
    if (is_broken) broken.push_back(rule);
}

/// The seats with that person at that table. A table that nobody is left at is named no more.
Companies with_move(const cafe::Session& session, const SeatMove& move) {
    Companies companies = session.seating.companies;
    auto& round = companies[static_cast<std::size_t>(move.round) - 1];
    for (cafe::Company& company : round) std::erase(company.people, move.person);
    std::erase_if(round, [](const cafe::Company& company) { return company.people.empty(); });
    auto at = std::ranges::find(round, move.table, &cafe::Company::table);
    if (at == round.end()) {
        round.push_back({move.table});
        const auto place = [&](const cafe::Company& company) { return cafe::index_of(session, company.table); };
        std::ranges::stable_sort(round, {}, place);
        at = std::ranges::find(round, move.table, &cafe::Company::table);
    }
    at->people.push_back(move.person);
    const auto number = [&](const cafe::ParticipantId& id) {
        return std::ranges::find(session.participants, id, &cafe::Participant::id) - session.participants.begin();
    };
    std::ranges::sort(at->people, {}, number);
    return companies;
}

bool changes_seat(const cafe::Session& session, const SeatMove& move) {
    if (!can_move(session, move.person, move.round)) return false;
    const auto tables = tables_to_sit_at(session);
    return std::ranges::find(tables, move.table) != tables.end() &&
           cafe::table_of(session, move.round, move.person) != move.table;
}

} // namespace

bool can_move(const cafe::Session& session, const cafe::ParticipantId& person, int round) {
    const cafe::Participant* who = cafe::find(session, person);
    if (who == nullptr || !has_routes(session) || !cafe::attends(*who, round)) return false;
    if (session.seating.basis != session.structure) return false; // a plan is being made, or waits for a choice
    return round > static_cast<int>(cafe::begun_rounds(session)) &&
           static_cast<std::size_t>(round) <= session.seating.companies.size() &&
           !cafe::hosts_in(session, round, person);
}

std::vector<cafe::TableId> tables_to_sit_at(const cafe::Session& session) {
    std::vector<cafe::TableId> out;
    for (const cafe::Table& table : session.tables)
        if (session.seating_rules.style == cafe::SeatingStyle::successive || !table.question.empty())
            out.push_back(table.id);
    return out;
}

std::optional<SeatMoveCost> cost_of(const cafe::Session& session, const SeatMove& move) {
    if (!changes_seat(session, move)) return std::nullopt;
    const Companies& now = session.seating.companies;
    const Companies then = with_move(session, move);
    const cafe::SeatingQuality before = measured(session, now);
    const cafe::SeatingQuality after = measured(session, then);
    SeatMoveCost cost{.from = cafe::table_of(session, move.round, move.person),
                      .repeats = after.repeats - before.repeats,
                      .organisation_pairs = after.organisation_pairs - before.organisation_pairs,
                      .kind_pairs = after.kind_pairs - before.kind_pairs,
                      .met_before = others_met(now, move.person),
                      .met_after = others_met(then, move.person)};
    const auto& round = then[static_cast<std::size_t>(move.round) - 1];
    cost.size_from = size_at(round, cost.from);
    cost.size_to = size_at(round, move.table);
    const auto left = questions_of(session, then, move.person);
    for (const cafe::QuestionId& question : questions_of(session, now, move.person))
        if (std::ranges::find(left, question) == left.end()) cost.missed.push_back(question);
    cost.breaks_limit = above_limit(session, then) && !above_limit(session, now);
    const std::size_t begun = cafe::begun_rounds(session);
    for (const cafe::Pin& pin : session.seating_rules.pins) {
        const bool replaced = pin.kind == cafe::PinKind::seat && pin.person == move.person && pin.round == move.round;
        if (!replaced && holds(now, begun, pin) && !holds(then, begun, pin)) cost.breaks.push_back(pin.id.value);
    }
    return cost;
}

std::optional<cafe::Seating> moved_seating(const cafe::Session& session, const SeatMove& move) {
    if (!changes_seat(session, move)) return std::nullopt;
    cafe::Seating seating = session.seating;
    seating.companies = with_move(session, move);
    cafe::SeatingQuality quality = measured(session, seating.companies);
    if (session.seating.quality) {
        quality.bound = std::min(session.seating.quality->bound, quality.score); // uneven tables may go below it
        quality.broken = session.seating.quality->broken;
    }
    const std::size_t begun = cafe::begun_rounds(session);
    for (const cafe::Pin& pin : session.seating_rules.pins) {
        if (pin.kind == cafe::PinKind::host) continue;
        name_rule(quality.broken, pin.id.value, !holds(seating.companies, begun, pin));
    }
    quality.seen_again = seen_again(session, seating);
    name_rule(quality.broken, "question", !quality.seen_again.empty());
    name_rule(quality.broken, "limit", above_limit(session, seating.companies));
    seating.quality = std::move(quality);
    return seating;
}

cafe::SeatingRules pinned(const cafe::Session& session, const SeatMove& move, cafe::PinId pin) {
    cafe::SeatingRules rules = session.seating_rules;
    std::erase_if(rules.pins, [&](const cafe::Pin& one) {
        return one.kind == cafe::PinKind::seat && one.person == move.person && one.round == move.round;
    });
    rules.pins.push_back({.id = std::move(pin),
                          .kind = cafe::PinKind::seat,
                          .person = move.person,
                          .table = move.table,
                          .round = move.round});
    return rules;
}

cafe::SeatingQuality measured(const cafe::Session& session, const Companies& companies) {
    rotation::Problem problem{.weights = weights_of(session.seating_rules)};
    problem.history.resize(std::min(cafe::begun_rounds(session), companies.size()));
    std::map<std::string_view, int> seated;
    for (const auto& round : companies)
        for (const cafe::Company& company : round)
            for (const cafe::ParticipantId& id : company.people) seated.emplace(id.value, rotation::nobody);
    for (const cafe::Participant& person : session.participants) {
        const auto at = seated.find(person.id.value);
        if (at == seated.end()) continue;
        at->second = problem.size();
        problem.people.push_back(labelled(session, person));
    }
    rotation::Planned planned;
    for (const auto& round : companies) {
        rotation::Round& tables = planned.plan.rounds.emplace_back();
        for (const cafe::Company& company : round) {
            rotation::Table& table = tables.emplace_back();
            for (const cafe::ParticipantId& id : company.people)
                if (const int number = seated.at(id.value); number != rotation::nobody) table.push_back(number);
        }
    }
    planned.quality = rotation::measure(problem, planned.plan);
    return quality_of(problem, planned);
}

} // namespace ronde::app
