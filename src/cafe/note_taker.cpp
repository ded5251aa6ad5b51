#include "cafe/note_taker.hpp"

#include <algorithm>

namespace ronde::cafe {

std::string note_taker_at(const Session& session, int round, const TableId& table) {
    std::string name;
    for (const ParticipantId& id : people_at(session, round, table)) {
        const Participant* person = find(session, id);
        if (person == nullptr || !attends(*person, round)) continue;
        if (std::ranges::find(person->roles, Role::note_taker) == person->roles.end()) continue;
        if (!name.empty()) return {};
        name = person->name;
    }
    return name;
}

} // namespace ronde::cafe
