#include "words/index.hpp"

#include <algorithm>

namespace ronde::words {

Index::Index(std::span<const Vector> vectors, std::size_t terms) : m_size(vectors.size()), m_postings(terms) {
    for (std::size_t i = 0; i < vectors.size(); ++i)
        for (const auto& entry : vectors[i]) m_postings[entry.term].push_back({i, entry.weight});
}

void Index::find(const Vector& vector, std::vector<double>& sums, std::vector<Hit>& out) const {
    sums.resize(m_size, 0);
    out.clear();
    for (const auto& entry : vector) {
        for (const auto& posting : m_postings[entry.term]) {
            double& sum = sums[posting.vector];
            if (sum == 0) out.push_back({posting.vector, 0});
            sum += entry.weight * posting.weight;
        }
    }
    std::sort(out.begin(), out.end(), [](const Hit& a, const Hit& b) { return a.vector < b.vector; });
    for (auto& hit : out) {
        hit.product = std::min(sums[hit.vector], 1.0);
        sums[hit.vector] = 0;
    }
}

} // namespace ronde::words
