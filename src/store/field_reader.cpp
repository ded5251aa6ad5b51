#include "store/field_reader.hpp"

#include "base/time.hpp"
#include "store/json_writer.hpp"

#include <algorithm>

namespace ronde::store {

// --- what nobody claims ---------------------------------------------------------------------------------------------

void Strays::add(const std::vector<std::string>& path, std::string_view key, std::string json) {
    Branch* at = &m_root;
    const auto go = [&at](std::string_view name) {
        const auto is_it = [name](const auto& member) { return member.first == name; };
        const auto found = std::find_if(at->members.begin(), at->members.end(), is_it);
        at = found != at->members.end() ? &found->second : &at->members.emplace_back(name, Branch{}).second;
    };
    for (const auto& part : path) go(part);
    go(key);
    at->json = std::move(json);
}

void Strays::write(const Branch& branch, JsonWriter& out) {
    if (!branch.json.empty()) return out.raw(branch.json);
    out.begin_object();
    for (const auto& [key, inner] : branch.members) {
        out.key(key);
        write(inner, out);
    }
    out.end_object();
}

std::string Strays::text() const {
    if (m_root.members.empty()) return {};
    JsonWriter out(Layout::line);
    write(m_root, out);
    return out.take();
}

bool cut_to_longest(std::string& text) {
    if (text.size() <= longest_text) return false;
    std::size_t end = 0;
    for (std::size_t n = 0; n < longest_text && end < text.size(); ++n)
        static_cast<void>(base::next_code_point(text, end));
    if (end == text.size()) return false;
    text.resize(end);
    return true;
}

void Reading::report_too_long(std::size_t offset, std::string_view member) {
    report(offset, Wrong::too_long, {{"member", std::string(member)}, {"most", std::to_string(longest_text)}});
}

// --- one object -----------------------------------------------------------------------------------------------------

FieldReader::FieldReader(Reading& reading, Value object) : m_reading(reading), m_object(object) {
    m_members.reserve(16);
    for (auto key = object.first(); key; key = object.after(*key)) m_members.push_back({.key = *key});
}

std::optional<Value> FieldReader::take(std::string_view key) {
    for (std::size_t tried = 0; tried < m_members.size(); ++tried) {
        const auto index = (m_next + tried) % m_members.size();
        auto& member = m_members[index];
        if (member.taken || member.key.text() != key) continue;
        member.taken = true;
        m_next = index + 1;
        return member.key.value_of_key();
    }
    return std::nullopt;
}

void FieldReader::keep_unknown() {
    std::string unknown;
    for (const auto& member : m_members) {
        if (member.taken) continue;
        const auto same_name = [&member](const Member& other) { return other.key.text() == member.key.text(); };
        const auto first = std::find_if(m_members.begin(), m_members.end(), same_name);
        if (&*first != &member || std::any_of(m_members.begin(), m_members.end(),
                                              [&](const Member& other) { return other.taken && same_name(other); })) {
            m_reading.report(member.key.begin(), Wrong::twice, {{"member", std::string(member.key.text())}});
            continue;
        }
        auto json = minified(member.key.value_of_key().raw());
        if (m_extra == nullptr) {
            m_reading.strays.add(m_reading.path, member.key.text(), std::move(json));
            continue;
        }
        unknown += unknown.empty() ? "{" : ",";
        unknown.append(member.key.raw()).append(":").append(json);
    }
    if (m_extra != nullptr && !unknown.empty()) *m_extra = unknown + "}";
}

void FieldReader::unlike(const Value& value, std::string_view key, Wrong wrong, std::string_view names) {
    std::string shown;      // in English
    std::string as_written; // in JSON, which is nobody's language
    switch (value.kind()) {
    case JsonKind::string:
        as_written = base::repaired_utf8(value.text().substr(0, 30));
        shown = "“" + as_written + "”";
        as_written = '"' + as_written + '"';
        break;
    case JsonKind::number: shown = as_written = value.raw().substr(0, 30); break;
    case JsonKind::array:
    case JsonKind::object:
        shown = words_for(value.kind());
        as_written = value.kind() == JsonKind::array ? "[…]" : "{…}";
        break;
    case JsonKind::null:
    case JsonKind::boolean:
        shown = words_for(value.kind());
        as_written = value.raw();
        break;
    }
    m_reading.report(
        value.begin(), wrong,
        {{"member", std::string(key)}, {"names", std::string(names)}, {"shown", shown}, {"found", as_written}});
}

std::string FieldReader::key_of(const Value& item, std::string_view name, std::size_t index) {
    if (!name.empty() && item.kind() == JsonKind::object)
        if (const auto found = item.member(name))
            return std::string(found->kind() == JsonKind::string ? found->text() : found->raw());
    return std::to_string(index);
}

void FieldReader::settle_id(const Value& item, std::string& id, std::unordered_set<std::string>& taken) {
    if (!id.empty() && taken.insert(id).second) return;
    const std::string wish = id.empty() ? "mended" : id;
    const bool twice = !id.empty();
    for (int n = 2; id.empty() || !taken.insert(id).second; ++n) id = wish + '-' + std::to_string(n);
    const auto place = item.member("id").value_or(item).begin();
    m_reading.report(place, twice ? Wrong::id_twice : Wrong::id_missing, {{"id", wish}, {"now", id}});
}

// --- values ---------------------------------------------------------------------------------------------------------

bool FieldReader::get(std::string_view key, const Value& from, std::string& to) {
    if (from.kind() != JsonKind::string) return unlike(from, key, Wrong::not_text), false;
    to = from.text();
    if (key != "text" && cut_to_longest(to)) // an idea's text is split instead, and a question's is mend.cpp's
        m_reading.report_too_long(from.begin(), key);
    return true;
}

bool FieldReader::get(std::string_view key, const Value& from, bool& to) {
    if (from.kind() != JsonKind::boolean) return unlike(from, key, Wrong::not_boolean), false;
    to = from.boolean();
    return true;
}

bool FieldReader::get(std::string_view key, const Value& from, base::WallTime& to) {
    if (from.kind() == JsonKind::string) {
        if (const auto time = base::wall_time_from(from.text())) {
            to = *time;
            return true;
        }
    }
    return unlike(from, key, Wrong::not_time), false;
}

void FieldReader::seconds(std::string_view key, base::Duration& value) {
    const auto found = take(key);
    if (!found) return;
    const auto count = found->nearest_integer();
    if (!count) return unlike(*found, key, Wrong::not_seconds);
    value = std::chrono::seconds(within(key, *found, *count, -longest_seconds, longest_seconds));
}

void FieldReader::seconds(std::string_view key, std::optional<base::Duration>& value) {
    const auto before = m_reading.count();
    constexpr base::Duration none = base::Duration::min();
    base::Duration read = none;
    seconds(key, read);
    if (read != none && m_reading.count() == before) value = read;
}

void FieldReader::instant(std::string_view key, base::Stamp& stamp) {
    std::int64_t count = stamp.wall.time_since_epoch().count();
    if (const auto found = take(key)) get(key, *found, count);
    constexpr std::int64_t limit = longest_seconds * 1000 * 100; // within which sums cannot overflow
    stamp.instant = base::Instant(base::Duration(std::clamp(count, -limit, limit)));
}

void FieldReader::object(std::string_view key, cafe::ObjectKind kind, std::optional<cafe::Object>& before) {
    const auto found = take(key);
    if (!found) return;
    const auto read = [&]<class T>(T object) {
        if (get_member(key, *found, object)) before = std::move(object);
    };
    using cafe::ObjectKind;
    switch (kind) {
    case ObjectKind::identity: return read(cafe::Identity{});
    case ObjectKind::opening: return read(cafe::Opening{});
    case ObjectKind::organisation: return read(cafe::Organisation{});
    case ObjectKind::participant: return read(cafe::Participant{});
    case ObjectKind::question: return read(cafe::Question{});
    case ObjectKind::table: return read(cafe::Table{});
    case ObjectKind::group: return read(cafe::Group{});
    case ObjectKind::step: return read(cafe::Step{});
    case ObjectKind::idea: return read(cafe::Idea{});
    case ObjectKind::opening_answer: return read(cafe::OpeningAnswer{});
    case ObjectKind::hand_count: return read(cafe::HandCount{});
    case ObjectKind::seating_rules: return read(cafe::SeatingRules{});
    case ObjectKind::harvest_plan: return read(cafe::HarvestPlan{});
    case ObjectKind::theme: return read(cafe::Theme{});
    case ObjectKind::commitment: return read(cafe::Commitment{});
    case ObjectKind::next_meeting: return read(cafe::NextMeeting{});
    case ObjectKind::complementarity: return read(cafe::Complementarity{});
    case ObjectKind::introductions: return read(cafe::Introductions{});
    case ObjectKind::step_order:
    case ObjectKind::question_order:
    case ObjectKind::theme_order:
    case ObjectKind::table_order:
    case ObjectKind::group_order: return read(cafe::Order{});
    }
}

bool FieldReader::get(std::string_view key, const Value& from, cafe::Ideas& to) {
    std::vector<cafe::Idea> read;
    if (!get(key, from, read)) return false;
    auto sources = std::move(m_reading.sources[&read]);
    m_reading.sources.erase(&read);
    auto& kept_sources = m_reading.sources[&to];
    std::unordered_set<std::string> ids;
    for (const auto& idea : read) ids.insert(idea.id.value);
    for (std::size_t i = 0; i < read.size(); ++i) {
        auto& idea = read[i];
        if (idea.text.size() <= cafe::longest_idea || base::length(idea.text) <= cafe::longest_idea) {
            to.insert(to.size(), std::move(idea));
            kept_sources.push_back(sources[i]);
            continue;
        }
        const auto pieces = base::split_to_fit(std::exchange(idea.text, {}), cafe::longest_idea);
        m_reading.report(sources[i].begin(), Wrong::idea_split,
                         {{"most", std::to_string(cafe::longest_idea)}, {"count", std::to_string(pieces.size())}});
        std::size_t number = 1;
        for (const auto& piece : pieces) {
            auto part = idea;
            part.text = piece;
            while (number > 1 && !ids.insert(part.id.value = idea.id.value + '-' + std::to_string(number)).second)
                ++number;
            ++number;
            to.insert(to.size(), std::move(part));
            kept_sources.push_back(sources[i]);
        }
    }
    return true;
}

void FieldReader::session_members(cafe::Session& session) {
    auto outer_strays = std::exchange(m_reading.strays, Strays{});
    auto outer_path = std::exchange(m_reading.path, {});
    for (const char* of_the_file : {"format", "version"}) std::ignore = take(of_the_file); // not of the café
    fields(*this, session);
    keep_unknown();
    session.extra = m_reading.strays.text();
    m_reading.strays = std::move(outer_strays);
    m_reading.path = std::move(outer_path);
}

} // namespace ronde::store
