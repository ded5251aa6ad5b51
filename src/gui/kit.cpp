// A frame's beginning and end, the focus, and what all widgets share.

#include "gui/kit.hpp"

#include "compat/imgui.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

namespace {

constexpr int frames_until_lost = 3; ///< a widget not drawn for so long loses the focus

void move_focus(Ui& ui, int by) {
    const auto& order = ui.focus.order;
    if (order.empty()) return;
    const auto here = std::find(order.begin(), order.end(), ui.focus.id);
    const auto count = static_cast<std::ptrdiff_t>(order.size());
    std::ptrdiff_t next = by > 0 ? 0 : count - 1;
    if (here != order.end()) next = ((here - order.begin()) + by + count) % count;
    focus_by_key(ui, order[static_cast<std::size_t>(next)]);
}

void draw_carried(Ui& ui) {
    KitMemory& memory = memory_of(ui);
    if (!ui.drag.active) return;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const float px = ui.px(15);
    const float width = text_width(ui.canvas, Face::bold, px, memory.drag_label) + ui.px(28);
    Rect rect{mouse.x + ui.px(12), mouse.y + ui.px(8), width, ui.px(34)};
    rect.x = std::max(ui.px(4), std::min(rect.x, ImGui::GetIO().DisplaySize.x - rect.w - ui.px(4)));
    fill(ui.canvas, rect, ui.canvas.theme.ink, ui.px(9));
    label_in(ui.canvas, Face::bold, px, memory.drag_label, rect, ui.canvas.theme.on_ink, Align::centre);
}

void draw_tip(Ui& ui) {
    const KitMemory::Tip& tip = memory_of(ui).tip;
    if (tip.id.empty() || ui.drag.active || !memory_of(ui).pressed.empty()) return;
    const TextBlock block = lay_out(ui.canvas, Face::text, ui.px(14), tip.text, ui.px(320));
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    Rect rect{tip.rect.x, tip.rect.bottom() + ui.px(6), block.width + ui.px(24), block.height + ui.px(14)};
    rect.x = std::max(ui.px(4), std::min(rect.x, window.x - rect.w - ui.px(4)));
    if (rect.bottom() > window.y) rect.y = tip.rect.y - rect.h - ui.px(6);
    fill(ui.canvas, rect, ui.canvas.theme.ink, ui.px(7));
    draw(ui.canvas, block, {rect.x + ui.px(12), rect.y + ui.px(7)}, ui.canvas.theme.on_ink);
}

} // namespace

KitMemory& memory_of(Ui& ui) {
    if (!ui.focus.memory) ui.focus.memory = std::make_shared<KitMemory>();
    return *ui.focus.memory;
}

void begin_frame(Ui& ui) {
    KitMemory& memory = memory_of(ui);
    ui.focus.before = std::move(ui.focus.order);
    ui.focus.order.clear();
    memory.rows_before = std::move(memory.rows);
    memory.rows.clear();
    memory.dialog_before = std::move(memory.dialog);
    memory.dialog.clear();
    if (!memory.dialog_before.empty()) ui.blocked_by = memory.dialog_before;
    memory.clicked_a_widget = false;
    memory.field_has_focus = false;
    memory.tip = {};
    if (ui.drag.active) memory.drag_label = memory.drag_name;
    memory.open_scrolls.clear();
}

void end_frame(Ui& ui) {
    KitMemory& memory = memory_of(ui);
    const ImGuiIO& io = ImGui::GetIO();
    if (take_key(ui, {.key = Key::tab})) move_focus(ui, 1);
    if (take_key(ui, {.key = Key::tab, .shift = true})) move_focus(ui, -1);

    // A click beside everything leaves the field; a dialog keeps the focus until it is answered.
    if (io.MouseClicked[0] && !memory.clicked_a_widget && memory.dialog.empty()) give_focus(ui, {});
    if (io.MouseReleased[0]) memory.pressed.clear();

    const bool drawn = std::find(ui.focus.order.begin(), ui.focus.order.end(), ui.focus.id) != ui.focus.order.end();
    memory.unseen = drawn || ui.focus.id.empty() ? 0 : memory.unseen + 1;
    if (memory.unseen >= frames_until_lost) give_focus(ui, {});
    // Who gave the focus away in this frame has said whether it went to a field; else what was drawn says it.
    if (!ui.focus.take) ui.focus.typing = memory.field_has_focus && memory.editing.id == ui.focus.id;

    draw_carried(ui);
    draw_tip(ui);
    if (!io.MouseDown[0]) {
        ui.drag = {};
        memory.candidate = {};
    }
}

void give_focus(Ui& ui, std::string_view id) {
    if (ui.focus.id == id) return;
    ui.focus.id = std::string(id);
    ui.focus.take = !id.empty();
    ui.focus.typing = false;
    ui.focus.by_keys = false;
    memory_of(ui).unseen = 0;
}

void type_into(Ui& ui, std::string_view field) {
    give_focus(ui, field);
    ui.focus.typing = true;
}

void focus_by_key(Ui& ui, std::string_view id) {
    give_focus(ui, id);
    ui.focus.by_keys = true;
    memory_of(ui).reveal = true;
}

bool take_key(Ui& ui, const KeyPress& key) {
    const auto found = std::find(ui.keys.begin(), ui.keys.end(), key);
    if (found == ui.keys.end()) return false;
    ui.keys.erase(found);
    return true;
}

bool take_letter(Ui& ui, char32_t lower) {
    if (ui.focus.typing || !ui.blocked_by.empty()) return false;
    return take_key(ui, {.character = lower}) || take_key(ui, {.character = lower - U'a' + U'A'});
}

bool under_mouse(Ui& ui, const Rect& rect) {
    if (!ui.blocked_by.empty()) return false;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const ImVec2 least = ui.canvas.list->GetClipRectMin();
    const ImVec2 most = ui.canvas.list->GetClipRectMax();
    return rect.contains({mouse.x, mouse.y}) && mouse.x >= least.x && mouse.y >= least.y && mouse.x < most.x &&
           mouse.y < most.y;
}

WidgetState announce(Ui& ui, const WidgetInfo& widget, const Rect& rect) {
    KitMemory& memory = memory_of(ui);
    const ImGuiIO& io = ImGui::GetIO();
    WidgetState state;
    const bool answers = widget.enabled == Enabled::yes && ui.blocked_by.empty();
    state.focused = answers && ui.focus.id == widget.id;
    if (state.focused) ui.focus.take = false;
    if (answers) {
        ui.focus.order.emplace_back(widget.id);
        state.hovered = under_mouse(ui, rect);
        if (state.hovered && io.MouseClicked[0]) {
            memory.pressed = std::string(widget.id);
            memory.clicked_a_widget = true;
        }
        state.pressed = memory.pressed == widget.id;
        state.clicked = state.pressed && state.hovered && io.MouseReleased[0];
    }
    if (state.focused && memory.reveal) {
        for (Scroll* scroll : memory.open_scrolls) scroll->into_view(rect);
        memory.reveal = false;
    }
    if (ui.canvas.map)
        ui.canvas.map->add({.id = std::string(widget.id),
                            .role = std::string(widget.role),
                            .label = std::string(widget.label),
                            .value = std::string(widget.value),
                            .rect = rect,
                            .enabled = widget.enabled == Enabled::yes && ui.blocked_by.empty(),
                            .focused = state.focused});
    return state;
}

void focus_ring(Ui& ui, const Rect& rect, float radius) {
    if (!ui.focus.by_keys) return;
    const float gap = ui.px(3);
    const float thickness = std::max(2.0F, ui.px(2));
    outline(ui.canvas, rect.inset(-gap - thickness), ui.canvas.theme.ink, radius + gap, thickness);
}

void drag_source(Ui& ui, std::string_view kind, std::string_view id, const Rect& rect, std::string_view label) {
    KitMemory& memory = memory_of(ui);
    const ImGuiIO& io = ImGui::GetIO();
    if (io.MouseClicked[0] && under_mouse(ui, rect)) {
        memory.candidate = {.kind = std::string(kind), .id = std::string(id), .active = false};
        memory.candidate_at = {io.MousePos.x, io.MousePos.y};
    }
    if (ui.drag.active || memory.candidate.kind != kind || memory.candidate.id != id || !io.MouseDown[0]) return;
    const float moved = std::hypot(io.MousePos.x - memory.candidate_at.x, io.MousePos.y - memory.candidate_at.y);
    if (moved < ui.px(5)) return;
    ui.drag = memory.candidate;
    ui.drag.active = true;
    memory.drag_name = memory.drag_label = std::string(label);
    memory.pressed.clear();
}

std::optional<std::string> drop_target(Ui& ui, std::string_view kind, const Rect& rect) {
    if (!ui.drag.active || ui.drag.kind != kind || !under_mouse(ui, rect)) return std::nullopt;
    outline(ui.canvas, rect, ui.canvas.theme.ink, ui.px(9), std::max(2.0F, ui.px(2)));
    if (!ImGui::GetIO().MouseReleased[0]) return std::nullopt;
    return ui.drag.id;
}

float heading(Ui& ui, std::string_view text, Point top_left, float width) {
    const TextBlock block = lay_out(ui.canvas, Face::text, ui.px(15), text, width, 1);
    draw(ui.canvas, block, top_left, ui.canvas.theme.muted);
    return block.height;
}

float cut_label(Ui& ui, std::string_view id, Face face, float px, std::string_view text, const Rect& rect,
                Colour colour, Align align) {
    if (text_width(ui.canvas, face, px, text) > rect.w && under_mouse(ui, rect))
        memory_of(ui).tip = {std::string(id), std::string(text), rect};
    return label_in(ui.canvas, face, px, text, rect, colour, align);
}

void text_item(Ui& ui, std::string_view id, const TextBlock& block, Point top_left, Colour colour, Align align,
               float width) {
    draw(ui.canvas, block, top_left, colour, align, width);
    note_item(ui.canvas, id, "text", block.text,
              {top_left.x, top_left.y, width > 0 ? width : block.width, block.height});
}

} // namespace ronde::gui
