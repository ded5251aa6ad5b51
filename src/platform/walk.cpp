#include "platform/walk.hpp"

namespace ronde::platform {

namespace {

bool shows_opening(const cafe::Session& session) {
    const cafe::Step* step = cafe::find(session, session.timer.step);
    return session.timer.state != cafe::ClockState::finished && step != nullptr &&
           step->kind == cafe::StepKind::opening && !session.opening.components.empty();
}

} // namespace

std::string_view view_of_step(const cafe::Session& session) {
    return shows_opening(session) ? base::name_of(session.stage.opening) : std::string_view{};
}

cafe::Deed next_deed(const cafe::Session& session) {
    if (!shows_opening(session)) return cafe::Next{};
    switch (session.stage.opening) {
    case cafe::OpeningView::live: return cafe::ShowOpening{cafe::OpeningView::by_agreement};
    case cafe::OpeningView::by_agreement: return cafe::ShowOpening{cafe::OpeningView::by_dissent};
    case cafe::OpeningView::by_dissent:
        if (session.opening.mode == cafe::OpeningMode::by_hands) return cafe::Next{};
        return cafe::ShowOpening{cafe::OpeningView::furthest};
    case cafe::OpeningView::furthest: break;
    }
    return cafe::Next{};
}

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
    std::string seen = std::string(base::name_of(session->timer.state)) + session->timer.step.value;
    seen += view_of_step(*session);
    if (seen != m_seen) {
        m_seen = seen;
        m_since = now;
    }
    if (!pictured || now < next()) return Step::wait;
    return session->timer.state == cafe::ClockState::finished ? Step::end : Step::next;
}

} // namespace ronde::platform
