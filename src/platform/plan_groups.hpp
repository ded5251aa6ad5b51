#pragma once
// `ronde plan --grouping intact`: groups that stay together, as many as there are tables, judged like any other plan.
// Used by plan_command. Pure; any thread.

#include "rotation/planner.hpp"

namespace ronde::platform {

/// People dealt to groups that go over the tables as in a carousel. Hosts who keep a table in every round sit there and
/// belong to no group. Fails as `check` does, and on what groups that stay together have no place for, with a sentence
/// that names the way out.
[[nodiscard]] base::Result<rotation::Planned> plan_groups(const rotation::Problem& problem);

} // namespace ronde::platform
