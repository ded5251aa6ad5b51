#pragma once
// Random notes of few words, so that they share many: for properties that hold for any texts.

#include <rapidcheck.h>

#include <cstddef>
#include <string>
#include <vector>

namespace ronde::tests {

/// Up to `most` notes of up to six words each; some are empty, some are the same.
[[nodiscard]] inline rc::Gen<std::vector<std::string>> any_notes(std::size_t most) {
    static const std::vector<std::string> words = {"prix",      "Tarifs",   "salle",  "la",      "bail",    "le",
                                                   "bénévoles", "benevole", "mairie", "commune", "jardin",  "village",
                                                   "deux",      "#prix",    "repas",  "partagé", "l’école", "compta",
                                                   "réseau",    "vélo",     "bus",    "12",      "libre",   "affiché"};
    const auto note = rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, 7), [](std::size_t size) {
        return rc::gen::map(rc::gen::container<std::vector<std::string>>(size, rc::gen::elementOf(words)),
                            [](const std::vector<std::string>& picked) {
                                std::string out;
                                for (const auto& word : picked) out += (out.empty() ? "" : " ") + word;
                                return out;
                            });
    });
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(0, most + 1), [note](std::size_t size) {
        return rc::gen::container<std::vector<std::string>>(size, note);
    });
}

} // namespace ronde::tests
