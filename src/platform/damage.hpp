#pragma once
// Which parts of a window look other than in the frame before. From one second to the next a clock changes its digits
// and the end of its ring: where the processor draws, drawing only those costs a fraction of the whole.

#include "gui/theme.hpp"

#include <cstdint>
#include <vector>

struct ImDrawData;

namespace ronde::platform {

/// Whole pixels, from the top left corner.
struct Area {
    int x = 0;
    int y = 0;
    int w = 0;
    int h = 0;

    friend bool operator==(const Area&, const Area&) = default;
};

class Damage {
public:
    /// What differs from the frame that was asked about before, as few areas that cover it: the whole at first, none
    /// when both look the same (but for collisions of 64 bits).
    [[nodiscard]] std::vector<Area> since_last(const ImDrawData& data, gui::Colour ground);

    /// What was drawn is gone: the next frame differs everywhere.
    void forget() { m_tiles.clear(); }

private:
    int m_columns = 0;
    std::vector<std::uint64_t> m_tiles; ///< for each tile, row by row, a sum of all that is drawn over it in order
};

} // namespace ronde::platform
