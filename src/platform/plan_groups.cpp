#include "platform/plan_groups.hpp"

#include "rotation/carousel.hpp"
#include "rotation/deal.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <vector>

namespace ronde::platform {

namespace {

using namespace rotation;

/// Why the problem has no place for groups that stay together.
base::Result<void> fits(const Problem& problem) {
    if (!problem.announced.empty())
        return base::bad_input("an announced plan is mended person by person, which groups that stay together have no "
                               "place for; use --grouping mixed, or take “announced” out");
    const bool in_turns = std::any_of(problem.hosts.begin(), problem.hosts.end(),
                                      [&](const Host& host) { return host.from > 0 || host.to < problem.rounds(); });
    if (in_turns)
        return base::bad_input("a host who keeps a table for some rounds only has no group for the others; let hosts "
                               "stay for all rounds, or use --grouping mixed");
    const bool same_tables = std::adjacent_find(problem.tables_per_question.begin(), problem.tables_per_question.end(),
                                                std::not_equal_to<>()) == problem.tables_per_question.end();
    const bool all_stay = std::all_of(problem.people.begin(), problem.people.end(), [&](const Person& person) {
        return person.arrives == 0 && person.leaves >= problem.rounds();
    });
    if (!same_tables || !all_stay || !problem.history.empty() || !problem.seats.empty() || !problem.together.empty() ||
        !problem.apart.empty())
        return base::bad_input("intact groups take no pins, played rounds, arrivals or departures, nor tables that "
                               "change by round; use --grouping mixed");
    return {};
}

} // namespace

base::Result<Planned> plan_groups(const Problem& problem) {
    if (const auto sound = check(problem); !sound) return tl::unexpected(sound.error());
    if (const auto good = fits(problem); !good) return tl::unexpected(good.error());
    const int tables = problem.rounds() > 0 ? problem.tables_a_question(0) : 1;
    const int groups = problem.questions * tables;
    std::vector<bool> hosting(problem.people.size());
    for (const Host& host : problem.hosts) hosting[static_cast<std::size_t>(host.person)] = true;
    std::vector<int> guests;
    std::vector<DealtPerson> dealing;
    const auto label = [](int value) { return value == nobody ? std::nullopt : std::optional(value); };
    for (int person = 0; person < problem.size(); ++person) {
        if (hosting[static_cast<std::size_t>(person)]) continue;
        guests.push_back(person);
        const Person& who = problem.person(person);
        dealing.push_back({.organisation = label(who.organisation), .kind = label(who.kind)});
    }
    const auto dealt = deal_groups(dealing, groups);
    if (!dealt) return tl::unexpected(dealt.error());
    Planned planned;
    if (problem.rounds() > 0) {
        const auto carousel = plan_carousel({.groups = groups,
                                             .questions = problem.questions,
                                             .tables_per_question = tables,
                                             .rounds = problem.rounds()});
        if (!carousel) return tl::unexpected(carousel.error());
        for (const std::vector<int>& table_of : carousel->table_of_group_by_round) {
            Round& round = planned.plan.rounds.emplace_back(static_cast<std::size_t>(groups));
            for (const Host& host : problem.hosts) { // one person may stand there twice
                Table& table = round[static_cast<std::size_t>(host.table)];
                if (std::find(table.begin(), table.end(), host.person) == table.end()) table.push_back(host.person);
            }
            for (std::size_t i = 0; i < guests.size(); ++i) {
                const auto group = static_cast<std::size_t>((*dealt)[i]);
                round[static_cast<std::size_t>(table_of[group])].push_back(guests[i]);
            }
        }
    }
    planned.bound = lower_bound(problem);
    planned.quality = measure(problem, planned.plan);
    planned.broken = broken_rules(problem, planned.plan);
    planned.optimal = planned.broken.empty() && planned.quality.score == planned.bound.score;
    return planned;
}

} // namespace ronde::platform
