#pragma once
// CSV files of other programs, read and written: encoding and separator sniffed, each row with its place in the file.
// libcsv takes the lines apart (csv_parser.cpp); people_file.hpp says what the columns mean. A damaged line costs that
// line and no other. Pure; any thread.

#include "base/encoding.hpp"
#include "base/names.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

enum class Separator { semicolon, comma, tab };
constexpr auto names_of(Separator) {
    return std::to_array<base::Name<Separator>>(
        {{Separator::semicolon, "semicolon"}, {Separator::comma, "comma"}, {Separator::tab, "tab"}});
}
[[nodiscard]] char sign_of(Separator separator);

/// Why a file was refused, so that the windows can say it in the person's language.
enum class CsvTrouble {
    empty,       ///< nothing, or white space alone
    spreadsheet, ///< a workbook (.xlsx, .xls, .ods) rather than a CSV that was saved from it
    binary,      ///< no text: a picture, a program…
    too_large,   ///< more than `longest_csv`
};
constexpr auto names_of(CsvTrouble) {
    return std::to_array<base::Name<CsvTrouble>>({{CsvTrouble::empty, "empty"},
                                                  {CsvTrouble::spreadsheet, "spreadsheet"},
                                                  {CsvTrouble::binary, "binary"},
                                                  {CsvTrouble::too_large, "too_large"}});
}

struct CsvError {
    CsvTrouble trouble = CsvTrouble::empty;
    base::Error error{}; ///< Fault::input; without the file's name, which the caller knows

    friend bool operator==(const CsvError&, const CsvError&) = default;
};

template <class T>
using CsvResult = tl::expected<T, CsvError>;

/// In bytes; a hundred thousand people take ten megabytes.
inline constexpr std::size_t longest_csv = std::size_t{64} << 20U;

/// Lines that a row may take by line ends inside its quotes. A quote that is still open then was never closed.
inline constexpr int longest_row = 500;

enum class Quotes {
    closed,
    open, ///< a quote was opened and never closed: the row is this one line, taken apart as if there were no quotes
};

struct CsvRow {
    int line = 0; ///< where it begins in the file, from 1
    std::vector<std::string> cells{};
    Quotes quotes = Quotes::closed;

    friend bool operator==(const CsvRow&, const CsvRow&) = default;
};

struct CsvTable {
    base::Encoding encoding = base::Encoding::utf8;
    Separator separator = Separator::semicolon;
    std::vector<CsvRow> rows{};       ///< in the file's order; blank lines make none; not all need be of one width
    std::vector<int> foreign_lines{}; ///< see base::DecodedText
    std::vector<int> control_lines{}; ///< from which control characters were taken out, by number

    friend bool operator==(const CsvTable&, const CsvTable&) = default;
};

/// Reads a whole file. The separator is the one that is given, else the one that a first line `sep=;` names, else the
/// one that parts the first rows most evenly. Cells are valid UTF-8 without control characters but those of white
/// space; white space around a cell that has no quotes is left out. Of a row with line ends inside quotes that is not
/// as wide as the others, while one of its lines alone is, the quote counts as never closed.
[[nodiscard]] CsvResult<CsvTable> read_csv(std::string_view bytes, std::optional<Separator> separator = std::nullopt);

/// A file that spreadsheets open by a double click: UTF-8 with BOM, CRLF, quotes where they are needed. Cells are made
/// `harmless`; a row without a cell is written as one with an empty one.
[[nodiscard]] std::string write_csv(std::span<const std::vector<std::string>> rows, Separator separator);

/// French spreadsheets expect `;`, as the comma is their decimal sign; `fr` is such a language, `en` is not.
[[nodiscard]] Separator usual_separator(std::string_view language);

/// A cell that a spreadsheet would take for a formula (first sign `=`, `+`, `-`, `@`, tab or CR) with an apostrophe
/// before it; any other as it is. After OWASP, "CSV Injection". Reading leaves the apostrophe where it is.
[[nodiscard]] std::string harmless(std::string_view cell);

} // namespace ronde::store
