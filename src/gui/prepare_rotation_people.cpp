// The people chosen in the rotation: whom they meet, what can be pinned; and the pins.

#include "gui/prepare_rotation.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

/// A route: for each round the table and who else sits there.
float draw_route(const PrepareFrame& frame, const cafe::Participant& person, const Rect& area) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.session;
    float y = area.y;
    const float side = frame.px(34);
    for (int round = 1; round <= cafe::round_count(session); ++round) {
        const cafe::TableId table = cafe::table_of(session, round, person.id);
        const std::string title = frame.words()("prepare.step.round_title", {{"number", std::to_string(round)}});
        std::string text = title + " · ";
        if (table.empty()) {
            text += frame.words()("prepare.route.away");
        } else {
            auto others = cafe::people_at(session, round, table);
            std::erase(others, person.id);
            text += seat_text(frame.words(), session, table) + " · " + names_text(frame.words(), session, others);
        }
        const auto block = lay_out(ui.canvas, Face::text, frame.px(15), text, area.w - side);
        if (const auto question = cafe::index_of(session, cafe::question_at(session, round, table));
            question && !table.empty())
            mark(ui.canvas, {area.x + frame.px(11), y + block.line_height / 2}, frame.px(20), *question);
        text_item(ui, "prepare.route." + std::to_string(round), block, {area.x + side, y}, frame.theme().ink);
        y += block.height + frame.px(7);
    }
    return y;
}

void add_pin(const PrepareFrame& frame, cafe::Pin pin) {
    pin.id = {frame.dispatch.new_id("pin")};
    change_rules(frame, [&](cafe::SeatingRules& rules) {
        // Of two people there is one wish, of a host one table.
        std::erase_if(rules.pins, [&](const cafe::Pin& one) {
            const bool of_two = one.kind == cafe::PinKind::together || one.kind == cafe::PinKind::apart;
            if (pin.kind == cafe::PinKind::host) return one.kind == pin.kind && one.person == pin.person;
            return of_two && ((one.person == pin.person && one.other == pin.other) ||
                              (one.person == pin.other && one.other == pin.person));
        });
        rules.pins.push_back(std::move(pin));
    });
}

int meetings(const cafe::Session& session, const cafe::ParticipantId& one, const cafe::ParticipantId& other) {
    int met = 0;
    for (int round = 1; round <= cafe::round_count(session); ++round) {
        const cafe::TableId table = cafe::table_of(session, round, one);
        met += !table.empty() && table == cafe::table_of(session, round, other) ? 1 : 0;
    }
    return met;
}

/// Two people: how often they meet, and whether they are to.
float draw_two(const PrepareFrame& frame, const cafe::ParticipantId& one, const cafe::ParticipantId& other,
               const Rect& area) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const std::string text = words.count("prepare.chosen.two", meetings(frame.session, one, other),
                                         {{"names", names_text(words, frame.session, {one, other})}});
    const auto block = lay_out(ui.canvas, Face::bold, frame.px(16), text, area.w);
    text_item(ui, "prepare.chosen.two", block, {area.x, area.y}, frame.theme().ink);
    float x = area.x;
    float y = area.y + block.height + frame.px(8);
    const float height = button_height(ui, ButtonLook::chip);
    const ButtonOptions options{.look = ButtonLook::chip, .enabled = frame.can};
    const auto press = [&](std::string_view id, std::string_view label, cafe::PinKind kind) {
        const float width = button_width(ui, label, options);
        if (x > area.x && x + width > area.x + area.w) {
            x = area.x;
            y += height + frame.px(8);
        }
        if (button(ui, id, {x, y, width, height}, label, options))
            add_pin(frame, {.id = {}, .kind = kind, .person = one, .other = other});
        x += width + frame.px(10);
    };
    press("prepare.chosen.together", words("prepare.chosen.together"), cafe::PinKind::together);
    press("prepare.chosen.apart", words("prepare.chosen.apart"), cafe::PinKind::apart);
    return y + height + frame.px(8);
}

const cafe::Pin* host_pin(const cafe::Session& session, const cafe::ParticipantId& person) {
    for (const cafe::Pin& pin : session.seating_rules.pins)
        if (pin.kind == cafe::PinKind::host && pin.person == person) return &pin;
    return nullptr;
}

/// From which round to which a pinned host keeps the table: two numbers.
float draw_host_span(const PrepareFrame& frame, const cafe::Pin& pin, const Rect& area) {
    const Words& words = frame.words();
    const int rounds = cafe::round_count(frame.session);
    const int last = pin.last_round == 0 ? rounds : std::min(pin.last_round, rounds);
    const int first = std::min(std::max(1, pin.first_round), last); // the agenda may have fewer rounds by now
    const auto change = [&](int from, int to) {
        change_rules(frame, [&](cafe::SeatingRules& rules) {
            for (cafe::Pin& one : rules.pins) {
                if (one.id != pin.id) continue;
                one.first_round = from <= 1 ? 0 : from;
                one.last_round = to >= rounds ? 0 : to;
            }
        });
    };
    const float column = frame.px(stepper_width + 14);
    const float row = frame.px(24 + 40 + 8);
    const bool beside = 2 * column <= area.w + frame.px(14);
    const Rect second = beside ? Rect{area.x + column, area.y, 0, 0} : Rect{area.x, area.y + row, 0, 0};
    const auto number = [&](std::string_view id, std::string_view label, const Rect& at, int now, int least, int most) {
        small_label(frame.ui, label, {at.x, at.y}, area.w);
        const Rect place{at.x, at.y + frame.px(24), frame.px(stepper_width), frame.px(40)};
        return stepper(frame, id, place, now, least, most, label);
    };
    if (const auto from = number("prepare.chosen.host.first", words("prepare.chosen.host.first"), area, first, 1, last))
        change(*from, last);
    if (const auto to =
            number("prepare.chosen.host.last", words("prepare.chosen.host.last"), second, last, first, rounds))
        change(first, *to);
    return second.y + row;
}

/// The host's button, where there are hosts; once somebody is pinned so, for which rounds. In turns a host has the turn
/// in which the next round falls.
float draw_hosting(const PrepareFrame& frame, const cafe::Participant& person, const Rect& area) {
    const cafe::SeatingRules& rules = frame.session.seating_rules;
    if (rules.hosting == cafe::Hosting::none) return area.y;
    if (const cafe::Pin* pin = host_pin(frame.session, person.id)) return draw_host_span(frame, *pin, area);
    const int next = static_cast<int>(cafe::begun_rounds(frame.session)) + 1;
    const cafe::TableId table = cafe::table_of(frame.session, next, person.id);
    if (table.empty()) return area.y;
    Ui& ui = frame.ui;
    const std::string text =
        frame.words()("prepare.chosen.host", {{"table", seat_within(frame.words(), frame.session, table)}});
    const ButtonOptions options{.look = ButtonLook::chip, .enabled = frame.can};
    const Rect rect{area.x, area.y, button_width(ui, text, options), button_height(ui, ButtonLook::chip)};
    if (button(ui, "prepare.chosen.host", rect, text, options)) {
        cafe::Pin pin{.id = {}, .kind = cafe::PinKind::host, .person = person.id, .table = table};
        if (rules.hosting == cafe::Hosting::relay) {
            const int turn = (next - 1) / rules.host_rounds;
            pin.first_round = turn == 0 ? 0 : turn * rules.host_rounds + 1;
            const int last = (turn + 1) * rules.host_rounds;
            pin.last_round = last >= cafe::round_count(frame.session) ? 0 : last;
        }
        add_pin(frame, std::move(pin));
    }
    return rect.bottom() + frame.px(8);
}

float draw_pin(const PrepareFrame& frame, const cafe::Pin& pin, const std::string& id, const Rect& area) {
    Ui& ui = frame.ui;
    const auto& quality = frame.session.seating.quality;
    const bool broken = quality && std::ranges::find(quality->broken, pin.id.value) != quality->broken.end();
    std::string text = pin_text(frame.words(), frame.session, pin);
    if (broken) text += std::string(frame.words()("prepare.pins.broken"));
    const float height = frame.px(32);
    const float width =
        label_in(ui.canvas, broken ? Face::bold : Face::text, frame.px(15), text,
                 {area.x, area.y, area.w - frame.px(40), height}, broken ? frame.theme().alarm : frame.theme().ink);
    note_item(ui.canvas, id, "text", text, {area.x, area.y, width, height});
    const Rect cross{area.x + width + frame.px(8), area.y, frame.px(32), height};
    if (remove_button(frame, id + ".remove", cross, frame.words()("prepare.pins.remove"))) remove_pin(frame, pin.id);
    return area.y + height;
}

/// What concerns the chosen people, beside their route where there is room.
float draw_wishes(const PrepareFrame& frame, const Rect& area) {
    const auto& chosen = frame.state.chosen;
    float y = area.y;
    if (chosen.size() == 2) y = draw_two(frame, chosen[0], chosen[1], area);
    y = draw_hosting(frame, *cafe::find(frame.session, chosen.back()), {area.x, y, area.w, 0});
    int number = 0;
    for (const cafe::Pin& pin : frame.session.seating_rules.pins) {
        const bool of_one = pin.person == chosen.back() || pin.other == chosen.back();
        if (of_one) y = draw_pin(frame, pin, "prepare.chosen.pin." + std::to_string(++number), {area.x, y, area.w, 0});
    }
    return y;
}

} // namespace

float draw_chosen_people(const PrepareFrame& frame, const Rect& area) {
    Ui& ui = frame.ui;
    auto& chosen = frame.state.chosen;
    std::erase_if(chosen, [&](const auto& id) { return cafe::find(frame.session, id) == nullptr; });
    const float title = measured(ui.canvas, Face::bold, frame.px(16), "É", 0).line_height;
    const float stop = measured(ui.canvas, Face::text, frame.px(15), "É", 0).line_height;
    const float kept =
        area.y + title + frame.px(8) + (stop + frame.px(7)) * static_cast<float>(cafe::round_count(frame.session));
    if (chosen.empty()) {
        const auto block = lay_out(ui.canvas, Face::text, frame.px(15), frame.words()("prepare.chosen.none"),
                                   std::min(area.w, frame.px(640)));
        draw(ui.canvas, block, {area.x, area.y}, frame.theme().muted);
        return std::max(kept, area.y + block.height) + frame.px(16);
    }
    const cafe::Participant& last = *cafe::find(frame.session, chosen.back());
    const bool beside = area.w > frame.px(760);
    const float share = 0.64F * area.w;
    const Rect left{area.x, area.y, beside ? share - frame.px(24) : area.w, 0};
    const auto block = lay_out(ui.canvas, Face::bold, frame.px(16), last.name, left.w);
    text_item(ui, "prepare.chosen", block, {left.x, left.y}, frame.theme().ink);
    float y = draw_route(frame, last, {left.x, left.y + block.height + frame.px(8), left.w, 0});
    const Rect right = beside ? Rect{area.x + share, area.y, area.w - share, 0} : Rect{area.x, y, area.w, 0};
    y = std::max(y, draw_wishes(frame, right));
    return std::max(kept, y) + frame.px(16);
}

float draw_all_pins(const PrepareFrame& frame, const Rect& area) {
    const auto& pins = frame.session.seating_rules.pins;
    if (pins.empty()) return area.y;
    float y = area.y + heading(frame.ui, frame.words()("prepare.pins"), {area.x, area.y}, area.w) + frame.px(4);
    for (std::size_t i = 0; i < pins.size(); ++i)
        y = draw_pin(frame, pins[i], row_id("pin", i), {area.x, y, area.w, 0});
    return y + frame.px(18);
}

} // namespace ronde::gui
