#include "base/text.hpp"
#include "cafe/apply.hpp"

#include <algorithm>
#include <set>

namespace ronde::cafe {
namespace {

using std::chrono::seconds;

constexpr std::size_t most_themes = 500;
constexpr std::size_t most_dismissed = 10000;
constexpr int most_votes = 100000;
constexpr int most_dots = 20;

Verdict check_theme(const Session& session, const Theme& theme) {
    if (!good_text(theme.title, longest_line)) return rejected(Reason::bad_text, "theme " + theme.id.value);
    if (theme.votes < 0 || theme.votes > most_votes) return rejected(Reason::bad_value, "from 0 to 100,000 votes");
    const Theme* present = find(session, theme.id);
    const auto was_there = [&](const IdeaId& id) {
        return present != nullptr && std::ranges::find(present->ideas, id) != present->ideas.end();
    };
    std::set<IdeaId> once;
    for (const IdeaId& id : theme.ideas) {
        if (find(session, id) == nullptr && !was_there(id)) return rejected(Reason::unknown_id, "no idea " + id.value);
        if (!once.insert(id).second) return rejected(Reason::duplicate_id, id.value + " is twice in a theme");
    }
    return std::nullopt;
}

void put_theme(Applying& applying, Theme theme) {
    const std::string id = theme.id.value;
    touch(applying, harvest_scope, ObjectKind::theme, id, Object{std::move(theme)});
}

} // namespace

bool is_sorted(const Session& session, const IdeaId& idea) {
    return std::ranges::any_of(session.harvest.themes, [&](const Theme& theme) {
        return std::ranges::find(theme.ideas, idea) != theme.ideas.end();
    });
}

std::optional<base::Duration> turn_left(const Session& session, const base::Stamp& now) {
    const Speaking& speaking = session.stage.speaking;
    if (speaking.table.empty()) return std::nullopt;
    const bool same_boot = speaking.since.boot == now.boot;
    const base::Duration gone = same_boot ? now.instant - speaking.since.instant : now.wall - speaking.since.wall;
    return session.harvest.plan.turn_length - std::max(base::Duration{0}, gone);
}

Verdict apply(Applying& applying, const EditHarvest& deed) {
    const HarvestPlan& plan = deed.plan;
    if (plan.dots_per_person < 1 || plan.dots_per_person > most_dots)
        return rejected(Reason::bad_value, "from 1 to 20 dots a person");
    if (plan.turn_length < seconds{10} || plan.turn_length > seconds{3600} ||
        plan.turn_length % seconds{1} != seconds{0})
        return rejected(Reason::bad_value, "a turn takes from 10 seconds to an hour");
    const auto& present = applying.session.harvest.plan.turns; // may go on naming a table that is gone
    std::set<TableId> tables;
    for (const Turn& turn : plan.turns) {
        if (find(applying.session, turn.table) == nullptr &&
            std::ranges::find(present, turn.table, &Turn::table) == present.end())
            return rejected(Reason::unknown_id, "no table " + turn.table.value);
        if (!tables.insert(turn.table).second)
            return rejected(Reason::duplicate_id, "table " + turn.table.value + " has two turns");
        if (!good_text(turn.speaker, longest_line)) return rejected(Reason::bad_text, "who speaks");
    }
    if (plan.dismissed.size() > most_dismissed) return rejected(Reason::bad_value, "too many suggestions put away");
    for (const std::string& key : plan.dismissed)
        if (!good_text(key, longest_line)) return rejected(Reason::bad_text, "a suggestion put away");
    touch(applying, harvest_scope, ObjectKind::harvest_plan, {}, Object{plan});
    return std::nullopt;
}

Verdict apply(Applying& applying, const PutThemes& deed) {
    const Session& session = applying.session;
    if (!ids_unique(deed.themes)) return rejected(Reason::duplicate_id, "a theme stands twice, or has no id");
    const auto is_new = [&](const Theme& theme) { return find(session, theme.id) == nullptr; };
    const auto more = static_cast<std::size_t>(std::ranges::count_if(deed.themes, is_new));
    if (more > 0 && session.harvest.themes.size() + more > most_themes)
        return rejected(Reason::bad_value, "500 themes at most");
    for (const Theme& theme : deed.themes)
        if (auto wrong = check_theme(session, theme)) return wrong;
    for (const Theme& theme : deed.themes) put_theme(applying, theme);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveTheme& deed) {
    if (find(applying.session, deed.id) == nullptr) return rejected(Reason::unknown_id, "no theme " + deed.id.value);
    touch(applying, harvest_scope, ObjectKind::theme, deed.id.value, std::nullopt);
    drop_stray_projection(applying.session);
    return std::nullopt;
}

Verdict apply(Applying& applying, const MergeThemes& deed) {
    Session& session = applying.session;
    const Theme* from = find(session, deed.from);
    const Theme* into = find(session, deed.into);
    if (from == nullptr || into == nullptr)
        return rejected(Reason::unknown_id, "no theme " + (from == nullptr ? deed.from : deed.into).value);
    if (from == into) return rejected(Reason::bad_value, "a theme cannot be merged with itself");
    Theme merged = *into;
    for (const IdeaId& id : from->ideas)
        if (std::ranges::find(merged.ideas, id) == merged.ideas.end()) merged.ideas.push_back(id);
    merged.votes = std::min(most_votes, merged.votes + from->votes);
    put_theme(applying, std::move(merged));
    touch(applying, harvest_scope, ObjectKind::theme, deed.from.value, std::nullopt);
    drop_stray_projection(session);
    return std::nullopt;
}

Verdict apply(Applying& applying, const MoveTheme& deed) {
    Session& session = applying.session;
    if (find(session, deed.id) == nullptr) return rejected(Reason::unknown_id, "no theme " + deed.id.value);
    if (deed.index >= session.harvest.themes.size()) return rejected(Reason::bad_value, "no such place in the list");
    Order order;
    for (const Theme& theme : session.harvest.themes)
        if (theme.id != deed.id) order.ids.push_back(theme.id.value);
    order.ids.insert(order.ids.begin() + static_cast<std::ptrdiff_t>(deed.index), deed.id.value);
    touch(applying, harvest_scope, ObjectKind::theme_order, {}, Object{std::move(order)});
    return std::nullopt;
}

Verdict apply(Applying& applying, const SortIdeas& deed) {
    Session& session = applying.session;
    for (const IdeaId& id : deed.ideas)
        if (find(session, id) == nullptr) return rejected(Reason::unknown_id, "no idea " + id.value);
    for (const ThemeId& id : {deed.into, deed.out_of})
        if (!id.empty() && find(session, id) == nullptr) return rejected(Reason::unknown_id, "no theme " + id.value);
    if (deed.ideas.empty() || deed.into == deed.out_of) return rejected(Reason::bad_value, "nothing to sort");
    if (!deed.out_of.empty()) {
        Theme theme = *find(session, deed.out_of);
        std::erase_if(theme.ideas,
                      [&](const IdeaId& id) { return std::ranges::find(deed.ideas, id) != deed.ideas.end(); });
        put_theme(applying, std::move(theme));
    }
    if (!deed.into.empty()) {
        Theme theme = *find(session, deed.into);
        for (const IdeaId& id : deed.ideas)
            if (std::ranges::find(theme.ideas, id) == theme.ideas.end()) theme.ideas.push_back(id);
        put_theme(applying, std::move(theme));
    }
    return std::nullopt;
}

Verdict apply(Applying& applying, const GiveWord& deed) {
    if (!deed.table.empty() && find(applying.session, deed.table) == nullptr)
        return rejected(Reason::unknown_id, "no table " + deed.table.value);
    applying.session.stage.speaking =
        deed.table.empty() ? Speaking{} : Speaking{.table = deed.table, .since = applying.stamp};
    return std::nullopt;
}

} // namespace ronde::cafe
