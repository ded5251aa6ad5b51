#include "report/csv.hpp"

namespace ronde::report {
namespace {

constexpr std::string_view formula_signs = "=+-@\t\r";

} // namespace

CsvText& CsvText::cell(std::string_view text) {
    if (m_in_row) m_text += m_separator;
    m_in_row = true;
    std::string harmless;
    if (!text.empty() && formula_signs.find(text.front()) != std::string_view::npos) harmless = '\'';
    harmless += text;
    const bool plain = harmless.find_first_of("\"\r\n\t;,") == std::string::npos && !harmless.starts_with(' ') &&
                       !harmless.ends_with(' ');
    if (plain) {
        m_text += harmless;
        return *this;
    }
    m_text += '"';
    for (const char c : harmless) {
        if (c == '"') m_text += '"';
        m_text += c;
    }
    m_text += '"';
    return *this;
}

CsvText& CsvText::cell(int number) {
    if (m_in_row) m_text += m_separator;
    m_in_row = true;
    m_text += std::to_string(number);
    return *this;
}

void CsvText::end_row() {
    m_text += "\r\n";
    m_in_row = false;
}

char csv_separator(std::string_view language) {
    return language == "fr" ? ';' : ',';
}

} // namespace ronde::report
