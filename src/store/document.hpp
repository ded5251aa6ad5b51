#pragma once
// A JSON text taken apart, where every value knows its place in the text. Internal to `store`.
// The tokens are nlohmann/json's (only document.cpp sees it); values are views into the text, which must outlive them.
// Of a text that is damaged it holds everything before the damage.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ronde::store {

/// A place that a person finds in an editor, counted from 1; columns in code points.
struct Place {
    int line = 1;
    int column = 1;
};
[[nodiscard]] Place place_in(std::string_view text, std::size_t offset);

/// White space outside strings taken out of valid JSON.
[[nodiscard]] std::string minified(std::string_view json);

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

/// What "a string", "a number"… is called in a message.
[[nodiscard]] std::string_view words_for(JsonKind kind);

class Value;

class Document {
public:
    struct Damage {
        std::size_t offset = 0;
        std::string what{};  ///< e.g. "invalid literal"
        bool at_end = false; ///< the text stops in the middle
    };

    explicit Document(std::string_view text);
    Document(const Document&) = delete;
    Document& operator=(const Document&) = delete;

    /// The outermost value; none when the text has not even the beginning of one.
    [[nodiscard]] std::optional<Value> root() const;
    [[nodiscard]] const std::optional<Damage>& damage() const { return m_damage; }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    friend class Value;
    friend class DocumentBuilder;

    struct Node {
        std::size_t begin = 0;
        std::size_t end = 0;
        std::uint32_t next = 0;    ///< the node after this one and all that is in it
        std::uint32_t decoded = 0; ///< 1 + index in m_decoded, for strings with escapes
        JsonKind kind = JsonKind::null;
    };

    std::string_view m_text;
    std::vector<Node> m_nodes; ///< in the text's order; of an object: key, value, key, value
    std::deque<std::string> m_decoded;
    std::optional<Damage> m_damage;
};

/// One value of a Document.
class Value {
public:
    Value(const Document& document, std::uint32_t node) : m_document(&document), m_node(node) {}

    [[nodiscard]] JsonKind kind() const { return node().kind; }
    [[nodiscard]] std::size_t begin() const { return node().begin; }
    [[nodiscard]] std::string_view raw() const;
    [[nodiscard]] std::string_view text() const; ///< of a string
    [[nodiscard]] bool boolean() const;          ///< of a boolean
    /// Of a number that is whole and fits (`20.0` and `2e1` are whole too); none for anything else.
    [[nodiscard]] std::optional<std::int64_t> integer() const;
    [[nodiscard]] std::optional<std::uint64_t> natural() const;
    /// The same as integer(), and of a whole number that does not fit the nearest that does.
    [[nodiscard]] std::optional<std::int64_t> nearest_integer() const;

    /// Goes through an array's items: `for (auto item = v.first(); item; item = v.after(*item))`; an object's, key by
    /// value: member_after.
    [[nodiscard]] std::optional<Value> first() const;
    [[nodiscard]] std::optional<Value> after(const Value& item) const;
    /// The value that belongs to a key of an object.
    [[nodiscard]] Value value_of_key() const { return {*m_document, m_node + 1}; }
    /// A member of an object; of several with one name, the last.
    [[nodiscard]] std::optional<Value> member(std::string_view key) const;
    [[nodiscard]] std::optional<std::uint64_t> natural_member(std::string_view key) const;
    [[nodiscard]] std::optional<std::string_view> text_member(std::string_view key) const;

    [[nodiscard]] const Document& document() const { return *m_document; }

private:
    [[nodiscard]] const Document::Node& node() const { return m_document->m_nodes[m_node]; }

    const Document* m_document;
    std::uint32_t m_node;
};

} // namespace ronde::store
