#include "gui/ui_map.hpp"

#include <algorithm>

namespace ronde::gui {

const UiItem* UiMap::find(std::string_view id) const {
    const auto found = std::find_if(m_items.begin(), m_items.end(), [&](const UiItem& item) { return item.id == id; });
    return found == m_items.end() ? nullptr : &*found;
}

} // namespace ronde::gui
