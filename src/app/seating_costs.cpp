#include "app/seating_costs.hpp"

#include "app/seating_plan.hpp"

#include <utility>

namespace ronde::app {
namespace {

/// A fraction of a second for thirty people; the plan that is taken is looked for much longer.
constexpr std::int64_t exchanges_each = 300'000;

/// The rules with each other value that one of their choices has.
template <class Choice>
void add_others(std::vector<cafe::SeatingRules>& to, const cafe::SeatingRules& rules,
                Choice cafe::SeatingRules::*choice) {
    for (const auto& [value, name] : names_of(Choice{}))
        if (value != rules.*choice) (to.emplace_back(rules)).*choice = value;
}

} // namespace

std::vector<cafe::SeatingRules> neighbours_of(const cafe::SeatingRules& rules) {
    std::vector<cafe::SeatingRules> neighbours;
    add_others(neighbours, rules, &cafe::SeatingRules::style);
    add_others(neighbours, rules, &cafe::SeatingRules::grouping);
    add_others(neighbours, rules, &cafe::SeatingRules::hosting);
    add_others(neighbours, rules, &cafe::SeatingRules::limit);
    return neighbours;
}

std::optional<SeatingCosts> compare_rules(const cafe::Session& session, const std::function<bool()>& stop) {
    SeatingCosts costs{.session = session.id, .structure = session.structure};
    const rotation::Effort effort{.iterations = exchanges_each, .stop = stop};
    for (cafe::SeatingRules& rules : neighbours_of(session.seating_rules)) {
        cafe::Session tried = session;
        tried.seating_rules = rules;
        const cafe::Seating seating = plan_seating(tried, effort);
        if (stop && stop()) return std::nullopt;
        if (seating.quality) costs.list.push_back({std::move(rules), *seating.quality});
    }
    return costs;
}

} // namespace ronde::app
