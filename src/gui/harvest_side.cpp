// Récolter's right column: the themes, on which ideas are dropped and votes are typed.

#include "gui/harvest_parts.hpp"
#include "gui/kit_memory.hpp"
#include "gui/turns.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ronde::gui {
namespace {

constexpr std::size_t most_digits = 6;
constexpr long most_votes = 100000;
constexpr int most_dots = 20;

/// The digit that a character stands for: itself, or what AZERTY writes on the digits' keys without Shift.
std::optional<char> digit_of(char32_t character) {
    if (character >= U'0' && character <= U'9') return static_cast<char>(character);
    switch (character) {
    case U'&': return '1';
    case U'é': return '2';
    case U'"': return '3';
    case U'\'': return '4';
    case U'(': return '5';
    case U'-': return '6';
    case U'è': return '7';
    case U'_': return '8';
    case U'ç': return '9';
    case U'à': return '0';
    default: return std::nullopt;
    }
}

std::string vote_id(const cafe::Theme& theme) {
    return "harvest.theme." + theme.id.value + ".votes";
}

void take_votes(HarvestFrame& frame) {
    VoteDraft& draft = frame.state.votes;
    const cafe::Theme* theme = cafe::find(frame.session(), draft.theme);
    if (theme != nullptr && draft.changed) {
        const long votes = draft.digits.empty() ? 0 : std::min(most_votes, std::stol(draft.digits));
        if (votes != theme->votes) {
            cafe::Theme counted = *theme;
            counted.votes = static_cast<int>(votes);
            frame.wish(cafe::PutThemes{{counted}});
        }
    }
    draft = {};
}

/// Digits go into the cell that has the keyboard; Tab goes to the next theme's.
void type_votes(HarvestFrame& frame, const cafe::Theme& theme, const std::vector<const cafe::Theme*>& themes) {
    Ui& ui = frame.ui;
    VoteDraft& draft = frame.state.votes;
    if (draft.theme != theme.id) {
        take_votes(frame);
        draft = {.theme = theme.id, .digits = theme.votes > 0 ? std::to_string(theme.votes) : std::string{}};
    }
    bool first = !draft.changed;
    std::vector<KeyPress> left;
    const auto at = std::ranges::find(themes, theme.id, [](const cafe::Theme* it) { return it->id; });
    const auto go_to = [&](auto to) { focus_by_key(ui, vote_id(**to)); };
    bool done = false;
    for (const KeyPress& key : std::exchange(ui.keys, {})) {
        const auto digit = key.key == Key::character && !key.ctrl ? digit_of(key.character) : std::nullopt;
        if (done) {
            left.push_back(key);
        } else if (digit) {
            if (std::exchange(first, false)) draft.digits.clear(); // a new number takes the old one's place
            if (draft.digits.size() < most_digits) draft.digits += *digit;
            draft.changed = true;
        } else if (key.key == Key::backspace || (key.key == Key::del && !key.ctrl)) {
            first = false;
            if (!draft.digits.empty()) draft.digits.pop_back();
            draft.changed = true;
        } else if (key.key == Key::escape) {
            draft = {};
            give_focus(ui, {});
            done = true;
        } else if (key.key == Key::enter || key == KeyPress{.key = Key::tab} || key == KeyPress{.key = Key::down}) {
            take_votes(frame);
            if (at + 1 < themes.end())
                go_to(at + 1);
            else
                give_focus(ui, {});
            done = true;
        } else if (key == KeyPress{.key = Key::tab, .shift = true} || key == KeyPress{.key = Key::up}) {
            take_votes(frame);
            if (at > themes.begin())
                go_to(at - 1);
            else
                give_focus(ui, {});
            done = true;
        } else {
            left.push_back(key);
        }
    }
    ui.keys = std::move(left);
}

void draw_votes(HarvestFrame& frame, const cafe::Theme& theme, const std::vector<const cafe::Theme*>& themes,
                const Rect& rect) {
    Ui& ui = frame.ui;
    const std::string id = vote_id(theme);
    VoteDraft& draft = frame.state.votes;
    const bool writable = frame.view.writable();
    if (writable && ui.focus.id == id && ui.blocked_by.empty()) type_votes(frame, theme, themes);
    const bool drafted = draft.theme == theme.id && draft.changed;
    const std::string text = drafted ? draft.digits : theme.votes > 0 ? std::to_string(theme.votes) : std::string{};
    const WidgetState state = announce(ui,
                                       {.id = id,
                                        .role = "input",
                                        .label = frame.words()("harvest.votes"),
                                        .value = text,
                                        .enabled = frame.only_if(true)},
                                       rect);
    if (state.clicked) give_focus(ui, id);
    fill(ui.canvas, rect, frame.theme().surface, ui.px(8));
    outline(ui.canvas, rect, state.focused ? frame.theme().ink : frame.theme().hairline, ui.px(8),
            state.focused ? std::max(2.0F, ui.px(2)) : 1);
    label_in(ui.canvas, Face::bold, ui.px(17), text.empty() ? std::string_view("\xE2\x80\x93") : std::string_view(text),
             rect, text.empty() ? frame.theme().muted : frame.theme().ink, Align::centre);
}

/// Which ideas are being dropped: the selection where the carried one is part of it.
std::vector<cafe::IdeaId> dropped(const HarvestFrame& frame, const std::string& id) {
    const cafe::IdeaId carried{id};
    const auto& selected = frame.state.selected;
    return std::ranges::find(selected, carried) != selected.end() ? selected : std::vector{carried};
}

constexpr float votes_units = 82; ///< of a theme's row, at its right

/// A theme's name, in two lines where it is long.
TextBlock title_block(HarvestFrame& frame, const cafe::Theme& theme, float row_width) {
    const float room = row_width - frame.px(votes_units + 12 + 6);
    return lay_out(frame.ui.canvas, Face::bold, frame.px(16.5F), theme_title(frame, theme), std::max(1.0F, room), 2);
}

float theme_height(HarvestFrame& frame, const cafe::Theme& theme, float row_width) {
    const TextBlock title = title_block(frame, theme, row_width);
    return frame.px(60) + std::ceil(title.height - title.line_height);
}

void draw_theme(HarvestFrame& frame, const Rect& rect, const cafe::Theme& theme,
                const std::vector<const cafe::Theme*>& themes) {
    Ui& ui = frame.ui;
    const std::string id = "harvest.theme." + theme.id.value;
    const bool shown = frame.state.shown == HarvestShown::theme && frame.state.theme == theme.id;
    Rect inner = rect.inset(ui.px(12), 0);
    Rect votes = inner.cut_right(ui.px(64));
    votes = {votes.x, votes.centre().y - ui.px(19), votes.w, ui.px(38)};
    const Rect body{rect.x, rect.y, rect.w - ui.px(votes_units), rect.h};
    const std::string title = theme_title(frame, theme);
    const std::string ideas =
        frame.words().count("harvest.ideas", static_cast<long>(cafe::ideas_of(frame.session(), theme).size()));
    if (row(ui, id, body,
            {.selected = shown ? Selected::yes : Selected::no, .label = title, .value = ideas, .role = "theme"}))
        show_theme(frame, theme.id);
    const Colour ink = shown ? frame.theme().on_ink : frame.theme().ink;
    const Rect words{inner.x, rect.y, body.right() - inner.x - ui.px(6), rect.h};
    const TextBlock block = title_block(frame, theme, rect.w);
    draw(ui.canvas, block, {words.x, rect.y + ui.px(19) - block.line_height / 2}, ink);
    if (block.cut && under_mouse(ui, body)) memory_of(ui).tip = {id, title, body};
    const cafe::Stage& stage = frame.session().stage;
    std::string under = ideas;
    if (stage.projection == cafe::Projection::theme && stage.theme == theme.id)
        under += std::string(frame.words()("ideas.joint")) + std::string(frame.words()("ideas.projected"));
    label_in(ui.canvas, Face::text, ui.px(14), under, {words.x, rect.bottom() - ui.px(29), words.w, ui.px(22)},
             shown ? frame.theme().on_ink : frame.theme().muted);
    draw_votes(frame, theme, themes, votes);
    if (frame.view.writable())
        if (const auto id_dropped = drop_target(ui, carried_idea, body))
            sort_into(frame, theme.id, dropped(frame, *id_dropped));
    fill(ui.canvas, {rect.x, rect.bottom() - 1, rect.w, 1}, frame.theme().hairline);
}

void draw_order(HarvestFrame& frame, Rect& place) {
    const Words& words = frame.words();
    const std::vector<std::string_view> labels{words("harvest.order.by_hand"), words("harvest.order.by_votes"),
                                               words("harvest.order.by_ideas")};
    const Rect row = place.cut_top(choice_height(frame.ui, labels, place.w));
    if (const auto now = choice(frame.ui, {"harvest.order.by_hand", "harvest.order.by_votes", "harvest.order.by_ideas"},
                                labels, static_cast<std::size_t>(frame.state.order), row))
        frame.state.order = static_cast<cafe::ThemeOrder>(*now);
}

/// How many votes are given, of how many; too many is said.
struct VotesGiven {
    std::string text{};
    bool over = false;

    [[nodiscard]] Face face() const { return over ? Face::bold : Face::text; }
};

VotesGiven votes_given(const HarvestFrame& frame) {
    long given = 0;
    for (const cafe::Theme& theme : frame.session().harvest.themes) given += theme.votes;
    const long most =
        static_cast<long>(cafe::people_present(frame.session())) * frame.session().harvest.plan.dots_per_person;
    return {frame.words()("harvest.votes_given", {{"n", std::to_string(given)}, {"most", std::to_string(most)}}),
            given > most};
}

/// Dots per person, how many that makes, and how many are given: beside each other from the bottom of `place`, or under
/// each other where that is narrow.
void draw_dots(HarvestFrame& frame, Rect& place) {
    Ui& ui = frame.ui;
    const cafe::HarvestPlan& plan = frame.session().harvest.plan;
    const VotesGiven votes = votes_given(frame);
    const float side = button_height(ui, ButtonLook::chip);
    const float stepper = 2 * side + ui.px(34 + 8);
    const TextBlock dots =
        lay_out(ui.canvas, Face::text, ui.px(15), frame.words()("harvest.dots"), std::max(1.0F, place.w - stepper), 2);
    TextBlock given = lay_out(ui.canvas, votes.face(), ui.px(14), votes.text, place.w - stepper);
    const bool beside = given.lines.size() == 1 && dots.lines.size() == 1;
    if (!beside) given = lay_out(ui.canvas, votes.face(), ui.px(14), votes.text, place.w);
    Rect row = place.cut_bottom(ui.px(64) + (beside ? 0 : given.height));
    fill(ui.canvas, {row.x, row.y, row.w, 1}, frame.theme().hairline);
    row = row.inset(0, ui.px(8));
    const Rect below = beside ? Rect{} : row.cut_bottom(given.height);

    const auto step = [&](std::string_view id, std::string_view sign, int by, bool possible) {
        const Rect at = row.cut_right(side);
        const ButtonOptions options{.look = ButtonLook::chip, .enabled = frame.only_if(possible)};
        if (!button(ui, id, {at.x, row.centre().y - side / 2, at.w, side}, sign, options)) return;
        cafe::HarvestPlan changed = plan;
        changed.dots_per_person += by;
        frame.wish(cafe::EditHarvest{std::move(changed)});
    };
    step("harvest.dots.plus", "+", 1, plan.dots_per_person < most_dots);
    const std::string number = std::to_string(plan.dots_per_person);
    const Rect value = row.cut_right(ui.px(34));
    label_in(ui.canvas, Face::bold, ui.px(16), number, value, frame.theme().ink, Align::centre);
    note_item(ui.canvas, "harvest.dots", "text", number, value, number);
    step("harvest.dots.minus", "\xE2\x88\x92", -1, plan.dots_per_person > 1);
    const float stack = dots.height + (beside ? given.height : 0);
    const Point at{row.x, row.centre().y - stack / 2};
    draw(ui.canvas, dots, at, frame.theme().ink);
    const Point said = beside ? Point{at.x, at.y + dots.height} : Point{below.x, below.y};
    draw(ui.canvas, given, said, votes.over ? frame.theme().alarm : frame.theme().muted);
    note_item(ui.canvas, "harvest.votes_given", "text", votes.text, {said.x, said.y, given.width, given.height},
              votes.over ? "over" : "");
}

void draw_themes_side(HarvestFrame& frame, Rect place) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const std::vector<const cafe::Theme*> themes = cafe::themes_in_order(frame.session(), frame.state.order);
    const std::string label = frame.state.selected.empty()
                                  ? std::string(words("harvest.new"))
                                  : words.count("harvest.new_of", static_cast<long>(frame.state.selected.size()));
    const ButtonOptions fresh{
        .look = ButtonLook::chip, .key_hint = words("harvest.new.key"), .enabled = frame.only_if(true)};
    Rect row = place.cut_top(button_height(ui, ButtonLook::chip));
    const Rect make = row.cut_left(std::min(row.w, button_width(ui, label, fresh)));
    const bool key = frame.view.writable() && frame.letter(U'n');
    if (button(ui, "harvest.new", make, label, fresh) || key) ask(frame, HarvestAsking::name, frame.state.selected);
    if (frame.view.writable())
        if (const auto id = drop_target(ui, carried_idea, make)) ask(frame, HarvestAsking::name, dropped(frame, *id));
    if (!frame.state.selected.empty()) {
        const std::string sort = words.count("harvest.sort", static_cast<long>(frame.state.selected.size()));
        const ButtonOptions options{
            .look = ButtonLook::chip, .key_hint = words("harvest.sort.key"), .enabled = frame.only_if(true)};
        row.cut_left(ui.px(10));
        const float wide = button_width(ui, sort, options);
        if (wide > row.w) {
            place.cut_top(ui.px(8));
            row = place.cut_top(button_height(ui, ButtonLook::chip));
        }
        if (button(ui, "harvest.sort", row.cut_left(std::min(row.w, wide)), sort, options))
            ask(frame, HarvestAsking::sort, frame.state.selected);
    }
    place.cut_top(ui.px(12));
    if (themes.empty()) {
        const TextBlock text = lay_out(ui.canvas, Face::text, ui.px(16), words("harvest.no_theme"), place.w);
        text_item(ui, "harvest.no_theme", text, {place.x, place.y}, frame.theme().muted);
        return;
    }
    draw_order(frame, place);
    place.cut_top(ui.px(8));
    draw_dots(frame, place);

    if (!themes.empty() && frame.view.writable() && frame.letter(U'v')) {
        const bool shown = frame.state.shown == HarvestShown::theme;
        const auto first = std::ranges::find_if(
            themes, [&](const cafe::Theme* theme) { return shown && theme->id == frame.state.theme; });
        focus_by_key(ui, vote_id(first == themes.end() ? *themes.front() : **first));
    }
    Scroll scroll(ui, "harvest.themes", place);
    Rect line = scroll.content();
    for (const cafe::Theme* theme : themes) {
        line.h = theme_height(frame, *theme, line.w);
        draw_theme(frame, line, *theme, themes);
        line.y += line.h;
    }
    scroll.content_ends_at(line.y);
}

} // namespace

void draw_harvest_side(HarvestFrame& frame, const Rect& place) {
    const Words& words = frame.words();
    // A number whose cell was left is taken, wherever the keyboard went.
    const cafe::ThemeId drafted = frame.state.votes.theme;
    if (!drafted.empty() && frame.ui.focus.id != "harvest.theme." + drafted.value + ".votes") take_votes(frame);
    Rect rest = place;
    rest.cut_top(frame.px(28));
    const std::vector<std::string_view> labels{words("harvest.side.themes"), words("harvest.side.suggestions"),
                                               words("harvest.side.turns")};
    const Rect row = rest.cut_top(choice_height(frame.ui, labels, rest.w));
    if (const auto now = choice(frame.ui, {"harvest.side.themes", "harvest.side.suggestions", "harvest.side.turns"},
                                labels, static_cast<std::size_t>(frame.state.side), row))
        frame.state.side = static_cast<HarvestSide>(*now);
    rest.cut_top(frame.px(18));
    rest.cut_bottom(frame.px(12));
    switch (frame.state.side) {
    case HarvestSide::themes: return draw_themes_side(frame, rest);
    case HarvestSide::suggestions: return draw_suggestions(frame, rest);
    case HarvestSide::turns:
        frame.redraw_in =
            std::min(frame.redraw_in, draw_turns(frame.ui, rest, frame.view, "harvest", TurnKey::none, frame.wishes));
        return;
    }
}

} // namespace ronde::gui
