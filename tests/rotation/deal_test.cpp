#include "rotation/deal.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <map>
#include <rapidcheck.h>

using namespace ronde::rotation;

namespace {

/// How many of the people with each label sit in each group; people without the label are not counted.
template <class Member>
std::map<int, std::vector<int>> spread_of(const std::vector<DealtPerson>& people, const std::vector<int>& dealt,
                                          int groups, Member member) {
    std::map<int, std::vector<int>> spread;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!(people[i].*member)) continue;
        auto& counts =
            spread.try_emplace(*(people[i].*member), std::vector<int>(static_cast<std::size_t>(groups))).first->second;
        ++counts[static_cast<std::size_t>(dealt[i])];
    }
    return spread;
}

int gap(const std::vector<int>& counts) {
    const auto [least, most] = std::minmax_element(counts.begin(), counts.end());
    return *most - *least;
}

std::vector<int> sizes_of(const std::vector<int>& dealt, int groups) {
    std::vector<int> sizes(static_cast<std::size_t>(groups));
    for (const int group : dealt) ++sizes.at(static_cast<std::size_t>(group));
    return sizes;
}

std::vector<DealtPerson> any_people() {
    std::vector<DealtPerson> people(*rc::gen::inRange<std::size_t>(0, 80));
    for (DealtPerson& person : people) {
        if (*rc::gen::inRange(0, 4) > 0) person.organisation = *rc::gen::inRange(0, 12);
        if (*rc::gen::inRange(0, 5) > 0) person.kind = *rc::gen::inRange(0, 3);
    }
    return people;
}

} // namespace

TEST_CASE("rotation: people are dealt evenly, each organisation and each kind as evenly as can be") {
    REQUIRE(rc::check("deal", [] {
        const std::vector<DealtPerson> people = any_people();
        const int groups = *rc::gen::inRange(1, 14);
        const auto dealt = deal_groups(people, groups);
        RC_ASSERT(dealt.has_value());
        RC_ASSERT(dealt->size() == people.size());
        RC_ASSERT(gap(sizes_of(*dealt, groups)) <= 1);
        for (const auto& [label, counts] : spread_of(people, *dealt, groups, &DealtPerson::organisation))
            RC_ASSERT(gap(counts) <= 1);
        for (const auto& [label, counts] : spread_of(people, *dealt, groups, &DealtPerson::kind))
            RC_ASSERT(gap(counts) <= 1);
        RC_ASSERT((deal_groups(people, groups) == dealt));
    }));
}

TEST_CASE("rotation: fixed people stay in their group, and sizes stay even where they allow it") {
    REQUIRE(rc::check("deal with fixed people", [] {
        std::vector<DealtPerson> people = any_people();
        const int groups = *rc::gen::inRange(1, 9);
        std::vector<int> fixed(static_cast<std::size_t>(groups));
        for (DealtPerson& person : people) {
            if (*rc::gen::inRange(0, 3) > 0) continue;
            person.fixed_group = *rc::gen::inRange(0, groups);
            ++fixed[static_cast<std::size_t>(*person.fixed_group)];
        }
        const auto dealt = deal_groups(people, groups);
        RC_ASSERT(dealt.has_value());
        for (std::size_t i = 0; i < people.size(); ++i)
            RC_ASSERT(!people[i].fixed_group || people[i].fixed_group == (*dealt)[i]);
        const std::vector<int> sizes = sizes_of(*dealt, groups);
        for (std::size_t large = 0; large < sizes.size(); ++large)
            for (const int small : sizes) RC_ASSERT(sizes[large] <= small + 1 || sizes[large] == fixed[large]);
    }));
}

TEST_CASE("rotation: colleagues of a fixed person go elsewhere") {
    std::vector<DealtPerson> people(6);
    for (std::size_t i = 0; i < people.size(); ++i) people[i].organisation = static_cast<int>(i / 2);
    people[0].fixed_group = 2;
    people[3].fixed_group = 2;
    const auto dealt = deal_groups(people, 3);
    REQUIRE(dealt.has_value());
    CHECK((*dealt)[0] == 2);
    CHECK((*dealt)[3] == 2);
    for (const auto& [organisation, counts] : spread_of(people, *dealt, 3, &DealtPerson::organisation))
        CHECK(gap(counts) <= 1);
}

TEST_CASE("rotation: an impossible deal is refused with the person's place") {
    std::vector<DealtPerson> people(3);
    CHECK_FALSE(deal_groups(people, 0).has_value());
    people[1].fixed_group = 4;
    const auto outside = deal_groups(people, 4);
    REQUIRE_FALSE(outside.has_value());
    CHECK(outside.error().message == "person 2 is fixed to group 5, but there are 4 groups");
    people[1] = {.organisation = -1};
    CHECK_FALSE(deal_groups(people, 4).has_value());
}
