// What the ideas' words suggest, each with its reason; a person takes it or puts it away. Nothing happens by itself.

#include "gui/harvest_parts.hpp"

#include <algorithm>
#include <set>

namespace ronde::gui {
namespace {

constexpr std::size_t ideas_told = 3;

using Kind = app::Suggestion::Kind;

/// Those that are not put away, and whose ideas are all still there.
std::vector<const app::Suggestion*> open_ones(const HarvestFrame& frame) {
    std::vector<const app::Suggestion*> open;
    const app::Suggestions* all = frame.view.app.suggestions;
    if (all == nullptr) return open;
    const auto& dismissed = frame.session().harvest.plan.dismissed;
    const std::set<std::string> away(dismissed.begin(), dismissed.end());
    for (const app::Suggestion& suggestion : all->list) {
        const bool there = std::ranges::all_of(
            suggestion.ideas, [&](const cafe::IdeaId& id) { return frame.session().ideas.find(id) != nullptr; });
        if (there && !away.contains(suggestion.key)) open.push_back(&suggestion);
    }
    return open;
}

/// "partagent « cuisine », « midi » ; 5 idées".
std::string reason_of(const HarvestFrame& frame, const app::Suggestion& suggestion) {
    const Words& words = frame.words();
    std::string shared;
    for (const std::string& word : suggestion.shared)
        shared += (shared.empty() ? "" : ", ") + words("suggestions.word", {{"word", word}});
    return words(
        "suggestions.reason",
        {{"words", shared}, {"ideas", words.count("harvest.ideas", static_cast<long>(suggestion.ideas.size()))}});
}

/// A theme that one of two ideas sits in already.
const cafe::Theme* theme_of_any(const HarvestFrame& frame, const app::Suggestion& suggestion) {
    for (const cafe::IdeaId& id : suggestion.ideas)
        if (const auto sorted = frame.sorting.find(id); sorted != frame.sorting.end())
            return &frame.session().harvest.themes[sorted->second.front()];
    return nullptr;
}

void accept(HarvestFrame& frame, const app::Suggestion& suggestion) {
    const cafe::Theme* theme = suggestion.kind == Kind::same ? theme_of_any(frame, suggestion) : nullptr;
    if (theme != nullptr) {
        frame.wish(cafe::SortIdeas{.ideas = suggestion.ideas, .into = theme->id});
        return;
    }
    const cafe::ThemeId id{frame.dispatch.new_id("h")};
    frame.wish(cafe::PutThemes{{{.id = id, .title = suggestion.title, .ideas = suggestion.ideas}}});
}

/// The later of two ideas builds on the earlier one.
void link(HarvestFrame& frame, const app::Suggestion& suggestion) {
    const cafe::Idea* first = frame.session().ideas.find(suggestion.ideas.front());
    const cafe::Idea* second = frame.session().ideas.find(suggestion.ideas.back());
    if (second->at < first->at) std::swap(first, second);
    cafe::EditIdea edit{second->id, second->text, second->kind, second->builds_on};
    edit.builds_on.push_back(first->id);
    frame.wish(std::move(edit));
}

bool linked(const HarvestFrame& frame, const app::Suggestion& suggestion) {
    const cafe::Idea* first = frame.session().ideas.find(suggestion.ideas.front());
    const cafe::Idea* second = frame.session().ideas.find(suggestion.ideas.back());
    const auto builds = [](const cafe::Idea* idea, const cafe::Idea* on) {
        return std::ranges::find(idea->builds_on, on->id) != idea->builds_on.end();
    };
    return builds(first, second) || builds(second, first);
}

void dismiss(HarvestFrame& frame, const app::Suggestion& suggestion) {
    cafe::HarvestPlan plan = frame.session().harvest.plan;
    plan.dismissed.push_back(suggestion.key);
    frame.wish(cafe::EditHarvest{std::move(plan)});
}

float draw_buttons(HarvestFrame& frame, const app::Suggestion& suggestion, const std::string& id, Rect row) {
    Ui& ui = frame.ui;
    const float top = row.y;
    const Rect whole = row;
    const auto place = [&](std::string_view rest, std::string_view label, ButtonLook look, bool possible) {
        const ButtonOptions options{.look = look, .enabled = frame.only_if(possible)};
        const float width = std::min(whole.w, button_width(ui, label, options));
        if (width > row.w) row = {whole.x, row.y + row.h + ui.px(6), whole.w, row.h};
        const Rect at = row.cut_left(width);
        row.cut_left(ui.px(8));
        return button(ui, id + std::string(rest), at, label, options);
    };
    const Words& words = frame.words();
    const bool theme = suggestion.kind == Kind::theme;
    if (place(".accept", words(theme ? "suggestions.make" : "suggestions.together"), ButtonLook::chip, true))
        accept(frame, suggestion);
    if (!theme && place(".link", words("suggestions.link"), ButtonLook::quiet, !linked(frame, suggestion)))
        link(frame, suggestion);
    if (place(".dismiss", words("suggestions.dismiss"), ButtonLook::quiet, true)) dismiss(frame, suggestion);
    return row.bottom() - top;
}

/// Draws one at `place.y`; returns how tall it is.
float draw_one(HarvestFrame& frame, const app::Suggestion& suggestion, std::size_t number, Rect place) {
    Ui& ui = frame.ui;
    Canvas& canvas = ui.canvas;
    const Words& words = frame.words();
    const float top = place.y;
    const std::string id = "harvest.suggestion." + std::to_string(number);
    const std::string title = suggestion.kind == Kind::theme ? words("suggestions.theme", {{"title", suggestion.title}})
                                                             : std::string(words("suggestions.same"));
    const TextBlock head = lay_out(canvas, Face::bold, ui.px(16), title, place.w);
    text_item(ui, id, head, {place.x, place.y}, frame.theme().ink);
    place.y += head.height + ui.px(4);
    const std::size_t told = std::min(ideas_told, suggestion.ideas.size());
    for (std::size_t i = 0; i < told; ++i) {
        const cafe::Idea* idea = frame.session().ideas.find(suggestion.ideas[i]);
        const TextBlock text = lay_out(canvas, Face::text, ui.px(15), idea->text, place.w - ui.px(14), 2);
        fill(canvas, {place.x, place.y + ui.px(2), ui.px(3), text.height - ui.px(4)}, frame.theme().hairline);
        draw(canvas, text, {place.x + ui.px(12), place.y}, frame.theme().ink);
        place.y += text.height + ui.px(5);
    }
    if (told < suggestion.ideas.size()) {
        const std::string more = words.count("suggestions.more", static_cast<long>(suggestion.ideas.size() - told));
        place.y += heading(ui, more, {place.x + ui.px(12), place.y}, place.w) + ui.px(4);
    }
    const TextBlock reason = lay_out(canvas, Face::text, ui.px(14.5F), reason_of(frame, suggestion), place.w);
    text_item(ui, id + ".reason", reason, {place.x, place.y}, frame.theme().muted);
    place.y += reason.height + ui.px(8);
    place.h = button_height(ui, ButtonLook::chip);
    place.y += draw_buttons(frame, suggestion, id, place) + ui.px(16);
    fill(canvas, {place.x, place.y, place.w, 1}, frame.theme().hairline);
    return place.y + ui.px(16) - top;
}

} // namespace

void draw_suggestions(HarvestFrame& frame, const Rect& place) {
    const app::Snapshot& app = frame.view.app;
    const bool current = app.suggestions != nullptr && app.suggestions->seq == frame.session().seq;
    if (!current && !app.suggesting) frame.dispatch.ask(app::SuggestThemes{});
    const std::vector<const app::Suggestion*> open = open_ones(frame);
    if (open.empty()) {
        const std::string_view words = frame.words()(current ? "suggestions.none" : "suggestions.looking");
        const TextBlock text = lay_out(frame.ui.canvas, Face::text, frame.px(16), words, place.w);
        text_item(frame.ui, "harvest.suggestions.none", text, {place.x, place.y}, frame.theme().muted);
        return;
    }
    Scroll scroll(frame.ui, "harvest.suggestions", place);
    Rect at = scroll.content();
    for (std::size_t i = 0; i < open.size(); ++i) at.y += draw_one(frame, *open[i], i + 1, at);
    scroll.content_ends_at(at.y);
}

} // namespace ronde::gui
