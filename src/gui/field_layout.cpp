#include "gui/field_layout.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::gui {

FieldLayout::FieldLayout(Canvas& canvas, Face face, float px, std::u32string_view text, float width) {
    std::string utf8;
    for (const char32_t c : text) base::append_utf8(utf8, c);
    m_block = lay_out(canvas, face, px, utf8, width);
    px = m_block.px;

    // Rows are the block's lines with the white space that hangs at their ends; offsets become positions.
    std::size_t at = 0;
    std::size_t position = 0;
    for (std::size_t i = 0; i < m_block.lines.size(); ++i) {
        const std::size_t stop = i + 1 < m_block.lines.size() ? m_block.lines[i + 1].begin : m_block.text.size();
        Row row{.begin = position, .end = position, .x = {0.0F}};
        char32_t before = 0;
        while (at < stop) {
            const char32_t c = base::next_code_point(m_block.text, at);
            const float advance = c == '\n' ? 0 : canvas.fonts.advance(face, px, before, c);
            row.x.push_back(row.x.back() + advance);
            row.hard = c == '\n';
            before = c;
            ++position;
        }
        row.end = position;
        m_rows.push_back(std::move(row));
    }
}

float FieldLayout::width() const {
    float widest = 0;
    for (const Row& row : m_rows) widest = std::max(widest, row.x.back());
    return widest;
}

std::size_t FieldLayout::row_of(std::size_t position) const {
    std::size_t row = 0;
    while (row + 1 < m_rows.size() && position >= m_rows[row + 1].begin) ++row;
    return row;
}

Point FieldLayout::place_of(std::size_t position) const {
    const std::size_t index = row_of(position);
    const Row& row = m_rows[index];
    const std::size_t in_row = std::min(position - row.begin, row.x.size() - 1);
    return {row.x[in_row], static_cast<float>(index) * line_height()};
}

std::size_t FieldLayout::position_in(const Row& row, float x) const {
    std::size_t best = 0;
    for (std::size_t i = 1; i < row.x.size(); ++i)
        if (std::abs(row.x[i] - x) < std::abs(row.x[best] - x)) best = i;
    // After a row's last character stands the next row's cursor: one stays on this row.
    const bool last = &row == &m_rows.back();
    if (!last && best + 1 == row.x.size() && best > 0) --best;
    return row.begin + best;
}

std::size_t FieldLayout::position_at(Point point) const {
    const float row = std::clamp(std::floor(point.y / line_height()), 0.0F, static_cast<float>(m_rows.size() - 1));
    return position_in(m_rows[static_cast<std::size_t>(row)], point.x);
}

std::size_t FieldLayout::row_begin(std::size_t position) const {
    return m_rows[row_of(position)].begin;
}

std::size_t FieldLayout::row_end(std::size_t position) const {
    const std::size_t index = row_of(position);
    const Row& row = m_rows[index];
    return index + 1 < m_rows.size() && row.end > row.begin ? row.end - 1 : row.end;
}

bool FieldLayout::has_row_beside(std::size_t position, int by) const {
    const auto row = static_cast<std::ptrdiff_t>(row_of(position)) + by;
    return row >= 0 && row < static_cast<std::ptrdiff_t>(m_rows.size());
}

std::size_t FieldLayout::beside(std::size_t position, int by, float x) const {
    const auto row = static_cast<std::ptrdiff_t>(row_of(position)) + by;
    return position_in(m_rows[static_cast<std::size_t>(row)], x);
}

std::vector<Rect> FieldLayout::rects_of(std::size_t begin, std::size_t end) const {
    std::vector<Rect> rects;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const Row& row = m_rows[i];
        const std::size_t from = std::max(begin, row.begin);
        const std::size_t to = std::min(end, row.end);
        if (from >= to) continue;
        const float left = row.x[from - row.begin];
        const float right = row.x[to - row.begin] + (row.hard && to == row.end ? line_height() * 0.3F : 0);
        rects.push_back({left, static_cast<float>(i) * line_height(), right - left, line_height()});
    }
    return rects;
}

float top_of_rows(const Rect& view, float height, float line_height) {
    // Where a second row would fit beside what is there, the text begins at the top, as in a letter.
    const bool letter = view.h >= line_height * 3;
    return letter || height > view.h ? view.y + (letter ? line_height * 0.3F : 0)
                                     : std::round(view.y + (view.h - height) / 2);
}

float FieldLayout::top_in(const Rect& view) const {
    return top_of_rows(view, height(), line_height());
}

} // namespace ronde::gui
