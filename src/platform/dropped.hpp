#pragma once
// What a file means that somebody drops on a window. Pure.

#include "app/view.hpp"

#include <filesystem>

namespace ronde::platform {

enum class Dropped {
    opens_cafe,
    asks_to_open, ///< the present café's clock is on: the person is asked first
    lists_people, ///< or is refused as no list
};

/// A session file is opened, by its ending; whatever else is dropped on a café is a list of people.
[[nodiscard]] Dropped meaning_of_dropped(const std::filesystem::path& file, const app::Snapshot& present);

} // namespace ronde::platform
