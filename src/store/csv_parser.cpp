#include "store/csv_parser.hpp"

#include <algorithm>
#include <new>
#include <utility>

namespace ronde::store {

namespace {

std::string_view without_end(std::string_view line) {
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.remove_suffix(1);
    return line;
}

} // namespace

std::size_t line_size(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) return text.size();
    return end + (text[end] == '\r' && text.substr(end + 1).starts_with('\n') ? 2 : 1);
}

CsvParser::CsvParser(Separator separator) {
    if (csv_init(&m_parser, CSV_STRICT) != 0) throw std::bad_alloc();
    csv_set_delim(&m_parser, static_cast<unsigned char>(sign_of(separator)));
}

CsvParser::~CsvParser() {
    csv_free(&m_parser);
}

void CsvParser::begin(Manner manner) {
    // Whatever was begun and not ended goes nowhere; without CSV_STRICT_FINI this cannot fail.
    csv_fini(&m_parser, nullptr, nullptr, nullptr);
    csv_set_opts(&m_parser, manner == Manner::strict ? CSV_STRICT : 0);
    m_cells.clear();
    m_row_ended = false;
}

CsvParser::State CsvParser::feed(std::string_view line) {
    const auto on_cell = [](void* bytes, std::size_t size, void* self) {
        auto& cells = static_cast<CsvParser*>(self)->m_cells;
        cells.emplace_back(static_cast<const char*>(bytes), size);
    };
    const auto on_row = [](int, void* self) { static_cast<CsvParser*>(self)->m_row_ended = true; };
    if (csv_parse(&m_parser, line.data(), line.size(), on_cell, on_row, this) != line.size()) {
        if (csv_error(&m_parser) == CSV_ENOMEM) throw std::bad_alloc();
        return State::failed;
    }
    if (m_row_ended) return State::row_ended;
    return m_parser.quoted != 0 ? State::in_quotes : State::blank;
}

CsvParser::State CsvParser::feed_only(std::string_view line, Manner manner) {
    begin(manner);
    const State state = feed(without_end(line));
    return state == State::failed ? state : feed("\n");
}

std::optional<CsvParser::Row> CsvParser::row(std::string_view text) {
    begin(Manner::strict);
    Row out;
    while (out.size < text.size() && out.lines < longest_row) {
        const auto line = text.substr(out.size, line_size(text.substr(out.size)));
        out.size += line.size();
        ++out.lines;
        State state = feed(line);
        // The end of the file ends its last line.
        if (state != State::failed && out.size == text.size() && !m_row_ended && !line.ends_with('\n') &&
            !line.ends_with('\r'))
            state = feed("\n");
        if (state == State::failed) return std::nullopt;
        if (state == State::in_quotes) continue;
        out.row.cells = std::exchange(m_cells, {});
        return out;
    }
    return std::nullopt;
}

CsvParser::Row CsvParser::line(std::string_view text) {
    const auto line = text.substr(0, line_size(text));
    Row out{.size = line.size(), .lines = 1};
    for (const auto manner : {Manner::strict, Manner::lenient}) {
        const State state = feed_only(line, manner);
        if (state != State::row_ended && state != State::blank) continue;
        out.row.cells = std::exchange(m_cells, {});
        return out;
    }
    // A quote that never closes: the line once more, with a sign for the quote that no text has.
    csv_set_quote(&m_parser, '\0');
    static_cast<void>(feed_only(line, Manner::lenient));
    csv_set_quote(&m_parser, CSV_QUOTE);
    out.row.cells = std::exchange(m_cells, {});
    out.row.quotes = Quotes::open;
    return out;
}

} // namespace ronde::store
