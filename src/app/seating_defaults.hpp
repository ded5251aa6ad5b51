#pragma once
// What a café takes for granted when its first people are named and nobody has chosen by hand: a route for each person,
// and as many tables a question as keep tables at five or fewer. Pure but for the new ids; main thread.

#include "cafe/action.hpp"
#include "cafe/session.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// Deeds to be done before `deed`; empty where people are there already, the morning has begun, or somebody has set the
/// rules, the tables or the groups. Before it, so that taking the people back is the first undo.
[[nodiscard]] std::vector<cafe::Deed> defaults_for(const cafe::Session& session, const cafe::PutPeople& deed,
                                                   const std::function<std::string(std::string_view prefix)>& new_id);

} // namespace ronde::app
