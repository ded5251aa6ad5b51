#include "base/local_text.hpp"

#include "compat/catch.hpp"

using namespace std::chrono_literals;
using namespace ronde::base;

TEST_CASE("local text: a time of day has no zero before its hours and one before its minutes") {
    CHECK(clock_text({2023, 6, 13, 9, 5, 59}) == "9:05");
    CHECK(clock_text({2023, 6, 13, 10, 37, 0}) == "10:37");
    CHECK(clock_text({2023, 6, 13, 0, 0, 0}) == "0:00");
}

TEST_CASE("local text: dates read as people write them, in French and in English") {
    const LocalTime morning{2023, 6, 13, 9, 0, 0};
    CHECK(date_text(morning, "fr") == "13 juin 2023");
    CHECK(date_text(morning, "en") == "13 June 2023");
    CHECK(date_text({2022, 11, 8}, "fr", DateForm::brief) == "8 nov. 2022");
    CHECK(date_text({2022, 11, 8}, "en", DateForm::brief) == "8 Nov 2022");
    CHECK(date_text({2024, 2, 29}, "fr", DateForm::brief) == "29 févr. 2024");
    CHECK(date_text(morning, "fr", DateForm::weekday) == "mardi 13 juin 2023");
    CHECK(date_text(morning, "en", DateForm::weekday) == "Tuesday 13 June 2023");
    CHECK(date_text({2023, 12, 31}, "fr", DateForm::weekday) == "dimanche 31 décembre 2023");
    CHECK(date_text({2024, 1, 6}, "en", DateForm::weekday) == "Saturday 6 January 2024");
}

TEST_CASE("local text: the first of a month is 1er in French only") {
    CHECK(date_text({2023, 8, 1}, "fr") == "1er août 2023");
    CHECK(date_text({2023, 8, 1}, "fr", DateForm::weekday) == "mardi 1er août 2023");
    CHECK(date_text({2023, 8, 1}, "en") == "1 August 2023");
    CHECK(date_text({2023, 8, 21}, "fr") == "21 août 2023");
}

TEST_CASE("local text: a length is said in words that no line break parts") {
    CHECK(length_text(0s) == "0\u00a0s");
    CHECK(length_text(35s) == "35\u00a0s");
    CHECK(length_text(87s) == "1\u00a0min\u00a027\u00a0s");
    CHECK(length_text(20min) == "20\u00a0min");
    CHECK(length_text(2h) == "2\u00a0h");
    CHECK(length_text(90min + 1s) == "1\u00a0h\u00a030\u00a0min");
}

TEST_CASE("local text: spans show minutes and seconds, and hours from an hour on") {
    CHECK(span_text(0s) == "0:00");
    CHECK(span_text(48s) == "0:48");
    CHECK(span_text(12min + 24s) == "12:24");
    CHECK(span_text(59min + 59s) == "59:59");
    CHECK(span_text(1h) == "1:00:00");
    CHECK(span_text(1h + 2min + 3s) == "1:02:03");
    CHECK(span_text(25h) == "25:00:00");
    CHECK(span_text(-48s) == "−0:48");
    CHECK(over_text(48s) == "+0:48");
    CHECK(over_text(1h + 5s) == "+1:00:05");
}
