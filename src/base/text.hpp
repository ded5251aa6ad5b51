#pragma once
// UTF-8 text: validity, folding for search, words, where lines may break, splitting. ICU does the work. Any thread.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::base {

[[nodiscard]] bool is_utf8(std::string_view text);

/// Position in bytes of the first byte that is not valid UTF-8, or npos.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

/// The text with each invalid sequence replaced by U+FFFD.
[[nodiscard]] std::string repaired_utf8(std::string_view text);

/// For comparing and searching: case and diacritics aside, œ as oe, compatibility forms and curly apostrophes plain.
[[nodiscard]] std::string folded(std::string_view text);

/// In lower case (of no particular language) and composed (NFC); accents stay. For languages' own rules about words.
[[nodiscard]] std::string lower_cased(std::string_view text);

/// Without white space (Unicode's, no-break spaces too) at both ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// Code points of valid UTF-8.
[[nodiscard]] std::size_t length(std::string_view text);

/// Byte offsets after which a line may break (UAX #14, but at no French space), hard line ends and the text's included.
[[nodiscard]] std::vector<std::size_t> line_breaks(std::string_view text);

/// The words of a text (UAX #29) in order, as pieces of it: what holds a letter or a digit. `l’été` and `l·l` are one
/// word, `tiers-lieu` is two.
[[nodiscard]] std::vector<std::string_view> words_in(std::string_view text);

/// The text's lines, trimmed, empty ones left out; accepts LF, CRLF and CR.
[[nodiscard]] std::vector<std::string> lines(std::string_view text);

/// Cuts `text` into pieces of at most `limit` code points, at the end of a line, else of a sentence, else of a word,
/// else of a grapheme. Nothing but white space at the cuts is lost. `limit` is at least 1.
[[nodiscard]] std::vector<std::string> split_to_fit(std::string_view text, std::size_t limit);

/// The `#tags` in a text, without the sign, as typed, each once (folded), in order. A tag is a # at the start or after
/// white space or an opening sign, then letters, digits, marks, `_` or `-`, at least one of them a letter.
[[nodiscard]] std::vector<std::string> tags_in(std::string_view text);

/// Appends the UTF-8 form of a code point.
void append_utf8(std::string& out, char32_t code_point);

/// The code point that starts at byte `at`, which is moved past it; U+FFFD for an invalid byte.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

} // namespace ronde::base
