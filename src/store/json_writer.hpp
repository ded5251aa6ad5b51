#pragma once
// Writes JSON text, member by member. Internal to `store`. Text that is not UTF-8 is repaired on the way.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ronde::store {

enum class Layout {
    document, ///< two spaces of indentation a level; flat parts on one line, with a space after , and :
    line,     ///< no white space at all
};

/// Whether an object or array is spread over lines. What is in a flat one is flat too.
enum class Spread { tall, flat };

class JsonWriter {
public:
    explicit JsonWriter(Layout layout) : m_layout(layout) {}

    void begin_object(Spread spread = Spread::tall) { begin('{', spread); }
    void end_object() { end('}'); }
    void begin_array(Spread spread = Spread::tall) { begin('[', spread); }
    void end_array() { end(']'); }
    void key(std::string_view name);

    void text(std::string_view value);
    void boolean(bool value);
    void integer(std::int64_t value);
    void natural(std::uint64_t value);
    /// A value that is minified JSON already.
    void raw(std::string_view json);

    [[nodiscard]] std::string take() { return std::move(m_out); }

private:
    void begin(char bracket, Spread spread);
    void end(char bracket);
    void before_value();
    void new_line();
    void quoted(std::string_view value);
    [[nodiscard]] bool flat() const { return m_layout == Layout::line || m_flat > 0; }

    Layout m_layout;
    std::string m_out{};
    std::size_t m_depth = 0;
    std::size_t m_flat = 0; ///< how many of the open brackets are flat; they are the innermost ones
    bool m_empty = true;    ///< nothing stands in the innermost bracket yet
    bool m_after_key = false;
};

} // namespace ronde::store
