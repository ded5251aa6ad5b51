#pragma once
// Ideas that say the same, to be offered for merging. The harvest asks; a person decides. Any thread.

#include "words/corpus.hpp"
#include "words/index.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace ronde::words {

/// Two texts of a corpus, `first` < `second`, and why they seem to say the same.
struct Duplicate {
    std::size_t first = 0;
    std::size_t second = 0;
    double similarity = 0;             ///< above 0, at most 1
    std::vector<std::string> shared{}; ///< words of the first text that both share, the weightiest first

    friend bool operator==(const Duplicate&, const Duplicate&) = default;
};

/// What two ideas must reach to be offered, by default. docs/WORDS.md says what was measured.
inline constexpr double duplicate_similarity = 0.6;

/// More pairs than these nobody reads; the likest stay.
inline constexpr std::size_t most_duplicates = 1000;

/// The pairs whose similarity is `at_least` or more, the likest first, then in order. One shared word is not enough
/// unless it is all that both say. Nothing when `stop` said so. Takes the sum over all terms of the square of how many
/// texts hold it, not all pairs.
[[nodiscard]] std::optional<std::vector<Duplicate>>
find_duplicates(const Corpus& corpus, double at_least = duplicate_similarity, const Stop& stop = {});

} // namespace ronde::words
