#include "cafe/contacts_in_text.hpp"

#include "cafe/names_in_text.hpp"
#include "compat/catch.hpp"

#include <algorithm>
#include <string>

using namespace ronde;

namespace {

std::string without_contacts(std::string text) {
    cafe::hide_contacts(text, "…", [](cafe::ContactLook, std::string_view) { return true; });
    return text;
}

} // namespace

TEST_CASE("contacts in text: addresses, numbers and links are found as people write them, and nothing else is") {
    CHECK(without_contacts("écrire à amina@example.org, ou à A.Ferrand+ess@mail.example.fr.") == "écrire à …, ou à ….");
    CHECK(without_contacts("06 12 34 56 78 ou 0612345678 0468000000") == "… ou … …");
    CHECK(without_contacts("tél.\u00a006.12.34.56.78 (bureau : +33 (0)4\u202f68\u202f00-00-00)") ==
          "tél.\u00a0… (bureau : …)");
    CHECK(without_contacts("voir https://example.org/amina?x=1, www.example.org.") == "voir …, ….");
    for (const std::string text : {"le 13/06/2023 à 9 h 30", "2023-06-13 09:30:00 à 12 h", "1 000 000 000 €",
                                   "@ferrand", "a@b", "12 personnes, 40 €, 2 300 m²", "code0612345678", "swww.", ""})
        CHECK(without_contacts(text) == text);
}

TEST_CASE("contacts in text: only those that are meant go") {
    std::string text = "amina@example.org et driss@example.org";
    CHECK(cafe::hide_contacts(text, "…", [](cafe::ContactLook, std::string_view contact) {
        return cafe::same_contact(contact, "Amina@Example.org");
    }));
    CHECK(text == "… et driss@example.org");
    CHECK(cafe::same_contact("06 12 34 56 78", "+33 6 12 34 56 78"));
    CHECK_FALSE(cafe::same_contact("06 12 34 56 78", "06 12 34 56 79"));
    CHECK_FALSE(cafe::same_contact("a123456789@x.fr", "b123456789@x.fr"));
}

TEST_CASE("names: written the other way round, or after a title") {
    const auto ways = cafe::other_ways_to_write("Jean-Marc Le Goff");
    for (const std::string way : {"Le Goff Jean-Marc", "Goff Jean-Marc Le", "M. Le Goff", "Monsieur Le Goff"})
        CHECK(std::ranges::find(ways, way) != ways.end());
    CHECK(cafe::other_ways_to_write("Rose").empty());
    CHECK(cafe::other_ways_to_write(" Rose ").empty());
}
