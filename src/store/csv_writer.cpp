// The writing half of csv.hpp.
#include "store/csv.hpp"

#include "base/text.hpp"

#include <csv.h>

namespace ronde::store {

namespace {

bool needs_quotes(std::string_view cell) {
    // All separators, whichever is used: whoever sniffs the file should find only one.
    if (cell.find_first_of(";,\t\"\r\n") != std::string_view::npos) return true;
    if (cell.starts_with(' ') || cell.ends_with(' ')) return true;
    return base::folded(cell.substr(0, 4)) == "sep=";
}

void append_cell(std::string& out, std::string_view cell) {
    if (!needs_quotes(cell)) {
        out += cell;
        return;
    }
    const std::size_t before = out.size();
    out.resize(before + 2 * cell.size() + 2);
    out.resize(before + csv_write(out.data() + before, out.size() - before, cell.data(), cell.size()));
}

} // namespace

std::string harmless(std::string_view cell) {
    const bool formula = !cell.empty() && std::string_view("=+-@\t\r").find(cell.front()) != std::string_view::npos;
    return formula ? "'" + std::string(cell) : std::string(cell);
}

Separator usual_separator(std::string_view language) {
    return language == "fr" ? Separator::semicolon : Separator::comma;
}

std::string write_csv(std::span<const std::vector<std::string>> rows, Separator separator) {
    std::string out = "\xEF\xBB\xBF";
    for (const auto& row : rows) {
        bool first = true;
        for (const auto& cell : row) {
            if (!first) out += sign_of(separator);
            first = false;
            append_cell(out, harmless(cell));
        }
        // A line without anything would be no row at all.
        if (row.empty() || (row.size() == 1 && row.front().empty())) out += "\"\"";
        out += "\r\n";
    }
    return out;
}

} // namespace ronde::store
