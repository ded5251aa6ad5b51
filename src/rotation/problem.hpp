#pragma once
// The seating problem: who has to be seated over how many rounds, and under which rules. Plain values that everything
// in this room reads; nothing here changes a plan. People, tables, questions and rounds count from 0.

#include "base/result.hpp"

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace ronde::rotation {

/// The people at one table, in any order; a round is one list for each table, table t of question t / K.
using Table = std::vector<int>;
using Round = std::vector<Table>;

inline constexpr int nobody = -1; ///< no organisation, no kind, an empty seat

/// Someone to seat. Organisation and kind are indices chosen by the caller, or `nobody`.
struct Person {
    std::string name{}; ///< for messages only
    int organisation = nobody;
    int kind = nobody;
    int arrives = 0;                              ///< present from this round on
    int leaves = std::numeric_limits<int>::max(); ///< gone from this round on
    friend bool operator==(const Person&, const Person&) = default;
};

/// Keeps a table for the rounds from … to − 1.
struct Host {
    int person = 0;
    int table = 0;
    int from = 0;
    int to = 0;
    friend bool operator==(const Host&, const Host&) = default;
};

/// Two people who are to share every table, or never to share one.
struct Pair {
    int first = 0;
    int second = 0;
    friend bool operator==(const Pair&, const Pair&) = default;
};

/// A person who is to sit at a table in one round.
struct SeatPin {
    int person = 0;
    int round = 0;
    int table = 0;
    friend bool operator==(const SeatPin&, const SeatPin&) = default;
};

/// What each kind of unwanted pair costs; see Quality.
struct Weights {
    std::int64_t repeat = 1;
    std::int64_t organisation = 3;
    std::int64_t kind = 1;
    friend bool operator==(const Weights&, const Weights&) = default;
};

enum class QuestionRule {
    each_once, ///< carousel: a person sees every question once before any twice
    free,      ///< successive: only who sits with whom matters (the social golfer problem)
};

/// Whether two people may meet more than twice.
enum class MeetingLimit { none, twice };

struct Problem {
    std::vector<Person> people{};
    int questions = 1;
    std::vector<int> tables_per_question{}; ///< [round]; its length is the number of rounds
    QuestionRule rule = QuestionRule::each_once;
    MeetingLimit limit = MeetingLimit::none;
    std::vector<Host> hosts{};
    std::vector<Round> history{};   ///< rounds already played, never changed
    std::vector<Pair> together{};   ///< in the rounds not yet played
    std::vector<Pair> apart{};      ///< in the rounds not yet played
    std::vector<SeatPin> seats{};   ///< in the rounds not yet played
    std::vector<Round> announced{}; ///< a plan that people know already; empty, or one entry a round
    Weights weights{};

    [[nodiscard]] int rounds() const { return static_cast<int>(tables_per_question.size()); }
    [[nodiscard]] int played() const { return static_cast<int>(history.size()); }
    [[nodiscard]] int size() const { return static_cast<int>(people.size()); }
    [[nodiscard]] int tables_a_question(int round) const {
        return tables_per_question[static_cast<std::size_t>(round)];
    }
    [[nodiscard]] int tables(int round) const { return questions * tables_a_question(round); }
    [[nodiscard]] int question_of(int round, int table) const { return table / tables_a_question(round); }
    [[nodiscard]] const Person& person(int index) const { return people[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool present(int index, int round) const {
        return person(index).arrives <= round && round < person(index).leaves;
    }
    friend bool operator==(const Problem&, const Problem&) = default;
};

/// The largest problem this room takes: people, and tables in one round.
inline constexpr int most_people = 30'000;
inline constexpr int most_tables = 30'000;
inline constexpr int most_rounds = 100;

/// Fails with a sentence that names the culprit on numbers out of range, on indices that point nowhere, on a history in
/// which somebody sits twice or not at all, and on pins that contradict one another, the hosts or the presence.
[[nodiscard]] base::Result<void> check(const Problem& problem);

} // namespace ronde::rotation
