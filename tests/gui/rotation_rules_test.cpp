// The rules of a rotation in Préparer: what each choice costs, hosts and their turns, and what follows from a rule.

#include "app/seating_plan.hpp"
#include "compat/catch.hpp"
#include "gui/rotation_section.hpp"

#include <algorithm>

using namespace ronde;
using Catch::Matchers::ContainsSubstring;
using gui::Key;
using Section = tests::RotationSection;

TEST_CASE("rotation: each choice is a rule, and says what it costs") {
    Section section;
    section.frame();
    CHECK(section.bench.window.find("prepare.rotation.style.successive") == nullptr); // folded: the plan comes first
    CHECK_THAT(section.label("prepare.rotation.summary"), ContainsSubstring("Un parcours par personne"));
    section.click("prepare.rotation.rules");
    section.click("prepare.rotation.style.successive");
    CHECK(section.bench.session.seating_rules.style == cafe::SeatingStyle::successive);
    section.click("prepare.rotation.hosting.stay");
    CHECK(section.bench.session.seating_rules.hosting == cafe::Hosting::stay);
    section.click("prepare.rotation.limit.twice");
    CHECK(section.bench.session.seating_rules.limit == cafe::MeetingLimit::twice);
    section.click("prepare.rotation.weight.organisation.plus");
    CHECK(section.bench.session.seating_rules.weights.organisation == 4);
    CHECK_THAT(section.label("prepare.rotation.hosting.cost"), ContainsSubstring("6 personnes"));
    section.click("prepare.rotation.grouping.intact");
    CHECK(section.bench.session.seating_rules.grouping == cafe::Grouping::intact);
}

TEST_CASE("rotation: hosts take turns, and for how many rounds is a number") {
    Section section;
    section.frame();
    section.click("prepare.rotation.rules");
    CHECK(section.bench.window.find("prepare.rotation.host_rounds") == nullptr);
    section.click("prepare.rotation.hosting.relay");
    CHECK(section.bench.session.seating_rules.hosting == cafe::Hosting::relay);
    section.frame();
    CHECK_THAT(section.label("prepare.rotation.summary"), ContainsSubstring("relais tous les 2 tours"));
    CHECK_THAT(section.label("prepare.rotation.hosting.cost"), ContainsSubstring("12 fois"));
    section.focus("prepare.rotation.host_rounds.minus");
    section.press({.key = Key::enter});
    CHECK(section.bench.session.seating_rules.host_rounds == 1);
    section.frame();
    CHECK_THAT(section.label("prepare.rotation.hosting.cost"), ContainsSubstring("18 fois"));
    section.click("prepare.rotation.host_rounds.plus");
    CHECK(section.bench.session.seating_rules.host_rounds == 2);
    section.plan();
    section.click("prepare.rotation.rules"); // folded, the plan is in sight
    section.frame();
    REQUIRE(section.bench.window.find("prepare.seat.1.3") != nullptr);
    CHECK(section.bench.window.find("prepare.seat.1.1")->value == "host");
    CHECK(section.bench.window.find("prepare.seat.1.3")->value.empty());
}

TEST_CASE("rotation: a host is pinned for their turn, or for the rounds that are typed") {
    Section section;
    section.bench.session.seating_rules.hosting = cafe::Hosting::relay;
    section.plan();
    section.frame();
    section.click("prepare.seat.8");
    section.click("prepare.chosen.host");
    REQUIRE(section.pins().size() == 1);
    CHECK(section.pins()[0].kind == cafe::PinKind::host);
    CHECK(section.pins()[0].first_round == 0);
    CHECK(section.pins()[0].last_round == 2);
    section.frame();
    CHECK_THAT(section.label("prepare.chosen.pin.1"), ContainsSubstring("tours 1 à 2"));
    section.click("prepare.chosen.host.last.plus");
    CHECK(section.pins()[0].last_round == 0); // to the end
    section.focus("prepare.chosen.host.first.plus");
    section.press({.key = Key::enter});
    CHECK(section.pins()[0].first_round == 2);
    section.frame();
    CHECK_THAT(section.label("prepare.pin.1"), ContainsSubstring("tours 2 à 3"));
    section.click("prepare.chosen.host.first.plus");
    section.frame();
    CHECK_THAT(section.label("prepare.pin.1"), ContainsSubstring("tour 3"));
}

TEST_CASE("rotation: who sees a question again is named, with the rounds; of many a few and how many others") {
    Section section;
    auto& again = section.bench.session.seating.quality->seen_again;
    const auto& people = section.bench.session.participants;
    const cafe::QuestionId question = section.bench.session.questions[1].id;
    section.frame();
    CHECK(section.bench.window.find("prepare.seen_again") == nullptr);
    again = {{people[0].id, question, {1, 3}}};
    section.bench.session.seating.quality->broken = {"question", "un-souhait"};
    section.frame();
    CHECK(section.label("prepare.seen_again") == people[0].name + " voit deux fois la question 2, aux tours 1 et 3.");
    CHECK_THAT(section.label("prepare.quality"),
               ContainsSubstring("un souhait n’est pas tenu\u202f; une personne revoit une question"));
    for (std::size_t i = 1; i < 6; ++i) again.push_back({people[i].id, question, {1, 2, 3}});
    section.frame();
    CHECK_THAT(
        section.label("prepare.seen_again"),
        ContainsSubstring(
            people[2].name +
            " voit 3 fois la question 2, aux tours 1, 2 et 3 ; 3 autres personnes revoient aussi une question."));
    // Who sees two questions again is one person.
    const auto twice = again[5].person;
    again.push_back({twice, section.bench.session.questions[0].id, {1, 2}});
    section.frame();
    CHECK_THAT(section.label("prepare.seen_again"), ContainsSubstring("3 autres personnes revoient"));
    CHECK_THAT(section.label("prepare.quality"), ContainsSubstring("6 personnes revoient une question"));
    section.bench.window.words = tests::catalogue("en");
    again.resize(1);
    section.frame();
    CHECK(section.label("prepare.seen_again") == people[0].name + " sees question 2 twice, in rounds 1 and 3.");
}

TEST_CASE("rotation: the choice that is not taken is told in numbers once it was planned, and asked for once") {
    Section section;
    section.frame();
    CHECK(section.bench.commands_of<app::CompareRules>().empty()); // folded: nobody asks
    section.click("prepare.rotation.rules");
    CHECK_FALSE(section.bench.commands_of<app::CompareRules>().empty());
    CHECK_THAT(section.label("prepare.rotation.style.other"), ContainsSubstring("on compte"));
    section.bench.snapshot.comparing = true;
    section.bench.commands.clear();
    section.frame();
    CHECK(section.bench.commands_of<app::CompareRules>().empty());

    app::SeatingCosts costs{.session = section.bench.session.id};
    for (auto& rules : app::neighbours_of(section.bench.session.seating_rules))
        costs.list.push_back({rules, {.repeats = 3, .fewest_met = 11, .most_met = 12}});
    section.bench.snapshot.costs = &costs;
    section.bench.snapshot.comparing = false;
    section.frame();
    for (const std::string rule : {"style", "grouping", "hosting", "limit"}) {
        INFO(rule);
        CHECK_THAT(section.label("prepare.rotation." + rule + ".other"),
                   ContainsSubstring("de 11 à 12 rencontres par personne, 3 fois, deux personnes se revoient"));
    }
    CHECK_THAT(section.label("prepare.rotation.style.other"), ContainsSubstring("Une question par tour"));
    CHECK(section.bench.commands_of<app::CompareRules>().empty());
}

TEST_CASE("rotation: what each weight costs this plan stands under it") {
    Section section;
    section.bench.session.seating_rules.weights.organisation = 3;
    section.bench.session.seating.quality->organisation_pairs = 2;
    section.frame();
    section.click("prepare.rotation.rules");
    CHECK_THAT(section.label("prepare.rotation.weight.organisation.cost"), ContainsSubstring("coût 6"));
}

TEST_CASE("rotation: by count alone there is neither host nor route to choose") {
    Section section;
    section.bench.session.participants.clear();
    for (cafe::Group& group : section.bench.session.groups) group = {.id = group.id, .name = group.name, .count = 5};
    section.plan();
    section.frame();
    CHECK(section.bench.window.find("prepare.rotation.hosting.stay") == nullptr);
    CHECK(section.bench.window.find("prepare.rotation.grouping.mixed") == nullptr);
    CHECK(section.label("prepare.rotation.1.1") == "Table 1");
}
