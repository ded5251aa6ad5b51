#pragma once
// What a planning may spend, shared by its searches. They ask it every few hundred exchanges whether to go on.

#include <cstdint>
#include <functional>

namespace ronde::rotation {

struct Budget {
    std::function<bool()> stop{}; ///< true ends the search; may be empty
    std::int64_t iterations = -1; ///< exchanges allowed to be tried; negative means any number
    std::int64_t tried = 0;       ///< exchanges tried so far
    bool stopped = false;         ///< `stop` said so, or the iterations are used up

    /// Counts `steps` exchanges and says whether to go on.
    bool spend(std::int64_t steps) {
        tried += steps;
        if (iterations >= 0 && tried >= iterations) stopped = true;
        if (stop && stop()) stopped = true;
        return !stopped;
    }
};

} // namespace ronde::rotation
