#pragma once
// The real catalogues for tests of panels, read without a JSON library: they are flat, one "key": "text" a line.

#include "gui/words.hpp"

#include "compat/catch.hpp"

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>

namespace ronde::tests {

[[nodiscard]] inline gui::Words catalogue(const std::string& language) {
    static const std::regex entry{R"re(^\s*"([^"]+)":\s*"((?:[^"\\]|\\.)*)",?\s*$)re"};
    const std::filesystem::path folder = std::filesystem::path(RONDE_SOURCE_DIR) / "assets" / "locales" / language;
    std::map<std::string, std::string, std::less<>> texts;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        std::ifstream in(file.path());
        for (std::string line; std::getline(in, line);)
            if (std::smatch found; std::regex_match(line, found, entry)) texts[found[1]] = found[2];
    }
    REQUIRE_FALSE(texts.empty());
    return gui::Words(language, std::move(texts));
}

} // namespace ronde::tests
