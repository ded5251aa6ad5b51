#include "base/encoding.hpp"

#include "base/text.hpp"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <utility>

namespace ronde::base {

namespace {

/// Bytes that the detector looks at: a list's encoding shows in its beginning.
constexpr std::size_t sample_size = 65'536;

struct CloseDetector {
    void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

/// What ICU's detector holds most likely, for a text without a byte order mark.
std::string detected_name(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
    const auto sample = bytes.substr(0, sample_size);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return {};
    const char* const name = ucsdet_getName(match, &status);
    return U_SUCCESS(status) && name != nullptr ? name : "";
}

/// One of ICU's converters, opened once for many pieces of text.
class Converter {
public:
    explicit Converter(const char* name) {
        UErrorCode status = U_ZERO_ERROR;
        m_converter.reset(ucnv_open(name, &status));
    }

    /// Appends the piece as UTF-8; what has no meaning becomes U+FFFD.
    void append(std::string& out, std::string_view piece) {
        constexpr std::size_t most = 3; // bytes of UTF-8 for a byte of Windows-1252 or half a unit of UTF-16
        UErrorCode status = U_ZERO_ERROR;
        const std::size_t before = out.size();
        out.resize(before + piece.size() * most + most);
        const auto written = m_converter == nullptr
                                 ? 0
                                 : ucnv_toAlgorithmic(UCNV_UTF8, m_converter.get(), out.data() + before,
                                                      static_cast<std::int32_t>(out.size() - before), piece.data(),
                                                      static_cast<std::int32_t>(piece.size()), &status);
        const bool good = U_SUCCESS(status) && m_converter != nullptr;
        out.resize(before + (good ? static_cast<std::size_t>(written) : 0));
        if (!good) out += repaired_utf8(piece);
    }

private:
    struct Close {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    std::unique_ptr<UConverter, Close> m_converter;
};

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Calls `take` with each line, its end included.
template <class Take>
void for_each_line(std::string_view bytes, Take&& take) {
    while (!bytes.empty()) {
        std::size_t size = std::min(bytes.find_first_of("\r\n"), bytes.size() - 1) + 1;
        if (bytes[size - 1] == '\r' && size < bytes.size() && bytes[size] == '\n') ++size;
        take(bytes.substr(0, size));
        bytes.remove_prefix(size);
    }
}

struct Lines {
    std::size_t utf8 = 0;  ///< with other letters than ASCII's, and valid
    std::size_t other = 0; ///< not valid UTF-8; of these:
    bool windows = false;  ///< whether they use codes that ISO 8859-1 keeps for controls
    std::size_t latin = 0; ///< bytes that are French small letters in Windows-1252
    std::size_t mac = 0;   ///< bytes that are French small letters in MacRoman, and no letter or quote in Windows-1252
};

/// Windows-1252 gives signs to most of the 32 codes that ISO 8859-1 keeps for controls.
bool is_windows_sign(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 && byte < 0xA0;
}

void look_at(Lines& lines, std::string_view line) {
    using namespace std::string_view_literals;
    constexpr auto latin = "\xE0\xE2\xE7\xE8\xE9\xEA\xEB\xEE\xEF\xF4\xF9\xFB\xFC"sv; // àâçèéêëîïôùûü
    constexpr auto mac = "\x88\x8D\x8E\x8F\x90\x9D\x9E"sv;                           // àçéèêùû
    for (const char c : line) {
        lines.windows = lines.windows || is_windows_sign(c);
        if (latin.find(c) != std::string_view::npos) ++lines.latin;
        if (mac.find(c) != std::string_view::npos) ++lines.mac;
    }
}

Lines count_lines(std::string_view bytes) {
    Lines out;
    for_each_line(bytes, [&](std::string_view line) {
        if (is_ascii(line)) return;
        if (is_utf8(line)) {
            ++out.utf8;
            return;
        }
        ++out.other;
        look_at(out, line);
    });
    return out;
}

/// What the lines that are not UTF-8 are in.
Encoding of_a_byte_a_letter(const Lines& lines) {
    if (lines.mac > lines.latin) return Encoding::mac_roman;
    return lines.windows ? Encoding::windows_1252 : Encoding::iso_8859_1;
}

DecodedText from_wide(std::string_view bytes, Encoding encoding) {
    DecodedText out{.encoding = encoding};
    const char* name = encoding == Encoding::utf16_le   ? "UTF-16LE"
                       : encoding == Encoding::utf16_be ? "UTF-16BE"
                       : encoding == Encoding::utf32_le ? "UTF-32LE"
                                                        : "UTF-32BE";
    Converter(name).append(out.text, bytes);
    return out;
}

/// Each line in the encoding that it fits, `western` when that is not UTF-8; lines that are ASCII go with those before
/// them.
DecodedText from_lines(std::string_view bytes, Encoding encoding, Encoding western_encoding) {
    DecodedText out{.encoding = encoding};
    out.text.reserve(bytes.size() + bytes.size() / 8);
    Converter western(western_encoding == Encoding::mac_roman ? "macintosh" : "windows-1252");
    std::string_view rest = bytes;
    std::size_t run = 0; // bytes at the start of `rest` that are in one encoding
    bool run_is_utf8 = true;
    const auto flush = [&] {
        const auto piece = rest.substr(0, run);
        if (run_is_utf8)
            out.text += piece;
        else
            western.append(out.text, piece);
        rest.remove_prefix(run);
        run = 0;
    };
    int number = 0;
    const bool file_is_utf8 = encoding == Encoding::utf8 || encoding == Encoding::utf8_bom;
    for_each_line(bytes, [&](std::string_view line) {
        ++number;
        if (!is_ascii(line)) {
            const bool line_is_utf8 = is_utf8(line);
            if (line_is_utf8 != file_is_utf8) out.foreign_lines.push_back(number);
            if (line_is_utf8 != run_is_utf8) flush();
            run_is_utf8 = line_is_utf8;
        }
        run += line.size();
    });
    flush();
    return out;
}

constexpr auto wide_names = std::to_array<std::pair<std::string_view, Encoding>>({{"UTF-16LE", Encoding::utf16_le},
                                                                                  {"UTF-16BE", Encoding::utf16_be},
                                                                                  {"UTF-32LE", Encoding::utf32_le},
                                                                                  {"UTF-32BE", Encoding::utf32_be}});

/// Whatever its script, a list has line ends, separators, addresses: ASCII. Bytes that happen to be no text have not.
bool is_like_a_list(std::string_view text) {
    const auto ascii = std::count_if(text.begin(), text.end(), [](char c) { return c > 0; });
    return static_cast<std::size_t>(ascii) * 20 >= text.size();
}

/// Whether a code point has no place in a text.
bool is_out_of_place(char32_t c, Encoding encoding) {
    if (c < 0x80) return c < 0x20 && (c < U'\t' || c > U'\r');
    if (c == 0xFFFD) return encoding != Encoding::utf8 && encoding != Encoding::utf8_bom;
    const auto type = u_charType(static_cast<UChar32>(c));
    return type == U_CONTROL_CHAR || type == U_UNASSIGNED;
}

} // namespace

DecodedText decoded(std::string_view bytes) {
    using namespace std::string_view_literals;
    // The mark of UTF-32 begins as that of UTF-16 does, and goes on with a NUL, which no list has.
    if (bytes.starts_with("\xFF\xFE\0\0"sv)) return from_wide(bytes.substr(4), Encoding::utf32_le);
    if (bytes.starts_with("\0\0\xFE\xFF"sv)) return from_wide(bytes.substr(4), Encoding::utf32_be);
    if (bytes.starts_with("\xFF\xFE"sv)) return from_wide(bytes.substr(2), Encoding::utf16_le);
    if (bytes.starts_with("\xFE\xFF"sv)) return from_wide(bytes.substr(2), Encoding::utf16_be);
    const bool marked = bytes.starts_with("\xEF\xBB\xBF"sv);
    if (marked) bytes.remove_prefix(3);
    // UTF-16 and UTF-32 have NULs beside each letter of ASCII.
    if (!marked && bytes.substr(0, sample_size).find('\0') != std::string_view::npos) {
        const auto name = detected_name(bytes);
        for (const auto& [wide, encoding] : wide_names)
            if (name == wide)
                if (auto text = from_wide(bytes, encoding); is_like_a_list(text.text)) return text;
    }
    const Lines lines = count_lines(bytes);
    const Encoding western = of_a_byte_a_letter(lines);
    if (marked) return from_lines(bytes, Encoding::utf8_bom, western);
    return from_lines(bytes, lines.utf8 >= lines.other ? Encoding::utf8 : western, western);
}

bool is_text(const DecodedText& decoded) {
    const std::string_view text = decoded.text;
    std::size_t all = 0;
    std::size_t wrong = 0;
    for (std::size_t at = 0; at < text.size(); ++all)
        if (is_out_of_place(next_code_point(text, at), decoded.encoding)) ++wrong;
    if (wrong * 100 <= all) return true;
    // A short list with one or two of them: what is UTF-8 throughout is seldom so by chance.
    constexpr std::size_t few = 3;
    const bool utf8 = decoded.encoding == Encoding::utf8 || decoded.encoding == Encoding::utf8_bom;
    return utf8 && decoded.foreign_lines.empty() && wrong <= few && wrong * 10 <= all;
}

} // namespace ronde::base
