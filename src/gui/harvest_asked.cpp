// The panel over Récolter: into which theme the ideas go, with which one the shown theme is merged, what a new one is
// called. A few letters find a theme; Enter takes the row that is marked.

#include "base/text.hpp"
#include "gui/harvest_parts.hpp"

#include <algorithm>

namespace ronde::gui {
namespace {

constexpr std::size_t most_rows = 8;

/// A theme that the typed letters may mean, or (none) a new one of that name.
struct Candidate {
    const cafe::Theme* theme = nullptr;
};

/// 0: the title begins so; 1: a word of it does; 2: it stands somewhere; none: nowhere.
std::optional<int> rank_of(const std::string& title, const std::string& typed) {
    const std::size_t at = title.find(typed);
    if (at == std::string::npos) return std::nullopt;
    if (at == 0) return 0;
    return title.find(' ' + typed) != std::string::npos || title.find('\'' + typed) != std::string::npos ? 1 : 2;
}

std::vector<Candidate> candidates_for(const HarvestFrame& frame) {
    const HarvestState& state = frame.state;
    const std::string typed = base::folded(base::trimmed(state.typed));
    const bool new_one = state.asking != HarvestAsking::merge;
    std::vector<std::pair<int, Candidate>> found;
    bool same = false;
    if (state.asking != HarvestAsking::name)
        for (const cafe::Theme& theme : frame.session().harvest.themes) {
            const bool itself = state.asking == HarvestAsking::merge && theme.id == state.theme;
            const std::string title = base::folded(theme_title(frame, theme));
            const auto rank = rank_of(title, typed);
            same = same || title == typed;
            if (rank && !itself) found.push_back({*rank, {&theme}});
        }
    std::ranges::stable_sort(found, {}, [](const auto& candidate) { return candidate.first; });
    std::vector<Candidate> candidates;
    for (const auto& [rank, candidate] : found)
        if (candidates.size() < most_rows) candidates.push_back(candidate);
    if (new_one && !typed.empty() && !same) candidates.push_back({});
    return candidates;
}

void take(HarvestFrame& frame, const Candidate& candidate) {
    HarvestState& state = frame.state;
    switch (state.asking) {
    case HarvestAsking::nothing: return;
    case HarvestAsking::merge:
        if (candidate.theme == nullptr) return;
        frame.wish(cafe::MergeThemes{state.theme, candidate.theme->id});
        show_theme(frame, candidate.theme->id);
        break;
    case HarvestAsking::sort:
    case HarvestAsking::name:
        if (candidate.theme != nullptr)
            sort_into(frame, candidate.theme->id, state.asked_for);
        else
            make_theme(frame, std::string(base::trimmed(state.typed)), state.asked_for);
        break;
    }
    state.asking = HarvestAsking::nothing;
}

std::string title_of(const HarvestFrame& frame) {
    const Words& words = frame.words();
    const auto ideas = static_cast<long>(frame.state.asked_for.size());
    switch (frame.state.asking) {
    case HarvestAsking::nothing: break;
    case HarvestAsking::sort: return words.count("harvest.asked.sort", ideas);
    case HarvestAsking::merge: return std::string(words("harvest.asked.merge"));
    case HarvestAsking::name:
        return ideas > 0 ? words.count("harvest.asked.name_of", ideas) : std::string(words("harvest.asked.name"));
    }
    return {};
}

} // namespace

void draw_harvest_asked(HarvestFrame& frame, const Rect& window) {
    HarvestState& state = frame.state;
    if (state.asking == HarvestAsking::nothing) return;
    Ui& ui = frame.ui;
    const Words& words = frame.words();
    const float row_height = ui.px(46);
    const std::size_t rows = state.asking == HarvestAsking::name ? 1 : most_rows + 1;
    const float pad = ui.px(30);
    Overlay overlay(ui, "harvest.asked", window, ui.px(560),
                    2 * pad + ui.px(50) + ui.px(60) + row_height * static_cast<float>(rows));
    Rect inside = overlay.panel().inset(pad);
    const TextBlock title = lay_out(ui.canvas, Face::title, ui.px(28), title_of(frame), inside.w, 1);
    const Rect head = inside.cut_top(ui.px(50));
    text_item(ui, "harvest.asked.title", title, {head.x, head.y}, frame.theme().ink);

    const std::vector<Candidate> before = candidates_for(frame);
    if (!before.empty() && take_key(ui, {.key = Key::down}))
        state.choice = std::min(state.choice + 1, before.size() - 1);
    if (state.choice > 0 && take_key(ui, {.key = Key::up})) --state.choice;
    if (overlay.is_new() && ui.focus.id != "harvest.sort.field") give_focus(ui, "harvest.sort.field");
    const std::string_view hint = state.asking == HarvestAsking::name    ? words("harvest.asked.hint_name")
                                  : state.asking == HarvestAsking::merge ? words("harvest.asked.hint_merge")
                                                                         : words("harvest.asked.hint");
    const FieldEvent event =
        text_field(ui, "harvest.sort.field", inside.cut_top(ui.px(48)), state.typed,
                   {.hint = hint, .label = hint, .size = 18, .right_hint = words("harvest.asked.enter")});
    if (event == FieldEvent::changed) state.choice = 0;
    inside.cut_top(ui.px(12));

    const std::vector<Candidate> candidates = candidates_for(frame);
    std::optional<Candidate> taken;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const cafe::Theme* theme = candidates[i].theme;
        const Rect line = inside.cut_top(row_height);
        const bool marked = i == state.choice;
        const std::string label =
            theme != nullptr ? theme_title(frame, *theme)
                             : words("harvest.asked.new", {{"title", std::string(base::trimmed(state.typed))}});
        if (row(ui, "harvest.asked." + std::to_string(i + 1), line,
                {.selected = marked ? Selected::yes : Selected::no, .label = label, .value = marked ? "marked" : ""}))
            taken = candidates[i];
        const Colour ink = marked ? frame.theme().on_ink : frame.theme().ink;
        Rect text = line.inset(ui.px(14), 0);
        if (theme != nullptr) {
            const std::string ideas =
                words.count("harvest.ideas", static_cast<long>(cafe::ideas_of(frame.session(), *theme).size()));
            const float wide = text_width(ui.canvas, Face::text, ui.px(14), ideas) + 1;
            label_in(ui.canvas, Face::text, ui.px(14), ideas, text.cut_right(wide), ink, Align::right);
            text.cut_right(ui.px(10));
        }
        label_in(ui.canvas, Face::bold, ui.px(16.5F), label, text, ink);
    }
    if (event == FieldEvent::submitted && state.choice < candidates.size()) taken = candidates[state.choice];
    const bool given_up = event == FieldEvent::escaped || take_key(ui, {.key = Key::escape});
    if (!taken && !given_up) return;
    overlay.close();
    if (given_up) {
        state.asking = HarvestAsking::nothing;
        if (!state.asked_for.empty()) focus_by_key(ui, "harvest.idea." + state.asked_for.front().value);
        return;
    }
    take(frame, *taken);
}

} // namespace ronde::gui
