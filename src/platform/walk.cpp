#include "platform/walk.hpp"

#include "gui/prepare_hints.hpp"

#include <algorithm>

namespace ronde::platform {

namespace {

/// The step that the clock is at; null before the first and after the last.
const cafe::Step* present_step(const cafe::Session& session) {
    return session.timer.state == cafe::ClockState::finished ? nullptr : cafe::find(session, session.timer.step);
}

bool is_at(const cafe::Session& session, cafe::StepKind kind) {
    const cafe::Step* step = present_step(session);
    return step != nullptr && step->kind == kind;
}

bool shows_opening(const cafe::Session& session) {
    return is_at(session, cafe::StepKind::opening) && !session.opening.components.empty();
}

cafe::Deed after_opening(const cafe::Session& session) {
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

/// The wall of ideas, that of themes, and one theme.
cafe::Deed after_harvest(const cafe::Session& session) {
    const auto& themes = session.harvest.themes;
    switch (session.stage.projection) {
    case cafe::Projection::none: return cafe::Project{.projection = cafe::Projection::wall};
    case cafe::Projection::wall:
        if (!themes.empty()) return cafe::Project{.projection = cafe::Projection::themes};
        break;
    case cafe::Projection::themes:
        return cafe::Project{.projection = cafe::Projection::theme, .theme = themes.front().id};
    case cafe::Projection::theme:
    case cafe::Projection::idea: break;
    }
    return cafe::Next{};
}

cafe::Deed after_plenary(const cafe::Session& session) {
    const auto& turns = session.harvest.plan.turns;
    if (turns.empty() || !session.stage.speaking.table.empty()) return cafe::Next{};
    return cafe::GiveWord{turns.front().table};
}

cafe::Deed after_follow_up(const cafe::Session& session) {
    if (session.stage.follow_up == cafe::FollowUpView::introductions || session.follow_up.introductions.empty())
        return cafe::Next{};
    return cafe::ShowFollowUp{cafe::FollowUpView::introductions};
}

gui::Place place_for(const cafe::Session& session) {
    const cafe::Step* step = present_step(session);
    if (step == nullptr) return gui::Place::run;
    switch (step->kind) {
    case cafe::StepKind::round: return cafe::round_for_room(session) % 2 == 0 ? gui::Place::notes : gui::Place::run;
    case cafe::StepKind::travel: return gui::Place::notes;
    case cafe::StepKind::harvest:
    case cafe::StepKind::plenary: return gui::Place::harvest;
    default: return gui::Place::run;
    }
}

} // namespace

std::string view_of_step(const cafe::Session& session) {
    if (shows_opening(session)) return std::string(base::name_of(session.stage.opening));
    if (is_at(session, cafe::StepKind::harvest) && session.stage.projection != cafe::Projection::none)
        return std::string(base::name_of(session.stage.projection));
    if (is_at(session, cafe::StepKind::plenary) && !session.stage.speaking.table.empty()) return "speaking";
    if (is_at(session, cafe::StepKind::follow_up) && session.stage.follow_up != cafe::FollowUpView::commitments)
        return std::string(base::name_of(session.stage.follow_up));
    return {};
}

cafe::Deed next_deed(const cafe::Session& session) {
    if (shows_opening(session)) return after_opening(session);
    if (is_at(session, cafe::StepKind::harvest)) return after_harvest(session);
    if (is_at(session, cafe::StepKind::plenary)) return after_plenary(session);
    if (is_at(session, cafe::StepKind::follow_up)) return after_follow_up(session);
    return cafe::Next{};
}

std::vector<Sight> sights(const cafe::Session& session) {
    if (session.timer.state == cafe::ClockState::finished) return {{.place = gui::Place::review}};
    if (session.timer.state != cafe::ClockState::idle) return {{.place = place_for(session)}};
    std::vector<Sight> sections;
    for (std::size_t i = 0; i < gui::prepare_section_count; ++i) {
        const auto section = static_cast<gui::PrepareSection>(i);
        sections.push_back({.section = section, .word = gui::section_name(section)});
    }
    return sections;
}

Sight Walker::sight(const cafe::Session& session) const {
    const auto all = sights(session);
    return all[std::min(m_sight, all.size() - 1)];
}

Walker::Step Walker::look(const cafe::Session* session, bool pictured, double now) {
    if (session == nullptr) return Step::end;
    std::string seen = std::string(base::name_of(session->timer.state)) + session->timer.step.value;
    seen += view_of_step(*session);
    if (seen != m_seen) {
        m_seen = seen;
        m_since = now;
        m_sight = 0;
    }
    if (!pictured || now < next()) return Step::wait;
    if (m_sight + 1 < sights(*session).size()) {
        ++m_sight;
        m_since = now;
        return Step::wait;
    }
    return session->timer.state == cafe::ClockState::finished ? Step::end : Step::next;
}

} // namespace ronde::platform
