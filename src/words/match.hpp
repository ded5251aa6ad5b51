#pragma once
// Which offers answer which needs, by their words: what the follow-up proposes to people who may not have met. A person
// decides. Any thread.

#include "words/index.hpp"
#include "words/language.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace ronde::words {

/// An offer that answers a need, and by which words.
struct Match {
    std::size_t offer = 0;             ///< its place among the offers
    std::size_t need = 0;              ///< its place among the needs
    double score = 0;                  ///< the part of the need that is answered: above 0, at most 1
    std::vector<std::string> shared{}; ///< words of the need that the offer holds, the weightiest first

    friend bool operator==(const Match&, const Match&) = default;
};

/// What a match must reach to be proposed, by default: one word of several.
inline constexpr double match_score = 0.2;

/// The pairs whose score is `at_least` or more, best first, of equals the likest, then in order of needs and offers.
/// With w the weights of the need's words among all texts given (see make_corpus),
///
///     score = Σ w² over the words that the offer holds / Σ w² over all words of the need
///
/// which is containment (Broder, "On the resemblance and containment of documents", 1997) weighed by rarity: an offer
/// of many things answers a need as well as an offer of one. A village or a number in common is no match. Nothing when
/// `stop` said so.
[[nodiscard]] std::optional<std::vector<Match>> find_matches(std::span<const std::string> offers,
                                                             std::span<const std::string> needs, Language language,
                                                             double at_least = match_score, const Stop& stop = {});

} // namespace ronde::words
