#include "cafe/names_in_text.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace ronde::cafe {
namespace {

constexpr std::size_t shortest_name = 2; ///< code points
constexpr std::size_t beginning = 2;     ///< bytes by which names are looked up

/// Whether a word goes on from one code point to the next: letters, digits, and hyphens. Apostrophes part words
/// (d’Anne, Ann’s): rather a name too many is forgotten there than one too few.
bool go_on(std::string_view before, std::string_view after) {
    const auto parts = [](std::string_view sign) { return sign == "'" || sign == "’" || base::trimmed(sign).empty(); };
    if (parts(before) || parts(after)) return false;
    if (before == "-" || after == "-") return true;
    const std::string both = std::string(before) += after;
    const auto words = base::words_in(both);
    return words.size() == 1 && words.front() == both;
}

bool continues(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80;
}

/// Whether a word begins, or ends, at `at`: the start of a code point.
bool is_word_edge(std::string_view text, std::size_t at) {
    if (at == 0 || at == text.size()) return true;
    std::size_t from = at - 1;
    while (from > 0 && continues(text[from])) --from;
    std::size_t to = at + 1;
    while (to < text.size() && continues(text[to])) ++to;
    return !go_on(text.substr(from, at - from), text.substr(at, to - at));
}

/// A text folded, white space as single spaces, and which bytes of it each folded byte stands for.
struct Folded {
    struct Source {
        std::size_t begin = 0;
        std::size_t end = 0; ///< marks that folding drops included
    };
    std::string text{};
    std::vector<Source> sources{};
};

Folded folded_with_sources(std::string_view text) {
    Folded out;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        (void)base::next_code_point(text, at);
        std::string plain = base::folded(text.substr(begin, at - begin));
        if (plain.size() == 1 && std::string_view(" \t\n\r\v\f").find(plain[0]) != std::string_view::npos) plain = " ";
        const bool joins = plain.empty() || (plain == " " && out.text.ends_with(' '));
        if (joins) {
            if (out.sources.empty()) continue;
            const std::size_t first = out.sources.back().begin;
            for (auto it = out.sources.rbegin(); it != out.sources.rend() && it->begin == first; ++it) it->end = at;
            continue;
        }
        out.text += plain;
        out.sources.resize(out.text.size(), {begin, at});
    }
    return out;
}

bool begins_with_capital(std::string_view text) {
    std::size_t at = 0;
    if (text.empty()) return false;
    (void)base::next_code_point(text, at);
    return base::lower_cased(text.substr(0, at)) != text.substr(0, at);
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> out;
    std::string word;
    const auto end = [&] {
        if (!word.empty()) out.push_back(std::exchange(word, {}));
    };
    for (const char c : base::folded(text)) {
        const bool letter = static_cast<unsigned char>(c) >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
        if (letter)
            word += c;
        else
            end();
    }
    end();
    return out;
}

} // namespace

void NamesInText::add(std::string_view name, std::optional<std::string> mask) {
    std::string folded = folded_with_sources(base::trimmed(name)).text;
    if (base::length(folded) < shortest_name) return;
    auto& list = m_by_beginning[folded.substr(0, beginning)];
    if (std::ranges::find(list, folded, &Sought::folded) != list.end()) return;
    const auto after = std::ranges::find_if(list, [&](const Sought& it) { return it.folded.size() < folded.size(); });
    const bool proper = folded.find(' ') == std::string::npos && begins_with_capital(base::trimmed(name));
    list.insert(after, {std::move(folded), std::move(mask), proper});
}

bool NamesInText::hide(std::string& text) const {
    const Folded folded = folded_with_sources(text);
    const std::string& plain = folded.text;
    const auto& sources = folded.sources;
    const auto ends_whole = [&](std::size_t at) {
        return at == plain.size() || sources[at].begin != sources[at - 1].begin;
    };
    std::string out;
    std::size_t copied = 0;
    for (std::size_t at = 0; at + beginning <= plain.size();) {
        const std::size_t next = at + 1;
        const auto list =
            (at == 0 || ends_whole(at)) ? m_by_beginning.find(plain.substr(at, beginning)) : m_by_beginning.end();
        const Sought* found = nullptr;
        if (list != m_by_beginning.end())
            for (const Sought& sought : list->second) {
                const std::size_t end = at + sought.folded.size();
                if (plain.compare(at, sought.folded.size(), sought.folded) != 0 || !ends_whole(end)) continue;
                if (!is_word_edge(text, sources[at].begin) || !is_word_edge(text, sources[end - 1].end)) continue;
                if (sought.proper && !begins_with_capital(std::string_view(text).substr(sources[at].begin))) continue;
                found = &sought;
                break;
            }
        at = found == nullptr ? next : at + found->folded.size();
        if (found == nullptr || !found->mask) continue;
        const std::size_t begin = sources[at - found->folded.size()].begin;
        out.append(text, copied, begin - copied).append(*found->mask);
        copied = sources[at - 1].end;
    }
    if (copied == 0) return false;
    text = out.append(text, copied);
    return true;
}

std::vector<std::string> other_ways_to_write(std::string_view name) {
    constexpr std::string_view titles[] = {"M.",  "Mr", "Mr.", "Mme", "Mme.",     "Mlle",  "Mrs",
                                           "Ms.", "Ms", "Dr",  "Dr.", "Monsieur", "Madame"};
    std::vector<std::string> out;
    name = base::trimmed(name);
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
        const std::string last(base::trimmed(name.substr(at)));
        if (last.empty()) continue;
        out.push_back(last + ' ' + std::string(name.substr(0, at)));
        for (const std::string_view title : titles) out.push_back(std::string(title) + ' ' + last);
    }
    return out;
}

std::vector<std::string_view> names_in_field(std::string_view field) {
    std::vector<std::string_view> out;
    while (!field.empty()) {
        std::size_t end = field.size();
        std::size_t length = 0;
        for (const std::string_view sign : {",", ";", "/", "&", " et ", " and "})
            if (const auto at = field.find(sign); at < end) {
                end = at;
                length = sign.size();
            }
        if (const auto piece = base::trimmed(field.substr(0, end)); !piece.empty()) out.push_back(piece);
        field.remove_prefix(end + length);
    }
    return out;
}

std::string without_name(std::string_view field, std::string_view name) {
    const std::string gone = folded_with_sources(base::trimmed(name)).text;
    const auto offset = [&](std::string_view piece) { return static_cast<std::size_t>(piece.data() - field.data()); };
    std::string out;
    std::size_t kept = 0;
    std::size_t before = 0; ///< where the piece before ended
    const auto pieces = names_in_field(field);
    for (const std::string_view piece : pieces) {
        const bool is_them = folded_with_sources(piece).text == gone;
        const std::size_t begin = offset(piece);
        if (!is_them) {
            if (kept++ > 0) out += field.substr(before, begin - before);
            out += piece;
        }
        before = begin + piece.size();
    }
    return kept == pieces.size() ? std::string(field) : out;
}

bool contact_names(std::string_view contact, std::string_view name) {
    const auto sought = words_of(name);
    if (sought.empty()) return false;
    const auto has = [](const std::vector<std::string>& words, const std::string& word) {
        return std::ranges::find(words, word) != words.end();
    };
    const auto there = words_of(contact.substr(0, contact.find('@')));
    if (std::ranges::all_of(sought, [&](const std::string& word) { return has(there, word); })) return true;
    if (sought.size() < 2) return false;
    const std::string& first = sought.front();
    const std::string& last = sought.back();
    const std::string initial = first.substr(0, 1);
    if (has(there, initial) && has(there, last)) return true;
    return std::ranges::any_of(there, [&](const std::string& word) {
        return word == first + last || word == last + first || word == initial + last;
    });
}

} // namespace ronde::cafe
