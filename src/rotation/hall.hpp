#pragma once
// A complete seating under change: exchanges two seats and knows at once what that costs. The search and the repair
// work on it; it decides nothing itself. Not for several threads at once.

#include "rotation/encounters.hpp"
#include "rotation/plan.hpp"
#include "rotation/problem.hpp"

#include <cstdint>
#include <vector>

namespace ronde::rotation {

using Price = std::int64_t;

/// What the search pays, in units small enough that a moved seat can break ties.
struct Prices {
    Price unit = 1;  ///< one point of the score
    Price moved = 0; ///< a seat that differs from the announced plan
};

class Hall {
public:
    /// `start` has the problem's shape, seats exactly the people present, and keeps hosts, seat pins and history.
    Hall(const Problem& problem, const Plan& start, const Prices& prices);

    [[nodiscard]] int seats(int round) const { return static_cast<int>(m_occupant[index(round)].size()); }
    [[nodiscard]] int occupant(int round, int seat) const { return m_occupant[index(round)][index(seat)]; }
    [[nodiscard]] int table_size(int round) const { return m_capacity[index(round)]; }
    [[nodiscard]] int table_of_seat(int round, int seat) const { return seat / m_capacity[index(round)]; }
    [[nodiscard]] int question_of_seat(int round, int seat) const {
        return m_question[index(round)][index(table_of_seat(round, seat))];
    }
    [[nodiscard]] int seat(int person, int round) const { return m_seat[index(person) * m_rounds + index(round)]; }
    [[nodiscard]] int question(int person, int round) const {
        return m_question[index(round)][index(m_encounters.table(person, round))];
    }
    /// Whether the person is present in that round and free to sit elsewhere.
    [[nodiscard]] bool movable(int person, int round) const {
        return m_movable[index(person) * m_rounds + index(round)] != 0;
    }

    /// What the score, the pins, the balance and the announced plan would lose by exchanging the occupants of two seats
    /// at different tables; the question rule is not looked at.
    [[nodiscard]] Price exchange_price(int round, int seat, int other) const;

    void exchange(int round, int seat, int other);

    /// Those whom pins keep together with this person, with the person; empty for most.
    [[nodiscard]] const std::vector<int>& company_of(int person) const {
        static const std::vector<int> none{};
        return m_company_of.empty() || m_company_of[index(person)] < 0
                   ? none
                   : m_companies[index(m_company_of[index(person)])];
    }

    /// Whether two people can exchange their whole routes: no round played, and both movable in every round.
    [[nodiscard]] bool routes_exchangeable(int person, int partner) const {
        return m_free[index(person)] && m_free[index(partner)];
    }

    /// What exchanging two whole routes costs, where that is possible: meetings and questions only change hands, so
    /// that organisations, kinds, pins and the announced plan are all that counts.
    [[nodiscard]] Price routes_price(int person, int partner) const;

    /// What the person's visits cost under the question rule.
    [[nodiscard]] Price visits_price(int person) const;

    /// The price of the whole, computed from nothing: the score in units, uneven tables far above it, and every broken
    /// rule above these.
    [[nodiscard]] Price price() const;

    /// The people whose company costs more than it must, as far as that can be told at their table. Empty when it
    /// cannot be told. `repeats_avoidable`: no two people need to meet twice.
    [[nodiscard]] std::vector<int> uneasy(bool repeats_avoidable) const;

    [[nodiscard]] Plan plan() const;
    [[nodiscard]] const Problem& problem() const { return m_problem; }

private:
    using Index = std::size_t;
    static Index index(int i) { return static_cast<Index>(i); }

    [[nodiscard]] Price likeness(int a, int b) const;
    /// What `a` pays for sharing a table with `b`, who meet `again` times without this round.
    [[nodiscard]] Price company(int a, int b, int again) const;
    [[nodiscard]] Price pins(int a, int b) const;
    /// What meeting in that round costs a pair who met twice before, where that is limited.
    [[nodiscard]] Price limit_price(int a, int b, int round) const;
    [[nodiscard]] Price place_price(int person, int round, int table) const;
    void set_prices(Price largest);
    void set_pins();
    void set_companies();
    void mark_uneasy(std::vector<bool>& marked, int round, const std::vector<int>& values) const;

    const Problem& m_problem;
    Index m_rounds;
    Prices m_prices;
    /// A pair of empty seats at one table, or a pair above the limit of meetings, which is a wish and no rule: more
    /// than an exchange can gain in points.
    Price m_uneven = 0;
    Price m_broken = 0; ///< a broken rule; more than an exchange can gain in points and even tables
    Price m_organisation = 0;
    Price m_kind = 0;
    std::vector<Price> m_meeting{}; ///< [meetings so far] → the price of one more
    Encounters m_encounters;
    std::vector<int> m_organisations{}; ///< [person]; a number of their own for those without
    std::vector<int> m_kinds{};
    std::vector<std::vector<int>> m_question{};  ///< [round][table]
    std::vector<int> m_capacity{};               ///< [round] seats at each table
    std::vector<std::vector<int>> m_occupant{};  ///< [round][seat] → person or nobody; table = seat / capacity
    std::vector<int> m_seat{};                   ///< [person × rounds + round] → seat or nobody
    std::vector<char> m_movable{};               ///< [person × rounds + round]
    std::vector<char> m_ruled{};                 ///< [person × rounds + round] open, and the person no host then
    std::vector<char> m_free{};                  ///< [person] movable in every round
    std::vector<std::vector<int>> m_announced{}; ///< [round][person] → table or nobody
    std::vector<std::vector<Pair>> m_pins{};     ///< [person] → other and +1 apart, −1 together
    std::vector<std::vector<int>> m_companies{}; ///< those who are tied together, by pins and pins of pins
    std::vector<int> m_company_of{};             ///< [person] → its company or nobody; empty without such pins
};

} // namespace ronde::rotation
