#pragma once
// Improves a seating by annealed exchanges until it meets the target, is told to stop or has used its iterations. Used
// by the planner. Deterministic for a seed; reads no clock.

#include "rotation/budget.hpp"
#include "rotation/hall.hpp"
#include "rotation/random.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace ronde::rotation {

/// Which exchanges a descent tries.
enum class Moves {
    all,
    routes, ///< whole routes only: where they can be exchanged, nobody meets more or less often
};

/// One annealing: `length` exchanges from the temperature `hot` to `cold`, both in points of the score.
struct Descent {
    std::int64_t length = 0;
    double hot = 0.5;
    double cold = 0.1;
    Price target = 0;               ///< the price that is proven to be the least
    bool repeats_avoidable = false; ///< no two people need to meet twice
    Moves moves = Moves::all;
};

/// Simulated annealing (Kirkpatrick, Gelatt and Vecchi 1983) over four exchanges: two seats of one round, with the
/// further rounds that the question rule then asks for (a chain as in Kempe's, closed over the two routes); two whole
/// routes; and, as one, all seats of people who are to be together with as many of another table. Where it can be told
/// who is ill placed, these people are tried first.
class Search {
public:
    /// `unit` is the price of one point of the score in that hall.
    Search(Hall& hall, Random& random, Budget& budget, Price unit);

    /// One descent from the present seating. Ends at once when the price reaches the target. The hall holds the best
    /// seating met. There are at least two people and one round not yet played.
    void anneal(const Descent& descent);

    [[nodiscard]] Price price() const { return m_price; }

private:
    struct Swap {
        int round = 0;
        int seat = 0;
        int other = 0;
    };

    std::optional<Swap> draw_swap(int person, int round);
    void try_seat(int person, int round);
    void try_route(int person, int partner);
    void try_company(const std::vector<int>& company, int round);
    bool follow(int person, const std::vector<int>& company, std::size_t moves);
    void close_chain(int person, int partner);
    [[nodiscard]] Price visits_price(int person, int partner) const; ///< of both; the partner may be nobody
    Price pair_with_empty(int person, int round, Price before);
    void make(int round, int seat, int other);
    void swap(int round, int seat, int other);
    [[nodiscard]] bool accepted(Price price) const;
    void decide(Price visits);
    void undo();
    void commit();
    void restore();

    Hall& m_hall;
    Random& m_random;
    Budget& m_budget;
    Price m_price = 0;
    Price m_best = 0;
    Price m_change = 0; ///< of the exchange being tried
    Price m_unit = 1;
    double m_temperature = 1;
    std::vector<Swap> m_swaps{};      ///< of the exchange being tried
    Price m_visits = 0;               ///< what the visits of all who were exchanged have changed by, in try_company
    std::vector<Swap> m_since_best{}; ///< all accepted since the best seating, to go back to it
    std::vector<double> m_heights{};  ///< a table of −ln u, u uniform: how far up a step may go, in temperatures
};

} // namespace ronde::rotation
