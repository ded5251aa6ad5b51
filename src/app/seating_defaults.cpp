#include "app/seating_defaults.hpp"

#include "app/room_plan.hpp"

#include <algorithm>

namespace ronde::app {
namespace {

bool touched(const cafe::Session& session, cafe::ObjectKind kind) {
    const auto has = [kind](const std::vector<cafe::Change>& changes) {
        return std::ranges::any_of(changes, [kind](const cafe::Change& change) {
            return std::ranges::find(change.objects, kind, &cafe::ObjectChange::kind) != change.objects.end();
        });
    };
    return has(session.history.done) || has(session.history.undone);
}

} // namespace

std::vector<cafe::Deed> defaults_for(const cafe::Session& session, const cafe::PutPeople& deed,
                                     const std::function<std::string(std::string_view prefix)>& new_id) {
    std::vector<cafe::Deed> deeds;
    const bool first = session.participants.empty() && !deed.participants.empty();
    const bool counted = std::ranges::any_of(session.groups, [](const auto& group) { return group.count > 0; });
    if (!first || counted || cafe::begun_rounds(session) > 0 || session.ideas.size() > 0) return deeds;
    if (!touched(session, cafe::ObjectKind::table) && !session.questions.empty()) {
        const int each = tables_per_question_for(static_cast<int>(deed.participants.size()),
                                                 static_cast<int>(session.questions.size()));
        const auto now = tables_by_question(session);
        // A room that is large enough stays as the template has it.
        if (std::ranges::any_of(now, [each](int tables) { return tables < each; }))
            deeds.emplace_back(
                cafe::SetTables{tables_with(session, std::vector<int>(session.questions.size(), each), new_id)});
    }
    if (!touched(session, cafe::ObjectKind::seating_rules) && session.seating_rules == cafe::SeatingRules{}) {
        cafe::SeatingRules rules;
        rules.grouping = cafe::Grouping::mixed;
        deeds.emplace_back(cafe::EditSeating{std::move(rules)});
    }
    return deeds;
}

} // namespace ronde::app
