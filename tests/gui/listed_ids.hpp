#pragma once
// The ids of docs/UI_IDS.md, which lists them all. Every window of the tests of panels asks it about what it drew.

#include <string>
#include <string_view>
#include <vector>

namespace ronde::tests {

class ListedIds {
public:
    /// Reads the first column of the tables. In an id a segment in capitals stands for any one, `…` for all that may
    /// follow; a word in italics for the words in code beside it. `.end` after an id replaces its last segments, or is
    /// put behind it.
    explicit ListedIds(std::string_view page);

    [[nodiscard]] bool contains(std::string_view id) const;

    /// Those of the repository's page, read once.
    [[nodiscard]] static const ListedIds& of_the_page();

private:
    using Segments = std::vector<std::string>;
    std::vector<Segments> m_patterns;
    std::vector<std::string> m_ends; ///< of any id: a `.end` with no id before it
};

/// Fails the present test when an id that was drawn is not listed. Ids without a point, or with one letter before it,
/// are a test's own.
void check_listed(std::string_view id);

} // namespace ronde::tests
