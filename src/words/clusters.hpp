#pragma once
// Candidate themes: ideas that belong together, each group with a title to propose and its reason. The harvest offers
// them; people rename, merge, drop. Off the main thread for thousands of ideas; any thread.

#include "words/corpus.hpp"
#include "words/index.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ronde::words {

/// A word and how many ideas of a theme hold it.
struct SharedWord {
    std::string word{};
    std::size_t ideas = 0;

    friend bool operator==(const SharedWord&, const SharedWord&) = default;
};

struct Theme {
    std::vector<std::size_t> members{}; ///< texts of the corpus, in order
    std::vector<std::string> title{};   ///< one to four telling words or phrases ("fonds de roulement"), best first;
                                        ///< one only where the members share no second word
    std::vector<SharedWord> reason{};   ///< words that two members or more hold, most widely held first, eight at most
    double cohesion = 0;                ///< mean likeness of its pairs, 0 to 1

    friend bool operator==(const Theme&, const Theme&) = default;
};

struct ThemeSettings {
    double at_least = 0.3;    ///< mean likeness that two groups must have to become one, above 0
    std::size_t smallest = 3; ///< members of a theme, 2 or more
    double commonest = 0.4;   ///< a word that a larger share of the ideas holds (and more than ten) is no subject here
};

/// The themes, the largest first. An idea is in one or in none. The same texts give the same themes in whatever order
/// they come. Nothing when `stop` said so.
///
/// Ideas are compared by their subjects alone: words that several ideas hold, neither scenery nor numbers nor held by
/// most. They are merged by average linkage (linkage.hpp); what is left over then joins the theme whose members it is
/// likest to on average. docs/WORDS.md says why, and what was measured. Memory is 4 bytes a pair of ideas that chains
/// of likeness join: 16 MB for 2,000.
[[nodiscard]] std::optional<std::vector<Theme>> find_themes(const Corpus& corpus, const ThemeSettings& settings = {},
                                                            const Stop& stop = {});

} // namespace ronde::words
