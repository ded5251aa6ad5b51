#include "app/people_import.hpp"

#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "support/fake_clock.hpp"
#include "support/small_cafe.hpp"

#include <rapidcheck.h>
#include <string>

using namespace ronde;
using cafe::Consent;
using cafe::ContactKind;
using cafe::OrganisationKind;

namespace {

struct Ids {
    int next = 10;
    std::string operator()(std::string_view prefix) { return std::string(prefix) + "-" + std::to_string(next++); }
};

std::vector<store::ListedPerson> listed(std::string_view csv) {
    const auto file = store::open_people_file(csv);
    REQUIRE(file);
    return store::read_people(*file, store::meanings_of(*file)).people;
}

/// A café that lists are taken into.
struct Bench {
    support::SmallCafe small{};
    Ids ids{};

    app::PeopleImport take(std::string_view csv) {
        auto import = app::import_people(listed(csv), small.session, std::ref(ids));
        if (!import.deed.participants.empty() || !import.deed.organisations.empty())
            REQUIRE_FALSE(small.act(import.deed));
        return import;
    }
    [[nodiscard]] const cafe::Participant& person(std::string_view name) const {
        for (const auto& one : small.session.participants)
            if (one.name == name) return one;
        FAIL("nobody is called " << name);
        return small.session.participants.front();
    }
};

constexpr std::string_view list = "Nom;Structure;Type de structure;Commune;Courriel;Téléphone\n"
                                  "Aïcha Benali;El Paséo;Tiers-lieu;Peyrestortes;aicha@paseo.example;0468123456\n"
                                  "Marc Vidal;La Fabrique;accompagnement;;marc@fabrique.example;\n"
                                  "Inès Roca;El Paséo;;;;\n";

} // namespace

TEST_CASE("people import: people come with their organisations, kinds and contacts that nobody was asked about") {
    Bench bench;
    const auto before = bench.small.session.participants.size();
    const auto import = bench.take(list);
    CHECK(import.added == 3);
    CHECK(import.new_organisations == 2);
    CHECK(bench.small.session.participants.size() == before + 3);
    const auto& aicha = bench.person("Aïcha Benali");
    REQUIRE(aicha.contacts.size() == 2);
    CHECK(aicha.contacts[0] == cafe::Contact{ContactKind::email, "aicha@paseo.example", Consent::not_asked});
    CHECK(aicha.contacts[1].kind == ContactKind::phone);
    CHECK(aicha.presence == cafe::Presence::expected);
    const auto* paseo = cafe::find(bench.small.session, aicha.organisation);
    REQUIRE(paseo != nullptr);
    CHECK(paseo->kind == OrganisationKind::third_place);
    CHECK(paseo->place == "Peyrestortes");
    CHECK(bench.person("Inès Roca").organisation == paseo->id);
    CHECK(cafe::find(bench.small.session, bench.person("Marc Vidal").organisation)->kind == OrganisationKind::support);
}

TEST_CASE("people import: whose registration was cancelled is absent, whether they are new or known") {
    Bench bench;
    bench.take("Nom;Statut\nInès Roca;Validé\nMarc Vidal;Validé\n");
    CHECK(bench.person("Inès Roca").presence == cafe::Presence::expected);
    cafe::SetPresence here{.ids = {bench.person("Marc Vidal").id}};
    REQUIRE_FALSE(bench.small.act(here));
    const auto again = bench.take("Nom;Statut\nInès Roca;Annulé\nMarc Vidal;Validé\nOna Puig;Remboursé\n");
    CHECK(again.added == 1);
    CHECK(again.updated == 1);
    CHECK(bench.person("Inès Roca").presence == cafe::Presence::absent);
    CHECK(bench.person("Marc Vidal").presence == cafe::Presence::here); // the café knows better
    CHECK(bench.person("Ona Puig").presence == cafe::Presence::absent);
}

TEST_CASE("people import: the same list again changes nothing") {
    Bench bench;
    bench.take(list);
    const auto before = bench.small.session;
    const auto again = bench.take(list);
    CHECK(again.added == 0);
    CHECK(again.updated == 0);
    CHECK(again.unchanged == 3);
    CHECK(again.deed == cafe::PutPeople{});
    CHECK(bench.small.session == before);
}

TEST_CASE("people import: one undo takes a whole list back") {
    Bench bench;
    const auto before = bench.small.session;
    bench.take(list);
    REQUIRE_FALSE(bench.small.act(cafe::Undo{.scope = std::string(cafe::prepare_scope)}));
    CHECK(bench.small.session.participants == before.participants);
    CHECK(bench.small.session.organisations == before.organisations);
}

TEST_CASE("people import: an address finds its person under another spelling, and the fuller name stays") {
    Bench bench;
    bench.take(list);
    const auto import = bench.take("Nom;Structure;Courriel\nA. Benali;Ailleurs;AICHA@paseo.example\n");
    CHECK(import.added == 0);
    CHECK(import.updated == 1);
    CHECK(cafe::find(bench.small.session, bench.person("Aïcha Benali").organisation)->name == "Ailleurs");
}

TEST_CASE("people import: two people who share an address stay two, however often they are taken") {
    Bench bench;
    constexpr std::string_view shared = "Nom;Courriel\nLéa Pons;contact@mas.example\nHugo Sala;contact@mas.example\n";
    CHECK(bench.take(shared).added == 2);
    CHECK(bench.take(shared).unchanged == 2);
}

TEST_CASE("people import: a list without organisations finds the only one of that name") {
    Bench bench;
    bench.take(list);
    const auto import = bench.take("Nom;Téléphone\nmarc VIDAL;0600000001\n");
    CHECK(import.added == 0);
    const auto& marc = bench.person("marc VIDAL");
    CHECK_FALSE(marc.organisation.empty());
    CHECK(marc.contacts.size() == 2);
}

TEST_CASE("people import: of two of one name nobody is guessed") {
    Bench bench;
    bench.take("Nom;Structure\nMarie Durand;Le Mas\nMarie Durand;La Gare\n");
    const auto import = bench.take("Nom\nMarie Durand\n");
    CHECK(import.added == 1);
}

TEST_CASE("people import: a corrected address takes the old one’s place, but never that of one who was asked") {
    Bench bench;
    bench.take(list);
    bench.take("Nom;Structure;Courriel\nMarc Vidal;La Fabrique;marc.vidal@fabrique.example\n");
    REQUIRE(bench.person("Marc Vidal").contacts.size() == 1);
    CHECK(bench.person("Marc Vidal").contacts[0].text == "marc.vidal@fabrique.example");

    auto asked = bench.person("Marc Vidal");
    asked.contacts[0].consent = Consent::given;
    REQUIRE_FALSE(bench.small.act(cafe::PutPeople{.participants = {asked}}));
    bench.take("Nom;Structure;Courriel\nMarc Vidal;La Fabrique;mv@fabrique.example\n");
    const auto& marc = bench.person("Marc Vidal");
    REQUIRE(marc.contacts.size() == 2);
    CHECK(marc.contacts[0].consent == Consent::given);
    CHECK(marc.contacts[1].consent == Consent::not_asked);
}

TEST_CASE("people import: who is here stays here") {
    Bench bench;
    bench.take(list);
    REQUIRE_FALSE(bench.small.act(cafe::SetPresence{.ids = {bench.person("Inès Roca").id}, .last_round = 2}));
    bench.take("Nom;Structure;Courriel\nInès Roca;El Paséo;ines@paseo.example\n");
    CHECK(bench.person("Inès Roca").presence == cafe::Presence::here);
    CHECK(bench.person("Inès Roca").last_round == 2);
}

TEST_CASE("people import: beyond twenty thousand the lines are named, and the engine takes the rest") {
    std::string csv = "Nom\n";
    for (int i = 0; i < 20'100; ++i) csv += "Personne " + std::to_string(i) + "\n";
    const auto people = listed(csv);
    const auto import = app::import_people(people, cafe::Session{}, Ids{});
    CHECK(import.added == app::most_people);
    REQUIRE(import.beyond.size() == 100);
    CHECK(import.beyond.front() == 20'002);
}

TEST_CASE("people import: every line is somebody, and taking a list twice doubles nobody") {
    const auto names = rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 12));
    const bool held = rc::check([&] {
        std::vector<store::ListedPerson> people;
        int line = 1;
        for (const int kind : *names) {
            store::ListedPerson person{.line = ++line};
            person.full_name = kind % 3 == 0 ? "Marie Durand" : kind % 3 == 1 ? "M. Durand" : "Zoé Œuvrard";
            if (kind % 2 == 0) person.organisation = "Le Mas";
            if (kind > 6) person.email = kind > 9 ? "a@mas.example" : "b@mas.example";
            people.push_back(person);
        }
        cafe::Session session = support::SmallCafe{}.session;
        const auto before = session.participants.size();
        Ids ids;
        const auto first = app::import_people(people, session, std::ref(ids));
        RC_ASSERT(first.added + first.updated + first.unchanged == people.size());
        if (people.empty()) return;
        RC_ASSERT(cafe::update(session, {support::FakeClock{}.now(), first.deed}).has_value());
        RC_ASSERT(session.participants.size() == before + first.added);
        const auto second = app::import_people(people, session, std::ref(ids));
        RC_ASSERT(second.added == 0U);
        RC_ASSERT(second.new_organisations == 0U);
    });
    CHECK(held);
}
