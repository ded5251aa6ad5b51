#include "store/document.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <iterator>
#include <limits>
#include <nlohmann/json.hpp>

namespace ronde::store {
namespace {

/// Deeper than anything that we write; keeps hostile files from using up memory.
constexpr std::size_t deepest = 64;

/// Gives the tokeniser the text and tells how far it has read.
class TrackedIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    TrackedIterator(const char* at, const char** reached) : m_at(at), m_reached(reached) {}
    reference operator*() const { return *m_at; }
    TrackedIterator& operator++() {
        *m_reached = ++m_at;
        return *this;
    }
    TrackedIterator operator++(int) {
        auto old = *this;
        ++*this;
        return old;
    }
    friend bool operator==(const TrackedIterator& a, const TrackedIterator& b) { return a.m_at == b.m_at; }

private:
    const char* m_at;
    const char** m_reached;
};

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

bool belongs_to_number(char c) {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/// nlohmann's sentence without its number and its place, which we tell better, and without what was read last.
std::string short_reason(std::string_view what) {
    if (const auto place = what.find(", column "); place != std::string_view::npos)
        if (const auto colon = what.find(": ", place); colon != std::string_view::npos) what.remove_prefix(colon + 2);
    if (const auto dash = what.find(" - "); dash != std::string_view::npos) what.remove_prefix(dash + 3);
    if (const auto bracket = what.find("] "); what.starts_with("[json") && bracket != std::string_view::npos)
        what.remove_prefix(bracket + 2);
    return std::string(what.substr(0, what.find("; last read")));
}

} // namespace

/// Receives the tokens.
class DocumentBuilder {
public:
    explicit DocumentBuilder(Document& document)
        : m_document(document), m_reached(document.m_text.data()), m_last(document.m_text.data()) {}

    void build() {
        const char* begin = m_document.m_text.data();
        const char* end = begin + m_document.m_text.size();
        const bool whole =
            nlohmann::json::sax_parse(TrackedIterator(begin, &m_reached), TrackedIterator(end, &m_reached), this);
        if (whole) return;
        auto& nodes = m_document.m_nodes;
        if (m_key_waits) nodes.pop_back(); // a key whose value never came
        for (const auto open : m_open) close(open, m_document.m_text.size());
    }

    bool null() { return scalar(JsonKind::null); }
    bool boolean(bool) { return scalar(JsonKind::boolean); }
    bool number_integer(nlohmann::json::number_integer_t) { return number(); }
    bool number_unsigned(nlohmann::json::number_unsigned_t) { return number(); }
    bool number_float(nlohmann::json::number_float_t, const std::string&) { return number(); }
    bool binary(nlohmann::json::binary_t&) { return false; }
    bool string(std::string& decoded) {
        add_string(decoded);
        m_key_waits = false;
        return true;
    }
    bool key(std::string& decoded) {
        add_string(decoded);
        m_key_waits = true;
        return true;
    }
    bool start_object(std::size_t) { return start(JsonKind::object); }
    bool start_array(std::size_t) { return start(JsonKind::array); }
    bool end_object() { return end_container(); }
    bool end_array() { return end_container(); }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception& error) {
        const auto size = m_document.m_text.size();
        const auto offset = position > 0 ? position - 1 : 0;
        const auto rest = m_document.m_text.substr(std::min(offset, size));
        const bool at_end = std::all_of(rest.begin(), rest.end(), is_space);
        m_document.m_damage = {.offset = std::min(offset, size), .what = short_reason(error.what()), .at_end = at_end};
        return false;
    }

private:
    std::size_t offset(const char* at) const { return static_cast<std::size_t>(at - m_document.m_text.data()); }

    /// Where the token that was just read begins: after the last one, white space and separators.
    const char* token_begin() const {
        const char* at = m_last;
        if (at == m_document.m_text.data() && m_document.m_text.starts_with("\xEF\xBB\xBF")) at += 3;
        while (is_space(*at) || *at == ',' || *at == ':') ++at;
        return at;
    }

    void add(JsonKind kind, const char* begin, const char* end, std::uint32_t decoded = 0) {
        auto& nodes = m_document.m_nodes;
        nodes.push_back({.begin = offset(begin),
                         .end = offset(end),
                         .next = static_cast<std::uint32_t>(nodes.size() + 1),
                         .decoded = decoded,
                         .kind = kind});
        m_last = end;
    }

    bool scalar(JsonKind kind) {
        add(kind, token_begin(), m_reached);
        m_key_waits = false;
        return true;
    }

    bool number() {
        const char* begin = token_begin();
        const char* end = begin;
        while (end != m_reached && belongs_to_number(*end)) ++end;
        add(JsonKind::number, begin, end);
        m_key_waits = false;
        return true;
    }

    void add_string(std::string& decoded) {
        const char* begin = token_begin();
        std::uint32_t index = 0;
        if (decoded.size() + 2 != static_cast<std::size_t>(m_reached - begin)) { // every escape is longer than its sign
            m_document.m_decoded.push_back(std::move(decoded));
            index = static_cast<std::uint32_t>(m_document.m_decoded.size());
        }
        add(JsonKind::string, begin, m_reached, index);
    }

    bool start(JsonKind kind) {
        if (m_open.size() == deepest) {
            m_document.m_damage = {.offset = offset(m_last), .what = "nested too deeply", .at_end = false};
            return false;
        }
        m_open.push_back(static_cast<std::uint32_t>(m_document.m_nodes.size()));
        add(kind, token_begin(), m_reached);
        m_key_waits = false;
        return true;
    }

    void close(std::uint32_t node, std::size_t end) {
        m_document.m_nodes[node].end = end;
        m_document.m_nodes[node].next = static_cast<std::uint32_t>(m_document.m_nodes.size());
    }

    bool end_container() {
        close(m_open.back(), offset(m_reached));
        m_open.pop_back();
        m_last = m_reached;
        return true;
    }

    Document& m_document;
    const char* m_reached; ///< up to where the tokeniser has read; one further than the end of a number
    const char* m_last;    ///< the end of the last token
    std::vector<std::uint32_t> m_open{};
    bool m_key_waits = false;
};

Document::Document(std::string_view text) : m_text(text) {
    DocumentBuilder(*this).build();
}

std::optional<Value> Document::root() const {
    if (m_nodes.empty()) return std::nullopt;
    return Value(*this, 0);
}

std::string_view Value::raw() const {
    return m_document->m_text.substr(node().begin, node().end - node().begin);
}

std::string_view Value::text() const {
    if (node().decoded > 0) return m_document->m_decoded[node().decoded - 1];
    return m_document->m_text.substr(node().begin + 1, node().end - node().begin - 2);
}

bool Value::boolean() const {
    return raw() == "true";
}

namespace {

template <class Whole>
std::optional<Whole> whole_number(std::string_view raw) {
    Whole whole = 0;
    const char* end = raw.data() + raw.size();
    const auto exact = std::from_chars(raw.data(), end, whole);
    if (exact.ec == std::errc{} && exact.ptr == end) return whole;
    double real = 0;
    const auto rough = std::from_chars(raw.data(), end, real);
    constexpr double exact_up_to = 9007199254740992.0; // 2^53
    if (rough.ec != std::errc{} || rough.ptr != end || std::abs(real) > exact_up_to || real != std::floor(real))
        return std::nullopt;
    if (real < 0 && std::is_unsigned_v<Whole>) return std::nullopt;
    return static_cast<Whole>(real);
}

} // namespace

std::optional<std::int64_t> Value::integer() const {
    if (kind() != JsonKind::number) return std::nullopt;
    return whole_number<std::int64_t>(raw());
}

std::optional<std::uint64_t> Value::natural() const {
    if (kind() != JsonKind::number) return std::nullopt;
    return whole_number<std::uint64_t>(raw());
}

std::optional<std::int64_t> Value::nearest_integer() const {
    if (const auto exact = integer(); exact || kind() != JsonKind::number) return exact;
    double real = 0;
    const auto read = std::from_chars(raw().data(), raw().data() + raw().size(), real);
    if (read.ec != std::errc{} || real != std::floor(real)) return std::nullopt;
    return real < 0 ? std::numeric_limits<std::int64_t>::min() : std::numeric_limits<std::int64_t>::max();
}

std::optional<std::uint64_t> Value::natural_member(std::string_view key) const {
    const auto found = member(key);
    if (!found) return std::nullopt;
    return found->natural();
}

std::optional<std::string_view> Value::text_member(std::string_view key) const {
    const auto found = member(key);
    if (!found || found->kind() != JsonKind::string) return std::nullopt;
    return found->text();
}

std::optional<Value> Value::first() const {
    if (node().next == m_node + 1) return std::nullopt;
    return Value(*m_document, m_node + 1);
}

std::optional<Value> Value::after(const Value& item) const {
    // Of an object, `item` is a key: what comes after it is the key after its value.
    auto next = item.node().next;
    if (kind() == JsonKind::object) next = item.value_of_key().node().next;
    if (next >= node().next) return std::nullopt;
    return Value(*m_document, next);
}

std::optional<Value> Value::member(std::string_view key) const {
    std::optional<Value> found;
    for (auto at = first(); at; at = after(*at))
        if (at->text() == key) found = at->value_of_key();
    return found;
}

Place place_in(std::string_view text, std::size_t offset) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    Place place;
    std::size_t line_begin = 0;
    for (auto at = before.find('\n'); at != std::string_view::npos; at = before.find('\n', line_begin)) {
        ++place.line;
        line_begin = at + 1;
    }
    for (const char c : before.substr(line_begin))
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U) ++place.column;
    return place;
}

std::string minified(std::string_view json) {
    std::string out;
    out.reserve(json.size());
    bool in_string = false;
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (!in_string && is_space(c)) continue;
        out += c;
        if (c == '"') in_string = !in_string;
        if (in_string && c == '\\' && i + 1 < json.size()) out += json[++i];
    }
    return out;
}

std::string_view words_for(JsonKind kind) {
    switch (kind) {
    case JsonKind::null: return "nothing (null)";
    case JsonKind::boolean: return "true or false";
    case JsonKind::number: return "a number";
    case JsonKind::string: return "a text";
    case JsonKind::array: return "a list";
    case JsonKind::object: return "an object";
    }
    return {};
}

} // namespace ronde::store
