#include "cafe/names_in_json.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace ronde::cafe {
namespace {

constexpr std::string_view hex = "0123456789abcdef";

/// Four digits at `at`; none where there are not so many.
std::optional<char32_t> unit_at(std::string_view json, std::size_t at) {
    if (at + 4 > json.size()) return std::nullopt;
    char32_t unit = 0;
    for (const char sign : json.substr(at, 4)) {
        const char lower = sign >= 'A' && sign <= 'F' ? static_cast<char>(sign - 'A' + 'a') : sign;
        const std::size_t digit = hex.find(lower);
        if (digit == std::string_view::npos) return std::nullopt;
        unit = unit * 16 + static_cast<char32_t>(digit);
    }
    return unit;
}

char plain(char escaped) {
    switch (escaped) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return escaped; // a quote, a slash, a backslash
    }
}

/// What the string that begins at `at`, after its quote, says; `at` becomes the place of the quote that ends it.
std::string said_in(std::string_view json, std::size_t& at) {
    std::string said;
    while (at < json.size() && json[at] != '"') {
        if (json[at] != '\\' || at + 1 == json.size()) {
            said += json[at++];
            continue;
        }
        const char escaped = json[at + 1];
        at += 2;
        const auto unit = escaped == 'u' ? unit_at(json, at) : std::nullopt;
        if (!unit) {
            said += plain(escaped);
            continue;
        }
        at += 4;
        char32_t code_point = *unit;
        if (code_point >= 0xD800 && code_point < 0xDC00 && json.substr(at, 2) == "\\u")
            if (const auto low = unit_at(json, at + 2); low && *low >= 0xDC00 && *low < 0xE000) {
                code_point = 0x10000 + ((code_point - 0xD800) << 10U) + (*low - 0xDC00);
                at += 6;
            }
        if (code_point >= 0xD800 && code_point < 0xE000) code_point = 0xFFFD; // half of a pair
        base::append_utf8(said, code_point);
    }
    return said;
}

std::string written(std::string_view said) {
    std::string json;
    for (const char sign : said) {
        const auto byte = static_cast<unsigned char>(sign);
        if (sign == '"' || sign == '\\')
            json.append(1, '\\').append(1, sign);
        else if (byte < 0x20)
            json.append("\\u00").append(1, hex[byte / 16]).append(1, hex[byte % 16]);
        else
            json += sign;
    }
    return json;
}

} // namespace

bool hide_in_json(const NamesInText& names, std::string& json) {
    const std::string_view before = json;
    std::string after;
    bool found = false;
    for (std::size_t at = 0; at < before.size();) {
        const std::size_t quote = std::min(before.find('"', at), before.size());
        after += before.substr(at, quote - at);
        if (quote == before.size()) break;
        std::size_t end = quote + 1;
        std::string said = said_in(before, end);
        const bool names_them = names.hide(said);
        found = found || names_them;
        after += '"';
        after += names_them ? written(said) : std::string(before.substr(quote + 1, end - quote - 1));
        if (end < before.size()) after += '"';
        at = end + 1;
    }
    if (found) json = std::move(after);
    return found;
}

} // namespace ronde::cafe
