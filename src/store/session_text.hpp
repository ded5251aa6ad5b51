#pragma once
// Reading a session file with another chain of migrations than the real one. Internal to `store` and its tests.

#include "store/migrate.hpp"
#include "store/session_file.hpp"

namespace ronde::store {

/// As from_json() of session_file.hpp.
[[nodiscard]] base::Result<LoadedSession> from_json(std::string_view text, const std::string& file,
                                                    const Migrations& chain);

} // namespace ronde::store
