#pragma once
// Texts as weighted terms that compare: what duplicates, themes and matches are computed from. Made once for a set of
// texts, then read only. Any thread.

#include "words/language.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::words {

using TermId = std::uint32_t; ///< a term's place in Corpus::terms

struct Weight {
    TermId term = 0;
    double weight = 0; ///< above 0

    friend bool operator==(const Weight&, const Weight&) = default;
};

/// A text as a sparse vector: terms in order, each once.
using Vector = std::vector<Weight>;

/// Where a term stands in a text.
struct Occurrence {
    TermId term = 0;
    std::size_t begin = 0; ///< bytes
    std::size_t end = 0;
    std::string surface{}; ///< as to be shown

    friend bool operator==(const Occurrence&, const Occurrence&) = default;
};

struct Corpus {
    struct Term {
        std::string stem{};
        std::string surface{}; ///< its best form among all texts
        std::size_t texts = 0; ///< that hold it, 1 or more
        bool subject = false;  ///< see words::Term

        friend bool operator==(const Term&, const Term&) = default;
    };
    struct Text {
        std::string text{};
        std::vector<Occurrence> words{}; ///< in the order of the text
        Vector vector{};                 ///< of length 1; empty when no word carries meaning

        friend bool operator==(const Text&, const Text&) = default;
    };

    std::vector<Term> terms{}; ///< by stem
    std::vector<Text> texts{}; ///< in the order given

    friend bool operator==(const Corpus&, const Corpus&) = default;
};

/// Reads the texts (UTF-8) and weighs their terms. A term's weight in a text is
///
///     (0.5 + 0.5 · f / max f) · ln(1 + N / n)
///
/// with f how often it stands there (a #tag counts as one more), max f that of the text's most frequent term, n the
/// number of texts that hold it and N of all. What is no subject weighs half. The vector is then brought to length 1.
/// This is "nfc" of Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988, with 1 added
/// inside the logarithm, so that what every text holds still counts a little: the two texts of a corpus of two can be
/// alike.
[[nodiscard]] Corpus make_corpus(std::span<const std::string> texts, Language language);

/// The cosine of two vectors of length 1 or 0: 0 when they share nothing, 1 when they are the same.
[[nodiscard]] double similarity(const Vector& a, const Vector& b);

/// The same of two texts, which are numbers in the corpus.
[[nodiscard]] double similarity(const Corpus& corpus, std::size_t a, std::size_t b);

/// The terms that two texts share, what makes them alike most first.
[[nodiscard]] std::vector<TermId> shared_terms(const Vector& a, const Vector& b);

/// Forms of one term, each with how often it was typed.
using Forms = std::map<std::string, std::size_t>;

/// The form to show: the most frequent one, accents and capitals aside; of equals the shortest, then by the alphabet.
/// Spelled as most often typed, in doubt with its accents. There is at least one form.
[[nodiscard]] std::string best_form(const Forms& forms);

/// How a text itself puts terms that it holds: "mairie" where another says "commune".
[[nodiscard]] std::vector<std::string> put_by(const Corpus::Text& text, std::span<const TermId> terms);

} // namespace ronde::words
