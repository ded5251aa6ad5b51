#include "rotation/dispatch.hpp"

#include <algorithm>

namespace ronde::rotation {

Dispatch::Dispatch(std::vector<Place> places) : m_places(std::move(places)) {}

std::pair<std::int64_t, std::int64_t> Dispatch::marginal(Index question) const {
    const Place& place = m_places[question];
    return {place.load / place.tables, -place.wish};
}

std::int64_t Dispatch::send(int person, const std::vector<int>& allowed) {
    const auto [found, fresh] = m_kind_of.try_emplace(allowed, m_allowed.size());
    if (fresh) {
        m_allowed.push_back(allowed);
        m_people.emplace_back(m_places.size());
    }

    // Breadth first over the questions: the new person may go to any allowed one, and whoever sits there may move on.
    struct Step {
        int from = nobody; ///< the question somebody moves from; nobody: the new person comes in
        Index kind = 0;    ///< the kind of person who moves
    };
    std::vector<Step> step(m_places.size());
    std::vector<bool> reached(m_places.size());
    std::vector<int> order = allowed;
    for (const int question : allowed) reached[static_cast<Index>(question)] = true;
    for (Index i = 0; i < order.size(); ++i) {
        for (Index kind = 0; kind < m_allowed.size(); ++kind) {
            if (m_people[kind][static_cast<Index>(order[i])].empty()) continue;
            for (const int next : m_allowed[kind]) {
                if (reached[static_cast<Index>(next)]) continue;
                reached[static_cast<Index>(next)] = true;
                step[static_cast<Index>(next)] = {order[i], kind};
                order.push_back(next);
            }
        }
    }

    const auto cheapest = std::min_element(order.begin(), order.end(), [this](int a, int b) {
        return marginal(static_cast<Index>(a)) < marginal(static_cast<Index>(b));
    });
    auto question = static_cast<Index>(*cheapest);
    const std::int64_t cost = marginal(question).first;
    ++m_places[question].load;
    while (step[question].from != nobody) {
        const auto before = static_cast<Index>(step[question].from);
        std::vector<int>& there = m_people[step[question].kind][before];
        m_people[step[question].kind][question].push_back(there.back());
        there.pop_back();
        question = before;
    }
    m_people[found->second][question].push_back(person);
    return cost;
}

std::vector<std::vector<int>> Dispatch::people() const {
    std::vector<std::vector<int>> people(m_places.size());
    for (const auto& by_question : m_people)
        for (Index question = 0; question < people.size(); ++question)
            people[question].insert(people[question].end(), by_question[question].begin(), by_question[question].end());
    for (std::vector<int>& there : people) std::sort(there.begin(), there.end());
    return people;
}

} // namespace ronde::rotation
