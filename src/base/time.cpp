#include "base/time.hpp"

#include <fmt/format.h>

#include <optional>

namespace ronde::base {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

constexpr int first_year = 1900;
constexpr int last_year = 9999;

/// Reads a text from left to right; once a part is missing, `sound` stays false.
struct Scanner {
    std::string_view text;
    std::size_t at = 0;
    bool sound = true;

    int digits(std::size_t count) {
        int value = 0;
        for (std::size_t i = 0; i < count; ++i, ++at) {
            if (at >= text.size() || text[at] < '0' || text[at] > '9') {
                sound = false;
                return 0;
            }
            value = value * 10 + (text[at] - '0');
        }
        return value;
    }

    /// The next character, when it is one of these; 0 otherwise.
    char one_of(std::string_view characters) {
        if (at >= text.size() || characters.find(text[at]) == std::string_view::npos) {
            sound = false;
            return 0;
        }
        return text[at++];
    }

    [[nodiscard]] char peek() const { return at < text.size() ? text[at] : '\0'; }
};

/// The fraction of a second after its point, cut to milliseconds; digits beyond the third count for nothing.
Duration scan_fraction(Scanner& scan) {
    int value = scan.digits(1) * 100;
    for (int unit = 10; scan.sound && scan.peek() >= '0' && scan.peek() <= '9'; unit /= 10)
        value += scan.digits(1) * unit;
    return Duration(value);
}

/// East of UTC; `Z` is zero.
minutes scan_offset(Scanner& scan) {
    const char sign = scan.one_of("Zz+-");
    if (sign != '+' && sign != '-') return minutes(0);
    const int hour = scan.digits(2);
    scan.one_of(":");
    const int minute = scan.digits(2);
    if (hour > 23 || minute > 59) scan.sound = false;
    const minutes offset = hours(hour) + minutes(minute);
    return sign == '-' ? -offset : offset;
}

std::optional<WallTime> scan_time(std::string_view text) {
    Scanner scan{.text = text};
    const int year = scan.digits(4);
    scan.one_of("-");
    const int month = scan.digits(2);
    scan.one_of("-");
    const int day = scan.digits(2);
    scan.one_of("Tt");
    const int hour = scan.digits(2);
    scan.one_of(":");
    const int minute = scan.digits(2);
    scan.one_of(":");
    const int second = scan.digits(2);
    Duration fraction{};
    if (scan.sound && scan.peek() == '.') {
        ++scan.at;
        fraction = scan_fraction(scan);
    }
    const minutes offset = scan_offset(scan);
    if (!scan.sound || scan.at != text.size()) return std::nullopt;

    const year_month_day date(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                              std::chrono::day(static_cast<unsigned>(day)));
    if (year < first_year || !date.ok() || hour > 23 || minute > 59 || second > 60) return std::nullopt;

    const WallTime time =
        sys_days(date) + hours(hour) + minutes(minute) + std::chrono::seconds(second) + fraction - offset;
    const auto day_in_utc = std::chrono::floor<days>(time);
    const year_month_day date_in_utc(day_in_utc);
    if (date_in_utc.year() < std::chrono::year(first_year) || date_in_utc.year() > std::chrono::year(last_year))
        return std::nullopt;
    // A leap second ends a month in UTC; Unix time has none, so it is the second that follows.
    if (second == 60 && (date_in_utc.day() != std::chrono::day(1) || time - day_in_utc >= std::chrono::seconds(1)))
        return std::nullopt;
    return time;
}

/// `2023-06-13T09:00:00` with a fraction when there is one.
std::string date_and_time(WallTime time) {
    const auto day = std::chrono::floor<days>(time);
    const year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    std::string out = fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", static_cast<int>(date.year()),
                                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                  clock.hours().count(), clock.minutes().count(), clock.seconds().count());
    if (clock.subseconds() != Duration::zero()) out += fmt::format(".{:03}", clock.subseconds().count());
    return out;
}

} // namespace

std::string to_rfc3339(WallTime time) {
    return date_and_time(time) + 'Z';
}

std::string to_rfc3339(WallTime time, minutes offset) {
    const auto size = std::chrono::abs(offset).count();
    return fmt::format("{}{}{:02}:{:02}", date_and_time(time + offset), offset < minutes::zero() ? '-' : '+', size / 60,
                       size % 60);
}

Result<WallTime> wall_time_from(std::string_view text) {
    if (const auto time = scan_time(text)) return *time;
    return bad_input(fmt::format("“{}” is not a date and time: write it as 2023-06-13T09:00:00+02:00", text));
}

} // namespace ronde::base
