#include "report/opening_csv.hpp"

#include "cafe/opening_reading.hpp"
#include "report/csv.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <array>

namespace ronde::report {
namespace {

/// A row an answer: how often it was given to the component.
void add_counts(CsvText& csv, const Phrases& say, std::string_view by, const cafe::Component& component,
                const cafe::ComponentTally& tally) {
    const std::array numbers{tally.essential, tally.depends, tally.not_essential};
    const std::array answers{say.essential, say.depends, say.not_essential};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        csv.cell(by).cell("").cell(component.text).cell(answers[i]).cell("").cell(numbers[i]).end_row();
}

void add_places(CsvText& csv, const cafe::Session& session, const Phrases& say) {
    for (const cafe::Organisation& place : session.organisations)
        for (const cafe::Component& component : session.opening.components) {
            const cafe::OpeningAnswer* said = cafe::answer_of(session, place.id, component.id);
            if (said == nullptr) continue;
            csv.cell(place.name).cell(say.kind(place.kind)).cell(component.text);
            csv.cell(say.answer(said->answer)).cell(said->why).cell("").end_row();
        }
}

/// Where no place is named: counts, and sentences of nobody in particular.
void add_tallies(CsvText& csv, const cafe::Session& session, const Phrases& say) {
    const cafe::OpeningReading reading = cafe::read_opening(session);
    const bool answered = std::ranges::any_of(reading.given, [](int given) { return given > 0; });
    for (std::size_t i = 0; answered && i < reading.components; ++i)
        add_counts(csv, say, "", session.opening.components[i], cafe::tally_of_places(reading, i));
    for (const cafe::Component& component : session.opening.components)
        for (const std::string& why : cafe::sentences_on(session, component.id))
            csv.cell("").cell("").cell(component.text).cell("").cell(why).cell("").end_row();
}

} // namespace

std::string opening_csv(const cafe::Session& session, char separator) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText csv(separator);
    for (const std::string_view head :
         {say.organisation, say.organisation_kind, say.component, say.answer_word, say.why, say.count})
        csv.cell(head);
    csv.end_row();
    if (session.opening.naming == cafe::Naming::named)
        add_places(csv, session, say);
    else
        add_tallies(csv, session, say);
    for (const cafe::Component& component : session.opening.components) {
        const auto& hands = session.opening_record.hands;
        const auto count = std::ranges::find(hands, component.id, &cafe::HandCount::component);
        if (count == hands.end()) continue;
        add_counts(csv, say, say.hands, component, {count->essential, count->depends, count->not_essential});
    }
    return csv.take();
}

bool has_opening_answers(const cafe::Session& session) {
    const auto known = [&](const auto& said) { return cafe::find(session, said.component) != nullptr; };
    return std::ranges::any_of(session.opening_record.answers, known) ||
           std::ranges::any_of(session.opening_record.hands, known);
}

} // namespace ronde::report
