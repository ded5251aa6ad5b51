#include "rotation/host_choice.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <rapidcheck.h>
#include <set>
#include <utility>

using namespace ronde;
using rotation::Host;
using rotation::HostChoice;

namespace {

rotation::Problem people_at_tables(int people, int tables, int rounds) {
    rotation::Problem problem{.questions = 1, .rule = rotation::QuestionRule::free};
    for (int i = 0; i < people; ++i) problem.people.push_back({.name = "p" + std::to_string(i)});
    problem.tables_per_question.assign(static_cast<std::size_t>(rounds), tables);
    return problem;
}

} // namespace

TEST_CASE("host choice: without turns each table has one host for all the rounds") {
    const auto problem = people_at_tables(9, 3, 4);
    HostChoice choice(problem, 0);
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{0, 0, 0, 4}, {1, 1, 0, 4}, {2, 2, 0, 4}});
    CHECK(choice.open().empty());
}

TEST_CASE("host choice: in turns another person takes over, and the last turn may be shorter") {
    const auto problem = people_at_tables(9, 2, 3);
    HostChoice choice(problem, 2);
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{0, 0, 0, 2}, {2, 0, 2, 3}, {1, 1, 0, 2}, {3, 1, 2, 3}});
}

TEST_CASE("host choice: what is settled stands, and the rest of its turn goes to somebody else") {
    const auto problem = people_at_tables(6, 2, 4);
    HostChoice choice(problem, 0);
    CHECK(choice.settle({5, 0, 1, 3}));
    CHECK_FALSE(choice.settle({4, 0, 2, 4})); // the table has a host in round 2
    CHECK_FALSE(choice.settle({5, 1, 0, 2})); // hosts elsewhere in round 1
    CHECK_FALSE(choice.settle({4, 1, 2, 2})); // no rounds
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{0, 0, 0, 1}, {5, 0, 1, 3}, {2, 0, 3, 4}, {1, 1, 0, 4}});
}

TEST_CASE("host choice: who is asked first has the first tables, organisations share the rest, some come last") {
    auto problem = people_at_tables(6, 3, 2);
    for (const int person : {0, 1, 2}) problem.people[static_cast<std::size_t>(person)].organisation = 0;
    for (const int person : {3, 4}) problem.people[static_cast<std::size_t>(person)].organisation = 1;
    HostChoice choice(problem, 0);
    choice.ask({2});
    choice.fill({false, false, false, true, false, false});
    CHECK(choice.hosts() == std::vector<Host>{{2, 0, 0, 2}, {4, 1, 0, 2}, {5, 2, 0, 2}});
}

TEST_CASE("host choice: whoever comes last hosts only where nobody else can, even if others host twice") {
    const auto problem = people_at_tables(4, 1, 4);
    HostChoice choice(problem, 1);
    choice.fill({true, true, false, false});
    CHECK(choice.hosts() == std::vector<Host>{{2, 0, 0, 1}, {3, 0, 1, 2}, {2, 0, 2, 3}, {3, 0, 3, 4}});
}

TEST_CASE("host choice: who hosted in a round already played comes after the others") {
    auto problem = people_at_tables(4, 1, 3);
    problem.history = {{{0, 1, 2, 3}}};
    HostChoice choice(problem, 1);
    choice.has_hosted(0);
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{1, 0, 1, 2}, {2, 0, 2, 3}});
}

TEST_CASE("host choice: who goes before the turn ends is followed by another") {
    auto problem = people_at_tables(2, 1, 4);
    problem.people[0].leaves = 2;
    problem.people[1].arrives = 2;
    HostChoice choice(problem, 0);
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{0, 0, 0, 2}, {1, 0, 2, 4}});
}

TEST_CASE("host choice: a table for which nobody is there at first has a host once there are people") {
    auto problem = people_at_tables(4, 2, 4);
    for (const int person : {1, 2, 3}) problem.people[static_cast<std::size_t>(person)].arrives = 2;
    HostChoice choice(problem, 0);
    choice.fill({});
    CHECK(choice.hosts() == std::vector<Host>{{0, 0, 0, 4}, {1, 1, 2, 4}});
    CHECK(choice.open() == std::vector<rotation::OpenTable>{{1, 0, 2}});
}

TEST_CASE("host choice: every table has a host where there are people, nobody two tables, and all turns are shared") {
    CHECK(rc::check("any room", [] {
        const int tables = *rc::gen::inRange(1, 5);
        const int rounds = *rc::gen::inRange(1, 7);
        auto problem = people_at_tables(*rc::gen::inRange(tables, 20), tables, rounds);
        HostChoice choice(problem, *rc::gen::inRange(0, 4));
        choice.fill({});
        RC_ASSERT(choice.open().empty());
        std::set<std::pair<int, int>> table_in;
        std::set<std::pair<int, int>> person_in;
        for (const Host& host : choice.hosts())
            for (int round = host.from; round < host.to; ++round) {
                RC_ASSERT(table_in.insert({round, host.table}).second);
                RC_ASSERT(person_in.insert({round, host.person}).second);
            }
        RC_ASSERT(static_cast<int>(table_in.size()) == tables * rounds);
        problem.hosts = choice.hosts();
        RC_ASSERT(rotation::check(problem).has_value());
    }));
}
