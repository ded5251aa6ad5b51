// What is laid over the window: panels and questions.

#include "gui/kit.hpp"

#include "compat/imgui.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace ronde::gui {

Colour veil_of(const Theme& theme) {
    Colour veil = theme.ground;
    veil.a = 238;
    return veil;
}

Overlay::Overlay(Ui& ui, std::string_view id, const Rect& window, float width, float height)
    : m_ui(ui), m_blocked_by(std::exchange(ui.blocked_by, {})) {
    KitMemory& memory = memory_of(ui);
    m_is_new = memory.dialog_before != id;
    memory.dialog = std::string(id);
    ui.focus.order.clear();

    const Theme& theme = ui.canvas.theme;
    // Over all of the window: the bar and the banners do not answer either.
    const ImVec2 all = ImGui::GetIO().DisplaySize;
    fill(ui.canvas, {0, 0, all.x, all.y}, veil_of(theme));
    width = std::min(width, window.w - ui.px(24));
    height = std::min(height, window.h - ui.px(24));
    m_panel = {std::round(window.centre().x - width / 2), std::round(window.centre().y - height / 2), std::round(width),
               std::round(height)};
    fill(ui.canvas, m_panel, theme.surface, ui.px(14));
    outline(ui.canvas, m_panel, theme.hairline, ui.px(14), 1);
}

Overlay::~Overlay() {
    m_ui.blocked_by = std::move(m_blocked_by);
}

void Overlay::close() {
    memory_of(m_ui).dialog.clear();
    give_focus(m_ui, {});
}

namespace {

/// The row of a dialog's buttons: from the right, or under each other where the row is too long.
struct ButtonRow {
    std::vector<float> widths{};
    bool stacked = false;
    float height = 0;
};

ButtonRow button_row(Ui& ui, const std::vector<DialogChoice>& choices, float width) {
    ButtonRow row;
    float sum = 0;
    for (const DialogChoice& choice : choices) {
        row.widths.push_back(button_width(ui, choice.label));
        sum += row.widths.back() + (row.widths.size() > 1 ? ui.px(12) : 0);
    }
    row.stacked = sum > width;
    const auto count = static_cast<float>(choices.size());
    row.height = row.stacked ? count * (button_height(ui) + ui.px(10)) - ui.px(10) : button_height(ui);
    return row;
}

/// A question may come while somebody types, by a clicker for instance: what they go on typing is not an answer to it.
void keep_what_is_typed(Ui& ui, const Overlay& overlay) {
    KitMemory& memory = memory_of(ui);
    if (overlay.is_new()) { // this frame's letters are in the field already
        memory.typed_into = ui.focus.typing ? ui.focus.id : std::string{};
        memory.typed_over.clear();
        return;
    }
    if (memory.typed_into.empty()) return;
    std::erase_if(ui.keys, [&](const KeyPress& key) {
        if (!is_written(key)) return false;
        memory.typed_over += key.key == Key::space ? U' ' : key.character;
        return true;
    });
}

} // namespace

std::optional<std::size_t> dialog(Ui& ui, std::string_view id, const Rect& window, std::string_view title,
                                  std::string_view text, const std::vector<DialogChoice>& choices) {
    const Theme& theme = ui.canvas.theme;
    const float width = std::min(ui.px(560), window.w - ui.px(24));
    const float side = ui.px(36);
    const float room = width - 2 * side;
    const TextBlock heading_block = lay_out(ui.canvas, Face::title, ui.px(32), title, room);
    const TextBlock body = lay_out(ui.canvas, Face::text, ui.px(17), text, room);
    const ButtonRow buttons = button_row(ui, choices, room);
    const float body_height = text.empty() ? 0 : body.height + ui.px(12);
    Overlay overlay(ui, id, window, width,
                    ui.px(32) + heading_block.height + body_height + ui.px(30) + buttons.height + ui.px(32));
    const Rect panel = overlay.panel();
    keep_what_is_typed(ui, overlay);
    const std::string& typed_into = memory_of(ui).typed_into;
    const std::size_t under_enter = typed_into.empty() ? 0 : choices.size() - 1; // Enter may be meant for the field

    Point at{panel.x + side, panel.y + ui.px(32)};
    text_item(ui, std::string(id) + ".title", heading_block, at, theme.ink);
    at.y += heading_block.height + ui.px(12);
    if (!text.empty()) text_item(ui, std::string(id) + ".text", body, at, theme.muted);

    std::optional<std::size_t> chosen;
    float x = panel.right() - side;
    float y = panel.bottom() - ui.px(32) - buttons.height;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        const std::string choice_id = std::string(id) + "." + std::string(choices[i].id);
        if (overlay.is_new() && i == under_enter) focus_by_key(ui, choice_id);
        Rect rect{panel.x + side, y, room, button_height(ui)};
        if (buttons.stacked) {
            y += button_height(ui) + ui.px(10);
        } else {
            x -= buttons.widths[i];
            rect = {x, y, buttons.widths[i], button_height(ui)};
            x -= ui.px(12);
        }
        if (button(ui, choice_id, rect, choices[i].label, {.look = i == 0 ? ButtonLook::primary : ButtonLook::plain}))
            chosen = i;
    }
    if (take_key(ui, {.key = Key::escape})) chosen = choices.size() - 1;
    if (!chosen) return chosen;
    overlay.close();
    if (!typed_into.empty()) type_into(ui, typed_into);
    return chosen;
}

} // namespace ronde::gui
