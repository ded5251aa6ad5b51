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
    const auto shrunk = [&](float x, float y) {
        return ImVec2{rect.x + (x - rect.x) * scale, rect.y + (y - rect.y) * scale};
    };
    // What is out of sight is not drawn: while the stage is large, so is what can be seen of it.
    list.PushClipRect({large.x, large.y}, {large.right(), large.bottom()});
    const int first = list.VtxBuffer.Size;
    const int first_command = list.CmdBuffer.Size - 1;
    const double redraw_in = draw_stage(canvas, large, view, state);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImVec2& at = list.VtxBuffer[i].pos;
        at = shrunk(at.x, at.y);
    }
    for (int i = first_command; i < list.CmdBuffer.Size; ++i) {
        ImVec4& clip = list.CmdBuffer[i].ClipRect;
        const ImVec2 from = shrunk(clip.x, clip.y);
        const ImVec2 to = shrunk(clip.z, clip.w);
        clip = {from.x, from.y, to.x, to.y};
    }
    list.PopClipRect();
    return redraw_in;
}

} // namespace ronde::gui
