// Noter's head: which table, which question, who sits there, how long still.

#include "gui/notes_parts.hpp"

#include "base/local_text.hpp"
#include "cafe/warning.hpp"
#include "gui/seating_words.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

namespace {

struct ClockWords {
    std::string digits;
    Colour colour;
    std::string_view under; ///< what the state is called; empty while it just runs
};

ClockWords clock_of(const NotesFrame& frame) {
    const cafe::TimerReading& timer = frame.view.app.timer;
    const Theme& theme = frame.theme();
    const auto shown = cafe::shown_seconds(timer.left);
    switch (timer.look) {
    case cafe::TimerLook::idle: return {base::span_text(shown), theme.muted, frame.words()("notes.clock.idle")};
    case cafe::TimerLook::running:
        return {base::span_text(shown), theme.ink,
                cafe::since_warning(timer) ? frame.words()("notes.clock.two_minutes") : std::string_view{}};
    case cafe::TimerLook::last_minute:
        return {base::span_text(shown), theme.alarm, frame.words()("notes.clock.last_minute")};
    case cafe::TimerLook::over: return {base::over_text(shown), theme.alarm, frame.words()("notes.clock.over")};
    case cafe::TimerLook::paused: return {base::span_text(shown), theme.muted, frame.words()("notes.clock.paused")};
    case cafe::TimerLook::finished: return {{}, theme.muted, frame.words()("notes.clock.finished")};
    }
    return {{}, theme.ink, {}};
}

float draw_clock(const NotesFrame& frame, const Rect& head) {
    Ui& ui = frame.ui;
    const ClockWords clock = clock_of(frame);
    const float px = ui.px(42);
    const float under = clock.under.empty() ? 0 : text_width(ui.canvas, Face::text, ui.px(15), clock.under);
    const float width = std::max(digits_width(ui.canvas, clock.digits, px), under);
    const Rect rect{head.right() - width, head.y, width, head.h};
    digits(ui.canvas, clock.digits, {rect.centre().x, rect.centre().y}, px, clock.colour);
    label_in(ui.canvas, Face::text, ui.px(15), clock.under,
             {rect.x, rect.centre().y + ui.px(clock.digits.empty() ? -10 : 22), rect.w, ui.px(22)}, clock.colour,
             Align::centre);
    note_item(ui.canvas, "notes.timer", "clock", clock.under, rect, clock.digits);
    return width;
}

/// What a table's chip says where the whole room takes one question a round: a mark would tell no table from another.
std::string chip_words(const cafe::Table& table, std::size_t index) {
    return std::to_string(index + 1) + (table.name.empty() ? std::string{} : ' ' + table.name);
}

/// As wide as a chip would like to be.
float chip_width(const NotesFrame& frame) {
    float width = frame.ui.px(66);
    if (frame.session().seating_rules.style == cafe::SeatingStyle::carousel) return width;
    const auto& tables = frame.session().tables;
    for (std::size_t i = 0; i < tables.size(); ++i)
        width = std::max(width, button_width(frame.ui, chip_words(tables[i], i), {.look = ButtonLook::chip}));
    return std::min(width, frame.ui.px(190));
}

/// Chips of the tables: nine, the chosen one among them, and the list of all where there are more.
void draw_table_chips(const NotesFrame& frame, Rect strip) {
    Ui& ui = frame.ui;
    const auto& tables = frame.session().tables;
    const bool marked = frame.session().seating_rules.style == cafe::SeatingStyle::carousel;
    const float height = std::round(ui.px(34));
    strip.h = height;
    const std::string_view hint = frame.words()(tables.size() > 9 ? "notes.tables.keys_more" : "notes.tables.keys");
    const float hint_width = text_width(ui.canvas, Face::text, ui.px(13), hint);
    if (strip.w > ui.px(640))
        label_in(ui.canvas, Face::text, ui.px(13), hint, strip.cut_right(hint_width), frame.theme().muted,
                 Align::right);
    const float between = ui.px(8);
    const float width = std::round(
        std::min(chip_width(frame),
                 (strip.w + between) / static_cast<float>(std::clamp<std::size_t>(tables.size(), 6, 10)) - between));
    std::size_t first = 0;
    const auto fitting = static_cast<std::size_t>(std::max(1.0F, std::floor((strip.w + between) / (width + between))));
    if (tables.size() > fitting && frame.table_index >= fitting) first = frame.table_index + 1 - fitting;
    for (std::size_t i = first; i < tables.size() && i < first + fitting; ++i) {
        const bool chosen = i == frame.table_index;
        const std::string number = std::to_string(i + 1);
        const Rect rect{strip.x + static_cast<float>(i - first) * (width + between), strip.y, width, height};
        const std::string name = frame.words()("table.numbered", {{"n", number}});
        const ButtonOptions options{.look = ButtonLook::chip,
                                    .selected = chosen ? Selected::yes : Selected::no,
                                    .role = "table",
                                    .value = chosen ? "selected" : std::string_view{},
                                    .tip = tables[i].name.empty() ? std::string_view(name)
                                                                  : std::string_view(tables[i].name)};
        // Where the number stands beside a question's mark, the chip itself has no words to draw.
        if (button(ui, "notes.table." + number, rect, marked ? std::string{} : chip_words(tables[i], i), options)) {
            frame.state.table = tables[i].id;
            take_up_typing(ui);
        }
        if (!marked) continue;
        const auto question =
            cafe::index_of(frame.session(), cafe::question_at(frame.session(), frame.round, tables[i].id));
        const float size = ui.px(24);
        if (question) mark(ui.canvas, {rect.x + ui.px(20), rect.centre().y}, size, *question);
        label_in(ui.canvas, Face::bold, ui.px(15), number, {rect.x + ui.px(34), rect.y, rect.w - ui.px(40), rect.h},
                 chosen ? frame.theme().on_ink : frame.theme().ink, Align::centre);
    }
}

} // namespace

void draw_notes_head(const NotesFrame& frame, Rect& place) {
    Ui& ui = frame.ui;
    const cafe::Session& session = frame.session();
    place.cut_top(ui.px(18));
    draw_table_chips(frame, place.cut_top(ui.px(34)));
    place.cut_top(ui.px(20));

    const auto question = cafe::index_of(session, cafe::question_at(session, frame.round, frame.table.id));
    const std::string text =
        question ? session.questions[*question].text : std::string(frame.words()("notes.no_question"));
    const float mark_size = question ? ui.px(56) : 0;
    const float text_x = question ? ui.px(82) : 0;
    const float clock_width = std::max(ui.px(112), digits_width(ui.canvas, "00:00", ui.px(42)));
    const float text_width_here = std::max(ui.px(120), place.w - text_x - clock_width - ui.px(28));
    const float most_height = std::min(ui.px(132), place.h * 0.26F);
    const TextBlock title =
        lay_out_to_fit(ui.canvas, Face::title, ui.px(37), ui.px(20), text, text_width_here, most_height);
    const Rect head = place.cut_top(std::max(title.height, ui.px(62)));
    if (question)
        mark(ui.canvas, {head.x + mark_size / 2 + ui.px(2), head.y + std::min(head.h / 2, ui.px(44))}, mark_size,
             *question);
    text_item(ui, "notes.question", title, {head.x + text_x, head.centre().y - title.height / 2}, frame.theme().ink);
    draw_clock(frame, head);

    place.cut_top(ui.px(14));
    const Rect who = place.cut_top(ui.px(28));
    const bool routes = frame.round > 0 && static_cast<std::size_t>(frame.round) <= session.seating.companies.size();
    const cafe::Group* group =
        routes ? nullptr : cafe::find(session, cafe::group_at(session, frame.round, frame.table.id));
    const auto people = cafe::people_at(session, frame.round, frame.table.id);
    const std::string name = group ? group->name : routes ? names_text(frame.words(), session, people) : std::string{};
    std::string about;
    const auto add = [&](const std::string& words) { about += (about.empty() ? "" : " · ") + words; };
    if (const int number = cafe::number_at(session, frame.round, frame.table.id); number > 0)
        add(frame.words().count("notes.people", number));
    add(table_name(frame));
    add(frame.round > 0 ? frame.words()("notes.round", {{"n", std::to_string(frame.round)}})
                        : std::string(frame.words()("notes.before_rounds")));
    float x = who.x;
    if (!name.empty())
        x += label_in(ui.canvas, Face::bold, ui.px(17), name, {x, who.y, who.w * (routes ? 0.68F : 0.5F), who.h},
                      frame.theme().ink) +
             ui.px(12);
    label_in(ui.canvas, Face::text, ui.px(17), about, {x, who.y, std::max(0.0F, who.right() - x), who.h},
             frame.theme().muted);
    note_item(ui.canvas, "notes.who", "text", (name.empty() ? std::string{} : name + " · ") + about, who);
    place.cut_top(ui.px(14));
}

} // namespace ronde::gui
