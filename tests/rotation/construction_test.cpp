#include "rotation/construction.hpp"

#include "rotation/field.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace ronde::rotation;

namespace {

int meetings(const Route& a, const Route& b) {
    int count = 0;
    for (std::size_t round = 0; round < a.size(); ++round) count += a[round] == b[round];
    return count;
}

int most_meetings(const std::vector<Route>& routes) {
    int most = 0;
    for (std::size_t i = 0; i < routes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) most = std::max(most, meetings(routes[i], routes[j]));
    return most;
}

} // namespace

TEST_CASE("rotation: a finite field has inverses and distributes") {
    for (const int size : {2, 3, 4, 5, 7, 8, 9, 16, 25, 27}) {
        const auto field = Ring::field(size);
        REQUIRE(field.has_value());
        for (int a = 0; a < size; ++a) {
            std::set<int> products;
            for (int b = 0; b < size; ++b) {
                products.insert(field->multiply(a, b));
                REQUIRE(field->subtract(field->add(a, b), b) == a);
                for (int c = 0; c < size; ++c)
                    REQUIRE(field->multiply(a, field->add(b, c)) ==
                            field->add(field->multiply(a, b), field->multiply(a, c)));
            }
            CHECK(products.size() == (a == 0 ? 1U : static_cast<std::size_t>(size)));
            CHECK(field->multiply(a, 1) == a);
        }
    }
    for (const int size : {-1, 0, 1, 6, 10, 12, 100}) CHECK_FALSE(Ring::field(size).has_value());
}

TEST_CASE("rotation: blocks seat one person a table and send each to every question once before any twice") {
    REQUIRE(rc::check("blocks", [] {
        const Shape shape{.people = *rc::gen::inRange(0, 120),
                          .questions = *rc::gen::inRange(1, 9),
                          .tables_per_question = *rc::gen::inRange(1, 9),
                          .rounds = *rc::gen::inRange(1, 9)};
        const std::vector<Route> routes = blocks(shape);
        RC_ASSERT(static_cast<int>(routes.size()) == shape.people);
        const auto tables = static_cast<std::size_t>(shape.questions * shape.tables_per_question);
        for (std::size_t first = 0; first < routes.size(); first += tables) {
            const std::size_t end = std::min(routes.size(), first + tables);
            for (std::size_t i = first; i < end; ++i)
                for (std::size_t j = first; j < i; ++j) RC_ASSERT(meetings(routes[i], routes[j]) == 0);
        }
        if (shape.questions == 1) return;
        for (const Route& route : routes) {
            std::set<int> seen;
            for (std::size_t round = 0; round < std::min(route.size(), static_cast<std::size_t>(shape.questions));
                 ++round)
                RC_ASSERT(seen.insert(route[round] / shape.tables_per_question).second);
        }
    }));
}

TEST_CASE("rotation: over a field nobody meets twice") {
    CHECK(most_meetings(blocks({.people = 12, .questions = 4, .tables_per_question = 1, .rounds = 4})) == 1);
    CHECK(most_meetings(blocks({.people = 45, .questions = 3, .tables_per_question = 3, .rounds = 3})) == 1);
    CHECK(most_meetings(blocks({.people = 120, .questions = 5, .tables_per_question = 6, .rounds = 5})) == 1);
    CHECK(most_meetings(blocks({.people = 64, .questions = 1, .tables_per_question = 16, .rounds = 16})) == 1);
    CHECK(most_meetings(blocks({.people = 1200, .questions = 6, .tables_per_question = 40, .rounds = 6})) == 1);
}

TEST_CASE("rotation: where no field helps, mended differences let nobody meet twice") {
    CHECK(most_meetings(blocks({.people = 60, .questions = 6, .tables_per_question = 2, .rounds = 6})) == 1);
    CHECK(most_meetings(blocks({.people = 100, .questions = 5, .tables_per_question = 4, .rounds = 5})) == 1);
    CHECK(most_meetings(blocks({.people = 40, .questions = 4, .tables_per_question = 2, .rounds = 4})) == 1);
}

TEST_CASE("rotation: guests meet the host of a table once") {
    const Shape shape{.people = 48, .questions = 3, .tables_per_question = 4, .rounds = 3, .hosted = true};
    const std::vector<Route> routes = blocks(shape);
    CHECK(most_meetings(routes) == 1);
    for (const Route& route : routes) CHECK(std::set<int>(route.begin(), route.end()).size() == 3);
}
