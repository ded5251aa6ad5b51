#include "cafe/seating.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using cafe::Reason;
using support::SmallCafe;

TEST_CASE("seating: what the plan depends on asks for a new plan, and an old one is refused") {
    SmallCafe cafe;
    const auto old = support::small_seating(cafe.session);
    REQUIRE_FALSE(cafe.act(cafe::PutQuestion{{.id = {"q4"}, .text = "Et après ?"}}));
    REQUIRE(cafe.effect<cafe::PlanSeating>() != nullptr);
    CHECK(cafe.effect<cafe::PlanSeating>()->basis == cafe.session.structure);
    CHECK(cafe.act(cafe::ApplyPlan{old}) == Reason::outdated);
    REQUIRE_FALSE(cafe.act(cafe::RenameGroup{{"g1"}, "Mimosas"}));
    CHECK(cafe.effect<cafe::PlanSeating>() == nullptr);
}

TEST_CASE("seating: rounds that have begun keep their placements") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    auto other = support::small_seating(cafe.session);
    for (auto& round : other.rounds) std::swap(round[0].table, round[1].table);
    REQUIRE_FALSE(cafe.act(cafe::ApplyPlan{other}));
    CHECK(cafe::table_of(cafe.session, 1, cafe::GroupId{"g1"}).value == "t1");
    CHECK(cafe::table_of(cafe.session, 2, cafe::GroupId{"g1"}).value == "t3");
}

TEST_CASE("seating: a plan that seats two groups at a table, or somebody unknown, is refused") {
    SmallCafe cafe;
    auto plan = support::small_seating(cafe.session);
    plan.rounds[0][0].table = plan.rounds[0][1].table;
    CHECK(cafe.act(cafe::ApplyPlan{plan}) == Reason::duplicate_id);
    plan = support::small_seating(cafe.session);
    plan.rounds[2][0].group = {"g9"};
    CHECK(cafe.act(cafe::ApplyPlan{plan}) == Reason::unknown_id);
    plan = support::small_seating(cafe.session);
    plan.rounds.emplace_back();
    CHECK(cafe.act(cafe::ApplyPlan{plan}) == Reason::bad_value);
}

TEST_CASE("seating: a person is in one group at a time") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::MovePerson{{"p1a"}, {"g2"}}));
    CHECK(cafe::group_of(cafe.session, {"p1a"})->id.value == "g2");
    CHECK(cafe.session.groups[0].members.size() == 1);
    CHECK(cafe.act(cafe::MovePerson{{"p1a"}, {"g2"}}) == Reason::not_now);
    REQUIRE_FALSE(cafe.act(cafe::MovePerson{{"p1a"}, {}}));
    CHECK(cafe::group_of(cafe.session, {"p1a"}) == nullptr);
    auto groups = cafe.session.groups;
    groups[0].members.push_back({"p2a"});
    CHECK(cafe.act(cafe::SetGroups{groups}) == Reason::duplicate_id);
    for (int i = 0; i < 2; ++i) REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(cafe::group_of(cafe.session, {"p1a"})->id.value == "g1");
}

TEST_CASE("seating: people who go leave their groups, organisations who go leave their people") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::PutPeople{{{.id = {"o1"}, .name = "La Fabrique"}},
                                           {{.id = {"p9"}, .name = "Lou", .organisation = {"o1"}}}}));
    REQUIRE_FALSE(cafe.act(cafe::RemoveOrganisation{{"o1"}}));
    CHECK(cafe::find(cafe.session, cafe::ParticipantId{"p9"})->organisation.empty());
    REQUIRE_FALSE(cafe.act(cafe::RemoveParticipants{{{"p9"}, {"p1a"}}}));
    CHECK(cafe.session.groups[0].members.size() == 1);
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(cafe::find(cafe.session, cafe::ParticipantId{"p9"})->organisation.value == "o1");
    CHECK(cafe.act(cafe::PutPeople{{}, {{.id = {"p10"}, .name = "x", .organisation = {"o9"}}}}) == Reason::unknown_id);
}

TEST_CASE("seating: what ideas belong to cannot go") {
    SmallCafe cafe;
    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.note("a", "une", "t1");
    CHECK(cafe.act(cafe::RemoveQuestion{{"q1"}}) == Reason::has_ideas);
    auto tables = cafe.session.tables;
    tables.erase(tables.begin());
    CHECK(cafe.act(cafe::SetTables{tables}) == Reason::has_ideas);
    auto groups = cafe.session.groups;
    groups.erase(groups.begin());
    CHECK(cafe.act(cafe::SetGroups{groups}) == Reason::has_ideas);
    REQUIRE_FALSE(cafe.act(cafe::RemoveQuestion{{"q3"}}));
    CHECK(cafe.session.tables.size() == 2);
    for (const auto& round : cafe.session.seating.rounds) CHECK(round.size() == 2);
    CHECK(cafe::unsound_parts(cafe.session).empty());
}

TEST_CASE("seating: hosts take turns of a number of rounds, and a host's wish names rounds that there are") {
    SmallCafe cafe;
    auto rules = cafe.session.seating_rules;
    rules.hosting = cafe::Hosting::relay;
    for (const int rounds : {0, 101}) {
        rules.host_rounds = rounds;
        CHECK(cafe.act(cafe::EditSeating{rules}) == Reason::bad_value);
    }
    rules.host_rounds = 3;
    rules.pins = {{.id = {"pin"}, .kind = cafe::PinKind::host, .person = {"p1a"}, .table = {"t1"}}};
    const auto with_rounds = [&](int first, int last) {
        rules.pins.front().first_round = first;
        rules.pins.front().last_round = last;
        return cafe.act(cafe::EditSeating{rules});
    };
    CHECK(with_rounds(-1, 0) == Reason::bad_value);
    CHECK(with_rounds(3, 2) == Reason::bad_value);
    CHECK(with_rounds(1, 4) == Reason::bad_value);
    CHECK(with_rounds(4, 0) == Reason::bad_value);
    CHECK_FALSE(with_rounds(2, 0));
    CHECK_FALSE(with_rounds(0, 2));
    CHECK(cafe::unsound_parts(cafe.session).empty());
}

TEST_CASE("seating: a plan says when hosts keep their tables, and who is gone hosts no more") {
    SmallCafe cafe;
    auto plan = support::small_seating(cafe.session);
    plan.hosts = {{"p1a"}, {"p2a"}};
    plan.host_spans = {{{"p1a"}, {"t1"}, 1, 2}, {{"p2a"}, {"t1"}, 3, 3}};
    for (int round = 0; round < 3; ++round) plan.companies.push_back({{{"t1"}, {{"p1a"}, {"p2a"}}}});
    plan.quality = cafe::SeatingQuality{};
    plan.quality->seen_again = {{{"p1a"}, {"q1"}, {1, 2}}};
    auto wrong = plan;
    wrong.host_spans[0].last_round = 4;
    CHECK(cafe.act(cafe::ApplyPlan{wrong}) == Reason::bad_value);
    wrong = plan;
    wrong.host_spans[0].person = {"p99"};
    CHECK(cafe.act(cafe::ApplyPlan{wrong}) == Reason::unknown_id);
    wrong = plan;
    wrong.host_spans[0].table = {"t99"};
    CHECK(cafe.act(cafe::ApplyPlan{wrong}) == Reason::unknown_id);
    REQUIRE_FALSE(cafe.act(cafe::ApplyPlan{plan}));
    CHECK(cafe::unsound_parts(cafe.session).empty());
    CHECK(cafe::hosts_in(cafe.session, 2, {"p1a"}));
    CHECK_FALSE(cafe::hosts_in(cafe.session, 3, {"p1a"}));
    CHECK(cafe::hosts_in(cafe.session, 3, {"p2a"}));
    auto elsewhere = cafe.session; // who sits at another table in one of the rounds hosts neither then
    elsewhere.seating.companies[1] = {{{"t1"}, {{"p2a"}}}, {{"t2"}, {{"p1a"}}}};
    CHECK(cafe::hosts_in(elsewhere, 1, {"p1a"}));
    CHECK_FALSE(cafe::hosts_in(elsewhere, 2, {"p1a"}));
    REQUIRE_FALSE(cafe.act(cafe::RemoveParticipants{{{"p1a"}}}));
    CHECK(cafe.session.seating.host_spans == std::vector<cafe::HostSpan>{{{"p2a"}, {"t1"}, 3, 3}});
    CHECK(cafe.session.seating.quality->seen_again.empty());
    auto broken = cafe.session;
    broken.seating.host_spans.front().first_round = 0;
    broken.seating_rules.host_rounds = 0;
    CHECK(cafe::unsound_parts(broken).size() == 2);
}
