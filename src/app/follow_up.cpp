#include "app/follow_up.hpp"

#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "report/directory.hpp"

#include <algorithm>
#include <set>

namespace ronde::app {
namespace {

std::string_view last_name(std::string_view typed) {
    const std::size_t comma = typed.rfind(',');
    return base::trimmed(comma == std::string_view::npos ? typed : typed.substr(comma + 1));
}

/// Whether the name, or what follows one of its spaces, hyphens or apostrophes, begins with `start`; both folded.
bool has_word_like(std::string_view name, std::string_view start) {
    for (std::size_t at = 0; at < name.size(); ++at) {
        const bool begins = at == 0 || std::string_view(" -'(").find(name[at - 1]) != std::string_view::npos;
        if (begins && name.substr(at).starts_with(start)) return true;
    }
    return false;
}

} // namespace

std::vector<const cafe::Idea*> open_actions(const cafe::Session& session) {
    std::set<cafe::IdeaId> taken;
    for (const cafe::Commitment& commitment : session.follow_up.commitments) taken.insert(commitment.from);
    std::vector<const cafe::Idea*> open;
    for (const cafe::Idea& idea : session.ideas)
        if (idea.kind == cafe::IdeaKind::action && !taken.contains(idea.id)) open.push_back(&idea);
    std::stable_partition(open.begin(), open.end(), [](const cafe::Idea* idea) { return idea->starred; });
    return open;
}

std::vector<std::string> names_like(const cafe::Session& session, std::string_view typed, std::size_t most) {
    std::vector<std::string> found;
    const std::string start = base::folded(last_name(typed));
    if (start.empty()) return found;
    const auto take = [&](const std::string& name) {
        const std::string plain = base::folded(name);
        if (plain == start) return false;
        if (found.size() < most && has_word_like(plain, start) && std::ranges::find(found, name) == found.end())
            found.push_back(name);
        return true;
    };
    for (const cafe::Participant& person : session.participants)
        if (!take(person.name)) return {};
    for (const cafe::Organisation& organisation : session.organisations)
        if (!take(organisation.name)) return {};
    return found;
}

std::string completed(std::string_view typed, std::string_view name) {
    const std::size_t comma = typed.rfind(',');
    if (comma == std::string_view::npos) return std::string(name);
    return std::string(typed.substr(0, comma + 1)) + ' ' + std::string(name);
}

std::size_t directory_size(const cafe::Session& session) {
    return report::directory(session).size();
}

std::optional<TypedDate> day_of(const cafe::Commitment& commitment) {
    return commitment.by_when.empty() ? std::nullopt : date_typed(commitment.by_when);
}

TypedDate today_of(const cafe::Session& session, base::WallTime now) {
    const base::LocalTime local = base::to_local(now, session.identity.time_zone);
    return {local.year, local.month, local.day};
}

} // namespace ronde::app
