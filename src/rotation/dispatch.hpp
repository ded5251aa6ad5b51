#pragma once
// Sends people to questions, each to one it may see, as evenly as can be. The bounds use the cost, the start of a plan
// uses the people. A helper of this room; one object serves one round on one thread.

#include "rotation/problem.hpp"

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

namespace ronde::rotation {

/// An incremental minimum-cost flow: each person goes to one question, the cost of a question with n people at its
/// tables is spread(n, tables). The costs are convex, so sending one person more along the cheapest augmenting chain
/// keeps the whole optimal (Ahuja, Magnanti and Orlin 1993, successive shortest paths).
class Dispatch {
public:
    /// One question: its tables, who is there already, and how much it is wished for among equals.
    struct Place {
        std::int64_t tables = 1;
        std::int64_t load = 0;
        std::int64_t wish = 0;
    };

    explicit Dispatch(std::vector<Place> places);

    /// Sends one person more, for whom others may change their question, and returns what it adds to the cost.
    /// `allowed` holds sorted questions, at least one.
    std::int64_t send(int person, const std::vector<int>& allowed);

    /// The people at each question.
    [[nodiscard]] std::vector<std::vector<int>> people() const;

private:
    using Index = std::size_t;

    [[nodiscard]] std::pair<std::int64_t, std::int64_t> marginal(Index question) const;

    std::vector<Place> m_places;
    std::map<std::vector<int>, Index> m_kind_of{};         ///< allowed questions → kind of person
    std::vector<std::vector<int>> m_allowed{};             ///< [kind]
    std::vector<std::vector<std::vector<int>>> m_people{}; ///< [kind][question] → people
};

} // namespace ronde::rotation
