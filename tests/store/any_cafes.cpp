#include "store/some_cafes.hpp"

#include <algorithm>
#include <array>
#include <random>
#include <stdexcept>

namespace ronde::store::test {
namespace {

/// Arbitrary values from one seed.
class Any {
public:
    explicit Any(std::uint32_t seed) : m_random(seed) {}

    int number(int least, int most) { return std::uniform_int_distribution<int>(least, most)(m_random); }
    bool chance() { return number(0, 1) == 1; }
    std::uint64_t count() { return static_cast<std::uint64_t>(number(0, 1'000'000)); }

    std::string text() {
        static const std::array<const char*, 12> parts{"a",    "œuvre", "\"", "\\", "\n", "\t",
                                                       "\x01", "’",     "😀",  " ",  "é",  "\u2028"};
        std::string text = "x";
        for (int n = number(0, 8); n > 0; --n) text += parts.at(static_cast<std::size_t>(number(0, 11)));
        return text + "x";
    }
    std::string extra() {
        static const std::array<const char*, 4> all{"", R"({"colour":"red"})",
                                                    R"({"x":[1,2.50,{"y":null}],"z":"\u00e9\n"})",
                                                    R"({"a":{"b":[]},"big":12345678901234567890})"};
        return all.at(static_cast<std::size_t>(number(0, 3)));
    }
    base::WallTime time() {
        return base::WallTime(base::Duration(1'500'000'000'000LL + 997LL * number(0, 400'000'000)));
    }
    base::Duration seconds(int least, int most) { return std::chrono::seconds(number(least, most)); }
    base::Stamp stamp() { return {base::Instant(base::Duration(number(0, 2'000'000'000))), time(), "boot-" + text()}; }

    template <class T>
    std::optional<T> perhaps(T value) {
        return chance() ? std::optional<T>(std::move(value)) : std::nullopt;
    }
    template <class Enum>
    Enum one() {
        const auto all = names_of(Enum{});
        return all.at(static_cast<std::size_t>(number(0, static_cast<int>(all.size()) - 1))).value;
    }
    template <class Things>
    auto id_of(const Things& things) {
        return things[static_cast<std::size_t>(number(0, static_cast<int>(things.size()) - 1))].id;
    }

    cafe::Identity identity() {
        return {.title = text(),
                .subtitle = text(),
                .place = text(),
                .organiser = text(),
                .language = chance() ? "fr" : "en",
                .time_zone = chance() ? "Europe/Paris" : "America/St_Johns",
                .starts_at = time(),
                .passage = one<cafe::Passage>(),
                .notice = text()};
    }
    cafe::Opening opening() {
        return {.prompt = text(),
                .components = {{{"c-1"}, text(), extra()}, {{"c-2"}, text()}},
                .mode = one<cafe::OpeningMode>(),
                .naming = one<cafe::Naming>(),
                .extra = extra()};
    }
    std::vector<std::string> lines() {
        std::vector<std::string> some;
        while (chance()) some.push_back(text());
        return some;
    }
    std::vector<cafe::Contact> contacts() {
        std::vector<cafe::Contact> some;
        while (chance()) some.push_back({one<cafe::ContactKind>(), text(), one<cafe::Consent>()});
        return some;
    }
    cafe::Organisation organisation(int n) {
        return {.id = {"o" + std::to_string(n)},
                .name = text(),
                .kind = one<cafe::OrganisationKind>(),
                .place = chance() ? text() : "",
                .offers = lines(),
                .needs = lines(),
                .contacts = contacts(),
                .extra = extra()};
    }
    cafe::Participant participant(int n) {
        cafe::Participant person{.id = {"p" + std::to_string(n)},
                                 .name = text(),
                                 .contacts = contacts(),
                                 .presence = one<cafe::Presence>(),
                                 .first_round = number(1, 3),
                                 .last_round = number(0, 5),
                                 .extra = extra()};
        while (chance()) person.roles.push_back(one<cafe::Role>());
        return person;
    }
    cafe::Question question(int n) { return {{"q" + std::to_string(n)}, text(), extra()}; }
    cafe::Table table(int n) {
        return {.id = {"t" + std::to_string(n)}, .name = chance() ? text() : "", .extra = extra()};
    }
    cafe::Group group(int n) {
        return {.id = {"g" + std::to_string(n)}, .name = text(), .count = number(0, 9), .extra = extra()};
    }
    cafe::Step step(int n) {
        const auto planned = seconds(1, 86400);
        return {{"s" + std::to_string(n)},
                one<cafe::StepKind>(),
                text(),
                planned,
                std::min(planned, seconds(0, 900)),
                extra()};
    }
    cafe::Idea idea(int n) {
        return {.id = {"i" + std::to_string(n)},
                .text = text(),
                .kind = one<cafe::IdeaKind>(),
                .tags = chance() ? std::vector{text()} : std::vector<std::string>{},
                .starred = chance(),
                .at = time(),
                .edited_at = perhaps(time()),
                .by = chance() ? text() : "",
                .seq = count(),
                .extra = extra()};
    }
    cafe::Seating seating() {
        cafe::Seating seating{.basis = count()};
        if (chance())
            seating.quality = cafe::SeatingQuality{.score = number(0, 99),
                                                   .bound = number(0, 99),
                                                   .optimal = chance(),
                                                   .repeats = number(0, 99),
                                                   .distinct_pairs = number(0, 99),
                                                   .most_often = number(0, 9),
                                                   .broken = lines()};
        while (seating.quality && chance())
            seating.quality->seen_again.push_back({{text()}, {text()}, {number(1, 3), number(4, 9)}});
        while (chance()) seating.notes.push_back(one<cafe::PlanNote>());
        return seating;
    }
    cafe::OpeningAnswer answer() { return {{text()}, {text()}, one<cafe::Answer>(), chance() ? text() : ""}; }
    cafe::HandCount hands() { return {{text()}, number(0, 99), number(0, 99), number(0, 99)}; }
    cafe::SeatingRules rules() {
        cafe::SeatingRules rules{.style = one<cafe::SeatingStyle>(),
                                 .grouping = one<cafe::Grouping>(),
                                 .hosting = one<cafe::Hosting>(),
                                 .host_rounds = number(1, 5),
                                 .limit = one<cafe::MeetingLimit>(),
                                 .weights = {number(0, 9), number(0, 9), number(0, 9)},
                                 .extra = extra()};
        while (chance())
            rules.pins.push_back({{"pin " + std::to_string(rules.pins.size())},
                                  one<cafe::PinKind>(),
                                  {text()},
                                  {chance() ? text() : ""},
                                  {chance() ? text() : ""},
                                  number(0, 5),
                                  chance() ? number(0, 5) : 0,
                                  chance() ? number(0, 5) : 0});
        return rules;
    }
    cafe::HarvestPlan harvest_plan() {
        cafe::HarvestPlan plan{
            .dots_per_person = number(1, 20), .turn_length = seconds(10, 3600), .dismissed = lines(), .extra = extra()};
        while (chance()) plan.turns.push_back({{text()}, chance() ? text() : ""});
        return plan;
    }
    cafe::Theme theme(int n) {
        cafe::Theme theme{.id = {"th" + std::to_string(n)}, .title = text(), .votes = number(0, 99), .extra = extra()};
        while (chance()) theme.ideas.push_back({"i" + std::to_string(theme.ideas.size())});
        return theme;
    }
    cafe::Commitment commitment(int n) {
        return {.id = {"co" + std::to_string(n)},
                .what = text(),
                .who = chance() ? text() : "",
                .with_whom = chance() ? text() : "",
                .by_when = chance() ? "2023-09-01" : "",
                .from = {chance() ? text() : ""},
                .done = chance(),
                .extra = extra()};
    }
    cafe::NextMeeting meeting() {
        return {
            .title = text(), .place = text(), .at = perhaps(time()), .length = seconds(60, 86400), .extra = extra()};
    }
    cafe::Complementarity match(cafe::OrganisationId giver, cafe::OrganisationId taker) {
        return {std::move(giver), std::move(taker), text(), text(), one<cafe::Ruling>()};
    }
    std::vector<cafe::Introduction> introductions() {
        std::vector<cafe::Introduction> some;
        while (chance()) some.push_back({{text()}, {text()}, one<cafe::IntroductionReason>(), text()});
        return some;
    }
    cafe::Object object(cafe::ObjectKind kind) {
        using cafe::ObjectKind;
        switch (kind) {
        case ObjectKind::identity: return identity();
        case ObjectKind::opening: return opening();
        case ObjectKind::organisation: return organisation(1);
        case ObjectKind::participant: return participant(1);
        case ObjectKind::question: return question(1);
        case ObjectKind::table: return table(1);
        case ObjectKind::group: return group(1);
        case ObjectKind::step: return step(1);
        case ObjectKind::idea: return idea(1);
        case ObjectKind::opening_answer: return answer();
        case ObjectKind::hand_count: return hands();
        case ObjectKind::seating_rules: return rules();
        case ObjectKind::harvest_plan: return harvest_plan();
        case ObjectKind::theme: return theme(1);
        case ObjectKind::commitment: return commitment(1);
        case ObjectKind::next_meeting: return meeting();
        case ObjectKind::complementarity: return match({text()}, {text()});
        case ObjectKind::introductions: return cafe::Introductions{introductions()};
        default: return cafe::Order{{text(), text()}};
        }
    }
    static bool is_always_there(cafe::ObjectKind kind) {
        using enum cafe::ObjectKind;
        return kind == identity || kind == opening || kind == seating_rules || kind == harvest_plan ||
               kind == next_meeting || kind == introductions;
    }
    static void name_after(cafe::ObjectChange& change) {
        std::visit(
            [&](const auto& thing) {
                if constexpr (requires { thing.id.value; }) change.id = thing.id.value;
            },
            *change.before);
    }
    cafe::Change change(std::uint64_t seq) {
        cafe::Change change{.seq = seq, .scope = text()};
        for (int n = number(0, 3); n > 0; --n) {
            cafe::ObjectChange one_object{.kind = one<cafe::ObjectKind>(), .id = text(), .index = count()};
            // What undo could not find or put back would be a damaged history.
            const bool needed = one_object.kind == cafe::ObjectKind::idea || is_always_there(one_object.kind);
            if (needed || chance()) one_object.before = object(one_object.kind);
            if (one_object.before) name_after(one_object);
            change.objects.push_back(std::move(one_object));
        }
        return change;
    }

private:
    std::mt19937 m_random;
};

} // namespace

cafe::Session any_session(std::uint32_t seed) {
    Any any(seed);
    cafe::Session session;
    session.id = {"session " + any.text()};
    session.seq = 1'000'000 + any.count();
    session.structure = any.count();
    session.identity = any.identity();
    session.opening = any.opening();
    session.extra = any.extra();
    for (int n = 0, most = any.number(1, 4); n < most; ++n) {
        session.organisations.push_back(any.organisation(n));
        session.participants.push_back(any.participant(n));
        session.questions.push_back(any.question(n));
        session.tables.push_back(any.table(n));
        session.groups.push_back(any.group(n));
        session.agenda.push_back(any.step(n));
    }
    for (auto& person : session.participants)
        if (any.chance()) person.organisation = any.id_of(session.organisations);
    for (auto& table : session.tables)
        if (any.chance()) table.question = any.id_of(session.questions);
    for (std::size_t i = 0; i < session.groups.size(); ++i)
        if (any.chance()) session.groups[i].members.push_back(session.participants[i].id);
    session.seating = any.seating();
    const int rounds = cafe::round_count(session);
    for (int round = 0, most = any.number(0, rounds); round < most; ++round) {
        auto& placements = session.seating.rounds.emplace_back();
        for (std::size_t i = 0; i < session.groups.size(); ++i)
            if (any.chance()) placements.push_back({session.groups[i].id, session.tables[i].id});
    }
    for (int round = 0, most = any.number(0, rounds); round < most; ++round) {
        auto& companies = session.seating.companies.emplace_back();
        for (std::size_t i = 0; i < session.tables.size(); ++i)
            if (any.chance()) companies.push_back({session.tables[i].id, {session.participants[i].id}});
    }
    if (any.chance()) session.seating.hosts.push_back(any.id_of(session.participants));
    while (rounds > 0 && any.chance())
        session.seating.host_spans.push_back(
            {any.id_of(session.participants), any.id_of(session.tables), 1, any.number(1, rounds)});
    if (session.seating.quality)
        for (cafe::SeenAgain& one : session.seating.quality->seen_again) {
            one.person = any.id_of(session.participants);
            one.question = any.id_of(session.questions);
        }
    session.seating_rules = any.rules();
    while (any.chance()) session.opening_record.answers.push_back(any.answer());
    while (any.chance()) session.opening_record.hands.push_back(any.hands());
    session.harvest.plan = any.harvest_plan();
    while (any.chance()) session.harvest.themes.push_back(any.theme(static_cast<int>(session.harvest.themes.size())));
    auto& follow_up = session.follow_up;
    while (any.chance())
        follow_up.commitments.push_back(any.commitment(static_cast<int>(follow_up.commitments.size())));
    follow_up.next = any.meeting();
    const auto& places = session.organisations;
    while (any.chance()) follow_up.complementarities.push_back(any.match(any.id_of(places), any.id_of(places)));
    follow_up.introductions = any.introductions();
    for (int n = 0, most = any.number(0, 6); n < most; ++n) {
        auto idea = any.idea(n);
        idea.table = any.id_of(session.tables);
        if (any.chance()) idea.question = any.id_of(session.questions);
        if (any.chance()) idea.group = any.id_of(session.groups);
        idea.round = any.number(0, rounds);
        if (n > 0 && any.chance()) idea.builds_on.push_back(any.id_of(session.ideas));
        session.ideas.insert(session.ideas.size(), std::move(idea));
    }
    auto& timer = session.timer;
    timer.state = any.one<cafe::ClockState>();
    timer.seen = any.stamp();
    if (timer.state != cafe::ClockState::idle) {
        timer.step = any.id_of(session.agenda);
        timer.begun = any.stamp();
        timer.anchor = any.stamp();
        timer.left = any.seconds(-5000, 5000);
        timer.began_late = any.seconds(-5000, 5000);
    }
    for (const auto& step : session.agenda)
        if (any.chance())
            timer.runs.push_back({step.id, any.perhaps(any.seconds(1, 5000)), any.perhaps(any.seconds(-900, 900)),
                                  any.perhaps(any.time()), any.perhaps(any.time())});
    session.stage = {.screen = any.one<cafe::Screen>(), .message = any.text()};
    if (any.chance()) session.stage.question = any.id_of(session.questions);
    if (!session.ideas.empty() && any.chance()) {
        session.stage.projection = cafe::Projection::idea;
        session.stage.idea = any.id_of(session.ideas);
    }
    if (any.chance()) session.stage.opening = any.one<cafe::OpeningView>();
    if (any.chance()) session.stage.follow_up = any.one<cafe::FollowUpView>();
    if (any.chance()) session.stage.speaking = {any.id_of(session.tables), any.stamp()};
    while (any.chance()) session.history.done.push_back(any.change(any.count()));
    while (any.chance()) session.history.undone.push_back(any.change(any.count()));
    return session;
}

cafe::Action any_action(std::size_t alternative, std::uint32_t seed) {
    Any any(seed);
    using namespace cafe;
    const IdeaId idea{any.text()};
    const std::vector<Deed> one_of_each{
        CreateSession{any_session(seed)},
        EditIdentity{any.identity()},
        EditOpening{any.opening()},
        AnswerOpening{any.answer()},
        CountHands{any.hands()},
        PutPeople{{any.organisation(1)}, {any.participant(1), any.participant(2)}},
        RemoveParticipants{{{any.text()}}},
        RemoveOrganisation{{any.text()}},
        SetPresence{{{any.text()}}, any.one<Presence>(), any.number(1, 3), any.number(0, 3)},
        MergeOrganisations{{any.text()}, {any.text()}},
        ErasePerson{{any.text()}},
        PutQuestion{any.question(1)},
        RemoveQuestion{{any.text()}},
        MoveQuestion{{any.text()}, any.count()},
        SetTables{{any.table(1), any.table(2)}},
        SetGroups{{any.group(1), any.group(2)}},
        RenameGroup{{any.text()}, any.text()},
        MovePerson{{any.text()}, {any.chance() ? any.text() : ""}},
        EditSeating{any.rules()},
        ApplyPlan{any.seating()},
        AddStep{any.step(1), any.count()},
        EditStep{any.step(2)},
        RemoveStep{{any.text()}},
        MoveStep{{any.text()}, any.count()},
        Start{},
        Pause{},
        Next{},
        Back{},
        Pass{},
        Adjust{any.seconds(-600, 600)},
        CatchUp{},
        RestoreLengths{},
        Rewind{},
        Recover{},
        CaptureIdea{idea, any.text(), any.one<IdeaKind>(), {any.text()}, {{any.text()}}, any.text()},
        EditIdea{idea, any.text(), any.one<IdeaKind>(), {{any.text()}}},
        MoveIdea{idea, {any.text()}, any.number(0, 9)},
        DeleteIdea{idea},
        StarIdea{idea, any.one<Star>()},
        EditHarvest{any.harvest_plan()},
        PutThemes{{any.theme(1), any.theme(2)}},
        RemoveTheme{{any.text()}},
        MergeThemes{{any.text()}, {any.text()}},
        MoveTheme{{any.text()}, any.count()},
        SortIdeas{{idea}, {any.text()}, {any.chance() ? any.text() : ""}},
        GiveWord{{any.chance() ? any.text() : ""}},
        PutCommitment{any.commitment(1)},
        RemoveCommitment{{any.text()}},
        SetNextMeeting{any.meeting()},
        RuleOnMatch{any.match({"o1"}, {"o2"})},
        SetIntroductions{any.introductions()},
        ShowMessage{any.text()},
        SetScreen{any.one<Screen>()},
        Project{any.one<Projection>(), idea, {any.text()}, {any.chance() ? any.text() : ""}},
        ShowOpening{any.one<OpeningView>()},
        ShowFollowUp{any.one<FollowUpView>()},
        Undo{any.text(), any.count()},
        Redo{any.text()},
    };
    if (one_of_each.size() != std::variant_size_v<DeedKinds> || one_of_each.at(alternative).index() != alternative)
        throw std::logic_error("any_action: the list does not follow cafe::Deed");
    return {any.stamp(), one_of_each[alternative]};
}

} // namespace ronde::store::test
