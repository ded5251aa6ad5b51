#include "app/presence.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace ronde::app {
namespace {

constexpr std::size_t most_completions = 5;

/// The first round that is still to be seated.
int next_round(const cafe::Session& session) {
    return cafe::round_for_notes(session) + 1;
}

struct Typed {
    std::string name{};
    std::string organisation{};
    bool parted = false;
};

Typed taken_apart(std::string_view typed) {
    const auto sign = typed.find_first_of(",;\t");
    if (sign == std::string_view::npos) return {.name = std::string(base::trimmed(typed))};
    return {.name = std::string(base::trimmed(typed.substr(0, sign))),
            .organisation = std::string(base::trimmed(typed.substr(sign + 1))),
            .parted = true};
}

bool holds(std::string_view text, std::string_view folded_part) {
    return folded_part.empty() || base::folded(text).find(folded_part) != std::string::npos;
}

/// Whether people are counted rather than named.
bool is_counted(const cafe::Group& group) {
    return group.members.empty() && group.count > 0;
}

/// The group to which a walk-in goes.
const cafe::Group* smallest_group(const cafe::Session& session) {
    const auto present = [&](const cafe::Group& group) -> std::ptrdiff_t {
        if (is_counted(group)) return group.count;
        return std::ranges::count_if(group.members, [&](const cafe::ParticipantId& id) {
            const auto* person = cafe::find(session, id);
            return person != nullptr && person->presence != cafe::Presence::absent && person->last_round == 0;
        });
    };
    const cafe::Group* best = nullptr;
    for (const cafe::Group& group : session.groups) {
        if (best == nullptr || present(group) < present(*best)) best = &group;
    }
    return best;
}

/// A group of people who are counted, with one more.
cafe::SetGroups one_more_in(const cafe::Session& session, const cafe::GroupId& id) {
    cafe::SetGroups deed{session.groups};
    for (cafe::Group& group : deed.groups)
        if (group.id == id) ++group.count;
    return deed;
}

} // namespace

Standing standing_of(const cafe::Session& session, const cafe::Participant& person) {
    if (person.presence == cafe::Presence::absent) return Standing::absent;
    if (person.last_round > 0) return Standing::left;
    if (person.presence == cafe::Presence::here) return Standing::here;
    return person.first_round > 1 && person.first_round >= next_round(session) ? Standing::late : Standing::expected;
}

cafe::SetPresence tick_in(const cafe::Session& session, const cafe::Participant& person) {
    const bool fresh = person.presence == cafe::Presence::absent || person.first_round > next_round(session);
    return {.ids = {person.id},
            .presence = cafe::Presence::here,
            .first_round = fresh ? next_round(session) : person.first_round};
}

cafe::TableId table_meanwhile(const cafe::Session& session, const cafe::Participant& person) {
    const int round = cafe::round_for_room(session);
    const auto step = cafe::current_step(session);
    const bool in_round = step && session.agenda[*step].kind == cafe::StepKind::round;
    if (!in_round || standing_of(session, person) != Standing::here || person.first_round <= round) return {};
    if (!cafe::table_of(session, round, person.id).empty()) return {};
    cafe::TableId best;
    int fewest = 0;
    for (const cafe::Table& table : session.tables) {
        const int people = cafe::number_at(session, round, table.id);
        if (people == 0 || (!best.empty() && people >= fewest)) continue; // nobody is sent to sit alone
        best = table.id;
        fewest = people;
    }
    return best;
}

cafe::SetPresence leave(const cafe::Session& session, const cafe::Participant& person) {
    const int last = cafe::round_for_notes(session);
    if (last < std::max(1, person.first_round)) return stay_away(person);
    return {
        .ids = {person.id}, .presence = cafe::Presence::here, .first_round = person.first_round, .last_round = last};
}

cafe::SetPresence come_later(const cafe::Session& session, const cafe::Participant& person) {
    const int soonest = std::max(next_round(session), 2);
    int from = standing_of(session, person) == Standing::late ? person.first_round + 1 : soonest;
    if (from > std::max(cafe::round_count(session), soonest)) from = soonest;
    return {.ids = {person.id}, .presence = cafe::Presence::expected, .first_round = from};
}

cafe::SetPresence stay_away(const cafe::Participant& person) {
    return {.ids = {person.id}, .presence = cafe::Presence::absent};
}

cafe::SetPresence expect_again(const cafe::Participant& person) {
    return {.ids = {person.id}, .presence = cafe::Presence::expected};
}

bool is_found(const cafe::Session& session, const cafe::Participant& person, std::string_view typed) {
    const Typed parts = taken_apart(typed);
    const auto* organisation = cafe::find(session, person.organisation);
    const std::string_view of = organisation == nullptr ? std::string_view() : std::string_view(organisation->name);
    const std::string name = base::folded(parts.name);
    if (parts.parted) return holds(person.name, name) && holds(of, base::folded(parts.organisation));
    return holds(person.name, name) || holds(of, name);
}

std::vector<WalkIn> walk_ins(const cafe::Session& session, std::string_view typed) {
    const Typed parts = taken_apart(typed);
    std::vector<WalkIn> out;
    if (parts.name.empty()) return out;
    if (parts.organisation.empty()) {
        out.push_back({.name = parts.name});
        return out;
    }
    const std::string part = base::folded(parts.organisation);
    bool exact = false;
    std::vector<WalkIn> inside;
    for (const auto& organisation : session.organisations) {
        const std::string name = base::folded(organisation.name);
        const WalkIn found{.name = parts.name, .organisation = organisation.name, .known = organisation.id};
        if (name == part) {
            out.insert(out.begin(), found);
            exact = true;
        } else if (name.starts_with(part)) {
            out.push_back(found);
        } else if (name.find(part) != std::string::npos) {
            inside.push_back(found);
        }
    }
    out.insert(out.end(), inside.begin(), inside.end());
    out.resize(std::min(out.size(), most_completions));
    if (!exact) out.push_back({.name = parts.name, .organisation = parts.organisation});
    return out;
}

std::vector<cafe::Deed> welcome(const cafe::Session& session, const WalkIn& walk_in,
                                const std::function<std::string(std::string_view prefix)>& new_id) {
    cafe::PutPeople put;
    cafe::Participant person{.id = {new_id("p")}, .name = walk_in.name, .organisation = walk_in.known};
    if (person.organisation.empty() && !walk_in.organisation.empty()) {
        put.organisations.push_back({.id = {new_id("o")}, .name = walk_in.organisation});
        person.organisation = put.organisations.back().id;
    }
    person.presence = cafe::Presence::here;
    person.first_round = next_round(session);
    const auto id = person.id;
    put.participants.push_back(std::move(person));
    std::vector<cafe::Deed> deeds{std::move(put)};
    if (session.seating_rules.grouping != cafe::Grouping::intact) return deeds;
    const auto* group = smallest_group(session);
    if (group == nullptr) return deeds;
    if (is_counted(*group))
        deeds.emplace_back(one_more_in(session, group->id));
    else
        deeds.emplace_back(cafe::MovePerson{id, group->id});
    return deeds;
}

} // namespace ronde::app
