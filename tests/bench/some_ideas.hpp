#pragma once
// Ideas as a harvest has them, for the benches of words and suggestions, and the yardstick of both.

#include "base/text.hpp"

#include <fmt/format.h>
#include <iterator>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace ronde::bench {

inline constexpr const char* openers[] = {"Partager",        "Créer",     "Et si on ouvrait", "Mutualiser",
                                          "Pourquoi pas",    "Arrêter",   "Il manque",        "Proposer",
                                          "Mieux connaître", "Financer",  "Chaque mois,",     "Repenser",
                                          "Simplifier",      "On refuse", "Rendre visible",   "Essayer"};
inline constexpr const char* subjects[] = {"le jardin",       "la cuisine",        "le bail",
                                           "les prix",        "la compta",         "les bénévoles",
                                           "l’accueil",       "la gouvernance",    "le réseau",
                                           "les subventions", "la mairie",         "le covoiturage",
                                           "les vélos",       "les bus",           "le logement",
                                           "l’école",         "les jeunes",        "les anciens",
                                           "la santé",        "le marché",         "l’épicerie",
                                           "la fête",         "la musique",        "les ateliers",
                                           "la réparation",   "le numérique",      "les livres",
                                           "les langues",     "le théâtre",        "la formation",
                                           "l’imprimante",    "le chauffage",      "les panneaux solaires",
                                           "les déchets",     "le compost",        "les arbres",
                                           "l’eau",           "les chemins",       "le sport",
                                           "les enfants",     "la crèche",         "les salariés",
                                           "le recrutement",  "l’assurance",       "les adhésions",
                                           "la charte",       "les décisions",     "la communication",
                                           "le site",         "les voisins",       "les entreprises",
                                           "les artisans",    "la monnaie locale", "la banque"};
inline constexpr const char* complements[] = {"avec les habitants",
                                              "à prix libre",
                                              "le samedi matin",
                                              "sans appel à projets",
                                              "pour les nouveaux venus",
                                              "avec la commune",
                                              "entre tiers-lieux",
                                              "une fois par saison",
                                              "en plein air",
                                              "à plusieurs",
                                              "dans chaque village",
                                              "avec l’école",
                                              "sur la place",
                                              "au lieu de se plaindre",
                                              "même en hiver",
                                              "avec un salarié",
                                              "et le dire partout",
                                              "pour se rencontrer",
                                              "en deux langues",
                                              "sans voiture"};
inline constexpr const char* tags[] = {"", "", "", "", " #réseau", " #local", " #prix", " #gouvernance"};

template <std::size_t Size>
const char* one_of(const char* const (&list)[Size], std::mt19937& random) {
    return list[random() % Size];
}

/// Ideas of a café: few subjects come often, many rarely, as in speech (Zipf); each has words of its own too.
inline std::vector<std::string> some_ideas(std::size_t count) {
    std::mt19937 random(1);
    std::vector<double> shares;
    for (std::size_t rank = 1; rank <= std::size(subjects); ++rank) shares.push_back(1 / static_cast<double>(rank));
    std::discrete_distribution<std::size_t> subject(shares.begin(), shares.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < count; ++i)
        out.push_back(fmt::format("{} {} {}, mot{}{}", one_of(openers, random), subjects[subject(random)],
                                  one_of(complements, random), random() % 3000, one_of(tags, random)));
    return out;
}

/// The yardstick: pairs of which at least half the words are the same (Jaccard), found by looking at every pair.
inline std::size_t pairs_by_overlap(const std::vector<std::string>& texts) {
    std::vector<std::set<std::string>> sets;
    for (const auto& text : texts) {
        auto& words = sets.emplace_back();
        for (const auto word : base::words_in(text)) words.insert(base::folded(word));
    }
    std::size_t found = 0;
    for (std::size_t a = 0; a < sets.size(); ++a) {
        for (std::size_t b = a + 1; b < sets.size(); ++b) {
            std::size_t shared = 0;
            for (const auto& word : sets[a]) shared += sets[b].count(word);
            if (shared * 2 >= sets[a].size() + sets[b].size() - shared) ++found;
        }
    }
    return found;
}

} // namespace ronde::bench
