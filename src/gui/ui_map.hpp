#pragma once
// What is on screen, for tests that press real keys and buttons and, one day, for assistive technology.
// Every widget of the kit writes itself down here; the shell writes the file.

#include "gui/geometry.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

struct UiItem {
    std::string id;   ///< stable and dotted, e.g. `run.pause`
    std::string role; ///< button, tab, text, input, list, clock, …
    std::string label;
    std::string value;
    Rect rect; ///< in pixels of the window; the shell adds the window's place
    bool enabled = true;
    bool focused = false;

    friend bool operator==(const UiItem&, const UiItem&) = default;
};

class UiMap {
public:
    void clear() { m_items.clear(); }
    void add(UiItem item) { m_items.push_back(std::move(item)); }
    /// The value of the item added last, for a field that changes while it is drawn.
    void set_last_value(std::string value) { m_items.back().value = std::move(value); }
    [[nodiscard]] const std::vector<UiItem>& items() const { return m_items; }
    [[nodiscard]] const UiItem* find(std::string_view id) const;

private:
    std::vector<UiItem> m_items;
};

} // namespace ronde::gui
