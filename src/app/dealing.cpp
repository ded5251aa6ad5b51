#include "app/dealing.hpp"

#include "app/group_names.hpp"
#include "app/room_plan.hpp"
#include "rotation/deal.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace ronde::app {
namespace {

rotation::DealtPerson numbered(const cafe::Session& session, const cafe::Participant& person, Dealing dealing,
                               std::size_t groups) {
    rotation::DealtPerson dealt;
    const auto organisation = std::ranges::find(session.organisations, person.organisation, &cafe::Organisation::id);
    if (organisation != session.organisations.end()) {
        dealt.organisation = static_cast<int>(organisation - session.organisations.begin());
        dealt.kind = static_cast<int>(organisation->kind);
    }
    if (dealing == Dealing::keep_placed)
        for (std::size_t g = 0; g < std::min(groups, session.groups.size()); ++g)
            if (std::ranges::find(session.groups[g].members, person.id) != session.groups[g].members.end())
                dealt.fixed_group = static_cast<int>(g);
    return dealt;
}

} // namespace

cafe::SetGroups deal(const cafe::Session& session, const DealGroups& wish,
                     const std::function<std::string(std::string_view prefix)>& new_id) {
    const auto count = static_cast<std::size_t>(std::max(wish.groups, 1));
    cafe::SetGroups deed;
    std::vector<std::string> taken;
    for (const cafe::Group& group : session.groups) {
        if (deed.groups.size() == count) break;
        deed.groups.push_back(group);
        deed.groups.back().members.clear();
        taken.push_back(group.name);
    }
    for (std::string& name : group_names(session.identity.language, count - deed.groups.size(), taken))
        deed.groups.push_back({.id = {new_id("g")}, .name = std::move(name)});

    if (session.participants.empty()) {
        const auto sizes = even_sizes(expected_people(session), static_cast<int>(count));
        for (std::size_t g = 0; g < count; ++g) deed.groups[g].count = g < sizes.size() ? sizes[g] : 0;
        return deed;
    }
    std::vector<rotation::DealtPerson> people;
    for (const cafe::Participant& person : session.participants)
        people.push_back(numbered(session, person, wish.dealing, count));
    const auto dealt = rotation::deal_groups(people, static_cast<int>(count));
    for (std::size_t i = 0; dealt && i < people.size(); ++i)
        deed.groups[static_cast<std::size_t>((*dealt)[i])].members.push_back(session.participants[i].id);
    return deed;
}

} // namespace ronde::app
