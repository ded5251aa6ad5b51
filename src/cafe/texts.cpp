#include "cafe/texts.hpp"

#include "base/text.hpp"

#include <utility>

namespace ronde::cafe {
namespace {

void change_ideas(Session& session, std::uint64_t seq, const std::function<void(Idea&)>& change) {
    const auto ideas = session.ideas;
    for (const Idea& before : ideas) {
        Idea idea = before;
        change(idea);
        if (idea == before) continue;
        idea.seq = seq;
        session.ideas.replace(std::move(idea));
    }
}

} // namespace

void change_texts(Session& session, std::uint64_t seq, const ChangeText& change) {
    Identity& identity = session.identity;
    NextMeeting& next = session.follow_up.next;
    for (auto* text : {&identity.title, &identity.subtitle, &identity.place, &identity.organiser, &identity.notice,
                       &session.opening.prompt, &session.stage.message, &next.title, &next.place})
        change(*text);
    for (auto& component : session.opening.components) change(component.text);
    for (auto& answer : session.opening_record.answers) change(answer.why);
    for (auto& organisation : session.organisations) {
        change(organisation.place);
        for (auto* lines : {&organisation.offers, &organisation.needs})
            for (std::string& line : *lines) change(line);
    }
    for (auto& question : session.questions) change(question.text);
    for (auto& table : session.tables) change(table.name);
    for (auto& group : session.groups) change(group.name);
    for (auto& step : session.agenda) change(step.title);
    for (auto& theme : session.harvest.themes) change(theme.title);
    for (auto& commitment : session.follow_up.commitments) change(commitment.what);
    for (auto& match : session.follow_up.complementarities) {
        change(match.offer);
        change(match.need);
    }
    for (auto& introduction : session.follow_up.introductions) change(introduction.about);
    change_ideas(session, seq, [&](Idea& idea) {
        const std::string before = idea.text;
        change(idea.text);
        if (idea.text != before) idea.tags = base::tags_in(idea.text);
    });
}

void change_names(Session& session, const ChangeText& change) {
    for (auto& turn : session.harvest.plan.turns) change(turn.speaker);
    for (auto& commitment : session.follow_up.commitments) {
        change(commitment.who);
        change(commitment.with_whom);
    }
}

void change_extras(Session& session, std::uint64_t seq, const ChangeText& change) {
    const auto all = [&](auto& things) {
        for (auto& thing : things) change(thing.extra);
    };
    for (auto* extra : {&session.extra, &session.identity.extra, &session.opening.extra, &session.harvest.plan.extra,
                        &session.follow_up.next.extra, &session.seating_rules.extra})
        change(*extra);
    all(session.opening.components);
    all(session.organisations);
    all(session.participants);
    all(session.questions);
    all(session.tables);
    all(session.groups);
    all(session.agenda);
    all(session.harvest.themes);
    all(session.follow_up.commitments);
    change_ideas(session, seq, [&](Idea& idea) { change(idea.extra); });
}

} // namespace ronde::cafe
