#include "platform/damage.hpp"

#include "compat/imgui.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstring>
#include <numeric>
#include <utility>

namespace ronde::platform {

namespace {

constexpr int tile = 32;              ///< pixels a side
constexpr std::size_t most_runs = 60; ///< more are taken as one: to look for near ones would cost more than it saves
constexpr std::size_t most_areas = 6; ///< each is a pass over the frame's triangles

/// FNV-1a over 64-bit words rather than bytes.
std::uint64_t mixed(std::uint64_t sum, std::uint64_t word) {
    return (std::rotl(sum, 29) ^ word) * 1099511628211U;
}

template <typename Value>
std::uint64_t mixed_bytes(std::uint64_t sum, const Value& value) {
    std::array<std::uint64_t, (sizeof(Value) + 7) / 8> words{};
    std::memcpy(words.data(), &value, sizeof(Value));
    for (const std::uint64_t word : words) sum = mixed(sum, word);
    return sum;
}

/// The tiles of a frame, and what was drawn over each.
struct Tiles {
    int columns;
    int rows;
    std::vector<std::uint64_t> sums;

    /// `left` to `bottom`: pixels, as far as the person sees them.
    void cover(float left, float top, float right, float bottom, std::uint64_t looks) {
        if (!(left < right && top < bottom)) return;
        const auto index = [](float pixel, int end) {
            return static_cast<int>(std::clamp(pixel / static_cast<float>(tile), 0.0F, static_cast<float>(end - 1)));
        };
        const int last_column = index(right, columns);
        const int last_row = index(bottom, rows);
        for (int row = index(top, rows); row <= last_row; ++row)
            for (int column = index(left, columns); column <= last_column; ++column) {
                std::uint64_t& sum = sums[static_cast<std::size_t>(row * columns + column)];
                sum = mixed(sum, looks);
            }
    }

    void cover(const ImDrawList& list, const ImDrawCmd& command, const ImVec2& origin) {
        const std::uint64_t clip = mixed_bytes(0, command.ClipRect);
        const ImDrawIdx* index = list.IdxBuffer.Data + command.IdxOffset;
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            const auto corner = [&](unsigned k) -> const ImDrawVert& {
                return list.VtxBuffer.Data[command.VtxOffset + index[i + k]];
            };
            const ImDrawVert &a = corner(0), &b = corner(1), &c = corner(2);
            const auto [left, right] = std::minmax({a.pos.x, b.pos.x, c.pos.x});
            const auto [top, bottom] = std::minmax({a.pos.y, b.pos.y, c.pos.y});
            cover(std::max(left, command.ClipRect.x) - origin.x, std::max(top, command.ClipRect.y) - origin.y,
                  std::min(right, command.ClipRect.z) - origin.x, std::min(bottom, command.ClipRect.w) - origin.y,
                  mixed_bytes(mixed_bytes(mixed_bytes(clip, a), b), c));
        }
    }
};

/// The tiles that differ: runs along a row, and equal runs of neighbouring rows together.
std::vector<Area> areas_of(const std::vector<std::uint64_t>& before, const std::vector<std::uint64_t>& now,
                           int columns) {
    std::vector<Area> areas;
    const int rows = static_cast<int>(now.size()) / columns;
    const auto differs = [&](int row, int column) {
        const auto at = static_cast<std::size_t>(row * columns + column);
        return before[at] != now[at];
    };
    for (int row = 0; row < rows; ++row)
        for (int column = 0; column < columns; ++column) {
            const int begin = column;
            while (column < columns && differs(row, column)) ++column;
            if (column == begin) continue;
            const Area run{begin * tile, row * tile, (column - begin) * tile, tile};
            const auto above = std::find_if(areas.begin(), areas.end(), [&](const Area& area) {
                return area.x == run.x && area.w == run.w && area.y + area.h == run.y;
            });
            if (above != areas.end())
                above->h += tile;
            else
                areas.push_back(run);
        }
    return areas;
}

Area joined(const Area& a, const Area& b) {
    const int x = std::min(a.x, b.x);
    const int y = std::min(a.y, b.y);
    return {x, y, std::max(a.x + a.w, b.x + b.w) - x, std::max(a.y + a.h, b.y + b.h) - y};
}

/// Joins the two whose common rectangle takes the least in that neither holds.
void join_nearest(std::vector<Area>& areas) {
    const auto size = [](const Area& area) { return area.w * area.h; };
    std::pair<std::size_t, std::size_t> nearest{0, 1};
    int least = -1;
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = i + 1; j < areas.size(); ++j) {
            const int wasted = std::max(0, size(joined(areas[i], areas[j])) - size(areas[i]) - size(areas[j]));
            if (least >= 0 && wasted >= least) continue;
            least = wasted;
            nearest = {i, j};
        }
    areas[nearest.first] = joined(areas[nearest.first], areas[nearest.second]);
    areas.erase(areas.begin() + static_cast<std::ptrdiff_t>(nearest.second));
}

} // namespace

std::vector<Area> Damage::since_last(const ImDrawData& data, gui::Colour ground) {
    const int width = static_cast<int>(data.DisplaySize.x);
    const int height = static_cast<int>(data.DisplaySize.y);
    const std::uint64_t seed = mixed_bytes(mixed_bytes(0, data.DisplaySize), ground);
    Tiles tiles{(width + tile - 1) / tile, (height + tile - 1) / tile, {}};
    tiles.sums.assign(static_cast<std::size_t>(tiles.columns) * static_cast<std::size_t>(tiles.rows), seed);
    for (int i = 0; i < data.CmdListsCount; ++i)
        for (const ImDrawCmd& command : data.CmdLists[i]->CmdBuffer)
            if (command.UserCallback == nullptr) tiles.cover(*data.CmdLists[i], command, data.DisplayPos);

    const std::vector<std::uint64_t> before = std::exchange(m_tiles, std::move(tiles.sums));
    const int columns_before = std::exchange(m_columns, tiles.columns);
    if (before.size() != m_tiles.size() || columns_before != m_columns) return {{0, 0, width, height}};
    std::vector<Area> areas = areas_of(before, m_tiles, m_columns);
    if (areas.size() > most_runs) areas = {std::accumulate(areas.begin(), areas.end(), areas.front(), joined)};
    while (areas.size() > most_areas) join_nearest(areas);
    for (Area& area : areas) { // the last tiles reach beyond the frame
        area.w = std::min(area.w, width - area.x);
        area.h = std::min(area.h, height - area.y);
    }
    return areas;
}

} // namespace ronde::platform
