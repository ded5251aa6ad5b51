// Préparer › organisations.

#include "gui/prepare_bench.hpp"

#include <string>
#include <vector>

using namespace ronde;
using gui::Key;
using gui::PrepareSection;
using Panel = tests::PrepareBench;
using Lines = std::vector<std::string>;

TEST_CASE("prepare: an organisation is added by Enter, named, placed and given a kind by keys") {
    Panel panel;
    panel.go(PrepareSection::organisations);
    const std::size_t before = panel.session.organisations.size();
    panel.tab_to("prepare.organisation.add");
    panel.type("  La Bergerie ");
    panel.press(Key::enter);
    REQUIRE(panel.session.organisations.size() == before + 1);
    CHECK(panel.session.organisations.back().name == "La Bergerie");
    CHECK(panel.session.organisations.back().kind == cafe::OrganisationKind::other);
    CHECK(panel.state.organisation.empty()); // the field is free for the next one
    const std::string row = "prepare.organisation." + std::to_string(before + 1);
    panel.tab_to(row + ".name");
    panel.replace("La Bergerie haute");
    panel.tab_to(row + ".place");
    panel.replace("Thuès");
    panel.enter_on(row + ".kind");
    const auto& added = panel.session.organisations.back();
    CHECK(added.name == "La Bergerie haute");
    CHECK(added.place == "Thuès");
    CHECK(added.kind == cafe::OrganisationKind::third_place);
    panel.tab_to(row + ".name");
    panel.replace("  "); // an organisation keeps a name
    CHECK(panel.session.organisations.back().name == "La Bergerie haute");
}

TEST_CASE("prepare: what an organisation offers and needs is a line each") {
    Panel panel;
    panel.session.organisations[1].offers.clear();
    panel.session.organisations[1].needs.clear();
    panel.go(PrepareSection::organisations);
    panel.enter_on("prepare.organisation.2.details");
    panel.tab_to("prepare.organisation.2.offers");
    panel.type("un four à pain");
    panel.press({.key = Key::enter, .shift = true});
    panel.press({.key = Key::enter, .shift = true});
    panel.type("une salle");
    panel.press(Key::enter);
    CHECK(panel.session.organisations[1].offers == Lines{"un four à pain", "une salle"});
    panel.tab_to("prepare.organisation.2.needs");
    panel.type("un comptable");
    panel.press(Key::tab); // leaving it keeps it
    CHECK(panel.session.organisations[1].needs == Lines{"un comptable"});
    panel.enter_on("prepare.organisation.2.details");
    CHECK(panel.map.find("prepare.organisation.2.offers") == nullptr); // folded again
}

TEST_CASE("prepare: an organisation's contacts have a kind, words and a consent each") {
    Panel panel;
    panel.session.organisations[0].contacts.clear();
    panel.go(PrepareSection::organisations);
    panel.enter_on("prepare.organisation.1.details");
    panel.enter_on("prepare.organisation.1.contact.add");
    CHECK(panel.focus.id == "prepare.organisation.1.contact.1");
    panel.replace("hangar.example");
    panel.enter_on("prepare.organisation.1.contact.1.kind");
    panel.press(Key::enter);
    panel.enter_on("prepare.organisation.1.contact.1.consent");
    panel.press(Key::enter);
    CHECK(panel.session.organisations[0].contacts ==
          std::vector<cafe::Contact>{{cafe::ContactKind::website, "hangar.example", cafe::Consent::given}});
    panel.enter_on("prepare.organisation.1.contact.1.remove");
    CHECK(panel.session.organisations[0].contacts.empty());
}

TEST_CASE("prepare: an organisation is removed, its people stay, and the visible undo brings it back") {
    Panel panel;
    const auto gone = panel.session.participants[0].organisation;
    REQUIRE(panel.session.organisations[0].id == gone);
    panel.go(PrepareSection::organisations);
    panel.enter_on("prepare.organisation.1.remove");
    CHECK(cafe::find(panel.session, gone) == nullptr);
    CHECK(panel.session.participants.size() == 30);
    CHECK(panel.session.participants[0].organisation.empty());
    panel.enter_on("prepare.undo");
    REQUIRE(cafe::find(panel.session, gone) != nullptr);
    CHECK(panel.session.organisations[0].id == gone);
    CHECK(panel.session.participants[0].organisation == gone);
}
