#include "app/seating_plan.hpp"

#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <map>
#include <rapidcheck.h>
#include <set>

namespace {

using namespace ronde;
using cafe::PlanNote;

/// A café with `tables[q]` tables for each question q.
cafe::Session hall(const std::vector<int>& tables, int groups, int rounds) {
    cafe::Session session;
    session.id = {"hall"};
    session.structure = 5;
    for (std::size_t q = 0; q < tables.size(); ++q) {
        const std::string number = std::to_string(q);
        session.questions.push_back({.id = {"q" + number}, .text = "?"});
        for (int t = 0; t < tables[q]; ++t)
            session.tables.push_back({.id = {"t" + number + "-" + std::to_string(t)}, .question = {"q" + number}});
    }
    for (int g = 0; g < groups; ++g) session.groups.push_back({.id = {"g" + std::to_string(g)}, .count = 4});
    for (int r = 0; r < rounds; ++r)
        session.agenda.push_back(support::small_step("r" + std::to_string(r), cafe::StepKind::round, 10, 5));
    return session;
}

/// Nobody shares a table, nobody sits twice, everyone sits while there are tables enough; and the engine takes it.
void holds_together(cafe::Session session, const cafe::Seating& seating) {
    RC_ASSERT(seating.basis == session.structure);
    for (const auto& round : seating.rounds) {
        std::set<std::string> groups;
        std::set<std::string> tables;
        for (const cafe::Placement& placement : round) {
            RC_ASSERT(groups.insert(placement.group.value).second);
            RC_ASSERT(tables.insert(placement.table.value).second);
        }
        RC_ASSERT(groups.size() == std::min(session.groups.size(), session.tables.size()));
    }
    session.seq = 1;
    RC_ASSERT(cafe::update(session, {support::FakeClock{}.now(), cafe::ApplyPlan{seating}}).has_value());
    RC_ASSERT(cafe::unsound_parts(session).empty());
}

/// How often each group meets each question.
std::map<std::pair<std::string, std::string>, int> meetings(const cafe::Session& session,
                                                            const cafe::Seating& seating) {
    std::map<std::pair<std::string, std::string>, int> met;
    for (const auto& round : seating.rounds)
        for (const cafe::Placement& placement : round)
            ++met[{placement.group.value, cafe::find(session, placement.table)->question.value}];
    return met;
}

bool notes(const cafe::Seating& seating, PlanNote note) {
    return std::ranges::find(seating.notes, note) != seating.notes.end();
}

} // namespace

TEST_CASE("seating plan: in as many rounds as questions every group is at every question exactly once") {
    CHECK(rc::check("for any even hall", [] {
        const int questions = *rc::gen::inRange(1, 9);
        const int per_question = *rc::gen::inRange(1, 4);
        const int groups = *rc::gen::inRange(1, questions * per_question + 1);
        const auto session =
            hall(std::vector<int>(static_cast<std::size_t>(questions), per_question), groups, questions);
        const auto seating = app::plan_seating(session);
        RC_ASSERT(seating.rounds.size() == static_cast<std::size_t>(questions));
        holds_together(session, seating);
        const auto met = meetings(session, seating);
        RC_ASSERT(met.size() == static_cast<std::size_t>(groups * questions));
        RC_ASSERT(std::ranges::all_of(met, [](const auto& one) { return one.second == 1; }));
        RC_ASSERT(seating.notes.empty());
    }));
}

TEST_CASE("seating plan: any hall gets a plan that holds together and says what it could not give") {
    CHECK(rc::check("uneven tables, too few, too many rounds", [] {
        const auto tables =
            *rc::gen::container<std::vector<int>>(*rc::gen::inRange<std::size_t>(1, 6), rc::gen::inRange(0, 4));
        const int groups = *rc::gen::inRange(1, 12);
        const int rounds = *rc::gen::inRange(1, 8);
        const auto session = hall(tables, groups, rounds);
        const auto seating = app::plan_seating(session);
        if (session.tables.empty()) {
            RC_ASSERT(seating.rounds.empty());
            return;
        }
        RC_ASSERT(seating.rounds.size() == static_cast<std::size_t>(rounds));
        holds_together(session, seating);
        const int questions = static_cast<int>(tables.size());
        RC_ASSERT(notes(seating, PlanNote::more_groups_than_tables) == (session.groups.size() > session.tables.size()));
        RC_ASSERT(notes(seating, PlanNote::uneven_tables) ==
                  std::ranges::any_of(tables, [&](int count) { return count != tables.front(); }));
        RC_ASSERT(notes(seating, PlanNote::fewer_rounds_than_questions) == (rounds < questions));
        RC_ASSERT(notes(seating, PlanNote::more_rounds_than_questions) == (rounds > questions));
        const bool missed = meetings(session, seating).size() < static_cast<std::size_t>(groups * questions);
        RC_ASSERT(notes(seating, PlanNote::question_missed) == (missed && rounds >= questions));
    }));
}

TEST_CASE("seating plan: rounds that have begun stay as they are, the others go on from there") {
    support::SmallCafe small;
    small.act(cafe::Start{});
    small.act(cafe::Next{}); // round 1 is on
    auto swapped = small.session.seating;
    auto session = small.session;
    std::swap(session.seating.rounds[0][0].table, session.seating.rounds[0][1].table); // as moved by hand
    const auto seating = app::plan_seating(session);
    REQUIRE(seating.rounds.size() == 3);
    auto first = seating.rounds[0];
    auto kept = session.seating.rounds[0];
    const auto by_group = [](const cafe::Placement& a, const cafe::Placement& b) {
        return a.group.value < b.group.value;
    };
    std::ranges::sort(first, by_group);
    std::ranges::sort(kept, by_group);
    CHECK(first == kept);
    CHECK(first != swapped.rounds[0]);
    const auto met = meetings(session, seating);
    CHECK(met.size() == 9); // and still every group is at every question once
}

TEST_CASE("seating plan: a table without a question seats nobody") {
    auto session = hall({1, 1}, 2, 2);
    session.tables.push_back({.id = {"bar"}});
    const auto seating = app::plan_seating(session);
    for (const auto& round : seating.rounds)
        for (const cafe::Placement& placement : round) CHECK(placement.table != cafe::TableId{"bar"});
    CHECK(seating.notes.empty());
}

TEST_CASE("seating plan: without groups, tables or rounds there is no plan, and its basis is the present") {
    for (const auto& session : {hall({1, 1}, 0, 2), hall({0, 0}, 2, 2), hall({1, 1}, 2, 0), cafe::Session{}}) {
        const auto seating = app::plan_seating(session);
        CHECK(seating.rounds.empty());
        CHECK(seating.basis == session.structure);
    }
}

TEST_CASE("seating plan: with two tables for one question and one for the other, it says what is missed") {
    const auto seating = app::plan_seating(hall({2, 1}, 3, 2));
    CHECK(notes(seating, PlanNote::uneven_tables));
    CHECK(notes(seating, PlanNote::question_missed));
    CHECK_FALSE(notes(seating, PlanNote::more_groups_than_tables));
}
