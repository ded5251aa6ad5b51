#pragma once
// Who hosts which table from when to when, in the rounds not yet played: what the caller has settled, then whom it asks
// first, then whoever hosts least. Used by the callers of the planner before they plan. Pure; any thread.

#include "rotation/problem.hpp"

#include <optional>
#include <vector>

namespace ronde::rotation {

/// A table that has no host in the rounds from … to − 1.
struct OpenTable {
    int table = 0;
    int from = 0;
    int to = 0;
    friend bool operator==(const OpenTable&, const OpenTable&) = default;
};

/// The hosts of the rounds to come. Nobody hosts two tables in a round, no table has two hosts in a round.
class HostChoice {
public:
    /// For the people and tables of `problem`; its rounds to come must have the same tables. A host keeps a table for
    /// `turn` rounds, counted from the first round of the problem; 0: for all the rounds to come.
    HostChoice(const Problem& problem, int turn);

    /// Settles a host. False, and nothing is settled, where the table has one in some of the rounds, or the person is
    /// away or hosts elsewhere.
    bool settle(const Host& host);
    /// Says that a person has hosted before: others come first.
    void has_hosted(int person);

    /// What is left, by round, then by table; a turn has an end.
    [[nodiscard]] std::vector<OpenTable> open() const;
    /// How often a person has a turn, those said by `has_hosted` counted.
    [[nodiscard]] int turns(int person) const { return m_turns[static_cast<std::size_t>(person)]; }
    [[nodiscard]] bool is_free(int person, int from, int to) const;
    /// Whether the table has no host in any of the rounds.
    [[nodiscard]] bool is_open(int table, int from, int to) const;

    /// Gives each of `people` in order a turn at the first open table for whose turn they are there.
    void ask(const std::vector<int>& people);
    /// Fills the rest, so that all host as often, then organisations and kinds as evenly as can be. Those of `last`
    /// ([person]; may be empty) come last, as do those who go before the turn ends.
    void fill(const std::vector<bool>& last);

    /// What was settled and chosen, by table, then by round; turns of one person that follow one another are one.
    [[nodiscard]] std::vector<Host> hosts() const;

private:
    /// How often each organisation and kind hosts. Labels are numbered from 0; having none is one of them.
    struct Counts {
        explicit Counts(const Problem& problem);
        void add(int person);
        std::vector<int> organisation{};  ///< [person] → its number
        std::vector<int> kind{};          ///< [person] → its number
        std::vector<int> organisations{}; ///< [number] → turns
        std::vector<int> kinds{};         ///< [number] → turns
    };

    [[nodiscard]] int& host(int round, int table);
    [[nodiscard]] int host(int round, int table) const;
    [[nodiscard]] int turn_end(int round) const;
    [[nodiscard]] int there_until(int person) const;
    [[nodiscard]] std::optional<int> best_for(const OpenTable& place, const Counts& counts,
                                              const std::vector<bool>& last) const;

    const Problem& m_problem;
    int m_turn;
    int m_tables = 0;                         ///< of a round to come
    std::vector<int> m_host{};                ///< [round to come × tables + table] → person, or nobody
    std::vector<std::vector<bool>> m_hosting; ///< [person][round]
    std::vector<int> m_turns;                 ///< [person]
};

} // namespace ronde::rotation
