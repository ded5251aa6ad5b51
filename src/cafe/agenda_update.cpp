#include "cafe/apply.hpp"

#include <algorithm>
#include <chrono>

namespace ronde::cafe {
namespace {

using std::chrono::seconds;

constexpr std::size_t most_steps = 200;
constexpr base::Duration longest_step = std::chrono::hours{24};

Verdict check_step(const Step& step) {
    if (step.id.empty()) return rejected(Reason::unknown_id, "the step has no id");
    if (!good_text(step.title, longest_line)) return rejected(Reason::bad_text, "the title of step " + step.id.value);
    if (step.planned < seconds{1} || step.planned > longest_step || step.planned % seconds{1} != seconds{0})
        return rejected(Reason::bad_value, "step " + step.id.value + " lasts from 1 second to 24 hours, whole seconds");
    if (step.minimum < seconds{0} || step.minimum > step.planned || step.minimum % seconds{1} != seconds{0})
        return rejected(Reason::bad_value, "the minimum of step " + step.id.value + " lies between 0 and its length");
    return std::nullopt;
}

bool has_begun(const Session& session, const StepId& id) {
    return std::ranges::any_of(session.timer.runs,
                               [&](const StepRun& run) { return run.step == id && run.started_at.has_value(); });
}

/// Whether ideas belong to the round that stands at this place, or would, or to a later one: when a round comes there
/// or goes, their numbers are wrong.
bool has_ideas_from(const Session& session, std::size_t index) {
    const auto first = session.agenda.begin();
    const auto before = std::count_if(first, first + static_cast<std::ptrdiff_t>(index),
                                      [](const Step& step) { return step.kind == StepKind::round; });
    const int number = static_cast<int>(before) + 1;
    return std::ranges::any_of(session.ideas, [&](const Idea& idea) { return idea.round >= number; });
}

} // namespace

std::size_t fixed_steps(const Session& session) {
    for (std::size_t i = session.agenda.size(); i > 0; --i)
        if (has_begun(session, session.agenda[i - 1].id)) return i;
    return 0;
}

Verdict apply(Applying& applying, const AddStep& deed) {
    Session& session = applying.session;
    if (auto wrong = check_step(deed.step)) return wrong;
    if (find(session, deed.step.id) != nullptr) return rejected(Reason::duplicate_id, "step " + deed.step.id.value);
    if (session.agenda.size() >= most_steps) return rejected(Reason::bad_value, "200 steps at most");
    if (deed.index > session.agenda.size()) return rejected(Reason::bad_value, "no such place in the agenda");
    if (session.timer.state == ClockState::finished) return rejected(Reason::past_step, "the café is over");
    if (deed.index < fixed_steps(session)) return rejected(Reason::past_step, "the past of the agenda is fixed");
    if (!applying.of_journal() && deed.step.kind == StepKind::round && has_ideas_from(session, deed.index))
        return rejected(Reason::has_ideas, "ideas were noted in the round of that place, or in a later one");
    touch(applying, prepare_scope, ObjectKind::step, deed.step.id.value, Object{deed.step}, deed.index);
    if (deed.step.kind == StepKind::round) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const EditStep& deed) {
    Session& session = applying.session;
    if (auto wrong = check_step(deed.step)) return wrong;
    const auto index = index_of(session, deed.step.id);
    if (!index) return rejected(Reason::unknown_id, "no step " + deed.step.id.value);
    const Step* present = &session.agenda[*index];
    const bool is_current = session.timer.state != ClockState::idle && session.timer.step == deed.step.id;
    const bool is_over =
        has_begun(session, deed.step.id) && (!is_current || session.timer.state == ClockState::finished);
    const bool same_lengths = present->planned == deed.step.planned && present->minimum == deed.step.minimum;
    const bool changes_rounds =
        present->kind != deed.step.kind && (present->kind == StepKind::round || deed.step.kind == StepKind::round);
    if (is_over && (present->kind != deed.step.kind || !same_lengths))
        return rejected(Reason::past_step, "a step that is over keeps its kind and its lengths");
    if (is_current && changes_rounds)
        return rejected(Reason::past_step, "the running step stays a round, or stays none");
    const bool refusable = !applying.of_journal() || present->kind == StepKind::round;
    if (refusable && changes_rounds && has_ideas_from(session, *index))
        return rejected(Reason::has_ideas, "ideas were noted in that round, or in a later one");
    touch(applying, prepare_scope, ObjectKind::step, deed.step.id.value, Object{deed.step});
    if (changes_rounds) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const RemoveStep& deed) {
    Session& session = applying.session;
    const auto index = index_of(session, deed.id);
    if (!index) return rejected(Reason::unknown_id, "no step " + deed.id.value);
    if (*index < fixed_steps(session)) return rejected(Reason::past_step, "the past of the agenda is fixed");
    const bool was_round = session.agenda[*index].kind == StepKind::round;
    if (was_round && has_ideas_from(session, *index))
        return rejected(Reason::has_ideas, "ideas were noted in that round, or in a later one");
    touch(applying, prepare_scope, ObjectKind::step, deed.id.value, std::nullopt);
    std::erase_if(session.timer.runs, [&](const StepRun& run) { return run.step == deed.id; });
    if (was_round) structure_changed(applying);
    return std::nullopt;
}

Verdict apply(Applying& applying, const MoveStep& deed) {
    Session& session = applying.session;
    const auto index = index_of(session, deed.id);
    if (!index) return rejected(Reason::unknown_id, "no step " + deed.id.value);
    if (deed.index >= session.agenda.size()) return rejected(Reason::bad_value, "no such place in the agenda");
    const std::size_t fixed = fixed_steps(session);
    if (*index < fixed || deed.index < fixed) return rejected(Reason::past_step, "the past of the agenda is fixed");

    Order order;
    for (const Step& step : session.agenda)
        if (step.id != deed.id) order.ids.push_back(step.id.value);
    order.ids.insert(order.ids.begin() + static_cast<std::ptrdiff_t>(deed.index), deed.id.value);
    touch(applying, prepare_scope, ObjectKind::step_order, {}, Object{std::move(order)});
    return std::nullopt;
}

} // namespace ronde::cafe
