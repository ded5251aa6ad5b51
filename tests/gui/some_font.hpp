#pragma once
// A real font for the tests that look at drawn letters; most panels are tested without any.

#include "gui/font_metrics.hpp"
#include "gui/fonts.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace ronde::tests {

/// Any outline font of this machine, the house's own first; empty where there is none (then there is nothing to bake).
inline gui::FaceSource some_font() {
    static const gui::FaceSource source = [] {
        gui::FaceSource found;
        std::error_code failed;
        std::vector<std::filesystem::path> files;
        for (const auto& entry : std::filesystem::recursive_directory_iterator("/usr/share/fonts", failed))
            if (const auto kind = entry.path().extension(); kind == ".ttf" || kind == ".otf")
                files.push_back(entry.path());
        std::sort(files.begin(), files.end());
        std::stable_partition(files.begin(), files.end(),
                              [](const auto& file) { return file.stem() == "Inter-Regular"; });
        for (const auto& file : files) {
            std::ifstream in(file, std::ios::binary);
            const std::string bytes{std::istreambuf_iterator<char>(in), {}};
            auto data = std::make_shared<std::vector<std::byte>>(bytes.size());
            std::transform(bytes.begin(), bytes.end(), data->begin(), [](char c) { return static_cast<std::byte>(c); });
            found = {.files = {data}, .indices = {0}};
            if (gui::FontMetrics(found).file_with(U'é')) return found;
        }
        return gui::FaceSource{};
    }();
    return source;
}

} // namespace ronde::tests
