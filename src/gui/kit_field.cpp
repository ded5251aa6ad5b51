// Text fields: keys, mouse and clipboard on a TextEditor, and how they look.

#include "gui/kit.hpp"

#include "base/text.hpp"
#include "compat/imgui.hpp"
#include "gui/field_layout.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ronde::gui {

namespace {

/// Where a field's parts lie.
struct Parts {
    Rect frame;
    Rect text;
    float px = 0;
    bool many = false;
};

Parts parts_of(Ui& ui, const Rect& rect, const FieldOptions& options) {
    Parts parts{.frame = rect, .text = rect, .px = ui.px(options.size), .many = options.lines == Lines::many};
    const float usual = std::min(ui.px(options.look == FieldLook::framed ? 18 : 8), rect.w * 0.1F);
    const float side = options.side > 0 ? ui.px(options.side) : usual;
    parts.text = rect.inset(side, ui.px(3));
    if (!options.right_hint.empty()) {
        const float hint = text_width(ui.canvas, Face::text, ui.px(15), options.right_hint) + ui.px(18);
        if (parts.text.w > hint * 2) parts.text.w -= hint;
    }
    return parts;
}

/// The field's own keys; true when the key was one of them.
class KeyHand {
public:
    KeyHand(KitMemory::Editing& editing, const FieldLayout& layout, const Parts& parts, char32_t pasted_tab)
        : m_editing(editing), m_layout(layout), m_many(parts.many), m_pasted_tab(pasted_tab) {}

    bool press(const KeyPress& key) {
        TextEditor& editor = m_editing.editor;
        const Extend extend = key.shift ? Extend::yes : Extend::no;
        if (key.alt) return false;
        if (key.key == Key::character && key.ctrl) return press_ctrl(key);
        const std::size_t cursor = editor.cursor();
        switch (key.key) {
        case Key::character:
        case Key::digit:
        case Key::space: return !key.ctrl; // typed: their characters came by another way
        case Key::left:
            if (editor.has_selection() && !key.shift && !key.ctrl) return move(editor.selection_begin(), extend);
            return move(key.ctrl ? editor.word_before(cursor) : editor.before(cursor), extend);
        case Key::right:
            if (editor.has_selection() && !key.shift && !key.ctrl) return move(editor.selection_end(), extend);
            return move(key.ctrl ? editor.word_after(cursor) : editor.after(cursor), extend);
        case Key::home: return move(key.ctrl ? 0 : m_layout.row_begin(cursor), extend);
        case Key::end: return move(key.ctrl ? editor.text().size() : m_layout.row_end(cursor), extend);
        case Key::up: return m_many && up_or_down(-1, extend);
        case Key::down: return m_many && up_or_down(1, extend);
        case Key::backspace:
            editor.erase_back_to(key.ctrl ? editor.word_before(cursor) : editor.before(cursor));
            return true;
        case Key::del: editor.erase_up_to(key.ctrl ? editor.word_after(cursor) : editor.after(cursor)); return true;
        default: return false;
        }
    }

    void type(std::u32string_view characters) {
        std::u32string kept;
        for (const char32_t c : characters)
            if (c >= 0x20 && c != 0x7F) kept += c;
        m_editing.editor.insert(kept);
        m_editing.column = -1;
    }

    void paste() {
        const char* clipboard = ImGui::GetClipboardText();
        if (!clipboard) return;
        const std::string text = base::repaired_utf8(clipboard);
        std::u32string kept;
        for (std::size_t at = 0; at < text.size();) {
            const char32_t c = base::next_code_point(text, at);
            if (c == '\t')
                kept += m_pasted_tab;
            else if (c == '\n')
                kept += m_many ? U'\n' : U' ';
            else if (c >= 0x20 && c != 0x7F)
                kept += c;
        }
        m_editing.editor.insert(kept);
    }

private:
    bool move(std::size_t to, Extend extend) {
        m_editing.editor.move_to(to, extend);
        m_editing.column = -1;
        return true;
    }

    bool up_or_down(int by, Extend extend) {
        const std::size_t cursor = m_editing.editor.cursor();
        if (!m_layout.has_row_beside(cursor, by)) return false; // the key goes on to whoever wants it
        const float x = m_editing.column < 0 ? m_layout.place_of(cursor).x : m_editing.column;
        m_editing.editor.move_to(m_layout.beside(cursor, by, x), extend);
        m_editing.column = x;
        return true;
    }

    bool press_ctrl(const KeyPress& key) {
        TextEditor& editor = m_editing.editor;
        switch (key.character) {
        case 'a': editor.select_all(); return true;
        case 'c':
        case 'x':
            if (editor.has_selection()) {
                ImGui::SetClipboardText(editor.utf8(editor.selection_begin(), editor.selection_end()).c_str());
                if (key.character == 'x') editor.erase_back_to(editor.cursor());
            }
            return true;
        case 'v': paste(); return true;
        case 'z':
            if (editor.text().empty()) return false; // an empty field leaves undo to the panel
            if (key.shift)
                editor.redo();
            else
                editor.undo();
            return true;
        case 'y':
            if (editor.text().empty()) return false;
            editor.redo();
            return true;
        default: return false;
        }
    }

    KitMemory::Editing& m_editing;
    const FieldLayout& m_layout;
    bool m_many;
    char32_t m_pasted_tab;
};

void follow_mouse(KitMemory::Editing& editing, const FieldLayout& layout, const WidgetState& state, Point origin) {
    const ImGuiIO& io = ImGui::GetIO();
    const Point at{io.MousePos.x - origin.x, io.MousePos.y - origin.y};
    if (state.hovered && io.MouseDoubleClicked[0]) {
        editing.editor.select_word_at(layout.position_at(at));
    } else if (state.hovered && io.MouseClicked[0]) {
        editing.editor.move_to(layout.position_at(at), io.KeyShift ? Extend::yes : Extend::no);
        editing.dragging = true;
    } else if (editing.dragging && io.MouseDown[0]) {
        editing.editor.move_to(layout.position_at(at), Extend::yes);
    }
    if (!io.MouseDown[0]) editing.dragging = false;
}

/// Keeps the cursor in what is visible; returns where the text's first row begins.
Point scrolled_origin(KitMemory::Editing& editing, const FieldLayout& layout, const Parts& parts, float line_height) {
    const Point cursor = layout.place_of(editing.editor.cursor());
    const Rect& view = parts.text;
    if (parts.many) {
        editing.scroll_x = 0;
        if (cursor.y < editing.scroll_y) editing.scroll_y = cursor.y;
        editing.scroll_y = std::max(editing.scroll_y, cursor.y + line_height - view.h);
        editing.scroll_y = std::clamp(editing.scroll_y, 0.0F, std::max(0.0F, layout.height() - view.h));
    } else {
        editing.scroll_y = 0;
        editing.scroll_x = std::min(editing.scroll_x, cursor.x);
        editing.scroll_x = std::max(editing.scroll_x, cursor.x + 2 - view.w);
        editing.scroll_x = std::clamp(editing.scroll_x, 0.0F, std::max(0.0F, layout.width() + 2 - view.w));
    }
    return {view.x - editing.scroll_x, layout.top_in(view) - editing.scroll_y};
}

void draw_selection(Ui& ui, const TextEditor& editor, const FieldLayout& layout, Point origin) {
    const Colour colour = mixed(ui.canvas.theme.surface, ui.canvas.theme.ink, 0.16F);
    for (const Rect& rect : layout.rects_of(editor.selection_begin(), editor.selection_end()))
        fill(ui.canvas, {origin.x + rect.x, origin.y + rect.y, rect.w, rect.h}, colour, ui.px(2));
}

void draw_frame(Ui& ui, const Parts& parts, const FieldOptions& options, const WidgetState& state) {
    const Theme& theme = ui.canvas.theme;
    const float radius = std::min(ui.px(options.look == FieldLook::framed ? 11 : 7), parts.frame.h / 3);
    if (options.look == FieldLook::framed || state.focused) fill(ui.canvas, parts.frame, theme.surface, radius);
    if (state.focused)
        outline(ui.canvas, parts.frame, theme.ink, radius, std::max(2.0F, std::round(ui.px(2))));
    else if (options.look == FieldLook::framed || state.hovered)
        outline(ui.canvas, parts.frame, state.hovered ? theme.muted : theme.hairline, radius, 1);
    if (!options.right_hint.empty() && parts.text.right() < parts.frame.right() - ui.px(24)) {
        const Rect place{parts.text.right(), parts.frame.y, parts.frame.right() - parts.text.right() - ui.px(18),
                         parts.frame.h};
        label_in(ui.canvas, Face::text, ui.px(15), options.right_hint, place, theme.muted, Align::right);
    }
}

/// The text at rest: cut with an ellipsis on one line, wrapped and cut after the last row that fits on many.
void draw_at_rest(Ui& ui, const Parts& parts, const FieldOptions& options, std::string_view text) {
    const bool hint = text.empty();
    const Colour colour = hint || options.enabled == Enabled::no ? ui.canvas.theme.muted : ui.canvas.theme.ink;
    const std::string_view shown = hint ? options.hint : text;
    if (!parts.many) {
        label_in(ui.canvas, options.face, parts.px, shown, parts.text, colour);
        return;
    }
    const TextBlock first = lay_out(ui.canvas, options.face, parts.px, shown, 0);
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor(parts.text.h / first.line_height)));
    const TextBlock block = lay_out(ui.canvas, options.face, parts.px, shown, parts.text.w, fitting);
    draw(ui.canvas, block, {parts.text.x, top_of_rows(parts.text, block.height, block.line_height)}, colour);
}

std::u32string typed_characters() {
    std::string typed;
    for (const ImWchar c : ImGui::GetIO().InputQueueCharacters) base::append_utf8(typed, c);
    typed = FontBook::decoded(typed);
    std::u32string out;
    for (std::size_t at = 0; at < typed.size();) out += base::next_code_point(typed, at);
    return out;
}

/// One frame of a field that has the focus.
FieldEvent edit(Ui& ui, const WidgetState& state, const Parts& parts, std::string& text, const FieldOptions& options) {
    KitMemory::Editing& editing = memory_of(ui).editing;
    TextEditor& editor = editing.editor;
    const auto laid_out = [&] {
        return FieldLayout(ui.canvas, options.face, parts.px, editor.text(), parts.many ? parts.text.w : 0);
    };
    FieldLayout layout = laid_out();
    float line_height = layout.line_height();
    follow_mouse(editing, layout, state, scrolled_origin(editing, layout, parts, line_height));

    KeyHand hand(editing, layout, parts, options.pasted_tab);
    if (const std::u32string typed = typed_characters(); !typed.empty()) {
        hand.type(typed);
        ImGui::GetIO().InputQueueCharacters.resize(0); // used: nobody else types them
        layout = laid_out();
    }
    FieldEvent event = FieldEvent::none;
    std::vector<KeyPress> left;
    for (const KeyPress& key : std::exchange(ui.keys, {})) {
        const bool enter = key.key == Key::enter && !key.alt;
        if (event == FieldEvent::submitted || event == FieldEvent::escaped)
            left.push_back(key);
        else if (enter && parts.many && (key.shift || key.ctrl))
            editor.insert(U"\n");
        else if (enter)
            event = FieldEvent::submitted;
        else if (key.key == Key::escape)
            event = FieldEvent::escaped;
        else if (!hand.press(key))
            left.push_back(key);
        else
            layout = laid_out();
    }
    ui.keys = std::move(left);

    if (std::string now = editor.utf8(); now != text) {
        text = std::move(now);
        editing.changed = true;
        if (event == FieldEvent::none) event = FieldEvent::changed;
    }
    layout = laid_out();
    line_height = layout.line_height();
    const Point origin = scrolled_origin(editing, layout, parts, line_height);
    {
        const Clip clip(ui.canvas, parts.text.inset(-ui.px(2), 0));
        draw_selection(ui, editor, layout, origin);
        if (editor.text().empty()) draw_at_rest(ui, parts, options, {});
        draw(ui.canvas, layout.block(), origin, ui.canvas.theme.ink);
        const Point cursor = layout.place_of(editor.cursor());
        const float width = std::max(1.0F, std::round(ui.px(1.5F)));
        fill(ui.canvas,
             {std::round(origin.x + cursor.x), origin.y + cursor.y + line_height * 0.08F, width, line_height * 0.84F},
             ui.canvas.theme.ink);
    }
    if (event == FieldEvent::escaped) give_focus(ui, {});
    return event;
}

} // namespace

FieldEvent text_field(Ui& ui, std::string_view id, const Rect& rect, std::string& text, const FieldOptions& options) {
    KitMemory& memory = memory_of(ui);
    WidgetState state = announce(ui,
                                 {.id = id,
                                  .role = "input",
                                  .label = options.label.empty() ? options.hint : options.label,
                                  .value = text,
                                  .enabled = options.enabled},
                                 rect);
    if (state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (state.hovered && ImGui::GetIO().MouseClicked[0]) {
        give_focus(ui, id);
        ui.focus.by_keys = false;
        state.focused = true;
    }
    const Parts parts = parts_of(ui, rect, options);
    draw_frame(ui, parts, options, state);
    if (!state.focused) {
        const bool left_changed = memory.editing.id == id && std::exchange(memory.editing.changed, false);
        if (left_changed) memory.editing.id.clear();
        const Clip clip(ui.canvas, parts.text);
        draw_at_rest(ui, parts, options, text);
        return left_changed && options.submit_on_leave ? FieldEvent::submitted : FieldEvent::none;
    }
    memory.field_has_focus = true;
    if (memory.editing.id != id || memory.editing.editor.utf8() != text) {
        const bool arrived_by_keys = ui.focus.by_keys && memory.editing.id != id && !parts.many;
        memory.editing = {.id = std::string(id), .editor = TextEditor(text)};
        if (arrived_by_keys) memory.editing.editor.select_all();
    }
    ui.focus.take = false;
    if (memory.typed_into == id && !memory.typed_over.empty())
        memory.editing.editor.insert(std::exchange(memory.typed_over, {}));
    const FieldEvent event = edit(ui, state, parts, text, options);
    if (ui.canvas.map) ui.canvas.map->set_last_value(text);
    if (event == FieldEvent::submitted) memory.editing.changed = false;
    return event;
}

std::optional<std::string> edit_field(Ui& ui, std::string_view id, const Rect& rect, std::string_view current,
                                      const FieldOptions& options) {
    auto& drafts = memory_of(ui).drafts;
    const std::string key(id);
    auto draft = drafts.find(key);
    std::string text = draft == drafts.end() ? std::string(current) : draft->second;
    FieldOptions with_leave = options;
    with_leave.submit_on_leave = true;
    const FieldEvent event = text_field(ui, id, rect, text, with_leave);
    const bool stays = ui.focus.id == id && event != FieldEvent::submitted;
    if (stays) {
        drafts[key] = text;
        return std::nullopt;
    }
    drafts.erase(key);
    if (text == current) return std::nullopt;
    return text;
}

float field_height(Ui& ui, std::string_view text, float width, std::size_t most_lines, const FieldOptions& options) {
    const Parts parts = parts_of(ui, {0, 0, width, ui.px(100)}, options);
    const TextBlock block = lay_out(ui.canvas, options.face, parts.px, text, parts.text.w);
    const auto rows = static_cast<float>(std::clamp<std::size_t>(block.lines.size(), 1, most_lines));
    return rows * block.line_height + ui.px(24);
}

} // namespace ronde::gui
