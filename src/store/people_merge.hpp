#pragma once
// Finds the lines of a list that are one person, and makes them one. Internal to `store`: used by people_file.cpp.
// Time grows with the number of lines, whatever stands in them. One thread at a time.

#include "store/people_file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace ronde::store {

class PeopleMerger {
public:
    struct Put {
        bool merged = false;
        int other_line = 0; ///< of the person that it was merged with, or that has the same address; else 0
    };
    /// Adds a person, or merges them with one whom they are.
    Put put(ListedPerson person);

    /// All of them, in the order in which they came.
    [[nodiscard]] std::vector<ListedPerson> people() && { return std::move(m_people); }

private:
    /// What a person is found by.
    struct Keys {
        std::string name{}; ///< in plain words
        std::string name_and_organisation{};
        std::string email{};            ///< folded; empty: there is none
        std::string name_and_address{}; ///< empty without an address
    };
    [[nodiscard]] static Keys keys_of(const ListedPerson& person);
    void remember(const Keys& keys, std::size_t index);

    std::vector<ListedPerson> m_people;
    std::vector<std::string> m_names;                       ///< of each, in plain words
    std::unordered_map<std::string, std::size_t> m_by_name; ///< folded name, and organisation or address
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_email;
};

} // namespace ronde::store
