#include "report/opening_csv.hpp"

#include "cafe/opening_reading.hpp"
#include "report/csv.hpp"
#include "report/phrases.hpp"

#include <algorithm>
#include <array>

namespace ronde::report {

std::string opening_csv(const cafe::Session& session, char separator) {
    const Phrases& say = phrases_in(session.identity.language);
    CsvText csv(separator);
    for (const std::string_view head :
         {say.organisation, say.organisation_kind, say.component, say.answer_word, say.why, say.count})
        csv.cell(head);
    csv.end_row();
    for (const cafe::Organisation& place : session.organisations)
        for (const cafe::Component& component : session.opening.components) {
            const cafe::OpeningAnswer* said = cafe::answer_of(session, place.id, component.id);
            if (said == nullptr) continue;
            csv.cell(place.name).cell(say.kind(place.kind)).cell(component.text);
            csv.cell(say.answer(said->answer)).cell(said->why).cell("").end_row();
        }
    for (const cafe::Component& component : session.opening.components) {
        const auto& hands = session.opening_record.hands;
        const auto count = std::ranges::find(hands, component.id, &cafe::HandCount::component);
        if (count == hands.end()) continue;
        const std::array numbers{count->essential, count->depends, count->not_essential};
        const std::array answers{say.essential, say.depends, say.not_essential};
        for (std::size_t i = 0; i < numbers.size(); ++i)
            csv.cell(say.hands).cell("").cell(component.text).cell(answers[i]).cell("").cell(numbers[i]).end_row();
    }
    return csv.take();
}

bool has_opening_answers(const cafe::Session& session) {
    const auto known = [&](const auto& said) { return cafe::find(session, said.component) != nullptr; };
    return std::ranges::any_of(session.opening_record.answers, known) ||
           std::ranges::any_of(session.opening_record.hands, known);
}

} // namespace ronde::report
