#pragma once
// Writes what fields.hpp lists. Internal to `store`.

#include "base/names.hpp"
#include "base/time_zone.hpp"
#include "store/document.hpp"
#include "store/fields.hpp"
#include "store/json_writer.hpp"

#include <algorithm>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <unordered_map>
#include <variant>
#include <vector>

namespace ronde::store {

/// Writes wall times with the offset that a time zone has then; asks ICU once for each quarter of an hour.
class TimeTexts {
public:
    explicit TimeTexts(std::string zone) : m_zone(std::move(zone)) {} ///< empty: UTC, as Z
    [[nodiscard]] std::string text(base::WallTime time);

private:
    std::string m_zone;
    std::unordered_map<std::int64_t, std::chrono::minutes> m_offsets{};
};

/// The key that tells one item of a list from the others when what is not known about it is carried: its own id, or the
/// id of what it is about.
template <class T>
[[nodiscard]] std::string item_key(const T& item, std::size_t index) {
    if constexpr (requires { item.id.value; })
        return item.id.value;
    else if constexpr (requires { item.step.value; })
        return item.step.value;
    else if constexpr (requires { item.group.value; })
        return item.group.value;
    else if constexpr (requires { item.seq; })
        return std::to_string(item.seq);
    else
        return std::to_string(index);
}

template <class T>
inline constexpr Spread spread_of = Spread::tall;
template <>
inline constexpr Spread spread_of<base::Stamp> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Component> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::OpeningAnswer> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::HandCount> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Contact> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Pin> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Company> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::HostSpan> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::SeenAgain> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Turn> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Introduction> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::SeatingWeights> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Organisation> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Participant> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Table> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Step> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Placement> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::StepRun> = Spread::flat;
template <>
inline constexpr Spread spread_of<cafe::Change> = Spread::flat;

class FieldWriter {
public:
    template <class T>
    using Direction = const T;

    FieldWriter(JsonWriter& out, TimeTexts& times) : m_out(out), m_times(times) {}

    template <class T>
    void needed(std::string_view key, const T& value) {
        member(key, value);
    }
    template <class T>
    void field(std::string_view key, const T& value) {
        member(key, value);
    }
    template <class T>
    void spare(std::string_view key, const T& value, const T& usual = {}) {
        if (value == usual)
            m_seen.push_back(key);
        else
            member(key, value);
    }
    void seconds(std::string_view key, base::Duration value) {
        member(key, std::int64_t{std::chrono::floor<std::chrono::seconds>(value).count()});
    }
    void seconds(std::string_view key, const std::optional<base::Duration>& value) {
        if (value)
            seconds(key, *value);
        else
            m_seen.push_back(key);
    }
    void instant(std::string_view key, const base::Stamp& stamp) {
        member(key, std::int64_t{stamp.instant.time_since_epoch().count()});
    }
    void object(std::string_view key, cafe::ObjectKind, const std::optional<cafe::Object>& before) {
        if (before)
            std::visit([&](const auto& whole) { member(key, whole); }, *before);
        else
            m_seen.push_back(key);
    }
    void extra(const std::string& json) { m_extra = json; }

    /// The members of a session, with what its `extra` carries; the braces are the caller's.
    void session_members(const cafe::Session& session) {
        const Document carried(session.extra.empty() ? std::string_view("{}") : std::string_view(session.extra));
        const auto outer = std::exchange(m_carried, carried.damage() ? std::nullopt : carried.root());
        fields(*this, session);
        end_members();
        m_carried = outer;
    }

    template <class T>
    void members(const T& value) {
        fields(*this, value);
        end_members();
    }

private:
    template <class T>
    void member(std::string_view key, const T& value) {
        m_seen.push_back(key);
        m_out.key(key);
        with_carried(key, [&] { put(value); });
    }

    /// Goes one level deeper in what a session's `extra` carries.
    template <class Deeper>
    void with_carried(std::string_view key, Deeper deeper) {
        if (!m_carried) return deeper();
        const auto outer = m_carried;
        m_carried = outer->kind() == JsonKind::object ? outer->member(key) : std::nullopt;
        deeper();
        m_carried = outer;
    }

    void end_members() {
        put_members_of(m_extra);
        m_extra.clear();
        if (m_carried && m_carried->kind() == JsonKind::object) put_unseen(*m_carried);
        m_seen.clear();
    }

    void put_members_of(const std::string& json) {
        if (json.empty()) return;
        const Document document(json);
        const auto root = document.root();
        if (!document.damage() && root && root->kind() == JsonKind::object) put_unseen(*root);
    }

    void put_unseen(const Value& object) {
        for (auto key = object.first(); key; key = object.after(*key)) {
            if (std::find(m_seen.begin(), m_seen.end(), key->text()) != m_seen.end()) continue;
            m_out.key(key->text());
            m_out.raw(minified(key->value_of_key().raw()));
        }
    }

    void put(const std::string& text) { m_out.text(text); }
    void put(bool value) { m_out.boolean(value); }
    void put(base::WallTime time) { m_out.text(m_times.text(time)); }
    void put(std::signed_integral auto number) { m_out.integer(std::int64_t{number}); }
    void put(std::unsigned_integral auto number) requires(!std::same_as<decltype(number), bool>) {
        m_out.natural(std::uint64_t{number});
    }
    template <class Tag>
    void put(const base::Id<Tag>& id) {
        m_out.text(id.value);
    }
    template <class Enum>
    requires std::is_enum_v<Enum>
    void put(Enum value) { m_out.text(base::name_of(value)); }
    template <class T>
    void put(const std::optional<T>& value) {
        put(*value);
    }
    void put(const cafe::Ideas& ideas) { put_list<cafe::Idea>(ideas); }

    template <class T>
    void put(const std::vector<T>& items) {
        put_list<T>(items);
    }

    template <class T>
    void put_list(const auto& items) {
        constexpr bool simple = !std::is_class_v<T> || std::is_same_v<T, std::string> || requires(T t) {
            t.value;
        };
        m_out.begin_array(simple ? Spread::flat : Spread::tall);
        std::size_t index = 0;
        for (const auto& item : items) {
            if (m_carried)
                with_carried(item_key(item, index), [&] { put(item); });
            else
                put(item);
            ++index;
        }
        m_out.end_array();
    }

    template <class T>
    requires std::is_class_v<T>
    void put(const T& object) {
        m_out.begin_object(spread_of<T>);
        FieldWriter inner(m_out, m_times);
        inner.m_carried = m_carried;
        if constexpr (std::is_same_v<T, cafe::Session>)
            inner.session_members(object);
        else
            inner.members(object);
        m_out.end_object();
    }

    JsonWriter& m_out;
    TimeTexts& m_times;
    std::optional<Value> m_carried{}; ///< what of a session's `extra` belongs to this object
    std::vector<std::string_view> m_seen{};
    std::string m_extra{};
};

} // namespace ronde::store
