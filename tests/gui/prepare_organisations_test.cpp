// Préparer › organisations.

#include "gui/catalogue.hpp"
#include "gui/control_bench.hpp"
#include "gui/offer_words.hpp"
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

TEST_CASE("prepare: the kind and the days of a line are shown under the field, and the kind is chosen by a press") {
    tests::ControlBench panel;
    panel.bench.window.words = tests::catalogue("fr");
    panel.state.place = gui::Place::prepare;
    panel.state.prepare.section = PrepareSection::organisations;
    auto& organisation = panel.bench.session.organisations[1];
    organisation.offers = {"Une salle le mardi", "matériel\u202f: un four"};
    organisation.needs.clear();
    panel.frame();
    panel.click("prepare.organisation.2.details");
    const std::string first = "prepare.organisation.2.offers.1";
    REQUIRE(panel.find(first + ".days"));
    CHECK(panel.find(first + ".days")->label == "mardi");
    CHECK(panel.find(first + ".kind")->value.empty());
    CHECK(panel.find("prepare.organisation.2.offers.2.kind")->value == "equipment");
    CHECK(panel.find("prepare.organisation.2.offers.2.days") == nullptr);
    const auto offer = [&] { return panel.bench.session.organisations[1].offers[0]; };
    panel.click(first + ".kind");
    CHECK(offer() == "lieu\u202f: Une salle le mardi");
    CHECK(panel.find(first + ".kind")->value == "place");
    panel.tab_to(first + ".kind");
    panel.press(Key::enter); // the next one
    CHECK(offer() == "matériel\u202f: Une salle le mardi");
    for (int i = 0; i < 7; ++i) panel.click(first + ".kind");
    CHECK(offer() == "Une salle le mardi"); // after the last there is none
    panel.press({.key = Key::character, .character = U'z', .ctrl = true});
    CHECK(offer() == "communication\u202f: Une salle le mardi");
    CHECK(panel.bench.session.organisations[1].offers[1] == "matériel\u202f: un four");
}

TEST_CASE("prepare: each language's kinds are read back as themselves") {
    for (const char* language : {"fr", "en"}) {
        const gui::Words words = tests::catalogue(language);
        for (const auto& [kind, name] : names_of(app::LineKind{})) {
            const std::string line =
                words("offers.line", {{"kind", std::string(gui::kind_words(words, kind))}, {"what", "x"}});
            INFO(line);
            CHECK(app::read_offer_line(line).kind == kind);
            CHECK(app::read_offer_line(line).what == "x");
        }
    }
}

TEST_CASE("prepare: days are said one by one, as a range from three on, or as every day") {
    const gui::Words words = tests::catalogue("fr");
    CHECK(gui::days_words(words, {}).empty());
    CHECK(gui::days_words(words, app::Weekdays{0b0010010}) == "mardi, vendredi");
    CHECK(gui::days_words(words, app::Weekdays{0b1100111}) == "du lundi au mercredi, samedi, dimanche");
    CHECK(gui::days_words(words, app::Weekdays{0b1111111}) == "tous les jours");
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
