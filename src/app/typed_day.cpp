#include "app/typed_day.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <utility>
#include <vector>

namespace ronde::app {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

/// Words that say nothing of the day itself.
constexpr auto idle_words = std::to_array<std::string_view>(
    {"le",    "la",   "les",   "l",      "du",     "de",    "d",        "ici",       "dans", "sous",
     "d'ici", "pour", "avant", "vers",   "ce",     "cette", "prochain", "prochaine", "the",  "on",
     "of",    "in",   "by",    "before", "within", "from",  "now",      "this",      "next", "time"});

bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

/// "1er" and "12th" are numbers.
std::string without_ordinal(std::string word) {
    const std::size_t figures = word.find_first_not_of("0123456789");
    if (figures == 0 || figures == std::string::npos) return word;
    const std::string_view rest = std::string_view(word).substr(figures);
    for (const std::string_view ending : {"er", "e", "st", "nd", "rd", "th"})
        if (rest == ending) return word.substr(0, figures);
    return word;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    const auto end_word = [&] {
        word = without_ordinal(std::exchange(word, {}));
        if (!word.empty() && std::ranges::find(idle_words, word) == idle_words.end()) words.push_back(word);
        word.clear();
    };
    for (const char c : base::folded(base::trimmed(text))) {
        if (c == ' ' || c == ',')
            end_word();
        else
            word += c;
    }
    end_word();
    return words;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

year_month_day calendar(const TypedDate& date) {
    return year_month_day{std::chrono::year{date.year}, std::chrono::month{static_cast<unsigned>(date.month)},
                          std::chrono::day{static_cast<unsigned>(date.day)}};
}

TypedDate typed(const year_month_day& date) {
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

TypedDate days_later(const TypedDate& today, int days) {
    return typed(year_month_day{sys_days{calendar(today)} + std::chrono::days{days}});
}

TypedDate months_later(const TypedDate& today, int months) {
    const year_month_day later = calendar(today) + std::chrono::months{months};
    return typed(later.ok() ? later : year_month_day{later.year() / later.month() / std::chrono::last});
}

/// 0 for Sunday, as C has it; by its whole name or three letters and more of it.
std::optional<unsigned> weekday_named(std::string_view word) {
    static constexpr auto names = std::to_array<std::array<std::string_view, 2>>({{"dimanche", "sunday"},
                                                                                  {"lundi", "monday"},
                                                                                  {"mardi", "tuesday"},
                                                                                  {"mercredi", "wednesday"},
                                                                                  {"jeudi", "thursday"},
                                                                                  {"vendredi", "friday"},
                                                                                  {"samedi", "saturday"}});
    if (word.ends_with('.')) word.remove_suffix(1);
    if (word.size() < 3) return std::nullopt;
    for (unsigned day = 0; day < names.size(); ++day)
        if (names[day][0].starts_with(word) || names[day][1].starts_with(word)) return day;
    return std::nullopt;
}

unsigned weekday_of(const TypedDate& date) {
    return std::chrono::weekday{sys_days{calendar(date)}}.c_encoding();
}

/// At most four figures, or a number in words up to twelve and "quinze", as in "dans quinze jours".
std::optional<int> number_named(std::string_view word) {
    static constexpr auto french = std::to_array<std::string_view>(
        {"un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"});
    static constexpr auto english = std::to_array<std::string_view>(
        {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"});
    if (word == "une" || word == "a" || word == "an") return 1;
    if (word == "quinze") return 15;
    for (std::size_t i = 0; i < french.size(); ++i)
        if (word == french[i] || word == english[i]) return static_cast<int>(i) + 1;
    int number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    const bool whole = read.ec == std::errc{} && read.ptr == word.data() + word.size();
    return whole && word.size() <= 4 && number > 0 ? std::optional{number} : std::nullopt;
}

/// "2 semaines", "un mois", "ten days".
std::optional<TypedDate> after_a_while(const std::vector<std::string>& words, const TypedDate& today) {
    if (words.size() != 2) return std::nullopt;
    const auto number = number_named(words[0]);
    if (!number) return std::nullopt;
    const auto is = [unit = std::string_view(words[1])](std::initializer_list<std::string_view> names) {
        return std::find(names.begin(), names.end(), unit) != names.end();
    };
    if (is({"j", "jour", "jours", "day", "days"})) return days_later(today, *number);
    if (is({"semaine", "semaines", "week", "weeks"})) return days_later(today, 7 * *number);
    if (is({"mois", "month", "months"})) return months_later(today, *number);
    if (is({"an", "ans", "annee", "annees", "year", "years"})) return months_later(today, 12 * *number);
    return std::nullopt;
}

std::optional<TypedDate> near_today(const std::vector<std::string>& words, const TypedDate& today) {
    const std::string text = joined(words);
    if (text == "aujourd'hui" || text == "today") return today;
    if (text == "demain" || text == "tomorrow") return days_later(today, 1);
    if (text == "apres-demain" || text == "apres demain" || text == "day after tomorrow") return days_later(today, 2);
    if (words.size() != 1) return std::nullopt;
    const auto weekday = weekday_named(words[0]);
    if (!weekday) return std::nullopt;
    const unsigned days = (*weekday + 7 - weekday_of(today)) % 7;
    return days_later(today, days == 0 ? 7 : static_cast<int>(days));
}

/// The first of `text` with this year or a later one that is not over.
std::optional<TypedDate> next_with_year(const std::string& text, const TypedDate& today) {
    constexpr int until_a_leap_year = 8;
    for (int year = today.year; year <= today.year + until_a_leap_year; ++year) {
        const auto date = date_typed(text + ' ' + std::to_string(year));
        if (date && calendar(*date) >= calendar(today)) return date;
    }
    return std::nullopt;
}

std::optional<TypedDate> end_of_month(const std::vector<std::string>& words, const TypedDate& today) {
    if (words.size() < 2 || (words[0] != "fin" && words[0] != "end")) return std::nullopt;
    const std::string month = joined({words.begin() + 1, words.end()});
    const auto last_of = [](const TypedDate& date) {
        const year_month_day day = calendar(date);
        return typed(year_month_day{day.year() / day.month() / std::chrono::last});
    };
    if (month == "mois" || month == "month") return last_of(today);
    if (const auto first = date_typed("1 " + month)) return last_of(*first);
    const auto first = next_with_year("1 " + month, {today.year, today.month, 1});
    return first ? std::optional{last_of(*first)} : std::nullopt;
}

/// The next day of that number: "le 12".
std::optional<TypedDate> next_of_number(const std::string& word, const TypedDate& today) {
    if (word.empty() || word.size() > 2 || !std::ranges::all_of(word, is_figure)) return std::nullopt;
    for (int months = 0; months <= 2; ++months) {
        const TypedDate month = months_later({today.year, today.month, 1}, months);
        const auto date = date_typed(word + '/' + std::to_string(month.month) + '/' + std::to_string(month.year));
        if (date && calendar(*date) >= calendar(today)) return date;
    }
    return std::nullopt;
}

/// A date with or without its year, without a day of the week.
std::optional<TypedDate> dated(std::vector<std::string> words, const TypedDate& today) {
    if (words.empty()) return std::nullopt;
    const bool month_first = words.size() >= 2 && !is_figure(words[0].front()) && is_figure(words[1].front());
    if (month_first) std::swap(words[0], words[1]);
    const std::string text = joined(words);
    if (const auto whole = date_typed(text)) return whole;
    if (words.size() == 1)
        if (const auto date = next_of_number(words[0], today)) return date;
    return next_with_year(text, today);
}

} // namespace

std::optional<TypedDate> day_typed(std::string_view text, const TypedDate& today) {
    std::vector<std::string> words = words_of(text);
    if (words.empty() || !base::is_utf8(text)) return std::nullopt;
    if (const auto day = near_today(words, today)) return day;
    constexpr int latest_year = 9998; // as date_typed
    if (const auto day = after_a_while(words, today)) return day->year <= latest_year ? day : std::nullopt;
    if (const auto day = end_of_month(words, today)) return day;
    const auto weekday = words.size() > 1 ? weekday_named(words[0]) : std::nullopt;
    if (weekday) words.erase(words.begin());
    const auto date = dated(std::move(words), today);
    if (date && weekday && weekday_of(*date) != *weekday) return std::nullopt;
    return date;
}

std::string iso_day(const TypedDate& day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", day.year, day.month, day.day);
    return text.data();
}

} // namespace ronde::app
