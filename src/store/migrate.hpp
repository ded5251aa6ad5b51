#pragma once
// Brings older session files up to this version, a step a version. Internal to `store`.

#include "base/result.hpp"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>

namespace ronde::store {

/// Changes a document of version N, in place, to what version N + 1 means. The version member is not its business.
/// Throws nlohmann's exceptions where the document is not what version N says.
using Migration = void (*)(nlohmann::ordered_json& document);

/// The steps: the first leads from `oldest` to `oldest` + 1, the last to session_version.
struct Migrations {
    int oldest = 1;
    std::span<const Migration> steps{};
};

/// Those of the real versions.
[[nodiscard]] Migrations migrations();

/// A line of a journal of version `from`, as this version writes it; unchanged where nothing in it has changed its
/// shape, and where it is not JSON (whoever reads it says so). A journal of version 1 that a later program went on
/// with holds lines of both shapes.
[[nodiscard]] std::string migrated_line(std::string_view line, int from);

/// The document `text` of version `from`, brought up to the version after the last step.
[[nodiscard]] base::Result<std::string> migrated(std::string_view text, int from, const Migrations& with);

} // namespace ronde::store
