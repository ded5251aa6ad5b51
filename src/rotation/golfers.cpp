#include "rotation/golfers.hpp"

#include "rotation/field.hpp"
#include "rotation/starter.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

/// A base round that takes the search a second or more; found by it and kept.
struct Known {
    Golf golf;
    int length;
    std::vector<int> base_round;
};

const std::vector<Known>& known_rounds() {
    static const std::vector<Known> known{
        {{.tables = 10, .size = 5, .rounds = 9}, 9, {3,  46, 27, 12, 42, 1,  20, 23, 5,  21, 37, 28, 38, 41, 22, 49, 9,
                                                     43, 35, 25, 7,  29, 6,  34, 0,  26, 30, 33, 31, 11, 36, 47, 19, 14,
                                                     2,  10, 15, 13, 8,  39, 32, 16, 44, 45, 24, 4,  48, 18, 40, 17}}};
    return known;
}

/// The ways to write the people as copies and fixed points that may have a base round: all those with turns, which are
/// small; of the others the one with the most slack; and, for more rounds than tables, the one with standing rounds.
std::vector<Starter> starters_of(const Golf& golf) {
    constexpr int more = 3; // rounds that are found and not used
    const int people = golf.tables * golf.size;
    std::vector<Starter> starters;
    std::optional<Starter> plain;
    for (int length = golf.rounds; length <= golf.rounds + more; ++length) {
        const int copies = people / length;
        const int fixed = people % length;
        if (copies < 1 || fixed > golf.tables) continue;
        Starter still(golf, {length, copies, fixed, 1});
        if (still.slack() >= 0 && (!plain || still.slack() > plain->slack())) plain = std::move(still);
        const int alone = golf.tables % copies;
        const bool closed = alone == 0 ? fixed % copies == 0
                                       : (golf.size == copies + 1 && fixed % copies == alone) ||
                                             (golf.size == copies && fixed % copies == 0);
        if (copies == 1 || !closed || alone > 1) continue; // two such tables would share their differences
        if (Starter turning(golf, {length, copies, fixed, copies}); turning.slack() >= 0)
            starters.push_back(std::move(turning));
    }
    if (plain) starters.push_back(std::move(*plain));
    if (golf.rounds > golf.tables) {
        const Symmetry standing{golf.tables, golf.size, 0, 1, golf.rounds - golf.tables};
        if (Starter starter(golf, standing); starter.slack() >= 0) starters.push_back(std::move(starter));
    }
    return starters;
}

} // namespace

std::optional<std::vector<Route>> golf_by_lines(const Golf& golf) {
    const auto people = static_cast<Index>(golf.tables * golf.size);
    if (golf.rounds <= 1) {
        std::vector<Route> routes(people);
        for (Index person = 0; person < people; ++person)
            routes[person].assign(static_cast<Index>(golf.rounds), static_cast<int>(person) % golf.tables);
        return routes;
    }
    if (golf.size > golf.tables || !Ring::field(golf.tables)) return std::nullopt;
    const int slopes = std::min(golf.rounds, golf.tables);
    std::vector<Route> routes =
        blocks({.people = golf.tables * golf.size, .tables_per_question = golf.tables, .rounds = slopes});
    if (slopes == golf.rounds) return routes;
    if (golf.tables % golf.size != 0) return std::nullopt;
    const int inside = golf.tables / golf.size;
    const auto vertical = golf_by_lines({.tables = inside, .size = golf.size, .rounds = golf.rounds - slopes});
    if (!vertical) return std::nullopt;
    for (Index person = 0; person < people; ++person) {
        const auto block = static_cast<int>(person) / golf.tables;
        for (const int table : (*vertical)[person % static_cast<Index>(golf.tables)])
            routes[person].push_back(block * inside + table);
    }
    return routes;
}

std::optional<std::vector<Route>> golf_by_development(const Golf& golf, Random& random, Budget& budget,
                                                      std::int64_t tries) {
    constexpr int largest = 400; // the classes of differences are a table of pairs
    if (golf.tables * golf.size > largest || golf.size < 2) return std::nullopt;
    for (const Known& known : known_rounds())
        if (golf.tables == known.golf.tables && golf.size == known.golf.size && golf.rounds <= known.golf.rounds)
            return developed(golf, {.length = known.length, .round = known.base_round});
    std::vector<Starter> starters = starters_of(golf);
    if (starters.empty()) return std::nullopt;
    const std::int64_t limit = budget.tried + tries;
    constexpr std::int64_t shortest = 20'000;
    constexpr std::int64_t descents = 100;
    constexpr std::int64_t plain_share = 10; // a round without turns is so much larger
    for (std::int64_t length = std::max(shortest, tries / descents); budget.tried < limit && !budget.stopped;
         length += length / 8)
        for (Starter& starter : starters)
            if (starter.anneal(starter.turns() ? length : plain_share * length, random, budget))
                return developed(golf, starter.base());
    return std::nullopt;
}

} // namespace ronde::rotation
