#pragma once
// Sends the people of one round to questions, with an eye to the rounds to come. A helper of the start of a plan; pure.

#include "rotation/problem.hpp"

#include <cstdint>
#include <vector>

namespace ronde::rotation {

/// Somebody who has no table yet in this round.
struct Traveller {
    std::vector<int> open{}; ///< the questions that the person may be sent to, at least one
    bool due = false;        ///< will have to see each of these in the next rounds, one a round
    int company = nobody;    ///< those with the same number sat together lately
};

/// One question in this round.
struct Place {
    std::int64_t tables = 1;
    std::int64_t load = 0; ///< who sits there already
    double surplus = 0;    ///< how many more of the people who are due it should have than its fair share of them
};

/// The question of each traveller. A fair share of a question is the sum of 1/|open| over those who may go there.
/// Each question gets its fair share of the people who are due, rounded up or down: then what is left can be shared
/// out in the same way in each round to come (an equitable edge colouring of the graph people × questions, one colour
/// a round: de Werra 1971). Then tables are as even as can be; then each company goes apart as evenly as can be. The
/// sets of people whose numbers are to be rounded lie within one another, so that a flow finds all of them at once.
[[nodiscard]] std::vector<int> send(const std::vector<Place>& places, const std::vector<Traveller>& travellers);

} // namespace ronde::rotation
