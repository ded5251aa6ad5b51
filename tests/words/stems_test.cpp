#include "words/stems.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

#include <thread>

using namespace ronde::words;
using Strings = std::vector<std::string>;

namespace {

Strings stems(std::string_view text, Language language = Language::french) {
    Strings out;
    for (const auto& term : terms_in(text, language)) out.push_back(term.stem);
    return out;
}

Strings surfaces(std::string_view text, Language language = Language::french) {
    Strings out;
    for (const auto& term : terms_in(text, language)) out.push_back(term.surface);
    return out;
}

/// The stem of a text that is one term.
std::string stem(std::string_view word, Language language = Language::french) {
    const auto found = stems(word, language);
    return found.size() == 1 ? found.front() : "not one term";
}

} // namespace

TEST_CASE("stems: a language is told by its code") {
    CHECK(language_of("fr") == Language::french);
    CHECK(language_of("fr-CA") == Language::french);
    CHECK(language_of("EN_gb") == Language::english);
    CHECK(language_of("ca") == Language::other);
    CHECK(language_of("frp") == Language::other);
    CHECK(language_of("f") == Language::other);
    CHECK(language_of("") == Language::other);
}

TEST_CASE("stems: articles, pronouns and the like are left out") {
    CHECK(surfaces("Qui parle au nom du lieu devant la mairie ?") == Strings{"parle", "nom", "lieu", "mairie"});
    CHECK(stems("C’est ce que l’on fait, et nous aussi…").empty());
    CHECK(surfaces("«\u202FPourquoi ce prix\u202F?\u202F»") == Strings{"prix"});
    CHECK(stems("").empty());
    CHECK(stems("🙂 — ! 3").empty());
    CHECK(surfaces("Who looks after the volunteers?", Language::english) == Strings{"looks", "volunteers"});
}

TEST_CASE("stems: a French elision is cut, with either apostrophe, and a word that has one inside stays whole") {
    CHECK(surfaces("L’été, l'hiver, jusqu’à l‘automne") == Strings{"été", "hiver", "automne"});
    CHECK(surfaces("lorsqu’il s’ancre, qu’elle d’abord") == Strings{"ancre"});
    CHECK(surfaces("Presqu’île et prud’hommes") == Strings{"presqu'île", "prud'hommes"});
    CHECK(stems("aujourd’hui, aujourd'hui, d’aujourd’hui").empty()); // one word, and a stop word
    CHECK(stem("l’habitant") == stem("habitants"));
    const auto term = terms_in("Dans l’école", Language::french).at(0);
    CHECK(term.begin == 9);
    CHECK(term.end == 15);
}

TEST_CASE("stems: an English ending is cut with its apostrophe") {
    CHECK(surfaces("The council's lease, don't you think", Language::english) == Strings{"council", "lease", "think"});
    CHECK(stem("gardener’s", Language::english) == stem("gardeners", Language::english));
}

TEST_CASE("stems: inflections of a word compare as one, accents and capitals aside") {
    CHECK(stem("bénévole") == stem("BÉNÉVOLES"));
    CHECK(stem("benevole") == stem("bénévoles"));
    CHECK(stem("mutualiser") == stem("mutualisées"));
    CHECK(stem("partagée") == stem("partagés"));
    CHECK(stem("e\u0301cole") == stem("école"));
    CHECK(stem("lieux") == stem("lieu"));
    CHECK(stem("volunteering", Language::english) == stem("volunteers", Language::english));
    CHECK(stem("prix") != stem("bail"));
}

TEST_CASE("stems: a proposal in the first person plural is the verb, a noun that ends alike is not") {
    CHECK(stem("Mutualisons") == stem("mutualiser"));
    CHECK(stem("Échangeons") == stem("échanger"));
    CHECK(stem("Lançons") == stem("lancer"));
    CHECK(stem("Jardinons") == stem("jardin"));
    CHECK(stem("maisons") == stem("maison"));
    CHECK(stem("bourgeons") == stem("bourgeon"));
    CHECK(stem("piétons") == stem("piéton"));
    CHECK_FALSE(terms_in("Invitons", Language::french).at(0).subject);
}

TEST_CASE("stems: a family of words counts as one, and words that only look alike do not") {
    CHECK(stem("tarifs") == stem("prix"));
    CHECK(stem("mairie") == stem("communes"));
    CHECK(stem("compta") == stem("comptabilité"));
    CHECK(stem("compta") != stem("compte"));
    CHECK(stem("municipal") != stem("mairie"));
    CHECK(stem("asso") == stem("associations"));
    CHECK(stem("marché") == stem("marchés"));
    CHECK(stem("marché") != stem("marcher"));
    CHECK(stem("publique") == stem("publics"));
    CHECK(stem("council", Language::english) == stem("mayor", Language::english));
}

TEST_CASE("stems: a commune is a place after an article and an adjective after a noun") {
    const auto place = stems("Inviter la commune").back();
    CHECK(place == stem("mairie"));
    CHECK(stems("onze communes").back() == place);
    CHECK(stems("une petite commune").back() == place);
    CHECK(stems("une carte commune").back() != place);
    CHECK(stems("une carte commune").back() == stem("communs"));
}

TEST_CASE("stems: a word is shown in lower case unless it is a name or an acronym") {
    CHECK(surfaces("Ouvrir à Perpignan. Avec l’ESS et la CAF !") == Strings{"ouvrir", "Perpignan", "ESS", "CAF"});
    CHECK(surfaces("« Habiter Ille » – Venir") == Strings{"habiter", "Ille"});
    CHECK(surfaces("Un pas.\nTable ronde : Équipe") == Strings{"table", "ronde", "équipe"});
    CHECK(surfaces("OUVRIR LA SALLE SAMEDI") == Strings{"ouvrir", "salle", "samedi"});
}

TEST_CASE("stems: a hyphen parts words, a tag marks its own") {
    CHECK(stems("tiers-lieux") == stems("tiers lieux"));
    const auto terms = terms_in("Prix libre #tiers-lieu réseau #prix_libre", Language::french);
    std::vector<bool> tagged;
    for (const auto& term : terms) tagged.push_back(term.tagged);
    CHECK(tagged == std::vector<bool>{false, false, true, true, false, true, true});
    CHECK(terms.at(0).stem == terms.at(5).stem);
}

TEST_CASE("stems: scenery and numbers compare but are no subjects") {
    const auto terms = terms_in("Organiser 12 repas au village le 1er samedi à 18h30, impression 3d", Language::french);
    Strings subjects;
    for (const auto& term : terms)
        if (term.subject) subjects.push_back(term.surface);
    CHECK(subjects == Strings{"repas", "impression", "3d"});
    CHECK(terms.size() == 9);
}

TEST_CASE("stems: another language is compared word by word") {
    CHECK(surfaces("Els veïns del Riu·llong", Language::other) == Strings{"els", "veïns", "del", "Riu·llong"});
    CHECK(stem("Veïns", Language::other) == "veins");
}

TEST_CASE("stems: broken text gives terms of what is whole") {
    CHECK(surfaces("caf\xE9 salle") == Strings{"caf", "salle"});
    REQUIRE(rc::check("any bytes", [](const std::string& bytes) {
        for (const auto language : {Language::french, Language::english, Language::other}) {
            std::size_t last = 0;
            for (const auto& term : terms_in(bytes, language)) {
                RC_ASSERT(!term.stem.empty());
                RC_ASSERT(!term.surface.empty());
                RC_ASSERT(last <= term.begin && term.begin < term.end && term.end <= bytes.size());
                last = term.end;
            }
        }
    }));
}

TEST_CASE("stems: a stemmer that has read much reads as one that has read nothing") {
    Stemmer stemmer(Language::french);
    for (const std::string_view text : {"La commune", "une carte commune", "La commune", "PRIX prix Prix", "l’été"})
        CHECK(stemmer.terms(text) == terms_in(text, Language::french));
    Stemmer moved = std::move(stemmer);
    CHECK(moved.terms("Les prix") == terms_in("Les prix", Language::french));
}

TEST_CASE("stems: threads read at the same time") {
    const std::string text = "Mutualiser la compta entre tiers-lieux, avec l’ESS #réseau";
    std::vector<std::vector<Term>> read(4);
    std::vector<std::thread> threads;
    for (auto& out : read)
        threads.emplace_back([&out, &text] {
            for (int i = 0; i < 50; ++i) out = terms_in(text, Language::french);
        });
    for (auto& thread : threads) thread.join();
    for (const auto& out : read) CHECK(out == terms_in(text, Language::french));
}
