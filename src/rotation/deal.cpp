#include "rotation/deal.hpp"

#include <algorithm>
#include <cstddef>
#include <fmt/core.h>
#include <map>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;
constexpr int none = -1;

/// The people's organisations or kinds as numbers 0 … count − 1; those without one share a number of their own.
struct Labels {
    std::vector<Index> of;
    Index count = 0;
};

template <class Member>
Labels number(std::span<const DealtPerson> people, Member member) {
    std::map<int, Index> known;
    Labels labels;
    labels.of.reserve(people.size());
    for (const DealtPerson& person : people) {
        const auto [at, fresh] = known.try_emplace((person.*member).value_or(none), known.size());
        labels.of.push_back(at->second);
    }
    labels.count = known.size();
    return labels;
}

/// A proper edge colouring of a bipartite multigraph: people are edges, groups are colours. Each label is cut into
/// vertices of at most `groups` edges, so that a vertex sees every colour at most once.
class Colouring {
public:
    Colouring(const Labels& left, const Labels& right, Index groups)
        : m_groups(groups), m_size(groups, 0), m_colour(left.of.size(), none) {
        cut(left);
        cut(right);
    }

    /// König's colouring: each edge takes a colour free at both ends, after an exchange along an alternating path
    /// where no colour is. Then paths are exchanged until the colour classes are even.
    std::vector<int> run() {
        for (Index edge = 0; edge < m_colour.size(); ++edge) add(edge);
        while (even_out()) {
        }
        return m_colour;
    }

private:
    void cut(const Labels& labels) {
        std::vector<Index> open(labels.count, 0);
        std::vector<Index> filled(labels.count, m_groups);
        std::vector<Index>& side = m_ends[m_at.empty() ? 0U : 1U];
        for (const Index label : labels.of) {
            if (filled[label] == m_groups) {
                open[label] = m_at.size();
                m_at.emplace_back(m_groups, none);
                filled[label] = 0;
            }
            ++filled[label];
            side.push_back(open[label]);
        }
    }

    int& at(Index vertex, int colour) { return m_at[vertex][static_cast<Index>(colour)]; }

    void paint(Index edge, int colour) {
        m_colour[edge] = colour;
        at(m_ends[0][edge], colour) = static_cast<int>(edge);
        at(m_ends[1][edge], colour) = static_cast<int>(edge);
        ++m_size[static_cast<Index>(colour)];
    }

    int free_colour(Index vertex) const {
        const auto found = std::find(m_at[vertex].begin(), m_at[vertex].end(), none);
        return static_cast<int>(found - m_at[vertex].begin());
    }

    void add(Index edge) {
        const Index left = m_ends[0][edge];
        const Index right = m_ends[1][edge];
        int best = none;
        for (int colour = 0; colour < static_cast<int>(m_groups); ++colour) {
            if (at(left, colour) != none || at(right, colour) != none) continue;
            if (best == none || m_size[static_cast<Index>(colour)] < m_size[static_cast<Index>(best)]) best = colour;
        }
        if (best == none) {
            best = free_colour(left);
            exchange(path_from(right, best, free_colour(right)), best, free_colour(right));
        }
        paint(edge, best);
    }

    /// The edges of the alternating path that leaves `vertex` by `first`, then `second`, and so on.
    std::vector<Index> path_from(Index vertex, int first, int second) {
        std::vector<Index> path;
        for (int edge = at(vertex, first); edge != none; edge = at(vertex, first)) {
            path.push_back(static_cast<Index>(edge));
            vertex = m_ends[0][path.back()] == vertex ? m_ends[1][path.back()] : m_ends[0][path.back()];
            std::swap(first, second);
        }
        return path;
    }

    void exchange(const std::vector<Index>& path, int one, int other) {
        for (const Index edge : path) {
            const int old = m_colour[edge];
            at(m_ends[0][edge], old) = none;
            at(m_ends[1][edge], old) = none;
            --m_size[static_cast<Index>(old)];
        }
        for (const Index edge : path) paint(edge, m_colour[edge] == one ? other : one);
    }

    /// Takes one person from a largest group to a smallest: among the paths of the two colours one has an edge more of
    /// the larger. False when the sizes differ by at most one.
    bool even_out() {
        const auto [smallest, largest] = std::minmax_element(m_size.begin(), m_size.end());
        if (*largest - *smallest <= 1) return false;
        const int more = static_cast<int>(largest - m_size.begin());
        const int fewer = static_cast<int>(smallest - m_size.begin());
        for (Index edge = 0; edge < m_colour.size(); ++edge) {
            if (m_colour[edge] != more) continue;
            for (const auto& side : m_ends) {
                if (at(side[edge], fewer) != none) continue;
                const std::vector<Index> path = path_from(side[edge], more, fewer);
                if (path.size() % 2 == 0) continue;
                exchange(path, more, fewer);
                return true;
            }
        }
        return false;
    }

    Index m_groups;
    std::vector<int> m_size;            ///< edges of each colour
    std::vector<int> m_colour;          ///< of each edge
    std::vector<Index> m_ends[2];       ///< the two vertices of each edge
    std::vector<std::vector<int>> m_at; ///< [vertex][colour] → edge
};

/// Puts the fixed people where they belong and mends sizes and mixture with the others.
class Mending {
public:
    Mending(std::span<const DealtPerson> people, const Labels& organisations, const Labels& kinds, Index groups,
            std::vector<int> dealt)
        : m_people(people), m_organisations(organisations), m_kinds(kinds), m_size(groups, 0),
          m_organisation_in(groups, std::vector<int>(organisations.count, 0)),
          m_kind_in(groups, std::vector<int>(kinds.count, 0)), m_group(std::move(dealt)) {
        for (Index i = 0; i < people.size(); ++i) {
            m_group[i] = people[i].fixed_group.value_or(m_group[i]);
            count(i, 1);
        }
    }

    std::vector<int> run() {
        while (move_one()) {
        }
        while (swap_all()) {
        }
        return std::move(m_group);
    }

private:
    /// Change in same-organisation pairs, then in same-kind pairs; compared in this order.
    using Delta = std::pair<int, int>;

    Index group(Index person) const { return static_cast<Index>(m_group[person]); }
    bool movable(Index person) const { return !m_people[person].fixed_group; }

    void count(Index person, int step) {
        const Index g = group(person);
        m_size[g] += step;
        m_organisation_in[g][m_organisations.of[person]] += step;
        m_kind_in[g][m_kinds.of[person]] += step;
    }

    void move(Index person, Index to) {
        count(person, -1);
        m_group[person] = static_cast<int>(to);
        count(person, 1);
    }

    Delta delta(Index person, Index to) const {
        const Index o = m_organisations.of[person];
        const Index k = m_kinds.of[person];
        const Index from = group(person);
        return {m_people[person].organisation ? m_organisation_in[to][o] - m_organisation_in[from][o] + 1 : 0,
                m_people[person].kind ? m_kind_in[to][k] - m_kind_in[from][k] + 1 : 0};
    }

    /// One person from a group to one with at least two fewer, at the least cost.
    bool move_one() {
        const auto smallest = static_cast<Index>(std::min_element(m_size.begin(), m_size.end()) - m_size.begin());
        Index best = m_people.size();
        for (Index i = 0; i < m_people.size(); ++i) {
            if (!movable(i) || m_size[group(i)] < m_size[smallest] + 2) continue;
            if (best == m_people.size() || delta(i, smallest) < delta(best, smallest)) best = i;
        }
        if (best == m_people.size()) return false;
        move(best, smallest);
        return true;
    }

    bool swap_all() {
        bool mended = false;
        for (Index i = 0; i < m_people.size(); ++i) {
            for (Index j = i + 1; j < m_people.size(); ++j) {
                if (!movable(i) || !movable(j) || m_group[i] == m_group[j]) continue;
                const Index from = group(i);
                const Index to = group(j);
                const Delta first = delta(i, to);
                move(i, to);
                const Delta second = delta(j, from);
                if (Delta{first.first + second.first, first.second + second.second} < Delta{0, 0}) {
                    move(j, from);
                    mended = true;
                } else {
                    move(i, from);
                }
            }
        }
        return mended;
    }

    std::span<const DealtPerson> m_people;
    const Labels& m_organisations;
    const Labels& m_kinds;
    std::vector<int> m_size;
    std::vector<std::vector<int>> m_organisation_in; ///< [group][organisation]
    std::vector<std::vector<int>> m_kind_in;         ///< [group][kind]
    std::vector<int> m_group;                        ///< of each person
};

} // namespace

base::Result<std::vector<int>> deal_groups(std::span<const DealtPerson> people, int groups) {
    if (groups < 1)
        return base::bad_input(fmt::format("people cannot be dealt to {} groups; at least one is needed", groups));
    for (Index i = 0; i < people.size(); ++i) {
        const DealtPerson& person = people[i];
        if (person.organisation.value_or(0) < 0 || person.kind.value_or(0) < 0) {
            return base::bad_input(fmt::format("person {} has a negative organisation or kind", i + 1));
        }
        if (const int fixed = person.fixed_group.value_or(0); fixed < 0 || fixed >= groups) {
            return base::bad_input(
                fmt::format("person {} is fixed to group {}, but there are {} groups", i + 1, fixed + 1, groups));
        }
    }
    const Labels organisations = number(people, &DealtPerson::organisation);
    const Labels kinds = number(people, &DealtPerson::kind);
    std::vector<int> dealt = Colouring(organisations, kinds, static_cast<Index>(groups)).run();
    if (std::none_of(people.begin(), people.end(),
                     [](const DealtPerson& person) { return person.fixed_group.has_value(); }))
        return dealt;
    return Mending(people, organisations, kinds, static_cast<Index>(groups), std::move(dealt)).run();
}

} // namespace ronde::rotation
