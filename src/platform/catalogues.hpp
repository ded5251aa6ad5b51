#pragma once
// The interface's sentences, read from assets/locales/LANGUAGE/*.json: a file a place, one flat object of texts each.
// Reads the disk; main thread, at the start and when the language changes.

#include "base/result.hpp"
#include "gui/words.hpp"

#include <filesystem>
#include <string>

namespace ronde::platform {

/// Fails when a file is not a flat object of texts, or when the language has no catalogue.
[[nodiscard]] base::Result<gui::Words> load_words(const std::filesystem::path& locales, const std::string& language);

} // namespace ronde::platform
