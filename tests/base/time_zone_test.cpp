#include "base/time_zone.hpp"

#include "compat/catch.hpp"

#include <rapidcheck.h>

using namespace std::chrono_literals;
using ronde::base::is_time_zone;
using ronde::base::local_time_from;
using ronde::base::LocalTime;
using ronde::base::offset_at;
using ronde::base::to_local;
using ronde::base::to_wall;
using ronde::base::wall_time_from;
using ronde::base::WallTime;

namespace {

constexpr auto paris = "Europe/Paris";

WallTime utc(std::string_view text) {
    return wall_time_from(text).value();
}

} // namespace

TEST_CASE("time zone: IANA names are known, others are not") {
    for (const auto* name : {"Europe/Paris", "Etc/UTC", "UTC", "America/St_Johns", "Asia/Kathmandu", "Pacific/Apia"}) {
        CAPTURE(name);
        CHECK(is_time_zone(name));
    }
    for (const auto* name :
         {"", "Paris", "europe/paris", "Europe/Peyrestortes", "GMT+1:30", "Etc/Unknown", "Europe/Paris ", "\xFF\xFE"}) {
        CAPTURE(name);
        CHECK_FALSE(is_time_zone(name));
    }
    CHECK_FALSE(is_time_zone(std::string(100'000, 'x')));
}

TEST_CASE("time zone: the machine has one that is known") {
    CHECK(is_time_zone(ronde::base::system_time_zone()));
}

TEST_CASE("time zone: Paris is an hour ahead in winter and two in summer, from the second of the change") {
    CHECK(offset_at(utc("2023-03-26T00:59:59.999Z"), paris) == 1h);
    CHECK(offset_at(utc("2023-03-26T01:00:00Z"), paris) == 2h);
    CHECK(offset_at(utc("2023-10-29T00:59:59.999Z"), paris) == 2h);
    CHECK(offset_at(utc("2023-10-29T01:00:00Z"), paris) == 1h);
    CHECK(offset_at(utc("2023-06-13T07:00:00Z"), "Asia/Kathmandu") == 345min);
    CHECK(offset_at(utc("2023-06-13T07:00:00Z"), "America/St_Johns") == -150min);
    CHECK(offset_at(utc("2023-06-13T07:00:00Z"), "no/where") == 0min);
}

TEST_CASE("time zone: local times are those on the wall, across midnight and the year's end") {
    CHECK(to_local(utc("2023-06-13T07:00:00.999Z"), paris) == LocalTime{2023, 6, 13, 9, 0, 0});
    CHECK(to_local(utc("2023-06-12T22:30:05Z"), paris) == LocalTime{2023, 6, 13, 0, 30, 5});
    CHECK(to_local(utc("2023-12-31T23:00:00Z"), paris) == LocalTime{2024, 1, 1, 0, 0, 0});
    CHECK(to_local(utc("2024-01-01T00:00:00Z"), "America/New_York") == LocalTime{2023, 12, 31, 19, 0, 0});
    CHECK(to_local(utc("1969-12-31T22:59:59Z"), paris) == LocalTime{1969, 12, 31, 23, 59, 59});
}

TEST_CASE("time zone: in spring a time that no clock shows lies as far after the change") {
    CHECK(to_wall({2023, 3, 26, 1, 59, 59}, paris) == utc("2023-03-26T00:59:59Z"));
    CHECK(to_wall({2023, 3, 26, 2, 0, 0}, paris) == utc("2023-03-26T01:00:00Z"));
    CHECK(to_wall({2023, 3, 26, 2, 30, 0}, paris) == utc("2023-03-26T01:30:00Z"));
    CHECK(to_local(utc("2023-03-26T01:30:00Z"), paris) == LocalTime{2023, 3, 26, 3, 30, 0});
    CHECK(to_wall({2023, 3, 26, 3, 0, 0}, paris) == utc("2023-03-26T01:00:00Z"));
}

TEST_CASE("time zone: in autumn a time that clocks show twice is the first") {
    CHECK(to_wall({2023, 10, 29, 1, 59, 59}, paris) == utc("2023-10-28T23:59:59Z"));
    CHECK(to_wall({2023, 10, 29, 2, 0, 0}, paris) == utc("2023-10-29T00:00:00Z"));
    CHECK(to_wall({2023, 10, 29, 2, 59, 59}, paris) == utc("2023-10-29T00:59:59Z"));
    CHECK(to_wall({2023, 10, 29, 3, 0, 0}, paris) == utc("2023-10-29T02:00:00Z"));
    CHECK(to_local(utc("2023-10-29T00:30:00Z"), paris) == to_local(utc("2023-10-29T01:30:00Z"), paris));
}

TEST_CASE("time zone: more zones than a thread keeps are still told apart") {
    const auto time = utc("2023-01-15T12:00:00Z");
    for (int pass = 0; pass < 2; ++pass) {
        for (int hour = 1; hour <= 12; ++hour) {
            CHECK(offset_at(time, "Etc/GMT-" + std::to_string(hour)) == std::chrono::hours(hour));
            CHECK(offset_at(time, "Etc/GMT+" + std::to_string(hour)) == -std::chrono::hours(hour));
        }
    }
}

TEST_CASE("time zone: a date that does not exist, or a zone, is refused with its name") {
    const auto bad_day = to_wall({2023, 2, 29, 9, 0, 0}, paris);
    REQUIRE_FALSE(bad_day.has_value());
    CHECK(bad_day.error().message == "the date or time 2023-02-29T09:00:00 does not exist");
    for (const LocalTime local :
         {LocalTime{2023, 13, 1}, LocalTime{2023, 0, 1}, LocalTime{2023, -1, 1}, LocalTime{2023, 1, 0},
          LocalTime{2023, 1, 32}, LocalTime{2023, 1, 1, 24}, LocalTime{2023, 1, 1, -1}, LocalTime{2023, 1, 1, 0, 60},
          LocalTime{2023, 1, 1, 0, 0, 60}, LocalTime{1899, 12, 31}, LocalTime{10000, 1, 1}})
        CHECK_FALSE(to_wall(local, paris).has_value());
    const auto bad_zone = to_wall({2023, 2, 28, 9, 0, 0}, "Europe/Pariss");
    REQUIRE_FALSE(bad_zone.has_value());
    CHECK(bad_zone.error().message.find("Europe/Pariss") != std::string::npos);
}

TEST_CASE("time zone: dates and times of day are read as typed") {
    CHECK(local_time_from("2023-06-13") == LocalTime{2023, 6, 13, 0, 0, 0});
    CHECK(local_time_from("2023-06-13T09:05") == LocalTime{2023, 6, 13, 9, 5, 0});
    CHECK(local_time_from("2024-02-29T23:59") == LocalTime{2024, 2, 29, 23, 59, 0});
    for (const auto* text :
         {"", "13/06/2023", "2023-6-13", "2023-06-13T", "2023-06-13T9:05", "2023-06-13 09:05", "2023-06-13T09:05:00",
          "2023-06-13T09:05Z", "2023-06-13T09h05", "yyyy-mm-dd", "20a3-06-13"}) {
        CAPTURE(text);
        const auto read = local_time_from(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().message.find("is not a date") != std::string::npos);
    }
    for (const auto* text : {"2023-02-29", "2023-13-01", "2023-00-01", "2023-01-00", "2023-06-13T24:00",
                             "2023-06-13T09:60", "1899-12-31"}) {
        CAPTURE(text);
        const auto read = local_time_from(text);
        REQUIRE_FALSE(read.has_value());
        CHECK(read.error().message.find("does not exist") != std::string::npos);
    }
}

TEST_CASE("time zone: a local time that clocks show once leads back to its moment") {
    REQUIRE(rc::check("to local and back", [] {
        const auto seconds = *rc::gen::inRange<std::int64_t>(utc("1950-01-01T00:00:00Z").time_since_epoch() / 1s,
                                                             utc("2037-12-31T00:00:00Z").time_since_epoch() / 1s);
        const WallTime time{std::chrono::seconds(seconds)};
        const std::string zone = *rc::gen::elementOf(
            std::vector<std::string>{"Europe/Paris", "America/St_Johns", "Australia/Lord_Howe", "Africa/Casablanca"});
        const auto back = to_wall(to_local(time, zone), zone).value();
        // Shown twice: the first of the two, which shows the same.
        RC_ASSERT(back <= time);
        RC_ASSERT(to_local(back, zone) == to_local(time, zone));
        if (back != time) RC_ASSERT(offset_at(back, zone) > offset_at(time, zone));
    }));
}
