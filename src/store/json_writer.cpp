#include "store/json_writer.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ronde::store {

void JsonWriter::new_line() {
    m_out += '\n';
    m_out.append(2 * m_depth, ' ');
}

void JsonWriter::before_value() {
    if (m_after_key) {
        m_after_key = false;
        return;
    }
    if (m_depth == 0) return;
    if (!m_empty) m_out += ',';
    if (!flat())
        new_line();
    else if (!m_empty && m_layout == Layout::document)
        m_out += ' ';
    m_empty = false;
}

void JsonWriter::begin(char bracket, Spread spread) {
    before_value();
    m_out += bracket;
    ++m_depth;
    if (m_flat > 0 || spread == Spread::flat) ++m_flat;
    m_empty = true;
}

void JsonWriter::end(char bracket) {
    const bool was_flat = flat();
    if (m_flat > 0) --m_flat;
    --m_depth;
    if (!m_empty && !was_flat) new_line();
    m_out += bracket;
    m_empty = false;
}

void JsonWriter::key(std::string_view name) {
    before_value();
    quoted(name);
    m_out += m_layout == Layout::document ? ": " : ":";
    m_after_key = true;
}

void JsonWriter::quoted(std::string_view value) {
    const auto beyond_ascii = [](char c) { return static_cast<unsigned char>(c) >= 0x80U; };
    std::string repaired;
    if (std::any_of(value.begin(), value.end(), beyond_ascii) && !base::is_utf8(value)) {
        repaired = base::repaired_utf8(value);
        value = repaired;
    }
    m_out += '"';
    for (const char c : value) {
        switch (c) {
        case '"': m_out += "\\\""; break;
        case '\\': m_out += "\\\\"; break;
        case '\n': m_out += "\\n"; break;
        case '\r': m_out += "\\r"; break;
        case '\t': m_out += "\\t"; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20U) {
                constexpr std::string_view digits = "0123456789abcdef";
                m_out += "\\u00";
                m_out += digits[static_cast<unsigned char>(c) >> 4U];
                m_out += digits[static_cast<unsigned char>(c) & 0x0FU];
            } else {
                m_out += c;
            }
        }
    }
    m_out += '"';
}

void JsonWriter::text(std::string_view value) {
    before_value();
    quoted(value);
}

void JsonWriter::boolean(bool value) {
    before_value();
    m_out += value ? "true" : "false";
}

void JsonWriter::integer(std::int64_t value) {
    before_value();
    std::array<char, 24> digits{};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_out.append(digits.data(), done.ptr);
}

void JsonWriter::natural(std::uint64_t value) {
    before_value();
    std::array<char, 24> digits{};
    const auto done = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_out.append(digits.data(), done.ptr);
}

void JsonWriter::raw(std::string_view json) {
    std::size_t i = 0;
    const auto string_end = [&json](std::size_t at) { // just past the string that begins at `at`
        for (++at; at < json.size() && json[at] != '"'; ++at)
            if (json[at] == '\\') ++at;
        return std::min(at + 1, json.size());
    };
    while (i < json.size()) {
        switch (json[i]) {
        case '{':
            begin_object();
            ++i;
            break;
        case '[':
            begin_array();
            ++i;
            break;
        case '}':
            end_object();
            ++i;
            break;
        case ']':
            end_array();
            ++i;
            break;
        case ',': ++i; break;
        default: {
            const auto end = json[i] == '"' ? string_end(i) : std::min(json.find_first_of(",]}", i), json.size());
            before_value();
            m_out.append(json.substr(i, end - i));
            i = end;
            if (i < json.size() && json[i] == ':') {
                m_out += m_layout == Layout::document ? ": " : ":";
                m_after_key = true;
                ++i;
            }
        }
        }
    }
}

} // namespace ronde::store
