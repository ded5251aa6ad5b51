#pragma once
// What the follow-up's panels and documents look up: actions that nobody took on yet, names to complete what is typed,
// days in words. Pure; any thread.

#include "app/typed_day.hpp"
#include "cafe/session.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// The ideas of kind action that no commitment was made of, starred ones first, then in the order noted.
[[nodiscard]] std::vector<const cafe::Idea*> open_actions(const cafe::Session& session);

/// People first, then organisations, of whose words one begins as what is typed last does (after the last comma; case
/// and accents aside), at most `most`; none while that is empty or a whole name already.
[[nodiscard]] std::vector<std::string> names_like(const cafe::Session& session, std::string_view typed,
                                                  std::size_t most);

/// What is typed with its last name, after the last comma, replaced.
[[nodiscard]] std::string completed(std::string_view typed, std::string_view name);

/// How many people and organisations the directory of those who agreed holds.
[[nodiscard]] std::size_t directory_size(const cafe::Session& session);

/// The day of a commitment; none when it has none.
[[nodiscard]] std::optional<TypedDate> day_of(const cafe::Commitment& commitment);

/// The day that it is in the café's zone.
[[nodiscard]] TypedDate today_of(const cafe::Session& session, base::WallTime now);

} // namespace ronde::app
