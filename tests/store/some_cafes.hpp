#pragma once
// Cafés and actions for the tests of `store`: one that never changes, for golden files, and arbitrary ones.

#include "cafe/action.hpp"
#include "cafe/session.hpp"

#include <cstdint>

namespace ronde::store::test {

/// A small café in the middle of its first round, with something in every member of the file.
[[nodiscard]] cafe::Session golden_session();

/// An arbitrary session that is sound; the same for the same seed.
[[nodiscard]] cafe::Session any_session(std::uint32_t seed);

/// An arbitrary action of the kind that stands at `alternative` in cafe::Deed. It need not make sense.
[[nodiscard]] cafe::Action any_action(std::size_t alternative, std::uint32_t seed);

/// What creates a café named `id` with two tables, and what notes an idea at the first of them.
[[nodiscard]] cafe::Action creation(const std::string& id = "s1");
[[nodiscard]] cafe::Action note(int number, const std::string& text = "une idée");

/// The outcome of an action that must be accepted.
void apply(cafe::Session& session, const cafe::Action& action);

} // namespace ronde::store::test
