// Buttons, tabs, chips and rows.

#include "gui/kit.hpp"

#include "compat/imgui.hpp"
#include "gui/kit_memory.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

namespace {

struct Measures {
    Face face;
    float size;
    float hint;
    float padding;
    float height;
    float radius;
};

Measures measures_of(ButtonLook look) {
    switch (look) {
    case ButtonLook::plain:
    case ButtonLook::primary: return {Face::bold, 18, 13.5F, 25, 55, 11};
    case ButtonLook::quiet: return {Face::text, 15, 12.5F, 10, 34, 8};
    case ButtonLook::link: return {Face::text, 16, 13, 0, 26, 4};
    case ButtonLook::chip: return {Face::text, 15.5F, 12.5F, 15, 38, 9};
    }
    return {Face::text, 15, 12.5F, 10, 34, 8};
}

constexpr float gap = 12; ///< between a label and its key

/// Colours of a button as it is now.
struct Paint {
    Colour ground;
    Colour border;
    Colour text;
    Colour hint;
};

Paint paint_of(const Theme& theme, const ButtonOptions& options, const WidgetState& state) {
    const bool dark =
        options.look == ButtonLook::primary || (options.look == ButtonLook::chip && options.selected == Selected::yes);
    const bool ghost = options.look == ButtonLook::quiet || options.look == ButtonLook::link;
    Paint paint{theme.surface, theme.hairline, theme.ink, theme.muted};
    if (options.look == ButtonLook::chip) paint.ground = theme.ground;
    if (dark) paint = {theme.ink, theme.ink, theme.on_ink, mixed(theme.on_ink, theme.ink, 0.3F)};
    if (ghost) paint.ground.a = paint.border.a = 0;
    if (options.enabled == Enabled::no) {
        paint.text = paint.hint = theme.muted;
        if (dark) paint.ground = paint.border = theme.hairline;
    } else if (state.pressed && state.hovered) {
        paint.ground = dark ? mixed(theme.ink, theme.ground, 0.25F) : theme.hairline;
        if (options.look == ButtonLook::link) paint.ground.a = 0;
    } else if (state.hovered) {
        paint.ground = dark ? mixed(theme.ink, theme.ground, 0.14F) : mixed(theme.surface, theme.hairline, 0.4F);
        paint.border = dark ? paint.ground : theme.muted;
        if (options.look == ButtonLook::quiet) paint.border.a = 0;
        if (options.look == ButtonLook::link) paint.ground.a = paint.border.a = 0;
    }
    return paint;
}

float content_width(Ui& ui, std::string_view label, const ButtonOptions& options) {
    const Measures measures = measures_of(options.look);
    float width = label.empty() ? 0 : text_width(ui.canvas, measures.face, ui.px(measures.size), label);
    if (!options.key_hint.empty())
        width += ui.px(gap) + text_width(ui.canvas, Face::bold, ui.px(measures.hint), options.key_hint);
    if (options.icon) width += ui.px(measures.size) * 1.2F + (label.empty() ? 0 : ui.px(8));
    return width;
}

/// Enter on the focused widget; Space stays the clock's.
bool entered(Ui& ui, const WidgetState& state) {
    return state.focused && take_key(ui, {.key = Key::enter});
}

} // namespace

float button_height(const Ui& ui, ButtonLook look) {
    return std::round(ui.px(measures_of(look).height));
}

float button_width(Ui& ui, std::string_view label, const ButtonOptions& options) {
    return std::ceil(content_width(ui, label, options) + 2 * ui.px(measures_of(options.look).padding));
}

bool button(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, const ButtonOptions& options) {
    const WidgetState state =
        announce(ui,
                 {.id = id,
                  .role = options.role,
                  .label = label.empty() ? options.tip : label,
                  .value = options.value.empty() && options.selected == Selected::yes ? std::string_view("selected")
                                                                                      : options.value,
                  .enabled = options.enabled},
                 rect);
    const Measures measures = measures_of(options.look);
    const Paint paint = paint_of(ui.canvas.theme, options, state);
    const float radius = ui.px(measures.radius);
    if (paint.ground.a) fill(ui.canvas, rect, paint.ground, radius);
    if (paint.border.a && !(paint.border == paint.ground)) outline(ui.canvas, rect, paint.border, radius, 1);

    const float wanted = content_width(ui, label, options);
    ButtonOptions bare = options;
    bare.key_hint = {};
    // Where there is less room the air goes before the words.
    const float least = std::min(ui.px(6), rect.w * 0.2F);
    const float usual = std::max(least, std::min(ui.px(measures.padding), rect.w * 0.2F));
    const float padding = std::clamp((rect.w - content_width(ui, label, bare)) / 2, least, usual);
    float x = rect.x + padding;
    if (options.align == Align::centre) x = rect.x + std::max(padding, (rect.w - wanted) / 2);
    if (options.align == Align::right) x = std::max(x, rect.right() - padding - wanted);
    const float end = rect.right() - padding;
    if (options.icon) {
        const float size = ui.px(measures.size);
        icon(ui.canvas, options.icon, {x + size * 0.6F, rect.centre().y}, size, paint.text);
        x += size * 1.2F + ui.px(8);
    }
    // Where there is no room for both, the key goes before the words.
    const float hint_width =
        options.key_hint.empty()
            ? 0
            : text_width(ui.canvas, Face::bold, ui.px(measures.hint), options.key_hint) + ui.px(gap);
    const bool with_hint = hint_width > 0 && x + wanted - ui.px(1) <= end + ui.px(2);
    const Rect words{x, rect.y, std::max(0.0F, end - x - (with_hint ? hint_width : 0)) + 1, rect.h};
    const float width = label_in(ui.canvas, measures.face, ui.px(measures.size), label, words, paint.text);
    if (with_hint)
        label_in(ui.canvas, Face::bold, ui.px(measures.hint), options.key_hint,
                 {x + width + ui.px(gap), rect.y, hint_width, rect.h}, paint.hint);
    if (options.look == ButtonLook::link) {
        const float y = std::round(rect.centre().y + ui.px(measures.size) * 0.52F);
        line(ui.canvas, {x, y}, {x + width, y}, state.hovered ? paint.text : ui.canvas.theme.muted,
             std::max(1.0F, ui.px(1)));
    }
    if (state.focused) focus_ring(ui, rect, radius);
    if (state.hovered) {
        if (!options.tip.empty()) memory_of(ui).tip = {std::string(id), std::string(options.tip), rect};
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (state.clicked) give_focus(ui, {});
    return state.clicked || entered(ui, state);
}

bool place_tab(Ui& ui, std::string_view id, const Rect& rect, std::string_view label, Selected selected,
               std::string_view key_hint) {
    const bool on = selected == Selected::yes;
    const WidgetState state =
        announce(ui, {.id = id, .role = "tab", .label = label, .value = on ? "selected" : std::string_view{}}, rect);
    const Theme& theme = ui.canvas.theme;
    const Colour colour = on || state.hovered ? theme.ink : theme.muted;
    const float px = ui.px(18);
    const float width = text_width(ui.canvas, on ? Face::bold : Face::text, px, label);
    const float hint = key_hint.empty() ? 0 : text_width(ui.canvas, Face::text, ui.px(12), key_hint) + ui.px(7);
    const float x = rect.x + std::max(0.0F, (rect.w - width - hint) / 2);
    label_in(ui.canvas, on ? Face::bold : Face::text, px, label, {x, rect.y, rect.right() - x, rect.h}, colour);
    if (hint > 0)
        label_in(ui.canvas, Face::text, ui.px(12), key_hint, {x + width + ui.px(7), rect.y, hint, rect.h}, theme.muted);
    if (on) {
        const float bar = std::max(2.0F, std::round(ui.px(4)));
        fill(ui.canvas, {rect.x, rect.bottom() - bar, rect.w, bar}, theme.ink);
    }
    if (state.focused) focus_ring(ui, rect.inset(ui.px(8)), ui.px(6));
    if (state.hovered) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (state.clicked) give_focus(ui, {});
    return state.clicked || entered(ui, state);
}

namespace {

/// Where the chips of a choice are: from the left, in as many rows as it takes.
std::vector<Rect> chips_in(Ui& ui, const std::vector<std::string_view>& labels, const Rect& rect) {
    const float height = button_height(ui, ButtonLook::chip);
    const float between = ui.px(10);
    std::vector<Rect> chips;
    float x = rect.x;
    float y = rect.y;
    for (const std::string_view label : labels) {
        const float width = std::min(button_width(ui, label, {.look = ButtonLook::chip}), rect.w);
        if (x > rect.x && x + width > rect.right() + 1) {
            x = rect.x;
            y += height + between;
        }
        chips.push_back({x, y, width, height});
        x += width + between;
    }
    return chips;
}

} // namespace

std::optional<std::size_t> choice(Ui& ui, std::vector<std::string> ids, const std::vector<std::string_view>& labels,
                                  std::size_t chosen, const Rect& rect) {
    std::optional<std::size_t> picked;
    const std::vector<Rect> chips = chips_in(ui, labels, rect);
    for (std::size_t i = 0; i < ids.size() && i < labels.size(); ++i) {
        const ButtonOptions options{.look = ButtonLook::chip, .selected = i == chosen ? Selected::yes : Selected::no};
        if (button(ui, ids[i], chips[i], labels[i], options) && i != chosen) picked = i;
    }
    return picked;
}

float choice_height(Ui& ui, const std::vector<std::string_view>& labels, float width) {
    return labels.empty() ? 0 : chips_in(ui, labels, {0, 0, width, 0}).back().bottom();
}

bool row(Ui& ui, std::string_view id, const Rect& rect, const RowOptions& options) {
    KitMemory& memory = memory_of(ui);
    const WidgetState state =
        announce(ui, {.id = id, .role = options.role, .label = options.label, .value = options.value}, rect);
    memory.rows.emplace_back(id);
    const Theme& theme = ui.canvas.theme;
    if (options.selected == Selected::yes)
        fill(ui.canvas, rect, options.ink_when_selected ? theme.ink : theme.surface);
    else if (state.hovered)
        fill(ui.canvas, rect, mixed(theme.surface, theme.hairline, 0.35F));
    if (state.focused) {
        if (ui.focus.by_keys)
            outline(ui.canvas, rect.inset(ui.px(2)),
                    options.selected == Selected::yes && options.ink_when_selected ? theme.on_ink : theme.ink, ui.px(5),
                    std::max(2.0F, ui.px(2)));
        const auto& rows = memory.rows_before;
        const auto here = std::find(rows.begin(), rows.end(), id);
        if (here != rows.end()) {
            if (std::next(here) != rows.end() && take_key(ui, {.key = Key::down}))
                focus_by_key(ui, *std::next(here));
            else if (here != rows.begin() && take_key(ui, {.key = Key::up}))
                focus_by_key(ui, *std::prev(here));
        }
    }
    if (state.clicked) give_focus(ui, id);
    return state.clicked || entered(ui, state);
}

} // namespace ronde::gui
