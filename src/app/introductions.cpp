#include "app/introductions.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>

namespace ronde::app {
namespace {

using cafe::IntroductionReason;

/// Why a pair should meet, and how strongly.
struct Tie {
    std::size_t first = 0; ///< places among the participants, first < second
    std::size_t second = 0;
    IntroductionReason reason = IntroductionReason::theme;
    std::string about{};
    int strength = 0; ///< ideas in common; a match counts more than any theme
};

/// Who is there at the end: neither absent nor gone before the last round that has begun.
bool is_there(const cafe::Participant& person, int rounds) {
    return rounds == 0 ? person.presence != cafe::Presence::absent : cafe::attends(person, rounds);
}

/// What the rounds begun so far made of each person.
class Past {
public:
    explicit Past(const cafe::Session& session) : m_rounds(cafe::round_for_notes(session)) {
        std::map<cafe::ParticipantId, std::size_t> places;
        for (std::size_t i = 0; i < session.participants.size(); ++i) places.emplace(session.participants[i].id, i);
        m_at.assign(session.participants.size(), {});
        for (int round = 1; round <= m_rounds; ++round)
            for (std::size_t table = 0; table < session.tables.size(); ++table)
                for (const cafe::ParticipantId& id : cafe::people_at(session, round, session.tables[table].id)) {
                    const auto place = places.find(id);
                    if (place == places.end() || !cafe::attends(session.participants[place->second], round)) continue;
                    m_at[place->second].insert({round, table});
                }
    }

    [[nodiscard]] int rounds() const { return m_rounds; }
    [[nodiscard]] bool met(std::size_t a, std::size_t b) const {
        return std::ranges::any_of(m_at[a], [&](const auto& seat) { return m_at[b].contains(seat); });
    }
    [[nodiscard]] bool was_at(std::size_t person, int round, std::size_t table) const {
        return m_at[person].contains({round, table});
    }

private:
    int m_rounds;
    std::vector<std::set<std::pair<int, std::size_t>>> m_at{};
};

/// For each theme, how many of its ideas were noted where a person sat: shared[theme][person].
std::vector<std::vector<int>> ideas_by_theme(const cafe::Session& session, const Past& past) {
    std::vector<std::vector<int>> shared(session.harvest.themes.size(), std::vector<int>(session.participants.size()));
    for (std::size_t theme = 0; theme < shared.size(); ++theme)
        for (const cafe::IdeaId& id : session.harvest.themes[theme].ideas) {
            const cafe::Idea* idea = cafe::find(session, id);
            const auto table = idea == nullptr ? std::nullopt : cafe::index_of(session, idea->table);
            if (!table) continue;
            for (std::size_t person = 0; person < session.participants.size(); ++person)
                if (past.was_at(person, idea->round, *table)) ++shared[theme][person];
        }
    return shared;
}

/// The need of an accepted match between the organisations of two people.
std::optional<std::string> matched_need(const cafe::Session& session, const cafe::Participant& a,
                                        const cafe::Participant& b) {
    if (a.organisation.empty() || b.organisation.empty()) return std::nullopt;
    for (const cafe::Complementarity& match : session.follow_up.complementarities) {
        const bool one = match.giver == a.organisation && match.taker == b.organisation;
        const bool other = match.giver == b.organisation && match.taker == a.organisation;
        if (match.ruling == cafe::Ruling::accepted && (one || other)) return match.need;
    }
    return std::nullopt;
}

/// Whether two people who are there have neither met nor come for the same organisation.
bool are_strangers(const std::vector<cafe::Participant>& people, const Past& past, std::size_t a, std::size_t b) {
    if (!is_there(people[a], past.rounds()) || !is_there(people[b], past.rounds()) || past.met(a, b)) return false;
    return people[a].organisation.empty() || people[a].organisation != people[b].organisation;
}

std::vector<Tie> ties_of(const cafe::Session& session) {
    constexpr int match_strength = 1'000'000;
    const Past past(session);
    const auto shared = ideas_by_theme(session, past);
    const auto& people = session.participants;
    std::vector<Tie> ties;
    for (std::size_t a = 0; a < people.size(); ++a) {
        for (std::size_t b = a + 1; b < people.size(); ++b) {
            if (!are_strangers(people, past, a, b)) continue;
            if (auto need = matched_need(session, people[a], people[b])) {
                ties.push_back({a, b, IntroductionReason::complementarity, std::move(*need), match_strength});
                continue;
            }
            Tie best{a, b};
            for (std::size_t theme = 0; theme < shared.size(); ++theme) {
                const int both = std::min(shared[theme][a], shared[theme][b]);
                if (both <= best.strength) continue;
                best.strength = both;
                best.about = session.harvest.themes[theme].title;
            }
            if (best.strength > 0) ties.push_back(std::move(best));
        }
    }
    return ties;
}

} // namespace

std::vector<cafe::Introduction> propose_introductions(const cafe::Session& session) {
    std::vector<Tie> ties = ties_of(session);
    std::vector<int> choices(session.participants.size());
    for (const Tie& tie : ties) {
        ++choices[tie.first];
        ++choices[tie.second];
    }
    // Greedy: whoever has least to choose from comes first, then the stronger tie, then the order of the list.
    std::ranges::sort(ties, {}, [&](const Tie& tie) {
        return std::tuple(std::min(choices[tie.first], choices[tie.second]),
                          std::max(choices[tie.first], choices[tie.second]), -tie.strength, tie.first, tie.second);
    });
    std::stable_partition(ties.begin(), ties.end(),
                          [](const Tie& tie) { return tie.reason == IntroductionReason::complementarity; });
    std::vector<int> given(session.participants.size());
    std::vector<cafe::Introduction> introductions;
    // First one each, as far as it goes, then a second one: nobody waits while somebody has two.
    for (int round = 1; round <= most_introductions_each; ++round)
        for (Tie& tie : ties) {
            if (tie.strength == 0 || given[tie.first] >= round || given[tie.second] >= round) continue;
            ++given[tie.first];
            ++given[tie.second];
            tie.strength = 0;
            introductions.push_back(
                {session.participants[tie.first].id, session.participants[tie.second].id, tie.reason, tie.about});
        }
    return introductions;
}

std::optional<NoIntroductions> why_nobody_to_introduce(const cafe::Session& session) {
    if (!ties_of(session).empty()) return std::nullopt;
    const Past past(session);
    const auto& people = session.participants;
    if (std::ranges::count_if(people, [&](const cafe::Participant& one) { return is_there(one, past.rounds()); }) < 2)
        return NoIntroductions::few_people;
    bool strangers = false;
    for (std::size_t a = 0; a < people.size() && !strangers; ++a)
        for (std::size_t b = a + 1; b < people.size() && !strangers; ++b) strangers = are_strangers(people, past, a, b);
    if (!strangers) return NoIntroductions::all_met;
    const auto& matches = session.follow_up.complementarities;
    if (std::ranges::find(matches, cafe::Ruling::accepted, &cafe::Complementarity::ruling) != matches.end())
        return NoIntroductions::nothing_shared;
    if (past.rounds() == 0) return NoIntroductions::no_round;
    const bool sorted =
        std::ranges::any_of(session.harvest.themes, [](const cafe::Theme& theme) { return !theme.ideas.empty(); });
    return sorted ? NoIntroductions::nothing_shared : NoIntroductions::nothing_sorted;
}

std::vector<Gathering> people_to_meet(const cafe::Session& session, std::size_t most) {
    std::vector<Gathering> gatherings;
    std::map<cafe::ParticipantId, std::size_t> sits_in;
    const auto add = [&](Gathering gathering, const std::vector<cafe::ParticipantId>& members) {
        for (const cafe::ParticipantId& id : members) sits_in.emplace(id, gatherings.size());
        gatherings.push_back(std::move(gathering));
    };
    const int last = std::max(1, cafe::round_for_notes(session));
    if (!session.seating.companies.empty()) {
        for (const cafe::Table& table : session.tables)
            add({.table = table.id}, cafe::people_at(session, last, table.id));
    } else {
        for (const cafe::Group& group : session.groups) add({.group = group.id}, group.members);
    }
    const auto tell = [&](const cafe::ParticipantId& member, const cafe::ParticipantId& other,
                          const cafe::Introduction& introduction) {
        const auto at = sits_in.find(member);
        if (at != sits_in.end())
            gatherings[at->second].people.push_back({other, member, introduction.reason, introduction.about});
    };
    for (const cafe::Introduction& introduction : session.follow_up.introductions) {
        tell(introduction.first, introduction.second, introduction);
        tell(introduction.second, introduction.first, introduction);
    }
    for (Gathering& gathering : gatherings) {
        // Those of a member who stands there already come after the others.
        std::set<cafe::ParticipantId> told;
        std::stable_partition(gathering.people.begin(), gathering.people.end(),
                              [&](const ToMeet& one) { return told.insert(one.member).second; });
        if (gathering.people.size() > most) gathering.people.resize(most);
    }
    std::erase_if(gatherings, [](const Gathering& gathering) { return gathering.people.empty(); });
    return gatherings;
}

} // namespace ronde::app
