#include "words/clusters.hpp"

#include "words/linkage.hpp"
#include "words/titles.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace ronde::words {

namespace {

using Numbers = std::vector<std::size_t>;

constexpr auto nowhere = static_cast<std::size_t>(-1);

/// The texts in an order that depends on nothing but themselves.
Numbers canonical_order(const Corpus& corpus) {
    Numbers order(corpus.texts.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::tie(corpus.texts[a].text, a) < std::tie(corpus.texts[b].text, b);
    });
    return order;
}

/// What ideas are compared by.
class Subjects {
public:
    Subjects(const Corpus& corpus, const ThemeSettings& settings) : m_corpus(corpus) {
        // A word that makes one theme of three among sixty ideas is a chance among two thousand.
        const auto texts = static_cast<double>(corpus.texts.size());
        m_fewest = std::max(static_cast<double>(settings.smallest), std::round(std::sqrt(texts) / 4));
        m_most = std::max(10.0, settings.commonest * texts);
        for (const auto& term : corpus.terms) m_dampers.push_back(1 / std::sqrt(std::log(1 + texts / count(term))));
    }

    /// The part of a text's vector that counts, of length 1 or less.
    [[nodiscard]] Vector of(const Vector& vector) const {
        // Words that too few others hold link nothing, yet say that a text is about something else as well: they take
        // half of their part of the length.
        constexpr double share_of_loners = 0.5;
        Vector out;
        double squares = 0;
        for (const auto& entry : vector) {
            const auto& term = m_corpus.terms[entry.term];
            if (!term.subject || count(term) > m_most) continue;
            // The root of its rarity: with the whole, the rarest word that two ideas share makes them a pair, and the
            // word that ten share makes no theme.
            const double weight = entry.weight * m_dampers[entry.term];
            const bool links = count(term) >= m_fewest;
            const double length = links ? weight : weight * share_of_loners;
            squares += length * length;
            if (links) out.push_back({entry.term, weight});
        }
        for (auto& entry : out) entry.weight /= std::sqrt(squares);
        return out;
    }

private:
    static double count(const Corpus::Term& term) { return static_cast<double>(term.texts); }

    const Corpus& m_corpus;
    double m_fewest = 0;
    double m_most = 0;
    std::vector<double> m_dampers{}; ///< by term
};

/// Numbers joined into groups.
class Groups {
public:
    explicit Groups(std::size_t size) : m_parents(size) {
        std::iota(m_parents.begin(), m_parents.end(), std::size_t{0});
    }

    std::size_t of(std::size_t i) {
        while (m_parents[i] != i) i = m_parents[i] = m_parents[m_parents[i]];
        return i;
    }
    void join(std::size_t a, std::size_t b) {
        a = of(a);
        b = of(b);
        m_parents[std::max(a, b)] = std::min(a, b); // the first stands for all
    }

private:
    Numbers m_parents;
};

class Clustering {
public:
    Clustering(const std::vector<Vector>& vectors, std::size_t terms, const ThemeSettings& settings, const Stop& stop)
        : m_vectors(vectors), m_index(vectors, terms), m_settings(settings), m_stop(stop) {}

    /// Clusters of the smallest size or more; nothing when stopped.
    std::optional<std::vector<Numbers>> run() {
        std::vector<Numbers> out;
        const auto parts = apart();
        if (!parts) return std::nullopt;
        for (const auto& part : *parts) {
            auto clusters = linked(part);
            if (!clusters) return std::nullopt;
            for (auto& cluster : *clusters)
                if (cluster.size() >= m_settings.smallest) out.push_back(std::move(cluster));
        }
        gather(out);
        return out;
    }

private:
    /// Ideas between which no chain of likeness leads are never merged, so each part can be looked at alone.
    std::optional<std::vector<Numbers>> apart() {
        Groups groups(m_vectors.size());
        for (std::size_t i = 0; i < m_vectors.size(); ++i) {
            if (m_stop && m_stop()) return std::nullopt;
            m_index.find(m_vectors[i], m_sums, m_hits);
            for (const auto& hit : m_hits)
                if (hit.product >= m_settings.at_least) groups.join(i, hit.vector);
        }
        std::vector<Numbers> parts(m_vectors.size());
        for (std::size_t i = 0; i < m_vectors.size(); ++i) parts[groups.of(i)].push_back(i);
        std::erase_if(parts, [this](const Numbers& part) { return part.size() < m_settings.smallest; });
        return parts;
    }

    std::optional<std::vector<Numbers>> linked(const Numbers& part) {
        Numbers place(m_vectors.size(), nowhere);
        for (std::size_t i = 0; i < part.size(); ++i) place[part[i]] = i;
        Likeness likeness(part.size());
        for (std::size_t i = 0; i < part.size(); ++i) {
            if (m_stop && m_stop()) return std::nullopt;
            m_index.find(m_vectors[part[i]], m_sums, m_hits);
            for (const auto& hit : m_hits)
                if (place[hit.vector] != nowhere) likeness.row(i)[place[hit.vector]] = static_cast<float>(hit.product);
        }
        auto clusters = link_by_average(std::move(likeness), m_settings.at_least, m_stop);
        if (!clusters) return std::nullopt;
        for (auto& cluster : *clusters)
            for (auto& member : cluster) member = part[member];
        return clusters;
    }

    /// Ideas left over join the cluster whose members they are likest to on average, if that is enough.
    void gather(std::vector<Numbers>& clusters) {
        Numbers cluster_of(m_vectors.size(), nowhere);
        for (std::size_t c = 0; c < clusters.size(); ++c)
            for (const std::size_t member : clusters[c]) cluster_of[member] = c;
        std::vector<Numbers> joining(clusters.size());
        std::vector<double> sums(clusters.size());
        for (std::size_t i = 0; i < m_vectors.size(); ++i) {
            if (cluster_of[i] != nowhere) continue;
            std::fill(sums.begin(), sums.end(), 0.0);
            m_index.find(m_vectors[i], m_sums, m_hits);
            for (const auto& hit : m_hits)
                if (cluster_of[hit.vector] != nowhere) sums[cluster_of[hit.vector]] += hit.product;
            const std::size_t best = likest(clusters, sums);
            if (best != nowhere) joining[best].push_back(i);
        }
        for (std::size_t c = 0; c < clusters.size(); ++c)
            clusters[c].insert(clusters[c].end(), joining[c].begin(), joining[c].end());
    }

    /// The first cluster with the highest mean that is enough.
    [[nodiscard]] std::size_t likest(const std::vector<Numbers>& clusters, const std::vector<double>& sums) const {
        std::size_t best = nowhere;
        double most = 0;
        for (std::size_t c = 0; c < clusters.size(); ++c) {
            const double mean = sums[c] / static_cast<double>(clusters[c].size());
            if (mean < m_settings.at_least || mean <= most) continue;
            best = c;
            most = mean;
        }
        return best;
    }

    const std::vector<Vector>& m_vectors;
    Index m_index;
    const ThemeSettings& m_settings;
    const Stop& m_stop;
    std::vector<double> m_sums{};
    std::vector<Index::Hit> m_hits{};
};

/// The mean product of the pairs: the square of the sum holds each pair twice, and each member with itself.
double cohesion(const std::vector<Vector>& vectors, const Numbers& members) {
    std::map<TermId, double> sum;
    double own = 0;
    for (const std::size_t member : members) {
        for (const auto& entry : vectors[member]) {
            sum[entry.term] += entry.weight;
            own += entry.weight * entry.weight;
        }
    }
    double all = 0;
    for (const auto& entry : sum) all += entry.second * entry.second;
    const auto size = static_cast<double>(members.size());
    return std::clamp((all - own) / (size * (size - 1)), 0.0, 1.0);
}

} // namespace

std::optional<std::vector<Theme>> find_themes(const Corpus& corpus, const ThemeSettings& settings, const Stop& stop) {
    const Numbers order = canonical_order(corpus);
    std::vector<Vector> vectors;
    const Subjects subjects(corpus, settings);
    for (const std::size_t text : order) vectors.push_back(subjects.of(corpus.texts[text].vector));

    auto clusters = Clustering(vectors, corpus.terms.size(), settings, stop).run();
    if (!clusters) return std::nullopt;
    std::vector<Theme> out;
    for (const auto& cluster : *clusters) {
        Theme theme;
        theme.cohesion = cohesion(vectors, cluster);
        for (const std::size_t member : cluster) theme.members.push_back(order[member]);
        tell(corpus, theme);
        std::sort(theme.members.begin(), theme.members.end());
        out.push_back(std::move(theme));
    }
    std::stable_sort(out.begin(), out.end(), [](const Theme& a, const Theme& b) {
        return std::make_tuple(a.members.size(), a.cohesion) > std::make_tuple(b.members.size(), b.cohesion);
    });
    return out;
}

} // namespace ronde::words
