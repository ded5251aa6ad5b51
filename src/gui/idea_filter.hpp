#pragma once
// Which ideas a reader wants to see: by words (accents and case aside), by kind, starred. Remembers its answer as long
// as neither the wish nor the session changes, so that a frame costs nothing. Main thread.

#include "cafe/session.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ronde::gui {

struct IdeaWish {
    std::string words{}; ///< all of them must stand in the idea's text; #tags as well
    std::optional<cafe::IdeaKind> kind{};
    bool starred_only = false;

    friend bool operator==(const IdeaWish&, const IdeaWish&) = default;
};

class IdeaFilter {
public:
    /// Places in session.ideas of those that fit, in their order.
    [[nodiscard]] const std::vector<std::size_t>& of(const cafe::Session& session, const IdeaWish& wish);

private:
    std::optional<IdeaWish> m_wish;
    std::string m_session;
    std::uint64_t m_seq = 0;
    std::size_t m_ideas = 0; ///< a copy of a café may have its id and its last action, and other ideas
    std::vector<std::size_t> m_places;
};

} // namespace ronde::gui
