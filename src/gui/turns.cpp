#include "gui/turns.hpp"

#include "base/local_text.hpp"
#include "cafe/harvest_reading.hpp"
#include "gui/stage_scene.hpp"
#include "gui/table_question.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

constexpr char32_t up_icon = 0xF062;
constexpr char32_t word_icon = 0xF0A1; // a megaphone
constexpr base::Duration length_step = std::chrono::seconds{30};
constexpr base::Duration least_length = std::chrono::seconds{30};
constexpr base::Duration most_length = std::chrono::minutes{60};

struct Turns {
    Ui& ui;
    const View& view;
    std::string prefix;
    TurnKey key;
    std::vector<cafe::Deed>& wishes;
    std::vector<cafe::Turn> turns;

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] Enabled if_writable() const { return view.writable() ? Enabled::yes : Enabled::no; }
    [[nodiscard]] std::string id(std::string_view rest) const { return prefix + ".turn" + std::string(rest); }
    [[nodiscard]] std::string table_name(const cafe::TableId& table) const {
        return table_words(words(), session(), cafe::index_of(session(), table).value_or(0));
    }

    void edit(std::vector<cafe::Turn> changed) const {
        cafe::HarvestPlan plan = session().harvest.plan;
        plan.turns = std::move(changed);
        wishes.emplace_back(cafe::EditHarvest{std::move(plan)});
    }
};

/// The clock of the table that speaks; its over time has its own words.
double draw_turn_clock(Turns& turns, const Rect& place, base::Duration left) {
    Canvas& canvas = turns.ui.canvas;
    const bool over = left < base::Duration::zero();
    const std::chrono::seconds shown = cafe::shown_seconds(left);
    const std::string text = over ? base::over_text(shown) : base::span_text(shown);
    const Colour colour = over ? canvas.theme.alarm : canvas.theme.ink;
    const float px = turns.ui.px(44);
    const float wide = digits_width(canvas, "+00:00", px);
    digits(canvas, text, {place.x + wide / 2, place.centre().y}, px, colour);
    note_item(canvas, turns.id(".clock"), "clock", text, {place.x, place.y, wide, place.h}, over ? "over" : "running");
    const float x = place.x + wide + turns.ui.px(14);
    const Rect words{x, place.y, place.right() - x, place.h / 2};
    label_in(canvas, Face::bold, turns.ui.px(16), turns.table_name(turns.session().stage.speaking.table), words,
             canvas.theme.ink);
    label_in(canvas, Face::text, turns.ui.px(15), turns.words()(over ? "turns.over" : "turns.speaks"),
             {x, place.y + place.h / 2, words.w, place.h / 2}, over ? canvas.theme.alarm : canvas.theme.muted);
    const auto rest = left % std::chrono::seconds{1};
    const base::Duration wait = rest > base::Duration::zero() ? rest : rest + std::chrono::seconds{1};
    return std::max(0.12, std::chrono::duration<double>(wait).count());
}

/// Who has the word now, and the button that passes it on.
double draw_present(Turns& turns, Rect& place) {
    Ui& ui = turns.ui;
    double redraw = std::numeric_limits<double>::infinity();
    const auto left = cafe::turn_left(turns.session(), turns.view.app.now);
    if (left) redraw = draw_turn_clock(turns, place.cut_top(ui.px(58)), *left);
    place.cut_top(ui.px(6));

    const cafe::TableId next = cafe::next_to_speak(turns.session());
    const std::string label = next.empty() ? std::string(turns.words()("turns.end"))
                                           : turns.words()("turns.give", {{"table", turns.table_name(next)}});
    ButtonOptions options{.look = ButtonLook::chip, .enabled = turns.if_writable()};
    if (turns.key == TurnKey::gives_word) options.key_hint = turns.words()("turns.key");
    if (turns.turns.empty()) options.enabled = Enabled::no;
    Rect row = place.cut_top(button_height(ui, ButtonLook::chip));
    const float width = std::min(row.w, button_width(ui, label, options));
    const auto letter = [&](char32_t lower) {
        return take_key(ui, {.character = lower}) || take_key(ui, {.character = lower - 32});
    };
    const bool pressed = turns.key == TurnKey::gives_word && options.enabled == Enabled::yes && !ui.focus.typing &&
                         ui.blocked_by.empty() && letter(U'p');
    if (button(ui, turns.id(".next"), row.cut_left(width), label, options) || pressed)
        turns.wishes.emplace_back(cafe::GiveWord{next});
    if (left && !next.empty()) {
        const std::string_view end = turns.words()("turns.end");
        const ButtonOptions quiet{.look = ButtonLook::quiet, .enabled = turns.if_writable()};
        row.cut_left(ui.px(8));
        const float wide = button_width(ui, end, quiet);
        if (wide > row.w) row = place.cut_top(row.h);
        if (button(ui, turns.id(".end"), row.cut_left(std::min(row.w, wide)), end, quiet))
            turns.wishes.emplace_back(cafe::GiveWord{});
    }
    return redraw;
}

/// How long each table has.
void draw_length(Turns& turns, Rect row) {
    Ui& ui = turns.ui;
    const base::Duration length = turns.session().harvest.plan.turn_length;
    const auto change = [&](base::Duration by) {
        cafe::HarvestPlan plan = turns.session().harvest.plan;
        plan.turn_length = std::clamp(length + by, least_length, most_length);
        turns.wishes.emplace_back(cafe::EditHarvest{std::move(plan)});
    };
    const float side = row.h;
    const ButtonOptions options{.look = ButtonLook::chip, .enabled = turns.if_writable()};
    if (button(ui, turns.id(".longer"), row.cut_right(side + ui.px(8)), "+", options)) change(length_step);
    const std::string text = base::span_text(std::chrono::duration_cast<std::chrono::seconds>(length));
    const Rect value = row.cut_right(ui.px(64));
    label_in(ui.canvas, Face::bold, ui.px(16), text, value, ui.canvas.theme.ink, Align::centre);
    note_item(ui.canvas, turns.id(".length"), "text", text, value, text);
    if (button(ui, turns.id(".shorter"), row.cut_right(side + ui.px(8)), "\xE2\x88\x92", options)) change(-length_step);
    label_in(ui.canvas, Face::text, ui.px(15), turns.words()("turns.length"), row, ui.canvas.theme.muted);
}

void draw_table(Turns& turns, const Rect& rect, std::size_t at) {
    Ui& ui = turns.ui;
    Canvas& canvas = ui.canvas;
    const cafe::Session& session = turns.session();
    const cafe::Turn& turn = turns.turns[at];
    const std::string id = turns.id("." + std::to_string(at + 1));
    const bool speaks = session.stage.speaking.table == turn.table;
    Rect inner = rect.inset(0, ui.px(5));
    const Rect left = inner.cut_left(ui.px(44));
    const Point badge{left.x + ui.px(16), left.centre().y};
    if (const auto question = question_of(session, 0, turn.table))
        mark(canvas, badge, ui.px(30), *question);
    else if (const auto number = cafe::index_of(session, turn.table))
        centred_number(canvas, std::to_string(*number + 1), badge, ui.px(17), canvas.theme.muted);

    const ButtonOptions give{.look = ButtonLook::quiet,
                             .enabled = turns.if_writable(),
                             .icon = word_icon,
                             .tip = turns.words()("turns.give_this")};
    if (button(ui, id + ".give", inner.cut_right(ui.px(34)), "", give))
        turns.wishes.emplace_back(cafe::GiveWord{speaks ? cafe::TableId{} : turn.table});
    const Rect up = inner.cut_right(ui.px(34));
    if (at > 0) {
        const ButtonOptions raise{.look = ButtonLook::quiet,
                                  .enabled = turns.if_writable(),
                                  .icon = up_icon,
                                  .tip = turns.words()("turns.up")};
        if (button(ui, id + ".up", up, "", raise)) {
            std::vector<cafe::Turn> changed = turns.turns;
            std::swap(changed[at], changed[at - 1]);
            turns.edit(std::move(changed));
        }
    }
    const std::string name = turns.table_name(turn.table);
    label_in(canvas, Face::bold, ui.px(15.5F), name, {inner.x + ui.px(8), inner.y, inner.w - ui.px(8), ui.px(22)},
             canvas.theme.ink);
    note_item(canvas, id, "row", name, {inner.x, inner.y, inner.w, ui.px(22)}, speaks ? "speaks" : "");
    const Rect field{inner.x, inner.y + ui.px(22), inner.w - ui.px(6), inner.h - ui.px(22)};
    if (const auto speaker = edit_field(ui, id + ".speaker", field, turn.speaker,
                                        {.hint = turns.words()("turns.speaker"),
                                         .label = turns.words()("turns.speaker"),
                                         .look = FieldLook::plain,
                                         .enabled = turns.if_writable(),
                                         .side = 8})) {
        std::vector<cafe::Turn> changed = turns.turns;
        changed[at].speaker = *speaker;
        turns.edit(std::move(changed));
    }
    if (speaks) fill(canvas, {rect.x - ui.px(10), rect.y + ui.px(6), ui.px(4), rect.h - ui.px(12)}, canvas.theme.ink);
    fill(canvas, {rect.x, rect.bottom() - 1, rect.w, 1}, canvas.theme.hairline);
}

} // namespace

double draw_turns(Ui& ui, const Rect& place, const View& view, std::string_view prefix, TurnKey key,
                  std::vector<cafe::Deed>& wishes) {
    Turns turns{ui, view, std::string(prefix), key, wishes, cafe::all_turns(view.session())};
    Rect rest = place;
    rest.cut_top(heading(ui, turns.words()("turns.title"), {rest.x, rest.y}, rest.w) + ui.px(8));
    const double redraw = draw_present(turns, rest);
    rest.cut_top(ui.px(12));
    draw_length(turns, rest.cut_top(ui.px(34)));
    rest.cut_top(ui.px(10));
    Scroll scroll(ui, std::string(prefix) + ".turns", rest);
    Rect row = scroll.content();
    row.x += ui.px(10);
    row.w -= ui.px(10);
    row.h = ui.px(68);
    for (std::size_t i = 0; i < turns.turns.size(); ++i, row.y += row.h) draw_table(turns, row, i);
    scroll.content_ends_at(row.y);
    return redraw;
}

} // namespace ronde::gui
