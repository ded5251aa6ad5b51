// Places that scroll.

#include "gui/kit.hpp"

#include "compat/imgui.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ronde::gui {

namespace {

constexpr float bar_room = 12; ///< units, at the right of the content
constexpr float wheel_step = 64;

} // namespace

Scroll::Scroll(Ui& ui, std::string_view id, const Rect& view) : m_ui(ui), m_id(id), m_view(view) {
    KitMemory& memory = memory_of(ui);
    KitMemory::Scrolled& scrolled = memory.scrolls[m_id];
    const ImGuiIO& io = ImGui::GetIO();
    const float most = std::max(0.0F, scrolled.content - view.h);
    if (scrolled.wanted >= 0) scrolled.offset = std::exchange(scrolled.wanted, -1.0F);
    if (io.MouseWheel != 0 && under_mouse(ui, view)) scrolled.offset -= io.MouseWheel * ui.px(wheel_step);
    scrolled.offset = std::round(std::clamp(scrolled.offset, 0.0F, most));
    const float bar = most > 0 ? ui.px(bar_room) : 0;
    m_content = {view.x, view.y - scrolled.offset, view.w - bar, view.h};
    m_end = m_content.y;
    ui.canvas.list->PushClipRect({view.x, view.y}, {view.right(), view.bottom()}, true);
    memory.open_scrolls.push_back(this);
}

Scroll::~Scroll() {
    KitMemory& memory = memory_of(m_ui);
    std::erase(memory.open_scrolls, this);
    m_ui.canvas.list->PopClipRect();
    KitMemory::Scrolled& scrolled = memory.scrolls[m_id];
    scrolled.content = m_end - m_content.y;
    const float most = std::max(0.0F, scrolled.content - m_view.h);
    if (m_to_bottom) scrolled.wanted = most;
    // Nobody gets further than the end: a wish that cannot be fulfilled would be drawn for ever.
    scrolled.wanted = std::round(std::min(scrolled.wanted, most));
    if (scrolled.wanted == scrolled.offset) scrolled.wanted = -1;
    if (most <= 0) return;

    const ImGuiIO& io = ImGui::GetIO();
    const float width = m_ui.px(5);
    const float height = std::max(m_ui.px(24), m_view.h * m_view.h / scrolled.content);
    const float travel = m_view.h - height;
    const Rect bar{m_view.right() - width - m_ui.px(2), m_view.y + travel * (scrolled.offset / most), width, height};
    const Rect grip = bar.inset(-m_ui.px(4), 0);
    const bool over = under_mouse(m_ui, grip);
    const std::string pressed = "scroll:" + m_id;
    if (over && io.MouseClicked[0]) {
        memory.pressed = pressed;
        memory.clicked_a_widget = true;
        scrolled.grabbed = io.MousePos.y - bar.y;
    }
    const bool held = memory.pressed == pressed && io.MouseDown[0];
    if (held && travel > 0)
        scrolled.wanted = std::clamp((io.MousePos.y - scrolled.grabbed - m_view.y) / travel, 0.0F, 1.0F) * most;
    const Theme& theme = m_ui.canvas.theme;
    fill(m_ui.canvas, bar, held || over ? theme.muted : theme.hairline, width / 2);
}

void Scroll::to_bottom() {
    m_to_bottom = true;
}

void Scroll::into_view(const Rect& rect) {
    KitMemory::Scrolled& scrolled = memory_of(m_ui).scrolls[m_id];
    const float margin = m_ui.px(8);
    const float top = m_view.y + m_covered;
    if (rect.y < top)
        scrolled.wanted = std::max(0.0F, scrolled.offset - (top - rect.y) - margin);
    else if (rect.bottom() > m_view.bottom())
        scrolled.wanted = scrolled.offset + (rect.bottom() - m_view.bottom()) + margin;
}

} // namespace ronde::gui
