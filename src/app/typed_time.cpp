#include "app/typed_time.hpp"

#include "base/text.hpp"

#include <array>
#include <chrono>
#include <string>
#include <vector>

namespace ronde::app {
namespace {

/// A run of digits or of other characters than separators.
struct Piece {
    bool number = false;
    int value = 0; ///< of a number
    std::size_t figures = 0;
    std::string word{};
};

bool is_figure(char c) {
    return c >= '0' && c <= '9';
}

/// Folded and cut into numbers, words and signs; spaces only part. Nothing when a number is too long to mean anything.
std::optional<std::vector<Piece>> pieces_of(std::string_view text) {
    std::vector<Piece> out;
    const std::string plain = base::folded(base::trimmed(text));
    for (std::size_t at = 0; at < plain.size();) {
        const char c = plain[at];
        if (c == ' ') {
            ++at;
            continue;
        }
        Piece piece;
        if (is_figure(c)) {
            piece.number = true;
            for (; at < plain.size() && is_figure(plain[at]); ++at, ++piece.figures) {
                if (piece.figures >= 5) return std::nullopt;
                piece.value = piece.value * 10 + (plain[at] - '0');
            }
        } else if (c == '/' || c == '.' || c == '-' || c == ':') {
            piece.word = c;
            ++at;
        } else {
            while (at < plain.size() && !is_figure(plain[at]) &&
                   std::string_view(" /.-:").find(plain[at]) == std::string_view::npos)
                piece.word += plain[at++];
        }
        out.push_back(std::move(piece));
    }
    return out;
}

std::optional<int> month_named(std::string_view word) {
    static constexpr auto names = std::to_array<std::array<std::string_view, 2>>({{"janvier", "january"},
                                                                                  {"fevrier", "february"},
                                                                                  {"mars", "march"},
                                                                                  {"avril", "april"},
                                                                                  {"mai", "may"},
                                                                                  {"juin", "june"},
                                                                                  {"juillet", "july"},
                                                                                  {"aout", "august"},
                                                                                  {"septembre", "september"},
                                                                                  {"octobre", "october"},
                                                                                  {"novembre", "november"},
                                                                                  {"decembre", "december"}});
    if (word.size() < 3) return std::nullopt;
    std::optional<int> found;
    for (std::size_t month = 0; month < names.size(); ++month) {
        if (!names[month][0].starts_with(word) && !names[month][1].starts_with(word)) continue;
        if (found) return std::nullopt;
        found = static_cast<int>(month) + 1;
    }
    return found;
}

std::optional<TypedDate> checked(int year, int month, int day) {
    if (year < 100) year += 2000;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                           std::chrono::day{static_cast<unsigned>(day)}};
    if (year < 1970 || year > 9998 || !date.ok()) return std::nullopt;
    return TypedDate{year, month, day};
}

} // namespace

std::optional<TypedDate> date_typed(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (!pieces) return std::nullopt;
    std::vector<Piece> parts;
    for (const auto& piece : *pieces)
        if (piece.number || (piece.word != "/" && piece.word != "." && piece.word != "-")) parts.push_back(piece);
    if (parts.size() == 4 && !parts[0].number) parts.erase(parts.begin()); // "mardi 13 juin 2023"
    if (parts.size() != 3 || !parts[0].number || !parts[2].number) return std::nullopt;
    if (!parts[1].number) {
        const auto month = month_named(parts[1].word);
        return month ? checked(parts[2].value, *month, parts[0].value) : std::nullopt;
    }
    if (parts[0].figures == 4) return checked(parts[0].value, parts[1].value, parts[2].value);
    return checked(parts[2].value, parts[1].value, parts[0].value);
}

std::optional<TypedTime> time_typed(std::string_view text) {
    const auto pieces = pieces_of(text);
    if (!pieces || pieces->empty() || pieces->size() > 3) return std::nullopt;
    const auto& parts = *pieces;
    if (!parts[0].number || parts[0].value > 23) return std::nullopt;
    if (parts.size() > 1 && (parts[1].number || (parts[1].word != "h" && parts[1].word != ":" && parts[1].word != ".")))
        return std::nullopt;
    if (parts.size() == 2 && parts[1].word != "h") return std::nullopt;
    if (parts.size() < 3) return TypedTime{parts[0].value, 0};
    if (!parts[2].number || parts[2].figures != 2 || parts[2].value > 59) return std::nullopt;
    return TypedTime{parts[0].value, parts[2].value};
}

std::optional<base::Duration> length_typed(std::string_view text) {
    using namespace std::chrono;
    const auto pieces = pieces_of(text);
    if (!pieces || pieces->empty()) return std::nullopt;
    seconds total{0};
    seconds unit = minutes{1}; // of the next bare number
    seconds least_unit = hours{24};
    for (std::size_t i = 0; i < pieces->size(); ++i) {
        const auto& piece = (*pieces)[i];
        if (!piece.number) return std::nullopt;
        if (i + 1 < pieces->size()) {
            const auto& word = (*pieces)[++i].word;
            if (word == "h")
                unit = hours{1};
            else if (word == "min" || word == "mn" || word == "m" || word == "'" || word == ":" || word == "minutes")
                unit = minutes{1};
            else if (word == "s" || word == "sec" || word == "secondes" || word == "seconds")
                unit = seconds{1};
            else
                return std::nullopt;
        }
        if (unit >= least_unit) return std::nullopt; // units only get smaller
        least_unit = unit;
        total += piece.value * unit;
        unit = unit == hours{1} ? seconds{60} : seconds{1};
    }
    if (total > hours{24}) return std::nullopt;
    return total;
}

} // namespace ronde::app
