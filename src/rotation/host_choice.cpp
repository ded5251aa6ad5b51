#include "rotation/host_choice.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

} // namespace

HostChoice::HostChoice(const Problem& problem, int turn)
    : m_problem(problem), m_turn(turn),
      m_hosting(problem.people.size(), std::vector<bool>(static_cast<Index>(problem.rounds()))),
      m_turns(problem.people.size()) {
    if (problem.played() < problem.rounds()) m_tables = problem.tables(problem.played());
    m_host.assign(static_cast<Index>(problem.rounds() - problem.played()) * static_cast<Index>(m_tables), nobody);
}

int& HostChoice::host(int round, int table) {
    return m_host[static_cast<Index>(round - m_problem.played()) * static_cast<Index>(m_tables) +
                  static_cast<Index>(table)];
}

int HostChoice::host(int round, int table) const {
    return m_host[static_cast<Index>(round - m_problem.played()) * static_cast<Index>(m_tables) +
                  static_cast<Index>(table)];
}

int HostChoice::turn_end(int round) const {
    return m_turn == 0 ? m_problem.rounds() : std::min(m_problem.rounds(), (round / m_turn + 1) * m_turn);
}

int HostChoice::there_until(int person) const {
    return std::min(m_problem.rounds(), m_problem.person(person).leaves);
}

bool HostChoice::is_free(int person, int from, int to) const {
    if (m_problem.person(person).arrives > from || there_until(person) < to) return false;
    const auto& hosting = m_hosting[static_cast<Index>(person)];
    return std::none_of(hosting.begin() + from, hosting.begin() + to, [](bool busy) { return busy; });
}

bool HostChoice::is_open(int table, int from, int to) const {
    for (int round = from; round < to; ++round)
        if (host(round, table) != nobody) return false;
    return true;
}

bool HostChoice::settle(const Host& wanted) {
    if (wanted.from >= wanted.to || !is_open(wanted.table, wanted.from, wanted.to) ||
        !is_free(wanted.person, wanted.from, wanted.to))
        return false;
    for (int round = wanted.from; round < wanted.to; ++round) {
        host(round, wanted.table) = wanted.person;
        m_hosting[static_cast<Index>(wanted.person)][static_cast<Index>(round)] = true;
    }
    ++m_turns[static_cast<Index>(wanted.person)];
    return true;
}

void HostChoice::has_hosted(int person) {
    ++m_turns[static_cast<Index>(person)];
}

std::vector<OpenTable> HostChoice::open() const {
    std::vector<OpenTable> places;
    for (int round = m_problem.played(); round < m_problem.rounds(); ++round)
        for (int table = 0; table < m_tables; ++table) {
            if (host(round, table) != nobody) continue;
            const bool begins =
                round == m_problem.played() || host(round - 1, table) != nobody || turn_end(round - 1) == round;
            if (!begins) continue;
            int to = round + 1;
            while (to < turn_end(round) && host(to, table) == nobody) ++to;
            places.push_back({table, round, to});
        }
    return places;
}

void HostChoice::ask(const std::vector<int>& people) {
    std::vector<OpenTable> places = open();
    for (const int person : people) {
        const auto taken = std::find_if(places.begin(), places.end(), [&](const OpenTable& place) {
            return settle({person, place.table, place.from, place.to});
        });
        if (taken != places.end()) places.erase(taken);
    }
}

HostChoice::Counts::Counts(const Problem& problem) {
    const auto number = [&](int Person::*label, std::vector<int>& of, std::vector<int>& count) {
        std::map<int, int> numbers;
        for (const Person& person : problem.people)
            of.push_back(numbers.try_emplace(person.*label, static_cast<int>(numbers.size())).first->second);
        count.assign(numbers.size(), 0);
    };
    number(&Person::organisation, organisation, organisations);
    number(&Person::kind, kind, kinds);
}

void HostChoice::Counts::add(int person) {
    ++organisations[static_cast<Index>(organisation[static_cast<Index>(person)])];
    ++kinds[static_cast<Index>(kind[static_cast<Index>(person)])];
}

/// Of those who are there at the beginning: not of the last, fewest turns, not the one who hosted it until now, there
/// to the end, least of their organisation, least of their kind, the first.
std::optional<int> HostChoice::best_for(const OpenTable& place, const Counts& counts,
                                        const std::vector<bool>& last) const {
    const int before = place.from > m_problem.played() ? host(place.from - 1, place.table) : nobody;
    using Key = std::tuple<bool, int, bool, bool, int, int>;
    const Key least{false, 0, false, false, 0, *std::min_element(counts.kinds.begin(), counts.kinds.end())};
    std::optional<std::pair<Key, int>> best;
    for (int person = 0; person < m_problem.size() && (!best || best->first != least); ++person) {
        if (!is_free(person, place.from, place.from + 1)) continue;
        const auto at = static_cast<Index>(person);
        const Key key{!last.empty() && last[at],
                      turns(person),
                      person == before,
                      !is_free(person, place.from, place.to),
                      m_problem.person(person).organisation == nobody
                          ? 0
                          : counts.organisations[static_cast<Index>(counts.organisation[at])],
                      counts.kinds[static_cast<Index>(counts.kind[at])]};
        if (!best || key < best->first) best = {key, person};
    }
    return best ? std::optional(best->second) : std::nullopt;
}

void HostChoice::fill(const std::vector<bool>& last) {
    if (m_problem.people.empty()) return;
    Counts counts(m_problem);
    for (const Host& one : hosts()) counts.add(one.person);
    std::vector<OpenTable> places = open();
    for (Index i = 0; i < places.size(); ++i) {
        const OpenTable place = places[i];
        const auto person = best_for(place, counts, last);
        if (!person) {
            if (place.from + 1 < place.to) places.push_back({place.table, place.from + 1, place.to});
            continue;
        }
        int to = place.from + 1;
        while (to < place.to && is_free(*person, place.from, to + 1)) ++to;
        settle({*person, place.table, place.from, to});
        counts.add(*person);
        if (to < place.to) places.push_back({place.table, to, place.to});
    }
}

std::vector<Host> HostChoice::hosts() const {
    std::vector<Host> out;
    for (int table = 0; table < m_tables; ++table)
        for (int round = m_problem.played(); round < m_problem.rounds(); ++round) {
            const int person = host(round, table);
            if (person == nobody) continue;
            const bool goes_on =
                !out.empty() && out.back().person == person && out.back().table == table && out.back().to == round;
            if (goes_on)
                ++out.back().to;
            else
                out.push_back({person, table, round, round + 1});
        }
    return out;
}

} // namespace ronde::rotation
