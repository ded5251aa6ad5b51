#include "rotation/carousel.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <rapidcheck.h>
#include <set>

using namespace ronde::rotation;

namespace {

CarouselShape any_shape() {
    const int questions = *rc::gen::inRange(1, 9);
    const int tables = *rc::gen::inRange(1, 5);
    return {.groups = *rc::gen::inRange(1, questions * tables + 1),
            .questions = questions,
            .tables_per_question = tables,
            .rounds = *rc::gen::inRange(1, 2 * questions + 2)};
}

int note_count(const CarouselPlan& plan, CarouselLimit limit) {
    for (const CarouselNote& note : plan.notes)
        if (note.limit == limit) return note.count;
    return 0;
}

} // namespace

TEST_CASE("rotation: no two groups of a carousel share a table, and each meets every question once before any twice") {
    REQUIRE(rc::check("carousel", [] {
        const CarouselShape shape = any_shape();
        const auto plan = plan_carousel(shape);
        RC_ASSERT(plan.has_value());
        RC_ASSERT(plan->table_of_group_by_round.size() == static_cast<std::size_t>(shape.rounds));
        std::vector<std::vector<int>> visits(static_cast<std::size_t>(shape.groups),
                                             std::vector<int>(static_cast<std::size_t>(shape.questions)));
        for (const std::vector<int>& tables : plan->table_of_group_by_round) {
            RC_ASSERT(tables.size() == static_cast<std::size_t>(shape.groups));
            RC_ASSERT(std::set<int>(tables.begin(), tables.end()).size() == tables.size());
            for (std::size_t group = 0; group < tables.size(); ++group) {
                RC_ASSERT(tables[group] >= 0 && tables[group] < shape.questions * shape.tables_per_question);
                ++visits[group][static_cast<std::size_t>(tables[group] / shape.tables_per_question)];
                const auto [least, most] = std::minmax_element(visits[group].begin(), visits[group].end());
                RC_ASSERT(*most - *least <= 1);
            }
        }
    }));
}

TEST_CASE("rotation: a carousel group sits at a table again only when its question has no other") {
    REQUIRE(rc::check("second visits", [] {
        const CarouselShape shape = any_shape();
        const auto plan = plan_carousel(shape);
        RC_ASSERT(plan.has_value());
        for (std::size_t group = 0; group < static_cast<std::size_t>(shape.groups); ++group) {
            std::set<int> tables;
            for (const auto& round : plan->table_of_group_by_round) tables.insert(round[group]);
            const int again = shape.rounds - static_cast<int>(tables.size());
            RC_ASSERT(again == std::max(0, shape.rounds - shape.questions * shape.tables_per_question));
            RC_ASSERT(again == note_count(*plan, CarouselLimit::tables_seen_again));
        }
    }));
}

TEST_CASE("rotation: a carousel says what it could not give") {
    const auto full = plan_carousel({.groups = 6, .questions = 3, .tables_per_question = 2, .rounds = 3});
    REQUIRE(full.has_value());
    CHECK(full->notes.empty());

    const auto few = plan_carousel({.groups = 2, .questions = 4, .tables_per_question = 2, .rounds = 3});
    REQUIRE(few.has_value());
    CHECK(few->notes == std::vector<CarouselNote>{{CarouselLimit::questions_unseen, 1},
                                                  {CarouselLimit::questions_without_group, 2},
                                                  {CarouselLimit::tables_without_group, 6}});

    const auto many = plan_carousel({.groups = 2, .questions = 2, .tables_per_question = 1, .rounds = 5});
    REQUIRE(many.has_value());
    CHECK(note_count(*many, CarouselLimit::questions_seen_again) == 3);
    CHECK(note_count(*many, CarouselLimit::tables_seen_again) == 3);
}

TEST_CASE("rotation: an impossible carousel is refused with a way out") {
    const auto crowded = plan_carousel({.groups = 7, .questions = 3, .tables_per_question = 2, .rounds = 3});
    REQUIRE_FALSE(crowded.has_value());
    CHECK(crowded.error().message == "7 groups do not fit at 6 tables; use 3 tables a question, or fewer groups");
    CHECK_FALSE(plan_carousel({.groups = 0, .questions = 3, .tables_per_question = 2, .rounds = 3}).has_value());
    CHECK_FALSE(plan_carousel({.groups = 3, .questions = -3, .tables_per_question = 2, .rounds = 3}).has_value());
    CHECK_FALSE(plan_carousel({.groups = 3, .questions = 3, .tables_per_question = 2, .rounds = 0}).has_value());
    CHECK_FALSE(
        plan_carousel({.groups = 3, .questions = 90'000, .tables_per_question = 90'000, .rounds = 1}).has_value());
}
