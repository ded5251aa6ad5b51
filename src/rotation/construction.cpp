#include "rotation/construction.hpp"

#include "rotation/field.hpp"
#include "rotation/random.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <set>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

/// The shifts of one block, by round.
struct Row {
    std::vector<int> question{};
    std::vector<int> table{};
};

/// The blocks chosen, in the sums of two rings.
struct Matrix {
    Ring questions;
    Ring tables;
    std::vector<Row> rows{};
    int agreements = 0; ///< pairs of rounds in which the differences of two rows agree, over all pairs of rows
};

int agreements(const Matrix& in, const Row& a, const Row& b) {
    int count = 0;
    for (Index r = 0; r < a.table.size(); ++r)
        for (Index s = 0; s < r; ++s) {
            count += in.questions.subtract(a.question[r], b.question[r]) ==
                         in.questions.subtract(a.question[s], b.question[s]) &&
                     in.tables.subtract(a.table[r], b.table[r]) == in.tables.subtract(a.table[s], b.table[s]);
        }
    return count;
}

/// Rows a·r over the questions with c·r over the tables, such that no question comes twice before all have come.
std::vector<Row> candidates(const Matrix& in, int rounds) {
    constexpr int most_slopes = 64; // a table seldom has so many people
    const int questions = in.questions.size();
    std::vector<Row> rows;
    for (int c = 0; c < std::min(in.tables.size(), most_slopes); ++c)
        for (int a = questions > 1 ? 1 : 0; a < std::min(questions, most_slopes); ++a) {
            Row row;
            std::set<int> seen;
            for (int r = 0; r < rounds; ++r) {
                row.question.push_back(in.questions.multiply(a, r % questions));
                row.table.push_back(in.tables.multiply(c, r % in.tables.size()));
                seen.insert(row.question.back());
            }
            if (static_cast<int>(seen.size()) == std::min(rounds, questions)) rows.push_back(std::move(row));
        }
    return rows;
}

/// Takes the row that agrees least with those taken, again and again; the first of equals.
void choose(Matrix& matrix, const Shape& shape) {
    const std::vector<Row> from = candidates(matrix, shape.rounds);
    std::vector<int> cost(from.size());
    const auto add_cost = [&](const Row& taken) {
        for (Index i = 0; i < from.size(); ++i) cost[i] += agreements(matrix, from[i], taken);
    };
    if (shape.hosted) {
        const std::vector<int> stays(static_cast<Index>(shape.rounds));
        add_cost({stays, stays});
    }
    const int tables = shape.questions * shape.tables_per_question;
    const int wanted = (shape.people + tables - 1) / tables;
    for (int block = 0; block < wanted; ++block) {
        const auto best = static_cast<Index>(std::min_element(cost.begin(), cost.end()) - cost.begin());
        matrix.agreements += cost[best];
        matrix.rows.push_back(from[best]);
        add_cost(from[best]);
    }
}

/// Where the multiples of the round do not suffice: exchanges single shifts of the rows, annealed, until no differences
/// agree or a small effort is used up. Deterministic.
class Mending {
public:
    Mending(Matrix& matrix, const Shape& shape) : m_matrix(matrix), m_shape(shape), m_random(shape.variant + 1) {
        const auto table = [](const Ring& ring) {
            std::vector<int> differences;
            for (int a = 0; a < ring.size(); ++a)
                for (int b = 0; b < ring.size(); ++b) differences.push_back(ring.subtract(a, b));
            return differences;
        };
        m_questions = table(matrix.questions);
        m_tables = table(matrix.tables);
        if (shape.hosted) {
            const std::vector<int> stays(static_cast<Index>(shape.rounds));
            m_hosts = {stays, stays};
        }
    }

    void run() {
        // Comparisons: a millisecond for a small hall, where the search of the whole plan is quick too.
        const std::int64_t effort = std::int64_t{25'000} * m_shape.questions * m_shape.tables_per_question;
        const std::int64_t least = fewest();
        constexpr double hot = 0.5;
        constexpr double cold = 0.15;
        const auto rows = static_cast<std::int64_t>(m_matrix.rows.size());
        const std::int64_t steps = effort / (rows * m_shape.rounds * m_shape.rounds);
        if (m_shape.variant > 0) shuffle();
        std::vector<Row> best = m_matrix.rows;
        int cost = m_matrix.agreements;
        for (std::int64_t step = 0; step < steps && m_matrix.agreements > least; ++step) {
            const auto at = static_cast<Index>(m_random.below(static_cast<int>(rows)));
            const Row before = m_matrix.rows[at];
            const int without = cost - agreements_of(at);
            change(m_matrix.rows[at]);
            const int now = without + agreements_of(at);
            const double heat = hot * std::pow(cold / hot, static_cast<double>(step) / static_cast<double>(steps));
            const double uniform = static_cast<double>((m_random.next() >> 11U) + 1) * 0x1p-53;
            if (now > cost && now - cost > -heat * std::log(uniform)) {
                m_matrix.rows[at] = before;
                continue;
            }
            cost = now;
            if (cost >= m_matrix.agreements) continue;
            m_matrix.agreements = cost;
            best = m_matrix.rows;
        }
        m_matrix.rows = std::move(best);
    }

private:
    /// In any two rounds the rows have only so many differences to take.
    std::int64_t fewest() const {
        const int away = m_shape.questions > 1 && m_shape.rounds <= m_shape.questions ? 1 : 0;
        const int boxes = (m_shape.questions - away) * m_shape.tables_per_question;
        const auto rows = static_cast<int>(m_matrix.rows.size());
        const std::int64_t full = rows / boxes;
        const std::int64_t crowded =
            rows % boxes * (full + 1) * full / 2 + (boxes - rows % boxes) * full * (full - 1) / 2;
        return crowded * m_shape.rounds * (m_shape.rounds - 1) / 2;
    }

    /// Leaves the rows for random ones.
    void shuffle() {
        for (Row& row : m_matrix.rows)
            for (int i = 0; i < 4 * m_shape.rounds; ++i) change(row);
        int twice = 0;
        int hosts = 0;
        for (Index at = 0; at < m_matrix.rows.size(); ++at) {
            twice += agreements_of(at);
            if (!m_hosts.table.empty()) hosts += agreements_with(m_matrix.rows[at], m_hosts);
        }
        m_matrix.agreements = (twice + hosts) / 2;
    }

    /// Another table in one round, or two rounds of one lap change their questions.
    void change(Row& row) {
        const int round = m_random.below(m_shape.rounds);
        const int questions = m_shape.questions;
        if (questions == 1 || m_random.below(2) == 0) {
            row.table[static_cast<Index>(round)] = m_random.below(m_shape.tables_per_question);
            return;
        }
        const int first = round / questions * questions;
        const int other =
            first + m_random.below(questions); // beyond the last round: a question that the lap leaves out
        if (other < m_shape.rounds) {
            std::swap(row.question[static_cast<Index>(round)], row.question[static_cast<Index>(other)]);
            return;
        }
        const int question = m_random.below(questions);
        const auto lap = row.question.begin() + first;
        if (std::find(lap, row.question.end(), question) == row.question.end())
            row.question[static_cast<Index>(round)] = question;
    }

    int agreements_of(Index at) {
        int count = m_hosts.table.empty() ? 0 : agreements_with(m_matrix.rows[at], m_hosts);
        for (Index other = 0; other < m_matrix.rows.size(); ++other)
            if (other != at) count += agreements_with(m_matrix.rows[at], m_matrix.rows[other]);
        return count;
    }

    int agreements_with(const Row& a, const Row& b) {
        const int questions = m_shape.questions;
        const int tables = m_shape.tables_per_question;
        int count = 0;
        m_differences.clear();
        for (Index r = 0; r < a.table.size(); ++r) {
            const int question = m_questions[static_cast<Index>(a.question[r] * questions + b.question[r])];
            const int now = question * tables + m_tables[static_cast<Index>(a.table[r] * tables + b.table[r])];
            for (const int before : m_differences) count += before == now;
            m_differences.push_back(now);
        }
        return count;
    }

    Matrix& m_matrix;
    const Shape& m_shape;
    Random m_random;
    std::vector<int> m_questions{}; ///< [a × size + b] → a − b
    std::vector<int> m_tables{};
    Row m_hosts{}; ///< the row of those who stay, or empty
    std::vector<int> m_differences{};
};

} // namespace

std::vector<Route> blocks(const Shape& shape) {
    const auto rings = [](int size) {
        std::vector<Ring> both{Ring::integers(size)};
        if (auto field = Ring::field(size)) both.push_back(*field);
        return both;
    };
    std::vector<Matrix> found;
    for (const Ring& questions : rings(shape.questions))
        for (const Ring& tables : rings(shape.tables_per_question)) {
            choose(found.emplace_back(Matrix{questions, tables}), shape);
            if (found.back().agreements == 0) break;
        }
    Matrix& best = *std::min_element(found.begin(), found.end(),
                                     [](const Matrix& a, const Matrix& b) { return a.agreements < b.agreements; });

    constexpr int largest = 64; // beyond, the multiples suffice
    if (std::max(shape.questions, shape.tables_per_question) <= largest) {
        Matrix other = best;
        if (best.agreements > 0 || (shape.variant > 0 && !best.rows.empty())) Mending(other, shape).run();
        if (other.agreements <= best.agreements) best = std::move(other);
    }

    std::vector<Route> routes;
    for (const Row& row : best.rows)
        for (int table = 0; table < shape.tables_per_question; ++table)
            for (int question = 0; question < shape.questions; ++question) {
                if (static_cast<int>(routes.size()) == shape.people) return routes;
                Route& route = routes.emplace_back();
                for (Index r = 0; r < row.table.size(); ++r)
                    route.push_back(best.questions.add(question, row.question[r]) * shape.tables_per_question +
                                    best.tables.add(table, row.table[r]));
            }
    return routes;
}

} // namespace ronde::rotation
