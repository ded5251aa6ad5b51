#pragma once
// Seating problems and plans as JSON, in the format of `ronde plan` (docs/SEATING.md). Used by the plan command and its
// tests. Reads and writes strings only; touches no file.

#include "base/result.hpp"
#include "rotation/planner.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::platform {

/// A problem with the ids that its people have in the file, by index.
struct SeatingInstance {
    std::string name{};
    rotation::Problem problem{};
};

/// Reads an instance. `file` names it in errors. Fails with a sentence that names line, key or person on text that is
/// not JSON, on a wrong type, on a missing, unknown or double id. Unknown keys are ignored.
[[nodiscard]] base::Result<SeatingInstance> read_instance(std::string_view text, const std::string& file);

/// What the plan command prints beside the plan.
/// One way to mend an announced plan.
struct PlanChoice {
    rotation::Quality quality{};
    std::size_t broken = 0; ///< rules that it does not keep
};

struct PlanFacts {
    std::uint64_t seed = 0;
    double elapsed_ms = 0;
    std::vector<PlanChoice> choices{}; ///< where a plan was announced: from the fewest moves to the best score
};

/// The plan in the checker's format, with its score, its parts, the bound and the facts; one line, no newline.
[[nodiscard]] std::string write_plan(const SeatingInstance& instance, const rotation::Planned& planned,
                                     const PlanFacts& facts);

} // namespace ronde::platform
