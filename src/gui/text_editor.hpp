#pragma once
// The text of a field being edited: cursor, selection, undo of the typing. Pure: no drawing, no keys, no clipboard.
// Positions count code points. Used by the kit's fields.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::gui {

enum class Extend { no, yes }; ///< whether a move takes the selection along

class TextEditor {
public:
    TextEditor() = default;
    /// Starts with the cursor at the end and nothing to undo.
    explicit TextEditor(std::string_view utf8);

    [[nodiscard]] const std::u32string& text() const { return m_text; }
    [[nodiscard]] std::string utf8() const { return utf8(0, m_text.size()); }
    [[nodiscard]] std::string utf8(std::size_t begin, std::size_t end) const;
    [[nodiscard]] std::size_t cursor() const { return m_cursor; }
    [[nodiscard]] std::size_t selection_begin() const { return m_cursor < m_anchor ? m_cursor : m_anchor; }
    [[nodiscard]] std::size_t selection_end() const { return m_cursor < m_anchor ? m_anchor : m_cursor; }
    [[nodiscard]] bool has_selection() const { return m_cursor != m_anchor; }

    void insert(std::u32string_view what);    ///< replaces the selection
    void erase_back_to(std::size_t position); ///< the selection, else what lies between there and the cursor
    void erase_up_to(std::size_t position);
    void move_to(std::size_t position, Extend extend);
    void select_all();
    void select_word_at(std::size_t position);

    [[nodiscard]] std::size_t before(std::size_t position) const; ///< one character (with its marks) back
    [[nodiscard]] std::size_t after(std::size_t position) const;
    [[nodiscard]] std::size_t word_before(std::size_t position) const;
    [[nodiscard]] std::size_t word_after(std::size_t position) const;

    [[nodiscard]] bool can_undo() const { return !m_done.empty(); }
    void undo();
    void redo();

private:
    enum class Edit { none, typing, erasing, other };
    struct State {
        std::u32string text;
        std::size_t cursor = 0;
    };
    void remember(Edit edit);
    void replace(std::size_t begin, std::size_t end, std::u32string_view what);

    std::u32string m_text;
    std::size_t m_cursor = 0;
    std::size_t m_anchor = 0;
    std::vector<State> m_done;
    std::vector<State> m_undone;
    Edit m_last = Edit::none;
};

} // namespace ronde::gui
