#include "platform/ui_map_file.hpp"

#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>
#include <system_error>

namespace ronde::platform {

namespace {

nlohmann::ordered_json item_json(const gui::UiItem& item, const MappedWindow& window) {
    const gui::Rect& rect = item.rect;
    return {{"window", window.window == gui::Window::control ? "control" : "stage"},
            {"id", item.id},
            {"role", item.role},
            {"label", item.label},
            {"value", item.value},
            {"rect",
             {std::lround(window.place.x + rect.x), std::lround(window.place.y + rect.y), std::lround(rect.w),
              std::lround(rect.h)}},
            {"enabled", item.enabled},
            {"focused", item.focused}};
}

} // namespace

std::string ui_map_json(const std::vector<MappedWindow>& windows) {
    std::string out = "[";
    for (const MappedWindow& window : windows) {
        for (const gui::UiItem& item : *window.items) {
            out += out.size() == 1 ? "\n" : ",\n";
            out += item_json(item, window).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
        }
    }
    return out + "\n]\n";
}

void UiMapFile::show(const std::vector<MappedWindow>& windows) {
    if (!wanted()) return;
    std::string json = ui_map_json(windows);
    if (json == m_last) return;
    // Readers must never see half a map; that it survives a power cut is of no use to them.
    std::filesystem::path beside = m_path;
    beside += ".new";
    std::error_code failed;
    {
        std::ofstream out(beside, std::ios::binary);
        out << json;
        if (!out.flush()) failed = std::make_error_code(std::errc::io_error);
    }
    if (!failed) std::filesystem::rename(beside, m_path, failed);
    if (failed && !m_failed) spdlog::error("the UI map {} cannot be written: {}", m_path.string(), failed.message());
    m_failed = static_cast<bool>(failed);
    if (!failed) m_last = std::move(json);
}

} // namespace ronde::platform
