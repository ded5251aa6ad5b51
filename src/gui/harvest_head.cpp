// Récolter's upper rows: what can be projected, the filters, and the theme that is shown.

#include "gui/harvest_parts.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

/// The idea that comes after the projected one among those that are shown, or the first.
cafe::IdeaId next_idea(const HarvestFrame& frame, const std::vector<std::size_t>& places) {
    const auto& ideas = frame.session().ideas;
    const auto shown =
        std::ranges::find_if(places, [&](std::size_t place) { return ideas[place].id == frame.session().stage.idea; });
    if (shown == places.end() || shown + 1 == places.end()) return ideas[places.front()].id;
    return ideas[*(shown + 1)].id;
}

/// The wall, of themes where there are any; the button takes it off again.
void draw_wall_button(HarvestFrame& frame, const std::vector<std::size_t>& places, auto&& place_button) {
    const Words& words = frame.words();
    const cafe::Session& session = frame.session();
    const bool by_theme = !session.harvest.themes.empty();
    const cafe::Projection wall = by_theme ? cafe::Projection::themes : cafe::Projection::wall;
    const bool on = session.stage.projection == wall;
    const ButtonOptions options{.look = on ? ButtonLook::plain : ButtonLook::primary,
                                .key_hint = words("harvest.wall.key"),
                                .enabled = frame.only_if(by_theme || !places.empty())};
    const std::string_view label = on ? (by_theme ? words("harvest.wall.themes_off") : words("harvest.wall.off"))
                                   : by_theme ? words("harvest.wall.themes")
                                              : words("harvest.wall");
    const bool key = options.enabled == Enabled::yes && frame.letter(U'm');
    if (place_button("harvest.wall", label, options) || key)
        frame.wish(cafe::Project{.projection = on ? cafe::Projection::none : wall});
}

/// The title and how many ideas are shown, from the left of a row.
void draw_name(HarvestFrame& frame, Rect row, const std::vector<std::size_t>& places) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const TextBlock title = lay_out(ui.canvas, Face::title, ui.px(40), words("harvest.title"), row.w, 1);
    text_item(ui, "harvest.title", title, {row.x, row.y - ui.px(4)}, ui.canvas.theme.ink);
    row.cut_left(title.width + ui.px(18));
    const std::string count = places.size() == frame.session().ideas.size()
                                  ? words.count("harvest.ideas", static_cast<long>(places.size()))
                                  : words.count("harvest.ideas_of", static_cast<long>(places.size()),
                                                {{"all", std::to_string(frame.session().ideas.size())}});
    if (text_width(ui.canvas, Face::text, ui.px(17), count) <= row.w) // a beginning of it would say another number
        label_in(ui.canvas, Face::text, ui.px(17), count, {row.x, row.y, row.w, ui.px(48)}, ui.canvas.theme.muted);
}

/// The title and what can be projected, in a row; in two where it is narrow.
void draw_title(HarvestFrame& frame, Rect& place, const std::vector<std::size_t>& places) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const cafe::Stage& stage = frame.session().stage;
    const bool two_rows = place.w <= ui.px(790);
    if (two_rows) {
        draw_name(frame, place.cut_top(ui.px(50)), places);
        place.cut_top(ui.px(2));
    }
    Rect row = place.cut_top(ui.px(62));
    const float title = two_rows ? 0 : text_width(ui.canvas, Face::title, ui.px(40), words("harvest.title"));
    const auto place_button = [&](std::string_view id, std::string_view text, const ButtonOptions& options) {
        const float width = std::min(button_width(ui, text, options), std::max(ui.px(40), row.w - title));
        const Rect rect = row.cut_right(width);
        row.cut_right(ui.px(12));
        return button(ui, id, {rect.x, row.y, rect.w, button_height(ui, options.look)}, text, options);
    };
    draw_wall_button(frame, places, place_button);

    ButtonOptions next{.key_hint = words("harvest.next.key"), .enabled = frame.only_if(!places.empty())};
    const bool next_key = next.enabled == Enabled::yes && frame.letter(U'i');
    const bool narrow = row.w < ui.px(330);
    if (narrow) next = {.look = ButtonLook::quiet, .enabled = next.enabled};
    if (place_button("harvest.next", words("harvest.next"), next) || next_key)
        frame.wish(cafe::Project{.projection = cafe::Projection::idea, .idea = next_idea(frame, places)});

    if (stage.projection == cafe::Projection::idea || stage.projection == cafe::Projection::theme) {
        const ButtonOptions off{
            .look = ButtonLook::quiet, .key_hint = words("harvest.off.key"), .enabled = frame.only_if(true)};
        if (place_button("harvest.off", words("harvest.off"), off) || frame.letter(U'o')) frame.wish(cafe::Project{});
    }
    const ButtonOptions what_next{.look = ButtonLook::quiet, .key_hint = words("harvest.follow_up.key")};
    if (place_button("harvest.follow_up", words("harvest.follow_up"), what_next) || frame.letter(U'f'))
        frame.state.what_next = true;
    if (!two_rows) draw_name(frame, row, places);
}

/// "17 idées à classer": how many sit in no theme; pressed, only those are shown.
void draw_unsorted(HarvestFrame& frame, Rect& row, float chip) {
    const cafe::Session& session = frame.session();
    if (session.ideas.empty()) return;
    const auto count =
        std::ranges::count_if(session.ideas, [&](const cafe::Idea& idea) { return !frame.sorting.contains(idea.id); });
    const bool on = frame.state.shown == HarvestShown::unsorted;
    const std::string label = frame.words().count("harvest.unsorted", static_cast<long>(count));
    const std::string value = std::to_string(count);
    const ButtonOptions options{.look = ButtonLook::chip,
                                .key_hint = frame.words()("harvest.unsorted.key"),
                                .selected = on ? Selected::yes : Selected::no,
                                .value = value};
    const float width = std::min(row.w, button_width(frame.ui, label, options));
    const Rect at = row.cut_left(width);
    row.cut_left(frame.px(10));
    const bool pressed =
        button(frame.ui, "harvest.unsorted", {at.x, row.centre().y - chip / 2, width, chip}, label, options);
    if (!pressed && !frame.letter(U'u')) return;
    frame.state.shown = on ? HarvestShown::all : HarvestShown::unsorted;
    frame.state.selected.clear();
}

/// The rows with the filters.
void draw_filters(HarvestFrame& frame, Rect& place) {
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    IdeaWish& wish = frame.state.wish;
    Rect row = place.cut_top(ui.px(46));
    const float chip = button_height(ui, ButtonLook::chip);
    const Rect field = row.cut_left(std::min(ui.px(270), row.w * 0.35F));
    (void)text_field(ui, "harvest.filter", field, wish.words,
                     {.hint = words("harvest.filter"), .label = words("harvest.filter")});
    row.cut_left(ui.px(14));
    draw_unsorted(frame, row, chip);

    const ButtonOptions star{.look = ButtonLook::chip,
                             .key_hint = words("harvest.starred.key"),
                             .selected = wish.starred_only ? Selected::yes : Selected::no};
    const float star_width = std::min(row.w, button_width(ui, words("harvest.starred"), star));
    const Rect starred = row.cut_left(star_width);
    if (button(ui, "harvest.starred", {starred.x, row.centre().y - chip / 2, star_width, chip},
               words("harvest.starred"), star) ||
        frame.letter(U'e'))
        wish.starred_only = !wish.starred_only;
    row.cut_left(ui.px(10));

    const std::vector<std::string_view> labels{words("ideas.kind.all"), words("ideas.kind.ideas"),
                                               words("ideas.kind.questions"), words("ideas.kind.quotes"),
                                               words("ideas.kind.actions")};
    float kinds = 0;
    for (const std::string_view label : labels)
        kinds += button_width(ui, label, {.look = ButtonLook::chip}) + ui.px(10);
    Rect at{row.x, row.centre().y - chip / 2, row.w, chip};
    if (kinds > row.w) {
        place.cut_top(ui.px(8));
        at = place.cut_top(choice_height(ui, labels, place.w));
    }
    const std::size_t chosen = wish.kind ? static_cast<std::size_t>(*wish.kind) + 1 : 0;
    if (const auto now = choice(ui,
                                {"harvest.kind.all", "harvest.kind.idea", "harvest.kind.question", "harvest.kind.quote",
                                 "harvest.kind.action"},
                                labels, chosen, at))
        wish.kind = *now == 0 ? std::nullopt : std::optional{static_cast<cafe::IdeaKind>(*now - 1)};
}

/// The key of a theme's action: a letter of either size, or another key while nobody types.
bool takes(HarvestFrame& frame, const KeyPress& key) {
    if (key.key == Key::character) return frame.letter(key.character);
    return !frame.ui.focus.typing && frame.ui.blocked_by.empty() && take_key(frame.ui, key);
}

} // namespace

void draw_harvest_head(HarvestFrame& frame, Rect& place, const std::vector<std::size_t>& places) {
    draw_title(frame, place, places);
    draw_filters(frame, place);
}

void draw_theme_head(HarvestFrame& frame, Rect& place) {
    const cafe::Theme* theme = cafe::find(frame.session(), frame.state.theme);
    if (theme == nullptr) return;
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    place.cut_top(ui.px(16));
    Rect row = place.cut_top(ui.px(46));
    const ButtonOptions back{.look = ButtonLook::quiet, .icon = 0xF060, .tip = words("harvest.theme.back")};
    if (button(ui, "harvest.theme.back", row.cut_left(ui.px(40)), "", back)) frame.state.shown = HarvestShown::all;
    if (const auto title = edit_field(ui, "harvest.theme.title", row, theme->title,
                                      {.hint = words("harvest.untitled"),
                                       .label = words("harvest.theme.title"),
                                       .look = FieldLook::plain,
                                       .face = Face::title,
                                       .size = 26,
                                       .enabled = frame.only_if(true)})) {
        cafe::Theme renamed = *theme;
        renamed.title = *title;
        frame.wish(cafe::PutThemes{{renamed}});
    }
    row = place.cut_top(ui.px(38));
    row.cut_left(ui.px(34));
    const auto deed = [&](std::string_view id, std::string_view label, bool possible, std::string_view hint,
                          const std::optional<KeyPress>& key) {
        const ButtonOptions options{.look = ButtonLook::quiet, .key_hint = hint, .enabled = frame.only_if(possible)};
        const float width = button_width(ui, label, options);
        if (width > row.w) {
            row = place.cut_top(ui.px(38));
            row.cut_left(ui.px(34));
        }
        const bool keyed = key && options.enabled == Enabled::yes && takes(frame, *key);
        return button(ui, id, row.cut_left(std::min(width, row.w)), label, options) || keyed;
    };
    const auto& themes = frame.session().harvest.themes;
    const auto at = static_cast<std::size_t>(theme - themes.data());
    const cafe::Stage& stage = frame.session().stage;
    const bool on = stage.projection == cafe::Projection::theme && stage.theme == theme->id;
    if (deed("harvest.theme.project", words(on ? "harvest.theme.unproject" : "harvest.theme.project"), true,
             words("harvest.theme.project.key"), KeyPress{.character = U'g'}))
        frame.wish(on ? cafe::Project{} : cafe::Project{.projection = cafe::Projection::theme, .theme = theme->id});
    if (deed("harvest.theme.merge", words("harvest.theme.merge"), themes.size() > 1, words("harvest.theme.merge.key"),
             KeyPress{.character = U'r'}))
        ask(frame, HarvestAsking::merge, {});
    if (deed("harvest.theme.up", words("harvest.theme.up"), at > 0, words("harvest.theme.up.key"),
             KeyPress{.key = Key::up, .alt = true}))
        frame.wish(cafe::MoveTheme{theme->id, at - 1});
    if (deed("harvest.theme.down", words("harvest.theme.down"), at + 1 < themes.size(), words("harvest.theme.down.key"),
             KeyPress{.key = Key::down, .alt = true}))
        frame.wish(cafe::MoveTheme{theme->id, at + 1});
    if (deed("harvest.theme.remove", words("harvest.theme.remove"), true, words("harvest.theme.remove.key"),
             KeyPress{.key = Key::del, .shift = true}))
        frame.wish(cafe::RemoveTheme{theme->id});
    // Its key is the selection's, and taken with it.
    if (deed("harvest.theme.take_out", words("harvest.theme.take_out"), !frame.state.selected.empty(),
             words("harvest.theme.take_out.key"), std::nullopt)) {
        frame.wish(cafe::SortIdeas{.ideas = frame.state.selected, .out_of = theme->id});
        frame.state.selected.clear();
    }
}

} // namespace ronde::gui
