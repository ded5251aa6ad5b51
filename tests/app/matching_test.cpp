// What is read in lines of offers and needs, and how it comes before words in what is proposed.

#include "app/matching.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <string>

using namespace ronde;
using app::LineKind;

namespace {

app::Weekdays days(const std::string& text) {
    return app::read_offer_line(text).days;
}

app::Weekdays days_of(std::initializer_list<std::size_t> of) {
    app::Weekdays out;
    for (const std::size_t day : of) out.set(day);
    return out;
}

/// Three organisations of different places; the first two came.
cafe::Session with_lines(std::vector<std::string> offers_1, std::vector<std::string> offers_3,
                         std::vector<std::string> needs_2) {
    cafe::Session session = support::small_content();
    session.organisations = {{.id = {"o1"}, .name = "Le Four", .place = "Elne", .offers = std::move(offers_1)},
                             {.id = {"o2"}, .name = "Le Mas", .place = "Thuir", .needs = std::move(needs_2)},
                             {.id = {"o3"}, .name = "La Gare", .place = "Prades", .offers = std::move(offers_3)}};
    session.participants[0].organisation = {"o1"};
    session.participants[2].organisation = {"o2"};
    session.participants[4].organisation = {"o3"};
    return session;
}

} // namespace

TEST_CASE("offer lines: a kind is read before the first colon, in both languages, and nothing else is taken for one") {
    const auto read = app::read_offer_line("  Lieu : une salle: trente places ");
    CHECK(read.kind == LineKind::place);
    CHECK(read.what == "une salle: trente places");
    CHECK(app::read_offer_line("Matériel: un four").kind == LineKind::equipment);
    CHECK(app::read_offer_line("SAVOIR-FAIRE : la paie").kind == LineKind::know_how);
    CHECK(app::read_offer_line("know-how: payroll").kind == LineKind::know_how);
    CHECK(app::read_offer_line("funding: a roof").kind == LineKind::money);
    CHECK(app::read_offer_line("coup de main : samedi").kind == LineKind::time);
    CHECK(app::read_offer_line("À noter : un lieu") == app::OfferLine{.what = "À noter : un lieu"});
    CHECK(app::read_offer_line("Un lieu") == app::OfferLine{.what = "Un lieu"});
    CHECK(app::read_offer_line("") == app::OfferLine{});
    CHECK(app::read_offer_line(":") == app::OfferLine{.what = ":"});
}

TEST_CASE("offer lines: days are read by name, from one to another, and without those left out") {
    CHECK(days("Un four, le mardi et le vendredi") == days_of({1, 4}));
    CHECK(days("lieu : salle (les mardis)") == days_of({1}));
    CHECK(days("a room on Tuesdays and Sundays") == days_of({1, 6}));
    CHECK(days("du mardi au jeudi") == days_of({1, 2, 3}));
    CHECK(days("mardi-jeudi") == days_of({1, 2, 3}));
    CHECK(days("from Friday to Monday") == days_of({4, 5, 6, 0}));
    CHECK(days("en semaine") == days_of({0, 1, 2, 3, 4}));
    CHECK(days("le week-end") == days_of({5, 6}));
    CHECK(days("at weekends") == days_of({5, 6}));
    CHECK(days("tous les jours sauf le lundi") == days_of({1, 2, 3, 4, 5, 6}));
    CHECK(days("sauf lundi") == days_of({1, 2, 3, 4, 5, 6}));
    CHECK(days("every day").all());
    CHECK(days("Un four à pain, hors saison").none());
    CHECK(days("une semaine de résidence").none());
    CHECK(days("mardi, au jeudi soir") != days_of({})); // odd, but no day is lost
}

TEST_CASE("offer lines: days that are left out are those right after the word that says so") {
    const auto all_but_monday = days_of({1, 2, 3, 4, 5, 6});
    CHECK(days("associations à but non lucratif, le mardi") == days_of({1}));
    CHECK(days("salle sauf en août, le mardi") == days_of({1}));
    CHECK(days("fermé le lundi") == all_but_monday);
    CHECK(days("pas le lundi") == all_but_monday);
    CHECK(days("closed on Monday") == all_but_monday);
    CHECK(days("not on Monday") == all_but_monday);
    CHECK(days("a room, but not on Mondays") == all_but_monday);
    CHECK(days("une ferme, le lundi") == days_of({0}));
    CHECK(days("pas cher, le lundi") == days_of({0}));
    CHECK(days("sauf le lundi matin et le mardi") == days_of({2, 3, 4, 5, 6}));
    CHECK(days("sauf en semaine") == days_of({5, 6}));
    CHECK(days("sauf le week-end et le lundi") == days_of({1, 2, 3, 4}));
    CHECK(days("fermé du lundi au mercredi, ouvert le jeudi") == days_of({3}));
}

TEST_CASE("offer lines: a range of days may name parts of them, or say until") {
    CHECK(days("du lundi matin au vendredi soir") == days_of({0, 1, 2, 3, 4}));
    CHECK(days("du lundi jusqu’au vendredi") == days_of({0, 1, 2, 3, 4}));
    CHECK(days("lundi matin, vendredi soir") == days_of({0, 4}));
    CHECK(days("Monday morning to Wednesday") == days_of({0, 1, 2}));
}

TEST_CASE("matching: lines of one kind are proposed without a word in common, before what words alone join") {
    const cafe::Session session =
        with_lines({"Tenir une comptabilité"}, {"lieu : grange"}, {"Tenir la comptabilité", "lieu : une salle"});
    const auto proposals = app::propose_matches(session);
    REQUIRE(proposals);
    REQUIRE(proposals->size() == 2);
    const app::ProposedMatch& first = proposals->front();
    CHECK(first.match.giver == cafe::OrganisationId{"o3"});
    CHECK(first.match.offer == "lieu : grange"); // whole, as it was typed
    CHECK(first.match.need == "lieu : une salle");
    CHECK(first.kind == LineKind::place);
    CHECK(first.shared.empty());
    CHECK(first.score == 0);
    CHECK_FALSE(proposals->back().kind);
    CHECK_FALSE(proposals->back().shared.empty());
}

TEST_CASE("matching: among lines of one kind, who came, the place, and days in both decide before words") {
    cafe::Session session =
        with_lines({"lieu : une grange"}, {"lieu : une salle pour se réunir"}, {"lieu : une salle pour se réunir"});
    SECTION("words, when all else is alike") {
        CHECK(app::propose_matches(session)->front().match.giver == cafe::OrganisationId{"o3"});
    }
    SECTION("the place") {
        session.organisations[0].place = "THUIR";
        CHECK(app::propose_matches(session)->front().match.giver == cafe::OrganisationId{"o1"});
        CHECK(app::propose_matches(session)->front().same_place);
    }
    SECTION("who came") {
        session.participants[4].presence = cafe::Presence::absent;
        CHECK(app::propose_matches(session)->front().match.giver == cafe::OrganisationId{"o1"});
    }
    SECTION("days") {
        session.organisations[0].offers = {"lieu : une grange, du lundi au mercredi"};
        session.organisations[1].needs = {"lieu : une salle pour se réunir le mardi"};
        const auto proposals = app::propose_matches(session);
        CHECK(proposals->front().match.giver == cafe::OrganisationId{"o1"});
        CHECK(proposals->front().days_fit == app::DaysFit::shared);
        CHECK(proposals->front().days == days_of({1}));
        CHECK(proposals->back().days_fit == app::DaysFit::unsaid);
    }
}

TEST_CASE("matching: where days differ, a kind alone proposes nothing, and what words join stands last") {
    const cafe::Session session = with_lines({"lieu : une grange le jeudi", "lieu : une salle le jeudi"},
                                             {"Des salles"}, {"lieu : une salle le mardi"});
    const auto proposals = app::propose_matches(session);
    REQUIRE(proposals);
    REQUIRE(proposals->size() == 2);
    CHECK(proposals->front().match.offer == "Des salles");
    CHECK(proposals->back().match.offer == "lieu : une salle le jeudi");
    CHECK(proposals->back().days_fit == app::DaysFit::apart);
}

TEST_CASE("matching: a ruling holds when a line only gets a kind afterwards") {
    cafe::Session session = with_lines({"une salle"}, {}, {"une salle"});
    const auto before = app::propose_matches(session);
    REQUIRE(before->size() == 1);
    session.follow_up.complementarities = {before->front().match};
    session.follow_up.complementarities[0].ruling = cafe::Ruling::dismissed;
    session.organisations[0].offers = {"lieu : une salle"};
    session.organisations[1].needs = {"lieu : une salle"};
    CHECK(app::propose_matches(session)->empty());
}

TEST_CASE("matching: many lines of one kind give no more than the most, and stop when told") {
    cafe::Session session =
        with_lines(std::vector<std::string>(25, "lieu : ici"), {}, std::vector<std::string>(25, "lieu : là"));
    CHECK(app::propose_matches(session)->size() == app::most_matches);
    int asked = 0;
    CHECK_FALSE(app::propose_matches(session, [&] { return ++asked > 30; }));
}

TEST_CASE("matching: a kind alone proposes the best three for each need, and leaves room for what words join") {
    std::vector<std::string> needs;
    for (int i = 1; i <= 6; ++i) needs.push_back("lieu : besoin " + std::to_string(i));
    needs.emplace_back("Tenir la comptabilité");
    cafe::Session session = with_lines(std::vector<std::string>(10, "lieu : ici"),
                                       {"lieu : ici", "lieu : ici", "Tenir une comptabilité"}, needs);
    session.organisations[2].place = "Thuir"; // whose two offers come first therefore
    const auto proposals = app::propose_matches(session);
    REQUIRE(proposals);
    CHECK(proposals->size() == 6 * 3 + 1);
    CHECK(proposals->back().match.offer == "Tenir une comptabilité");
    const auto near = [](const app::ProposedMatch& one) { return one.kind && one.same_place; };
    CHECK(std::ranges::count_if(*proposals, near) == 6 * 2);
}

TEST_CASE("matching: many needs of one kind leave half of the room to what words join, and take what words leave") {
    const auto by_kind = [](const app::ProposedMatch& one) { return one.shared.empty(); };
    std::vector<std::string> needs;
    for (int i = 1; i <= 30; ++i) needs.push_back("lieu : besoin " + std::to_string(i));
    std::vector<std::string> offers(10, "lieu : ici");
    CHECK(app::propose_matches(with_lines(offers, {}, needs))->size() == app::most_matches);
    for (int i = 1; i <= 4; ++i) {
        needs.push_back("Tenir la comptabilité, année " + std::to_string(i));
        offers.push_back("Tenir une comptabilité, bureau " + std::to_string(i));
    }
    const auto some = app::propose_matches(with_lines(offers, {}, needs));
    CHECK(some->size() == app::most_matches);
    CHECK(std::ranges::count_if(*some, by_kind) == app::most_matches - 4 * 4);
    for (int i = 5; i <= 8; ++i) {
        needs.push_back("Tenir la comptabilité, année " + std::to_string(i));
        offers.push_back("Tenir une comptabilité, bureau " + std::to_string(i));
    }
    const auto many = app::propose_matches(with_lines(offers, {}, needs));
    CHECK(many->size() == app::most_matches);
    CHECK(std::ranges::count_if(*many, by_kind) == app::most_matches / 2);
}
