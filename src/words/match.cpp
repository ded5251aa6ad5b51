#include "words/match.hpp"

#include "words/corpus.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace ronde::words {

namespace {

struct Candidate {
    Match match{};
    double likeness = 0;
};

/// How much of a need, a vector of length 1, the terms make up.
double part_of(const Vector& need, const std::vector<TermId>& terms) {
    double squares = 0;
    for (const auto& entry : need)
        if (std::find(terms.begin(), terms.end(), entry.term) != terms.end()) squares += entry.weight * entry.weight;
    return std::min(squares, 1.0);
}

} // namespace

std::optional<std::vector<Match>> find_matches(std::span<const std::string> offers, std::span<const std::string> needs,
                                               Language language, double at_least, const Stop& stop) {
    std::vector<std::string> texts(offers.begin(), offers.end());
    texts.insert(texts.end(), needs.begin(), needs.end());
    const Corpus corpus = make_corpus(texts, language);
    std::vector<Vector> offered;
    for (std::size_t i = 0; i < offers.size(); ++i) offered.push_back(corpus.texts[i].vector);
    const Index index(offered, corpus.terms.size());

    std::vector<Candidate> found;
    std::vector<double> sums;
    std::vector<Index::Hit> hits;
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (stop && stop()) return std::nullopt;
        const auto& need = corpus.texts[offers.size() + i];
        index.find(need.vector, sums, hits);
        for (const auto& hit : hits) {
            const auto shared = shared_terms(need.vector, offered[hit.vector]);
            if (std::none_of(shared.begin(), shared.end(), [&](TermId term) { return corpus.terms[term].subject; }))
                continue;
            const double score = part_of(need.vector, shared);
            if (score >= at_least) found.push_back({{hit.vector, i, score, put_by(need, shared)}, hit.product});
        }
    }
    std::sort(found.begin(), found.end(), [](const Candidate& a, const Candidate& b) {
        return std::make_tuple(-a.match.score, -a.likeness, a.match.need, a.match.offer) <
               std::make_tuple(-b.match.score, -b.likeness, b.match.need, b.match.offer);
    });
    std::vector<Match> out;
    for (auto& candidate : found) out.push_back(std::move(candidate.match));
    return out;
}

} // namespace ronde::words
