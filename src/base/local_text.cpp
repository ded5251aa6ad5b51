#include "base/local_text.hpp"

#include <fmt/format.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <cstdint>
#include <vector>

namespace ronde::base {

namespace {

using icu::DateFormatSymbols;

std::vector<std::string> to_utf8(const icu::UnicodeString* names, std::int32_t count) {
    std::vector<std::string> out(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i) names[i].toUTF8String(out[static_cast<std::size_t>(i)]);
    return out;
}

/// The names of months and weekdays inside a date. ICU's formatters take microseconds each time; these are read once.
struct CalendarNames {
    std::vector<std::string> months;
    std::vector<std::string> brief_months;
    std::vector<std::string> weekdays; ///< Sunday is 1, as in ICU; 0 is empty

    explicit CalendarNames(const char* language) {
        UErrorCode status = U_ZERO_ERROR;
        const DateFormatSymbols symbols(icu::Locale(language), status);
        if (U_FAILURE(status)) return;
        std::int32_t count = 0;
        const auto* names = symbols.getMonths(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
        months = to_utf8(names, count);
        names = symbols.getMonths(count, DateFormatSymbols::FORMAT, DateFormatSymbols::ABBREVIATED);
        brief_months = to_utf8(names, count);
        names = symbols.getWeekdays(count, DateFormatSymbols::FORMAT, DateFormatSymbols::WIDE);
        weekdays = to_utf8(names, count);
    }
};

const CalendarNames& names_in(std::string_view language) {
    static const CalendarNames french("fr");
    static const CalendarNames english("en");
    return language == "fr" ? french : english;
}

/// A name, or the number itself when ICU has no data.
std::string name_at(const std::vector<std::string>& names, unsigned index, unsigned number) {
    return index < names.size() ? names[index] : std::to_string(number);
}

} // namespace

std::string clock_text(const LocalTime& time) {
    return fmt::format("{}:{:02}", time.hour, time.minute);
}

std::string date_text(const LocalTime& date, std::string_view language, DateForm form) {
    const auto& names = names_in(language);
    const auto month = static_cast<unsigned>(date.month);
    const auto& months = form == DateForm::brief ? names.brief_months : names.months;
    std::string out = fmt::format("{}{} {} {}", date.day, language == "fr" && date.day == 1 ? "er" : "",
                                  name_at(months, month - 1, month), date.year);
    if (form != DateForm::weekday) return out;
    const std::chrono::year_month_day day(std::chrono::year(date.year), std::chrono::month(month),
                                          std::chrono::day(static_cast<unsigned>(date.day)));
    const unsigned weekday = std::chrono::weekday(std::chrono::sys_days(day)).c_encoding();
    return weekday + 1 < names.weekdays.size() ? names.weekdays[weekday + 1] + ' ' + out : out;
}

std::string span_text(std::chrono::seconds span) {
    if (span < std::chrono::seconds::zero()) return "\u2212" + span_text(-span);
    const std::chrono::hh_mm_ss parts(span);
    if (parts.hours() > std::chrono::hours::zero())
        return fmt::format("{}:{:02}:{:02}", parts.hours().count(), parts.minutes().count(), parts.seconds().count());
    return fmt::format("{}:{:02}", parts.minutes().count(), parts.seconds().count());
}

std::string length_text(std::chrono::seconds length) {
    const std::chrono::hh_mm_ss parts(length);
    const auto hours = parts.hours().count();
    std::string out;
    const auto add = [&out](auto number, std::string_view unit) {
        if (number != 0) out += fmt::format("{}{}\u00a0{}", out.empty() ? "" : "\u00a0", number, unit);
    };
    add(hours, "h");
    add(parts.minutes().count(), "min");
    if (hours == 0) add(parts.seconds().count(), "s");
    return out.empty() ? "0\u00a0s" : out;
}

std::string over_text(std::chrono::seconds over) {
    return '+' + span_text(over);
}

} // namespace ronde::base
