#pragma once
// Text in the encodings of other programs, made by hand: the tests' yardstick for what reads them. Of Windows-1252 it
// knows Latin-1 and the signs of French; of UTF-16 the basic plane.

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

} // namespace ronde::test
