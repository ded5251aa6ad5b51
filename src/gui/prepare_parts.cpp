#include "gui/prepare_parts.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ronde::gui {

std::string row_id(std::string_view thing, std::size_t index, std::string_view part) {
    std::string out = "prepare.";
    out.append(thing).append(".").append(std::to_string(index + 1));
    if (!part.empty()) out.append(".").append(part);
    return out;
}

float page_title(Ui& ui, const Rect& area, std::string_view title, std::string_view lead) {
    const auto block = lay_out(ui.canvas, Face::title, ui.px(38), title, area.w);
    draw(ui.canvas, block, {area.x, area.y}, ui.canvas.theme.ink);
    float y = area.y + block.height + ui.px(6);
    if (!lead.empty()) {
        const auto words = lay_out(ui.canvas, Face::text, ui.px(16), lead, std::min(area.w, ui.px(760)));
        draw(ui.canvas, words, {area.x, y}, ui.canvas.theme.muted);
        y += words.height;
    }
    return y + ui.px(22);
}

float small_label(Ui& ui, std::string_view text, Point top_left, float width) {
    label(ui.canvas, Face::text, ui.px(14), text, top_left, ui.canvas.theme.muted, width);
    return top_left.y + ui.px(24);
}

std::optional<std::string> labelled_field(const PrepareFrame& frame, const Rect& area, const LabelledField& field,
                                          std::string_view current, float& bottom) {
    Ui& ui = frame.ui;
    const float top = small_label(ui, field.label, {area.x, area.y}, area.w);
    const Rect rect{area.x, top, area.w, ui.px(field.height)};
    FieldOptions options;
    options.hint = field.hint;
    options.label = field.label;
    options.lines = field.lines;
    options.size = field.size;
    options.enabled = frame.can;
    options.submit_on_leave = true;
    auto typed = edit_field(ui, field.id, rect, current, options);
    bottom = rect.bottom();
    if (frame.state.unread.id == field.id) {
        const auto block = lay_out(ui.canvas, Face::text, ui.px(14),
                                   frame.words()("prepare.unread", {{"text", frame.state.unread.text}}), area.w);
        text_item(ui, std::string(field.id) + ".unread", block, {area.x, bottom + ui.px(6)}, frame.theme().alarm);
        bottom += block.height + ui.px(6);
    }
    return typed;
}

std::optional<int> stepper(const PrepareFrame& frame, std::string_view id, const Rect& rect, int value, int least,
                           int most, std::string_view label) {
    Ui& ui = frame.ui;
    Rect rest = rect;
    const Rect minus = rest.cut_left(rect.h);
    const Rect plus = rest.cut_right(rect.h);
    std::optional<int> out;
    ButtonOptions less;
    less.enabled = frame.can == Enabled::yes && value > least ? Enabled::yes : Enabled::no;
    less.tip = frame.words()("prepare.less");
    ButtonOptions more;
    more.enabled = frame.can == Enabled::yes && value < most ? Enabled::yes : Enabled::no;
    more.tip = frame.words()("prepare.more");
    if (button(ui, std::string(id) + ".minus", minus, "−", less)) out = value - 1;
    const std::string shown = std::to_string(value);
    const Rect number_place = rest.inset(ui.px(5), 0);
    FieldOptions field;
    field.label = label;
    field.size = 16;
    field.side = std::max(2.0F, (number_place.w - text_width(ui.canvas, Face::text, ui.px(16), shown)) / 2 / ui.unit);
    field.enabled = frame.can;
    field.submit_on_leave = true;
    if (const auto typed = edit_field(ui, id, number_place, shown, field)) {
        const auto text = base::trimmed(*typed);
        int number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        if (read.ec == std::errc{} && read.ptr == text.data() + text.size()) out = number;
    }
    if (button(ui, std::string(id) + ".plus", plus, "+", more)) out = value + 1;
    if (out) out = std::clamp(*out, least, most);
    if (out == value) out.reset();
    return out;
}

bool remove_button(const PrepareFrame& frame, std::string_view id, const Rect& rect, std::string_view label) {
    ButtonOptions options;
    options.look = ButtonLook::quiet;
    options.enabled = frame.can;
    options.tip = label;
    return button(frame.ui, id, rect, "×", options);
}

void say_unread(const PrepareFrame& frame, std::string_view id, std::string_view text) {
    frame.state.unread = {std::string(id), std::string(text)};
}

void say_read(const PrepareFrame& frame, std::string_view id) {
    if (frame.state.unread.id == id) frame.state.unread = {};
}

std::string length_text(const Words& words, base::Duration length) {
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(length).count();
    const auto two = [](long long n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const auto hours = seconds / 3600;
    const auto minutes = seconds / 60 % 60;
    const auto rest = seconds % 60;
    if (hours > 0 && rest == 0)
        return minutes == 0 ? words("prepare.length.hours", {{"hours", std::to_string(hours)}})
                            : words("prepare.length.hours_minutes",
                                    {{"hours", std::to_string(hours)}, {"minutes", two(minutes)}});
    if (rest == 0) return words("prepare.length.minutes", {{"minutes", std::to_string(seconds / 60)}});
    if (seconds < 60) return words("prepare.length.seconds", {{"seconds", std::to_string(seconds)}});
    return words("prepare.length.minutes_seconds", {{"minutes", std::to_string(seconds / 60)}, {"seconds", two(rest)}});
}

std::optional<std::size_t> focused_row(const Ui& ui, std::string_view thing, std::size_t count) {
    const std::string prefix = "prepare." + std::string(thing) + ".";
    const std::string_view id = ui.focus.id;
    if (!id.starts_with(prefix)) return std::nullopt;
    std::size_t number = 0;
    const auto read = std::from_chars(id.data() + prefix.size(), id.data() + id.size(), number);
    if (read.ec != std::errc{} || number < 1 || number > count) return std::nullopt;
    return number - 1;
}

std::optional<RowKey> row_key(Ui& ui, std::string_view thing, std::size_t count) {
    const auto row = focused_row(ui, thing, count);
    if (!row) return std::nullopt;
    static constexpr std::array<std::pair<Key, RowDeed>, 6> deeds{{{Key::up, RowDeed::up},
                                                                   {Key::down, RowDeed::down},
                                                                   {Key::left, RowDeed::left},
                                                                   {Key::right, RowDeed::right},
                                                                   {Key::del, RowDeed::remove},
                                                                   {Key::enter, RowDeed::add}}};
    for (const auto& [key, deed] : deeds)
        if (take_key(ui, KeyPress{.key = key, .alt = true})) return RowKey{*row, deed};
    return std::nullopt;
}

void focus_row(Ui& ui, std::string_view thing, std::size_t index) {
    give_focus(ui, row_id(thing, index));
}

} // namespace ronde::gui
