#include "store/csv.hpp"

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "support/encoded.hpp"

#include <algorithm>
#include <rapidcheck.h>

using namespace ronde;
using namespace ronde::store;
using namespace std::string_literals;
using base::Encoding;
using Cells = std::vector<std::string>;
using Table = std::vector<Cells>;

namespace {

std::vector<CsvRow> rows_of(std::string_view bytes) {
    const auto read = read_csv(bytes);
    REQUIRE(read.has_value());
    return read->rows;
}

Table cells_of(const std::vector<CsvRow>& rows) {
    Table out;
    for (const auto& row : rows) out.push_back(row.cells);
    return out;
}

CsvTrouble trouble_with(std::string_view bytes) {
    const auto read = read_csv(bytes);
    REQUIRE_FALSE(read.has_value());
    CHECK(read.error().error.fault == base::Fault::input);
    CHECK(read.error().error.message.size() > 20);
    return read.error().trouble;
}

/// Tables as wide in each row, of cells that test quotes, separators, line ends, formulas and spaces.
rc::Gen<Table> any_table() {
    static const Cells parts = {"a",    "Zoé", "œ", " ",   "\"", ";",  ",",     "\t", "\n",
                                "\r\n", "\r",  "=", "+33", "-",  "@x", "sep=;", "'"};
    const auto cell = rc::gen::map(rc::gen::container<Cells>(rc::gen::elementOf(parts)), [](const Cells& picked) {
        std::string out;
        for (const auto& part : picked) out += part;
        return out;
    });
    return rc::gen::mapcat(rc::gen::inRange<std::size_t>(1, 6), [cell](std::size_t width) {
        return rc::gen::nonEmpty(rc::gen::container<Table>(rc::gen::container<Cells>(width, cell)));
    });
}

} // namespace

TEST_CASE("csv: the separator is the one that parts the lines evenly") {
    const auto separator = [](std::string_view bytes) { return read_csv(bytes)->separator; };
    CHECK(separator("Nom;Structure\nDurand;Le Lieu, Céret\nMartin;Ici\n") == Separator::semicolon);
    CHECK(separator("First Name,Last Name,Email\nAnn,Lee,a@b.org\n") == Separator::comma);
    CHECK(separator("Nom\tVille\nDurand\tCéret; Prats\nMartin\tElne, Bages\n") == Separator::tab);
    CHECK(separator("Nom\nDurand\nMartin\n") == Separator::semicolon);
}

TEST_CASE("csv: separators inside quotes do not count") {
    const auto read = read_csv("Nom,Notes\nDurand,\"a;b;c\"\nMartin,\"d;e;f\"\n");
    CHECK(read->separator == Separator::comma);
    CHECK(cells_of(read->rows) == Table{{"Nom", "Notes"}, {"Durand", "a;b;c"}, {"Martin", "d;e;f"}});
}

TEST_CASE("csv: commas in every line of a list with semicolons do not mislead") {
    CHECK(read_csv("Nom;Adresse\nDurand;1, rue A, Céret\nMartin;2, rue B, Elne\n")->separator == Separator::semicolon);
}

TEST_CASE("csv: a first line for Excel names the separator and is no row") {
    const auto read = read_csv("sep=,\r\nNom;Structure,Ville\r\n");
    CHECK(read->separator == Separator::comma);
    CHECK(read->rows == std::vector<CsvRow>{{.line = 2, .cells = {"Nom;Structure", "Ville"}}});
}

TEST_CASE("csv: a separator that is given wins") {
    CHECK(read_csv("a;b,c\n", Separator::comma)->rows.front().cells == Cells{"a;b", "c"});
}

TEST_CASE("csv: rows say on which line of the file they begin") {
    const auto rows = rows_of("Nom;Note\r\n\r\nDurand;\"une\r\ndeux\r\ntrois\"\r\nMartin;\"x\"\r\n");
    CHECK(rows == std::vector<CsvRow>{{.line = 1, .cells = {"Nom", "Note"}},
                                      {.line = 3, .cells = {"Durand", "une\r\ndeux\r\ntrois"}},
                                      {.line = 6, .cells = {"Martin", "x"}}});
}

TEST_CASE("csv: LF, CRLF and CR end a line, and the last may have no end") {
    const Table wanted = {{"a", "b"}, {"c", "d"}};
    for (const std::string end : {"\n", "\r\n", "\r"}) CHECK(cells_of(rows_of("a;b" + end + "c;d")) == wanted);
    CHECK(cells_of(rows_of("a;b\nc;\"d\"")) == wanted);
}

TEST_CASE("csv: empty cells count, blank lines do not, quotes inside a cell stay") {
    CHECK(cells_of(rows_of("a;;c\n;;\n\n  \nL'ami \"Bob\";x;y\n\"dit \"\"Bob\"\"\";;\n")) ==
          Table{{"a", "", "c"}, {"", "", ""}, {"L'ami \"Bob\"", "x", "y"}, {"dit \"Bob\"", "", ""}});
}

TEST_CASE("csv: a quote that is never closed costs its line and no other") {
    const auto rows = rows_of("Nom;Structure\nDurand;\"Le Lieu\nMartin;Ici\nPetit;\"Là-bas\"\nRoux;\"fin\n");
    REQUIRE(rows.size() == 5);
    CHECK(rows[1] == CsvRow{.line = 2, .cells = {"Durand", "\"Le Lieu"}, .quotes = Quotes::open});
    CHECK(rows[2] == CsvRow{.line = 3, .cells = {"Martin", "Ici"}});
    CHECK(rows[3] == CsvRow{.line = 4, .cells = {"Petit", "Là-bas"}});
    CHECK(rows[4].quotes == Quotes::open);
}

TEST_CASE("csv: a quote that closes on another line's does not swallow what lies between") {
    const auto rows = rows_of("a;b;c\nd;e;f\ng;\"h;i\nj;k;l\nm;n\"\np;q;r\n");
    REQUIRE(rows.size() == 6);
    CHECK(rows[2].quotes == Quotes::open);
    CHECK(rows[3] == CsvRow{.line = 4, .cells = {"j", "k", "l"}});
    CHECK(rows[5] == CsvRow{.line = 6, .cells = {"p", "q", "r"}});
}

TEST_CASE("csv: a row may go over many lines, but not over any number") {
    const auto long_row = [](int lines) {
        std::string out = "a;\"";
        for (int i = 1; i < lines; ++i) out += "x\n";
        return out + "\"\n";
    };
    CHECK(rows_of("h;i\n" + long_row(longest_row)).size() == 2);
    CHECK(rows_of("h;i\n" + long_row(longest_row + 1))[1].quotes == Quotes::open);
}

TEST_CASE("csv: what is no list is refused with a sentence") {
    CHECK(trouble_with("") == CsvTrouble::empty);
    CHECK(trouble_with("\xEF\xBB\xBF\r\n  \r\n") == CsvTrouble::empty);
    CHECK(trouble_with("PK\x03\x04\x14\x00\x06\x00"s) == CsvTrouble::spreadsheet);
    CHECK(trouble_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s) == CsvTrouble::spreadsheet);
    CHECK(trouble_with("\x89PNG\r\n\x1A\n\x00\x00\x00\rIHDR"s) == CsvTrouble::binary);
    CHECK(trouble_with("\x7F"
                       "ELF\x02\x01\x01\x00"s) == CsvTrouble::binary);
    CHECK(trouble_with(std::string(longest_csv + 1, 'a')) == CsvTrouble::too_large);
}

TEST_CASE("csv: control characters cost nobody their line, and their lines are told") {
    std::string list = "Nom;Prénom\r\n";
    for (int i = 0; i < 200; ++i) list += "Dupont;Jean\r\n";
    const auto table = read_csv(list + "Du\0pont;J\x1B[31mean\r\nRou\x7Fx;\xC2\x9B"
                                       "Anne\tB\r\n"s);
    REQUIRE(table);
    REQUIRE(table->rows.size() == 203);
    CHECK(table->rows[201].cells == std::vector<std::string>{"Dupont", "J[31mean"});
    CHECK(table->rows[202].cells == std::vector<std::string>{"Roux", "Anne\tB"});
    CHECK(table->control_lines == std::vector<int>{202, 203});
    CHECK(read_csv("Nom;Prénom\nDupont;Je\x01"
                   "an\n"s));
    const auto two = read_csv("Nom;Pr\0nom\nDu\0pont;Jean\n"s);
    REQUIRE(two);
    CHECK(two->rows[1].cells == std::vector<std::string>{"Dupont", "Jean"});
    CHECK(trouble_with("Nom;\0\0\0\0\0\0\0\0"s) == CsvTrouble::binary);
}

TEST_CASE("csv: what is written is what French and English spreadsheets open") {
    const Table table = {{"Nom", "Structure", "Note"}, {"Zoé", "A; B", "dit \"oui\""}, {"", "", ""}};
    CHECK(usual_separator("fr") == Separator::semicolon);
    CHECK(usual_separator("en") == Separator::comma);
    CHECK(write_csv(table, Separator::semicolon) ==
          "\xEF\xBB\xBFNom;Structure;Note\r\nZoé;\"A; B\";\"dit \"\"oui\"\"\"\r\n;;\r\n");
    CHECK(write_csv(table, Separator::comma) ==
          "\xEF\xBB\xBFNom,Structure,Note\r\nZoé,\"A; B\",\"dit \"\"oui\"\"\"\r\n,,\r\n");
}

TEST_CASE("csv: a cell that a spreadsheet would calculate is made harmless, and reading leaves it so") {
    CHECK(harmless("=1+1") == "'=1+1");
    CHECK(harmless("+33 4") == "'+33 4");
    CHECK(harmless("-5") == "'-5");
    CHECK(harmless("@SUM(A1)") == "'@SUM(A1)");
    CHECK(harmless("\tx") == "'\tx");
    CHECK(harmless("\rx") == "'\rx");
    CHECK(harmless("a=1") == "a=1");
    CHECK(harmless("") == "");
    CHECK(cells_of(rows_of(write_csv(Table{{"=1", "'=1"}}, Separator::comma))) == Table{{"'=1", "'=1"}});
}

TEST_CASE("csv: what was written is read again as it is, the separator too") {
    CHECK(rc::check([](bool comma) {
        const auto separator = comma ? Separator::comma : Separator::semicolon;
        auto table = *any_table();
        const auto bytes = write_csv(table, separator);
        for (auto& row : table)
            for (auto& cell : row) cell = harmless(cell);
        const bool blank = std::all_of(table.begin(), table.end(), [](const Cells& row) {
            return row.size() == 1 && base::trimmed(row.front()).empty();
        });
        RC_PRE(!blank || bytes.find('"') != std::string::npos);
        const auto read = read_csv(bytes);
        RC_ASSERT(read.has_value());
        RC_ASSERT(read->encoding == Encoding::utf8_bom);
        RC_ASSERT(cells_of(read->rows) == table);
        if (table.front().size() > 1) RC_ASSERT(read->separator == separator);
    }));
}

TEST_CASE("csv: rows keep the file's order and lines, whatever the bytes") {
    CHECK(rc::check([] {
        static const Cells parts = {"a", "é", "\"", ";", ",", "\t", "\n", "\r\n", "\r", " ", "\xE9", "\x1A", "sep=;"};
        const auto picked = *rc::gen::container<Cells>(rc::gen::elementOf(parts));
        std::string bytes;
        for (const auto& part : picked) bytes += part;
        const auto read = read_csv(bytes);
        if (!read) return;
        int line = 0;
        for (const auto& row : read->rows) {
            RC_ASSERT(row.line > line);
            line = row.line;
            RC_ASSERT(!row.cells.empty());
            for (const auto& cell : row.cells) RC_ASSERT(base::is_utf8(cell));
        }
    }));
}
