#include "app/typed_day.hpp"

#include "compat/catch.hpp"

#include <utility>
#include <vector>

using namespace ronde;

namespace {

constexpr app::TypedDate tuesday{2023, 6, 13};

std::string read(std::string_view text, const app::TypedDate& today = tuesday) {
    const auto day = app::day_typed(text, today);
    return day ? app::iso_day(*day) : "-";
}

} // namespace

TEST_CASE("typed day: dates without a year are the next ones") {
    const std::vector<std::pair<std::string_view, std::string_view>> days{{"12/9", "2023-09-12"},
                                                                          {"12/09", "2023-09-12"},
                                                                          {"12 sept.", "2023-09-12"},
                                                                          {"12 septembre", "2023-09-12"},
                                                                          {"Sept 12", "2023-09-12"},
                                                                          {"September 12th", "2023-09-12"},
                                                                          {"the 12th of September", "2023-09-12"},
                                                                          {"le 1er juillet", "2023-07-01"},
                                                                          {"1/1", "2024-01-01"},
                                                                          {"13/6", "2023-06-13"},
                                                                          {"12/6", "2024-06-12"},
                                                                          {"29/2", "2024-02-29"},
                                                                          {"le 20", "2023-06-20"},
                                                                          {"le 5", "2023-07-05"},
                                                                          {"31", "2023-07-31"}};
    for (const auto& [typed, day] : days) {
        INFO(typed);
        CHECK(read(typed) == day);
    }
}

TEST_CASE("typed day: whole dates are read whatever the language and the order of the month's name") {
    for (const std::string_view typed : {"12/9/2024", "12.09.24", "12 septembre 2024", "jeudi 12 septembre 2024",
                                         "September 12, 2024", "Sept. 12 2024", "2024-09-12", "avant le 12/9/2024"}) {
        INFO(typed);
        CHECK(read(typed) == "2024-09-12");
    }
}

TEST_CASE("typed day: a day of the week is the next one, never today") {
    CHECK(read("vendredi") == "2023-06-16");
    CHECK(read("Friday") == "2023-06-16");
    CHECK(read("vendredi prochain") == "2023-06-16");
    CHECK(read("next friday") == "2023-06-16");
    CHECK(read("ven.") == "2023-06-16");
    CHECK(read("mardi") == "2023-06-20");
    CHECK(read("lundi") == "2023-06-19");
    CHECK(read("vendredi 16 juin") == "2023-06-16");
}

TEST_CASE("typed day: a while from now") {
    CHECK(read("aujourd’hui") == "2023-06-13");
    CHECK(read("demain") == "2023-06-14");
    CHECK(read("après-demain") == "2023-06-15");
    CHECK(read("the day after tomorrow") == "2023-06-15");
    CHECK(read("dans 2 semaines") == "2023-06-27");
    CHECK(read("in two weeks") == "2023-06-27");
    CHECK(read("d’ici quinze jours") == "2023-06-28");
    CHECK(read("dans un mois") == "2023-07-13");
    CHECK(read("in a year") == "2024-06-13");
    CHECK(read("dans 1 mois", {2023, 1, 31}) == "2023-02-28");
    CHECK(read("fin juin") == "2023-06-30");
    CHECK(read("end of september") == "2023-09-30");
    CHECK(read("fin du mois") == "2023-06-30");
    CHECK(read("fin février") == "2024-02-29");
    CHECK(read("fin juin 2025") == "2025-06-30");
}

TEST_CASE("typed day: what says no day, or contradicts itself, is not read") {
    for (const std::string_view typed :
         {"", "  ", "bientôt", "semaine prochaine", "32/1", "31/9", "vendredi 15 juin", "12/9 ou 13/9", "dans 0 jour",
          "dans 99999 jours", "le", "\xff", "mardi mercredi", "fin", "le 40"}) {
        INFO(typed);
        CHECK(read(typed) == "-");
    }
}
