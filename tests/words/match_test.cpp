#include "words/match.hpp"

#include "compat/catch.hpp"
#include "words/any_notes.hpp"

#include <rapidcheck.h>

#include <algorithm>

using namespace ronde::words;
using namespace ronde::tests;
using Strings = std::vector<std::string>;

namespace {

std::vector<Match> matches(const Strings& offers, const Strings& needs, double at_least = match_score) {
    return find_matches(offers, needs, Language::french, at_least).value();
}

/// "offer answers need" of each match, in order.
Strings pairs(const std::vector<Match>& found) {
    Strings out;
    for (const auto& match : found)
        out.push_back(std::to_string(match.offer) + " answers " + std::to_string(match.need));
    return out;
}

const Strings offers = {"Nous prêtons notre sono et un vidéoprojecteur", "Comptable retraitée, deux heures par mois",
                        "Salle de 40 places au village, cuisine comprise", "Plants et outils de jardin"};
const Strings needs = {"On cherche une sono pour la fête de juin", "Besoin d’aide en compta",
                       "Une cuisine pour des ateliers, ou une grande salle avec cuisine",
                       "Un graphiste pour notre site"};

} // namespace

TEST_CASE("match: an offer answers a need by the words they share, the best first") {
    const auto found = matches(offers, needs);
    REQUIRE(pairs(found) == Strings{"2 answers 2", "1 answers 1", "0 answers 0"});
    CHECK(found[0].shared == Strings{"cuisine", "salle"});
    CHECK(found[1].shared == Strings{"compta"});
    for (std::size_t i = 1; i < found.size(); ++i) CHECK(found[i - 1].score >= found[i].score);
}

TEST_CASE("match: an offer of many things answers as well as an offer of one, which comes first") {
    const auto found = matches({"sono, cuisine, jardin, vélos, outils", "sono"}, {"sono"});
    REQUIRE(pairs(found) == Strings{"1 answers 0", "0 answers 0"});
    CHECK(found[0].score == Approx(1));
    CHECK(found[1].score == Approx(1));
}

TEST_CASE("match: a village, a day or a number in common is no match") {
    CHECK(matches({"Prêt de vélos au village le samedi 12"}, {"Un lieu au village samedi 12"}, 0).empty());
    CHECK(matches({}, {"sono"}).empty());
    CHECK(matches({"sono"}, {}).empty());
    CHECK(matches({""}, {"c’est tout"}, 0).empty());
}

TEST_CASE("match: what a need asks beyond the offer lowers the score") {
    const auto found = matches({"sono"}, {"sono", "sono et cuisine", "sono, cuisine et jardin"}, 0.01);
    REQUIRE(pairs(found) == Strings{"0 answers 0", "0 answers 1", "0 answers 2"});
    CHECK(found[1].score < 1);
    CHECK(found[2].score < found[1].score);
}

TEST_CASE("match: scores lie above 0 and up to 1, and the order of the lists changes only numbers") {
    REQUIRE(rc::check("scores", [] {
        auto some_offers = *any_notes(8);
        const auto some_needs = *any_notes(8);
        const auto found = matches(some_offers, some_needs, 0.001);
        double last = 1;
        for (const auto& match : found) {
            RC_ASSERT(match.score > 0);
            RC_ASSERT(match.score <= last);
            RC_ASSERT(!match.shared.empty());
            last = match.score;
        }
        std::reverse(some_offers.begin(), some_offers.end());
        for (auto match : matches(some_offers, some_needs, 0.001)) {
            match.offer = some_offers.size() - 1 - match.offer;
            RC_ASSERT(std::find(found.begin(), found.end(), match) != found.end());
        }
    }));
}

TEST_CASE("match: the search can be stopped") {
    CHECK_FALSE(find_matches(offers, needs, Language::french, match_score, [] { return true; }).has_value());
}
