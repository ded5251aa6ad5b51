#pragma once
// Rows as CSV that LibreOffice and Excel open with their accents (RFC 4180): UTF-8 with a byte order mark, CRLF, and
// cells that no spreadsheet takes for a formula. Pure. Any thread.

#include <string>
#include <string_view>

namespace ronde::report {

class CsvText {
public:
    /// `separator`: `;` as French spreadsheets expect, `,` elsewhere.
    explicit CsvText(char separator) : m_separator(separator), m_text("\xEF\xBB\xBF") {}

    /// One more cell of the present row. One that begins as a formula does (`=`, `+`, `-`, `@`, tab, return) gets an
    /// apostrophe before it.
    CsvText& cell(std::string_view text);
    CsvText& cell(int number);
    void end_row();

    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    char m_separator;
    bool m_in_row = false;
    std::string m_text;
};

/// The separator that spreadsheets in that language expect.
[[nodiscard]] char csv_separator(std::string_view language);

} // namespace ronde::report
