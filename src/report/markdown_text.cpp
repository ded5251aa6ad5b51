#include "report/markdown_text.hpp"

#include "base/text.hpp"

#include <cctype>

namespace ronde::report {
namespace {

/// Whether the `&` at `at` may begin a character reference such as `&lt;`.
bool may_be_reference(std::string_view text, std::size_t at) {
    return at + 1 < text.size() && (text[at + 1] == '#' || std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0);
}

} // namespace

std::string escaped(std::string_view text) {
    text = base::trimmed(text);
    // A heading drops the `#` at its end.
    const std::size_t before_signs = text.find_last_not_of('#') + 1;
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\n' || c == '\r' || c == '\t') {
            out += ' ';
            continue;
        }
        const bool always = std::string_view{"\\`*_[]<>|~"}.find(c) != std::string_view::npos;
        const bool at_start = i == 0 && std::string_view{"#+-="}.find(c) != std::string_view::npos;
        const bool at_end = c == '#' && i >= before_signs;
        if (always || at_start || at_end || (c == '&' && may_be_reference(text, i))) out += '\\';
        out += c;
    }
    // `1. text` would be a numbered list.
    std::size_t digits = 0;
    while (digits < out.size() && std::isdigit(static_cast<unsigned char>(out[digits])) != 0) ++digits;
    if (digits > 0 && digits < out.size() && (out[digits] == '.' || out[digits] == ')')) out.insert(digits, "\\");
    return out;
}

} // namespace ronde::report
