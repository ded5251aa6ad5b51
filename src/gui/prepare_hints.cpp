#include "gui/prepare_hints.hpp"

#include "base/local_text.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"

#include <algorithm>
#include <array>

namespace ronde::gui {
namespace {

using app::RoomTrouble;
using cafe::StepKind;

std::string number(long n) {
    return std::to_string(n);
}

bool has_step(const cafe::Session& session, StepKind kind) {
    return std::any_of(session.agenda.begin(), session.agenda.end(),
                       [&](const auto& step) { return step.kind == kind; });
}

Hint to_type(std::string name, PrepareSection section, std::string_view text, std::string_view remedy,
             std::string_view focus) {
    return {std::move(name), section, std::string(text), std::string(remedy), std::string(focus), std::nullopt};
}

std::size_t first_blank(const cafe::Session& session) {
    const auto& all = session.questions;
    return static_cast<std::size_t>(
        std::find_if(all.begin(), all.end(),
                     [](const auto& question) { return base::trimmed(question.text).empty(); }) -
        all.begin());
}

/// The words for what does not fit in the room.
Hint room_hint(const Words& words, const app::RoomHint& room, const cafe::Session& session) {
    Hint hint;
    hint.name = base::name_of(room.trouble);
    hint.room = room;
    const Words::Values values{{"people", number(room.people)},        {"tables", number(room.tables)},
                               {"groups", number(room.groups)},        {"questions", number(room.questions)},
                               {"wanted", number(room.wanted_tables)}, {"each", number(room.wanted_per_question)}};
    const auto say = [&](PrepareSection section, std::string text, std::string remedy) {
        hint.section = section;
        hint.text = std::move(text);
        hint.remedy = std::move(remedy);
    };
    const auto type_at = [&](PrepareSection section, std::string_view text, std::string_view remedy,
                             std::string_view focus) {
        say(section, std::string(text), std::string(remedy));
        hint.focus = focus;
    };
    switch (room.trouble) {
    case RoomTrouble::no_questions:
        type_at(PrepareSection::questions, words("prepare.hint.no_questions"), words("prepare.hint.no_questions.fix"),
                "prepare.question.add");
        break;
    case RoomTrouble::blank_question:
        type_at(PrepareSection::questions, words.count("prepare.hint.blank_question", room.count),
                words.count("prepare.hint.blank_question.fix", room.count),
                row_id("question", first_blank(session), "text"));
        break;
    case RoomTrouble::no_tables:
        say(PrepareSection::questions, words.count("prepare.hint.no_tables", room.count),
            words.count("prepare.hint.no_tables.fix", room.wanted_per_question));
        break;
    case RoomTrouble::tables_too_full:
        say(PrepareSection::questions, words("prepare.hint.tables_too_full", values),
            words("prepare.hint.tables_too_full.fix", values));
        break;
    case RoomTrouble::tables_too_empty:
        say(PrepareSection::questions, words("prepare.hint.tables_too_empty", values),
            words.count("prepare.hint.tables_too_empty.fix", room.wanted_tables));
        break;
    case RoomTrouble::tables_uneven:
        say(PrepareSection::questions, words.count("prepare.hint.tables_uneven", room.count),
            words.count("prepare.hint.tables_uneven.fix", room.count));
        break;
    case RoomTrouble::no_people:
        type_at(PrepareSection::people, words("prepare.hint.no_people"), words("prepare.hint.no_people.fix"),
                "prepare.people.paste");
        break;
    case RoomTrouble::few_people:
        say(PrepareSection::people, words.count("prepare.hint.few_people", room.people), {});
        break;
    case RoomTrouble::no_groups:
        say(PrepareSection::groups, words.count("prepare.hint.no_groups", room.people),
            words.count("prepare.hint.deal", room.wanted_groups));
        break;
    case RoomTrouble::people_unplaced:
        say(PrepareSection::groups, words.count("prepare.hint.people_unplaced", room.count),
            words.count("prepare.hint.people_unplaced.fix", room.count));
        break;
    case RoomTrouble::groups_over_tables:
        say(PrepareSection::groups, words("prepare.hint.groups_over_tables", values),
            words.count("prepare.hint.deal", room.wanted_groups));
        break;
    case RoomTrouble::tables_over_groups:
        say(PrepareSection::groups, words("prepare.hint.tables_over_groups", values),
            words.count("prepare.hint.deal", room.wanted_groups));
        break;
    case RoomTrouble::no_rounds:
        say(PrepareSection::agenda, std::string(words("prepare.hint.no_rounds")),
            words.count("prepare.hint.rounds.fix", std::max(room.questions, 1)));
        break;
    case RoomTrouble::rounds_under_questions:
        say(PrepareSection::agenda, words.count("prepare.hint.rounds_under_questions", room.count, values),
            words.count("prepare.hint.rounds.fix", room.count));
        break;
    }
    return hint;
}

/// Rounds after the last one (else before what ends the morning), each with the travel to it.
void add_rounds(std::vector<Wish>& out, int missing, const Words& words, const cafe::Session& session,
                const std::function<std::string(std::string_view prefix)>& new_id) {
    using std::chrono::minutes;
    const auto& agenda = session.agenda;
    cafe::Step round{.id = {}, .kind = StepKind::round, .planned = minutes{20}, .minimum = minutes{15}};
    cafe::Step travel{.id = {}, .kind = StepKind::travel, .planned = minutes{3}, .minimum = minutes{1}};
    travel.title = words("prepare.step.travel");
    auto at = static_cast<std::size_t>(std::find_if(agenda.begin(), agenda.end(),
                                                    [](const auto& step) {
                                                        return step.kind == StepKind::harvest ||
                                                               step.kind == StepKind::plenary ||
                                                               step.kind == StepKind::closing ||
                                                               step.kind == StepKind::follow_up;
                                                    }) -
                                       agenda.begin());
    int rounds = 0;
    for (std::size_t i = 0; i < agenda.size(); ++i) {
        if (agenda[i].kind == StepKind::round) {
            ++rounds;
            at = i + 1;
            round.planned = agenda[i].planned;
            round.minimum = agenda[i].minimum;
        } else if (agenda[i].kind == StepKind::travel) {
            travel.title = agenda[i].title;
            travel.planned = agenda[i].planned;
            travel.minimum = agenda[i].minimum;
        }
    }
    for (int i = 0; i < missing; ++i) {
        if (rounds > 0) {
            travel.id = {new_id("s")};
            out.emplace_back(cafe::Deed{cafe::AddStep{travel, at++}});
        }
        round.id = {new_id("s")};
        round.title = words("prepare.step.round_title", {{"number", number(++rounds)}});
        out.emplace_back(cafe::Deed{cafe::AddStep{round, at++}});
    }
}

} // namespace

std::vector<Hint> hints_of(const Words& words, const cafe::Session& session) {
    std::vector<Hint> out;
    const auto blank = [](std::string_view text) { return base::trimmed(text).empty(); };
    if (blank(session.identity.title))
        out.push_back(to_type("title", PrepareSection::identity, words("prepare.hint.title"),
                              words("prepare.hint.title.fix"), "prepare.title"));
    if (blank(session.identity.place))
        out.push_back(to_type("place", PrepareSection::identity, words("prepare.hint.place"),
                              words("prepare.hint.place.fix"), "prepare.place"));
    if (session.opening.components.empty() && has_step(session, StepKind::opening))
        out.push_back(to_type("components", PrepareSection::opening, words("prepare.hint.components"),
                              words("prepare.hint.components.fix"), "prepare.component.add"));
    for (const auto& room : app::room_hints(session)) out.push_back(room_hint(words, room, session));
    return out;
}

std::vector<Wish> remedy_of(const Hint& hint, const Words& words, const cafe::Session& session,
                            const std::function<std::string(std::string_view prefix)>& new_id) {
    std::vector<Wish> out;
    if (!hint.room) return out;
    const auto& room = *hint.room;
    const auto deal = [&](int groups, app::Dealing dealing) {
        out.emplace_back(app::Command{app::DealGroups{.groups = std::max(1, groups), .dealing = dealing}});
    };
    switch (room.trouble) {
    case RoomTrouble::tables_too_full:
    case RoomTrouble::tables_too_empty:
        out.emplace_back(cafe::Deed{cafe::SetTables{
            app::tables_with(session, std::vector<int>(session.questions.size(), room.wanted_per_question), new_id)}});
        if (session.seating_rules.grouping == cafe::Grouping::intact) deal(room.wanted_tables, app::Dealing::afresh);
        break;
    case RoomTrouble::tables_uneven: {
        auto each = app::tables_by_question(session);
        const int most = *std::max_element(each.begin(), each.end());
        for (auto& count : each) count = count == 0 ? 0 : most;
        out.emplace_back(cafe::Deed{cafe::SetTables{app::tables_with(session, each, new_id)}});
        break;
    }
    case RoomTrouble::no_tables: {
        auto each = app::tables_by_question(session);
        for (auto& count : each) count = count == 0 ? room.wanted_per_question : count;
        out.emplace_back(cafe::Deed{cafe::SetTables{app::tables_with(session, each, new_id)}});
        break;
    }
    case RoomTrouble::no_groups:
    case RoomTrouble::groups_over_tables:
    case RoomTrouble::tables_over_groups: deal(room.wanted_groups, app::Dealing::afresh); break;
    case RoomTrouble::people_unplaced: deal(room.groups, app::Dealing::keep_placed); break;
    case RoomTrouble::no_rounds: add_rounds(out, std::max(room.questions, 1), words, session, new_id); break;
    case RoomTrouble::rounds_under_questions: add_rounds(out, room.count, words, session, new_id); break;
    case RoomTrouble::no_questions:
    case RoomTrouble::blank_question:
    case RoomTrouble::no_people:
    case RoomTrouble::few_people: break;
    }
    return out;
}

std::string_view section_name(PrepareSection section) {
    static constexpr std::array<std::string_view, prepare_section_count> names{
        "identity", "opening", "questions", "people", "organisations", "groups", "agenda", "rotation", "start"};
    return names[static_cast<std::size_t>(section)];
}

std::string_view section_title(const Words& words, PrepareSection section) {
    switch (section) {
    case PrepareSection::identity: return words("prepare.section.identity");
    case PrepareSection::opening: return words("prepare.section.opening");
    case PrepareSection::questions: return words("prepare.section.questions");
    case PrepareSection::people: return words("prepare.section.people");
    case PrepareSection::organisations: return words("prepare.section.organisations");
    case PrepareSection::groups: return words("prepare.section.groups");
    case PrepareSection::agenda: return words("prepare.section.agenda");
    case PrepareSection::rotation: return words("prepare.section.rotation");
    case PrepareSection::start: break;
    }
    return words("prepare.section.start");
}

std::string_view section_lead(const Words& words, PrepareSection section) {
    switch (section) {
    case PrepareSection::identity: return words("prepare.lead.identity");
    case PrepareSection::opening: return words("prepare.lead.opening");
    case PrepareSection::questions: return words("prepare.lead.questions");
    case PrepareSection::people: return words("prepare.lead.people");
    case PrepareSection::organisations: return words("prepare.lead.organisations");
    case PrepareSection::groups: return words("prepare.lead.groups");
    case PrepareSection::agenda: return words("prepare.lead.agenda");
    case PrepareSection::rotation: return words("prepare.lead.rotation");
    case PrepareSection::start: break;
    }
    return words("prepare.lead.start");
}

SectionState state_of(PrepareSection section, const Words& words, const cafe::Session& session,
                      const std::vector<Hint>& hints) {
    const auto hint =
        std::find_if(hints.begin(), hints.end(), [&](const auto& each) { return each.section == section; });
    bool lacking = false;
    const auto lacks = [&](std::string_view name, std::string_view text, std::string& out) {
        if (hint == hints.end() || hint->name != name) return;
        out = text;
        lacking = true;
    };
    std::string text;
    switch (section) {
    case PrepareSection::identity: {
        const auto local = base::to_local(session.identity.starts_at, session.identity.time_zone);
        text = session.identity.starts_at == base::WallTime{}
                   ? std::string{words("review.undated")}
                   : base::date_text(local, words.language(), base::DateForm::brief) + ", " + base::clock_text(local);
        lacks("title", words("prepare.lacks.title"), text);
        lacks("place", words("prepare.lacks.place"), text);
        break;
    }
    case PrepareSection::opening:
        text = words.count("prepare.state.components", static_cast<long>(session.opening.components.size()));
        lacks("components", words("prepare.lacks.components"), text);
        break;
    case PrepareSection::questions:
        text = words.count("prepare.state.questions", static_cast<long>(session.questions.size())) + " · " +
               words.count("prepare.state.tables", static_cast<long>(session.tables.size()));
        lacks("no_questions", words("prepare.lacks.questions"), text);
        if (hint != hints.end() && hint->room)
            lacks("blank_question", words.count("prepare.lacks.question_text", hint->room->count), text);
        lacks("no_tables", words("prepare.lacks.tables"), text);
        lacks("tables_too_full", words("prepare.lacks.more_tables"), text);
        lacks("tables_too_empty", words("prepare.lacks.fewer_tables"), text);
        lacks("tables_uneven", words("prepare.lacks.more_tables"), text);
        break;
    case PrepareSection::people:
        text = words.count("prepare.state.people", app::expected_people(session));
        lacks("no_people", words("prepare.lacks.people"), text);
        break;
    case PrepareSection::organisations:
        text = words.count("prepare.state.organisations", static_cast<long>(session.organisations.size()));
        break;
    case PrepareSection::groups:
        text = words.count("prepare.state.groups", static_cast<long>(session.groups.size()));
        lacks("no_groups", words("prepare.lacks.groups"), text);
        lacks("people_unplaced", words("prepare.lacks.placing"), text);
        lacks("groups_over_tables", words("prepare.lacks.fewer_groups"), text);
        lacks("tables_over_groups", words("prepare.lacks.more_groups"), text);
        break;
    case PrepareSection::agenda:
        text = words.count("prepare.state.steps", static_cast<long>(session.agenda.size()));
        lacks("no_rounds", words("prepare.lacks.rounds"), text);
        lacks("rounds_under_questions", words("prepare.lacks.rounds"), text);
        break;
    case PrepareSection::rotation:
        text = session.seating.rounds.empty() && session.seating.companies.empty()
                   ? std::string(words("prepare.state.no_plan"))
                   : words.count("prepare.state.rounds", static_cast<long>(std::max(session.seating.rounds.size(),
                                                                                    session.seating.companies.size())));
        break;
    case PrepareSection::start: text = words("prepare.state.start"); break;
    }
    return {std::move(text), lacking};
}

} // namespace ronde::gui
