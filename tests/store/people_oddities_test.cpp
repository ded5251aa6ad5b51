#include "store/people_file.hpp"

#include "compat/catch.hpp"

using namespace ronde::store;
using namespace std::string_literals;

TEST_CASE("people: an address is no name for the room to read") {
    const auto file = open_people_file("Nom;Email\nJean.Dupont@mas.example;\nzoe@mas.example;autre@mas.example\n");
    REQUIRE(file);
    const auto found = read_people(*file, meanings_of(*file));
    REQUIRE(found.people.size() == 2);
    CHECK(found.people[0].full_name == "Jean Dupont");
    CHECK(found.people[0].email == "Jean.Dupont@mas.example");
    CHECK(found.people[1].full_name == "zoe");
    CHECK(found.people[1].email == "autre@mas.example");
    CHECK(found.remarks == std::vector<RemarkedLine>{{2, Remark::address_as_name, "Jean Dupont", 0},
                                                     {3, Remark::address_as_name, "zoe", 0}});
}

TEST_CASE("people: a line without its control characters is taken, and named") {
    const auto file = open_people_file("Nom;Prénom\nDu\0pont;Jean\nRoux;Anne\n"s);
    REQUIRE(file);
    const auto found = read_people(*file, meanings_of(*file));
    REQUIRE(found.people.size() == 2);
    CHECK(found.people[0].full_name == "Jean Dupont");
    CHECK(found.remarks == std::vector<RemarkedLine>{{2, Remark::control_signs, "Jean Dupont", 0}});
}

TEST_CASE("people: text after a closing quote is not a quote that is never closed") {
    const auto file = open_people_file("Nom;Structure\n\"Mar\"tin;Zoé\n\"Paul;Là\nAnne;Ici\n");
    REQUIRE(file);
    const auto found = read_people(*file, meanings_of(*file));
    REQUIRE(found.left_out.size() == 2);
    CHECK(found.left_out[0].why == WhyLeftOut::stray_quote);
    CHECK(found.left_out[1].why == WhyLeftOut::open_quote);
    CHECK(found.people.size() == 1);
}
