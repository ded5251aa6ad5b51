#include "app/people_lines.hpp"

#include "compat/catch.hpp"

#include <string>

using namespace ronde;
using app::LineTrouble;
using cafe::OrganisationKind;

namespace {

cafe::Session paseo() {
    cafe::Session session;
    session.organisations.push_back({.id = {"o-1"}, .name = "El Paséo", .kind = OrganisationKind::third_place});
    session.organisations.push_back({.id = {"o-2"}, .name = "La Fabrique"});
    session.participants.push_back({.id = {"p-1"}, .name = "Aïcha Benali", .organisation = {"o-1"}});
    return session;
}

struct Ids {
    int next = 10;
    std::string operator()(std::string_view prefix) { return std::string(prefix) + "-" + std::to_string(next++); }
};

} // namespace

TEST_CASE("people lines: columns are parted by tabs, else semicolons, else commas") {
    for (const auto* line : {"Zoé Œuvrard\tLes Halles\ttiers-lieu", "Zoé Œuvrard; Les Halles ;Tiers lieu",
                             "Zoé Œuvrard, Les Halles, TIERS-LIEUX"}) {
        CAPTURE(line);
        const auto read = app::read_people_lines(line, {});
        REQUIRE(read.wrong.empty());
        REQUIRE(read.people.size() == 1);
        CHECK(read.people[0].name == "Zoé Œuvrard");
        CHECK(read.people[0].organisation == "Les Halles");
        CHECK(read.people[0].kind == OrganisationKind::third_place);
    }
}

TEST_CASE("people lines: a comma stays in a column when semicolons part the line") {
    const auto read = app::read_people_lines("Durand, Marie; Pôle ESS, Pyrénées", {});
    REQUIRE(read.people.size() == 1);
    CHECK(read.people[0].name == "Durand, Marie");
    CHECK(read.people[0].organisation == "Pôle ESS, Pyrénées");
}

TEST_CASE("people lines: quotes keep a separator, and a doubled quote is one") {
    const auto read = app::read_people_lines("\"Durand, Marie\",\"Le \"\"47\"\"\",autre", {});
    REQUIRE(read.people.size() == 1);
    CHECK(read.people[0].name == "Durand, Marie");
    CHECK(read.people[0].organisation == "Le \"47\"");
}

TEST_CASE("people lines: a known organisation is recognised whatever its case and accents") {
    const auto session = paseo();
    const auto read = app::read_people_lines("Marc Vidal; EL PASEO", session);
    REQUIRE(read.people.size() == 1);
    CHECK(read.people[0].known == cafe::OrganisationId{"o-1"});
    CHECK(read.people[0].organisation == "El Paséo");
}

TEST_CASE("people lines: each wrong line is named with its reason, and the good ones are kept") {
    const auto session = paseo();
    const auto read = app::read_people_lines("Nom;Organisation;Type\r\n"
                                             "Marc Vidal\r\n"
                                             "\r\n"
                                             "; La Fabrique\r\n"
                                             "Inès Roca; La Fabrique; vaisseau\n"
                                             "aicha BENALI; el paseo\n"
                                             "a; b; autre; d\n"
                                             "Marc Vidal\n"
                                             "Léa \xff\n" +
                                                 std::string(201, 'x'),
                                             session);
    REQUIRE(read.people.size() == 1);
    CHECK(read.people[0].name == "Marc Vidal");
    CHECK(read.people[0].line == 2);
    REQUIRE(read.wrong.size() == 7);
    CHECK(read.wrong[0] == app::WrongLine{4, "; La Fabrique", LineTrouble::no_name});
    CHECK(read.wrong[1].why == LineTrouble::unknown_kind);
    CHECK(read.wrong[1].line == 5);
    CHECK(read.wrong[2].why == LineTrouble::known_already);
    CHECK(read.wrong[3].why == LineTrouble::too_many);
    CHECK(read.wrong[4].why == LineTrouble::known_already);
    CHECK(read.wrong[5].why == LineTrouble::not_text);
    CHECK(read.wrong[6].why == LineTrouble::name_too_long);
    CHECK(read.wrong[6].line == 10);
}

TEST_CASE("people lines: the same name for another organisation is another person") {
    const auto read = app::read_people_lines("Aïcha Benali; La Fabrique", paseo());
    CHECK(read.people.size() == 1);
    CHECK(read.wrong.empty());
}

TEST_CASE("people lines: only the first line can be a heading") {
    const auto read = app::read_people_lines("Nom\nNom", {});
    CHECK(read.people.size() == 1);
}

TEST_CASE("people lines: putting makes each new organisation once and leaves the known ones") {
    const auto session = paseo();
    const auto read = app::read_people_lines("Ana; Le Mas; tiers-lieu\nBen; le mas\nCléo; el paseo\nDan", session);
    const auto put = app::put_people(read, session, Ids{});
    REQUIRE(put.organisations.size() == 1);
    CHECK(put.organisations[0].name == "Le Mas");
    CHECK(put.organisations[0].kind == OrganisationKind::third_place);
    REQUIRE(put.participants.size() == 4);
    CHECK(put.participants[0].organisation == put.organisations[0].id);
    CHECK(put.participants[1].organisation == put.organisations[0].id);
    CHECK(put.participants[2].organisation == cafe::OrganisationId{"o-1"});
    CHECK(put.participants[3].organisation.empty());
}

TEST_CASE("people lines: a stated kind corrects a known organisation and nothing else of it") {
    auto session = paseo();
    session.organisations[1].place = "Prades";
    const auto put = app::put_people(app::read_people_lines("Ana; la fabrique; support", session), session, Ids{});
    REQUIRE(put.organisations.size() == 1);
    CHECK(put.organisations[0].id == cafe::OrganisationId{"o-2"});
    CHECK(put.organisations[0].name == "La Fabrique");
    CHECK(put.organisations[0].place == "Prades");
    CHECK(put.organisations[0].kind == OrganisationKind::support);
}
