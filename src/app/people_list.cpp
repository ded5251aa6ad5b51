#include "app/people_list.hpp"

#include "app/people_import.hpp"

#include <utility>

namespace ronde::app {

PeopleList understood(PeopleList list, const cafe::Session& session) {
    list.refused.reset();
    list.read = {};
    list.added = list.updated = list.unchanged = list.beyond = 0;
    list.busy = false;
    auto file = store::open_people_file(list.bytes ? std::string_view(*list.bytes) : std::string_view(), list.choices);
    if (!file) {
        list.refused = file.error().trouble;
        list.file.reset();
        return list;
    }
    list.file = std::make_shared<const store::PeopleFile>(std::move(*file));
    if (list.mapping.size() != list.file->columns.size()) list.mapping = store::meanings_of(*list.file);
    list.read = store::read_people(*list.file, list.mapping);
    std::size_t number = 0; // ids that are never used: only the counts are
    const auto import = import_people(list.read, session, [&number](std::string_view prefix) {
        return std::string(prefix) + "?" + std::to_string(++number);
    });
    list.added = import.added;
    list.updated = import.updated;
    list.unchanged = import.unchanged;
    list.beyond = import.beyond.size();
    return list;
}

} // namespace ronde::app
