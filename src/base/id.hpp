#pragma once
// Identifiers of the things in a café. Each kind of thing has a type of its own, so that a table's id is never taken
// for a question's. The text is opaque: made by the shell, never by the engine.

#include <compare>
#include <functional>
#include <string>

namespace ronde::base {

/// An id of the kind that `Tag` names. Empty means "none".
template <class Tag>
struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    explicit operator bool() const { return !value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
    friend bool operator==(const Id&, const Id&) = default;
};

} // namespace ronde::base

template <class Tag>
struct std::hash<ronde::base::Id<Tag>> {
    std::size_t operator()(const ronde::base::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.value); }
};
