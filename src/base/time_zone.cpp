#include "base/time_zone.hpp"

#include <fmt/format.h>
#include <unicode/basictz.h>
#include <unicode/timezone.h>
#include <unicode/unistr.h>

#include <memory>
#include <optional>
#include <vector>

namespace ronde::base {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year_month_day;

namespace {

icu::UnicodeString to_icu(std::string_view text) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
}

struct Zone {
    std::string name;
    std::unique_ptr<icu::BasicTimeZone> rules; ///< null: ICU does not know the name
};

std::unique_ptr<icu::BasicTimeZone> find_zone(std::string_view name) {
    constexpr std::size_t longest_name = 64;
    if (name.empty() || name.size() > longest_name || name == UCAL_UNKNOWN_ZONE_ID) return nullptr;
    const icu::UnicodeString id = to_icu(name);
    icu::UnicodeString canonical;
    UBool known = false;
    UErrorCode status = U_ZERO_ERROR;
    icu::TimeZone::getCanonicalID(id, canonical, known, status);
    if (U_FAILURE(status) || !known) return nullptr; // also keeps out ICU's own `GMT+1:30`
    std::unique_ptr<icu::TimeZone> zone(icu::TimeZone::createTimeZone(id));
    auto* const rules = dynamic_cast<icu::BasicTimeZone*>(zone.get());
    if (rules == nullptr) return nullptr;
    static_cast<void>(zone.release());
    return std::unique_ptr<icu::BasicTimeZone>(rules);
}

/// The zone's rules, or null. Making them costs much and a screen asks at each frame, so each thread keeps a few.
const icu::BasicTimeZone* zone_rules(std::string_view name) {
    constexpr std::size_t kept = 16;
    thread_local std::vector<Zone> zones;
    for (const Zone& zone : zones)
        if (zone.name == name) return zone.rules.get();
    if (zones.size() == kept) zones.erase(zones.begin());
    zones.push_back(Zone{.name = std::string(name), .rules = find_zone(name)});
    return zones.back().rules.get();
}

/// To the millisecond: before 1911 Paris was 9 minutes and 21 seconds ahead.
Duration exact_offset(WallTime time, std::string_view zone) {
    const auto* const rules = zone_rules(zone);
    if (rules == nullptr) return Duration::zero();
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules->getOffset(static_cast<UDate>(time.time_since_epoch().count()), false, standard, summer, status);
    return U_SUCCESS(status) ? Duration(standard + summer) : Duration::zero();
}

/// What the calendar and clock show, on a time line of their own; none when they never do.
std::optional<WallTime> on_local_line(const LocalTime& local) {
    if (local.year < 1900 || local.year > 9999 || local.month < 1 || local.day < 1) return std::nullopt;
    const year_month_day date(std::chrono::year(local.year), std::chrono::month(static_cast<unsigned>(local.month)),
                              std::chrono::day(static_cast<unsigned>(local.day)));
    const auto within = [](int value, int count) { return value >= 0 && value < count; };
    if (!date.ok() || !within(local.hour, 24) || !within(local.minute, 60) || !within(local.second, 60))
        return std::nullopt;
    return sys_days(date) + hours(local.hour) + minutes(local.minute) + seconds(local.second);
}

std::string written(const LocalTime& local) {
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}", local.year, local.month, local.day, local.hour,
                       local.minute, local.second);
}

/// The number that `pattern` has at its run of `letter`, e.g. 'h'; the text must have passed `fits`.
int number_at(std::string_view text, std::string_view pattern, char letter) {
    int value = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (pattern[i] == letter) value = value * 10 + (text[i] - '0');
    return value;
}

/// Whether the text has digits where the pattern has letters, and the pattern's own signs elsewhere.
bool fits(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool digit_expected = pattern[i] >= 'a' && pattern[i] <= 'z';
        const bool digit = text[i] >= '0' && text[i] <= '9';
        if (digit_expected ? !digit : text[i] != pattern[i]) return false;
    }
    return true;
}

} // namespace

bool is_time_zone(std::string_view name) {
    return zone_rules(name) != nullptr;
}

std::string system_time_zone() {
    const std::unique_ptr<icu::TimeZone> host(icu::TimeZone::detectHostTimeZone());
    std::string name;
    if (host != nullptr) {
        icu::UnicodeString id;
        host->getID(id).toUTF8String(name);
    }
    return is_time_zone(name) ? name : "Etc/UTC";
}

minutes offset_at(WallTime time, std::string_view zone) {
    return std::chrono::floor<minutes>(exact_offset(time, zone));
}

LocalTime to_local(WallTime time, std::string_view zone) {
    const WallTime local = time + exact_offset(time, zone);
    const auto day = std::chrono::floor<days>(local);
    const year_month_day date(day);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<seconds>(local - day));
    return LocalTime{.year = static_cast<int>(date.year()),
                     .month = static_cast<int>(static_cast<unsigned>(date.month())),
                     .day = static_cast<int>(static_cast<unsigned>(date.day())),
                     .hour = static_cast<int>(clock.hours().count()),
                     .minute = static_cast<int>(clock.minutes().count()),
                     .second = static_cast<int>(clock.seconds().count())};
}

Result<WallTime> to_wall(const LocalTime& local, std::string_view zone) {
    const auto shown = on_local_line(local);
    if (!shown) return bad_input(fmt::format("the date or time {} does not exist", written(local)));
    const auto* const rules = zone_rules(zone);
    if (rules == nullptr)
        return bad_input(fmt::format("the time zone “{}” is not known: write it as Europe/Paris", zone));
    // FORMER takes the offset from before the change: of a time shown twice the first, and a time that is skipped
    // lands as far after the change as it pretends to be.
    std::int32_t standard = 0;
    std::int32_t summer = 0;
    UErrorCode status = U_ZERO_ERROR;
    rules->getOffsetFromLocal(static_cast<UDate>(shown->time_since_epoch().count()), UCAL_TZ_LOCAL_FORMER,
                              UCAL_TZ_LOCAL_FORMER, standard, summer, status);
    if (U_FAILURE(status)) return environment_failed(fmt::format("ICU cannot convert a time: {}", u_errorName(status)));
    return *shown - Duration(standard + summer);
}

Result<LocalTime> local_time_from(std::string_view text) {
    constexpr std::string_view day_only = "yyyy-mm-dd";
    constexpr std::string_view day_and_time = "yyyy-mm-ddThh:nn";
    if (!fits(text, day_only) && !fits(text, day_and_time))
        return bad_input(fmt::format("“{}” is not a date: write it as 2023-06-13 or 2023-06-13T09:00", text));
    const LocalTime local{.year = number_at(text, day_and_time, 'y'),
                          .month = number_at(text, day_and_time, 'm'),
                          .day = number_at(text, day_and_time, 'd'),
                          .hour = number_at(text, day_and_time, 'h'),
                          .minute = number_at(text, day_and_time, 'n')};
    if (!on_local_line(local)) return bad_input(fmt::format("the date or time {} does not exist", text));
    return local;
}

} // namespace ronde::base
