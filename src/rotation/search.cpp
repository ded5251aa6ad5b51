#include "rotation/search.hpp"

#include <algorithm>
#include <cmath>

namespace ronde::rotation {

Search::Search(Hall& hall, Random& random, Budget& budget, Price unit)
    : m_hall(hall), m_random(random), m_budget(budget), m_price(hall.price()), m_best(m_price), m_unit(unit) {
    constexpr int entries = 1024;
    for (int i = 0; i < entries; ++i) m_heights.push_back(-std::log((i + 0.5) / entries));
}

void Search::anneal(const Descent& descent) {
    const auto [length, hot, cold, target, repeats_avoidable, moves] = descent;
    constexpr std::int64_t stride = 256;
    const int people = m_hall.problem().size();
    const int first = m_hall.problem().played();
    const int open = m_hall.problem().rounds() - first;
    const int one_route_in = first > 0 ? 6 : 2; // after a played round few can take each other's route
    std::vector<int> uneasy;
    std::int64_t granted = 0; // of this stride
    for (std::int64_t step = 0; step < length && m_best > target; ++step) {
        if (step % stride == 0) {
            granted = m_budget.grant(std::min(stride, length - step));
            const double done = static_cast<double>(step) / static_cast<double>(length);
            m_temperature = hot * std::pow(cold / hot, done) * static_cast<double>(m_unit);
            if (step % (std::max<std::int64_t>(1, people / stride) * stride) == 0)
                uneasy = m_hall.uneasy(repeats_avoidable);
        }
        if (step % stride >= granted) break;
        const auto any_uneasy = [&] {
            return uneasy[static_cast<std::size_t>(m_random.below(static_cast<int>(uneasy.size())))];
        };
        const int person = !uneasy.empty() && m_random.below(8) > 0 ? any_uneasy() : m_random.below(people);
        if (const auto& company = m_hall.company_of(person);
            moves == Moves::all && !company.empty() && m_random.below(2) == 0) {
            try_company(company, first + m_random.below(open));
        } else if (moves == Moves::routes || m_random.below(one_route_in) == 0) {
            try_route(person, !uneasy.empty() && m_random.below(2) == 0 ? any_uneasy() : m_random.below(people));
        } else {
            try_seat(person, first + m_random.below(open));
        }
    }
    restore();
}

void Search::try_route(int person, int partner) {
    if (person == partner) return;
    m_swaps.clear();
    m_change = 0;
    const Problem& problem = m_hall.problem();
    if (m_hall.routes_exchangeable(person, partner)) {
        m_change = m_hall.routes_price(person, partner);
        if (!accepted(m_change)) return;
        for (int round = 0; round < problem.rounds(); ++round)
            swap(round, m_hall.seat(person, round), m_hall.seat(partner, round));
        commit();
        return;
    }
    const Price before = visits_price(person, partner);
    for (int round = problem.played(); round < problem.rounds(); ++round) {
        if (!m_hall.movable(person, round) || !m_hall.movable(partner, round)) continue;
        make(round, m_hall.seat(person, round), m_hall.seat(partner, round));
    }
    decide(visits_price(person, partner) - before);
}

/// The person's seat and any other of another table, where both can move.
std::optional<Search::Swap> Search::draw_swap(int person, int round) {
    if (!m_hall.movable(person, round)) return std::nullopt;
    const int seat = m_hall.seat(person, round);
    const int other = m_random.below(m_hall.seats(round));
    const int partner = m_hall.occupant(round, other);
    if (m_hall.table_of_seat(round, seat) == m_hall.table_of_seat(round, other)) return std::nullopt;
    if (partner != nobody && !m_hall.movable(partner, round)) return std::nullopt;
    return Swap{round, seat, other};
}

void Search::try_seat(int person, int round) {
    const auto drawn = draw_swap(person, round);
    if (!drawn) return;
    const int seat = drawn->seat;
    const int other = drawn->other;
    const int partner = m_hall.occupant(round, other);
    m_swaps.clear();
    m_change = 0;
    const bool same_question = m_hall.question_of_seat(round, seat) == m_hall.question_of_seat(round, other);
    if (m_hall.problem().rule == QuestionRule::free || same_question) {
        m_change = m_hall.exchange_price(round, seat, other);
        if (!accepted(m_change)) return;
        swap(round, seat, other);
        commit();
        return;
    }
    const Price before = visits_price(person, partner);
    make(round, seat, other);
    Price theirs = 0; // of who makes room
    if (partner == nobody) {
        theirs = pair_with_empty(person, round, before);
    } else {
        close_chain(person, partner);
    }
    decide(visits_price(person, partner) - before + theirs);
}

/// The first of the company goes to another table as anyone would, with the rounds that follow from it; the others
/// follow to each of its new tables. Given up where one of them cannot.
void Search::try_company(const std::vector<int>& company, int round) {
    const int leader = company.front();
    const auto drawn = draw_swap(leader, round);
    if (!drawn) return;
    const int seat = drawn->seat;
    const int other = drawn->other;
    const int partner = m_hall.occupant(round, other);
    m_swaps.clear();
    m_change = 0;
    const Price before = visits_price(leader, partner);
    make(round, seat, other);
    m_visits = -before;
    if (m_hall.problem().rule != QuestionRule::free) {
        if (partner == nobody)
            m_visits += pair_with_empty(leader, round, before);
        else
            close_chain(leader, partner);
    }
    m_visits += visits_price(leader, partner);
    const std::size_t moves = m_swaps.size();
    for (const int person : company)
        if (person != leader && !follow(person, company, moves)) {
            undo();
            return;
        }
    decide(m_visits);
}

/// Takes the person to the leader's table in each of the rounds of the first `moves` swaps: to an empty seat there, or
/// in exchange with one who sits there.
bool Search::follow(int person, const std::vector<int>& company, std::size_t moves) {
    for (std::size_t i = 0; i < moves; ++i)
        if (!m_hall.movable(person, m_swaps[i].round)) return false;
    const int leader = company.front();
    const auto empty_seat = [&](int round) {
        const int first = m_hall.table_of_seat(round, m_hall.seat(leader, round)) * m_hall.table_size(round);
        for (int seat = first; seat < first + m_hall.table_size(round); ++seat)
            if (m_hall.occupant(round, seat) == nobody) return seat;
        return nobody;
    };
    const auto all_rounds = [&](const auto& holds) {
        for (std::size_t i = 0; i < moves; ++i)
            if (!holds(m_swaps[i].round)) return false;
        return true;
    };
    if (m_random.below(2) == 0 && all_rounds([&](int round) { return empty_seat(round) != nobody; })) {
        const Price before = visits_price(person, nobody);
        for (std::size_t i = 0; i < moves; ++i) {
            const int round = m_swaps[i].round;
            make(round, m_hall.seat(person, round), empty_seat(round));
        }
        m_visits += visits_price(person, nobody) - before;
        return true;
    }
    const auto in_company = [&](int other) {
        return std::find(company.begin(), company.end(), other) != company.end();
    };
    // Somebody at the leader's table; from a random place on, the first who suits.
    const auto pick = [&](int round, const auto& suits) {
        const int size = m_hall.table_size(round);
        const int first = m_hall.table_of_seat(round, m_hall.seat(leader, round)) * size;
        const int from = m_random.below(size);
        for (int i = 0; i < size; ++i) {
            const int other = m_hall.occupant(round, first + (from + i) % size);
            if (other != nobody && m_hall.movable(other, round) && !in_company(other) && suits(other)) return other;
        }
        return nobody;
    };
    // The same one in every round: who sees the same questions there, and is brought to the table first where need be.
    const int partner = pick(m_swaps.front().round, [&](int other) {
        return all_rounds([&](int round) {
            return m_hall.movable(other, round) && m_hall.question(other, round) == m_hall.question(leader, round);
        });
    });
    if (partner == nobody) return false;
    const Price before = visits_price(person, partner);
    for (std::size_t i = 0; i < moves; ++i) {
        const int round = m_swaps[i].round;
        const int to = m_hall.table_of_seat(round, m_hall.seat(leader, round));
        if (m_hall.table_of_seat(round, m_hall.seat(partner, round)) != to) {
            const int makes_room = pick(round, [](int) { return true; });
            if (makes_room == nobody) return false;
            make(round, m_hall.seat(partner, round), m_hall.seat(makes_room, round));
        }
        make(round, m_hall.seat(person, round), m_hall.seat(partner, round));
    }
    m_visits += visits_price(person, partner) - before;
    return true;
}

Price Search::visits_price(int person, int partner) const {
    return m_hall.visits_price(person) + (partner == nobody ? 0 : m_hall.visits_price(partner));
}

/// Exchanges the two in every round where one of them now comes to a question a second time.
void Search::close_chain(int person, int partner) {
    const Problem& problem = m_hall.problem();
    const int last = std::min(problem.rounds(), problem.questions); // from then on a question may come again
    for (std::size_t at = 0; at < m_swaps.size(); ++at) {
        const int done = m_swaps[at].round;
        if (done >= last) return;
        for (const int one : {person, partner}) {
            const int question = m_hall.question(one, done);
            for (int round = problem.played(); round < last; ++round) {
                const bool swapped = std::any_of(m_swaps.begin(), m_swaps.end(),
                                                 [round](const Swap& swap) { return swap.round == round; });
                if (swapped || !m_hall.movable(person, round) || !m_hall.movable(partner, round)) continue;
                if (m_hall.question(one, round) == question)
                    make(round, m_hall.seat(person, round), m_hall.seat(partner, round));
            }
        }
    }
}

/// The person has gone to an empty seat of another question; where the person sees that question already, a seat of the
/// question that was left is taken instead: an empty one, else in exchange with somebody. Where seeing it again costs
/// nothing more than `before` this is done half of the time. Gives by how much it changes the price of what the other
/// one sees.
Price Search::pair_with_empty(int person, int round, Price before) {
    const Problem& problem = m_hall.problem();
    if (m_hall.visits_price(person) <= before && m_random.below(2) == 0) return 0;
    const int now = m_hall.question(person, round);
    const int left = m_hall.question_of_seat(round, m_swaps.front().seat);
    for (int other = problem.played(); other < problem.rounds(); ++other) {
        if (other == round || !m_hall.movable(person, other) || m_hall.question(person, other) != now) continue;
        const int seats = m_hall.seats(other);
        const int from = m_random.below(seats);
        int taken = nobody;
        for (int i = 0; i < seats; ++i) {
            const int seat = (from + i) % seats;
            if (m_hall.question_of_seat(other, seat) != left) continue;
            const int occupant = m_hall.occupant(other, seat);
            if (occupant == nobody) {
                make(other, m_hall.seat(person, other), seat);
                return 0;
            }
            if (taken == nobody && m_hall.movable(occupant, other)) taken = seat;
        }
        if (taken == nobody) continue;
        const int occupant = m_hall.occupant(other, taken);
        const Price until_now = m_hall.visits_price(occupant);
        make(other, m_hall.seat(person, other), taken);
        return m_hall.visits_price(occupant) - until_now;
    }
    return 0;
}

void Search::make(int round, int seat, int other) {
    if (m_hall.table_of_seat(round, seat) == m_hall.table_of_seat(round, other)) return;
    m_change += m_hall.exchange_price(round, seat, other);
    swap(round, seat, other);
}

void Search::swap(int round, int seat, int other) {
    m_hall.exchange(round, seat, other);
    m_swaps.push_back({round, seat, other});
}

bool Search::accepted(Price price) const {
    if (price <= 0) return true;
    return static_cast<double>(price) < m_temperature * m_heights[m_random.next() >> 54U];
}

void Search::decide(Price visits) {
    m_change += visits;
    if (accepted(m_change)) {
        commit();
        return;
    }
    undo();
}

void Search::undo() {
    while (!m_swaps.empty()) {
        m_hall.exchange(m_swaps.back().round, m_swaps.back().seat, m_swaps.back().other);
        m_swaps.pop_back();
    }
}

void Search::commit() {
    m_price += m_change;
    m_since_best.insert(m_since_best.end(), m_swaps.begin(), m_swaps.end());
    if (m_price <= m_best) {
        m_best = m_price;
        m_since_best.clear();
    }
}

void Search::restore() {
    for (; !m_since_best.empty(); m_since_best.pop_back())
        m_hall.exchange(m_since_best.back().round, m_since_best.back().seat, m_since_best.back().other);
    m_price = m_best;
}

} // namespace ronde::rotation
