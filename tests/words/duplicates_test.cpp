#include "words/duplicates.hpp"

#include "compat/catch.hpp"
#include "words/any_notes.hpp"
#include "words/some_notes.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <array>

using namespace ronde::words;
using namespace ronde::tests;
using Strings = std::vector<std::string>;

namespace {

std::vector<Duplicate> duplicates(const Strings& texts, double at_least = duplicate_similarity) {
    return find_duplicates(make_corpus(texts, Language::french), at_least).value();
}

/// What two tables wrote for one idea.
constexpr std::array<std::array<std::string_view, 2>, 12> said_twice = {{
    {"Louer la salle aux associations le soir", "Le soir, louer la salle à des assos"},
    {"Mutualiser la compta entre tiers-lieux", "Compta mutualisée entre les tiers-lieux"},
    {"Des habitants au conseil d’administration", "Avoir des habitants dans le conseil d'administration"},
    {"Covoiturage affiché à l’entrée", "Afficher le covoiturage à l’entrée"},
    {"Un annuaire des compétences du réseau", "Annuaire de compétences"},
    {"Convention de trois ans avec la mairie", "Convention avec la commune pour 3 ans"},
    {"Cuisine partagée : ateliers avec les habitants", "Atelier de cuisine partagée avec habitants"},
    {"Fête de quartier et repas partagé", "Un repas partagé et une fête de quartier l’été"},
    {"Former les bénévoles à l’accueil", "Formation des bénévoles pour l'accueil du public"},
    {"Trop de dossiers de subvention à remplir", "On remplit trop de dossiers de subventions"},
    {"Ouvrir le samedi, même sans programme", "Ouverture le samedi sans programme"},
    {"Partager nos grilles de tarifs avant l’été", "Partage des grilles de prix"},
}};

} // namespace

TEST_CASE("duplicates: ideas that say the same are found, with the words they share") {
    const auto found = duplicates({"Louer la salle le soir", "Un jardin partagé", "Le soir, salle à louer aux assos"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].first == 0);
    CHECK(found[0].second == 2);
    CHECK(found[0].similarity > duplicate_similarity);
    CHECK(found[0].similarity < 1);
    CHECK(found[0].shared.size() == 3);
    CHECK(found[0].shared.back() == "soir");
}

TEST_CASE("duplicates: the reason is in the words of the first idea") {
    const auto found = duplicates({"Tarifs affichés", "Afficher les prix"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].shared == Strings{"tarifs", "affichés"});
    CHECK(found[0].similarity == Approx(1));
}

TEST_CASE("duplicates: one shared word is not enough unless both say no more") {
    CHECK(duplicates({"Le bail", "Le bail emphytéotique", "jardin"}, 0.1).empty());
    CHECK(duplicates({"Le bail !", "Quel bail ?", "jardin"}).size() == 1);
    CHECK(duplicates({"", "c’est tout"}, 0).empty());
}

TEST_CASE("duplicates: the likest come first, and the threshold decides") {
    const Strings texts = {"prix libre affiché à la buvette", "prix libre affiché", "prix libre", "jardin"};
    const auto found = duplicates(texts, 0.3);
    REQUIRE(found.size() == 3);
    CHECK(found[0].similarity >= found[1].similarity);
    CHECK(found[1].similarity >= found[2].similarity);
    CHECK(found[2].first == 0);
    CHECK(found[2].second == 2);
    CHECK(duplicates(texts, found[1].similarity).size() == 2);
}

TEST_CASE("duplicates: of too many pairs the likest stay") {
    Strings texts(60, "prix libre affiché"); // 1770 pairs
    texts.front() = "prix libre";
    const auto found = duplicates(texts);
    REQUIRE(found.size() == most_duplicates);
    for (const auto& one : found) CHECK(one.first != 0);
}

TEST_CASE("duplicates: pairs of real notes are found, and few others are offered") {
    std::size_t found = 0;
    std::size_t others = 0;
    std::size_t notes = 0;
    for (const auto set : {morning_notes(), town_notes(), library_notes()}) {
        auto texts = texts_of(set);
        const std::size_t first_pair = texts.size();
        for (const auto& pair : said_twice) texts.insert(texts.end(), {std::string(pair[0]), std::string(pair[1])});
        for (const auto& one : duplicates(texts)) {
            if (one.first < first_pair && one.second < first_pair) ++others;
            if (one.first >= first_pair && one.second == one.first + 1 && (one.first - first_pair) % 2 == 0) ++found;
        }
        notes += set.size();
    }
    INFO("found " << found << ", others " << others << " among " << notes << " notes");
    CHECK(found >= 33); // of 36
    CHECK(others <= 6);
}

TEST_CASE("duplicates: the index finds what comparing all pairs finds") {
    REQUIRE(rc::check("all pairs", [] {
        const auto corpus = make_corpus(*any_notes(20), Language::french);
        const auto found = find_duplicates(corpus, 0.4).value();
        std::size_t expected = 0;
        for (std::size_t a = 0; a < corpus.texts.size(); ++a) {
            for (std::size_t b = a + 1; b < corpus.texts.size(); ++b) {
                const auto shared = shared_terms(corpus.texts[a].vector, corpus.texts[b].vector);
                const bool all = !shared.empty() && shared.size() == corpus.texts[a].vector.size() &&
                                 shared.size() == corpus.texts[b].vector.size();
                if (similarity(corpus, a, b) < 0.4 || (shared.size() < 2 && !all)) continue;
                ++expected;
                RC_ASSERT(std::any_of(found.begin(), found.end(), [&](const Duplicate& one) {
                    return one.first == a && one.second == b && one.similarity == similarity(corpus, a, b);
                }));
            }
        }
        RC_ASSERT(found.size() == expected);
    }));
}

TEST_CASE("duplicates: the search can be stopped") {
    int asked = 0;
    const auto corpus = make_corpus(texts_of(morning_notes()), Language::french);
    CHECK_FALSE(find_duplicates(corpus, 0.5, [&] { return ++asked == 5; }).has_value());
    CHECK(asked == 5);
}
