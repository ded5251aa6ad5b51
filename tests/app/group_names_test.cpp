#include "app/group_names.hpp"

#include "compat/catch.hpp"

#include <set>
#include <string>
#include <vector>

using namespace ronde;

TEST_CASE("group names: there is a plant for each of the most groups, all different, in both languages") {
    for (const auto* language : {"fr", "en"}) {
        const auto names = app::plant_names(language);
        CHECK(names.size() >= 24);
        CHECK(std::set<std::string_view>(names.begin(), names.end()).size() == names.size());
    }
}

TEST_CASE("group names: what is taken is not given again, whatever its accents and case") {
    const std::vector<std::string> taken = {"mimosas", "CYPRES"};
    CHECK(app::group_names("fr", 2, taken) == std::vector<std::string>{"Orangers", "Oliviers"});
}

TEST_CASE("group names: beyond the plants there are numbers") {
    const auto names = app::group_names("en", app::plant_names("en").size() + 1);
    CHECK(names.back() == "Group 33");
    CHECK(app::group_names("fr", names.size()).back() == "Groupe 33");
}
