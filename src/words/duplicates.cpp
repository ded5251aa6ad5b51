#include "words/duplicates.hpp"

#include <algorithm>
#include <tuple>

namespace ronde::words {

std::optional<std::vector<Duplicate>> find_duplicates(const Corpus& corpus, double at_least, const Stop& stop) {
    std::vector<Vector> vectors;
    for (const auto& text : corpus.texts) vectors.push_back(text.vector);
    const Index index(vectors, corpus.terms.size());

    std::vector<Duplicate> out;
    std::vector<double> sums;
    std::vector<Index::Hit> hits;
    for (std::size_t first = 0; first < vectors.size(); ++first) {
        if (stop && stop()) return std::nullopt;
        index.find(vectors[first], sums, hits);
        for (const auto& hit : hits) {
            if (hit.vector <= first || hit.product < at_least) continue;
            const auto shared = shared_terms(vectors[first], vectors[hit.vector]);
            const bool is_all = shared.size() == vectors[first].size() && shared.size() == vectors[hit.vector].size();
            if (shared.size() < 2 && !is_all) continue;
            out.push_back({first, hit.vector, hit.product, {}});
        }
    }
    const std::size_t kept = std::min(out.size(), most_duplicates);
    std::partial_sort(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(kept), out.end(),
                      [](const Duplicate& a, const Duplicate& b) {
                          return std::make_tuple(-a.similarity, a.first, a.second) <
                                 std::make_tuple(-b.similarity, b.first, b.second);
                      });
    out.resize(kept);
    for (auto& one : out)
        one.shared = put_by(corpus.texts[one.first], shared_terms(vectors[one.first], vectors[one.second]));
    return out;
}

} // namespace ronde::words
