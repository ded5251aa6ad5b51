#include "store/csv.hpp"

#include "base/text.hpp"
#include "store/csv_parser.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ronde::store {

namespace {

using namespace std::string_view_literals;

/// Rows from which the separator and the usual width are told.
constexpr std::size_t sampled_rows = 50;

tl::unexpected<CsvError> refused(CsvTrouble trouble, std::string sentence) {
    return tl::unexpected<CsvError>(CsvError{.trouble = trouble, .error = {.message = std::move(sentence)}});
}

bool is_workbook(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04"sv) || bytes.starts_with("\xD0\xCF\x11\xE0"sv);
}

/// The widths of the first rows; 0 for one whose quotes are not sound with this separator.
std::vector<std::size_t> widths_of(std::string_view text, Separator separator) {
    CsvParser parser(separator);
    std::vector<std::size_t> out;
    while (!text.empty() && out.size() < sampled_rows) {
        auto row = parser.row(text);
        const bool sound = row.has_value();
        if (!sound) row = parser.line(text);
        if (!row->row.cells.empty()) out.push_back(sound ? row->row.cells.size() : 0);
        text.remove_prefix(row->size);
    }
    return out;
}

struct Evenness {
    std::size_t width = 1; ///< the most usual one
    double share = 0;      ///< of the rows, those that have it
};

Evenness evenness_of(const std::vector<std::size_t>& widths) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto width : widths)
        if (width > 0) ++counts[width];
    Evenness out;
    std::size_t most = 0;
    for (const auto& [width, count] : counts) {
        if (count < most) continue; // of two that are as usual, the wider
        most = count;
        out.width = width;
    }
    if (!widths.empty()) out.share = static_cast<double>(most) / static_cast<double>(widths.size());
    return out;
}

/// How well a separator parts the rows: evenly first, then into many. A first row of another width counts against it,
/// as headings seldom hold commas.
double merit_of(const std::vector<std::size_t>& widths, const Evenness& even) {
    if (widths.empty()) return 0;
    const double first = widths.front() == even.width ? 1.0 : 0.5;
    return even.share * even.share * static_cast<double>(even.width - 1) * first;
}

Separator sniffed(std::string_view text) {
    Separator best = Separator::semicolon;
    double best_merit = 0;
    for (const auto& [separator, name] : names_of(Separator{})) {
        const auto widths = widths_of(text, separator);
        const double merit = merit_of(widths, evenness_of(widths));
        if (merit <= best_merit) continue;
        best_merit = merit;
        best = separator;
    }
    return best;
}

/// The separator that a first line for Excel names: `sep=;`.
std::optional<Separator> named_in_first_line(std::string_view text) {
    const auto line = text.substr(0, text.find_first_of("\r\n"));
    if (line.size() != 5 || base::folded(line.substr(0, 4)) != "sep=") return std::nullopt;
    for (const auto& [separator, name] : names_of(Separator{}))
        if (line.back() == sign_of(separator)) return separator;
    return std::nullopt;
}

/// Bytes of a control character at the start of a text, of ASCII or of ISO 8859-1; 0: there is none. Those of white
/// space have their place.
std::size_t control_at(std::string_view text) {
    const auto c = static_cast<unsigned char>(text.front());
    if (c < 0x20) return c < '\t' || c > '\r' ? 1 : 0;
    if (c == 0x7F) return 1;
    return c == 0xC2 && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xA0 ? 2 : 0;
}

/// Takes the control characters out, and gives the numbers of the lines on which they were.
std::vector<int> take_out_controls(std::string& text) {
    std::vector<int> lines;
    std::string out;
    std::string_view rest = text;
    for (int number = 1; !rest.empty(); ++number) {
        auto line = rest.substr(0, line_size(rest));
        rest.remove_prefix(line.size());
        const std::size_t before = out.size() + line.size();
        while (!line.empty()) {
            const std::size_t control = control_at(line);
            if (control == 0) out += line.front();
            line.remove_prefix(std::max<std::size_t>(control, 1));
        }
        if (out.size() < before) lines.push_back(number);
    }
    text = std::move(out);
    return lines;
}

/// Whether one of the lines inside a row that goes over several is a row of the usual width by itself.
bool holds_a_row(CsvParser& parser, std::string_view row, std::size_t width) {
    for (row.remove_prefix(line_size(row)); !row.empty(); row.remove_prefix(line_size(row))) {
        const auto alone = parser.line(row);
        if (alone.row.quotes == Quotes::closed && alone.row.cells.size() == width) return true;
    }
    return false;
}

std::vector<CsvRow> rows_of(std::string_view text, Separator separator, int line) {
    const auto width = evenness_of(widths_of(text, separator)).width;
    CsvParser parser(separator);
    std::vector<CsvRow> out;
    while (!text.empty()) {
        auto row = parser.row(text);
        const bool swallowed = row && row->lines > 1 && width > 1 && row->row.cells.size() != width &&
                               holds_a_row(parser, text.substr(0, row->size), width);
        if (!row || swallowed) row = parser.line(text);
        row->row.line = line;
        line += row->lines;
        text.remove_prefix(row->size);
        if (!row->row.cells.empty()) out.push_back(std::move(row->row));
    }
    return out;
}

} // namespace

char sign_of(Separator separator) {
    switch (separator) {
    case Separator::semicolon: return ';';
    case Separator::comma: return ',';
    case Separator::tab: return '\t';
    }
    return ';';
}

CsvResult<CsvTable> read_csv(std::string_view bytes, std::optional<Separator> separator) {
    if (bytes.size() > longest_csv)
        return refused(CsvTrouble::too_large, "the file has more than " + std::to_string(longest_csv >> 20U) +
                                                  " MB: no list of people is that long; choose another file");
    if (is_workbook(bytes))
        return refused(CsvTrouble::spreadsheet,
                       "this is a workbook, not a CSV file: open it in its spreadsheet and save it as CSV");
    auto decoded = base::decoded(bytes);
    while (decoded.text.ends_with('\x1A')) decoded.text.pop_back(); // the end of a file, for DOS
    if (!base::is_text(decoded))
        return refused(CsvTrouble::binary, "the file holds no text: choose a CSV file that a spreadsheet has saved");
    auto control_lines = take_out_controls(decoded.text);
    std::string_view text = decoded.text;
    if (base::trimmed(text).empty())
        return refused(CsvTrouble::empty, "the file is empty: save the list again, or choose another file");

    CsvTable out{.encoding = decoded.encoding,
                 .foreign_lines = std::move(decoded.foreign_lines),
                 .control_lines = std::move(control_lines)};
    int line = 1;
    const auto named = named_in_first_line(text);
    if (named) {
        text.remove_prefix(line_size(text));
        ++line;
    }
    if (!separator) separator = named;
    out.separator = separator ? *separator : sniffed(text);
    out.rows = rows_of(text, out.separator, line);
    return out;
}

} // namespace ronde::store
