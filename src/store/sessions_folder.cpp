#include "store/sessions_folder.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "store/cafe_paths.hpp"
#include "store/document.hpp"
#include "store/field_reader.hpp"
#include "store/recovery.hpp"
#include "store/wrong.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <set>

namespace ronde::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t longest_slug = 60;

std::size_t count(const std::optional<Value>& list) {
    std::size_t items = 0;
    if (list && list->kind() == JsonKind::array)
        for (auto item = list->first(); item; item = list->after(*item)) ++items;
    return items;
}

/// People without names, counted by group.
std::size_t counted_people(const std::optional<Value>& groups) {
    std::size_t people = 0;
    if (groups && groups->kind() == JsonKind::array)
        for (auto group = groups->first(); group; group = groups->after(*group))
            if (group->kind() == JsonKind::object) people += group->natural_member("count").value_or(0);
    return people;
}

SessionSummary unreadable(fs::path path, base::Error error) {
    SessionSummary summary;
    summary.path = std::move(path);
    summary.error = std::move(error);
    return summary;
}

SessionSummary summary_of(const fs::path& path, std::string_view text) {
    const Document document(text);
    const auto root = document.root();
    const auto wrong = [&](std::size_t offset, Wrong what) {
        const auto place = place_in(text, offset);
        auto error = because(what);
        error.file = path.string();
        error.line = place.line;
        error.column = place.column;
        return error;
    };
    if (!root || root->kind() != JsonKind::object || root->text_member("format") != "ronde/session")
        return unreadable(path, wrong(0, Wrong::not_a_session));

    SessionSummary summary;
    summary.path = path;
    summary.title = root->text_member("title").value_or("");
    summary.subtitle = root->text_member("subtitle").value_or("");
    summary.place = root->text_member("place").value_or("");
    summary.time_zone = root->text_member("time_zone").value_or("");
    summary.language = root->text_member("language").value_or("");
    if (const auto starts = base::wall_time_from(root->text_member("starts_at").value_or("")))
        summary.starts_at = *starts;
    summary.ideas = count(root->member("ideas"));
    summary.questions = count(root->member("questions"));
    summary.people = count(root->member("participants"));
    if (summary.people == 0) summary.people = counted_people(root->member("groups"));
    static_cast<void>(cut_to_longest(summary.title));
    static_cast<void>(cut_to_longest(summary.subtitle));
    static_cast<void>(cut_to_longest(summary.place));
    if (!root->natural_member("version")) summary.error = wrong(0, Wrong::no_version);
    if (const auto& damage = document.damage()) summary.error = wrong(damage->offset, Wrong::damaged_here);
    return summary;
}

/// A café that was never saved, at a glance; none when its journal does not tell of a beginning.
std::optional<SessionSummary> summary_of_journal(const fs::path& session_path, std::string bytes) {
    const JournalText journal(std::move(bytes));
    const auto lines = journal.lines();
    if (lines.empty()) return std::nullopt;
    const auto first = action_from(lines.front().text, journal.version());
    if (!first) return std::nullopt;
    const auto* created = std::get_if<cafe::CreateSession>(&first->action.deed);
    if (created == nullptr) return std::nullopt;
    SessionSummary summary;
    summary.path = session_path;
    summary.title = created->content.identity.title;
    summary.subtitle = created->content.identity.subtitle;
    summary.place = created->content.identity.place;
    summary.time_zone = created->content.identity.time_zone;
    summary.language = created->content.identity.language;
    summary.starts_at = created->content.identity.starts_at;
    summary.questions = created->content.questions.size();
    summary.people = created->content.participants.size();
    summary.ideas = static_cast<std::size_t>(std::ranges::count_if(lines, [](const JournalLine& line) {
        return line.text.find(R"("do":"capture_idea")") != std::string_view::npos;
    }));
    return summary;
}

/// The title in plain letters, digits and dashes; "cafe" where nothing of it is left.
std::string slug_of(std::string_view title) {
    std::string slug;
    for (const char c : base::folded(title)) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (plain)
            slug += c;
        else if (!slug.empty() && slug.back() != '-')
            slug += '-';
    }
    slug = slug.substr(0, longest_slug);
    while (slug.ends_with('-')) slug.pop_back();
    return slug.empty() ? "cafe" : slug;
}

/// `stem.json` in the folder, or the first of `stem-2.json`… that nothing there is called after.
base::Result<fs::path> free_path(Disk& disk, const fs::path& folder, const std::string& stem) {
    const auto names = disk.list(folder);
    if (!names && names.error().trouble != Trouble::missing) return tl::unexpected(names.error().error);
    const auto taken = [&](const std::string& candidate) {
        return names && std::ranges::any_of(*names, [&](const std::string& name) {
                   return name.starts_with(candidate + ".") || name.starts_with("." + candidate + ".");
               });
    };
    auto free = stem;
    for (int n = 2; taken(free); ++n) free = stem + '-' + std::to_string(n);
    return folder / (free + ".json");
}

bool is_session_name(std::string_view name) {
    return name.ends_with(".json") && !name.starts_with('.') && name.find(".corrupt-") == std::string_view::npos;
}

} // namespace

base::Result<std::vector<SessionSummary>> list_sessions(Disk& disk, const fs::path& folder) {
    std::vector<SessionSummary> summaries;
    const auto names = disk.list(folder);
    if (!names && names.error().trouble == Trouble::missing) return summaries;
    if (!names) return tl::unexpected(names.error().error);
    const std::set<std::string> all(names->begin(), names->end());
    constexpr std::string_view journal_end = ".journal.jsonl";
    for (const auto& name : *names) {
        const auto path = folder / name;
        if (is_session_name(name)) {
            const auto text = disk.read(path);
            summaries.push_back(text ? summary_of(path, *text) : unreadable(path, text.error().error));
        } else if (name.ends_with(journal_end)) {
            const auto session = name.substr(0, name.size() - journal_end.size()) + ".json";
            if (all.contains(session)) continue;
            auto bytes = disk.read(path);
            if (!bytes) continue;
            if (auto summary = summary_of_journal(folder / session, std::move(*bytes)))
                summaries.push_back(std::move(*summary));
        }
    }
    std::ranges::stable_sort(summaries, [](const SessionSummary& a, const SessionSummary& b) {
        const auto unreadable_last = [](const SessionSummary& s) { return s.error && s.title.empty(); };
        return std::pair(unreadable_last(b), a.starts_at) > std::pair(unreadable_last(a), b.starts_at);
    });
    return summaries;
}

base::Result<fs::path> new_session_path(Disk& disk, const fs::path& folder, std::string_view title,
                                        base::WallTime starts_at, std::string_view time_zone) {
    const auto date = base::to_local(starts_at, time_zone);
    return free_path(disk, folder,
                     fmt::format("{:04}-{:02}-{:02}_{}", date.year, date.month, date.day, slug_of(title)));
}

base::Result<fs::path> new_template_path(Disk& disk, const fs::path& folder, std::string_view title) {
    return free_path(disk, folder, slug_of(title));
}

} // namespace ronde::store
