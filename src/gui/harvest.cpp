#include "gui/harvest.hpp"

#include "gui/idea_columns.hpp"

#include <algorithm>
#include <limits>

namespace ronde::gui {
namespace {

struct Harvest {
    Ui& ui;
    const View& view;
    HarvestState& state;
    std::vector<cafe::Deed> wishes{}; ///< done once all is drawn: the ideas must not move under the cards

    [[nodiscard]] const cafe::Session& session() const { return view.session(); }
    [[nodiscard]] const Words& words() const { return ui.canvas.words; }
    [[nodiscard]] Enabled if_writable() const { return view.writable() ? Enabled::yes : Enabled::no; }

    /// The key of an action, when no text is being typed.
    [[nodiscard]] bool letter(char32_t lower) const {
        return !ui.focus.typing && ui.blocked_by.empty() &&
               (take_key(ui, {.character = lower}) || take_key(ui, {.character = lower - 32}));
    }
};

void project(Harvest& harvest, cafe::Projection projection, const cafe::IdeaId& idea = {}) {
    harvest.wishes.emplace_back(cafe::Project{projection, idea, {}});
}

/// The idea that comes after the projected one among those that are shown, or the first.
cafe::IdeaId next_idea(const Harvest& harvest, const std::vector<std::size_t>& places) {
    const auto& ideas = harvest.session().ideas.all();
    const auto shown = std::ranges::find_if(
        places, [&](std::size_t place) { return ideas[place].id == harvest.session().stage.idea; });
    if (shown == places.end() || shown + 1 == places.end()) return ideas[places.front()].id;
    return ideas[*(shown + 1)].id;
}

/// The row with the title and what can be projected.
void draw_head(Harvest& harvest, Rect row, const std::vector<std::size_t>& places) {
    Ui& ui = harvest.ui;
    const Words& words = harvest.words();
    const cafe::Stage& stage = harvest.session().stage;
    const auto place_button = [&](std::string_view id, std::string_view text, const ButtonOptions& options) {
        const float width = button_width(ui, text, options);
        const Rect rect = row.cut_right(width);
        row.cut_right(ui.px(12));
        return button(ui, id, {rect.x, row.y, width, button_height(ui, options.look)}, text, options);
    };
    const bool on_wall = stage.projection == cafe::Projection::wall;
    const bool nothing = places.empty();
    ButtonOptions wall{.look = on_wall ? ButtonLook::plain : ButtonLook::primary,
                       .key_hint = words("harvest.wall.key")};
    wall.enabled = nothing ? Enabled::no : harvest.if_writable();
    const bool wall_key = wall.enabled == Enabled::yes && harvest.letter(U'm');
    if (place_button("harvest.wall", words(on_wall ? "harvest.wall.off" : "harvest.wall"), wall) || wall_key)
        project(harvest, on_wall ? cafe::Projection::none : cafe::Projection::wall);

    ButtonOptions next{.key_hint = words("harvest.next.key")};
    next.enabled = nothing ? Enabled::no : harvest.if_writable();
    const bool next_key = next.enabled == Enabled::yes && harvest.letter(U'n');
    if (place_button("harvest.next", words("harvest.next"), next) || next_key)
        project(harvest, cafe::Projection::idea, next_idea(harvest, places));

    if (stage.projection == cafe::Projection::idea) {
        const ButtonOptions off{.key_hint = words("harvest.off.key"), .enabled = harvest.if_writable()};
        if (place_button("harvest.off", words("harvest.off"), off) || harvest.letter(U'o'))
            project(harvest, cafe::Projection::none);
    }
    const ButtonOptions what_next{.key_hint = words("harvest.follow_up.key")};
    if (place_button("harvest.follow_up", words("harvest.follow_up"), what_next) || harvest.letter(U'f'))
        harvest.state.what_next = true;
    const TextBlock title = lay_out(ui.canvas, Face::title, ui.px(40), words("harvest.title"), 0);
    text_item(ui, "harvest.title", title, {row.x, row.y - ui.px(4)}, ui.canvas.theme.ink);
    const std::string count = places.size() == harvest.session().ideas.size()
                                  ? words.count("harvest.ideas", static_cast<long>(places.size()))
                                  : words.count("harvest.ideas_of", static_cast<long>(places.size()),
                                                {{"all", std::to_string(harvest.session().ideas.size())}});
    label_in(ui.canvas, Face::text, ui.px(17), count,
             {row.x + title.width + ui.px(18), row.y, row.w - title.width - ui.px(18), ui.px(48)},
             ui.canvas.theme.muted);
}

/// The row with the filters.
void draw_filters(Harvest& harvest, Rect row) {
    Ui& ui = harvest.ui;
    const Words& words = harvest.words();
    IdeaWish& wish = harvest.state.wish;
    const Rect field = row.cut_left(std::min(ui.px(300), row.w * 0.35F));
    (void)text_field(ui, "harvest.filter", field, wish.words,
                     {.hint = words("harvest.filter"), .label = words("harvest.filter")});
    row.cut_left(ui.px(16));

    const ButtonOptions star{.look = ButtonLook::chip,
                             .key_hint = words("harvest.starred.key"),
                             .selected = wish.starred_only ? Selected::yes : Selected::no};
    const float star_width = button_width(ui, words("harvest.starred"), star);
    const float chip = button_height(ui, ButtonLook::chip);
    const float y = row.y + (row.h - chip) / 2;
    if (button(ui, "harvest.starred", {row.x, y, star_width, chip}, words("harvest.starred"), star) ||
        harvest.letter(U'e'))
        wish.starred_only = !wish.starred_only;
    row.cut_left(star_width + ui.px(22));

    const std::vector<std::string_view> labels{words("ideas.kind.all"), words("ideas.kind.ideas"),
                                               words("ideas.kind.questions"), words("ideas.kind.quotes"),
                                               words("ideas.kind.actions")};
    const std::size_t chosen = wish.kind ? static_cast<std::size_t>(*wish.kind) + 1 : 0;
    if (const auto now = choice(ui,
                                {"harvest.kind.all", "harvest.kind.idea", "harvest.kind.question", "harvest.kind.quote",
                                 "harvest.kind.action"},
                                labels, chosen, {row.x, y, row.w, chip}))
        wish.kind = *now == 0 ? std::nullopt : std::optional{static_cast<cafe::IdeaKind>(*now - 1)};
}

void say(Harvest& harvest, std::string_view id, std::string_view text, const Rect& place) {
    Ui& ui = harvest.ui;
    const TextBlock block = lay_out(ui.canvas, Face::text, ui.px(19), text, place.w * 0.7F);
    text_item(ui, id, block, {place.x, place.y + ui.px(12)}, ui.canvas.theme.muted);
}

void draw_ideas(Harvest& harvest, const Rect& place, const std::vector<std::size_t>& places) {
    const Words& words = harvest.words();
    const cafe::Session& session = harvest.session();
    if (session.ideas.empty()) return say(harvest, "harvest.empty", words("harvest.empty"), place);
    if (places.empty()) return say(harvest, "harvest.none_fits", words("harvest.none_fits"), place);
    const auto columns = columns_by_question(session, places, words);
    const auto event = draw_idea_columns(harvest.ui, place, session, columns,
                                         {.id = "harvest",
                                          .can_star = harvest.view.writable(),
                                          .can_project = harvest.view.writable(),
                                          .projected = session.stage.idea,
                                          .nothing = words("harvest.nothing_here")});
    if (!event) return;
    if (event->deed == CardDeed::star) {
        const cafe::Idea* idea = cafe::find(session, event->idea);
        const bool starred = idea != nullptr && idea->starred;
        harvest.wishes.emplace_back(cafe::StarIdea{event->idea, starred ? cafe::Star::off : cafe::Star::on});
    } else if (session.stage.idea == event->idea) {
        project(harvest, cafe::Projection::none);
    } else {
        project(harvest, cafe::Projection::idea, event->idea);
    }
}

/// Et ensuite ? with the way back to the ideas over it.
double draw_what_next(Harvest& harvest, Rect place, const Dispatch& dispatch) {
    Ui& ui = harvest.ui;
    const ButtonOptions back{.look = ButtonLook::link, .key_hint = harvest.words()("harvest.follow_up.key")};
    const std::string_view text = harvest.words()("harvest.follow_up.back");
    Rect row = place.cut_top(button_height(ui, ButtonLook::link));
    const bool leave = button(ui, "harvest.follow_up.back", row.cut_left(button_width(ui, text, back)), text, back);
    const double again = draw_follow_up(ui, place, harvest.view, harvest.state.follow_up, dispatch);
    if (leave || harvest.letter(U'f')) harvest.state.what_next = false;
    return again;
}

/// C on an action's card: somebody takes it on.
void take_on_focused(Harvest& harvest, const Dispatch& dispatch) {
    constexpr std::string_view prefix = "harvest.idea.";
    const std::string& focus = harvest.ui.focus.id;
    if (!focus.starts_with(prefix) || !harvest.view.writable()) return;
    const cafe::IdeaId id{focus.substr(prefix.size())};
    if (cafe::find(harvest.session(), id) == nullptr || !harvest.letter(U'c')) return;
    if (take_on_action(harvest.ui, harvest.view, harvest.state.follow_up, dispatch, id)) harvest.state.what_next = true;
}

} // namespace

double draw_harvest(Ui& ui, const Rect& place, const View& view, HarvestState& state, const Dispatch& dispatch) {
    fill(ui.canvas, place, ui.canvas.theme.ground);
    Rect rest = place.inset(ui.px(44), 0);
    rest.cut_top(ui.px(28));
    Harvest harvest{ui, view, state};
    if (view.app.session == nullptr) {
        say(harvest, "harvest.nothing_open", ui.canvas.words("harvest.nothing_open"), rest);
        return std::numeric_limits<double>::infinity();
    }
    if (state.what_next) return draw_what_next(harvest, rest, dispatch);
    const std::vector<std::size_t> places = state.filter.of(view.session(), state.wish);
    draw_head(harvest, rest.cut_top(ui.px(62)), places);
    draw_filters(harvest, rest.cut_top(ui.px(46)));
    rest.cut_top(ui.px(22));
    draw_ideas(harvest, rest, places);
    for (cafe::Deed& deed : harvest.wishes) static_cast<void>(dispatch.act(std::move(deed)));
    take_on_focused(harvest, dispatch);
    return std::numeric_limits<double>::infinity();
}

} // namespace ronde::gui
