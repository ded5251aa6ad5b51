#pragma once
// Where each character of a field's text stands: rows, cursor places, what lies under the mouse. Coordinates count from
// the top left of the first row. Internal to the kit; main thread.

#include "gui/canvas.hpp"

#include <string_view>
#include <vector>

namespace ronde::gui {

class FieldLayout {
public:
    /// `width` 0: one row, however long.
    FieldLayout(Canvas& canvas, Face face, float px, std::u32string_view text, float width);

    [[nodiscard]] const TextBlock& block() const { return m_block; }
    [[nodiscard]] float line_height() const { return m_block.line_height; }
    [[nodiscard]] float height() const { return m_block.height; }
    [[nodiscard]] float width() const;

    [[nodiscard]] Point place_of(std::size_t position) const; ///< top of the cursor before that character
    [[nodiscard]] std::size_t position_at(Point point) const;
    [[nodiscard]] std::size_t row_begin(std::size_t position) const;
    [[nodiscard]] std::size_t row_end(std::size_t position) const; ///< before the line's end, where one is
    [[nodiscard]] bool has_row_beside(std::size_t position, int by) const;
    [[nodiscard]] std::size_t beside(std::size_t position, int by, float x) const;
    [[nodiscard]] std::vector<Rect> rects_of(std::size_t begin, std::size_t end) const;

    /// Where the first row's top lies in a view: few rows are centred, many begin at its top.
    [[nodiscard]] float top_in(const Rect& view) const;

private:
    struct Row {
        std::size_t begin = 0;
        std::size_t end = 0;    ///< where the next row begins
        std::vector<float> x{}; ///< before each character and after the last
        bool hard = false;      ///< ends with a line's end
    };
    [[nodiscard]] std::size_t row_of(std::size_t position) const;
    [[nodiscard]] std::size_t position_in(const Row& row, float x) const;

    TextBlock m_block;
    std::vector<Row> m_rows;
};

/// See FieldLayout::top_in.
[[nodiscard]] float top_of_rows(const Rect& view, float height, float line_height);

} // namespace ronde::gui
