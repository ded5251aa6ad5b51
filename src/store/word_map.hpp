#pragma once
// Tables of words that are found whatever their case, accents and punctuation. Internal to `store`: used by
// people_words.cpp and people_headings.cpp.

#include "store/people_words.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ronde::store {

template <class Value>
using Words = std::pair<std::string_view, Value>;
template <class Value>
using WordMap = std::map<std::string, Value, std::less<>>;

template <class Value, std::size_t Size>
WordMap<Value> map_of(const std::array<Words<Value>, Size>& words) {
    WordMap<Value> out;
    for (const auto& [text, value] : words) out.emplace(plain_words(text), value);
    return out;
}

template <class Value>
std::optional<Value> value_of(const WordMap<Value>& map, std::string_view word) {
    const auto found = map.find(plain_words(word));
    if (found == map.end()) return std::nullopt;
    return found->second;
}

/// Of plain_words.
inline std::vector<std::string> split_words(std::string_view plain) {
    std::vector<std::string> out;
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        if (end > 0) out.emplace_back(plain.substr(0, end));
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    return out;
}

} // namespace ronde::store
