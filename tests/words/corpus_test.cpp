#include "words/corpus.hpp"

#include "compat/catch.hpp"
#include "words/any_notes.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <cmath>

using namespace ronde::words;
using namespace ronde::tests;
using Strings = std::vector<std::string>;

namespace {

Corpus french(const Strings& texts) {
    return make_corpus(texts, Language::french);
}

/// The weight of the word that a corpus shows as `surface`, in a text; 0 when it is not there.
double weight(const Corpus& corpus, std::size_t text, std::string_view surface) {
    for (const auto& entry : corpus.texts[text].vector)
        if (corpus.terms[entry.term].surface == surface) return entry.weight;
    return 0;
}

} // namespace

TEST_CASE("corpus: a term's weight is that of Salton and Buckley") {
    const auto corpus = french({"prix bail", "bail bail salle", "le bail, demain"});
    // Text 0: f = max f = 1 for both; prix in 1 of 3 texts, bail in 3 of 3.
    const double prix = std::log(1 + 3.0 / 1);
    const double bail = std::log(1 + 3.0 / 3);
    const double length = std::sqrt(prix * prix + bail * bail);
    CHECK(weight(corpus, 0, "prix") == Approx(prix / length));
    CHECK(weight(corpus, 0, "bail") == Approx(bail / length));
    // Text 1: bail twice, salle once.
    const double salle = 0.75 * std::log(1 + 3.0 / 1);
    CHECK(weight(corpus, 1, "salle") / weight(corpus, 1, "bail") == Approx(salle / bail));
}

TEST_CASE("corpus: a tag weighs more than a word, scenery less") {
    const auto corpus = french({"prix bail", "#prix bail", "prix village"});
    CHECK(weight(corpus, 1, "prix") / weight(corpus, 1, "bail") >
          weight(corpus, 0, "prix") / weight(corpus, 0, "bail"));
    CHECK(weight(corpus, 2, "village") / weight(corpus, 2, "prix") ==
          Approx(0.5 * std::log(1 + 3.0 / 1) / std::log(1 + 3.0 / 3)));
}

TEST_CASE("corpus: a term is shown in its most frequent form, with its accents") {
    const auto corpus = french({"tarif", "Le prix", "les prix", "velo", "des vélos", "le vélo et le vélo"});
    Strings shown;
    for (const auto& term : corpus.terms) shown.push_back(term.surface);
    CHECK(shown == Strings{"prix", "vélo"});
    CHECK(best_form({{"velo", 1}, {"vélo", 1}, {"cyclable", 1}}) == "vélo");
    CHECK(best_form({{"tarifs", 2}, {"tarif", 2}}) == "tarif");
    CHECK(best_form({{"b", 1}, {"a", 1}}) == "a");
    CHECK(best_form({{"ESS", 2}, {"ess", 1}}) == "ESS");
}

TEST_CASE("corpus: terms come by stem and know how many texts hold them") {
    const auto corpus = french({"salle salle", "bail", "salle et bail"});
    REQUIRE(corpus.terms.size() == 2);
    CHECK(corpus.terms[0].surface == "bail");
    CHECK(corpus.terms[0].texts == 2);
    CHECK(corpus.terms[1].texts == 2);
    CHECK(corpus.texts[2].words.size() == 2);
    CHECK(corpus.texts[2].words[0].term == 1);
}

TEST_CASE("corpus: texts of nothing but stop words are like nothing") {
    const auto corpus = french({"", "c’est tout", "prix"});
    CHECK(corpus.texts[0].vector.empty());
    CHECK(similarity(corpus, 0, 1) == 0);
    CHECK(similarity(corpus, 0, 2) == 0);
    CHECK(french({}).texts.empty());
}

TEST_CASE("corpus: what two texts share comes with the weightiest first, in the words of each") {
    const auto corpus = french({"Louer la salle à la mairie", "La salle de la commune", "la salle", "une salle"});
    const auto shared = shared_terms(corpus.texts[0].vector, corpus.texts[1].vector);
    CHECK(put_by(corpus.texts[0], shared) == Strings{"mairie", "salle"});
    CHECK(put_by(corpus.texts[1], shared) == Strings{"commune", "salle"});
    CHECK(put_by(corpus.texts[2], shared) == Strings{"salle"});
}

TEST_CASE("corpus: similarity is symmetric, between 0 and 1, and 1 with itself") {
    REQUIRE(rc::check("similarity", [] {
        const auto corpus = french(*any_notes(12));
        for (std::size_t a = 0; a < corpus.texts.size(); ++a) {
            const bool says_something = !corpus.texts[a].vector.empty();
            RC_ASSERT(std::abs(similarity(corpus, a, a) - (says_something ? 1 : 0)) < 1e-12);
            for (std::size_t b = 0; b < a; ++b) {
                const double one = similarity(corpus, a, b);
                RC_ASSERT(one == similarity(corpus, b, a));
                RC_ASSERT(one >= 0);
                RC_ASSERT(one <= 1);
                RC_ASSERT((one > 0) == !shared_terms(corpus.texts[a].vector, corpus.texts[b].vector).empty());
            }
        }
    }));
}

TEST_CASE("corpus: the order of the texts changes nothing but their order") {
    REQUIRE(rc::check("order", [] {
        auto texts = *any_notes(12);
        const auto corpus = french(texts);
        std::reverse(texts.begin(), texts.end());
        auto other = french(texts);
        std::reverse(other.texts.begin(), other.texts.end());
        RC_ASSERT(other == corpus);
    }));
}
