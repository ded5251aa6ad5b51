// What a list's cell holds besides the first address or number.

#include "compat/catch.hpp"
#include "store/people_file.hpp"

using namespace ronde::store;

TEST_CASE("people file: of several addresses or numbers in a cell the first is taken, and the others are named") {
    const auto file = open_people_file("Nom;Structure;Email;Téléphone\n"
                                       "Zoé;La Gare;zoe@ici.fr, z.durand@la.fr;\n"
                                       "Léa;La Gare;lea@ici.fr;\"04 00 00 00 01; 06 00 00 00 02\"\n"
                                       "Ana;La Gare;ana@ici.fr;04 00 00 00 03,\n"
                                       ";Le Pré;\"le@pre.fr;pre@la.fr\";\n");
    REQUIRE(file.has_value());
    const PeopleRead found = read_people(*file, meanings_of(*file));
    REQUIRE(found.people.size() == 3);
    CHECK(found.people[0].email == "zoe@ici.fr");
    CHECK(found.people[1].phone == "04 00 00 00 01");
    CHECK(found.people[2].phone == "04 00 00 00 03");
    REQUIRE(found.remarks.size() == 4);
    CHECK(found.remarks[0] == RemarkedLine{2, Remark::more_contacts, "z.durand@la.fr", 0});
    CHECK(found.remarks[1] == RemarkedLine{3, Remark::more_contacts, "06 00 00 00 02", 0});
    CHECK(found.remarks[2] == RemarkedLine{5, Remark::more_contacts, "pre@la.fr", 0});
    CHECK(found.remarks[3].remark == Remark::nobody_named);
}
