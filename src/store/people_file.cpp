#include "store/people_file.hpp"

#include "base/text.hpp"
#include "store/people_columns.hpp"
#include "store/people_merge.hpp"

#include <algorithm>
#include <utility>

namespace ronde::store {

namespace {

/// Code points of a text that is shown as what a line holds.
constexpr std::size_t longest_detail = 120;

/// Spaces, tabs and line ends as single spaces.
std::string tidy(std::string_view text) {
    std::string out;
    for (const char c : base::trimmed(text)) {
        const bool space = std::string_view(" \t\n\v\f\r").find(c) != std::string_view::npos;
        if (!space)
            out += c;
        else if (!out.ends_with(' '))
            out += ' ';
    }
    return out;
}

std::string shortened(std::string_view text) {
    auto pieces = base::split_to_fit(text, longest_detail);
    if (pieces.empty()) return {};
    return pieces.size() == 1 ? std::move(pieces.front()) : pieces.front() + "…";
}

/// The filled cells from `first` on, as they would stand in a line.
std::string as_line(const CsvRow& row, char separator, std::size_t first = 0) {
    std::string out;
    for (std::size_t i = first; i < row.cells.size(); ++i) {
        if (i > first) out += separator;
        out += row.cells[i];
    }
    return shortened(out);
}

std::ptrdiff_t quotes_in(const CsvRow& row) {
    std::ptrdiff_t quotes = 0;
    for (const auto& cell : row.cells) quotes += std::count(cell.begin(), cell.end(), '"');
    return quotes;
}

/// "jean dupont" of "jean.dupont@mas.example".
std::string name_in_address(std::string_view address) {
    std::string out(address.substr(0, address.find('@')));
    std::ranges::replace_if(
        out, [](char c) { return std::string_view("._-+").find(c) != std::string_view::npos; }, ' ');
    return tidy(out);
}

/// Whether one of the lines from `first` to before `next` is among those of a sorted list.
bool touches(const std::vector<int>& lines, int first, int next) {
    const auto at = std::lower_bound(lines.begin(), lines.end(), first);
    return at != lines.end() && *at < next;
}

/// Of several addresses or numbers in a cell, as our own lists have them, the first, and what follows it.
struct Several {
    std::string_view first{};
    std::string_view others{};
};
Several several_in(std::string_view cell) {
    const std::size_t end = std::min(cell.find_first_of(",;"), cell.size());
    const std::string_view rest = cell.substr(end);
    const std::size_t others = std::min(rest.find_first_not_of(",; \t\n"), rest.size());
    return {base::trimmed(cell.substr(0, end)), base::trimmed(rest.substr(others))};
}

/// Reads one file's lines.
class Reader {
public:
    Reader(const PeopleFile& file, std::span<const ColumnMeaning> mapping) : m_file(file), m_mapping(mapping) {
        for (std::size_t column = 0; column < file.columns.size(); ++column)
            if (!file.columns[column].header.empty()) m_headed = column + 1;
    }

    [[nodiscard]] PeopleRead read() {
        for (std::size_t i = 0; i < m_file.rows.size(); ++i) {
            const auto& row = m_file.rows[i];
            if (is_blank(row)) continue;
            const int next = i + 1 < m_file.rows.size() ? m_file.rows[i + 1].line : row.line + longest_row;
            take(row, next);
        }
        m_out.people = std::move(m_merger).people();
        return std::move(m_out);
    }

private:
    [[nodiscard]] std::string_view cell(const CsvRow& row, ColumnMeaning meaning) const {
        const std::size_t columns = std::min(m_mapping.size(), row.cells.size());
        for (std::size_t column = 0; column < columns; ++column) {
            if (m_mapping[column] != meaning) continue;
            if (is_of_buyer(column) && !is_buyer(row)) continue;
            if (const auto text = unguarded(row.cells[column]); !text.empty()) return text;
        }
        return {};
    }

    /// What stands in a cell, without the apostrophe that keeps a spreadsheet from calculating it.
    [[nodiscard]] static std::string_view unguarded(std::string_view cell) {
        cell = base::trimmed(cell);
        const bool guarded = cell.size() > 1 && cell[0] == '\'' && std::string_view("=+-@").find(cell[1]) != cell.npos;
        return guarded ? cell.substr(1) : cell;
    }

    /// Whether a column was understood as the buyer's address or telephone, and the mapping agrees.
    [[nodiscard]] bool is_of_buyer(std::size_t column) const {
        if (column >= m_file.columns.size() || !m_file.columns[column].of_buyer) return false;
        return m_mapping[column] == m_file.columns[column].meaning;
    }

    /// Whether the person of a line is who paid, as far as the line tells.
    [[nodiscard]] bool is_buyer(const CsvRow& row) const {
        std::string buyer;
        for (const std::size_t column : m_file.buyer_names)
            if (column < row.cells.size()) buyer.append(" ").append(row.cells[column]);
        std::string person(cell(row, ColumnMeaning::full_name));
        if (person.empty())
            person.append(cell(row, ColumnMeaning::first_name)).append(" ").append(cell(row, ColumnMeaning::last_name));
        buyer = plain_words(buyer);
        return buyer.empty() || may_be_one(buyer, plain_words(person));
    }

    [[nodiscard]] std::string notes(const CsvRow& row) const {
        std::string out;
        for (std::size_t column = 0; column < std::min(m_mapping.size(), row.cells.size()); ++column) {
            const auto text = unguarded(row.cells[column]);
            if (m_mapping[column] != ColumnMeaning::note || text.empty()) continue;
            if (!out.empty()) out += '\n';
            out += text;
        }
        return out;
    }

    [[nodiscard]] bool says_no(const CsvRow& row) const {
        bool no = false;
        for (std::size_t column = 0; column < std::min(m_mapping.size(), row.cells.size()); ++column) {
            if (m_mapping[column] != ColumnMeaning::answer || base::trimmed(row.cells[column]).empty()) continue;
            if (answer_named(row.cells[column]) != Answer::no) return false;
            no = true;
        }
        return no;
    }

    /// Lists that were pasted together repeat their headings.
    [[nodiscard]] bool repeats_headings(const CsvRow& row) const {
        if (m_file.header_lines == 0) return false;
        for (std::size_t column = 0; column < m_file.columns.size(); ++column) {
            const auto text = column < row.cells.size() ? base::trimmed(row.cells[column]) : std::string_view{};
            if (text != m_file.columns[column].header) return false;
        }
        return true;
    }

    void leave_out(const CsvRow& row, WhyLeftOut why, std::string detail) {
        m_out.left_out.push_back({.line = row.line, .why = why, .detail = std::move(detail)});
    }

    void remark(const CsvRow& row, Remark remark, std::string_view detail, int other_line = 0) {
        m_out.remarks.push_back(
            {.line = row.line, .remark = remark, .detail = shortened(detail), .other_line = other_line});
    }

    /// `next` is the line on which the next row begins.
    void take(const CsvRow& row, int next) {
        if (row.quotes == Quotes::open)
            return leave_out(row, quotes_in(row) % 2 == 0 ? WhyLeftOut::stray_quote : WhyLeftOut::open_quote,
                             as_line(row, sign_of(m_file.separator)));
        if (repeats_headings(row) || is_headings(row))
            return leave_out(row, WhyLeftOut::headings, as_line(row, sign_of(m_file.separator)));
        ListedPerson person{.line = row.line,
                            .full_name = tidy(cell(row, ColumnMeaning::full_name)),
                            .first_name = tidy(cell(row, ColumnMeaning::first_name)),
                            .last_name = tidy(cell(row, ColumnMeaning::last_name)),
                            .organisation = tidy(cell(row, ColumnMeaning::organisation)),
                            .place = tidy(cell(row, ColumnMeaning::place)),
                            .phone = tidy(several_in(cell(row, ColumnMeaning::phone)).first),
                            .note = notes(row)};
        std::string address; // in the place of a name
        for (std::string* name : {&person.full_name, &person.first_name, &person.last_name}) {
            if (!is_email(*name)) continue;
            address = *name;
            *name = name_in_address(address);
        }
        if (person.full_name.empty()) {
            person.full_name = person.first_name;
            if (!person.first_name.empty() && !person.last_name.empty()) person.full_name += ' ';
            person.full_name += person.last_name;
        }
        const bool nobody = person.full_name.empty();
        if (nobody && person.organisation.empty())
            return leave_out(row, WhyLeftOut::no_name, as_line(row, sign_of(m_file.separator)));
        for (const auto* name : {&person.full_name, &person.organisation})
            if (base::length(*name) > longest_listed_name)
                return leave_out(row, WhyLeftOut::name_too_long, shortened(*name));
        if (says_no(row)) return leave_out(row, WhyLeftOut::said_no, person.full_name);
        read_words(row, person);
        if (!address.empty()) {
            remark(row, Remark::address_as_name, person.full_name);
            if (person.email.empty()) person.email = address;
        }
        if (m_headed > 0 && row.cells.size() > m_headed)
            if (CsvRow extra{.cells = {row.cells.begin() + static_cast<std::ptrdiff_t>(m_headed), row.cells.end()}};
                !is_blank(extra))
                remark(row, Remark::extra_cells, as_line(extra, sign_of(m_file.separator)));
        const auto& who = nobody ? person.organisation : person.full_name;
        if (touches(m_file.foreign_lines, row.line, next)) remark(row, Remark::foreign_encoding, who);
        if (touches(m_file.control_lines, row.line, next)) remark(row, Remark::control_signs, who);
        if (!nobody) return put(row, std::move(person));
        remark(row, Remark::nobody_named, person.organisation);
        m_out.organisations.push_back(std::move(person));
    }

    void read_words(const CsvRow& row, ListedPerson& person) {
        if (const auto text = cell(row, ColumnMeaning::email); !text.empty()) {
            const Several emails = several_in(text);
            if (is_email(emails.first)) {
                person.email = emails.first;
                if (!emails.others.empty()) remark(row, Remark::more_contacts, emails.others);
            } else
                remark(row, Remark::not_an_email, text);
        }
        if (const Several phones = several_in(cell(row, ColumnMeaning::phone)); !phones.others.empty())
            remark(row, Remark::more_contacts, phones.others);
        if (const auto text = cell(row, ColumnMeaning::kind); !text.empty()) {
            person.kind = kind_named(text);
            if (!person.kind) remark(row, Remark::unknown_kind, text);
        }
        if (const auto text = cell(row, ColumnMeaning::status); is_cancelled(text)) {
            person.cancelled = true;
            remark(row, Remark::cancelled, person.full_name + ", " + std::string(text));
        }
        auto text = cell(row, ColumnMeaning::role);
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(",;/+&|\n"), text.size());
            const auto word = base::trimmed(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
            if (word.empty() || is_plain_participant(word)) continue;
            const auto role = role_named(word);
            if (!role)
                remark(row, Remark::unknown_role, word);
            else if (std::find(person.roles.begin(), person.roles.end(), *role) == person.roles.end())
                person.roles.push_back(*role);
        }
    }

    void put(const CsvRow& row, ListedPerson person) {
        const std::string name = person.full_name;
        const std::string email = person.email;
        const auto put = m_merger.put(std::move(person));
        if (put.merged) remark(row, Remark::merged, name, put.other_line);
        if (!put.merged && put.other_line > 0) remark(row, Remark::shared_email, email, put.other_line);
    }

    const PeopleFile& m_file;
    std::span<const ColumnMeaning> m_mapping;
    std::size_t m_headed = 0; ///< columns up to the last that has a heading
    PeopleMerger m_merger;
    PeopleRead m_out;
};

} // namespace

CsvResult<PeopleFile> open_people_file(std::string_view bytes, const OpeningChoices& choices) {
    auto table = read_csv(bytes, choices.separator);
    if (!table) return tl::unexpected<CsvError>(std::move(table.error()));
    auto layout = layout_of(table->rows, choices.header_lines);
    PeopleFile out{.encoding = table->encoding,
                   .separator = table->separator,
                   .shape = layout.shape,
                   .header_lines = layout.header_lines,
                   .columns = std::move(layout.columns),
                   .buyer_names = std::move(layout.buyer_names),
                   .rows = std::move(table->rows),
                   .foreign_lines = std::move(table->foreign_lines),
                   .control_lines = std::move(table->control_lines)};
    out.rows.erase(out.rows.begin(), out.rows.begin() + static_cast<std::ptrdiff_t>(out.header_lines));
    return out;
}

std::vector<ColumnMeaning> meanings_of(const PeopleFile& file) {
    std::vector<ColumnMeaning> out;
    out.reserve(file.columns.size());
    for (const auto& column : file.columns) out.push_back(column.meaning);
    return out;
}

PeopleRead read_people(const PeopleFile& file, std::span<const ColumnMeaning> mapping) {
    return Reader(file, mapping).read();
}

} // namespace ronde::store
