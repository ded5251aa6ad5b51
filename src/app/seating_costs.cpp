#include "app/seating_costs.hpp"

#include "app/seating_plan.hpp"

#include <utility>

namespace ronde::app {
namespace {

/// A fraction of a second for thirty people; the plan that is taken is looked for much longer.
constexpr std::int64_t exchanges_each = 300'000;

template <class Choice>
Choice other(Choice now, Choice one, Choice two) {
    return now == one ? two : one;
}

} // namespace

std::vector<cafe::SeatingRules> neighbours_of(const cafe::SeatingRules& rules) {
    std::vector<cafe::SeatingRules> neighbours(4, rules);
    neighbours[0].style = other(rules.style, cafe::SeatingStyle::carousel, cafe::SeatingStyle::successive);
    neighbours[1].grouping = other(rules.grouping, cafe::Grouping::intact, cafe::Grouping::mixed);
    neighbours[2].hosting = other(rules.hosting, cafe::Hosting::none, cafe::Hosting::stay);
    neighbours[3].limit = other(rules.limit, cafe::MeetingLimit::none, cafe::MeetingLimit::twice);
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
