#include "app/dealing.hpp"

#include "app/room_plan.hpp"
#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "support/sample_session.hpp"

#include <algorithm>
#include <map>
#include <rapidcheck.h>

namespace {

using namespace ronde;

cafe::SetGroups dealt(const cafe::Session& session, const app::DealGroups& wish) {
    int ids = 0;
    return app::deal(session, wish,
                     [&](std::string_view prefix) { return std::string(prefix) + "-new" + std::to_string(++ids); });
}

std::size_t people_in(const cafe::SetGroups& deed) {
    std::size_t people = 0;
    for (const cafe::Group& group : deed.groups) people += group.members.size();
    return people;
}

bool accepted(cafe::Session session, const cafe::SetGroups& deed) {
    session.ideas = {};
    return cafe::update(session, {tests::sample_stamp({}), deed}).has_value();
}

} // namespace

TEST_CASE("dealing: everyone has one place, groups are even, colleagues apart, and the engine takes it") {
    const auto session = tests::sample_session();
    for (int groups = 1; groups <= 24; ++groups) {
        INFO(groups << " groups");
        const auto deed = dealt(session, {.groups = groups});
        REQUIRE(deed.groups.size() == static_cast<std::size_t>(groups));
        CHECK(people_in(deed) == 30);
        CHECK(accepted(session, deed));
        for (const cafe::Group& group : deed.groups) {
            CHECK(group.members.size() >= 30U / static_cast<unsigned>(groups));
            CHECK(group.members.size() <= (30U + static_cast<unsigned>(groups) - 1) / static_cast<unsigned>(groups));
            std::map<std::string, int> colleagues;
            for (const auto& member : group.members) ++colleagues[cafe::find(session, member)->organisation.value];
            // Eight organisations of three or four: as few of one in a group as can be.
            for (const auto& [organisation, count] : colleagues) CHECK(count <= (4 + groups - 1) / groups);
        }
    }
}

TEST_CASE("dealing: groups that are there keep their ids and names, new ones are plants that nobody has yet") {
    const auto session = tests::sample_session();
    const auto deed = dealt(session, {.groups = 8});
    for (std::size_t g = 0; g < 6; ++g) {
        CHECK(deed.groups[g].id == session.groups[g].id);
        CHECK(deed.groups[g].name == session.groups[g].name);
    }
    std::vector<std::string> names;
    for (const cafe::Group& group : deed.groups) names.push_back(group.name);
    std::ranges::sort(names);
    CHECK(std::ranges::adjacent_find(names) == names.end());
    CHECK(deed.groups[6].id == cafe::GroupId{"g-new1"});
}

TEST_CASE("dealing: around those who are placed, who has a group keeps it") {
    auto session = tests::sample_session();
    for (const char* latecomer : {"Late Un", "Late Deux", "Late Trois"})
        session.participants.push_back({.id = {latecomer}, .name = latecomer});
    const auto deed = dealt(session, {.groups = 6, .dealing = app::Dealing::keep_placed});
    CHECK(people_in(deed) == 33);
    for (std::size_t g = 0; g < 6; ++g)
        for (const auto& member : session.groups[g].members)
            CHECK(std::ranges::find(deed.groups[g].members, member) != deed.groups[g].members.end());
}

TEST_CASE("dealing: from fewer groups than before, those of a group that goes are dealt to the others") {
    const auto session = tests::sample_session();
    const auto deed = dealt(session, {.groups = 5, .dealing = app::Dealing::keep_placed});
    REQUIRE(deed.groups.size() == 5);
    for (const cafe::Group& group : deed.groups) CHECK(group.members.size() == 6);
}

TEST_CASE("dealing: where nobody is named the number is dealt") {
    cafe::Session session;
    session.groups = {{.id = {"g1"}, .name = "Pins", .count = 20}};
    const auto deed = dealt(session, {.groups = 3});
    REQUIRE(deed.groups.size() == 3);
    CHECK(deed.groups[0].count == 7);
    CHECK(deed.groups[1].count == 7);
    CHECK(deed.groups[2].count == 6);
    CHECK(dealt(cafe::Session{}, {.groups = 2}).groups[1].count == 0);
}

TEST_CASE("dealing: a number of groups that makes no sense is one") {
    const auto session = tests::sample_session();
    CHECK(dealt(session, {.groups = 0}).groups.size() == 1);
    CHECK(dealt(session, {.groups = -3}).groups.size() == 1);
}
