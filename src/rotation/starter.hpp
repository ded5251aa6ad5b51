#pragma once
// The base round of a cyclic golfers' plan, searched by annealing. A helper of golfers.cpp; nothing else uses it.

#include "rotation/budget.hpp"
#include "rotation/construction.hpp"
#include "rotation/golfers.hpp"
#include "rotation/random.hpp"

#include <cstddef>
#include <cstdint>
#include <tuple>
#include <vector>

namespace ronde::rotation {

/// A cyclic development: points x of copy c are c·length + x, after them come the fixed points.
struct Symmetry {
    int length = 1; ///< n: the group that makes the rounds is Z_n
    int copies = 0;
    int fixed = 0;
    int turns = 1; ///< the copies are turned into one another by Z_turns: 1, or all copies
    /// Rounds that Z_n leaves as they are: their tables are the shifts of one that holds a point of each copy. Only
    /// without turns and fixed points, and with as many copies as seats.
    int standing = 0;
    friend bool operator==(const Symmetry&, const Symmetry&) = default;
};

/// What a cyclic plan is made of: the base round, table after table, and one table of each standing round. Nobody meets
/// twice if all their differences are different.
struct Base {
    int length = 1;
    std::vector<int> round{};
    std::vector<std::vector<int>> standing{};
};

/// Round r adds r to every point of Z_length, then come the standing rounds.
[[nodiscard]] std::vector<Route> developed(const Golf& golf, const Base& base);

/// A base round under construction. With turns, only one table of each orbit of tables is searched, and each of its
/// seats holds an orbit of points of which the phase says which one sits there.
class Starter {
public:
    Starter(const Golf& golf, const Symmetry& symmetry);

    /// How many differences there are beyond those that the pairs need; below zero there is no such round.
    [[nodiscard]] int slack() const;

    [[nodiscard]] bool turns() const { return m_symmetry.turns > 1; }

    /// One annealing of `length` exchanges from a random round; true when all differences are different.
    bool anneal(std::int64_t length, Random& random, Budget& budget);

    /// What was found.
    [[nodiscard]] Base base() const;

private:
    /// Equal for two pairs exactly when a shift takes one pair to the other. Pairs of fixed points, and halves of an
    /// even length, would meet again; they share the class (−1, 0, 0).
    using Difference = std::tuple<int, int, int>;

    static std::size_t index(int i) { return static_cast<std::size_t>(i); }
    [[nodiscard]] int moving() const { return m_symmetry.copies * m_symmetry.length; }
    [[nodiscard]] int turned(int person, int by) const;
    [[nodiscard]] Difference difference(int a, int b) const;
    [[nodiscard]] int point(int place) const {
        return m_orbits[index(m_orbit[index(place)])][index(m_phase[index(place)])];
    }
    void lay_out();
    void classify();
    void shuffle(Random& random);
    void choose_standing(Random& random);
    [[nodiscard]] std::vector<int> base_round() const;
    void exchange(Random& random);
    int count(int place, int absent, int step);

    Golf m_golf;
    Symmetry m_symmetry;
    int m_people;
    int m_base_tables = 0;
    std::vector<std::vector<int>> m_standing{}; ///< a table of each standing round
    std::vector<int> m_turned_table{};          ///< the table that turns into itself, if any
    std::vector<std::vector<int>> m_orbits{};   ///< points that turn into one another, by phase
    std::vector<int> m_class{};                 ///< [a × people + b] → class of the difference
    std::vector<int> m_used_by_rule{};          ///< [class] 1 where no base table may use it
    std::vector<int> m_used{};                  ///< [class] how often it is used
    std::vector<int> m_orbit{};                 ///< [place in the base tables]
    std::vector<int> m_phase{};                 ///< [place in the base tables]
    int m_cost = 0;                             ///< uses beyond the first
    double m_temperature = 1;
};

} // namespace ronde::rotation
