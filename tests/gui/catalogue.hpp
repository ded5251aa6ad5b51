#pragma once
// The real catalogues for tests of panels, read without a JSON library: they are flat, one "key": "text" a line.

#include "gui/words.hpp"

#include "compat/catch.hpp"

#include <filesystem>
#include <fstream>
#include <string>

namespace ronde::tests {

/// The language's sentences, as they stand between the quotation marks.
[[nodiscard]] inline gui::Words catalogue(const std::string& language) {
    const std::filesystem::path folder = std::filesystem::path(RONDE_SOURCE_DIR) / "assets" / "locales" / language;
    std::map<std::string, std::string, std::less<>> texts;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);) {
            const std::size_t key = line.find('"');
            const std::size_t middle = line.find("\": \"");
            const std::size_t end = line.rfind('"');
            if (middle == std::string::npos || end < middle + 4) continue;
            texts[line.substr(key + 1, middle - key - 1)] = line.substr(middle + 4, end - middle - 4);
        }
    }
    REQUIRE_FALSE(texts.empty());
    return gui::Words(language, std::move(texts));
}

} // namespace ronde::tests
