#include "app/people_lines.hpp"

#include "base/text.hpp"
#include "store/people_words.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace ronde::app {
namespace {

char separator_of(std::string_view line) {
    for (const char candidate : {'\t', ';'})
        if (line.find(candidate) != std::string_view::npos) return candidate;
    return ',';
}

/// The columns of a line, trimmed. A column that begins with a quote goes on to the next lone quote; "" is a quote.
std::vector<std::string> columns_of(std::string_view line) {
    const char separator = separator_of(line);
    std::vector<std::string> columns;
    std::size_t at = 0;
    for (;;) {
        std::string column;
        while (at < line.size() && line[at] == ' ') ++at;
        if (at < line.size() && line[at] == '"') {
            for (++at; at < line.size(); ++at) {
                if (line[at] == '"') {
                    if (at + 1 >= line.size() || line[at + 1] != '"') break;
                    ++at;
                }
                column += line[at];
            }
            if (at < line.size()) ++at;
        }
        while (at < line.size() && line[at] != separator) column += line[at++];
        columns.emplace_back(base::trimmed(column));
        if (at >= line.size()) break;
        ++at;
    }
    while (columns.size() > 1 && columns.back().empty()) columns.pop_back();
    return columns;
}

/// Folded, hyphens as spaces, spaces single.
std::string plain(std::string_view text) {
    std::string out;
    for (const char c : base::folded(text)) {
        const char shown = c == '-' ? ' ' : c;
        if (shown == ' ' && (out.empty() || out.back() == ' ')) continue;
        out += shown;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
}

bool is_heading(const std::vector<std::string>& columns) {
    static const std::set<std::string, std::less<>> names = {"nom",         "name",     "prenom nom", "nom prenom",
                                                             "participant", "personne", "person"};
    static const std::set<std::string, std::less<>> organisations = {"organisation", "organization", "structure",
                                                                     "company", "association"};
    return names.contains(plain(columns[0])) && (columns.size() == 1 || organisations.contains(plain(columns[1])));
}

using Who = std::pair<std::string, std::string>;

std::set<Who> people_of(const cafe::Session& session) {
    std::set<Who> out;
    for (const auto& person : session.participants) {
        const auto* organisation = cafe::find(session, person.organisation);
        out.emplace(plain(person.name), organisation == nullptr ? "" : plain(organisation->name));
    }
    return out;
}

/// The lines with their numbers; LF, CRLF and CR end one.
template <class Take>
void for_each_line(std::string_view text, Take&& take) {
    int number = 1;
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        if (at < text.size() && text[at] != '\n' && text[at] != '\r') continue;
        take(number++, text.substr(begin, at - begin));
        if (at + 1 < text.size() && text[at] == '\r' && text[at + 1] == '\n') ++at;
        begin = at + 1;
    }
}

} // namespace

std::optional<cafe::OrganisationKind> kind_named(std::string_view word) {
    return store::kind_named(word);
}

PeopleLines read_people_lines(std::string_view text, const cafe::Session& session) {
    PeopleLines out;
    std::map<std::string, const cafe::Organisation*, std::less<>> known;
    for (const auto& organisation : session.organisations) known.emplace(plain(organisation.name), &organisation);
    std::set<Who> there = people_of(session);
    bool first = true;

    for_each_line(text, [&](int number, std::string_view raw) {
        const auto wrong = [&](LineTrouble why) { out.wrong.push_back({number, std::string(raw), why}); };
        if (!base::is_utf8(raw)) return wrong(LineTrouble::not_text);
        if (base::trimmed(raw).empty()) return;
        const auto columns = columns_of(raw);
        if (std::exchange(first, false) && is_heading(columns)) return;

        PersonLine person{.line = number, .name = columns[0]};
        if (columns.size() > 1) person.organisation = columns[1];
        if (person.name.empty() && person.organisation.empty() && columns.size() < 3) return;
        if (columns.size() > 3) return wrong(LineTrouble::too_many);
        if (person.name.empty()) return wrong(LineTrouble::no_name);
        if (base::length(person.name) > longest_name || base::length(person.organisation) > longest_name)
            return wrong(LineTrouble::name_too_long);
        if (columns.size() > 2 && !columns[2].empty()) {
            person.kind = kind_named(columns[2]);
            if (!person.kind) return wrong(LineTrouble::unknown_kind);
        }
        const std::string organisation = plain(person.organisation);
        if (!there.emplace(plain(person.name), organisation).second) return wrong(LineTrouble::known_already);
        if (const auto found = known.find(organisation); !organisation.empty() && found != known.end()) {
            person.organisation = found->second->name;
            person.known = found->second->id;
        }
        out.people.push_back(std::move(person));
    });
    return out;
}

cafe::PutPeople put_people(const PeopleLines& lines, const cafe::Session& session,
                           const std::function<std::string(std::string_view prefix)>& new_id) {
    cafe::PutPeople out;
    std::map<std::string, std::size_t, std::less<>> put; // folded name → place in out.organisations
    for (const auto& line : lines.people) {
        cafe::Participant person{.id = {new_id("p")}, .name = line.name};
        const std::string name = plain(line.organisation);
        if (!name.empty()) {
            const auto* known = cafe::find(session, line.known);
            const auto found = put.find(name);
            if (found != put.end()) {
                auto& organisation = out.organisations[found->second];
                if (line.kind) organisation.kind = *line.kind;
                person.organisation = organisation.id;
            } else if (known != nullptr && (!line.kind || *line.kind == known->kind)) {
                person.organisation = known->id;
            } else {
                cafe::Organisation organisation = known != nullptr ? *known : cafe::Organisation{.id = {new_id("o")}};
                if (known == nullptr) organisation.name = line.organisation;
                if (line.kind) organisation.kind = *line.kind;
                person.organisation = organisation.id;
                put.emplace(name, out.organisations.size());
                out.organisations.push_back(std::move(organisation));
            }
        }
        out.participants.push_back(std::move(person));
    }
    return out;
}

} // namespace ronde::app
