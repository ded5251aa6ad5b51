#include "words/linkage.hpp"

#include <algorithm>

namespace ronde::words {

namespace {

class Linkage {
public:
    Linkage(Likeness likeness, double at_least, const Stop& stop)
        : m_likeness(std::move(likeness)), m_at_least(static_cast<float>(at_least)), m_stop(stop) {
        for (std::size_t i = 0; i < m_likeness.size(); ++i) {
            m_open.push_back(i);
            m_members.push_back({i});
        }
    }

    /// False when stopped.
    bool run() {
        std::vector<std::size_t> chain;
        while (!m_open.empty()) {
            if (m_stop && m_stop()) return false;
            if (chain.empty()) chain.push_back(m_open.front());
            const std::size_t tip = chain.back();
            const std::size_t before = chain.size() > 1 ? chain[chain.size() - 2] : none;
            const std::size_t next = nearest(tip, before);
            if (next == none) {
                // By the averages' reducibility no later merge brings anything nearer to it.
                close(tip);
                chain.pop_back();
            } else if (next == before) {
                chain.resize(chain.size() - 2);
                merge(std::min(tip, next), std::max(tip, next));
            } else {
                chain.push_back(next);
            }
        }
        return true;
    }

    std::vector<std::vector<std::size_t>> clusters() {
        std::vector<std::vector<std::size_t>> out;
        for (auto& members : m_members) {
            if (members.empty()) continue;
            std::sort(members.begin(), members.end());
            out.push_back(std::move(members));
        }
        std::sort(out.begin(), out.end());
        return out;
    }

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);

    /// The open cluster that is likest to `a`, of equals `before`, else the first; none that is alike enough: none.
    std::size_t nearest(std::size_t a, std::size_t before) {
        const float* const row = m_likeness.row(a);
        std::size_t best = none;
        float most = m_at_least;
        if (before != none && row[before] >= most) {
            best = before;
            most = row[before];
        }
        for (const std::size_t b : m_open) {
            if (b == a || row[b] < most || (row[b] == most && best != none)) continue;
            best = b;
            most = row[b];
        }
        return best;
    }

    /// `b` goes into `a`; the mean over pairs is updated after Lance and Williams, 1967.
    void merge(std::size_t a, std::size_t b) {
        const auto size_a = static_cast<float>(m_members[a].size());
        const auto size_b = static_cast<float>(m_members[b].size());
        const float share_a = size_a / (size_a + size_b);
        const float share_b = size_b / (size_a + size_b);
        close(b);
        for (const std::size_t c : m_open) {
            if (c == a) continue;
            m_likeness.set(a, c, share_a * m_likeness.at(a, c) + share_b * m_likeness.at(b, c));
        }
        m_members[a].insert(m_members[a].end(), m_members[b].begin(), m_members[b].end());
        m_members[b].clear();
    }

    void close(std::size_t a) { m_open.erase(std::lower_bound(m_open.begin(), m_open.end(), a)); }

    Likeness m_likeness;
    float m_at_least;
    const Stop& m_stop;
    std::vector<std::size_t> m_open{}; ///< clusters that may still merge, by their number; in order
    std::vector<std::vector<std::size_t>> m_members{};
};

} // namespace

std::optional<std::vector<std::vector<std::size_t>>> link_by_average(Likeness likeness, double at_least,
                                                                     const Stop& stop) {
    Linkage linkage(std::move(likeness), at_least, stop);
    if (!linkage.run()) return std::nullopt;
    return linkage.clusters();
}

} // namespace ronde::words
