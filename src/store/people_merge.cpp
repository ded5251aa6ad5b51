#include "store/people_merge.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace ronde::store {

namespace {

/// People of one address whose names are compared: an organisation's address may stand on every line.
constexpr std::size_t compared = 16;

/// What names are compared by; of one that has neither letter nor digit, its signs.
std::string key_of(std::string_view name) {
    auto words = plain_words(name);
    return words.empty() ? base::folded(name) : words;
}

std::vector<std::string_view> words_of(std::string_view plain) {
    std::vector<std::string_view> out;
    while (!plain.empty()) {
        const std::size_t end = std::min(plain.find(' '), plain.size());
        out.push_back(plain.substr(0, end));
        plain.remove_prefix(std::min(end + 1, plain.size()));
    }
    return out;
}

void fill(std::string& field, std::string& from) {
    if (field.empty()) field = std::move(from);
}

void merge(ListedPerson& person, ListedPerson other) {
    if (base::length(other.full_name) > base::length(person.full_name)) {
        person.full_name = std::move(other.full_name);
        if (!other.first_name.empty()) person.first_name = std::move(other.first_name);
        if (!other.last_name.empty()) person.last_name = std::move(other.last_name);
    }
    fill(person.first_name, other.first_name);
    fill(person.last_name, other.last_name);
    fill(person.organisation, other.organisation);
    fill(person.place, other.place);
    fill(person.email, other.email);
    fill(person.phone, other.phone);
    if (!person.kind) person.kind = other.kind;
    person.cancelled = person.cancelled && other.cancelled;
    for (const auto role : other.roles)
        if (std::find(person.roles.begin(), person.roles.end(), role) == person.roles.end())
            person.roles.push_back(role);
    if (person.note.find(other.note) == std::string::npos) {
        if (!person.note.empty()) person.note += '\n';
        person.note += other.note;
    }
}

} // namespace

bool may_be_one(std::string_view name, std::string_view other) {
    auto few = words_of(name);
    auto many = words_of(other);
    if (few.size() > many.size()) few.swap(many);
    if (few.empty()) return false;
    return std::all_of(few.begin(), few.end(), [&](std::string_view word) {
        const auto found = std::find_if(many.begin(), many.end(), [&](std::string_view candidate) {
            return word == candidate || (word.size() == 1 && candidate.starts_with(word)) ||
                   (candidate.size() == 1 && word.starts_with(candidate));
        });
        if (found == many.end()) return false;
        many.erase(found);
        return true;
    });
}

PeopleMerger::Keys PeopleMerger::keys_of(const ListedPerson& person) {
    Keys out{.name = key_of(person.full_name)};
    out.name_and_organisation = out.name + "\n/" + key_of(person.organisation);
    if (person.email.empty()) return out;
    out.email = base::folded(person.email);
    out.name_and_address = out.name + "\n@" + out.email;
    return out;
}

void PeopleMerger::remember(const Keys& keys, std::size_t index) {
    m_by_name.emplace(keys.name_and_organisation, index);
    if (keys.email.empty()) return;
    m_by_name.emplace(keys.name_and_address, index);
    auto& of_address = m_by_email[keys.email];
    if (of_address.size() < compared && std::find(of_address.begin(), of_address.end(), index) == of_address.end())
        of_address.push_back(index);
}

PeopleMerger::Put PeopleMerger::put(ListedPerson person) {
    Put out;
    auto keys = keys_of(person);
    std::size_t index = m_people.size();
    if (const auto same = m_by_name.find(keys.name_and_organisation); same != m_by_name.end()) index = same->second;
    if (!keys.email.empty() && index == m_people.size()) {
        if (const auto same = m_by_name.find(keys.name_and_address); same != m_by_name.end()) index = same->second;
        const auto sharing = m_by_email.find(keys.email);
        if (sharing != m_by_email.end() && index == m_people.size()) {
            out.other_line = m_people[sharing->second.front()].line;
            for (const auto candidate : sharing->second) {
                if (!may_be_one(keys.name, m_names[candidate])) continue;
                index = candidate;
                break;
            }
        }
    }
    remember(keys, index);
    if (index == m_people.size()) {
        m_people.push_back(std::move(person));
        m_names.push_back(std::move(keys.name));
        return out;
    }
    out.merged = true;
    out.other_line = m_people[index].line;
    merge(m_people[index], std::move(person));
    keys = keys_of(m_people[index]);
    remember(keys, index);
    m_names[index] = std::move(keys.name);
    return out;
}

} // namespace ronde::store
