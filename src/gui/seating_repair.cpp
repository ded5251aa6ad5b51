#include "gui/seating_repair.hpp"

#include "gui/seating_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace ronde::gui {
namespace {

constexpr std::size_t most_names = 4;

struct Line {
    TextBlock text{};
    TextBlock names{}; ///< who moves
    std::size_t choice = 0;

    [[nodiscard]] float height() const { return text.height + names.height; }
};

std::vector<Line> lines_of(Ui& ui, const View& view, float width, const RepairRoom& room) {
    const auto& choices = view.app.repair;
    std::vector<Line> lines;
    for (std::size_t i = 0; i < choices.size(); ++i) {
        if (choices.size() > room.choices && i + 1 >= room.choices && i + 1 < choices.size()) continue;
        Line line{.choice = i};
        line.text =
            lay_out(ui.canvas, Face::text, ui.px(16), choice_sentence(ui.canvas.words, choices[i], choices), width);
        if (const std::string moves = moves_text(ui.canvas.words, view.session(), choices[i], room.names);
            !moves.empty())
            line.names = lay_out(ui.canvas, Face::text, ui.px(14), moves, width, room.lines);
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

RepairDrawn draw_repair(Ui& ui, const View& view, const Rect& area, std::string_view id, const RepairRoom& room) {
    RepairDrawn drawn{.bottom = area.y};
    if (view.app.session == nullptr || view.app.repair.empty()) return drawn;
    const Words& words = ui.canvas.words;
    const Theme& theme = ui.canvas.theme;
    const float pad = ui.px(14);
    const float gap = ui.px(10);
    const float press = ui.px(40);
    const Rect inside{area.x + pad, area.y + pad, area.w - 2 * pad, 0};
    const std::string_view take = words("seating.take");
    const std::string_view key = words("seating.key.enter");
    const float button_w = button_width(ui, take, {.look = ButtonLook::chip, .key_hint = key});
    const bool beside = inside.w - button_w > ui.px(190);
    const float text_w = beside ? inside.w - button_w - gap : inside.w;

    std::string head(words("seating.repair"));
    if (!view.app.without_seat.empty())
        head = words("seating.without_seat",
                     {{"names", names_text(words, view.session(), view.app.without_seat, most_names)}});
    const TextBlock title = lay_out(ui.canvas, Face::bold, ui.px(17), head, inside.w);
    const std::vector<Line> lines = lines_of(ui, view, text_w, room);
    float height = pad + title.height;
    for (const Line& line : lines)
        height += gap + (beside ? std::max(line.height(), press) : line.height() + ui.px(6) + press);
    height += pad;

    const Rect card{area.x, area.y, area.w, height};
    fill(ui.canvas, card, theme.surface, ui.px(10));
    outline(ui.canvas, card, theme.hairline, ui.px(10), ui.px(1));
    fill(ui.canvas, {card.x + ui.px(1), card.y + ui.px(10), ui.px(3), card.h - ui.px(20)}, theme.alarm);
    text_item(ui, std::string(id) + ".repair", title, {inside.x, inside.y}, theme.ink);
    float y = inside.y + title.height + gap;
    const bool by_enter = view.writable() && ui.focus.id.empty() && !ui.focus.typing && ui.blocked_by.empty();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line& line = lines[i];
        const float tall = beside ? std::max(line.height(), press) : line.height();
        const std::string line_id = std::string(id) + ".choice." + std::to_string(line.choice + 1);
        const float top = y + (tall - line.height()) / 2;
        text_item(ui, line_id + ".text", line.text, {inside.x, top}, theme.ink);
        if (!line.names.lines.empty())
            text_item(ui, line_id + ".moves", line.names, {inside.x, top + line.text.height}, theme.muted);
        ButtonOptions options{.look = ButtonLook::chip};
        options.enabled = view.writable() ? Enabled::yes : Enabled::no;
        if (i == 0) options.key_hint = key;
        options.tip = line.text.text;
        const Rect rect = beside ? Rect{inside.right() - button_w, y + (tall - press) / 2, button_w, press}
                                 : Rect{inside.x, y + tall + ui.px(6), button_w, press};
        const bool pressed = button(ui, line_id, rect, take, options);
        if (pressed || (i == 0 && by_enter && take_key(ui, {.key = Key::enter}))) drawn.taken = line.choice;
        y += tall + gap + (beside ? 0 : ui.px(6) + press);
    }
    drawn.bottom = card.bottom();
    return drawn;
}

} // namespace ronde::gui
