#pragma once
// A minimum-cost flow in a small network, with whole numbers. A helper of this room; it knows nothing of seating.

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ronde::rotation {

/// Successive shortest paths, all paths of one length at a time (Ahuja, Magnanti and Orlin 1993, chapter 9). Costs are
/// not negative. Convex costs are written as several arcs, each dearer than the one before.
class Flow {
public:
    /// The new node's number, counted from 0.
    int add_node();

    /// The new arc's number, counted from 0.
    int add_arc(int from, int to, std::int64_t capacity, std::int64_t cost);

    /// Sends as much as can be from source to sink, at the least cost.
    void run(int source, int sink);

    /// What goes through an arc.
    [[nodiscard]] std::int64_t through(int arc) const { return m_arcs[static_cast<Index>(arc) * 2 + 1].capacity; }

private:
    using Index = std::size_t;

    /// Each arc is followed by its reverse, whose capacity is what goes through.
    struct Arc {
        int to = 0;
        std::int64_t capacity = 0;
        std::int64_t cost = 0;
    };

    bool measure(int source, int sink);
    std::int64_t push(int node, int sink, std::int64_t most);

    std::vector<Arc> m_arcs{};
    std::vector<std::vector<int>> m_leaving{}; ///< [node] → arcs
    std::vector<std::int64_t> m_distance{};    ///< [node] from the source
    std::vector<Index> m_next{};               ///< [node] the first arc still worth trying
    std::vector<bool> m_on_path{};             ///< [node]
};

} // namespace ronde::rotation
