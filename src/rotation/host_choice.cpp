#include "rotation/host_choice.hpp"

#include <algorithm>
#include <tuple>

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

/// Of those who are there at the beginning: not of the last, fewest turns, not the one who hosted it until now, there
/// to the end, least of their organisation, least of their kind, the first.
std::optional<int> HostChoice::best_for(const OpenTable& place, const Counts& counts,
                                        const std::vector<bool>& last) const {
    const int before = place.from > m_problem.played() ? host(place.from - 1, place.table) : nobody;
    const auto so_far = [](const std::map<int, int>& count, int label) {
        const auto found = count.find(label);
        return found == count.end() ? 0 : found->second;
    };
    std::optional<std::tuple<bool, int, bool, bool, int, int, int>> best;
    for (int person = 0; person < m_problem.size(); ++person) {
        if (!is_free(person, place.from, place.from + 1)) continue;
        const Person& who = m_problem.person(person);
        const std::tuple key{!last.empty() && last[static_cast<Index>(person)],
                             turns(person),
                             person == before,
                             !is_free(person, place.from, place.to),
                             who.organisation == nobody ? 0 : so_far(counts.organisations, who.organisation),
                             so_far(counts.kinds, who.kind),
                             person};
        best = best ? std::min(*best, key) : key;
    }
    return best ? std::optional(std::get<6>(*best)) : std::nullopt;
}

void HostChoice::fill(const std::vector<bool>& last) {
    Counts counts;
    const auto count = [&](int person) {
        ++counts.organisations[m_problem.person(person).organisation];
        ++counts.kinds[m_problem.person(person).kind];
    };
    for (const Host& one : hosts()) count(one.person);
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
        count(*person);
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
