#pragma once
// Vectors by their terms (an inverted index: Salton 1968; Zobel and Moffat, "Inverted files for text search engines",
// 2006): who shares a word with a text is found without looking at the others. Used inside the room. Any thread, once
// made.

#include "words/corpus.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <vector>

namespace ronde::words {

/// Asked now and then by long work; true ends it. May be empty.
using Stop = std::function<bool()>;

class Index {
public:
    /// The terms' numbers are below `terms`. Keeps no reference to the vectors.
    Index(std::span<const Vector> vectors, std::size_t terms);

    /// The vectors that share a term with `vector`, in order, each with the product of the two: the cosine, where both
    /// have length 1.
    struct Hit {
        std::size_t vector = 0;
        double product = 0;
    };
    /// Fills `out`, whose memory can be used again and again; `sums` likewise, which is left full of zeros.
    void find(const Vector& vector, std::vector<double>& sums, std::vector<Hit>& out) const;

private:
    struct Posting {
        std::size_t vector = 0;
        double weight = 0;
    };
    std::size_t m_size = 0;
    std::vector<std::vector<Posting>> m_postings{}; ///< by term
};

} // namespace ronde::words
