#pragma once
// Bytes of a text file made elsewhere, as UTF-8: which encoding they are in, and their text. ICU does the work. Used by
// `store` for people's lists. Never fails: what fits no encoding comes out as signs that the reader sees. Any thread.

#include "base/names.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace ronde::base {

enum class Encoding {
    utf8,
    utf8_bom, ///< UTF-8 with a byte order mark, as Excel writes it
    utf16_le,
    utf16_be,
    utf32_le,
    utf32_be,
    windows_1252, ///< Western Windows; French Excel's "CSV"
    iso_8859_1,   ///< Western, without any of the signs that only Windows-1252 has, such as œ and €
    mac_roman,    ///< Western, as Excel for Mac's plain "CSV" has it
};

constexpr auto names_of(Encoding) {
    return std::to_array<Name<Encoding>>({{Encoding::utf8, "utf8"},
                                          {Encoding::utf8_bom, "utf8_bom"},
                                          {Encoding::utf16_le, "utf16_le"},
                                          {Encoding::utf16_be, "utf16_be"},
                                          {Encoding::utf32_le, "utf32_le"},
                                          {Encoding::utf32_be, "utf32_be"},
                                          {Encoding::windows_1252, "windows_1252"},
                                          {Encoding::iso_8859_1, "iso_8859_1"},
                                          {Encoding::mac_roman, "mac_roman"}});
}

struct DecodedText {
    std::string text{}; ///< valid UTF-8, without the byte order mark
    Encoding encoding = Encoding::utf8;
    /// Lines, from 1, in the other encoding than the file's: one of a byte a letter in a file of UTF-8 and the reverse,
    /// as when lists were pasted together. They were read in their own. LF, CRLF and CR end a line.
    std::vector<int> foreign_lines{};

    friend bool operator==(const DecodedText&, const DecodedText&) = default;
};

/// The encoding is the byte order mark's; without one it is UTF-8 when that fits most lines with accents, UTF-16
/// or UTF-32 when ICU's detector says so and it makes separators or letters of ASCII, else MacRoman when its bytes
/// spell French letters in that encoding and few in Windows-1252, else Windows-1252. An invalid sequence becomes
/// U+FFFD. At most half a gigabyte.
[[nodiscard]] DecodedText decoded(std::string_view bytes);

/// Whether it reads as text: at most one code point in a hundred is a control, has no meaning in Unicode, or is what
/// UTF-16 and UTF-32 leave of broken code units; of a short UTF-8 text, three at most, and one in ten. U+FFFD that
/// the file itself holds does not count.
[[nodiscard]] bool is_text(const DecodedText& decoded);

} // namespace ronde::base
