#pragma once
// The languages whose words the room knows. A session says its own as a code; what has no lists here is compared word
// by word, without stems or stop words. Any thread.

#include <cstdint>
#include <string_view>

namespace ronde::words {

enum class Language : std::uint8_t { french, english, other };

/// Of a code such as "fr", "fr-CA" or "EN_gb".
[[nodiscard]] constexpr Language language_of(std::string_view code) {
    const auto starts = [code](char first, char second) {
        const auto is = [code](std::size_t at, char letter) { return code[at] == letter || code[at] == letter - 32; };
        return code.size() >= 2 && is(0, first) && is(1, second) &&
               (code.size() == 2 || code[2] == '-' || code[2] == '_');
    };
    if (starts('f', 'r')) return Language::french;
    if (starts('e', 'n')) return Language::english;
    return Language::other;
}

} // namespace ronde::words
