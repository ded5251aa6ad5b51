#include "app/template_content.hpp"

#include <utility>

namespace ronde::app {

cafe::Session template_of(const cafe::Session& session, std::string id) {
    cafe::Session content;
    content.id = {std::move(id)};
    content.identity = session.identity;
    content.identity.notice.clear();
    content.opening = session.opening;
    content.questions = session.questions;
    content.tables = session.tables;
    content.agenda = session.agenda;
    content.seating_rules = session.seating_rules;
    content.seating_rules.pins.clear();
    content.harvest.plan.dots_per_person = session.harvest.plan.dots_per_person;
    content.harvest.plan.turn_length = session.harvest.plan.turn_length;
    return content;
}

} // namespace ronde::app
