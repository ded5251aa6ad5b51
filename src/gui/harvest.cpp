#include "gui/harvest.hpp"

#include "gui/harvest_parts.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

namespace ronde::gui {
namespace {

void say(HarvestFrame& frame, std::string_view id, std::string_view text, const Rect& place) {
    const TextBlock block = lay_out(frame.ui.canvas, Face::text, frame.px(19), text, place.w * 0.8F);
    text_item(frame.ui, id, block, {place.x, place.y + frame.px(12)}, frame.theme().muted);
}

/// What is left of the filter's answer in the ideas that the place shows.
std::vector<std::size_t> places_shown(const HarvestFrame& frame, const std::vector<std::size_t>& filtered) {
    const auto& ideas = frame.session().ideas;
    std::vector<std::size_t> places;
    const auto& themes = frame.session().harvest.themes;
    const auto theme = std::ranges::find(themes, frame.state.theme, &cafe::Theme::id);
    const auto number = static_cast<std::size_t>(theme - themes.begin());
    for (const std::size_t place : filtered) {
        const auto sorted = frame.sorting.find(ideas[place].id);
        const bool fits = frame.state.shown == HarvestShown::all ||
                          (frame.state.shown == HarvestShown::unsorted && sorted == frame.sorting.end()) ||
                          (frame.state.shown == HarvestShown::theme && sorted != frame.sorting.end() &&
                           std::ranges::find(sorted->second, number) != sorted->second.end());
        if (fits) places.push_back(place);
    }
    return places;
}

/// What is gone from the café is let go: an erased theme, a deleted idea.
void forget_what_is_gone(HarvestFrame& frame) {
    HarvestState& state = frame.state;
    const auto gone = [&](const cafe::IdeaId& id) { return frame.session().ideas.find(id) == nullptr; };
    std::erase_if(state.selected, gone);
    std::erase_if(state.asked_for, gone);
    if (state.shown == HarvestShown::theme && cafe::find(frame.session(), state.theme) == nullptr)
        state.shown = HarvestShown::all;
    if (state.asking == HarvestAsking::merge && state.shown != HarvestShown::theme)
        state.asking = HarvestAsking::nothing;
}

/// From where the selection began up to `event.idea`, in the order of the cards.
void extend(HarvestFrame& frame, const CardEvent& event) {
    HarvestState& state = frame.state;
    const auto at = [&](const cafe::IdeaId& id) {
        return std::ranges::find_if(frame.order, [&](const cafe::Idea* idea) { return idea->id == id; });
    };
    const bool goes_on = !event.from.empty() ? event.from == state.reach : !state.anchor.empty();
    if (!goes_on || at(state.anchor) == frame.order.end()) state.anchor = event.from.empty() ? event.idea : event.from;
    state.reach = event.idea;
    auto from = at(state.anchor);
    auto to = at(event.idea);
    if (from == frame.order.end() || to == frame.order.end()) return;
    if (to < from) std::swap(from, to);
    state.selected.clear();
    for (auto card = from; card <= to; ++card) state.selected.push_back((*card)->id);
}

void follow(HarvestFrame& frame, const CardEvent& event) {
    HarvestState& state = frame.state;
    const cafe::Session& session = frame.session();
    switch (event.deed) {
    case CardDeed::star: {
        const cafe::Idea* idea = cafe::find(session, event.idea);
        const bool starred = idea != nullptr && idea->starred;
        frame.wish(cafe::StarIdea{event.idea, starred ? cafe::Star::off : cafe::Star::on});
        return;
    }
    case CardDeed::project: {
        const bool on = session.stage.projection == cafe::Projection::idea && session.stage.idea == event.idea;
        if (on)
            frame.wish(cafe::Project{});
        else
            frame.wish(cafe::Project{.projection = cafe::Projection::idea, .idea = event.idea});
        return;
    }
    case CardDeed::choose: state.selected = {event.idea}; break;
    case CardDeed::toggle:
        if (std::erase(state.selected, event.idea) == 0) state.selected.push_back(event.idea);
        break;
    case CardDeed::extend: return extend(frame, event);
    }
    state.anchor = state.reach = event.idea;
}

/// " · Partager les murs": the themes that an idea sits in, besides the one that is shown.
std::string themes_of(const HarvestFrame& frame, const cafe::Idea& idea) {
    const auto sorted = frame.sorting.find(idea.id);
    if (sorted == frame.sorting.end()) return {};
    std::string text;
    for (const std::size_t number : sorted->second) {
        const cafe::Theme& theme = frame.session().harvest.themes[number];
        if (frame.state.shown == HarvestShown::theme && theme.id == frame.state.theme) continue;
        text += std::string(frame.words()("ideas.joint")) + theme_title(frame, theme);
    }
    return text;
}

/// Keys about the selection, when a card has the keyboard or nothing has.
void take_selection_keys(HarvestFrame& frame) {
    HarvestState& state = frame.state;
    if (frame.ui.focus.typing || !frame.ui.blocked_by.empty()) return;
    if (take_key(frame.ui, {.character = U'a', .ctrl = true})) {
        state.selected.clear();
        for (const cafe::Idea* idea : frame.order) state.selected.push_back(idea->id);
    }
    if (!state.selected.empty() && take_key(frame.ui, {.key = Key::escape})) {
        state.selected.clear();
    } else if (state.shown != HarvestShown::all && take_key(frame.ui, {.key = Key::escape})) {
        state.shown = HarvestShown::all;
    }
    if (!frame.view.writable()) return;
    const std::vector<cafe::IdeaId> ideas = ideas_at_hand(frame);
    const bool in_theme = state.shown == HarvestShown::theme;
    if (!ideas.empty() && frame.letter(U't')) return ask(frame, HarvestAsking::sort, ideas);
    if (in_theme && !ideas.empty() && take_key(frame.ui, {.key = Key::del})) {
        frame.wish(cafe::SortIdeas{.ideas = ideas, .out_of = state.theme});
        let_go(frame, ideas);
    }
}

void draw_ideas(HarvestFrame& frame, const Rect& place, const std::vector<std::size_t>& filtered,
                const std::vector<std::size_t>& places) {
    const Words& words = frame.words();
    const cafe::Session& session = frame.session();
    if (session.ideas.empty()) return say(frame, "harvest.empty", words("harvest.empty"), place);
    if (filtered.empty()) return say(frame, "harvest.none_fits", words("harvest.none_fits"), place);
    if (places.empty() && frame.state.shown == HarvestShown::unsorted)
        return say(frame, "harvest.all_sorted", words("harvest.all_sorted"), place);
    auto columns = columns_by_question(session, places, words);
    if (frame.state.shown == HarvestShown::theme && !places.empty())
        std::erase_if(columns, [](const IdeaColumn& column) { return column.ideas.empty(); });
    frame.order = in_reading_order(columns);
    take_selection_keys(frame);
    const std::string carried = words.count("harvest.carried", static_cast<long>(frame.state.selected.size()));
    const auto event = draw_idea_columns(
        frame.ui, place, session, columns,
        {.id = "harvest",
         .can_star = frame.view.writable(),
         .can_project = frame.view.writable(),
         .projected = session.stage.projection == cafe::Projection::idea ? session.stage.idea : cafe::IdeaId{},
         .nothing = words("harvest.nothing_here"),
         .selected = &frame.state.selected,
         .carried = carried,
         .more = [&](const cafe::Idea& idea) { return themes_of(frame, idea); },
         .heights = &frame.state.heights});
    if (event) follow(frame, *event);
}

/// Et ensuite ? with the way back to the ideas over it.
double draw_what_next(HarvestFrame& frame, Rect place) {
    Ui& ui = frame.ui;
    place = place.inset(ui.px(44), 0);
    place.cut_top(ui.px(28));
    const ButtonOptions back{.look = ButtonLook::link, .key_hint = frame.words()("harvest.follow_up.key")};
    const std::string_view text = frame.words()("harvest.follow_up.back");
    Rect row = place.cut_top(button_height(ui, ButtonLook::link));
    const bool leave = button(ui, "harvest.follow_up.back", row.cut_left(button_width(ui, text, back)), text, back);
    const double again = draw_follow_up(ui, place, frame.view, frame.state.follow_up, frame.dispatch);
    if (leave || frame.letter(U'f')) frame.state.what_next = false;
    return again;
}

/// C on an action's card: somebody takes it on.
void take_on_focused(HarvestFrame& frame) {
    constexpr std::string_view prefix = "harvest.idea.";
    const std::string& focus = frame.ui.focus.id;
    if (!focus.starts_with(prefix) || !frame.view.writable()) return;
    const cafe::IdeaId id{focus.substr(prefix.size())};
    if (cafe::find(frame.session(), id) == nullptr || !frame.letter(U'c')) return;
    if (take_on_action(frame.ui, frame.view, frame.state.follow_up, frame.dispatch, id)) frame.state.what_next = true;
}

} // namespace

std::string theme_title(const HarvestFrame& frame, const cafe::Theme& theme) {
    return theme.title.empty() ? std::string(frame.words()("harvest.untitled")) : theme.title;
}

std::vector<cafe::IdeaId> ideas_at_hand(const HarvestFrame& frame) {
    if (!frame.state.selected.empty()) return frame.state.selected;
    constexpr std::string_view prefix = "harvest.idea.";
    const std::string& focus = frame.ui.focus.id;
    if (!focus.starts_with(prefix)) return {};
    const cafe::IdeaId id{focus.substr(prefix.size())};
    return frame.session().ideas.find(id) != nullptr ? std::vector{id} : std::vector<cafe::IdeaId>{};
}

void let_go(HarvestFrame& frame, const std::vector<cafe::IdeaId>& ideas) {
    const auto among = [&](const cafe::Idea* idea) { return std::ranges::find(ideas, idea->id) != ideas.end(); };
    std::size_t next = 0;
    for (std::size_t i = 0; i < frame.order.size(); ++i)
        if (among(frame.order[i])) next = i + 1;
    while (next < frame.order.size() && among(frame.order[next])) ++next;
    if (next < frame.order.size()) focus_by_key(frame.ui, "harvest.idea." + frame.order[next]->id.value);
    frame.state.selected.clear();
    frame.state.anchor = frame.state.reach = {};
}

void sort_into(HarvestFrame& frame, const cafe::ThemeId& theme, const std::vector<cafe::IdeaId>& ideas) {
    if (ideas.empty()) return;
    frame.wish(cafe::SortIdeas{.ideas = ideas, .into = theme});
    let_go(frame, ideas);
}

void make_theme(HarvestFrame& frame, std::string title, const std::vector<cafe::IdeaId>& ideas) {
    cafe::PutThemes put;
    const cafe::Theme* shown =
        frame.state.shown == HarvestShown::theme ? cafe::find(frame.session(), frame.state.theme) : nullptr;
    if (shown != nullptr && !ideas.empty()) {
        cafe::Theme rest = *shown;
        std::erase_if(rest.ideas, [&](const cafe::IdeaId& id) { return std::ranges::find(ideas, id) != ideas.end(); });
        if (rest.ideas != shown->ideas) put.themes.push_back(std::move(rest));
    }
    put.themes.push_back({.id = {frame.dispatch.new_id("h")}, .title = std::move(title), .ideas = ideas});
    frame.wish(std::move(put));
    let_go(frame, ideas);
}

void show_theme(HarvestFrame& frame, const cafe::ThemeId& theme) {
    frame.state.shown = HarvestShown::theme;
    frame.state.theme = theme;
    frame.state.selected.clear();
    frame.state.anchor = frame.state.reach = {};
}

void ask(HarvestFrame& frame, HarvestAsking what, std::vector<cafe::IdeaId> ideas) {
    HarvestState& state = frame.state;
    state.asking = what;
    state.asked_for = std::move(ideas);
    state.typed.clear();
    state.choice = 0;
    type_into(frame.ui, "harvest.sort.field");
}

double draw_harvest(Ui& ui, const Rect& place, const View& view, HarvestState& state, const Dispatch& dispatch) {
    fill(ui.canvas, place, ui.canvas.theme.ground);
    HarvestFrame frame{ui, view, state, dispatch};
    if (view.app.session == nullptr) {
        Rect rest = place.inset(ui.px(44), ui.px(28));
        say(frame, "harvest.nothing_open", ui.canvas.words("harvest.nothing_open"), rest);
        return frame.redraw_in;
    }
    if (state.what_next) return draw_what_next(frame, place);
    forget_what_is_gone(frame);
    frame.sorting = cafe::sorting_of(view.session());
    Rect main = place;
    const Rect side = main.cut_right(std::clamp(place.w * 0.295F, std::min(ui.px(280), place.w * 0.38F), ui.px(460)));
    fill(ui.canvas, side, ui.canvas.theme.surface);
    fill(ui.canvas, {side.x, side.y, 1, side.h}, ui.canvas.theme.hairline);

    Rect rest = main.inset(std::min(ui.px(44), main.w * 0.04F), 0);
    rest.cut_top(ui.px(28));
    const std::vector<std::size_t> filtered = state.filter.of(view.session(), state.wish);
    const std::vector<std::size_t> places = places_shown(frame, filtered);
    draw_harvest_head(frame, rest, places);
    if (state.shown == HarvestShown::theme) draw_theme_head(frame, rest);
    rest.cut_top(ui.px(18));
    draw_ideas(frame, rest, filtered, places);
    draw_harvest_side(frame, side.inset(ui.px(24), 0));
    draw_harvest_asked(frame, place);
    for (cafe::Deed& deed : frame.wishes) static_cast<void>(dispatch.act(std::move(deed)));
    take_on_focused(frame);
    return frame.redraw_in;
}

} // namespace ronde::gui
