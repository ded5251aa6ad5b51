#pragma once
// Text in the encodings of other programs, made by hand: the tests' yardstick for what reads them. Of Windows-1252 it
// knows Latin-1 and the signs of French, of MacRoman the small letters of French; of UTF-16 and UTF-32 the basic plane.

#include "base/text.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace ronde::test {

inline std::string windows_1252(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const char32_t byte = c == U'œ' ? 0x9C : c == U'Œ' ? 0x8C : c == U'’' ? 0x92 : c == U'€' ? 0x80 : c;
        out += static_cast<char>(static_cast<unsigned char>(byte));
    }
    return out;
}

inline std::string mac_roman(std::string_view text) {
    constexpr std::u32string_view letters = U"àâçéèêëîïôùûüœ’";
    constexpr std::string_view bytes = "\x88\x89\x8D\x8E\x8F\x90\x91\x94\x95\x99\x9D\x9E\x9F\xCF\xD5";
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        const std::size_t letter = letters.find(c);
        out += letter == std::u32string_view::npos ? static_cast<char>(c) : bytes[letter];
    }
    return out;
}

inline std::string utf16_be(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = base::next_code_point(text, at);
        out += static_cast<char>(static_cast<unsigned char>(c >> 8U));
        out += static_cast<char>(static_cast<unsigned char>(c & 0xFFU));
    }
    return out;
}

inline std::string utf16_le(std::string_view text) {
    std::string out = utf16_be(text);
    for (std::size_t i = 0; i + 1 < out.size(); i += 2) std::swap(out[i], out[i + 1]);
    return out;
}

inline std::string utf32_be(std::string_view text) {
    const std::string narrow = utf16_be(text);
    std::string out;
    for (std::size_t i = 0; i + 1 < narrow.size(); i += 2) out.append(2, '\0').append(narrow, i, 2);
    return out;
}

inline std::string utf32_le(std::string_view text) {
    const std::string big = utf32_be(text);
    std::string out;
    for (std::size_t i = 0; i < big.size(); i += 4)
        out.append(big.rbegin() + static_cast<std::ptrdiff_t>(big.size() - i - 4),
                   big.rbegin() + static_cast<std::ptrdiff_t>(big.size() - i));
    return out;
}

} // namespace ronde::test
