#pragma once
// Reads what fields.hpp lists, and says of everything that is not as it must be where it stands. Internal to `store`.
// A member that is bad keeps its default; an item of a list that is bad is left out; ids that are missing or stand
// twice are mended. Whoever wants it strict looks whether anything was found.

#include "base/names.hpp"
#include "base/text.hpp"
#include "store/document.hpp"
#include "store/fields.hpp"
#include "store/wrong.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <limits>
#include <map>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ronde::store {

/// Something in a text that is not as it must be.
struct Finding {
    std::size_t offset = 0;
    base::Error error{}; ///< without its place
};

/// Members that no object claims, as a tree whose leaves are minified JSON; becomes a session's `extra`.
class Strays {
public:
    void add(const std::vector<std::string>& path, std::string_view key, std::string json);
    /// As a JSON object; empty when there are none.
    [[nodiscard]] std::string text() const;

private:
    struct Branch {
        std::vector<std::pair<std::string, Branch>> members{};
        std::string json{}; ///< of a leaf
    };
    static void write(const Branch& branch, class JsonWriter& out);

    Branch m_root{};
};

/// What one reading shares between all its readers.
struct Reading {
    std::vector<Finding> found{};
    std::size_t found_more = 0; ///< beyond the first `most_findings`
    Strays strays{};
    /// Where one stands, as keys and the items' own keys.
    std::vector<std::string> path{};
    /// The values from which the items of a list were made, by the list's address; for lists of things with ids.
    std::map<const void*, std::vector<Value>> sources{};

    static constexpr std::size_t most_findings = 100;
    void report(std::size_t offset, Wrong wrong, WrongValues values = {}) {
        if (found.size() < most_findings)
            found.push_back({offset, because(wrong, values)});
        else
            ++found_more;
    }
    void report_too_long(std::size_t offset, std::string_view member);
    [[nodiscard]] std::size_t count() const { return found.size() + found_more; }
};

/// The longest span that is read as a duration: thirty years. The engine has narrower limits.
inline constexpr std::int64_t longest_seconds = std::int64_t{30} * 366 * 86400;

/// The longest text that is read, in code points; the windows lay out every text that they show. The engine has
/// narrower limits.
inline constexpr std::size_t longest_text = cafe::longest_idea;

/// Cuts a text down to `longest_text`; whether it had to be.
[[nodiscard]] bool cut_to_longest(std::string& text);

class FieldReader {
public:
    template <class T>
    using Direction = T;

    FieldReader(Reading& reading, Value object);

    /// A member's value, taken note of as known.
    [[nodiscard]] std::optional<Value> take(std::string_view key);

    template <class T>
    void needed(std::string_view key, T& value) {
        if (const auto found = take(key))
            get_member(key, *found, value);
        else
            m_reading.report(m_object.begin(), Wrong::missing, {{"member", std::string(key)}});
    }
    template <class T>
    void field(std::string_view key, T& value) {
        if (const auto found = take(key)) get_member(key, *found, value);
    }
    template <class T>
    void spare(std::string_view key, T& value, const T& = {}) {
        field(key, value);
    }
    void seconds(std::string_view key, base::Duration& value);
    void seconds(std::string_view key, std::optional<base::Duration>& value);
    void instant(std::string_view key, base::Stamp& stamp);
    void object(std::string_view key, cafe::ObjectKind kind, std::optional<cafe::Object>& before);
    void extra(std::string& json) { m_extra = &json; }

    /// Reads the members that fields.hpp lists and keeps those that are not known.
    template <class T>
    void members(T& value) {
        fields(*this, value);
        keep_unknown();
    }

    /// Reads a session's members. Its strays become its `extra`.
    void session_members(cafe::Session& session);

private:
    struct Member {
        Value key;
        bool taken = false;
    };

    void keep_unknown();
    /// The value is not what it must be; `names` are those that it may be.
    void unlike(const Value& value, std::string_view key, Wrong wrong, std::string_view names = {});
    void settle_id(const Value& item, std::string& id, std::unordered_set<std::string>& taken);

    template <class T>
    bool get_member(std::string_view key, const Value& from, T& to) {
        m_reading.path.emplace_back(key);
        const bool good = get(key, from, to);
        m_reading.path.pop_back();
        return good;
    }

    bool get(std::string_view key, const Value& from, std::string& to);
    bool get(std::string_view key, const Value& from, bool& to);
    bool get(std::string_view key, const Value& from, base::WallTime& to);
    bool get(std::string_view key, const Value& from, cafe::Ideas& to);

    /// The nearest of what is allowed, which is reported where it is another.
    template <std::signed_integral T>
    T within(std::string_view key, const Value& from, std::int64_t number, T least, T most) {
        const auto nearest = std::clamp<std::int64_t>(number, least, most);
        if (nearest != number || !from.integer())
            m_reading.report(from.begin(), Wrong::out_of_range,
                             {{"member", std::string(key)}, {"value", std::to_string(nearest)}});
        return static_cast<T>(nearest);
    }

    template <std::signed_integral T>
    bool get(std::string_view key, const Value& from, T& to) {
        const auto number = from.nearest_integer();
        if (!number) return unlike(from, key, Wrong::not_whole), false;
        to = within(key, from, *number, std::numeric_limits<T>::min(), std::numeric_limits<T>::max());
        return true;
    }
    template <std::unsigned_integral T>
    bool get(std::string_view key, const Value& from, T& to) {
        const auto number = from.natural();
        if (!number || !std::in_range<T>(*number)) return unlike(from, key, Wrong::not_natural), false;
        to = static_cast<T>(*number);
        return true;
    }
    template <class Tag>
    bool get(std::string_view key, const Value& from, base::Id<Tag>& to) {
        return get(key, from, to.value);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    bool get(std::string_view key, const Value& from, Enum& to) {
        const auto value = from.kind() == JsonKind::string ? base::from_name<Enum>(from.text()) : std::nullopt;
        if (!value) {
            std::string names;
            for (const auto& name : names_of(Enum{})) names.append(names.empty() ? "" : " ").append(name.text);
            return unlike(from, key, Wrong::not_one_of, names), false;
        }
        to = *value;
        return true;
    }
    template <class T>
    bool get(std::string_view key, const Value& from, std::optional<T>& to) {
        if (from.kind() == JsonKind::null) return true;
        T value{};
        if (!get(key, from, value)) return false;
        to = std::move(value);
        return true;
    }

    template <class T>
    bool get(std::string_view key, const Value& from, std::vector<T>& to) {
        if (from.kind() != JsonKind::array) return unlike(from, key, Wrong::not_list), false;
        constexpr bool has_id = requires(T t) {
            t.id.value;
            t.extra;
        };
        std::unordered_set<std::string> ids;
        std::size_t index = 0;
        for (auto item = from.first(); item; item = from.after(*item), ++index) {
            T value{};
            m_reading.path.push_back(key_of<T>(*item, index));
            const bool good = get(key, *item, value);
            m_reading.path.pop_back();
            if (!good) continue;
            if constexpr (has_id) {
                settle_id(*item, value.id.value, ids);
                m_reading.sources[&to].push_back(*item);
            }
            to.push_back(std::move(value));
        }
        return true;
    }

    template <class T>
    requires std::is_class_v<T>
    bool get(std::string_view key, const Value& from, T& to) {
        if (from.kind() != JsonKind::object) return unlike(from, key, Wrong::not_object), false;
        FieldReader inner(m_reading, from);
        if constexpr (std::is_same_v<T, cafe::Session>)
            inner.session_members(to);
        else
            inner.members(to);
        return true;
    }

    /// As item_key() of field_writer.hpp, from the text.
    template <class T>
    static std::string key_of(const Value& item, std::size_t index) {
        std::string_view name;
        if constexpr (requires(T t) { t.id.value; })
            name = "id";
        else if constexpr (requires(T t) { t.step.value; })
            name = "step";
        else if constexpr (requires(T t) { t.group.value; })
            name = "group";
        else if constexpr (requires(T t) { t.seq; })
            name = "seq";
        return key_of(item, name, index);
    }
    static std::string key_of(const Value& item, std::string_view name, std::size_t index);

    Reading& m_reading;
    Value m_object;
    std::vector<Member> m_members{};
    std::size_t m_next = 0; ///< where the next member probably is
    std::string* m_extra = nullptr;
};

} // namespace ronde::store
