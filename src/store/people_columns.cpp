#include "store/people_columns.hpp"

#include "base/text.hpp"
#include "store/people_content.hpp"

#include <algorithm>
#include <set>
#include <string_view>

namespace ronde::store {

namespace {

/// Beyond it a row is damage, not a list.
constexpr std::size_t most_columns = 512;

/// Rows among which the headings are looked for: above them stand a title, a date.
constexpr std::size_t heading_depth = 6;

/// Rows that are looked through for a heading that is an ordinary word of its column.
constexpr std::size_t recurrence_depth = 200;

using Rows = std::span<const CsvRow>;

std::string_view cell(const CsvRow& row, std::size_t column) {
    return column < row.cells.size() ? base::trimmed(row.cells[column]) : std::string_view{};
}

std::size_t filled(const CsvRow& row) {
    return static_cast<std::size_t>(std::count_if(row.cells.begin(), row.cells.end(),
                                                  [](const auto& text) { return !base::trimmed(text).empty(); }));
}

/// Columns up to the last that anything stands in.
std::size_t width_of(Rows rows) {
    std::size_t width = 0;
    for (const auto& row : rows)
        for (std::size_t column = width; column < std::min(row.cells.size(), most_columns); ++column)
            if (!cell(row, column).empty()) width = column + 1;
    return width;
}

// --- date polls ------------------------------------------------------------------------------------------------------

/// Framadate: one line of dates and one of hours, or one of choices; the names' column has no heading.
std::size_t poll_header_lines(Rows rows) {
    constexpr std::size_t most = 2;
    std::size_t lines = 0;
    while (lines < std::min(most, rows.size()) && cell(rows[lines], 0).empty() && filled(rows[lines]) > 0) ++lines;
    std::size_t answers = 0;
    std::size_t others = 0;
    for (const auto& row : rows.subspan(lines)) {
        for (std::size_t column = 1; column < row.cells.size(); ++column) {
            const auto text = cell(row, column);
            if (text.empty()) continue;
            ++(answer_named(text) ? answers : others);
        }
    }
    return answers > 4 * others ? lines : 0;
}

ListLayout poll_layout(Rows rows, std::size_t header_lines) {
    ListLayout out{.shape = ListShape::date_poll, .header_lines = header_lines};
    out.columns.resize(width_of(rows));
    for (std::size_t column = 0; column < out.columns.size(); ++column) {
        out.columns[column].meaning = column == 0 ? ColumnMeaning::full_name : ColumnMeaning::answer;
        for (const auto& row : rows.first(header_lines)) {
            auto& header = out.columns[column].header;
            const auto text = cell(row, column);
            if (!header.empty() && !text.empty()) header += ' ';
            header += text;
        }
    }
    return out;
}

// --- the line of headings --------------------------------------------------------------------------------------------

bool recurs(Rows rows, std::size_t line, std::size_t column) {
    const std::string word = plain_words(cell(rows[line], column));
    const auto below = rows.subspan(line + 1, std::min(recurrence_depth, rows.size() - line - 1));
    return std::any_of(below.begin(), below.end(), [&](const CsvRow& row) {
        return plain_words(cell(row, column)) == word && row.cells != rows[line].cells && !is_headings(row);
    });
}

bool is_firm_heading(std::string_view text) {
    const auto heading = heading_named(text);
    return heading && !heading->loose;
}

/// How many of a line's cells are headings; 0 when it is no line of headings.
std::size_t headings_in(Rows rows, std::size_t line) {
    const auto& row = rows[line];
    std::size_t known = 0;
    for (std::size_t column = 0; column < row.cells.size(); ++column) {
        const auto text = cell(row, column);
        if (is_email(text) || is_phone(text)) return 0;
        if (!text.empty() && is_firm_heading(text) && !recurs(rows, line, column)) ++known;
    }
    return known >= 2 || 2 * known >= filled(row) ? known : 0;
}

/// Whether the headings go on below a line, which names groups of columns, or is repeated: then the last line counts.
bool go_on_below(Rows rows, std::size_t line) {
    if (line + 1 >= std::min(heading_depth, rows.size()) || !is_headings(rows[line + 1])) return false;
    for (std::size_t column = 0; column < rows[line + 1].cells.size(); ++column)
        if (!cell(rows[line + 1], column).empty() && recurs(rows, line + 1, column)) return false;
    return (headings_in(rows, line) > 0 || filled(rows[line]) < filled(rows[line + 1]));
}

/// Lines down to the one of headings. Above it only titles are passed over: lines with a single cell that is filled.
std::size_t guessed_header_lines(Rows rows) {
    std::size_t best = 0;
    std::size_t most = 0;
    for (std::size_t line = 0; line < std::min(heading_depth, rows.size()); ++line) {
        const std::size_t known = headings_in(rows, line);
        if (known > most && (line == 0 || known >= 2)) {
            most = known;
            best = line + 1;
        }
        if (filled(rows[line]) <= 1) continue;
        while (go_on_below(rows, line)) best = ++line + 1;
        break;
    }
    return best;
}

// --- headings to meanings --------------------------------------------------------------------------------------------

bool is_name(ColumnMeaning meaning) {
    return meaning == ColumnMeaning::full_name || meaning == ColumnMeaning::first_name ||
           meaning == ColumnMeaning::last_name;
}

using Headings = std::vector<std::optional<Heading>>;

bool has(const Headings& headings, ColumnMeaning meaning, Whose whose) {
    return std::any_of(headings.begin(), headings.end(), [&](const auto& heading) {
        return heading && heading->meaning == meaning && heading->whose == whose &&
               heading->reach == NameReach::certain;
    });
}

/// "Nom" beside "Prénom" is the family's name; alone it is the whole.
void settle_reach(Headings& headings) {
    for (auto& heading : headings) {
        if (!heading || heading->reach == NameReach::certain) continue;
        const bool is_last = has(headings, ColumnMeaning::first_name, heading->whose) &&
                             !has(headings, ColumnMeaning::last_name, heading->whose);
        heading->meaning = is_last ? ColumnMeaning::last_name : ColumnMeaning::full_name;
    }
}

/// Leaves one column for each meaning. Names go together: never one person's first name and another's last.
void settle_rivals(Headings& headings, ListLayout& layout) {
    std::vector<PeopleColumn>& columns = layout.columns;
    Whose names_of_whom = Whose::buyer;
    for (const auto& heading : headings)
        if (heading && is_name(heading->meaning)) names_of_whom = std::min(names_of_whom, heading->whose);
    std::set<ColumnMeaning> taken;
    for (const auto whose : {Whose::participant, Whose::anyone, Whose::buyer}) {
        for (std::size_t column = 0; column < headings.size(); ++column) {
            const auto& heading = headings[column];
            if (!heading || heading->whose != whose) continue;
            if (is_name(heading->meaning) && whose != names_of_whom) {
                if (whose == Whose::buyer) layout.buyer_names.push_back(column);
                continue;
            }
            const bool first = taken.insert(heading->meaning).second;
            if (first || heading->meaning == ColumnMeaning::note) columns[column].meaning = heading->meaning;
            const bool reaches = heading->meaning == ColumnMeaning::email || heading->meaning == ColumnMeaning::phone;
            columns[column].of_buyer = first && reaches && whose == Whose::buyer && names_of_whom != Whose::buyer;
        }
    }
}

} // namespace

bool is_blank(const CsvRow& row) {
    return filled(row) == 0;
}

bool is_headings(const CsvRow& row) {
    const auto known = [](const std::string& text) {
        const bool numbered = text.find_first_of("0123456789") != std::string::npos; // "Personne 1" is one of many
        return base::trimmed(text).empty() || (!numbered && heading_named(text) && !is_email(text));
    };
    const auto firm = std::count_if(row.cells.begin(), row.cells.end(), is_firm_heading);
    return firm >= 2 && std::all_of(row.cells.begin(), row.cells.end(), known);
}

ListLayout layout_of(Rows rows, std::optional<std::size_t> header_lines) {
    const std::size_t poll_lines = poll_header_lines(rows);
    if (poll_lines > 0 && header_lines.value_or(poll_lines) == poll_lines) return poll_layout(rows, poll_lines);

    ListLayout out{.header_lines = std::min(header_lines ? *header_lines : guessed_header_lines(rows), rows.size())};
    out.columns.resize(width_of(rows));
    const auto body = rows.subspan(out.header_lines);
    if (out.header_lines == 0) {
        guess_all(out.columns, body);
        return out;
    }
    Headings headings(out.columns.size());
    std::vector<std::size_t> unknown;
    for (std::size_t column = 0; column < out.columns.size(); ++column) {
        out.columns[column].header = cell(rows[out.header_lines - 1], column);
        headings[column] = heading_named(out.columns[column].header);
        if (!headings[column]) unknown.push_back(column);
    }
    settle_reach(headings);
    settle_rivals(headings, out);
    std::vector<std::size_t> open;
    for (const std::size_t column : unknown)
        if (leaves_open(out.columns[column].header)) open.push_back(column);
    std::erase_if(unknown, [&](std::size_t column) { return leaves_open(out.columns[column].header); });
    guess_left_open(out.columns, open, body);
    guess_missing(out.columns, unknown, body);
    return out;
}

} // namespace ronde::store
