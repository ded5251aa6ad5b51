#include "gui/text_editor.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace ronde::gui {

namespace {

constexpr std::size_t undo_depth = 100;

std::u32string decoded(std::string_view utf8) {
    std::u32string out;
    out.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) out += base::next_code_point(utf8, at);
    return out;
}

/// Characters that belong to the one before: combining marks, variation selectors, skin tones, the joiner.
bool joins_before(char32_t c) {
    return (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF) || c == 0x200D;
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x202F || c == 0x2009;
}

bool is_sign(char32_t c) {
    constexpr std::u32string_view signs = U".,;:!?()[]{}\"'’«»“”-–—/…";
    return signs.find(c) != std::u32string_view::npos;
}

} // namespace

TextEditor::TextEditor(std::string_view utf8)
    : m_text(decoded(utf8)), m_cursor(m_text.size()), m_anchor(m_text.size()) {}

std::string TextEditor::utf8(std::size_t begin, std::size_t end) const {
    std::string out;
    for (std::size_t i = begin; i < end; ++i) base::append_utf8(out, m_text[i]);
    return out;
}

void TextEditor::remember(Edit edit) {
    m_undone.clear();
    const bool goes_on = edit == m_last && edit != Edit::other && !m_done.empty();
    m_last = edit;
    if (goes_on) return;
    if (m_done.size() == undo_depth) m_done.erase(m_done.begin());
    m_done.push_back({m_text, m_cursor});
}

void TextEditor::replace(std::size_t begin, std::size_t end, std::u32string_view what) {
    m_text.replace(begin, end - begin, what);
    m_cursor = m_anchor = begin + what.size();
}

void TextEditor::insert(std::u32string_view what) {
    if (what.empty()) return;
    // A word is undone at a time: what follows a space begins a new one.
    const bool new_word = what.size() == 1 && !is_space(what.front()) && m_cursor > 0 && is_space(m_text[m_cursor - 1]);
    if (new_word && m_last == Edit::typing) m_last = Edit::none;
    remember(what.size() > 1 || has_selection() ? Edit::other : Edit::typing);
    replace(selection_begin(), selection_end(), what);
}

void TextEditor::erase_back_to(std::size_t position) {
    const std::size_t begin = has_selection() ? selection_begin() : std::min(position, m_cursor);
    const std::size_t end = selection_end();
    if (begin == end) return;
    remember(end - begin > 1 ? Edit::other : Edit::erasing);
    replace(begin, end, {});
}

void TextEditor::erase_up_to(std::size_t position) {
    const std::size_t begin = selection_begin();
    const std::size_t end = has_selection() ? selection_end() : std::min(position, m_text.size());
    if (begin >= end) return;
    remember(end - begin > 1 ? Edit::other : Edit::erasing);
    replace(begin, end, {});
}

void TextEditor::move_to(std::size_t position, Extend extend) {
    m_cursor = std::min(position, m_text.size());
    if (extend == Extend::no) m_anchor = m_cursor;
    m_last = Edit::none;
}

void TextEditor::select_all() {
    m_anchor = 0;
    m_cursor = m_text.size();
    m_last = Edit::none;
}

void TextEditor::select_word_at(std::size_t position) {
    position = std::min(position, m_text.size());
    const auto in_word = [&](std::size_t i) { return !is_space(m_text[i]) && !is_sign(m_text[i]); };
    std::size_t begin = position;
    std::size_t end = position;
    while (begin > 0 && in_word(begin - 1)) --begin;
    while (end < m_text.size() && in_word(end)) ++end;
    m_anchor = begin;
    m_cursor = end;
    m_last = Edit::none;
}

std::size_t TextEditor::before(std::size_t position) const {
    if (position == 0) return 0;
    --position;
    while (position > 0 && (joins_before(m_text[position]) || m_text[position - 1] == 0x200D)) --position;
    return position;
}

std::size_t TextEditor::after(std::size_t position) const {
    if (position >= m_text.size()) return m_text.size();
    ++position;
    while (position < m_text.size() && (joins_before(m_text[position]) || m_text[position - 1] == 0x200D)) ++position;
    return position;
}

std::size_t TextEditor::word_before(std::size_t position) const {
    while (position > 0 && (is_space(m_text[position - 1]) || is_sign(m_text[position - 1]))) --position;
    while (position > 0 && !is_space(m_text[position - 1]) && !is_sign(m_text[position - 1])) --position;
    return position;
}

std::size_t TextEditor::word_after(std::size_t position) const {
    while (position < m_text.size() && !is_space(m_text[position]) && !is_sign(m_text[position])) ++position;
    while (position < m_text.size() && (is_space(m_text[position]) || is_sign(m_text[position]))) ++position;
    return position;
}

void TextEditor::undo() {
    if (m_done.empty()) return;
    m_undone.push_back({m_text, m_cursor});
    m_text = std::move(m_done.back().text);
    m_cursor = m_anchor = m_done.back().cursor;
    m_done.pop_back();
    m_last = Edit::none;
}

void TextEditor::redo() {
    if (m_undone.empty()) return;
    m_done.push_back({m_text, m_cursor});
    m_text = std::move(m_undone.back().text);
    m_cursor = m_anchor = m_undone.back().cursor;
    m_undone.pop_back();
    m_last = Edit::none;
}

} // namespace ronde::gui
