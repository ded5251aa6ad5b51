// The stage as a picture in the control window: drawn at a size at which its texts lay out as on the wall, then made
// smaller.

#include "gui/stage.hpp"

#include "compat/imgui.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

/// Lower than this the smallest letters would be too coarse to break lines as the wall does.
constexpr float least_height = 400;

} // namespace

double draw_stage_miniature(Canvas& canvas, const Rect& rect, const View& view, StageState& state) {
    if (rect.w < 1 || rect.h < 1) return std::numeric_limits<double>::infinity();
    const float scale = std::min(1.0F, rect.h / least_height);
    ImDrawList& list = *canvas.list;
    const Rect large{rect.x, rect.y, rect.w / scale, rect.h / scale};
    // Commands remember the clip rectangle: it is the small picture's, and the large one is never drawn as such.
    list.PushClipRect({rect.x, rect.y}, {rect.right(), rect.bottom()}, true);
    const int first = list.VtxBuffer.Size;
    const double redraw_in = draw_stage(canvas, large, view, state);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& at = list.VtxBuffer[i].pos;
        at = {rect.x + (at.x - rect.x) * scale, rect.y + (at.y - rect.y) * scale};
    }
    list.PopClipRect();
    return redraw_in;
}

} // namespace ronde::gui
