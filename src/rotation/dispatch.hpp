#pragma once
// The least number of pairs that must come about when people go to questions, each to one it may see. A helper of the
// bounds; one object serves one round on one thread.

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
    /// `tables` of each of the questions, at least one.
    Dispatch(int questions, std::int64_t tables) : m_tables(tables), m_load(static_cast<Index>(questions)) {}

    /// Sends one person more, for whom others may change their question, and returns what it adds to the cost.
    /// `allowed` holds sorted questions, at least one.
    std::int64_t send(const std::vector<int>& allowed);

private:
    using Index = std::size_t;

    std::int64_t m_tables;
    std::vector<std::int64_t> m_load;              ///< [question]
    std::map<std::vector<int>, Index> m_kind_of{}; ///< allowed questions → kind of person
    std::vector<std::vector<int>> m_allowed{};     ///< [kind]
    std::vector<std::vector<int>> m_people{};      ///< [kind][question] → how many
};

} // namespace ronde::rotation
