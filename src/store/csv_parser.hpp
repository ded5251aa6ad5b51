#pragma once
// libcsv's parser, fed line by line, so that a row's place is known and a damaged line harms no other. Internal to
// `store`: csv.hpp is the door. One thread at a time.

#include "store/csv.hpp"

#include <csv.h>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// Takes single rows out of a text. Neither copied nor moved: libcsv holds its buffer.
class CsvParser {
public:
    explicit CsvParser(Separator separator);
    ~CsvParser();
    CsvParser(const CsvParser&) = delete;
    CsvParser& operator=(const CsvParser&) = delete;

    struct Row {
        CsvRow row{};         ///< without its line
        std::size_t size = 0; ///< bytes of the text that it took, line ends included
        int lines = 0;
    };
    /// The row at the start of `text`, whose quotes are sound and closed within `longest_row` lines. None: they are
    /// not. A blank line gives a row without cells.
    [[nodiscard]] std::optional<Row> row(std::string_view text);

    /// The row that the first line of `text` makes by itself, whatever its quotes.
    [[nodiscard]] Row line(std::string_view text);

private:
    enum class Manner { strict, lenient };
    enum class State { row_ended, blank, in_quotes, failed };
    void begin(Manner manner);
    [[nodiscard]] State feed(std::string_view line);
    [[nodiscard]] State feed_only(std::string_view line, Manner manner);

    csv_parser m_parser{};
    std::vector<std::string> m_cells;
    bool m_row_ended = false;
};

/// Bytes of the first line, its end included.
[[nodiscard]] std::size_t line_size(std::string_view text);

} // namespace ronde::store
