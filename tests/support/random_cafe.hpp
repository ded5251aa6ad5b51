#pragma once
// A café to which random things happen, sensible and senseless, for the property tests of the engine and of the files.
// The same seed gives the same café.

#include "cafe/update.hpp"
#include "support/fake_clock.hpp"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace ronde::support {

class RandomCafe {
public:
    explicit RandomCafe(std::uint64_t seed) : m_random(seed) {
        cafe::Session content;
        content.id = {"cafe-" + std::to_string(seed)};
        content.identity.title = "Café « Été » \xE2\x80\x93 l\xE2\x80\x99œuvre";
        content.identity.starts_at = m_clock.now().wall + std::chrono::minutes{below(20)};
        const int questions = 1 + below(4);
        const int tables = 1 + below(3);
        for (int q = 0; q < questions; ++q) {
            content.questions.push_back({.id = {new_id("q")}, .text = text()});
            for (int t = 0; t < tables; ++t)
                content.tables.push_back({.id = {new_id("t")}, .question = content.questions.back().id});
        }
        for (int g = 0; g < questions * tables; ++g)
            content.groups.push_back({.id = {new_id("g")}, .name = text(), .count = below(6)});
        for (int s = 0; s < 3 + below(6); ++s) content.agenda.push_back(step());
        apply({m_clock.now(), cafe::CreateSession{std::move(content)}});
    }

    [[nodiscard]] const cafe::Session& session() const { return m_session; }
    [[nodiscard]] const std::vector<cafe::Action>& accepted() const { return m_accepted; }
    [[nodiscard]] FakeClock& clock() { return m_clock; }

    /// Lets some time pass and something happen; returns what the engine said of it.
    cafe::Outcome step_on() {
        m_clock.advance(base::Duration{below(40000)});
        if (below(60) == 0) m_clock.jump_wall(std::chrono::seconds{below(7200) - 3600});
        return apply(next());
    }

    /// A deed for the present session, stamped now.
    [[nodiscard]] cafe::Action next() {
        if (below(200) == 0) {
            m_clock.reboot(std::chrono::seconds{below(600)});
            return {m_clock.now(), cafe::Recover{}};
        }
        return {m_clock.now(), deed()};
    }

    cafe::Outcome apply(const cafe::Action& action) {
        auto outcome = cafe::update(m_session, action);
        if (outcome) m_accepted.push_back(action);
        return outcome;
    }

private:
    int below(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }
    std::string new_id(const char* prefix) { return prefix + std::to_string(++m_ids); }

    template <class Things>
    auto any_id(const Things& things) {
        using Id = decltype(Things::value_type::id);
        if (things.empty() || below(25) == 0) return Id{"nowhere"};
        return things[static_cast<std::size_t>(below(static_cast<int>(things.size())))].id;
    }

    std::string text() {
        static const std::vector<std::string> words{"compta", "tiers-lieu", "É‑cole", "œuvre",  "l’été",
                                                    "#prix",  "🙂",       "bail ?", "élu·es", "«\u202foui\u202f»",
                                                    "a\nb",   "\"x\\y\"",   "été"};
        std::string out;
        for (int i = below(5); i >= 0; --i)
            out += (out.empty() ? "" : " ") + words[static_cast<std::size_t>(below(static_cast<int>(words.size())))];
        return below(40) == 0 ? std::string{} : out;
    }

    cafe::Step step() {
        static constexpr cafe::StepKind kinds[] = {cafe::StepKind::round, cafe::StepKind::travel, cafe::StepKind::round,
                                                   cafe::StepKind::harvest, cafe::StepKind::welcome};
        cafe::Step step{.id = {new_id("s")}, .kind = kinds[below(5)], .title = text()};
        step.planned = std::chrono::seconds{1 + below(900)};
        step.minimum = std::chrono::seconds{below(static_cast<int>(step.planned / std::chrono::seconds{1}) + 1)};
        return step;
    }

    std::string scope() {
        static constexpr std::string_view scopes[] = {cafe::prepare_scope, cafe::harvest_scope, cafe::opening_scope,
                                                      cafe::follow_up_scope};
        if (below(3) == 0) return std::string{scopes[below(4)]};
        return cafe::table_scope(any_id(m_session.tables));
    }

    std::vector<cafe::IdeaId> links() {
        std::vector<cafe::IdeaId> ids;
        if (below(4) == 0) ids.push_back(any_id(m_session.ideas));
        return ids;
    }

    /// Every group at a table of its own, in every round but perhaps the last; sometimes for an old structure.
    cafe::ApplyPlan plan() {
        cafe::Seating seating{.basis = m_session.structure - (below(10) == 0 ? 1U : 0U)};
        for (int r = below(2); r < cafe::round_count(m_session); ++r) {
            auto& round = seating.rounds.emplace_back();
            for (std::size_t g = 0; g < m_session.groups.size() && g < m_session.tables.size(); ++g)
                round.push_back({m_session.groups[g].id,
                                 m_session.tables[(g + static_cast<std::size_t>(r)) % m_session.tables.size()].id});
        }
        if (below(3) == 0) seating.companies = companies();
        return {seating};
    }

    /// Everybody at some table, in every round.
    std::vector<std::vector<cafe::Company>> companies() {
        std::vector<std::vector<cafe::Company>> rounds;
        for (int r = 0; r < cafe::round_count(m_session) && !m_session.tables.empty(); ++r) {
            auto& round = rounds.emplace_back();
            for (const cafe::Table& table : m_session.tables) round.push_back({.table = table.id});
            for (const cafe::Participant& person : m_session.participants)
                round[static_cast<std::size_t>(below(static_cast<int>(round.size())))].people.push_back(person.id);
        }
        return rounds;
    }

    cafe::Deed deed_of_people() {
        const auto person = any_id(m_session.participants);
        switch (below(6)) {
        case 0: return cafe::SetPresence{{person}, static_cast<cafe::Presence>(below(3)), below(3), below(4)};
        case 1: return cafe::MergeOrganisations{any_id(m_session.organisations), any_id(m_session.organisations)};
        case 2:
            return below(4) == 0 ? cafe::Deed{cafe::ErasePerson{person}}
                                 : cafe::Deed{cafe::SetPresence{{person}, cafe::Presence::here}};
        case 3: {
            cafe::SeatingRules rules = m_session.seating_rules;
            rules.grouping = static_cast<cafe::Grouping>(below(2));
            rules.weights.repeat = below(5) - 1;
            if (below(2) == 0 && m_session.participants.size() > 1)
                rules.pins.push_back({.id = {new_id("pin")},
                                      .kind = cafe::PinKind::apart,
                                      .person = person,
                                      .other = any_id(m_session.participants)});
            return cafe::EditSeating{rules};
        }
        case 4:
            return cafe::AnswerOpening{{any_id(m_session.organisations), any_id(m_session.opening.components),
                                        static_cast<cafe::Answer>(below(4)), below(3) == 0 ? text() : ""}};
        default: return cafe::CountHands{{any_id(m_session.opening.components), below(9) - 1, below(9), below(9)}};
        }
    }

    cafe::Deed deed_of_the_harvest() {
        const auto theme = any_id(m_session.harvest.themes);
        const auto idea = any_id(m_session.ideas);
        switch (below(9)) {
        case 0:
        case 1: return cafe::PutThemes{{{.id = {new_id("th")}, .title = text(), .ideas = {idea}, .votes = below(9)}}};
        case 2:
            return below(3) == 0 ? cafe::Deed{cafe::RemoveTheme{theme}} : cafe::Deed{cafe::SortIdeas{{idea}, theme}};
        case 3: return cafe::MergeThemes{theme, any_id(m_session.harvest.themes)};
        case 4: return cafe::MoveTheme{theme, static_cast<std::size_t>(below(4))};
        case 5: return cafe::SortIdeas{{idea}, theme, any_id(m_session.harvest.themes)};
        case 6: return cafe::Project{below(2) == 0 ? cafe::Projection::theme : cafe::Projection::themes, {}, {}, theme};
        case 7: return cafe::GiveWord{below(3) == 0 ? cafe::TableId{} : any_id(m_session.tables)};
        default:
            return cafe::EditHarvest{
                {.dots_per_person = below(4), .turns = {{any_id(m_session.tables), text()}}, .dismissed = {text()}}};
        }
    }

    cafe::Deed deed_of_what_next() {
        switch (below(7)) {
        case 0:
        case 1:
            return cafe::PutCommitment{{.id = {new_id("co")},
                                        .what = text(),
                                        .who = "Zoé",
                                        .by_when = below(5) == 0 ? "2023-02-30" : "2023-09-30",
                                        .from = below(2) == 0 ? cafe::IdeaId{} : any_id(m_session.ideas)}};
        case 2: return cafe::RemoveCommitment{any_id(m_session.follow_up.commitments)};
        case 3: return cafe::SetNextMeeting{{.title = text(), .length = std::chrono::minutes{below(200)}}};
        case 4:
            return cafe::RuleOnMatch{{any_id(m_session.organisations), any_id(m_session.organisations), text(), text(),
                                      static_cast<cafe::Ruling>(below(2))}};
        case 5: return cafe::SetIntroductions{{{any_id(m_session.participants), any_id(m_session.participants)}}};
        default:
            return below(2) == 0 ? cafe::Deed{cafe::ShowOpening{static_cast<cafe::OpeningView>(below(4))}}
                                 : cafe::Deed{cafe::ShowFollowUp{static_cast<cafe::FollowUpView>(below(2))}};
        }
    }

    cafe::Deed deed() {
        const auto kind = static_cast<cafe::IdeaKind>(below(4));
        switch (below(12)) {
        case 0: return deed_of_people();
        case 1: return deed_of_the_harvest();
        case 2: return deed_of_what_next();
        default: break;
        }
        switch (below(41)) {
        case 0:
        case 1:
        case 2:
        case 3:
        case 4:
        case 5:
        case 6:
        case 7: return cafe::CaptureIdea{{new_id("i")}, text(), kind, any_id(m_session.tables), links(), "Zoé"};
        case 8:
        case 9: return cafe::EditIdea{any_id(m_session.ideas), text(), kind, links()};
        case 10: return cafe::DeleteIdea{any_id(m_session.ideas)};
        case 11: return cafe::MoveIdea{any_id(m_session.ideas), any_id(m_session.tables), below(4)};
        case 12: return cafe::StarIdea{any_id(m_session.ideas), below(2) == 0 ? cafe::Star::on : cafe::Star::off};
        case 13:
        case 14:
        case 15: return cafe::Undo{scope()};
        case 16:
        case 17: return cafe::Redo{scope()};
        case 18: return cafe::Start{};
        case 19: return cafe::Pause{};
        case 20: return cafe::Next{};
        case 21: return cafe::Back{};
        case 22: return cafe::Adjust{std::chrono::seconds{60 * (below(5) - 2)}};
        case 23: return cafe::CatchUp{};
        case 24: return cafe::RestoreLengths{};
        case 25: return below(4) == 0 ? cafe::Deed{cafe::Rewind{}} : cafe::Deed{cafe::Pass{}};
        case 26: return cafe::AddStep{step(), static_cast<std::size_t>(below(8))};
        case 27: {
            cafe::Step edited = step();
            edited.id = any_id(m_session.agenda);
            return cafe::EditStep{edited};
        }
        case 28: return cafe::RemoveStep{any_id(m_session.agenda)};
        case 29: return cafe::MoveStep{any_id(m_session.agenda), static_cast<std::size_t>(below(8))};
        case 30:
            return cafe::PutQuestion{
                {.id = below(2) == 0 ? any_id(m_session.questions) : cafe::QuestionId{new_id("q")}, .text = text()}};
        case 31:
            return below(4) == 0 ? cafe::Deed{cafe::RemoveQuestion{any_id(m_session.questions)}}
                                 : cafe::Deed{cafe::MoveQuestion{any_id(m_session.questions),
                                                                 static_cast<std::size_t>(below(4))}};
        case 32: {
            cafe::SetTables tables{m_session.tables};
            if (below(2) == 0 || tables.tables.empty())
                tables.tables.push_back({.id = {new_id("t")}, .name = text(), .question = any_id(m_session.questions)});
            else
                tables.tables.erase(tables.tables.begin() + below(static_cast<int>(tables.tables.size())));
            return tables;
        }
        case 33: {
            cafe::SetGroups groups{m_session.groups};
            if (below(2) == 0 || groups.groups.empty())
                groups.groups.push_back({.id = {new_id("g")}, .name = text(), .count = below(9)});
            else
                groups.groups.erase(groups.groups.begin() + below(static_cast<int>(groups.groups.size())));
            return groups;
        }
        case 34: {
            cafe::PutPeople people;
            people.organisations.push_back({.id = {new_id("o")},
                                            .name = text(),
                                            .kind = static_cast<cafe::OrganisationKind>(below(3)),
                                            .place = text()});
            people.participants.push_back({.id = {new_id("p")},
                                           .name = text(),
                                           .organisation = people.organisations.front().id,
                                           .roles = {cafe::Role::host}});
            people.participants.push_back({.id = {new_id("p")}, .name = text()});
            return people;
        }
        case 35:
            return below(3) == 0
                       ? cafe::Deed{cafe::RemoveParticipants{{any_id(m_session.participants)}}}
                       : cafe::Deed{cafe::MovePerson{any_id(m_session.participants), any_id(m_session.groups)}};
        case 36:
            return below(3) == 0 ? cafe::Deed{cafe::RemoveOrganisation{any_id(m_session.organisations)}}
                                 : cafe::Deed{cafe::RenameGroup{any_id(m_session.groups), text()}};
        case 37:
            return below(2) == 0
                       ? cafe::Deed{cafe::ShowMessage{text()}}
                       : cafe::Deed{cafe::SetScreen{below(2) == 0 ? cafe::Screen::black : cafe::Screen::shown}};
        case 38:
            return below(2) == 0 ? cafe::Deed{cafe::Project{cafe::Projection::idea, any_id(m_session.ideas)}}
                                 : cafe::Deed{cafe::Project{cafe::Projection::wall, {}, any_id(m_session.questions)}};
        case 39: return plan();
        default: break;
        }
        if (below(3) == 0)
            return cafe::EditOpening{{.prompt = text(), .components = {{{"c-1"}, text()}, {{"c-2"}, text()}}}};
        cafe::Identity identity = m_session.identity;
        identity.passage = below(2) == 0 ? cafe::Passage::automatic : cafe::Passage::on_command;
        identity.subtitle = text();
        return cafe::EditIdentity{identity};
    }

    std::mt19937_64 m_random;
    FakeClock m_clock;
    cafe::Session m_session;
    std::vector<cafe::Action> m_accepted;
    int m_ids = 0;
};

} // namespace ronde::support
