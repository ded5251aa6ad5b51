#include "gui/seating_words.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <iterator>
#include <set>

namespace ronde::gui {
namespace {

void add(std::string& to, std::string_view part, std::string_view joint) {
    if (!to.empty()) to += joint;
    to += part;
}

std::string repeats_text(const Words& words, const cafe::SeatingQuality& quality) {
    if (quality.repeats == 0) return std::string(words("seating.repeats.none"));
    return words.count("seating.repeats", static_cast<long>(quality.repeats));
}

std::string colleagues_text(const Words& words, const cafe::SeatingQuality& quality) {
    if (quality.organisation_pairs == 0) return std::string(words("seating.colleagues.none"));
    return words.count("seating.colleagues", static_cast<long>(quality.organisation_pairs));
}

/// How many people see a question again from the `from`th on, without those who are named before.
std::ptrdiff_t people_again(const std::vector<cafe::SeenAgain>& all, std::size_t from = 0) {
    std::set<std::string_view> named;
    std::set<std::string_view> others;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (i < from)
            named.insert(all[i].person.value);
        else if (!named.contains(all[i].person.value))
            others.insert(all[i].person.value);
    return std::ssize(others);
}

/// The wishes that are not kept, and apart from them who sees a question again.
void add_broken(std::string& out, const Words& words, const cafe::SeatingQuality& quality, std::string_view joint) {
    const auto again = std::ranges::count(quality.broken, "question");
    const auto wishes = std::ssize(quality.broken) - again;
    if (wishes > 0) add(out, words.count("seating.broken", wishes), joint);
    if (again > 0)
        add(out, words.count("seating.again", std::max<std::ptrdiff_t>(again, people_again(quality.seen_again))),
            joint);
}

bool has_colleagues(const cafe::Session& session) {
    std::set<std::string_view> seen;
    return std::ranges::any_of(session.participants, [&seen](const cafe::Participant& person) {
        return !person.organisation.empty() && !seen.insert(person.organisation.value).second;
    });
}

std::string name_of(const cafe::Session& session, const cafe::ParticipantId& id) {
    const cafe::Participant* person = cafe::find(session, id);
    return person == nullptr ? "?" : person->name;
}

std::string named_or_numbered(const Words& words, const cafe::Session& session, const cafe::TableId& table,
                              std::string_view number) {
    const auto place = cafe::index_of(session, table);
    if (!place) return "—";
    const std::string& name = session.tables[*place].name;
    return name.empty() ? words(number, {{"n", std::to_string(*place + 1)}}) : name;
}

/// The rounds for which somebody is pinned as host.
std::string rounds_text(const Words& words, const cafe::Session& session, const cafe::Pin& pin) {
    const int first = std::max(1, pin.first_round);
    const int last = pin.last_round == 0 ? cafe::round_count(session) : pin.last_round;
    if (first >= last) return words("seating.in_round", {{"round", std::to_string(first)}});
    return words("seating.in_rounds", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

/// "1 et 3", "1, 2 et 3".
std::string numbers_text(const Words& words, const std::vector<int>& numbers) {
    std::string out;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        add(out, std::to_string(numbers[i]), i + 1 == numbers.size() ? words("seating.and") : ", ");
    return out;
}

/// The end of the first code point at `at`.
std::size_t after_letter(std::string_view text, std::size_t at) {
    (void)base::next_code_point(text, at);
    return at;
}

cafe::TableId table_in(const std::vector<cafe::Company>& companies, const cafe::ParticipantId& person) {
    for (const cafe::Company& company : companies)
        if (std::ranges::find(company.people, person) != company.people.end()) return company.table;
    return {};
}

} // namespace

std::string quality_sentence(const Words& words, const cafe::Session& session) {
    if (!session.seating.quality) return {};
    const cafe::SeatingQuality& quality = *session.seating.quality;
    const auto people = std::ranges::count_if(session.participants, [](const cafe::Participant& person) {
        return person.presence != cafe::Presence::absent;
    });
    const std::string others = std::to_string(std::max<std::ptrdiff_t>(0, people - 1));
    const std::string_view joint = words("seating.joint");
    std::string out = quality.fewest_met == quality.most_met
                          ? words("seating.met", {{"n", std::to_string(quality.most_met)}, {"others", others}})
                          : words("seating.met_range", {{"least", std::to_string(quality.fewest_met)},
                                                        {"most", std::to_string(quality.most_met)},
                                                        {"others", others}});
    add(out, repeats_text(words, quality), joint);
    if (quality.most_often > 2)
        add(out, words("seating.most_often", {{"n", std::to_string(quality.most_often)}}), joint);
    if (has_colleagues(session)) add(out, colleagues_text(words, quality), joint);
    if (quality.size_spread > 1) add(out, words("seating.uneven", {{"n", std::to_string(quality.size_spread)}}), joint);
    add_broken(out, words, quality, joint);
    if (quality.optimal)
        add(out, words("seating.optimal"), joint);
    else if (!session.seating.companies.empty() &&
             quality.score > quality.bound) // the bound is of what keeps every rule
        add(out,
            words("seating.gap", {{"score", std::to_string(quality.score)}, {"bound", std::to_string(quality.bound)}}),
            joint);
    return out + ".";
}

std::string seen_again_text(const Words& words, const cafe::Session& session, std::size_t most) {
    if (!session.seating.quality) return {};
    const auto& all = session.seating.quality->seen_again;
    std::size_t shown = all.size() <= most + 1 ? all.size() : most;
    if (people_again(all, shown) == 0) shown = all.size(); // only more of the same people
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto question = cafe::index_of(session, all[i].question);
        add(out,
            words(all[i].rounds.size() <= 2 ? "seating.seen_twice" : "seating.seen_often",
                  {{"name", name_of(session, all[i].person)},
                   {"question", question ? std::to_string(*question + 1) : "?"},
                   {"n", std::to_string(all[i].rounds.size())},
                   {"rounds", numbers_text(words, all[i].rounds)}}),
            words("seating.joint"));
    }
    if (shown < all.size())
        add(out, words.count("seating.seen_others", people_again(all, shown)), words("seating.joint"));
    return out.empty() ? out : out + ".";
}

std::string measure_text(const Words& words, const cafe::Session& session, const cafe::SeatingQuality& quality) {
    const std::string_view joint = words("seating.and_joint");
    std::string out = quality.fewest_met == quality.most_met
                          ? words.count("seating.meetings", quality.most_met)
                          : words("seating.meetings_range", {{"least", std::to_string(quality.fewest_met)},
                                                             {"most", std::to_string(quality.most_met)}});
    add(out, repeats_text(words, quality), joint);
    if (quality.most_often > 2)
        add(out, words("seating.most_often", {{"n", std::to_string(quality.most_often)}}), joint);
    if (has_colleagues(session)) add(out, colleagues_text(words, quality), joint);
    add_broken(out, words, quality, joint);
    return out;
}

std::string choice_sentence(const Words& words, const app::SeatingChoice& choice,
                            const std::vector<app::SeatingChoice>& others) {
    const std::string_view joint = words("seating.and_joint");
    std::string result;
    if (choice.seating.quality) {
        const cafe::SeatingQuality& quality = *choice.seating.quality;
        const auto differs = [&](auto member) {
            return std::ranges::any_of(others, [&](const app::SeatingChoice& other) {
                return other.seating.quality && (*other.seating.quality).*member != quality.*member;
            });
        };
        add(result, repeats_text(words, quality), joint);
        if (quality.organisation_pairs > 0 || differs(&cafe::SeatingQuality::organisation_pairs))
            add(result, colleagues_text(words, quality), joint);
        if (differs(&cafe::SeatingQuality::kind_pairs))
            add(result, words.count("seating.kinds", static_cast<long>(quality.kind_pairs)), joint);
        if (quality.size_spread > 1)
            add(result, words("seating.uneven", {{"n", std::to_string(quality.size_spread)}}), joint);
        if (!quality.broken.empty())
            add(result, words.count("seating.broken", static_cast<long>(quality.broken.size())), joint);
    }
    if (choice.moved.empty()) return words("seating.move_none", {{"result", result}});
    return words.count("seating.move", static_cast<long>(choice.moved.size()), {{"result", result}});
}

std::string names_text(const Words& words, const cafe::Session& session, const std::vector<cafe::ParticipantId>& people,
                       std::size_t most) {
    const std::size_t shown = most == 0 || people.size() <= most + 1 ? people.size() : most;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) add(out, name_of(session, people[i]), ", ");
    if (shown < people.size()) out += words.count("seating.more", static_cast<long>(people.size() - shown));
    return out;
}

std::string moves_text(const Words& words, const cafe::Session& session, const app::SeatingChoice& choice,
                       std::size_t most) {
    std::vector<cafe::ParticipantId> people = choice.moved;
    people.insert(people.end(), choice.seated.begin(), choice.seated.end());
    const std::size_t shown = most == 0 || people.size() <= most + 1 ? people.size() : most;
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) {
        std::string moves;
        for (std::size_t round = 0; round < choice.seating.companies.size(); ++round) {
            const cafe::TableId from = table_of(session, static_cast<int>(round) + 1, people[i]);
            const cafe::TableId to = table_in(choice.seating.companies[round], people[i]);
            if (from == to || to.empty()) continue;
            const std::string now = seat_within(words, session, to);
            const std::string place =
                from.empty() ? now
                             : words("seating.move.way", {{"from", seat_within(words, session, from)}, {"to", now}});
            add(moves, words("seating.move.round", {{"round", std::to_string(round + 1)}, {"place", place}}), ", ");
        }
        const std::string name = name_of(session, people[i]);
        add(out, moves.empty() ? name : words("seating.move.person", {{"name", name}, {"moves", moves}}), " · ");
    }
    if (shown < people.size()) out += words.count("seating.more", static_cast<long>(people.size() - shown));
    return out;
}

std::string short_name(std::string_view name) {
    name = base::trimmed(name);
    const std::size_t first = name.find(' ');
    const std::size_t last = name.rfind(' ');
    if (first == std::string_view::npos || last + 1 >= name.size()) return std::string(name);
    std::string out(name.substr(0, first + 1));
    out += name.substr(last + 1, after_letter(name, last + 1) - last - 1);
    return out + ".";
}

std::string seat_text(const Words& words, const cafe::Session& session, const cafe::TableId& table) {
    return named_or_numbered(words, session, table, "seating.table");
}

std::string seat_within(const Words& words, const cafe::Session& session, const cafe::TableId& table) {
    return named_or_numbered(words, session, table, "seating.table.within");
}

std::string pin_text(const Words& words, const cafe::Session& session, const cafe::Pin& pin) {
    const Words::Values values{{"person", name_of(session, pin.person)},
                               {"other", pin.other.empty() ? std::string() : name_of(session, pin.other)},
                               {"table", pin.table.empty() ? std::string() : seat_within(words, session, pin.table)},
                               {"round", std::to_string(pin.round)},
                               {"rounds", rounds_text(words, session, pin)}};
    switch (pin.kind) {
    case cafe::PinKind::together: return words("seating.pin.together", values);
    case cafe::PinKind::apart: return words("seating.pin.apart", values);
    case cafe::PinKind::seat: return words("seating.pin.seat", values);
    case cafe::PinKind::host: break;
    }
    return words(pin.first_round == 0 && pin.last_round == 0 ? "seating.pin.host" : "seating.pin.host.rounds", values);
}

} // namespace ronde::gui
