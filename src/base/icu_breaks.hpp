#pragma once
// Where a text may be cut, by ICU's break iterators. Internal to `base`: other rooms use text.hpp.
// Making an iterator costs far more than using it, so each thread keeps one of each kind.

#include <cstddef>
#include <string_view>
#include <vector>

namespace ronde::base {

enum class BreakKind { grapheme, word, line, sentence };

/// The breaks of one text, as byte offsets. Only the latest object of a kind in a thread may be used, and only while
/// its text lives. When ICU's data is missing, a text has no break but its end.
class Breaks {
public:
    Breaks(BreakKind kind, std::string_view text);

    /// Appends every break after the start, the end of the text last.
    void append_all(std::vector<std::size_t>& out) const;

    /// The last break at or before `offset`, which must be the start of a code point or the end; 0 when there is none.
    [[nodiscard]] std::size_t last_until(std::size_t offset) const;

private:
    BreakKind m_kind;
    std::size_t m_size;
};

} // namespace ronde::base
