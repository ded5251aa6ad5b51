#include "report/opening_section.hpp"

#include "cafe/opening_reading.hpp"
#include "report/markdown_text.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace ronde::report {
namespace {

std::string list_of(const cafe::Opening& opening) {
    std::string out;
    for (const cafe::Component& component : opening.components) out += fmt::format("- {}\n", escaped(component.text));
    return out;
}

/// A row a place, a column a component, and how many called each essential at the foot.
std::string table_of_places(const cafe::Session& session, const Phrases& say, const cafe::OpeningReading& reading) {
    std::string out = "| |";
    for (const cafe::Component& component : session.opening.components)
        out += fmt::format(" {} |", escaped(component.text));
    out += "\n|---|";
    for (std::size_t i = 0; i < reading.components; ++i) out += "---|";
    out += '\n';
    for (std::size_t place = 0; place < reading.places.size(); ++place) {
        const cafe::Organisation* it = cafe::find(session, reading.places[place]);
        out += fmt::format("| {} |", it == nullptr ? std::string{} : escaped(it->name));
        for (std::size_t i = 0; i < reading.components; ++i)
            out += fmt::format(" {} |", say.answer(reading.at(place, i)));
        out += '\n';
    }
    out += fmt::format("| **{}** |", say.essential);
    for (std::size_t i = 0; i < reading.components; ++i)
        out += fmt::format(" **{}** |", cafe::tally_of_places(reading, i).essential);
    return out + '\n';
}

/// How many places gave each answer, where no place is named.
std::string table_of_tallies(const cafe::Session& session, const Phrases& say, const cafe::OpeningReading& reading) {
    std::string out = fmt::format("| {} | {} | {} | {} |\n|---|--:|--:|--:|\n", say.component, say.essential,
                                  say.depends, say.not_essential);
    for (std::size_t i = 0; i < reading.components; ++i) {
        const cafe::ComponentTally tally = cafe::tally_of_places(reading, i);
        out += fmt::format("| {} | {} | {} | {} |\n", escaped(session.opening.components[i].text), tally.essential,
                           tally.depends, tally.not_essential);
    }
    return out;
}

/// What was said of each component, by nobody in particular and in an order that tells nothing.
std::string sentences_of_nobody(const cafe::Session& session, const Phrases& say) {
    std::string out;
    for (const cafe::Component& component : session.opening.components)
        for (const std::string& why : cafe::sentences_on(session, component.id))
            out += fmt::format("- {}{}{}\n", escaped(component.text), say.colon, escaped(why));
    return out;
}

std::string sentences(const cafe::Session& session, const Phrases& say) {
    std::string out;
    for (const cafe::Organisation& place : session.organisations)
        for (const cafe::Component& component : session.opening.components) {
            const cafe::OpeningAnswer* said = cafe::answer_of(session, place.id, component.id);
            if (said != nullptr && !said->why.empty())
                out += fmt::format("- {}, {}{}{}\n", escaped(place.name), escaped(component.text), say.colon,
                                   escaped(said->why));
        }
    return out;
}

std::string table_of_hands(const cafe::Session& session, const Phrases& say) {
    std::string out = fmt::format("| {} | {} | {} | {} |\n|---|--:|--:|--:|\n", say.hands, say.essential, say.depends,
                                  say.not_essential);
    for (const cafe::Component& component : session.opening.components) {
        const auto& hands = session.opening_record.hands;
        const auto count = std::ranges::find(hands, component.id, &cafe::HandCount::component);
        if (count == hands.end()) continue;
        out += fmt::format("| {} | {} | {} | {} |\n", escaped(component.text), count->essential, count->depends,
                           count->not_essential);
    }
    return out;
}

} // namespace

std::string opening_answers(const cafe::Session& session, const Phrases& say) {
    // Whichever way the room answered last, what places said and what was counted are both written.
    const cafe::OpeningReading reading = cafe::read_opening(session);
    const bool answered = std::ranges::any_of(reading.given, [](int given) { return given > 0; });
    const bool counted = std::ranges::any_of(session.opening_record.hands, [&](const cafe::HandCount& hands) {
        return cafe::find(session, hands.component) != nullptr;
    });
    std::string out;
    const bool named = session.opening.naming == cafe::Naming::named;
    if (answered) out += named ? table_of_places(session, say, reading) : table_of_tallies(session, say, reading);
    if (const std::string said = named ? sentences(session, say) : sentences_of_nobody(session, say); !said.empty())
        out += (out.empty() ? "" : "\n") + said;
    if (counted) out += (out.empty() ? "" : "\n") + table_of_hands(session, say);
    return answered || counted ? out : list_of(session.opening) + (out.empty() ? "" : "\n") + out;
}

} // namespace ronde::report
