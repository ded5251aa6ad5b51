#include "rotation/sending.hpp"

#include "rotation/flow.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <tuple>
#include <utility>

namespace ronde::rotation {

namespace {

using Index = std::size_t;

/// What matters more costs more than all that matters less.
namespace price {
constexpr std::int64_t company_rounded = 1;
constexpr std::int64_t company_crowded = 100;
constexpr std::int64_t share = 10'000;
constexpr std::int64_t level = 1'000'000;             ///< for each person at the table already
constexpr std::int64_t due_rounded = 100'000'000'000; ///< more than the level of any table
constexpr std::int64_t due_crowded = 100'000'000'000'000;
} // namespace price

class Sending {
public:
    Sending(const std::vector<Place>& places, const std::vector<Traveller>& travellers)
        : m_places(places), m_travellers(travellers) {}

    std::vector<int> run() {
        m_source = m_flow.add_node();
        m_sink = m_flow.add_node();
        for (const Traveller& traveller : m_travellers)
            for (const int question : traveller.open) {
                const double part = 1.0 / static_cast<double>(traveller.open.size());
                m_share[{question}] += part;
                m_share_of_due[{question, traveller.due}] += part;
                m_share_of_company[{question, traveller.due, traveller.company}] += part;
            }
        lay_questions();
        lay_due();
        lay_companies();
        return sent();
    }

private:
    /// The numbers to which a share is rounded.
    static std::int64_t down(double share) { return static_cast<std::int64_t>(std::floor(share + 1e-6)); }
    static std::int64_t up(double share) { return static_cast<std::int64_t>(std::ceil(share - 1e-6)); }

    /// An arc for as many people as a share rounded down, one more at a price, and any others at another.
    void add_shared(int from, int to, double share, std::int64_t rounded, std::int64_t crowded) {
        m_flow.add_arc(from, to, down(share), 0);
        if (up(share) > down(share)) m_flow.add_arc(from, to, 1, rounded);
        m_flow.add_arc(from, to, static_cast<std::int64_t>(m_travellers.size()), crowded);
    }

    void lay_questions() {
        for (const auto& [key, share] : m_share) {
            const auto [question] = key;
            const int node = m_question[question] = m_flow.add_node();
            const Place& place = m_places[static_cast<Index>(question)];
            const auto cost = [&, of = share](std::int64_t people) {
                return (place.load + people) / place.tables * price::level +
                       ((people >= down(of)) + (people >= up(of))) * price::share;
            };
            const auto most = static_cast<std::int64_t>(m_travellers.size());
            for (std::int64_t from = 0, to = 0; from < most; from = to) { // people who cost the same are one arc
                while (to < most && cost(to) == cost(from)) ++to;
                m_flow.add_arc(node, m_sink, to - from, cost(from));
            }
        }
    }

    void lay_due() {
        for (const auto& [key, share] : m_share_of_due) {
            const auto [question, due] = key;
            const int node = m_due[key] = m_flow.add_node();
            const double wanted = std::max(0.0, share + m_places[static_cast<Index>(question)].surplus);
            add_shared(node, m_question[question], due ? wanted : share, due ? price::due_rounded : 0,
                       due ? price::due_crowded : 0);
        }
    }

    void lay_companies() {
        for (const auto& [key, share] : m_share_of_company) {
            const auto [question, due, company] = key;
            const int node = m_company[key] = m_flow.add_node();
            const bool any = company != nobody;
            add_shared(node, m_due[{question, due}], share, any ? price::company_rounded : 0,
                       any ? price::company_crowded : 0);
        }
    }

    std::vector<int> sent() {
        std::vector<std::vector<int>> arcs;
        for (const Traveller& traveller : m_travellers) {
            const int node = m_flow.add_node();
            m_flow.add_arc(m_source, node, 1, 0);
            std::vector<int>& ways = arcs.emplace_back();
            for (const int question : traveller.open)
                ways.push_back(m_flow.add_arc(node, m_company[{question, traveller.due, traveller.company}], 1, 0));
        }
        m_flow.run(m_source, m_sink);
        std::vector<int> questions;
        for (Index i = 0; i < arcs.size(); ++i) {
            Index way = 0;
            while (m_flow.through(arcs[i][way]) == 0) ++way;
            questions.push_back(m_travellers[i].open[way]);
        }
        return questions;
    }

    const std::vector<Place>& m_places;
    const std::vector<Traveller>& m_travellers;
    Flow m_flow{};
    int m_source = 0;
    int m_sink = 0;
    std::map<std::tuple<int>, double> m_share{};                       ///< question
    std::map<std::tuple<int, bool>, double> m_share_of_due{};          ///< question, due
    std::map<std::tuple<int, bool, int>, double> m_share_of_company{}; ///< question, due, company
    std::map<int, int> m_question{};                                   ///< nodes
    std::map<std::tuple<int, bool>, int> m_due{};
    std::map<std::tuple<int, bool, int>, int> m_company{};
};

} // namespace

std::vector<int> send(const std::vector<Place>& places, const std::vector<Traveller>& travellers) {
    return Sending(places, travellers).run();
}

} // namespace ronde::rotation
