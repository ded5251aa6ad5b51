#include "base/time_zone.hpp"
#include "cafe/session.hpp"

#include <string_view>
#include <unordered_set>

namespace ronde::cafe {
namespace {

using std::chrono::seconds;

class Check {
public:
    explicit Check(const Session& session) : m_session(session) {}

    std::vector<std::string> run() {
        collect(m_organisations, m_session.organisations, "organisation");
        collect(m_participants, m_session.participants, "participant");
        collect(m_questions, m_session.questions, "question");
        collect(m_tables, m_session.tables, "table");
        collect(m_groups, m_session.groups, "group");
        collect(m_steps, m_session.agenda, "step");
        collect(m_ideas, m_session.ideas, "idea");
        collect(m_themes, m_session.harvest.themes, "theme");
        collect(m_components, m_session.opening.components, "component");
        collect(m_commitments, m_session.follow_up.commitments, "commitment");
        identity();
        people();
        seating();
        companies();
        numbers();
        agenda();
        ideas();
        timer();
        stage();
        follow_up();
        return std::move(m_wrong);
    }

private:
    using Known = std::unordered_set<std::string_view>;

    void say(std::string sentence) { m_wrong.push_back(std::move(sentence)); }

    template <class Things>
    void collect(Known& known, const Things& things, std::string_view what) {
        for (const auto& thing : things) {
            if (thing.id.empty())
                say(std::string{what} + " without an id");
            else if (!known.insert(thing.id.value).second)
                say(std::string{what} + " " + thing.id.value + " stands twice");
        }
    }

    template <class AnyId>
    void must_know(const Known& known, const AnyId& id, const std::string& whose) {
        if (!known.contains(id.value)) say(whose + " points to " + id.value + ", which is not there");
    }

    void identity() {
        const Identity& identity = m_session.identity;
        if (identity.language != "fr" && identity.language != "en") say("no language " + identity.language);
        if (!base::is_time_zone(identity.time_zone)) say("no time zone " + identity.time_zone);
    }

    void people() {
        for (const Participant& person : m_session.participants)
            if (!person.organisation.empty())
                must_know(m_organisations, person.organisation, "person " + person.id.value);
        Known seated;
        for (const Group& group : m_session.groups) {
            if (group.count < 0 || group.count > 1000)
                say("group " + group.id.value + " counts " + std::to_string(group.count));
            for (const ParticipantId& member : group.members) {
                must_know(m_participants, member, "group " + group.id.value);
                if (!seated.insert(member.value).second) say("person " + member.value + " is in two groups");
            }
        }
    }

    void seating() {
        for (const Table& table : m_session.tables)
            if (!table.question.empty()) must_know(m_questions, table.question, "table " + table.id.value);
        if (m_session.seating.rounds.size() > static_cast<std::size_t>(round_count(m_session)))
            say("the seating has more rounds than the agenda");
        for (const auto& round : m_session.seating.rounds) {
            Known groups;
            Known tables;
            for (const Placement& placement : round) {
                must_know(m_groups, placement.group, "the seating");
                must_know(m_tables, placement.table, "the seating");
                if (!groups.insert(placement.group.value).second)
                    say("group " + placement.group.value + " sits twice in a round");
                if (!tables.insert(placement.table.value).second)
                    say("table " + placement.table.value + " has two groups in a round");
            }
        }
    }

    void companies() {
        if (m_session.seating.companies.size() > static_cast<std::size_t>(round_count(m_session)))
            say("the seating has more rounds than the agenda");
        for (const auto& round : m_session.seating.companies) {
            Known people;
            Known tables;
            for (const Company& company : round) {
                must_know(m_tables, company.table, "the seating");
                if (!tables.insert(company.table.value).second)
                    say("table " + company.table.value + " stands twice in a round");
                for (const ParticipantId& person : company.people) {
                    must_know(m_participants, person, "the seating");
                    if (!people.insert(person.value).second) say("person " + person.value + " sits twice in a round");
                }
            }
        }
        for (const ParticipantId& host : m_session.seating.hosts) must_know(m_participants, host, "the seating");
        for (const HostSpan& span : m_session.seating.host_spans) {
            must_know(m_participants, span.person, "the seating");
            must_know(m_tables, span.table, "the seating");
            if (span.first_round < 1 || span.last_round < span.first_round || span.last_round > round_count(m_session))
                say("host " + span.person.value + " has rounds that there are none of");
        }
        if (!m_session.seating.quality) return;
        for (const SeenAgain& one : m_session.seating.quality->seen_again) {
            must_know(m_participants, one.person, "the seating");
            must_know(m_questions, one.question, "the seating");
        }
    }

    void numbers() {
        const SeatingRules& rules = m_session.seating_rules;
        if (rules.host_rounds < 1 || rules.host_rounds > most_host_rounds)
            say("a host keeps a table for " + std::to_string(rules.host_rounds) + " rounds");
        for (const Pin& pin : rules.pins)
            if (pin.first_round < 0 || pin.last_round < 0)
                say("pin " + pin.id.value + " names rounds that there are none of");
        for (const Participant& person : m_session.participants)
            if (person.first_round < 1 || person.last_round < 0)
                say("person " + person.id.value + " sits in rounds that there are none of");
        for (const Theme& theme : m_session.harvest.themes)
            if (theme.votes < 0) say("theme " + theme.id.value + " has fewer than no votes");
        const HarvestPlan& plan = m_session.harvest.plan;
        if (plan.dots_per_person < 1 || plan.turn_length < seconds{1}) say("the harvest has no dots or no time");
    }

    void agenda() {
        for (const Step& step : m_session.agenda) {
            const bool whole = step.planned % seconds{1} == seconds{0} && step.minimum % seconds{1} == seconds{0};
            if (!whole || step.planned < seconds{1} || step.planned > std::chrono::hours{24})
                say("step " + step.id.value + " has a length that is not from 1 second to 24 hours");
            if (step.minimum < seconds{0} || step.minimum > step.planned)
                say("step " + step.id.value + " has a minimum that is not between 0 and its length");
        }
    }

    void ideas() {
        const int rounds = round_count(m_session);
        for (const Idea& idea : m_session.ideas) {
            const std::string whose = "idea " + idea.id.value;
            must_know(m_tables, idea.table, whose);
            if (!idea.question.empty()) must_know(m_questions, idea.question, whose);
            if (!idea.group.empty()) must_know(m_groups, idea.group, whose);
            for (const IdeaId& other : idea.builds_on) must_know(m_ideas, other, whose);
            if (idea.round < 0 || idea.round > rounds) say(whose + " is of round " + std::to_string(idea.round));
            if (idea.text.empty() || idea.text.size() > longest_idea * 4) say(whose + " has no words, or too many");
            if (idea.seq > m_session.seq) say(whose + " was changed by an action that has not happened");
        }
    }

    void timer() {
        const TimerState& timer = m_session.timer;
        const bool idle = timer.state == ClockState::idle;
        if (idle != timer.step.empty()) say("the clock has a step while idle, or none while on");
        if (!timer.step.empty()) must_know(m_steps, timer.step, "the clock");
        if (!idle && !timer.begun) say("the clock is on and never began");
        if (timer.left % seconds{1} != seconds{0}) say("the clock's time left is not whole seconds");
        Known runs;
        for (const StepRun& run : timer.runs) {
            must_know(m_steps, run.step, "the clock's record");
            if (!runs.insert(run.step.value).second) say("step " + run.step.value + " has two records");
            if (run.allotted && *run.allotted < seconds{1})
                say("step " + run.step.value + " has a length below a second");
        }
    }

    void stage() {
        const Stage& stage = m_session.stage;
        if (!stage.idea.empty()) must_know(m_ideas, stage.idea, "the stage");
        if (!stage.question.empty()) must_know(m_questions, stage.question, "the stage");
        if ((stage.projection == Projection::idea) != !stage.idea.empty())
            say("the stage shows an idea that it does not name");
        if (!stage.theme.empty()) must_know(m_themes, stage.theme, "the stage");
        if ((stage.projection == Projection::theme) != !stage.theme.empty())
            say("the stage shows a theme that it does not name");
        if (!stage.speaking.table.empty()) must_know(m_tables, stage.speaking.table, "the stage");
    }

    void follow_up() {
        for (const Complementarity& match : m_session.follow_up.complementarities)
            for (const OrganisationId& id : {match.giver, match.taker}) must_know(m_organisations, id, "a kept match");
    }

    const Session& m_session;
    std::vector<std::string> m_wrong;
    Known m_organisations, m_participants, m_questions, m_tables, m_groups, m_steps, m_ideas, m_themes, m_components,
        m_commitments;
};

} // namespace

std::vector<std::string> unsound_parts(const Session& session) {
    return Check{session}.run();
}

} // namespace ronde::cafe
