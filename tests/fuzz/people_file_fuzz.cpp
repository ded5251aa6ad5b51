// Any bytes as a people's list: every line is accounted for, and what is written of it is read again as it is.
#include "base/text.hpp"
#include "store/people_file.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace ronde;
using namespace ronde::store;
using Cells = std::vector<std::string>;

void require(bool good, const char* what) {
    if (good) return;
    std::fprintf(stderr, "people_file_fuzz: %s\n", what);
    std::abort();
}

bool is_blank(const CsvRow& row) {
    return std::all_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return base::trimmed(cell).empty(); });
}

void account_for(const PeopleFile& file, const std::vector<ColumnMeaning>& mapping) {
    const auto read = read_people(file, mapping);
    std::size_t found = read.people.size() + read.organisations.size() + read.left_out.size();
    for (const auto& remark : read.remarks) {
        require(base::is_utf8(remark.detail), "a remark is not UTF-8");
        if (remark.remark == Remark::merged) ++found;
    }
    const auto blank = static_cast<std::size_t>(std::count_if(file.rows.begin(), file.rows.end(), is_blank));
    require(found == file.rows.size() - blank, "a line is lost, or counted twice");
    for (const auto& person : read.people) {
        require(!person.full_name.empty() && base::is_utf8(person.full_name), "a person without a name");
        require(person.line > 0, "a person without a line");
    }
}

/// The rows as a table: all of one width.
void write_and_read(const PeopleFile& file) {
    std::size_t width = 1;
    for (const auto& row : file.rows) width = std::max(width, row.cells.size());
    if (width > 64 || file.rows.empty()) return;
    std::vector<Cells> table;
    bool any = false;
    for (const auto& row : file.rows) {
        auto& cells = table.emplace_back(row.cells);
        cells.resize(width);
        for (auto& cell : cells) {
            if (std::count(cell.begin(), cell.end(), '\n') + std::count(cell.begin(), cell.end(), '\r') > 100) return;
            cell = harmless(cell);
            any = any || !base::trimmed(cell).empty();
        }
    }
    if (!any) return;
    const auto again = read_csv(write_csv(table, file.separator), file.separator);
    if (!again) return require(again.error().trouble == CsvTrouble::binary, "what was written is refused");
    require(again->rows.size() == table.size(), "what was written has other rows");
    for (std::size_t i = 0; i < table.size(); ++i) {
        for (auto& cell : table[i]) cell = harmless(cell);
        require(again->rows[i].cells == table[i], "what was written changes when it is read");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(data, data + size);
    const auto file = open_people_file(bytes);
    if (!file) {
        require(!file.error().error.message.empty(), "a refusal without a word");
        return 0;
    }
    int line = 0;
    for (const auto& row : file->rows) {
        require(row.line > line, "lines go backwards");
        line = row.line;
        for (const auto& cell : row.cells) require(base::is_utf8(cell), "a cell is not UTF-8");
    }
    account_for(*file, meanings_of(*file));
    // As a person may set it: the columns in turn mean everything there is.
    std::vector<ColumnMeaning> mapping;
    for (std::size_t column = 0; column < file->columns.size(); ++column)
        mapping.push_back(names_of(ColumnMeaning{})[(column + 1) % names_of(ColumnMeaning{}).size()].value);
    account_for(*file, mapping);
    write_and_read(*file);
    return 0;
}
