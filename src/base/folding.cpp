// base::folded and base::lower_cased. Folding goes code point by code point: as diacritics are dropped, a composed and
// a decomposed text come to the same. The Latin letters and the punctuation of European languages are folded once, into
// a table.
#include "base/text.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace ronde::base {

namespace {

/// What Unicode's case folding and decompositions leave, and people take for one and the same.
std::string_view plain_form(char32_t code_point) {
    switch (code_point) {
    case U'œ': return "oe";
    case U'æ': return "ae";
    case U'ø': return "o";
    case U'ł': return "l";
    case U'đ': return "d";
    case U'ħ': return "h";
    case U'ŧ': return "t";
    case U'ı': return "i";
    case U'\u02BC': // modifier letter apostrophe
    case U'‘':
    case U'’':
    case U'‛':
    case U'′': return "'";
    case U'“':
    case U'”':
    case U'„':
    case U'‟':
    case U'″': return "\"";
    case U'\u2010': // hyphen; U+2011 decomposes to it
    case U'\u2012':
    case U'–':
    case U'—':
    case U'\u2015':
    case U'\u2212': return "-";
    default: return {};
    }
}

/// NFKC_Casefold (Unicode standard, section 5.18), then NFD without its nonspacing and enclosing marks.
std::string fold_one(char32_t code_point) {
    constexpr char32_t acute_accent = 0xB4; // typed for an apostrophe; NFKC would make it a space
    if (code_point == acute_accent) return "'";
    UErrorCode status = U_ZERO_ERROR;
    const auto* const case_fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
    const auto* const decompose = icu::Normalizer2::getNFDInstance(status);
    std::string out;
    if (U_FAILURE(status)) {
        append_utf8(out, code_point);
        return out;
    }
    const icu::UnicodeString one(static_cast<UChar32>(code_point));
    const icu::UnicodeString parts = decompose->normalize(case_fold->normalize(one, status), status);
    for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
        const UChar32 part = parts.char32At(i);
        if ((U_GET_GC_MASK(part) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0) continue;
        const auto plain = plain_form(static_cast<char32_t>(part));
        if (plain.empty())
            append_utf8(out, static_cast<char32_t>(part));
        else
            out += plain;
    }
    return out;
}

/// The folded forms of a range of code points.
template <char32_t First, char32_t Last>
class Table {
public:
    Table() {
        for (char32_t c = First; c <= Last; ++c) m_forms[c - First] = fold_one(c);
    }

    [[nodiscard]] static bool holds(char32_t c) { return c >= First && c <= Last; }
    [[nodiscard]] const std::string& operator[](char32_t c) const { return m_forms[c - First]; }

private:
    std::array<std::string, Last - First + 1> m_forms;
};

} // namespace

std::string folded(std::string_view text) {
    static const Table<0x80, 0x24F> latin;
    static const Table<0x2000, 0x206F> punctuation;
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (byte < 0x80) {
            out += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : byte);
            ++at;
            continue;
        }
        const char32_t code_point = next_code_point(text, at);
        if (latin.holds(code_point))
            out += latin[code_point];
        else if (punctuation.holds(code_point))
            out += punctuation[code_point];
        else
            out += fold_one(code_point);
    }
    return out;
}

std::string lower_cased(std::string_view text) {
    icu::UnicodeString wide =
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int>(text.size())));
    wide.toLower(icu::Locale::getRoot());
    UErrorCode status = U_ZERO_ERROR;
    if (const auto* const compose = icu::Normalizer2::getNFCInstance(status); U_SUCCESS(status)) {
        const icu::UnicodeString composed = compose->normalize(wide, status);
        if (U_SUCCESS(status)) wide = composed;
    }
    std::string out;
    return wide.toUTF8String(out);
}

} // namespace ronde::base
