#include "rotation/hall.hpp"

#include "rotation/bounds.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace ronde::rotation {

namespace {

/// The labels of all people as numbers from 0, those without one as negative numbers of their own.
template <class Member>
std::vector<int> numbered(const Problem& problem, Member member) {
    std::map<int, int> known;
    std::vector<int> numbers;
    for (int person = 0; person < problem.size(); ++person) {
        const int label = problem.person(person).*member;
        numbers.push_back(label == nobody ? -1 - person
                                          : known.try_emplace(label, static_cast<int>(known.size())).first->second);
    }
    return numbers;
}

/// Seats more than even tables need, where a wish of people is broken: a table may have to be larger than any is now.
std::size_t spare_seats(const Problem& problem, const Plan& start) {
    const bool wishes = !problem.together.empty() || !problem.apart.empty() || !problem.seats.empty();
    constexpr std::size_t spare = 2;
    return wishes && !broken_rules(problem, start).empty() ? spare : 0;
}

} // namespace

Hall::Hall(const Problem& problem, const Plan& start, const Prices& prices)
    : m_problem(problem), m_rounds(index(problem.rounds())), m_prices(prices),
      m_encounters(problem.size(), problem.rounds()) {
    m_organisation = problem.weights.organisation * prices.unit;
    m_kind = problem.weights.kind * prices.unit;
    m_organisations = numbered(problem, &Person::organisation);
    m_kinds = numbered(problem, &Person::kind);

    m_seat.assign(problem.people.size() * m_rounds, nobody);
    m_movable.assign(problem.people.size() * m_rounds, 0);
    const Index spare = spare_seats(problem, start);
    Index largest = 1;
    for (int round = 0; round < problem.rounds(); ++round) {
        const Round& tables = start.rounds[index(round)];
        Index present = 0;
        Index capacity = 1;
        for (const Table& table : tables) {
            present += table.size();
            capacity = std::max(capacity, table.size());
        }
        capacity = std::max(capacity, (present + tables.size() - 1) / tables.size()) + spare;
        largest = std::max(largest, capacity);
        m_capacity.push_back(static_cast<int>(capacity));
        std::vector<int>& occupants = m_occupant.emplace_back(tables.size() * capacity, nobody);
        std::vector<int>& questions = m_question.emplace_back();
        for (Index table = 0; table < tables.size(); ++table) {
            questions.push_back(problem.question_of(round, static_cast<int>(table)));
            for (Index place = 0; place < tables[table].size(); ++place) {
                const int person = tables[table][place];
                occupants[table * capacity + place] = person;
                m_seat[index(person) * m_rounds + index(round)] = static_cast<int>(table * capacity + place);
                m_movable[index(person) * m_rounds + index(round)] = round >= problem.played();
                m_encounters.seat(person, round, static_cast<int>(table));
            }
        }
    }
    for (const Host& host : problem.hosts)
        for (int round = host.from; round < host.to; ++round)
            m_movable[index(host.person) * m_rounds + index(round)] = 0;
    m_ruled = m_movable;
    for (const SeatPin& pin : problem.seats) m_movable[index(pin.person) * m_rounds + index(pin.round)] = 0;
    for (auto from = m_movable.begin(); from != m_movable.end(); from += problem.rounds())
        m_free.push_back(std::find(from, from + problem.rounds(), 0) == from + problem.rounds());

    set_prices(static_cast<Price>(largest));
    if (!problem.announced.empty()) {
        for (const Round& tables : problem.announced) {
            std::vector<int>& table_of = m_announced.emplace_back(problem.people.size(), nobody);
            for (Index table = 0; table < tables.size(); ++table)
                for (const int person : tables[table]) table_of[index(person)] = static_cast<int>(table);
        }
    }
    set_pins();
    set_companies();
}

void Hall::set_prices(Price largest) {
    const Weights& weights = m_problem.weights;
    Price seats = 1;
    for (const std::vector<int>& occupants : m_occupant) seats += static_cast<Price>(occupants.size());
    // Never so dear that a whole plan of them overflows; that limit is far above any real problem's.
    constexpr Price most = Price{1} << 61U;
    const auto dearest = weights.repeat * m_problem.rounds() + weights.organisation + weights.kind;
    m_uneven = std::min(m_prices.unit * (1 + 2 * largest * dearest) + m_prices.moved, most / (seats * largest));
    m_broken = std::max(m_uneven, std::min(m_uneven * (1 + 2 * largest), most / (4 * seats)));
    for (int met = 0; met <= m_problem.rounds(); ++met) {
        const bool too_often = m_problem.limit == MeetingLimit::twice && met >= 2;
        m_meeting.push_back(weights.repeat * m_prices.unit * met + (too_often ? m_uneven : 0));
    }
}

void Hall::set_pins() {
    if (m_problem.together.empty() && m_problem.apart.empty()) return;
    m_pins.resize(m_problem.people.size());
    const auto add = [this](const Pair& pair, int sign) {
        m_pins[index(pair.first)].push_back({pair.second, sign});
        m_pins[index(pair.second)].push_back({pair.first, sign});
    };
    for (const Pair& pair : m_problem.together) add(pair, -1);
    for (const Pair& pair : m_problem.apart) add(pair, 1);
}

void Hall::set_companies() {
    if (m_problem.together.empty()) return;
    m_company_of.assign(m_problem.people.size(), nobody);
    std::vector<int> waiting;
    for (int person = 0; person < m_problem.size(); ++person) {
        if (m_company_of[index(person)] != nobody) continue;
        std::vector<int> company;
        waiting = {person};
        const int number = static_cast<int>(m_companies.size());
        while (!waiting.empty()) {
            const int one = waiting.back();
            waiting.pop_back();
            if (std::exchange(m_company_of[index(one)], number) == number) continue;
            company.push_back(one);
            for (const auto& [other, sign] : m_pins[index(one)])
                if (sign < 0) waiting.push_back(other);
        }
        if (company.size() < 2) {
            m_company_of[index(person)] = nobody;
        } else {
            m_companies.push_back(std::move(company));
        }
    }
}

Price Hall::pins(int a, int b) const {
    Price price = 0;
    if (!m_pins.empty())
        for (const auto& [other, sign] : m_pins[index(a)])
            if (other == b) price += sign * m_broken;
    return price;
}

Price Hall::likeness(int a, int b) const {
    Price price = 0;
    if (m_organisations[index(a)] == m_organisations[index(b)]) price += m_organisation;
    if (m_kinds[index(a)] == m_kinds[index(b)]) price += m_kind;
    return price;
}

Price Hall::company(int a, int b, int again) const {
    return m_meeting[index(again)] + likeness(a, b);
}

Price Hall::limit_price(int a, int b, int round) const {
    if (m_problem.limit == MeetingLimit::none) return 0;
    int before = 0;
    for (int earlier = 0; earlier < round; ++earlier) {
        const int table = m_encounters.table(a, earlier);
        before += table != nobody && table == m_encounters.table(b, earlier);
    }
    return before >= 2 ? m_uneven : 0;
}

Price Hall::place_price(int person, int round, int table) const {
    if (m_announced.empty()) return 0;
    const int before = m_announced[index(round)][index(person)];
    return before == nobody || before == table ? 0 : m_prices.moved;
}

Price Hall::exchange_price(int round, int seat, int other) const {
    const std::vector<int>& occupants = m_occupant[index(round)];
    const int capacity = m_capacity[index(round)];
    const int a = occupants[index(seat)];
    const int b = occupants[index(other)];
    const int table_a = seat / capacity;
    const int table_b = other / capacity;
    Price price = 0;
    // One table: `leaver` goes, `comer` comes; gives the empty seats that stay there.
    const auto change = [&](int table, int leaver, int comer) {
        int empty = 0;
        for (int place = table * capacity; place < (table + 1) * capacity; ++place) {
            if (place == seat || place == other) continue;
            const int x = occupants[index(place)];
            if (x == nobody) {
                ++empty;
                continue;
            }
            if (comer != nobody) price += company(comer, x, m_encounters.meetings(comer, x)) + pins(comer, x);
            if (leaver != nobody) price -= company(leaver, x, m_encounters.meetings(leaver, x) - 1) + pins(leaver, x);
        }
        return empty;
    };
    const int empty_a = change(table_a, a, b);
    const int empty_b = change(table_b, b, a);
    if (a == nobody) price += (empty_b - empty_a) * m_uneven;
    if (b == nobody) price += (empty_a - empty_b) * m_uneven;
    if (a != nobody) price += place_price(a, round, table_b) - place_price(a, round, table_a);
    if (b != nobody) price += place_price(b, round, table_a) - place_price(b, round, table_b);
    return price;
}

Price Hall::routes_price(int person, int partner) const {
    Price price = 0;
    for (int round = 0; round < m_problem.rounds(); ++round) {
        const std::vector<int>& occupants = m_occupant[index(round)];
        const int capacity = m_capacity[index(round)];
        const int from = m_encounters.table(person, round);
        const int to = m_encounters.table(partner, round);
        if (from == to) continue;
        for (int place = 0; place < capacity; ++place) {
            if (const int x = occupants[index(from * capacity + place)]; x != nobody && x != person)
                price += likeness(partner, x) - likeness(person, x) + pins(partner, x) - pins(person, x);
            if (const int x = occupants[index(to * capacity + place)]; x != nobody && x != partner)
                price += likeness(person, x) - likeness(partner, x) + pins(person, x) - pins(partner, x);
        }
        price += place_price(person, round, to) - place_price(person, round, from);
        price += place_price(partner, round, from) - place_price(partner, round, to);
    }
    return price;
}

void Hall::exchange(int round, int seat, int other) {
    std::vector<int>& occupants = m_occupant[index(round)];
    std::swap(occupants[index(seat)], occupants[index(other)]);
    for (const int at : {seat, other}) {
        const int person = occupants[index(at)];
        if (person == nobody) continue;
        m_seat[index(person) * m_rounds + index(round)] = at;
        m_encounters.seat(person, round, at / m_capacity[index(round)]);
    }
}

Price Hall::visits_price(int person) const {
    if (m_problem.rule == QuestionRule::free) return 0;
    const int questions = m_problem.questions;
    Price price = 0;
    int count = 0; // questions seen so far
    for (int round = 0; round < m_problem.rounds() && count < questions; ++round) {
        const int table = m_encounters.table(person, round);
        if (table == nobody) continue;
        const int now = m_question[index(round)][index(table)];
        bool again = false;
        for (int before = 0; before < round && !again; ++before) {
            const int at = m_encounters.table(person, before);
            again = at != nobody && m_question[index(before)][index(at)] == now;
        }
        count += !again;
        if (again && m_ruled[index(person) * m_rounds + index(round)] != 0) price += m_broken;
    }
    return price;
}

Price Hall::price() const {
    Price price = measure(m_problem, plan()).score * m_prices.unit;
    for (int person = 0; person < m_problem.size(); ++person) price += visits_price(person);
    for (int round = m_problem.played(); round < m_problem.rounds(); ++round) {
        const int capacity = m_capacity[index(round)];
        const auto empty_seats = std::count(m_occupant[index(round)].begin(), m_occupant[index(round)].end(), nobody);
        price -= spread(empty_seats, seats(round) / capacity) * m_uneven; // what even tables would have
        for (const auto& [first, second] : m_problem.together) // those who are together get it back as company
            if (m_problem.present(first, round) && m_problem.present(second, round)) price += m_broken;
        for (int first = 0; first < seats(round); first += capacity) {
            Price empty = 0;
            for (int seat = first; seat < first + capacity; ++seat) {
                const int person = occupant(round, seat);
                empty += person == nobody;
                if (person == nobody) continue;
                price += place_price(person, round, first / capacity);
                for (int other = first; other < seat; ++other) {
                    if (occupant(round, other) == nobody) continue;
                    price += pins(person, occupant(round, other)) + limit_price(person, occupant(round, other), round);
                }
            }
            price += empty * (empty - 1) / 2 * m_uneven;
        }
    }
    return price;
}

void Hall::mark_uneasy(std::vector<bool>& marked, int round, const std::vector<int>& values) const {
    const int capacity = m_capacity[index(round)];
    const int tables = seats(round) / capacity;
    std::vector<int> present(values.size()); // [value] → people in the whole round
    for (const int person : m_occupant[index(round)])
        if (person != nobody && values[index(person)] >= 0) ++present[index(values[index(person)])];
    std::vector<int> everywhere; // the values of which there should be somebody at each table
    for (Index value = 0; value < present.size(); ++value)
        if (present[value] >= tables) everywhere.push_back(static_cast<int>(value));
    std::vector<int> here(values.size()); // [value] → people at this table
    for (int first = 0; first < seats(round); first += capacity) {
        const auto each = [&](const auto& visit) {
            for (int seat = first; seat < first + capacity; ++seat)
                if (const int person = occupant(round, seat); person != nobody) visit(person, values[index(person)]);
        };
        each([&](int, int value) { here[index(std::max(value, 0))] += value >= 0; });
        const bool lacking = std::any_of(everywhere.begin(), everywhere.end(), [&](int value) {
            return here[index(value)] < present[index(value)] / tables;
        });
        each([&](int person, int value) { // too few: anybody there may make room; too many: each of them
            const bool crowded = value >= 0 && here[index(value)] > (present[index(value)] + tables - 1) / tables;
            if (lacking || crowded) marked[index(person)] = true;
        });
        each([&](int, int value) { here[index(std::max(value, 0))] = 0; });
    }
}

std::vector<int> Hall::uneasy(bool repeats_avoidable) const {
    std::vector<bool> marked(m_problem.people.size());
    for (int round = m_problem.played(); round < m_problem.rounds(); ++round) {
        if (m_organisation > 0) mark_uneasy(marked, round, m_organisations);
        if (m_kind > 0) mark_uneasy(marked, round, m_kinds);
        if (!repeats_avoidable) continue;
        const int capacity = m_capacity[index(round)];
        for (int first = 0; first < seats(round); first += capacity)
            for (int seat = first; seat < first + capacity; ++seat)
                for (int other = first; other < seat; ++other) {
                    const int a = occupant(round, seat);
                    const int b = occupant(round, other);
                    if (a != nobody && b != nobody && m_encounters.meetings(a, b) > 1)
                        marked[index(a)] = marked[index(b)] = true;
                }
    }
    std::vector<int> people;
    for (int person = 0; person < m_problem.size(); ++person)
        if (marked[index(person)]) people.push_back(person);
    return people;
}

Plan Hall::plan() const {
    Plan plan;
    for (int round = 0; round < m_problem.rounds(); ++round) {
        Round& tables = plan.rounds.emplace_back(index(m_problem.tables(round)));
        for (int seat = 0; seat < seats(round); ++seat)
            if (occupant(round, seat) != nobody)
                tables[index(table_of_seat(round, seat))].push_back(occupant(round, seat));
    }
    return plan;
}

} // namespace ronde::rotation
