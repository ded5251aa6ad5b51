#pragma once
// Intact groups: where each group sits in each round. Used by seating_plan. Pure; any thread.

#include "cafe/session.hpp"

namespace ronde::app {

/// The seating of `session`'s groups for all its rounds, for its present structure. Rounds that have begun stay as they
/// are. Where every question has as many tables, the plain carousel (rotation::plan_carousel); where the room is uneven
/// or the past must be kept, each round is a largest matching of groups to tables of questions that are new to them.
[[nodiscard]] cafe::Seating plan_groups(const cafe::Session& session);

} // namespace ronde::app
