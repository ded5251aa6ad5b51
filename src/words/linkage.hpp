#pragma once
// Average linkage: things merged into clusters, the likest first, as long as they are alike enough. Knows no words.
// Used by clusters.cpp. Any thread.

#include "words/index.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace ronde::words {

/// How alike things are, two by two: symmetric, 4 bytes a pair of ordered numbers.
class Likeness {
public:
    explicit Likeness(std::size_t size) : m_size(size), m_values(size * size, 0) {}

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] float* row(std::size_t a) { return m_values.data() + a * m_size; }
    [[nodiscard]] float at(std::size_t a, std::size_t b) const { return m_values[a * m_size + b]; }
    void set(std::size_t a, std::size_t b, float value) {
        m_values[a * m_size + b] = value;
        m_values[b * m_size + a] = value;
    }

private:
    std::size_t m_size;
    std::vector<float> m_values;
};

/// Clusters of the numbers below `likeness.size()`, which is used up: each number is in one, alone perhaps. Two
/// clusters are merged while the mean likeness of their pairs is `at_least` or more, the likest first (UPGMA: Sokal and
/// Michener, "A statistical method for evaluating systematic relationships", 1958), found as chains of nearest
/// neighbours in O(size²) (Murtagh, "A survey of recent advances in hierarchical clustering algorithms", 1983). Of
/// equals the lowest numbers come first. Members in order, clusters by their first. Nothing when `stop` said so.
[[nodiscard]] std::optional<std::vector<std::vector<std::size_t>>> link_by_average(Likeness likeness, double at_least,
                                                                                   const Stop& stop);

} // namespace ronde::words
