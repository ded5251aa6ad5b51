#include "words/clusters.hpp"

#include "compat/catch.hpp"
#include "words/any_notes.hpp"
#include "words/some_notes.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

using namespace ronde::words;
using namespace ronde::tests;
using Strings = std::vector<std::string>;
using Numbers = std::vector<std::size_t>;

namespace {

std::vector<Theme> themes(const Strings& texts, const ThemeSettings& settings = {},
                          Language language = Language::french) {
    return find_themes(make_corpus(texts, language), settings).value();
}

/// A theme as its texts rather than their numbers.
using AsTexts = std::tuple<Strings, Strings, double>;

std::vector<AsTexts> as_texts(const std::vector<Theme>& found, const Strings& texts) {
    std::vector<AsTexts> out;
    for (const auto& theme : found) {
        Strings members;
        for (const auto member : theme.members) members.push_back(texts[member]);
        std::sort(members.begin(), members.end());
        out.emplace_back(members, theme.title, theme.cohesion);
    }
    return out;
}

/// How far the themes agree with those of a person, over pairs of notes.
struct Agreement {
    double precision = 0; ///< of the pairs put together, those that a person puts together
    double recall = 0;    ///< the other way round
    std::size_t placed = 0;
};

Agreement agreement(std::span<const Note> notes, Language language) {
    Numbers theme_of(notes.size(), 0);
    const auto found = themes(texts_of(notes), {}, language);
    for (std::size_t i = 0; i < found.size(); ++i)
        for (const auto member : found[i].members) theme_of[member] = i + 1;
    Agreement out;
    double right = 0;
    double together = 0;
    double expected = 0;
    for (std::size_t a = 0; a < notes.size(); ++a) {
        if (theme_of[a] != 0) ++out.placed;
        for (std::size_t b = 0; b < a; ++b) {
            const bool is_together = theme_of[a] != 0 && theme_of[a] == theme_of[b];
            const bool is_expected = !notes[a].theme.empty() && notes[a].theme == notes[b].theme;
            right += is_together && is_expected ? 1 : 0;
            together += is_together ? 1 : 0;
            expected += is_expected ? 1 : 0;
        }
    }
    out.precision = right / together;
    out.recall = right / expected;
    return out;
}

const Theme* with_title(const std::vector<Theme>& found, std::string_view first) {
    for (const auto& theme : found)
        if (theme.title.front() == first) return &theme;
    return nullptr;
}

} // namespace

TEST_CASE("themes: ideas that share a subject become a theme, the others stay out") {
    const auto found = themes({"Fixer un prix solidaire", "Un prix libre", "Afficher les tarifs",
                               "Le boulanger tient la clé", "Un jardin derrière l’église", "On ne vient pas en bus"});
    REQUIRE(found.size() == 1);
    CHECK(found[0].members == Numbers{0, 1, 2});
    CHECK(found[0].title == Strings{"prix"});
    CHECK(found[0].reason == std::vector<SharedWord>{{"prix", 3}});
    CHECK(found[0].cohesion > 0.3);
    CHECK(found[0].cohesion <= 1);
}

TEST_CASE("themes: two ideas are no theme, and the smallest size is a setting") {
    const Strings texts = {"le bail", "un bail", "jardin", "le risque du loyer"};
    CHECK(themes(texts).empty());
    CHECK(themes(texts, {.smallest = 2}).size() == 1);
    CHECK(themes({}).empty());
    CHECK(themes({"", "", "c’est tout"}).empty());
}

TEST_CASE("themes: the village, the verbs of every note and numbers make no theme") {
    CHECK(themes({"Organiser une fête au village", "Organiser un marché", "Organiser un bal au village", "12 vélos",
                  "12 tables", "12 arbres au village"})
              .empty());
}

TEST_CASE("themes: what nearly every idea holds is no theme of a large café") {
    Strings texts;
    for (const auto* const word : {"jardin", "bail", "vélo", "repas", "salle", "compta", "école", "bus", "musique",
                                   "prix", "bénévoles", "four", "atelier", "cuisine", "marché"})
        texts.push_back(std::string("La gouvernance : ") + word);
    CHECK(themes(texts).empty());
    texts.resize(8);
    CHECK(themes(texts).size() == 1); // of a small one it may be
}

TEST_CASE("themes: words that stand together are shown as they stand") {
    const auto found = themes({"Le service public répond", "Un service public ou un commun", "service public, encore",
                               "Un fonds de roulement", "fonds de roulement commun", "Le fonds de roulement manque"});
    REQUIRE(found.size() == 2);
    CHECK(with_title(found, "service public") != nullptr);
    CHECK(with_title(found, "fonds de roulement") != nullptr);
}

TEST_CASE("themes: a facilitator's morning is sorted as a person would") {
    const auto texts = texts_of(morning_notes());
    const auto found = themes(texts);
    const Theme* const prices = with_title(found, "prix");
    REQUIRE(prices != nullptr);
    CHECK(prices == &found.front()); // the largest
    CHECK(prices->members.size() == 8);
    CHECK(prices->reason.front() == SharedWord{"prix", 8});
    for (const auto* const title : {"bénévoles", "réseau", "habitants", "compta", "service public", "bail", "local"}) {
        INFO(title);
        CHECK(with_title(found, title) != nullptr);
    }
    for (const auto& theme : found) {
        CHECK(theme.title.size() <= 4);
        CHECK(theme.reason.front().ideas >= theme.members.size() - 1);
    }
}

TEST_CASE("themes: they agree with a person's as far as words can") {
    const auto morning = agreement(morning_notes(), Language::french);
    CHECK(morning.precision >= 0.85);
    CHECK(morning.recall >= 0.5);
    CHECK(morning.placed >= 50); // of 87
    const auto town = agreement(town_notes(), Language::french);
    CHECK(town.precision >= 0.6);
    const auto english = agreement(english_notes(), Language::english);
    CHECK(english.precision >= 0.75);
    CHECK(english.recall >= 0.3);
}

TEST_CASE("themes: the order of the ideas changes nothing, and an idea is in one theme at most") {
    REQUIRE(rc::check("order", [] {
        auto texts = *any_notes(30);
        const auto found = themes(texts);
        std::set<std::size_t> seen;
        for (const auto& theme : found) {
            RC_ASSERT(theme.members.size() >= 3);
            RC_ASSERT(!theme.title.empty());
            RC_ASSERT(theme.title.size() <= 4);
            RC_ASSERT(std::is_sorted(theme.members.begin(), theme.members.end()));
            RC_ASSERT(theme.cohesion >= 0);
            RC_ASSERT(theme.cohesion <= 1);
            for (const auto member : theme.members) RC_ASSERT(seen.insert(member).second);
        }
        const auto expected = as_texts(found, texts);
        std::shuffle(texts.begin(), texts.end(), std::mt19937(*rc::gen::arbitrary<std::uint32_t>()));
        RC_ASSERT(as_texts(themes(texts), texts) == expected);
    }));
}

TEST_CASE("themes: real notes in any order give the same themes") {
    for (const auto notes : {morning_notes(), town_notes(), library_notes()}) {
        auto texts = texts_of(notes);
        const auto expected = as_texts(themes(texts), texts);
        for (std::uint32_t seed = 1; seed <= 3; ++seed) {
            std::shuffle(texts.begin(), texts.end(), std::mt19937(seed));
            CHECK(as_texts(themes(texts), texts) == expected);
        }
    }
}

TEST_CASE("themes: the search can be stopped wherever it is") {
    const auto corpus = make_corpus(texts_of(morning_notes()), Language::french);
    int asked = 0;
    REQUIRE(find_themes(corpus, {}, [&] { return ++asked < 0; }).has_value());
    REQUIRE(asked > 100);
    for (int last = 1; last <= asked; last += 20) {
        int now = 0;
        CHECK_FALSE(find_themes(corpus, {}, [&] { return ++now == last; }).has_value());
        CHECK(now == last);
    }
}
