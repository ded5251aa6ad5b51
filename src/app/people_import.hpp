#pragma once
// From a people's list to one action: who of it is in the café already, who is new, which organisations come with them.
// Taking the same list again updates and doubles nobody. Used by Préparer and `ronde import`. Pure; any thread.

#include "cafe/session.hpp"
#include "store/people_file.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::app {

/// What a café holds at most; cafe::PutPeople is rejected beyond it.
inline constexpr std::size_t most_people = 20'000;

struct PeopleImport {
    cafe::PutPeople deed{}; ///< only what is new or changes; empty where the café has it all
    std::size_t added = 0;
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t new_organisations = 0;
    std::vector<int> beyond{}; ///< lines of people for whom the café has no room

    friend bool operator==(const PeopleImport&, const PeopleImport&) = default;
};

/// Somebody of the list is somebody of the café when the address is the same and the names do not contradict, else when
/// name and organisation are the same whatever their case and accents, else when the name is and only one of the two
/// says an organisation (and neither an address that contradicts). Nobody is found twice. What the list says replaces
/// what the café has, what it is silent about stays; roles are added. Contacts come as not asked. Whose
/// registration was cancelled is absent; of the others the café knows better whether they came.
[[nodiscard]] PeopleImport import_people(std::span<const store::ListedPerson> people, const cafe::Session& session,
                                         const std::function<std::string(std::string_view prefix)>& new_id);

/// The same of all that was read: lines of an organisation alone make it, or give it their contacts.
[[nodiscard]] PeopleImport import_people(const store::PeopleRead& read, const cafe::Session& session,
                                         const std::function<std::string(std::string_view prefix)>& new_id);

} // namespace ronde::app
