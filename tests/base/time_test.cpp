#include "base/time.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

using namespace std::chrono_literals;
using ronde::base::Duration;
using ronde::base::to_rfc3339;
using ronde::base::wall_time_from;
using ronde::base::WallTime;

namespace {

WallTime at(int year, unsigned month, unsigned day, Duration since_midnight) {
    return std::chrono::sys_days(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day)) +
           since_midnight;
}

} // namespace

TEST_CASE("time: a moment is written in UTC, with a fraction only when there is one") {
    CHECK(to_rfc3339(at(2023, 6, 13, 7h)) == "2023-06-13T07:00:00Z");
    CHECK(to_rfc3339(at(2023, 6, 13, 7h + 250ms)) == "2023-06-13T07:00:00.250Z");
    CHECK(to_rfc3339(at(2023, 6, 13, 7h + 5ms)) == "2023-06-13T07:00:00.005Z");
    CHECK(to_rfc3339(at(1969, 12, 31, 24h - 1ms)) == "1969-12-31T23:59:59.999Z");
}

TEST_CASE("time: a moment is written with the offset asked for") {
    const auto time = at(2023, 6, 13, 7h);
    CHECK(to_rfc3339(time, 120min) == "2023-06-13T09:00:00+02:00");
    CHECK(to_rfc3339(time, 0min) == "2023-06-13T07:00:00+00:00");
    CHECK(to_rfc3339(time, -210min) == "2023-06-13T03:30:00-03:30");
    CHECK(to_rfc3339(at(2023, 12, 31, 23h + 500ms), 345min) == "2024-01-01T04:45:00.500+05:45");
}

TEST_CASE("time: offsets, fractions, small letters and leap seconds are read") {
    const auto time = at(2023, 6, 13, 7h);
    CHECK(wall_time_from("2023-06-13T07:00:00Z") == time);
    CHECK(wall_time_from("2023-06-13t07:00:00z") == time);
    CHECK(wall_time_from("2023-06-13T09:00:00+02:00") == time);
    CHECK(wall_time_from("2023-06-13T03:30:00-03:30") == time);
    CHECK(wall_time_from("2023-06-13T07:00:00-00:00") == time);
    CHECK(wall_time_from("2023-06-13T07:00:00.2Z") == time + 200ms);
    CHECK(wall_time_from("2023-06-13T07:00:00.02Z") == time + 20ms);
    CHECK(wall_time_from("2023-06-13T07:00:00.002Z") == time + 2ms);
    CHECK(wall_time_from("2023-06-13T07:00:00.002999999999999999999999999999999999999Z") == time + 2ms);
    CHECK(wall_time_from("2024-02-29T00:00:00Z") == at(2024, 2, 29, 0h));
    CHECK(wall_time_from("2016-12-31T23:59:60Z") == at(2017, 1, 1, 0h));
    CHECK(wall_time_from("2017-01-01T00:59:60.5+01:00") == at(2017, 1, 1, 500ms));
}

TEST_CASE("time: what is not RFC 3339 is refused with the text and a good example") {
    for (const auto* text : {"",
                             "2023-06-13",
                             "2023-06-13T07:00Z",
                             "2023-06-13T07:00:00",
                             "2023-06-13 07:00:00Z",
                             "2023-06-13T07:00:00.Z",
                             "2023-06-13T07:00:00,5Z",
                             "2023-06-13T07:00:00+0200",
                             "2023-06-13T07:00:00+02",
                             "2023-06-13T07:00:00+24:00",
                             "2023-06-13T07:00:00+02:60",
                             "2023-06-13T07:00:00Z ",
                             " 2023-06-13T07:00:00Z",
                             "2023-6-13T07:00:00Z",
                             "+023-06-13T07:00:00Z",
                             "2023-00-13T07:00:00Z",
                             "2023-13-13T07:00:00Z",
                             "2023-06-31T07:00:00Z",
                             "2023-02-29T07:00:00Z",
                             "2023-06-13T24:00:00Z",
                             "2023-06-13T07:60:00Z",
                             "2023-06-13T07:00:61Z",
                             "2023-06-13T07:00:60Z",
                             "2023-06-12T23:59:60Z",
                             "2023-06-13T23:59:60+24:00",
                             "1899-12-31T23:59:59Z",
                             "1900-01-01T00:00:00+00:01",
                             "9999-12-31T23:59:59-00:01",
                             "12023-06-13T07:00:00Z",
                             "٢٠٢٣-06-13T07:00:00Z"}) {
        CAPTURE(text);
        const auto read = wall_time_from(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().fault == ronde::base::Fault::input);
        CHECK(read.error().message.find(text) != std::string::npos);
        CHECK(read.error().message.find("2023-06-13T09:00:00+02:00") != std::string::npos);
    }
}

TEST_CASE("time: what is written is read back, in UTC and with any offset") {
    const auto first = at(1900, 1, 2, 0h).time_since_epoch().count();
    const auto last = at(9999, 12, 30, 0h).time_since_epoch().count();
    REQUIRE(rc::check("written, then read", [&] {
        const WallTime time(Duration(*rc::gen::inRange(first, last)));
        const std::chrono::minutes offset(*rc::gen::inRange(-1439, 1440));
        RC_ASSERT(wall_time_from(to_rfc3339(time)) == time);
        RC_ASSERT(wall_time_from(to_rfc3339(time, offset)) == time);
    }));
}

TEST_CASE("time: any text is either refused or a moment that is written the same") {
    REQUIRE(rc::check("a damaged time", [] {
        std::string text = "2023-06-13T09:30:15.125+02:00";
        const auto changes = *rc::gen::inRange(1, 4);
        for (int i = 0; i < changes; ++i) {
            const auto where = *rc::gen::inRange<std::size_t>(0, text.size());
            text[where] = *rc::gen::elementOf(std::string("0123456789-+:.TZ x"));
        }
        if (const auto read = wall_time_from(text)) RC_ASSERT(wall_time_from(to_rfc3339(*read)) == *read);
    }));
}
