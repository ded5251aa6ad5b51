#include "rotation/dispatch.hpp"

#include <algorithm>

namespace ronde::rotation {

std::int64_t Dispatch::send(const std::vector<int>& allowed) {
    const auto [found, fresh] = m_kind_of.try_emplace(allowed, m_allowed.size());
    if (fresh) {
        m_allowed.push_back(allowed);
        m_people.emplace_back(m_load.size());
    }

    // Breadth first over the questions: the new person may go to any allowed one, and whoever sits there may move on.
    struct Step {
        int from = nobody; ///< the question somebody moves from; nobody: the new person comes in
        Index kind = 0;    ///< the kind of person who moves
    };
    std::vector<Step> step(m_load.size());
    std::vector<bool> reached(m_load.size());
    std::vector<int> order = allowed;
    for (const int question : allowed) reached[static_cast<Index>(question)] = true;
    for (Index i = 0; i < order.size(); ++i) {
        for (Index kind = 0; kind < m_allowed.size(); ++kind) {
            if (m_people[kind][static_cast<Index>(order[i])] == 0) continue;
            for (const int next : m_allowed[kind]) {
                if (reached[static_cast<Index>(next)]) continue;
                reached[static_cast<Index>(next)] = true;
                step[static_cast<Index>(next)] = {order[i], kind};
                order.push_back(next);
            }
        }
    }

    const auto cheapest = std::min_element(order.begin(), order.end(), [this](int a, int b) {
        return m_load[static_cast<Index>(a)] < m_load[static_cast<Index>(b)];
    });
    auto question = static_cast<Index>(*cheapest);
    const std::int64_t cost = m_load[question]++ / m_tables;
    while (step[question].from != nobody) {
        const auto before = static_cast<Index>(step[question].from);
        std::vector<int>& people = m_people[step[question].kind];
        ++people[question];
        --people[before];
        question = before;
    }
    ++m_people[found->second][question];
    return cost;
}

} // namespace ronde::rotation
