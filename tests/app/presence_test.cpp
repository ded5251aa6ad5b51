#include "app/presence.hpp"

#include "app/seating_plan.hpp"
#include "cafe/harvest_reading.hpp"
#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <string>

using namespace ronde;
using app::Standing;

namespace {

struct Ids {
    int next = 1;
    std::string operator()(std::string_view prefix) { return std::string(prefix) + "-new" + std::to_string(next++); }
};

/// The small café, walked through by steps: 1 is the first round, 2 the travel after it, 3 the second round.
struct Bench {
    support::SmallCafe small{};
    Ids ids{};

    Bench() {
        REQUIRE_FALSE(small.act(cafe::PutPeople{.organisations = {{.id = {"o1"}, .name = "La Fabrique"},
                                                                  {.id = {"o2"}, .name = "El Paséo"},
                                                                  {.id = {"o3"}, .name = "Fabrique du Sud"}}}));
    }
    void go_to_step(int step) {
        REQUIRE_FALSE(small.act(cafe::Start{}));
        for (int i = 0; i < step; ++i) REQUIRE_FALSE(small.act(cafe::Next{}));
    }
    [[nodiscard]] const cafe::Participant& anne() const {
        return *cafe::find(small.session, cafe::ParticipantId{"p1a"});
    }
    [[nodiscard]] Standing standing() const { return app::standing_of(small.session, anne()); }
    void act(const cafe::SetPresence& deed) { REQUIRE_FALSE(small.act(deed)); }
};

} // namespace

TEST_CASE("presence: ticking in changes nobody's rounds, and can be taken back") {
    Bench bench;
    CHECK(bench.standing() == Standing::expected);
    bench.act(app::tick_in(bench.small.session, bench.anne()));
    CHECK(bench.standing() == Standing::here);
    CHECK(bench.anne().first_round == 1);
    bench.act(app::expect_again(bench.anne()));
    CHECK(bench.standing() == Standing::expected);
}

TEST_CASE("presence: who leaves during a round sits no more from the next one on") {
    Bench bench;
    bench.go_to_step(1);
    bench.act(app::leave(bench.small.session, bench.anne()));
    CHECK(bench.anne().last_round == 1);
    CHECK(bench.standing() == Standing::left);
    bench.act(app::tick_in(bench.small.session, bench.anne())); // they are back
    CHECK(bench.anne().last_round == 0);
    CHECK(bench.standing() == Standing::here);
}

TEST_CASE("presence: who leaves between two rounds sits no more from the second on") {
    Bench bench;
    bench.go_to_step(2);
    bench.act(app::leave(bench.small.session, bench.anne()));
    CHECK(bench.anne().last_round == 1);
}

TEST_CASE("presence: who leaves before the first round did not come") {
    Bench bench;
    bench.act(app::leave(bench.small.session, bench.anne()));
    CHECK(bench.standing() == Standing::absent);
}

TEST_CASE("presence: coming later means the next round, then a round later each time, and around") {
    Bench bench;
    bench.act(app::come_later(bench.small.session, bench.anne()));
    CHECK(bench.anne().first_round == 2);
    CHECK(bench.standing() == Standing::late);
    bench.act(app::come_later(bench.small.session, bench.anne()));
    CHECK(bench.anne().first_round == 3);
    bench.act(app::come_later(bench.small.session, bench.anne()));
    CHECK(bench.anne().first_round == 2);
}

TEST_CASE("presence: who comes sooner than announced sits from the next round on") {
    Bench bench;
    auto late = app::come_later(bench.small.session, bench.anne());
    late.first_round = 3;
    bench.act(late);
    bench.go_to_step(1);
    bench.act(app::tick_in(bench.small.session, bench.anne()));
    CHECK(bench.anne().first_round == 2);
}

TEST_CASE("presence: who was taken for absent sits from the next round on") {
    Bench bench;
    bench.act(app::stay_away(bench.anne()));
    bench.go_to_step(3);
    bench.act(app::tick_in(bench.small.session, bench.anne()));
    CHECK(bench.anne().first_round == 3);
}

TEST_CASE("presence: people are found by parts of name or organisation, without accents") {
    Bench bench;
    auto anne = bench.anne();
    anne.organisation = {"o2"};
    REQUIRE_FALSE(bench.small.act(cafe::PutPeople{.participants = {anne}}));
    for (const auto* typed : {"", "ann", "PASEO", "anne, paseo", "anne ; el"})
        CHECK(app::is_found(bench.small.session, bench.anne(), typed));
    for (const auto* typed : {"zoé", "anne, fabrique"})
        CHECK_FALSE(app::is_found(bench.small.session, bench.anne(), typed));
}

TEST_CASE("presence: an organisation is completed, those that begin so first, a new one last") {
    const Bench bench;
    const auto found = app::walk_ins(bench.small.session, "Inès Roca, fabri");
    REQUIRE(found.size() == 3);
    CHECK(found[0].known == cafe::OrganisationId{"o3"});
    CHECK(found[1].known == cafe::OrganisationId{"o1"});
    CHECK(found[2] == app::WalkIn{.name = "Inès Roca", .organisation = "fabri"});

    const auto exact = app::walk_ins(bench.small.session, "Inès Roca; el paseo");
    REQUIRE(exact.size() == 1);
    CHECK(exact[0].organisation == "El Paséo");
    CHECK(app::walk_ins(bench.small.session, "Inès Roca").size() == 1);
    CHECK(app::walk_ins(bench.small.session, ", Fabrique").empty());
}

TEST_CASE("presence: a walk-in is here, in the group with the fewest, seated from the next round on") {
    Bench bench;
    bench.go_to_step(1);
    REQUIRE_FALSE(bench.small.act(cafe::SetPresence{.ids = {{"p2a"}}, .presence = cafe::Presence::absent}));
    const auto deeds =
        app::welcome(bench.small.session, {.name = "Inès Roca", .organisation = "Le Mas"}, std::ref(bench.ids));
    for (const auto& deed : deeds) REQUIRE_FALSE(bench.small.act(deed));
    const auto& person = bench.small.session.participants.back();
    CHECK(person.name == "Inès Roca");
    CHECK(person.presence == cafe::Presence::here);
    CHECK(person.first_round == 2);
    CHECK(cafe::find(bench.small.session, person.organisation)->name == "Le Mas");
    const auto& members = bench.small.session.groups[1].members;
    CHECK(std::ranges::find(members, person.id) != members.end());
}

TEST_CASE("presence: who comes in during a round is told where there is most room until the next") {
    Bench bench;
    auto& session = bench.small.session;
    cafe::SeatingRules rules;
    rules.grouping = cafe::Grouping::mixed;
    REQUIRE_FALSE(bench.small.act(cafe::EditSeating{rules}));
    session.seating = app::plan_seating(session, {.iterations = 2'000});
    bench.go_to_step(1);
    const int round = cafe::round_for_room(session);
    REQUIRE(session.agenda[*cafe::current_step(session)].kind == cafe::StepKind::round);
    session.seating.companies[0][1].people.pop_back();
    const cafe::TableId fewest = session.seating.companies[0][1].table;
    for (const auto& deed : app::welcome(session, {.name = "Inès Roca"}, std::ref(bench.ids)))
        REQUIRE_FALSE(bench.small.act(deed));
    CHECK(app::table_meanwhile(session, session.participants.back()) == fewest);
    CHECK(cafe::number_at(session, round, fewest) > 0);
    CHECK(app::table_meanwhile(session, session.participants.front()).empty()); // has a table
    REQUIRE_FALSE(bench.small.act(cafe::Next{}));
    CHECK(app::table_meanwhile(session, session.participants.back()).empty()); // travel: the next round seats them
}

TEST_CASE("presence: where people are counted, a walk-in is one more in the smallest group, and has a vote") {
    Bench bench;
    auto& session = bench.small.session;
    std::vector<cafe::ParticipantId> everybody;
    for (const auto& person : session.participants) everybody.push_back(person.id);
    REQUIRE_FALSE(bench.small.act(
        cafe::SetGroups{{{.id = {"g1"}, .count = 10}, {.id = {"g2"}, .count = 9}, {.id = {"g3"}, .count = 11}}}));
    REQUIRE_FALSE(bench.small.act(cafe::RemoveParticipants{everybody}));
    CHECK(cafe::people_present(session) == 30);
    for (auto& deed : app::welcome(session, {.name = "Inès Roca"}, std::ref(bench.ids)))
        REQUIRE_FALSE(bench.small.act(std::move(deed)));
    CHECK(session.groups[1].count == 10);
    CHECK(session.groups[1].members.empty());
    CHECK(session.participants.size() == 1);
    CHECK(cafe::people_present(session) == 31);
}
