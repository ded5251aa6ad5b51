#include "gui/listed_ids.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

namespace ronde::tests {

namespace {

using Segments = std::vector<std::string>;
constexpr std::string_view rest_sign = "…";

Segments split(std::string_view text, std::string_view at) {
    Segments parts;
    for (std::size_t end = text.find(at); end != std::string_view::npos; end = text.find(at)) {
        parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end + at.size());
    }
    parts.emplace_back(text);
    return parts;
}

bool in_capitals(const std::string& segment) {
    return !segment.empty() && std::ranges::all_of(segment, [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool fits(const Segments& pattern, const Segments& id) {
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == rest_sign) return i < id.size();
        if (i >= id.size() || (pattern[i] != id[i] && !in_capitals(pattern[i]))) return false;
    }
    return pattern.size() == id.size();
}

/// What stands between backticks, in order.
Segments in_code(std::string_view cell) {
    const Segments parts = split(cell, "`");
    Segments found;
    for (std::size_t i = 1; i < parts.size(); i += 2) found.push_back(parts[i]);
    return found;
}

/// "`prepare.step.N.kind.`*kind*" once for each word in code beside it, "`prepare.step.N.kind.welcome`" and so on.
std::string with_words_for_italics(const std::string& cell, const std::string& beside) {
    const std::size_t open = cell.find("`*");
    if (open == std::string::npos) return cell;
    const std::size_t close = cell.find('*', open + 2);
    std::string tail = cell.substr(close + 1);
    if (tail.starts_with('`')) tail.erase(0, 1); // the id goes on behind the word
    const std::size_t begin = cell.rfind('`', open - 1);
    const std::size_t end = tail.starts_with('.') ? tail.find('`') : 0;
    const std::string more = tail.substr(0, end);
    std::string whole = cell.substr(0, begin);
    Segments words = in_code(beside);
    for (const std::string& in_cell : in_code(cell)) words.push_back(in_cell);
    for (const std::string& word : words)
        if (word.find('.') == std::string::npos) whole += cell.substr(begin, open - begin) + word + more + "`, ";
    return with_words_for_italics(whole + tail.substr(end), beside);
}

Segments joined(const Segments& from, std::size_t count, const Segments& end) {
    Segments all(from.begin(), from.begin() + static_cast<std::ptrdiff_t>(count));
    all.insert(all.end(), end.begin() + 1, end.end());
    return all;
}

} // namespace

ListedIds::ListedIds(std::string_view page) {
    for (const std::string& row : split(page, "\n")) {
        const Segments cells = split(row, " | ");
        if (cells.size() < 2 || !row.starts_with("| ")) continue;
        std::vector<Segments> whole;
        for (const std::string& word : in_code(with_words_for_italics(cells[0], cells[1]))) {
            const Segments segments = split(word, ".");
            if (!word.starts_with('.')) {
                whole.push_back(segments);
                m_patterns.push_back(segments);
                continue;
            }
            if (whole.empty()) m_ends.push_back(word);
            for (const Segments& before : whole)
                for (std::size_t count = 1; count <= before.size(); ++count)
                    m_patterns.push_back(joined(before, count, segments));
        }
    }
}

bool ListedIds::contains(std::string_view id) const {
    const Segments segments = split(id, ".");
    if (std::ranges::any_of(m_ends, [&](const std::string& end) { return id.ends_with(end); })) return true;
    return std::ranges::any_of(m_patterns, [&](const Segments& pattern) { return fits(pattern, segments); });
}

const ListedIds& ListedIds::of_the_page() {
    static const ListedIds ids = [] {
        std::ifstream in(std::filesystem::path(RONDE_SOURCE_DIR) / "docs" / "UI_IDS.md");
        return ListedIds(std::string{std::istreambuf_iterator<char>(in), {}});
    }();
    return ids;
}

void check_listed(std::string_view id) {
    static std::set<std::string, std::less<>> seen;
    const std::size_t point = id.find('.');
    if (point == std::string_view::npos || point < 2 || seen.contains(id)) return;
    seen.emplace(id);
    INFO(id << " is on screen and not in docs/UI_IDS.md");
    CHECK(ListedIds::of_the_page().contains(id));
}

} // namespace ronde::tests
