#include "rotation/start.hpp"

#include "rotation/construction.hpp"
#include "rotation/packing.hpp"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

Plan empty_plan(const Problem& problem) {
    Plan plan;
    for (int round = 0; round < problem.rounds(); ++round)
        plan.rounds.emplace_back(static_cast<Index>(problem.tables(round)));
    return plan;
}

std::vector<int> guests_of(const Problem& problem) {
    std::vector<bool> host(problem.people.size());
    for (const Host& given : problem.hosts) host[static_cast<Index>(given.person)] = true;
    std::vector<int> guests;
    for (int person = 0; person < problem.size(); ++person)
        if (!host[static_cast<Index>(person)]) guests.push_back(person);
    return guests;
}

} // namespace

bool regular(const Problem& problem) {
    const int rounds = problem.rounds();
    const bool same_tables = std::adjacent_find(problem.tables_per_question.begin(), problem.tables_per_question.end(),
                                                std::not_equal_to<>()) == problem.tables_per_question.end();
    const bool all_stay = std::all_of(problem.people.begin(), problem.people.end(), [rounds](const Person& person) {
        return person.arrives == 0 && person.leaves >= rounds;
    });
    std::set<int> held;
    const bool hosts_stay = std::all_of(problem.hosts.begin(), problem.hosts.end(), [&](const Host& host) {
        return host.from == 0 && host.to == rounds && held.insert(host.table).second;
    });
    return rounds > 0 && problem.history.empty() && problem.seats.empty() && same_tables && all_stay && hosts_stay;
}

Plan constructed_start(const Problem& problem, std::uint64_t variant) {
    if (const auto golf = golf_in(problem))
        if (const auto lines = golf_by_lines(*golf)) return dealt(problem, *lines);
    const bool free = problem.rule == QuestionRule::free;
    return dealt(problem, blocks({.people = static_cast<int>(guests_of(problem).size()),
                                  .questions = free ? 1 : problem.questions,
                                  .tables_per_question = free ? problem.tables(0) : problem.tables_a_question(0),
                                  .rounds = problem.rounds(),
                                  .hosted = !problem.hosts.empty(),
                                  .variant = variant}));
}

std::optional<Golf> golf_in(const Problem& problem) {
    const bool free = problem.rule == QuestionRule::free || problem.questions == 1;
    if (!free || !regular(problem) || !problem.hosts.empty() || problem.people.empty()) return std::nullopt;
    const int tables = problem.tables(0);
    if (problem.size() % tables != 0) return std::nullopt;
    return Golf{.tables = tables, .size = problem.size() / tables, .rounds = problem.rounds()};
}

Plan dealt(const Problem& problem, const std::vector<Route>& routes) {
    const std::vector<int> guests = packed(problem, guests_of(problem), problem.tables(0));
    Plan plan = empty_plan(problem);
    for (Index round = 0; round < plan.rounds.size(); ++round) {
        for (const Host& host : problem.hosts)
            plan.rounds[round][static_cast<Index>(host.table)].push_back(host.person);
        for (Index i = 0; i < guests.size(); ++i)
            plan.rounds[round][static_cast<Index>(routes[i][round])].push_back(guests[i]);
    }
    return plan;
}

} // namespace ronde::rotation
