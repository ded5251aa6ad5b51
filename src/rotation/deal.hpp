#pragma once
// Deals people to groups: even sizes, colleagues apart, kinds mixed, people already placed left where they are. The app
// room calls it for intact groups. It knows numbers only, is deterministic, and may run on any thread.

#include "base/result.hpp"

#include <optional>
#include <span>
#include <vector>

namespace ronde::rotation {

/// A person to deal. Organisations and kinds are any non-negative indices; nothing means "nothing to mix".
struct DealtPerson {
    std::optional<int> organisation{};
    std::optional<int> kind{};
    std::optional<int> fixed_group{}; ///< stays in this group, 0 … groups − 1
    friend bool operator==(const DealtPerson&, const DealtPerson&) = default;
};

/// The group of each person, counted from 0. Sizes differ by at most one unless fixed people forbid it. Without fixed
/// people every organisation and every kind is spread so that its numbers in two groups differ by at most one, which is
/// the least number of same-organisation and of same-kind pairs (an equitable edge colouring of the bipartite graph
/// organisations × kinds: de Werra 1971). With fixed people the same deal is mended by swaps, organisations first.
/// Fails on fewer than one group, a negative index, and a fixed group that does not exist, naming the person's place.
[[nodiscard]] base::Result<std::vector<int>> deal_groups(std::span<const DealtPerson> people, int groups);

} // namespace ronde::rotation
