// The opening exchange by a show of hands: three numbers a component, typed one after the other; and the line over the
// grid of places.

#include "gui/opening_grid_parts.hpp"
#include "gui/opening_marks.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ronde::gui {
namespace {

constexpr float row_units = 56;
constexpr float head_units = 34;

std::optional<int> number_in(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    if (text.empty()) return 0;
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < 0) return std::nullopt;
    return number;
}

int& count_in(cafe::HandCount& count, cafe::Answer answer) {
    if (answer == cafe::Answer::essential) return count.essential;
    return answer == cafe::Answer::depends ? count.depends : count.not_essential;
}

cafe::HandCount hands_of(const cafe::Session& session, const cafe::ComponentId& component) {
    const auto& hands = session.opening_record.hands;
    const auto found = std::ranges::find(hands, component, &cafe::HandCount::component);
    return found == hands.end() ? cafe::HandCount{.component = component} : *found;
}

std::string field_id(std::size_t component, std::size_t answer) {
    constexpr std::array<std::string_view, 3> names{"essential", "depends", "not_essential"};
    return "opening.hands." + std::to_string(component + 1) + '.' + std::string(names[answer]);
}

} // namespace

float hands_height(const Ui& ui, const cafe::Session& session) {
    return ui.px(head_units +
                 row_units * static_cast<float>(std::max<std::size_t>(1, session.opening.components.size())));
}

void draw_hands(Ui& ui, const Rect& place, const View& view, std::vector<cafe::Deed>& wishes) {
    const cafe::Session& session = view.session();
    const auto& components = session.opening.components;
    const Words& words = ui.canvas.words;
    Rect rest = place;
    const Rect head = rest.cut_top(ui.px(head_units));
    if (components.empty()) {
        text_item(ui, "opening.nothing",
                  lay_out(ui.canvas, Face::text, ui.px(16), words("opening.no_components"), rest.w), {rest.x, rest.y},
                  ui.canvas.theme.muted);
        return;
    }
    const float field = std::min(ui.px(104), rest.w * 0.18F);
    const float gap = ui.px(14);
    const float fields = 3 * field + 2 * gap;
    for (std::size_t a = 0; a < opening_answers.size(); ++a) {
        const Rect cell{head.right() - ui.px(10) - fields + static_cast<float>(a) * (field + gap), head.y, field,
                        head.h};
        label_in(ui.canvas, Face::text, ui.px(13.5F), answer_words(words, opening_answers[a]), cell,
                 ui.canvas.theme.muted, Align::centre);
    }
    Scroll scroll(ui, "opening.hands", rest);
    Rect row = scroll.content();
    row.h = ui.px(row_units);
    for (std::size_t c = 0; c < components.size(); ++c, row.y += row.h) {
        Rect left{row.x, row.y, row.w - fields - gap - ui.px(10), row.h};
        const TextBlock text = lay_out(ui.canvas, Face::text, ui.px(16), components[c].text, left.w, 2);
        draw(ui.canvas, text, {left.x, left.centre().y - text.height / 2}, ui.canvas.theme.ink);
        note_item(ui.canvas, "opening.component." + std::to_string(c + 1), "text", components[c].text, left);
        cafe::HandCount count = hands_of(session, components[c].id);
        for (std::size_t a = 0; a < opening_answers.size(); ++a) {
            const Rect at{row.right() - ui.px(10) - fields + static_cast<float>(a) * (field + gap), row.y + ui.px(6),
                          field, row.h - ui.px(12)};
            int& number = count_in(count, opening_answers[a]);
            const std::string id = field_id(c, a);
            const bool entered =
                ui.focus.id == id && std::ranges::find(ui.keys, KeyPress{.key = Key::enter}) != ui.keys.end();
            const FieldOptions options{.hint = "0",
                                       .label = answer_words(words, opening_answers[a]),
                                       .face = Face::bold,
                                       .size = 17,
                                       .enabled = view.writable() ? Enabled::yes : Enabled::no};
            const auto typed = edit_field(ui, id, at, number == 0 ? std::string{} : std::to_string(number), options);
            if (const auto said = typed ? number_in(*typed) : std::nullopt; said && *said != number) {
                number = *said;
                wishes.push_back(cafe::CountHands{count});
            }
            // Enter goes on to the next number.
            if (entered && (a + 1 < opening_answers.size() || c + 1 < components.size()))
                focus_by_key(ui, a + 1 < opening_answers.size() ? field_id(c, a + 1) : field_id(c + 1, 0));
        }
        fill(ui.canvas, {row.x, row.bottom() - 1, row.w, 1}, ui.canvas.theme.hairline);
    }
    scroll.content_ends_at(row.y);
}

void draw_grid_head(GridFrame& frame, Rect row) {
    Ui& ui = frame.ui;
    const std::string_view label = frame.words()("opening.everybody");
    const bool everybody = frame.state.asked == cafe::Asked::everybody;
    const ButtonOptions chip{.look = ButtonLook::chip, .selected = everybody ? Selected::yes : Selected::no};
    const bool others = std::ranges::any_of(frame.session.organisations, [](const cafe::Organisation& it) {
        return it.kind != cafe::OrganisationKind::third_place;
    });
    if (others) {
        const Rect at = row.cut_right(std::min(button_width(ui, label, chip), row.w * 0.5F));
        if (button(ui, "opening.everybody", at, label, chip))
            frame.state.asked = everybody ? cafe::Asked::third_places : cafe::Asked::everybody;
        row.cut_right(frame.px(12));
    }
    const auto left = static_cast<long>(cafe::places_to_ask(frame.reading).size());
    const std::string text = frame.reading.places.empty() ? std::string{}
                             : left == 0                  ? std::string(frame.words()("opening.all_heard"))
                                                          : frame.words().count("opening.to_hear", left);
    label_in(ui.canvas, Face::text, frame.px(15), text, row, frame.theme().muted);
    note_item(ui.canvas, "opening.to_hear", "text", text, row, std::to_string(left));
}

} // namespace ronde::gui
