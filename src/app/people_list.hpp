#pragma once
// A people's list that is being looked at before it is taken: what was understood of it, what the person corrected, and
// what taking it would do. Made by a job, shown by Préparer. Values; `understood` is pure; any thread.

#include "cafe/session.hpp"
#include "store/people_file.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ronde::app {

// What the panels need of `store`, which they do not include.
using store::ColumnMeaning;
using store::CsvTrouble;
using store::LeftOutLine;
using store::ListedPerson;
using store::ListShape;
using store::OpeningChoices;
using store::Remark;
using store::RemarkedLine;
using store::Separator;
using store::WhyLeftOut;

struct PeopleList {
    std::string name{};                         ///< of the file; empty: it was pasted
    std::shared_ptr<const std::string> bytes{}; ///< as they came
    OpeningChoices choices{};                   ///< what the person set right
    std::vector<ColumnMeaning> mapping{};       ///< one a column; empty: not guessed yet
    std::optional<CsvTrouble> refused{};        ///< it is no list; then the rest is empty
    std::shared_ptr<const store::PeopleFile> file{};
    store::PeopleRead read{};
    std::size_t added = 0; ///< what taking it would do
    std::size_t updated = 0;
    std::size_t unchanged = 0;
    std::size_t beyond = 0; ///< for whom the café has no room
    bool busy = false;      ///< a job works on a newer understanding
};

/// What is understood of the list, with its choices and its mapping (guessed when empty), for this café.
[[nodiscard]] PeopleList understood(PeopleList list, const cafe::Session& session);

} // namespace ronde::app
