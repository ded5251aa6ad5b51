#pragma once
// The UI map as a file: what is on screen in both windows, for tests that press real keys and, one day, assistive
// technology. Replaced at once and whole, whenever something on it changed. Main thread.

#include "gui/geometry.hpp"
#include "gui/keys.hpp"
#include "gui/ui_map.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace ronde::platform {

/// One window's share: `place` is where its pixels begin on the screen.
struct MappedWindow {
    gui::Window window = gui::Window::control;
    gui::Point place{};
    const std::vector<gui::UiItem>* items = nullptr;
};

/// The JSON array of the contract (HOUSE, UI map); a line an item.
[[nodiscard]] std::string ui_map_json(const std::vector<MappedWindow>& windows);

class UiMapFile {
public:
    /// An empty path: nothing is ever written.
    explicit UiMapFile(std::filesystem::path path) : m_path(std::move(path)) {}

    [[nodiscard]] bool wanted() const { return !m_path.empty(); }

    /// Writes when the map is another than the last one. A failure is logged once.
    void show(const std::vector<MappedWindow>& windows);

private:
    std::filesystem::path m_path;
    std::string m_last;
    bool m_failed = false;
};

} // namespace ronde::platform
