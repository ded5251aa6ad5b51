// Préparer › people, organisations and groups.

#include "gui/prepare_bench.hpp"

#include <algorithm>
#include <string>
#include <vector>

using namespace ronde;
using gui::Key;
using gui::PrepareSection;
using Panel = tests::PrepareBench;

namespace {

const cafe::Participant* person_called(const cafe::Session& session, std::string_view name) {
    const auto found = std::find_if(session.participants.begin(), session.participants.end(),
                                    [&](const auto& person) { return person.name == name; });
    return found == session.participants.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("prepare: people are typed line by line, and wrong lines stay in the box") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.people.paste");
    panel.type("Léa Œuvrard; LE HANGAR BLEU");
    panel.press({.key = Key::enter, .shift = true});
    panel.type("; La Filature");
    panel.press({.key = Key::enter, .shift = true});
    panel.type("Tom Été; Le Mas neuf; tiers-lieu");
    CHECK(panel.session.participants.size() == 30);
    panel.press(Key::enter);
    REQUIRE(panel.session.participants.size() == 32);
    REQUIRE(person_called(panel.session, "Léa Œuvrard") != nullptr);
    CHECK(person_called(panel.session, "Léa Œuvrard")->organisation == cafe::OrganisationId{"o-1"});
    CHECK(panel.session.organisations.size() == 9);
    CHECK(panel.session.organisations.back().kind == cafe::OrganisationKind::third_place);
    CHECK(panel.state.people_lines == "; La Filature");
    CHECK(panel.map.find("prepare.people.wrong.1") != nullptr);
}

TEST_CASE("prepare: a person's name, organisation, roles and kind are changed in the table") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.person.2.name");
    panel.replace("Bruna Castell");
    panel.tab_to("prepare.person.2.organisation");
    panel.replace("la serre commune");
    panel.enter_on("prepare.person.2.kind");
    panel.enter_on("prepare.person.2.roles");
    panel.enter_on("prepare.person.2.role.host");
    const auto& person = panel.session.participants[1];
    CHECK(person.name == "Bruna Castell");
    CHECK(person.organisation == cafe::OrganisationId{"o-5"});
    CHECK(person.roles == std::vector{cafe::Role::host});
    CHECK(cafe::find(panel.session, person.organisation)->kind == cafe::OrganisationKind::support);
    CHECK(panel.session.organisations.size() == 8);
}

TEST_CASE("prepare: a person is removed by a key, and the visible undo brings them back") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.person.1.name");
    panel.alt(Key::del);
    CHECK(panel.session.participants.size() == 29);
    panel.enter_on("prepare.undo");
    REQUIRE(panel.session.participants.size() == 30);
    CHECK(panel.session.participants[0].name == "Aïcha Benali");
    CHECK(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    panel.enter_on("prepare.redo");
    CHECK(panel.session.participants.size() == 29);
}

TEST_CASE("prepare: the filter finds by name and organisation, accents aside") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.people.filter");
    panel.type("celine");
    panel.frame();
    CHECK(panel.map.find("prepare.person.3.name") != nullptr);
    CHECK(panel.map.find("prepare.person.1.name") == nullptr);
}

TEST_CASE("prepare: Alt and an arrow take a person to the next group and out of it") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.member.1");
    panel.alt(Key::right);
    REQUIRE(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Cyprès");
    CHECK(panel.focus.id == "prepare.member.1");
    panel.alt(Key::left);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Mimosas");
    panel.alt(Key::del);
    CHECK(cafe::group_of(panel.session, {"p-1"}) == nullptr);
    CHECK(panel.map.find("prepare.hint.people_unplaced.fix") != nullptr);
}

TEST_CASE("prepare: a person is dragged from one group to another") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.mouse_to("prepare.member.1");
    panel.mouse_button(true);
    panel.mouse_to("prepare.member.4");
    panel.mouse_button(false);
    panel.frame();
    REQUIRE(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Lauriers");
}

TEST_CASE("prepare: groups are renamed, and dealing is asked of the shell") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.group.1");
    panel.replace("Câpriers");
    CHECK(panel.session.groups[0].name == "Câpriers");
    panel.enter_on("prepare.groups.count.minus");
    panel.enter_on("prepare.groups.deal");
    REQUIRE(panel.asked.size() == 1);
    const auto* deal = std::get_if<app::DealGroups>(&panel.asked[0]);
    REQUIRE(deal != nullptr);
    CHECK(deal->groups == 5);
    CHECK(deal->dealing == app::Dealing::afresh);
    panel.tab_to("prepare.group.1"); // typing or not
    panel.press({.character = U'r', .alt = true});
    CHECK(panel.asked.size() == 2);
    panel.access = app::Access::held_elsewhere;
    panel.press({.character = U'r', .alt = true});
    CHECK(panel.asked.size() == 2);
}

TEST_CASE("prepare: where nobody is named, a number of people fills the groups evenly") {
    Panel panel;
    panel.session.participants.clear();
    panel.session.groups.clear();
    panel.session.ideas = {};
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.groups.people");
    panel.replace("31");
    REQUIRE(panel.session.groups.size() == 6);
    CHECK(panel.session.groups[0].count == 6);
    CHECK(panel.session.groups[5].count == 5);
    CHECK(panel.session.groups[0].name == "Mimosas");
}

TEST_CASE("prepare: a person's contacts are added, changed and agreed to by keys") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.enter_on("prepare.person.2.roles");
    panel.enter_on("prepare.person.2.contact.add");
    const auto contacts = [&panel]() -> const std::vector<cafe::Contact>& {
        return panel.session.participants[1].contacts;
    };
    REQUIRE(contacts().size() == 1);
    CHECK(panel.focus.id == "prepare.person.2.contact.1"); // its words come next
    panel.replace(" bruno@hangar.example ");
    CHECK(contacts()[0] == cafe::Contact{cafe::ContactKind::email, "bruno@hangar.example", cafe::Consent::not_asked});
    panel.enter_on("prepare.person.2.contact.1.consent");
    CHECK(contacts()[0].consent == cafe::Consent::refused);
    panel.press(Key::enter);
    CHECK(contacts()[0].consent == cafe::Consent::given);
    CHECK(panel.map.find("prepare.person.2.contact.1.consent")->value == "given");
    panel.enter_on("prepare.person.2.contact.add");
    panel.replace("04 68 00 00 00");
    panel.enter_on("prepare.person.2.contact.2.kind");
    CHECK(contacts()[1] == cafe::Contact{cafe::ContactKind::phone, "04 68 00 00 00", cafe::Consent::not_asked});
    CHECK(panel.session.participants.size() == 30);
    panel.enter_on("prepare.undo");
    CHECK(contacts()[1].kind == cafe::ContactKind::email);
}

TEST_CASE("prepare: Alt and Delete in a contact take out the contact, never the person") {
    Panel panel;
    panel.session.participants[1].contacts = {{cafe::ContactKind::email, "a@example.org", cafe::Consent::given},
                                              {cafe::ContactKind::phone, "0468000000", cafe::Consent::not_asked}};
    panel.go(PrepareSection::people);
    panel.enter_on("prepare.person.2.roles");
    panel.tab_to("prepare.person.2.contact.1");
    panel.alt(Key::del);
    REQUIRE(panel.session.participants.size() == 30);
    REQUIRE(panel.session.participants[1].contacts.size() == 1);
    CHECK(panel.session.participants[1].contacts[0].text == "0468000000");
    CHECK(panel.focus.id == "prepare.person.2.contact.1.remove");
    panel.press(Key::enter);
    CHECK(panel.session.participants[1].contacts.empty());
    CHECK(panel.focus.id == "prepare.person.2.contact.add");
    panel.alt(Key::del); // nothing is left here to take out
    CHECK(panel.session.participants.size() == 30);
}
