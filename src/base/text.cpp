#include "base/text.hpp"

#include "base/icu_breaks.hpp"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace ronde::base {

namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
    char32_t code_point = replacement;
    std::size_t size = 1; ///< bytes; of an invalid sequence, those that belong together
    bool valid = false;
};

unsigned byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

/// One code point, after table 3-7 of the Unicode standard; an invalid sequence is its "maximal subpart" (section 3.9).
Decoded decode(std::string_view text, std::size_t at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) return {lead, 1, true};
    if (lead < 0xC2 || lead > 0xF4) return {};
    const std::size_t size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    // The second byte's range keeps out overlong forms, surrogates and what lies above U+10FFFF.
    unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    char32_t code_point = lead & (0x7Fu >> size);
    for (std::size_t i = 1; i < size; ++i) {
        if (at + i >= text.size()) return {replacement, i, false};
        const unsigned next = byte_at(text, at + i);
        if (next < low || next > high) return {replacement, i, false};
        code_point = (code_point << 6) | (next & 0x3F);
        low = 0x80;
        high = 0xBF;
    }
    return {code_point, size, true};
}

/// Bytes of plain ASCII from `at` on, eight at a time.
std::size_t skip_ascii(std::string_view text, std::size_t at) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::uint64_t eight = 0;
    for (; at + sizeof eight <= text.size(); at += sizeof eight) {
        std::memcpy(&eight, text.data() + at, sizeof eight);
        if ((eight & high_bits) != 0) break;
    }
    while (at < text.size() && byte_at(text, at) < 0x80) ++at;
    return at;
}

bool is_space(char32_t code_point) {
    return u_isUWhiteSpace(static_cast<UChar32>(code_point)) != 0;
}

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Whether what ends before `at` is spaces as they are typed where French has none that breaks: after « or before » and
/// the high signs. UAX #14 knows them only as no-break spaces.
bool is_french_space(std::string_view text, std::size_t at) {
    constexpr std::array<std::string_view, 9> signs{"»", "?", "!", ";", ":", "%", "€", "‰", "›"};
    const std::string_view before = text.substr(0, at);
    const std::string_view left = before.substr(0, before.find_last_not_of(' ') + 1);
    if (left.size() == at || at == text.size()) return false;
    const std::string_view after = text.substr(at);
    return left.ends_with("«") || left.ends_with("‹") ||
           std::ranges::any_of(signs, [after](std::string_view sign) { return after.starts_with(sign); });
}

bool opens(char32_t code_point) {
    return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_PS_MASK | U_GC_PI_MASK)) != 0;
}

bool is_letter(char32_t code_point) {
    return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_L_MASK) != 0;
}

bool is_in_tag(char32_t code_point) {
    return code_point == '_' || code_point == '-' ||
           (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & (U_GC_L_MASK | U_GC_ND_MASK | U_GC_M_MASK)) != 0;
}

/// Whether a piece between two word breaks is a word rather than space or signs.
bool is_word(std::string_view piece) {
    for (std::size_t at = 0; at < piece.size();) {
        const Decoded next = decode(piece, at);
        if (next.valid && u_isalnum(static_cast<UChar32>(next.code_point)) != 0) return true;
        at += next.size;
    }
    return false;
}

/// The byte after the white space that starts at `at`.
std::size_t skip_space(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        const Decoded next = decode(text, at);
        if (!is_space(next.code_point)) break;
        at += next.size;
    }
    return at;
}

/// The byte after `count` code points.
std::size_t skip_code_points(std::string_view text, std::size_t at, std::size_t count) {
    for (; count > 0 && at < text.size(); --count) at += decode(text, at).size;
    return at;
}

/// Where to cut off a piece that may reach from the start of `window` to byte `end`; what lies beyond it is context.
std::size_t best_cut(std::string_view window, std::size_t end) {
    const std::size_t line_end = window.substr(0, end).find_last_of("\r\n");
    if (line_end != std::string_view::npos) return line_end + 1;
    for (const auto kind : {BreakKind::sentence, BreakKind::line, BreakKind::grapheme})
        if (const std::size_t cut = Breaks(kind, window).last_until(end); cut > 0) return cut;
    return 0;
}

} // namespace

std::size_t first_invalid_utf8(std::string_view text) {
    for (std::size_t at = skip_ascii(text, 0); at < text.size();) {
        const Decoded next = decode(text, at);
        if (!next.valid) return at;
        at += next.size;
        if (at < text.size() && byte_at(text, at) < 0x80) at = skip_ascii(text, at);
    }
    return std::string_view::npos;
}

bool is_utf8(std::string_view text) {
    return first_invalid_utf8(text) == std::string_view::npos;
}

std::string repaired_utf8(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bad = std::min(first_invalid_utf8(text.substr(at)), text.size() - at);
        out += text.substr(at, bad);
        at += bad;
        if (at < text.size()) append_utf8(out, next_code_point(text, at));
    }
    return out;
}

std::string_view trimmed(std::string_view text) {
    text.remove_prefix(skip_space(text, 0));
    while (!text.empty()) {
        std::size_t last = text.size() - 1;
        while (last > 0 && is_continuation(text[last])) --last;
        const Decoded next = decode(text, last);
        if (last + next.size != text.size() || !is_space(next.code_point)) break;
        text.remove_suffix(next.size);
    }
    return text;
}

std::size_t length(std::string_view text) {
    return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

std::vector<std::size_t> line_breaks(std::string_view text) {
    std::vector<std::size_t> out;
    if (!text.empty()) Breaks(BreakKind::line, text).append_all(out);
    std::erase_if(out, [text](std::size_t at) { return is_french_space(text, at); });
    return out;
}

std::vector<std::string_view> words_in(std::string_view text) {
    std::vector<std::size_t> breaks;
    if (!text.empty()) Breaks(BreakKind::word, text).append_all(breaks);
    std::vector<std::string_view> out;
    std::size_t start = 0;
    for (const std::size_t end : breaks) {
        // To UAX #29 a narrow no-break space is a part of the word that it follows, as before a French "?".
        const auto piece = trimmed(text.substr(start, end - start));
        if (is_word(piece)) out.push_back(piece);
        start = end;
    }
    return out;
}

std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (const auto line = trimmed(text.substr(0, end)); !line.empty()) out.emplace_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string> split_to_fit(std::string_view text, std::size_t limit) {
    text = trimmed(text);
    limit = std::max<std::size_t>(limit, 1);
    constexpr std::size_t context = 32; // code points: breaks depend on what follows, and not on what is far
    std::vector<std::string> out;
    while (!text.empty()) {
        const std::size_t fits = skip_code_points(text, 0, limit);
        // White space at the cut goes, so the piece may be followed by as much of it as there is.
        const std::size_t end = skip_space(text, fits);
        std::size_t cut = end;
        if (end < text.size()) cut = best_cut(text.substr(0, skip_code_points(text, end, context)), end);
        if (cut == 0) cut = fits; // a grapheme longer than the limit
        out.emplace_back(trimmed(text.substr(0, cut)));
        text.remove_prefix(skip_space(text, cut));
    }
    return out;
}

std::vector<std::string> tags_in(std::string_view text) {
    std::vector<std::string> out;
    std::vector<std::string> seen;
    bool may_begin = true;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = next_code_point(text, at);
        if (code_point != '#' || !may_begin) {
            may_begin = is_space(code_point) || opens(code_point);
            continue;
        }
        const std::size_t start = at;
        bool has_letter = false;
        while (at < text.size()) {
            const Decoded next = decode(text, at);
            if (!is_in_tag(next.code_point)) break;
            has_letter = has_letter || is_letter(next.code_point);
            at += next.size;
        }
        may_begin = false;
        if (!has_letter) continue;
        const std::string_view tag = text.substr(start, at - start);
        std::string key = folded(tag);
        if (std::find(seen.begin(), seen.end(), key) != seen.end()) continue;
        seen.push_back(std::move(key));
        out.emplace_back(tag);
    }
    return out;
}

void append_utf8(std::string& out, char32_t code_point) {
    const bool encodable = code_point <= 0x10FFFF && (code_point < 0xD800 || code_point > 0xDFFF);
    const char32_t c = encodable ? code_point : replacement;
    const auto put = [&out](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    const auto put_low = [&](unsigned shift) { put(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0 | (c >> 6));
        put_low(0);
    } else if (c < 0x10000) {
        put(0xE0 | (c >> 12));
        put_low(6);
        put_low(0);
    } else {
        put(0xF0 | (c >> 18));
        put_low(12);
        put_low(6);
        put_low(0);
    }
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
    const Decoded next = decode(text, at);
    at += next.size;
    return next.code_point;
}

} // namespace ronde::base
