#include "app/seating_pins.hpp"

#include <algorithm>
#include <optional>
#include <utility>

namespace ronde::app {
namespace {

std::optional<int> person_of(const cafe::Session& session, const SeatingNumbers& numbers,
                             const cafe::ParticipantId& id) {
    for (std::size_t i = 0; i < numbers.people.size(); ++i)
        if (session.participants[numbers.people[i]].id == id) return static_cast<int>(i);
    return std::nullopt;
}

enum class Asked { nothing, something, impossible };

/// Adds one pin to the problem as it is; whether that contradicts anything is for rotation::check to say.
Asked add_pin(const cafe::Session& session, int begun, const cafe::Pin& pin, SeatingNumbers& numbers) {
    rotation::Problem& problem = numbers.problem;
    const auto person = person_of(session, numbers, pin.person);
    if (!person) return Asked::nothing;
    switch (pin.kind) {
    case cafe::PinKind::host: return Asked::nothing; // choose_hosts has seen to it
    case cafe::PinKind::together:
    case cafe::PinKind::apart: {
        const auto other = person_of(session, numbers, pin.other);
        if (!other) return Asked::nothing;
        (pin.kind == cafe::PinKind::together ? problem.together : problem.apart).push_back({*person, *other});
        return Asked::something;
    }
    case cafe::PinKind::seat: break;
    }
    const int round = pin.round - 1;
    if (round < begun || round >= problem.rounds()) return Asked::nothing;
    if (cafe::find(session, pin.table) == nullptr || !problem.present(*person, round)) return Asked::nothing;
    const auto& tables = numbers.tables[static_cast<std::size_t>(round)];
    const auto table = std::ranges::find(tables, pin.table);
    if (table == tables.end()) return Asked::impossible;
    problem.seats.push_back({*person, round, static_cast<int>(table - tables.begin())});
    return Asked::something;
}

bool same_pair(const cafe::Session& session, const SeatingNumbers& numbers, const cafe::Pin& pin,
               const rotation::Broken& broken) {
    const auto one = person_of(session, numbers, pin.person);
    const auto other = person_of(session, numbers, pin.other);
    return one && other && std::minmax(*one, *other) == std::minmax(broken.person, broken.other);
}

bool stands_for(const cafe::Session& session, const SeatingNumbers& numbers, const cafe::Pin& pin,
                const rotation::Broken& broken) {
    using rotation::Rule;
    switch (pin.kind) {
    case cafe::PinKind::together: return broken.rule == Rule::together && same_pair(session, numbers, pin, broken);
    case cafe::PinKind::apart: return broken.rule == Rule::apart && same_pair(session, numbers, pin, broken);
    case cafe::PinKind::seat:
        return broken.rule == Rule::seat && broken.round == pin.round - 1 &&
               person_of(session, numbers, pin.person) == broken.person;
    case cafe::PinKind::host:
        return broken.rule == Rule::host && person_of(session, numbers, pin.person) == broken.person;
    }
    return false;
}

} // namespace

void take_pins(const cafe::Session& session, int begun, SeatingNumbers& numbers) {
    const rotation::Problem without = numbers.problem;
    const auto& pins = session.seating_rules.pins;
    std::vector<std::string> asked;
    std::vector<std::string> impossible;
    for (const cafe::Pin& pin : pins) {
        const Asked answer = add_pin(session, begun, pin, numbers);
        if (answer == Asked::something) asked.push_back(pin.id.value);
        if (answer == Asked::impossible) impossible.push_back(pin.id.value);
    }
    if (!asked.empty() && !rotation::check(numbers.problem)) {
        // One after the other: the first of two that contradict each other is kept.
        numbers.problem = without;
        asked.clear();
        for (const cafe::Pin& pin : pins) {
            const rotation::Problem before = numbers.problem;
            if (add_pin(session, begun, pin, numbers) != Asked::something) continue;
            if (rotation::check(numbers.problem)) {
                asked.push_back(pin.id.value);
            } else {
                numbers.problem = before;
                impossible.push_back(pin.id.value);
            }
        }
    }
    numbers.asked = std::move(asked);
    numbers.dropped.insert(numbers.dropped.end(), impossible.begin(), impossible.end());
}

void name_broken_pins(const cafe::Session& session, const SeatingNumbers& numbers, const rotation::Planned& planned,
                      cafe::SeatingQuality& quality) {
    const auto add = [&](const std::string& name) {
        if (std::ranges::find(quality.broken, name) == quality.broken.end()) quality.broken.push_back(name);
    };
    std::erase_if(quality.broken, [](const std::string& name) {
        return name == "together" || name == "apart" || name == "seat" || name == "host";
    });
    for (const rotation::Broken& broken : planned.broken) {
        bool named = false;
        for (const cafe::Pin& pin : session.seating_rules.pins)
            if (stands_for(session, numbers, pin, broken)) {
                add(pin.id.value);
                named = true;
            }
        if (!named && broken.rule == rotation::Rule::host) add("host");
    }
    for (const std::string& pin : numbers.dropped) add(pin);
    quality.optimal = quality.optimal && quality.broken.empty();
}

} // namespace ronde::app
