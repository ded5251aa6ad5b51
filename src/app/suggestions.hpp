#pragma once
// What the ideas' words suggest for the harvest: ideas that seem to say the same, and ideas that may make a theme. Each
// has its reason; only a person accepts it. Pure; any thread.

#include "cafe/session.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

struct Suggestion {
    enum class Kind {
        same,  ///< two ideas
        theme, ///< three ideas or more, none of them sorted yet
    };
    Kind kind = Kind::theme;
    std::string key{}; ///< stays the same when the suggestion comes again: see cafe::HarvestPlan::dismissed
    std::vector<cafe::IdeaId> ideas{};
    std::vector<std::string> shared{}; ///< the words that are its reason, the weightiest first
    std::string title{};               ///< of the theme that it would make

    friend bool operator==(const Suggestion&, const Suggestion&) = default;
};

struct Suggestions {
    cafe::SessionId session{};
    std::uint64_t seq = 0; ///< of the session that they were made from
    std::vector<Suggestion> list{};
};

/// Likely themes among the ideas that are not sorted, the largest first, then pairs of ideas that seem to say the same
/// and that no theme and no likelier pairs bring together: at most n - 1 of n ideas. Nothing when `stop` said so.
[[nodiscard]] std::optional<Suggestions> suggest(const cafe::Session& session, const std::function<bool()>& stop);

} // namespace ronde::app
