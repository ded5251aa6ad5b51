#include "app/anonymous.hpp"

#include "compat/catch.hpp"
#include "store/session_file.hpp"
#include "support/small_cafe.hpp"

#include <string>

using namespace ronde;

namespace {

cafe::Session named() {
    support::SmallCafe small;
    cafe::Organisation organisation{.id = {"o-paseo"}, .name = "El Paséo", .place = "Peyrestortes"};
    organisation.needs = {"une salle pour El Paséo"};
    organisation.contacts = {{.text = "paseo@exemple.example", .consent = cafe::Consent::given}};
    cafe::Participant person{.id = {"p-benali"}, .name = "Aïcha Benali", .organisation = {"o-paseo"}};
    person.contacts = {{.kind = cafe::ContactKind::phone, .text = "0468123456"}};
    person.extra = R"({"diet":"Aïcha Benali : sans gluten"})";
    REQUIRE_FALSE(small.act(cafe::PutPeople{{organisation}, {person}}));
    REQUIRE_FALSE(small.act(cafe::MovePerson{{"p-benali"}, {"g1"}}));
    REQUIRE_FALSE(small.act(cafe::CaptureIdea{
        .id = {"i1"}, .text = "Aïcha Benali ouvre El Paséo le soir", .table = {"t1"}, .by = "Aïcha Benali"}));
    REQUIRE_FALSE(small.act(cafe::PutCommitment{{.id = {"c1"},
                                                 .what = "Écrire à Aïcha Benali",
                                                 .who = "aïcha benali",
                                                 .with_whom = "El Paséo, Jean Inconnu"}}));
    small.session.identity.organiser = "El Paséo";
    return small.session;
}

} // namespace

TEST_CASE("anonymous: no name and no contact is left in the copy’s file") {
    const auto text = store::to_json(app::anonymous(named()));
    for (const auto* word : {"Aïcha", "Benali", "benali", "Paséo", "paseo", "Peyrestortes", "0468123456", "Inconnu",
                             "sans gluten", "Anne 1"}) {
        CAPTURE(word);
        CHECK(text.find(word) == std::string::npos);
    }
}

TEST_CASE("anonymous: what people said stays, with numbers for names") {
    const auto copy = app::anonymous(named());
    CHECK(copy.participants.size() == named().participants.size());
    CHECK(copy.participants.back().name == "Personne 7");
    CHECK(copy.participants.back().organisation == copy.organisations.back().id);
    CHECK(copy.organisations.back().name == "Structure 1");
    CHECK(copy.organisations.back().needs.front() == "une salle pour Structure 1");
    CHECK(copy.ideas.find({"i1"})->text == "Personne 7 ouvre Structure 1 le soir");
    CHECK(copy.follow_up.commitments.front().who == "Personne 7");
    CHECK(copy.follow_up.commitments.front().with_whom == "Structure 1, Quelqu’un");
    CHECK(cafe::unsound_parts(copy).empty());
}

TEST_CASE("anonymous: the copy speaks the café’s language") {
    auto session = named();
    session.identity.language = "en";
    const auto copy = app::anonymous(session);
    CHECK(copy.participants.front().name == "Person 1");
    CHECK(copy.organisations.front().name == "Organisation 1");
}

TEST_CASE("anonymous: a name inside another word is left alone") {
    support::SmallCafe small;
    REQUIRE_FALSE(small.act(cafe::PutPeople{.participants = {{.id = {"p-1"}, .name = "Léa"}}}));
    REQUIRE_FALSE(small.note("i1", "Léa aime Léandre et Léa"));
    CHECK(app::anonymous(small.session).ideas.find({"i1"})->text == "Personne 7 aime Léandre et Personne 7");
}

TEST_CASE("anonymous: case and accents hide no name") {
    auto session = named();
    support::SmallCafe small;
    small.session = session;
    REQUIRE_FALSE(small.note("i2", "AICHA BENALI et el paseo, puis aïcha\u00a0benali"));
    CHECK(app::anonymous(small.session).ideas.find({"i2"})->text == "Personne 7 et Structure 1, puis Personne 7");
}

TEST_CASE("anonymous: contacts in what people said go, whosever they are, and names the other way round") {
    support::SmallCafe small;
    REQUIRE_FALSE(small.act(cafe::PutPeople{
        .participants = {{.id = {"p-1"}, .name = "Amina Ferrand", .contacts = {{.text = "www.amina.example"}}},
                         {.id = {"p-2"}, .name = "Paul Martin"},
                         {.id = {"p-3"}, .name = "Martin Paul"}}}));
    REQUIRE_FALSE(
        small.note("i1", "FERRAND Amina (amina@example.org, 06 12 34 56 78), Mme Ferrand, www.amina.example"));
    REQUIRE_FALSE(small.note("i2", "Martin Paul et Paul Martin, https://example.org/ess"));
    const auto copy = app::anonymous(small.session);
    CHECK(copy.ideas.find({"i1"})->text == "Personne 7 (…, …), Personne 7, …");
    CHECK(copy.ideas.find({"i2"})->text == "Personne 9 et Personne 8, https://example.org/ess");
}
