#include "rotation/flow.hpp"

#include <algorithm>
#include <deque>
#include <limits>

namespace ronde::rotation {

namespace {

constexpr std::int64_t far_away = std::numeric_limits<std::int64_t>::max();

} // namespace

int Flow::add_node() {
    m_leaving.emplace_back();
    return static_cast<int>(m_leaving.size()) - 1;
}

int Flow::add_arc(int from, int to, std::int64_t capacity, std::int64_t cost) {
    const auto arc = static_cast<int>(m_arcs.size());
    m_arcs.push_back({to, capacity, cost});
    m_arcs.push_back({from, 0, -cost});
    m_leaving[static_cast<Index>(from)].push_back(arc);
    m_leaving[static_cast<Index>(to)].push_back(arc + 1);
    return arc / 2;
}

void Flow::run(int source, int sink) {
    while (measure(source, sink)) {
        m_next.assign(m_leaving.size(), 0);
        m_on_path.assign(m_leaving.size(), false);
        while (push(source, sink, far_away) > 0) {
        }
    }
}

/// Bellman and Ford's distances, with a queue; false when the sink is out of reach.
bool Flow::measure(int source, int sink) {
    m_distance.assign(m_leaving.size(), far_away);
    std::vector<bool> waiting(m_leaving.size());
    std::deque<int> queue{source};
    m_distance[static_cast<Index>(source)] = 0;
    while (!queue.empty()) {
        const auto node = static_cast<Index>(queue.front());
        queue.pop_front();
        waiting[node] = false;
        for (const int leaving : m_leaving[node]) {
            const Arc& arc = m_arcs[static_cast<Index>(leaving)];
            const auto to = static_cast<Index>(arc.to);
            if (arc.capacity == 0 || m_distance[to] <= m_distance[node] + arc.cost) continue;
            m_distance[to] = m_distance[node] + arc.cost;
            if (!waiting[to]) queue.push_back(arc.to);
            waiting[to] = true;
        }
    }
    return m_distance[static_cast<Index>(sink)] != far_away;
}

/// Sends something along one shortest path.
std::int64_t Flow::push(int node, int sink, std::int64_t most) {
    if (node == sink) return most;
    const auto at = static_cast<Index>(node);
    m_on_path[at] = true;
    std::int64_t sent = 0;
    for (Index& next = m_next[at]; next < m_leaving[at].size(); ++next) {
        const auto arc = static_cast<Index>(m_leaving[at][next]);
        const auto to = static_cast<Index>(m_arcs[arc].to);
        if (m_arcs[arc].capacity == 0 || m_on_path[to] || m_distance[to] != m_distance[at] + m_arcs[arc].cost) continue;
        sent = push(m_arcs[arc].to, sink, std::min(most, m_arcs[arc].capacity));
        if (sent == 0) continue;
        m_arcs[arc].capacity -= sent;
        m_arcs[arc ^ 1U].capacity += sent;
        break;
    }
    m_on_path[at] = false;
    return sent;
}

} // namespace ronde::rotation
