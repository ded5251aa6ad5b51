// Préparer › the opening exchange: its prompt and its components.

#include "base/text.hpp"
#include "gui/prepare_parts.hpp"

#include <algorithm>
#include <utility>

namespace ronde::gui {
namespace {

void wish_components(const PrepareFrame& frame, std::vector<cafe::Component> components) {
    auto opening = frame.session.opening;
    opening.components = std::move(components);
    frame.wish(cafe::Deed{cafe::EditOpening{std::move(opening)}});
}

void move_component(const PrepareFrame& frame, std::size_t from, std::size_t to) {
    auto components = frame.session.opening.components;
    if (from >= components.size() || to >= components.size() || from == to) return;
    auto moved = std::move(components[from]);
    components.erase(components.begin() + static_cast<std::ptrdiff_t>(from));
    components.insert(components.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    wish_components(frame, std::move(components));
    focus_row(frame.ui, "component", to);
}

void remove_component(const PrepareFrame& frame, std::size_t index) {
    auto components = frame.session.opening.components;
    components.erase(components.begin() + static_cast<std::ptrdiff_t>(index));
    if (components.empty())
        give_focus(frame.ui, "prepare.component.add");
    else
        focus_row(frame.ui, "component", std::min(index, components.size() - 1));
    wish_components(frame, std::move(components));
}

void draw_component(const PrepareFrame& frame, std::size_t index, Rect rect) {
    Ui& ui = frame.ui;
    const auto& components = frame.session.opening.components;
    const std::string number = std::to_string(index + 1);
    const Rect handle = rect.cut_left(frame.px(44));
    RowOptions options;
    options.label = components[index].text;
    options.ink_when_selected = false;
    if (row(ui, row_id("component", index), handle, options)) give_focus(ui, row_id("component", index));
    label(ui.canvas, Face::bold, frame.px(16), number, {handle.x, handle.y + frame.px(11)}, frame.theme().muted,
          handle.w, Align::centre);
    drag_source(ui, "component", number, handle, components[index].text);
    if (const auto dropped = drop_target(ui, "component", {handle.x, rect.y, handle.w + rect.w, rect.h}))
        move_component(frame, static_cast<std::size_t>(std::stoul(*dropped)) - 1, index);

    const Rect cross = rect.cut_right(frame.px(40));
    FieldOptions field;
    field.look = FieldLook::plain;
    field.size = 17;
    field.label = frame.words()("prepare.component");
    field.enabled = frame.can;
    field.submit_on_leave = true;
    if (const auto typed = edit_field(ui, row_id("component", index, "text"), rect, components[index].text, field)) {
        auto changed = components;
        changed[index].text = std::string(base::trimmed(*typed));
        if (changed[index].text.empty()) changed.erase(changed.begin() + static_cast<std::ptrdiff_t>(index));
        if (changed != components) wish_components(frame, std::move(changed));
    }
    if (remove_button(frame, row_id("component", index, "remove"), cross, frame.words()("prepare.remove")))
        remove_component(frame, index);
}

/// How the room answers, and whether the stage names the places. Returns where it ends.
float draw_ways(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& opening = frame.session.opening;
    const float half = (area.w - frame.px(24)) / 2;
    const float top = small_label(ui, words("prepare.opening.mode"), {area.x, area.y}, half);
    const auto wish = [&](auto&& change) {
        auto changed = opening;
        change(changed);
        frame.wish(cafe::Deed{cafe::EditOpening{std::move(changed)}});
    };
    if (const auto mode = choice(ui, {"prepare.opening.by_place", "prepare.opening.by_hands"},
                                 {words("prepare.opening.by_place"), words("prepare.opening.by_hands")},
                                 opening.mode == cafe::OpeningMode::by_place ? 0 : 1, {area.x, top, half, 0}))
        wish([&](cafe::Opening& it) {
            it.mode = *mode == 0 ? cafe::OpeningMode::by_place : cafe::OpeningMode::by_hands;
        });
    if (opening.mode == cafe::OpeningMode::by_hands) return top + button_height(ui, ButtonLook::chip);
    const float x = area.x + half + frame.px(24);
    small_label(ui, words("prepare.opening.naming"), {x, area.y}, half);
    if (const auto naming = choice(ui, {"prepare.opening.named", "prepare.opening.anonymous"},
                                   {words("prepare.opening.named"), words("prepare.opening.anonymous")},
                                   opening.naming == cafe::Naming::named ? 0 : 1, {x, top, half, 0}))
        wish([&](cafe::Opening& it) { it.naming = *naming == 0 ? cafe::Naming::named : cafe::Naming::anonymous; });
    return top + button_height(ui, ButtonLook::chip);
}

/// The answers, for what is known before the morning or comes in afterwards.
float draw_answers(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    if (frame.session.opening.components.empty()) return area.y;
    float y = small_label(ui, frame.words()("prepare.opening.answers"), {area.x, area.y + frame.px(32)}, area.w);
    y += frame.px(4);
    std::vector<cafe::Deed> wishes;
    const float height = opening_grid_height(ui, frame.session, frame.state.opening, area.w);
    draw_opening_grid(ui, {area.x, y, area.w, height}, frame.view, frame.state.opening, wishes);
    for (cafe::Deed& deed : wishes) frame.wish(std::move(deed));
    return y + height;
}

} // namespace

float draw_opening(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& words = frame.words();
    const auto& opening = frame.session.opening;
    const float width = std::min(area.w, frame.px(760));

    if (const auto key = row_key(ui, "component", opening.components.size()); key && frame.can == Enabled::yes) {
        if (key->deed == RowDeed::remove) remove_component(frame, key->index);
        if (key->deed == RowDeed::up && key->index > 0) move_component(frame, key->index, key->index - 1);
        if (key->deed == RowDeed::down) move_component(frame, key->index, key->index + 1);
    }

    float y = area.y;
    if (const auto typed = labelled_field(frame, {area.x, y, width, 0},
                                          {.id = "prepare.prompt",
                                           .label = words("prepare.prompt"),
                                           .hint = words("prepare.prompt.hint"),
                                           .lines = Lines::many,
                                           .height = 68,
                                           .size = 17},
                                          opening.prompt, y)) {
        auto changed = opening;
        changed.prompt = std::string(base::trimmed(*typed));
        if (changed != opening) frame.wish(cafe::Deed{cafe::EditOpening{std::move(changed)}});
    }
    y = draw_ways(frame, {area.x, y + frame.px(24), width, 0});
    y = small_label(ui, words("prepare.components"), {area.x, y + frame.px(26)}, width);
    for (std::size_t i = 0; i < opening.components.size(); ++i) {
        line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
        draw_component(frame, i, {area.x, y + frame.px(3), width, frame.px(42)});
        y += frame.px(48);
    }
    line(ui.canvas, {area.x, y}, {area.x + width, y}, frame.theme().hairline, frame.px(1));
    y += frame.px(14);

    FieldOptions field;
    field.hint = words("prepare.component.add.hint");
    field.label = words("prepare.component.add");
    field.right_hint = words("prepare.enter_adds");
    field.size = 17;
    field.enabled = frame.can;
    if (text_field(ui, "prepare.component.add", {area.x, y, width, frame.px(46)}, frame.state.component, field) ==
        FieldEvent::submitted) {
        auto components = opening.components;
        for (auto& text : base::lines(frame.state.component))
            components.push_back({.id = {frame.dispatch.new_id("c")}, .text = std::move(text)});
        if (components.size() > opening.components.size()) {
            wish_components(frame, std::move(components));
            frame.state.component.clear();
        }
        give_focus(ui, "prepare.component.add");
    }
    return draw_answers(frame, {area.x, y + frame.px(46), area.w, 0});
}

} // namespace ronde::gui
