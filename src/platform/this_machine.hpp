#pragma once
// Who and where this program runs, for the lock of an open café, and the seed of its ids. Read once, at the start.

#include "base/clock.hpp"
#include "store/cafe_file.hpp"

#include <cstdint>

namespace ronde::platform {

/// A number that no other run has.
[[nodiscard]] std::uint64_t random_seed();

/// This process, as the lock names it.
[[nodiscard]] store::Holder this_person(const base::Clock& clock);

} // namespace ronde::platform
