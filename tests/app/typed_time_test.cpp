#include "app/typed_time.hpp"

#include "compat/catch.hpp"

#include <optional>

using namespace ronde::app;
using namespace std::chrono_literals;

TEST_CASE("typed time: a date is read as people write it") {
    const TypedDate morning{2023, 6, 13};
    for (const auto* text : {"13/06/2023", "13/6/23", "13.06.2023", "13-6-2023", "2023-06-13", "13 juin 2023",
                             "mardi 13 juin 2023", "13 June 2023", " 13  JUIN 23 "})
        CHECK(date_typed(text) == morning);
    CHECK(date_typed("1 août 2026") == TypedDate{2026, 8, 1});
    CHECK(date_typed("29/02/2024") == TypedDate{2024, 2, 29});
}

TEST_CASE("typed time: a date that does not exist is nothing") {
    for (const auto* text : {"", "13", "13/06", "31/02/2023", "29/02/2023", "13/13/2023", "13 jui 2023", "demain",
                             "13/06/12345678", "00/01/2023", "13 06 99999"})
        CHECK_FALSE(date_typed(text).has_value());
}

TEST_CASE("typed time: a time of day is read as people write it") {
    CHECK(time_typed("9") == TypedTime{9, 0});
    CHECK(time_typed("9h") == TypedTime{9, 0});
    CHECK(time_typed("9h30") == TypedTime{9, 30});
    CHECK(time_typed("09 h 05") == TypedTime{9, 5});
    CHECK(time_typed("9:30") == TypedTime{9, 30});
    CHECK(time_typed("23.59") == TypedTime{23, 59});
    for (const auto* text : {"", "24:00", "9:60", "9:5", "9:", "h30", "9 30", "midi", "9:30:00"})
        CHECK_FALSE(time_typed(text).has_value());
}

TEST_CASE("typed time: a length is minutes unless it says otherwise") {
    CHECK(length_typed("20") == 20min);
    CHECK(length_typed("20 min") == 20min);
    CHECK(length_typed("1h30") == 90min);
    CHECK(length_typed("1 h") == 60min);
    CHECK(length_typed("1 h 30 min") == 90min);
    CHECK(length_typed("90 s") == 90s);
    CHECK(length_typed("2:30") == 150s);
    CHECK(length_typed("2 min 30") == 150s);
    CHECK(length_typed("2 min 30 s") == 150s);
    CHECK(length_typed("0") == 0s);
    for (const auto* text : {"", "vite", "-5", "25 h", "30 s 2 min", "1 h 2 h", "12345678", "1 2"})
        CHECK_FALSE(length_typed(text).has_value());
}
