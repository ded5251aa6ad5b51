#include "rotation/starter.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

namespace ronde::rotation {

namespace {

constexpr int none = -1;
constexpr std::tuple<int, int, int> again{-1, 0, 0};

} // namespace

std::vector<Route> developed(const Golf& golf, const Base& base) {
    const int length = base.length;
    const auto people = base.round.size();
    const int moving = static_cast<int>(people) / length * length;
    std::vector<Route> routes(people, Route(static_cast<std::size_t>(golf.rounds)));
    for (int round = 0; round < golf.rounds; ++round) {
        const bool standing = round >= length && !base.standing.empty();
        for (std::size_t place = 0; place < people; ++place) {
            const auto seat = place % static_cast<std::size_t>(golf.size);
            const int table = static_cast<int>(place) / golf.size;
            const int person =
                standing ? base.standing[static_cast<std::size_t>(round - length)][seat] : base.round[place];
            const int by = standing ? table : round;
            const int now = person < moving ? person / length * length + (person + by) % length : person;
            routes[static_cast<std::size_t>(now)][static_cast<std::size_t>(round)] = table;
        }
    }
    return routes;
}

Starter::Starter(const Golf& golf, const Symmetry& symmetry)
    : m_golf(golf), m_symmetry(symmetry), m_people(golf.tables * golf.size) {
    lay_out();
    classify();
}

int Starter::slack() const {
    const auto free = std::count(m_used_by_rule.begin(), m_used_by_rule.end(), 0);
    return static_cast<int>(free) - (m_base_tables + m_symmetry.standing) * m_golf.size * (m_golf.size - 1) / 2;
}

bool Starter::anneal(std::int64_t length, Random& random, Budget& budget) {
    shuffle(random);
    std::int64_t granted = 0; // of this stride
    for (std::int64_t step = 0; step < length && m_cost > 0; ++step) {
        constexpr std::int64_t stride = 1024;
        if (step % stride == 0) granted = budget.grant(std::min(stride, length - step));
        if (step % stride >= granted) return false;
        constexpr double hot = 0.6;
        constexpr double cold = 0.15;
        if (step % stride == 0)
            m_temperature = hot * std::pow(cold / hot, static_cast<double>(step) / static_cast<double>(length));
        exchange(random);
    }
    return m_cost == 0;
}

Base Starter::base() const {
    return {.length = m_symmetry.length, .round = base_round(), .standing = m_standing};
}

std::vector<int> Starter::base_round() const {
    std::vector<int> people = m_turned_table;
    for (int base = 0; base < m_base_tables; ++base)
        for (int turn = 0; turn < m_symmetry.turns; ++turn)
            for (int place = base * m_golf.size; place < (base + 1) * m_golf.size; ++place)
                people.push_back(turned(point(place), turn));
    return people;
}

/// The copies change places cyclically; fixed points do so in threes, fives, … as many as turns, the last few not.
int Starter::turned(int person, int by) const {
    const int turns = m_symmetry.turns;
    if (person < moving()) {
        const int copy = (person / m_symmetry.length + by) % m_symmetry.copies;
        return turns == 1 ? person : copy * m_symmetry.length + person % m_symmetry.length;
    }
    const int place = person - moving();
    if (place >= m_symmetry.fixed / turns * turns) return person;
    return moving() + place / turns * turns + (place % turns + by) % turns;
}

/// A table that turns into itself holds one point of each copy, and a fixed point where the size asks for it; there is
/// one where the turns do not divide the tables. The other people form orbits for the base tables.
void Starter::lay_out() {
    const int turns = m_symmetry.turns;
    m_base_tables = m_golf.tables / turns;
    std::vector<bool> taken(index(m_people));
    if (m_golf.tables % turns > 0) {
        for (int copy = 0; copy < m_symmetry.copies; ++copy) m_turned_table.push_back(copy * m_symmetry.length);
        if (m_golf.size > m_symmetry.copies) m_turned_table.push_back(m_people - 1);
        for (const int person : m_turned_table) taken[index(person)] = true;
    }
    for (int person = 0; person < m_people; ++person) {
        if (taken[index(person)]) continue;
        std::vector<int>& orbit = m_orbits.emplace_back();
        for (int turn = 0; turn < turns; ++turn) {
            orbit.push_back(turned(person, turn));
            taken[index(orbit.back())] = true;
        }
    }
}

Starter::Difference Starter::difference(int a, int b) const {
    const int n = m_symmetry.length;
    if (a > b) std::swap(a, b);
    if (a >= moving()) return again;
    if (b >= moving()) return {-2, b, a / n};
    const int by = (b % n - a % n + n) % n;
    if (a / n != b / n) return {a / n, b / n, by};
    return 2 * by == n ? again : Difference{a / n, a / n, std::min(by, n - by)};
}

void Starter::classify() {
    std::map<Difference, int> classes;
    m_class.assign(index(m_people * m_people), 0);
    for (int a = 0; a < m_people; ++a)
        for (int b = 0; b < m_people; ++b) {
            if (a == b) continue;
            std::vector<Difference> images;
            for (int turn = 0; turn < m_symmetry.turns; ++turn)
                images.push_back(difference(turned(a, turn), turned(b, turn)));
            std::sort(images.begin(), images.end());
            const bool distinct = std::adjacent_find(images.begin(), images.end()) == images.end();
            const auto [at, fresh] = classes.try_emplace(images.front(), static_cast<int>(classes.size()));
            if (fresh) m_used_by_rule.push_back(distinct && images.front() != again ? 0 : 1);
            m_class[index(a * m_people + b)] = at->second;
        }
    for (const int a : m_turned_table)
        for (const int b : m_turned_table)
            if (a != b) m_used_by_rule[index(m_class[index(a * m_people + b)])] = 1;
}

/// Counts the pairs of one place in or out, leaving out `absent`; gives the change of the cost.
int Starter::count(int place, int absent, int step) {
    int change = 0;
    const int table = place / m_golf.size;
    const int person = point(place);
    for (int other = table * m_golf.size; other < (table + 1) * m_golf.size; ++other) {
        if (other == place || other == absent) continue;
        int& used = m_used[index(m_class[index(person * m_people + point(other))])];
        if (step > 0) change += used++ > 0;
        if (step < 0) change -= --used > 0;
    }
    return change;
}

void Starter::shuffle(Random& random) {
    m_orbit.resize(m_orbits.size());
    std::iota(m_orbit.begin(), m_orbit.end(), 0);
    for (int i = static_cast<int>(m_orbit.size()); i > 1; --i)
        std::swap(m_orbit[index(i - 1)], m_orbit[index(random.below(i))]);
    m_phase.clear();
    for (std::size_t i = 0; i < m_orbit.size(); ++i) m_phase.push_back(random.below(m_symmetry.turns));
    m_used = m_used_by_rule;
    m_cost = 0;
    choose_standing(random);
    for (int place = 0; place < static_cast<int>(m_orbit.size()); ++place)
        for (int other = place / m_golf.size * m_golf.size; other < place; ++other)
            m_cost += m_used[index(m_class[index(point(place) * m_people + point(other))])]++ > 0;
}

/// Other tables each time; the first may be all zeros, as the points of a copy can be counted from any of them. What
/// does not go together costs, whatever the base round is.
void Starter::choose_standing(Random& random) {
    constexpr int tries = 200;
    m_standing.clear();
    for (int round = 0; round < m_symmetry.standing; ++round) {
        std::vector<int> table;
        std::vector<int> classes;
        for (int i = 0; i < tries; ++i) {
            table.clear();
            classes.clear();
            for (int copy = 0; copy < m_symmetry.copies; ++copy)
                table.push_back(copy * m_symmetry.length + (round == 0 ? 0 : random.below(m_symmetry.length)));
            for (const int a : table)
                for (const int b : table)
                    if (a < b) classes.push_back(m_class[index(a * m_people + b)]);
            const auto is_free = [this](int one) { return m_used[index(one)] == 0; };
            if (std::all_of(classes.begin(), classes.end(), is_free)) break;
        }
        for (const int one : classes) m_cost += m_used[index(one)]++ > 0;
        m_standing.push_back(table);
    }
}

/// Two orbits change places, or one comes back with another phase.
void Starter::exchange(Random& random) {
    const int places = static_cast<int>(m_orbit.size());
    const int x = random.below(places);
    const int y = random.below(places);
    const int phase_x = m_phase[index(x)];
    const int phase_y = m_phase[index(y)];
    if (m_symmetry.turns == 1 && x / m_golf.size == y / m_golf.size) return;
    const auto lift = [&] { return count(x, none, -1) + (x == y ? 0 : count(y, x, -1)); };
    const auto lower = [&] { return (x == y ? 0 : count(y, x, 1)) + count(x, none, 1); };
    int change = lift();
    std::swap(m_orbit[index(x)], m_orbit[index(y)]);
    m_phase[index(x)] = random.below(m_symmetry.turns);
    m_phase[index(y)] = random.below(m_symmetry.turns);
    change += lower();
    const double uniform = static_cast<double>((random.next() >> 11U) + 1) * 0x1p-53;
    if (change <= 0 || change < -m_temperature * std::log(uniform)) {
        m_cost += change;
        return;
    }
    lift();
    std::swap(m_orbit[index(x)], m_orbit[index(y)]);
    m_phase[index(x)] = phase_x;
    m_phase[index(y)] = phase_y;
    lower();
}

} // namespace ronde::rotation
