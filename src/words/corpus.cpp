#include "words/corpus.hpp"

#include "base/text.hpp"
#include "words/stems.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace ronde::words {

namespace {

/// A term as it is met, before terms have their final numbers.
struct Met {
    std::string stem{};
    bool subject = false;
    Forms forms{};
    std::size_t texts = 0;
    std::size_t last_text = 0; ///< counted from 1
};

/// Terms by the order in which they are met.
class Vocabulary {
public:
    TermId number_of(const Term& term, std::size_t text) {
        const auto [at, is_new] = m_numbers.try_emplace(term.stem, static_cast<TermId>(m_met.size()));
        if (is_new) m_met.push_back({.stem = term.stem, .subject = term.subject});
        Met& met = m_met[at->second];
        ++met.forms[term.surface];
        if (met.last_text != text + 1) {
            met.last_text = text + 1;
            ++met.texts;
        }
        return at->second;
    }

    /// The terms by stem, so that their numbers do not depend on the order of the texts; and each one's new number.
    [[nodiscard]] std::pair<std::vector<Corpus::Term>, std::vector<TermId>> in_order() const {
        std::vector<TermId> order(m_met.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<TermId>(i);
        std::sort(order.begin(), order.end(), [this](TermId a, TermId b) { return m_met[a].stem < m_met[b].stem; });
        std::vector<Corpus::Term> terms;
        std::vector<TermId> renumbered(m_met.size());
        for (const TermId old : order) {
            renumbered[old] = static_cast<TermId>(terms.size());
            terms.push_back({m_met[old].stem, best_form(m_met[old].forms), m_met[old].texts, m_met[old].subject});
        }
        return {std::move(terms), std::move(renumbered)};
    }

private:
    std::vector<Met> m_met{};
    std::unordered_map<std::string, TermId> m_numbers{};
};

/// A text's terms, each once, with how often it stands there.
using Counts = std::vector<std::pair<TermId, double>>;

Vector weighed(const Counts& counts, const std::vector<Corpus::Term>& terms, std::size_t texts) {
    double most = 1;
    for (const auto& entry : counts) most = std::max(most, entry.second);
    Vector out;
    double squares = 0;
    for (const auto& entry : counts) {
        const auto& term = terms[entry.first];
        const double rarity = std::log(1 + static_cast<double>(texts) / static_cast<double>(term.texts));
        const double weight = (0.5 + 0.5 * entry.second / most) * rarity * (term.subject ? 1 : 0.5);
        out.push_back({entry.first, weight});
        squares += weight * weight;
    }
    for (auto& entry : out) entry.weight /= std::sqrt(squares);
    return out;
}

} // namespace

std::string best_form(const Forms& forms) {
    std::map<std::string, std::size_t> plain; // accents and capitals aside
    for (const auto& form : forms) plain[base::folded(form.first)] += form.second;
    const auto commonest = std::min_element(plain.begin(), plain.end(), [](const auto& a, const auto& b) {
        return std::make_tuple(b.second, a.first.size()) < std::make_tuple(a.second, b.first.size());
    });
    // Of its spellings the one with most accents, which take more bytes, unless another is typed more often.
    std::string best;
    std::size_t times = 0;
    for (const auto& form : forms) {
        if (base::folded(form.first) != commonest->first) continue;
        if (std::make_tuple(form.second, form.first.size()) <= std::make_tuple(times, best.size())) continue;
        best = form.first;
        times = form.second;
    }
    return best;
}

Corpus make_corpus(std::span<const std::string> texts, Language language) {
    Stemmer stemmer(language);
    Vocabulary vocabulary;
    Corpus corpus;
    std::vector<std::map<TermId, double>> extra(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& text = corpus.texts.emplace_back();
        text.text = texts[i];
        for (const auto& term : stemmer.terms(texts[i])) {
            const TermId number = vocabulary.number_of(term, i);
            text.words.push_back({number, term.begin, term.end, term.surface});
            if (term.tagged) extra[i][number] += 1;
        }
    }
    auto [terms, renumbered] = vocabulary.in_order();
    corpus.terms = std::move(terms);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        auto& text = corpus.texts[i];
        std::map<TermId, double> counts;
        for (auto& word : text.words) {
            word.term = renumbered[word.term];
            counts[word.term] += 1;
        }
        for (const auto& entry : extra[i]) counts[renumbered[entry.first]] += entry.second;
        text.vector = weighed({counts.begin(), counts.end()}, corpus.terms, texts.size());
    }
    return corpus;
}

double similarity(const Vector& a, const Vector& b) {
    double sum = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->term < j->term) {
            ++i;
        } else if (j->term < i->term) {
            ++j;
        } else {
            sum += i->weight * j->weight;
            ++i;
            ++j;
        }
    }
    return std::min(sum, 1.0);
}

double similarity(const Corpus& corpus, std::size_t a, std::size_t b) {
    return similarity(corpus.texts[a].vector, corpus.texts[b].vector);
}

std::vector<TermId> shared_terms(const Vector& a, const Vector& b) {
    Vector shared;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (i->term < j->term) {
            ++i;
        } else if (j->term < i->term) {
            ++j;
        } else {
            shared.push_back({i->term, i->weight * j->weight});
            ++i;
            ++j;
        }
    }
    std::stable_sort(shared.begin(), shared.end(),
                     [](const Weight& x, const Weight& y) { return x.weight > y.weight; });
    std::vector<TermId> out;
    for (const auto& entry : shared) out.push_back(entry.term);
    return out;
}

std::vector<std::string> put_by(const Corpus::Text& text, std::span<const TermId> terms) {
    std::vector<std::string> out;
    for (const TermId term : terms) {
        const auto at = std::find_if(text.words.begin(), text.words.end(),
                                     [term](const Occurrence& word) { return word.term == term; });
        if (at != text.words.end()) out.push_back(at->surface);
    }
    return out;
}

} // namespace ronde::words
