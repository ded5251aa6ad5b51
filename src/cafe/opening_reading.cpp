#include "cafe/opening_reading.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <numeric>
#include <unordered_map>

namespace ronde::cafe {
namespace {

/// Twice the code of an answer, so that all sums are whole numbers: essential 2, it depends 1, not essential 0.
int doubled_code(Answer answer) {
    switch (answer) {
    case Answer::essential: return 2;
    case Answer::depends: return 1;
    case Answer::not_essential:
    case Answer::none: break;
    }
    return 0;
}

void count(ComponentTally& tally, Answer answer) {
    switch (answer) {
    case Answer::essential: ++tally.essential; break;
    case Answer::depends: ++tally.depends; break;
    case Answer::not_essential: ++tally.not_essential; break;
    case Answer::none: break;
    }
}

template <class Id>
using Places = std::unordered_map<Id, std::size_t>;

Places<ComponentId> component_places(const Session& session) {
    Places<ComponentId> places;
    for (std::size_t i = 0; i < session.opening.components.size(); ++i)
        places.emplace(session.opening.components[i].id, i);
    return places;
}

void choose_places(OpeningReading& reading, const Session& session, Asked asked,
                   const Places<ComponentId>& components) {
    Places<OrganisationId> answered;
    for (const OpeningAnswer& answer : session.opening_record.answers)
        if (components.contains(answer.component)) answered.emplace(answer.organisation, 0);
    if (asked == Asked::third_places)
        for (const Organisation& it : session.organisations)
            if (it.kind == OrganisationKind::third_place || answered.contains(it.id)) reading.places.push_back(it.id);
    if (!reading.places.empty()) return;
    for (const Organisation& it : session.organisations) reading.places.push_back(it.id);
}

} // namespace

OpeningReading read_opening(const Session& session, Asked asked) {
    const Places<ComponentId> components = component_places(session);
    OpeningReading reading;
    reading.components = session.opening.components.size();
    reading.tallies.resize(reading.components);
    choose_places(reading, session, asked, components);
    reading.answers.resize(reading.places.size() * reading.components);
    reading.given.resize(reading.places.size());

    Places<OrganisationId> rows;
    for (std::size_t i = 0; i < reading.places.size(); ++i) rows.emplace(reading.places[i], i);
    const bool by_place = session.opening.mode == OpeningMode::by_place;
    for (const OpeningAnswer& answer : session.opening_record.answers) {
        const auto row = rows.find(answer.organisation);
        const auto column = components.find(answer.component);
        if (row == rows.end() || column == components.end() || answer.answer == Answer::none) continue;
        reading.answers[row->second * reading.components + column->second] = answer.answer;
        ++reading.given[row->second];
        if (by_place) count(reading.tallies[column->second], answer.answer);
    }
    if (by_place) return reading;
    for (const HandCount& hands : session.opening_record.hands)
        if (const auto column = components.find(hands.component); column != components.end())
            reading.tallies[column->second] = {hands.essential, hands.depends, hands.not_essential};
    return reading;
}

ComponentTally tally_of_places(const OpeningReading& reading, std::size_t component) {
    ComponentTally tally;
    for (std::size_t place = 0; place < reading.places.size(); ++place) count(tally, reading.at(place, component));
    return tally;
}

std::vector<std::size_t> places_to_ask(const OpeningReading& reading) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < reading.places.size(); ++i)
        if (reading.given[i] < static_cast<int>(reading.components)) places.push_back(i);
    return places;
}

const OpeningAnswer* answer_of(const Session& session, const OrganisationId& place, const ComponentId& component) {
    const auto& answers = session.opening_record.answers;
    const auto found = std::ranges::find_if(answers, [&](const OpeningAnswer& answer) {
        return answer.organisation == place && answer.component == component;
    });
    return found == answers.end() ? nullptr : &*found;
}

// Both measures are one division of whole numbers, so that equal ones come out equal.

std::vector<std::string> sentences_on(const Session& session, const ComponentId& component) {
    std::vector<std::string> out;
    for (const OpeningAnswer& said : session.opening_record.answers)
        if (said.component == component && !said.why.empty() && find(session, said.organisation) != nullptr)
            out.push_back(said.why);
    std::ranges::sort(out);
    return out;
}

double agreement(const ComponentTally& tally) {
    if (tally.answered() == 0) return 0;
    const int most = std::max({tally.essential, tally.depends, tally.not_essential});
    return static_cast<double>(most) / tally.answered();
}

double dissent(const ComponentTally& tally) {
    const std::int64_t n = tally.answered();
    if (n == 0) return 0;
    const std::int64_t sum = std::int64_t{2} * tally.essential + tally.depends;
    const std::int64_t squares = std::int64_t{4} * tally.essential + tally.depends;
    return static_cast<double>(n * squares - sum * sum) / static_cast<double>(4 * n * n);
}

std::vector<std::size_t> order_of(std::span<const ComponentTally> tallies, OpeningView view) {
    std::vector<std::size_t> order(tallies.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (view != OpeningView::by_agreement && view != OpeningView::by_dissent) return order;
    const auto measure = [&](std::size_t i) {
        if (tallies[i].answered() == 0) return -1.0;
        return view == OpeningView::by_agreement ? agreement(tallies[i]) : dissent(tallies[i]);
    };
    std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) { return measure(a) > measure(b); });
    return order;
}

std::optional<FurthestPlaces> furthest_places(const OpeningReading& reading) {
    // Mean differences are compared as fractions, by cross multiplication.
    std::int64_t widest = 0;
    FurthestPlaces furthest;
    const auto difference = [&](std::size_t a, std::size_t b, std::size_t component) {
        return std::abs(doubled_code(reading.at(a, component)) - doubled_code(reading.at(b, component)));
    };
    const auto both = [&](std::size_t a, std::size_t b, std::size_t component) {
        return reading.at(a, component) != Answer::none && reading.at(b, component) != Answer::none;
    };
    for (std::size_t a = 0; a < reading.places.size(); ++a)
        for (std::size_t b = a + 1; b < reading.places.size(); ++b) {
            std::int64_t sum = 0;
            int common = 0;
            for (std::size_t i = 0; i < reading.components; ++i) {
                if (!both(a, b, i)) continue;
                sum += difference(a, b, i);
                ++common;
            }
            if (common < least_common_answers || sum == 0) continue;
            const std::int64_t here = sum * std::max(1, furthest.common);
            const std::int64_t there = widest * common;
            if (here < there || (here == there && common <= furthest.common)) continue;
            widest = sum;
            furthest = {{a, b}, {}, common};
        }
    if (furthest.common == 0) return std::nullopt;
    const auto [a, b] = furthest.places;
    for (std::size_t i = 0; i < reading.components; ++i)
        if (both(a, b, i) && difference(a, b, i) > 0) furthest.components.push_back(i);
    std::ranges::stable_sort(furthest.components, [&, one = a, other = b](std::size_t i, std::size_t j) {
        return difference(one, other, i) > difference(one, other, j);
    });
    return furthest;
}

} // namespace ronde::cafe
