#pragma once
// What each choice among the rules of the seating costs: beside the rules as they are, a plan for each set of rules
// that differs in one choice, measured. Only numbers are kept. Pure; any thread; the running café calls it off the
// main one.

#include "cafe/session.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace ronde::app {

/// Other rules, and what the plan made for them is worth.
struct SeatingCost {
    cafe::SeatingRules rules{};
    cafe::SeatingQuality quality{};

    friend bool operator==(const SeatingCost&, const SeatingCost&) = default;
};

struct SeatingCosts {
    cafe::SessionId session{};
    std::uint64_t structure = 0; ///< of the session that they were made from
    std::vector<SeatingCost> list{};
};

/// The present rules with one choice taken another way: form, grouping, hosts (two other ways), limit, in this order.
[[nodiscard]] std::vector<cafe::SeatingRules> neighbours_of(const cafe::SeatingRules& rules);

/// Plans for every neighbour of the rules, a short while each. Rules without a measure (groups that do not exist) are
/// left out. Nothing when `stop` said so.
[[nodiscard]] std::optional<SeatingCosts> compare_rules(const cafe::Session& session,
                                                        const std::function<bool()>& stop);

} // namespace ronde::app
