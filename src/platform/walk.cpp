#include "platform/walk.hpp"

namespace ronde::platform {

gui::Place place_for(const cafe::Session& session) {
    switch (session.timer.state) {
    case cafe::ClockState::idle: return gui::Place::prepare;
    case cafe::ClockState::finished: return gui::Place::review;
    case cafe::ClockState::running:
    case cafe::ClockState::paused: break;
    }
    const cafe::Step* step = cafe::find(session, session.timer.step);
    if (step == nullptr) return gui::Place::run;
    switch (step->kind) {
    case cafe::StepKind::round: return cafe::round_for_room(session) % 2 == 0 ? gui::Place::notes : gui::Place::run;
    case cafe::StepKind::travel: return gui::Place::notes;
    case cafe::StepKind::harvest:
    case cafe::StepKind::plenary: return gui::Place::harvest;
    default: return gui::Place::run;
    }
}

Walker::Step Walker::look(const cafe::Session* session, bool pictured, double now) {
    if (session == nullptr) return Step::end;
    const std::string seen = std::string(base::name_of(session->timer.state)) + session->timer.step.value;
    if (seen != m_seen) {
        m_seen = seen;
        m_since = now;
    }
    if (!pictured || now < next()) return Step::wait;
    return session->timer.state == cafe::ClockState::finished ? Step::end : Step::next;
}

} // namespace ronde::platform
