#pragma once
// Deals a café's people to groups: from the command to the action. Pure but for the new ids; main thread.

#include "app/command.hpp"
#include "cafe/action.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace ronde::app {

/// The groups that `wish` makes of `session`'s people. Where nobody is named, the groups' counts are dealt anew.
[[nodiscard]] cafe::SetGroups deal(const cafe::Session& session, const DealGroups& wish,
                                   const std::function<std::string(std::string_view prefix)>& new_id);

} // namespace ronde::app
