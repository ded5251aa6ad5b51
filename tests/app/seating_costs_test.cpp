#include "app/seating_costs.hpp"

#include "compat/catch.hpp"
#include "support/sample_session.hpp"

#include <algorithm>

using namespace ronde;

namespace {

/// Thirty people at six tables, each by their own route.
cafe::Session routes() {
    cafe::Session session = tests::sample_session();
    session.structure = 7;
    session.seating_rules.grouping = cafe::Grouping::mixed;
    return session;
}

const app::SeatingCost* cost_with(const app::SeatingCosts& costs, auto member, auto value) {
    for (const app::SeatingCost& cost : costs.list)
        if (cost.rules.*member == value) return &cost;
    return nullptr;
}

} // namespace

TEST_CASE("seating costs: each neighbour differs from the rules in one choice, and from the others") {
    cafe::SeatingRules rules;
    rules.hosting = cafe::Hosting::stay;
    rules.weights.kind = 4;
    const auto neighbours = app::neighbours_of(rules);
    REQUIRE(neighbours.size() == 5);
    CHECK(neighbours[0].style == cafe::SeatingStyle::successive);
    CHECK(neighbours[1].grouping == cafe::Grouping::mixed);
    CHECK(neighbours[2].hosting == cafe::Hosting::none);
    CHECK(neighbours[3].hosting == cafe::Hosting::relay);
    CHECK(neighbours[4].limit == cafe::MeetingLimit::twice);
    for (const cafe::SeatingRules& neighbour : neighbours) {
        const auto back = app::neighbours_of(neighbour);
        CHECK(std::ranges::count(back, rules) == 1);
        CHECK(neighbour.weights == rules.weights);
    }
}

TEST_CASE("seating costs: of thirty people each choice is told in numbers that a plan was made for") {
    const auto costs = app::compare_rules(routes(), {});
    REQUIRE(costs);
    CHECK(costs->session == cafe::SessionId{"c-sample"});
    CHECK(costs->structure == 7);
    REQUIRE(costs->list.size() == 5);
    const auto* intact = cost_with(*costs, &cafe::SeatingRules::grouping, cafe::Grouping::intact);
    REQUIRE(intact != nullptr);
    CHECK(intact->quality.most_met == 4); // the others of a group of five
    const auto* successive = cost_with(*costs, &cafe::SeatingRules::style, cafe::SeatingStyle::successive);
    REQUIRE(successive != nullptr);
    CHECK(successive->quality.repeats == 0);
    CHECK(successive->quality.most_met == 12);
}

TEST_CASE("seating costs: who is told to stop says nothing") {
    CHECK_FALSE(app::compare_rules(routes(), [] { return true; }));
}
