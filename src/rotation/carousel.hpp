#pragma once
// The carousel with intact groups: which table each group sits at in each round. The app room calls it when a café
// is planned by groups. It knows numbers only, reads no clock and no random number, and may run on any thread.

#include "base/result.hpp"

#include <vector>

namespace ronde::rotation {

/// A hall for a carousel: question q owns the tables q·tables_per_question … (q+1)·tables_per_question − 1.
struct CarouselShape {
    int groups = 0;              ///< at least 1, at most questions × tables_per_question
    int questions = 0;           ///< at least 1
    int tables_per_question = 1; ///< at least 1
    int rounds = 0;              ///< at least 1
    friend bool operator==(const CarouselShape&, const CarouselShape&) = default;
};

/// What a carousel could not give; the interface explains it in the person's language.
enum class CarouselLimit {
    questions_unseen,     ///< fewer rounds than questions: `count` questions are missed by every group
    questions_seen_again, ///< more rounds than questions: `count` rounds bring every group back to a question it knows
    tables_seen_again,    ///< in `count` rounds a group comes back to the very same table
    questions_without_group, ///< fewer groups than questions: `count` questions are empty in every round
    tables_without_group,    ///< fewer groups than tables: `count` tables are empty in every round
};

/// One limit with its measure.
struct CarouselNote {
    CarouselLimit limit = CarouselLimit::questions_unseen;
    int count = 0;
    friend bool operator==(const CarouselNote&, const CarouselNote&) = default;
};

/// Where every group goes.
struct CarouselPlan {
    std::vector<std::vector<int>> table_of_group_by_round; ///< [round][group] → table, counted from 0
    std::vector<CarouselNote> notes;                       ///< what could not be had; empty when nothing is missing
    friend bool operator==(const CarouselPlan&, const CarouselPlan&) = default;
};

/// The cyclic carousel (a Latin square): group g starts at question g mod Q and moves to the next question each round.
/// No two groups ever share a table; in any Q consecutive rounds every group meets every question exactly once, and on
/// the next lap it sits at another table of the question while there is one. Fails on a number below 1 and on more
/// groups than tables.
[[nodiscard]] base::Result<CarouselPlan> plan_carousel(const CarouselShape& shape);

} // namespace ronde::rotation
