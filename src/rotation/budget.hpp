#pragma once
// What a planning may spend, shared by its searches. They ask it every few hundred exchanges whether to go on.

#include <algorithm>
#include <cstdint>
#include <functional>

namespace ronde::rotation {

struct Budget {
    std::function<bool()> stop{}; ///< true ends the search; may be empty
    std::int64_t iterations = -1; ///< exchanges allowed to be tried; negative means any number
    std::int64_t tried = 0;       ///< exchanges tried so far
    bool stopped = false;         ///< `stop` said so, or the iterations are used up

    /// How many of so many exchanges may be tried now; they count as tried. None: the search ends.
    [[nodiscard]] std::int64_t grant(std::int64_t wished) {
        if (stopped || (stop && stop())) {
            stopped = true;
            return 0;
        }
        const std::int64_t granted = iterations < 0 ? wished : std::min(wished, iterations - tried);
        tried += granted;
        stopped = iterations >= 0 && tried >= iterations;
        return granted;
    }
};

} // namespace ronde::rotation
