#include "app/follow_up.hpp"

#include "app/introductions.hpp"
#include "app/matching.hpp"
#include "app/running.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <rapidcheck.h>
#include <set>

using namespace ronde;

namespace {

/// The small café after its rounds, with ideas of every table in a theme.
cafe::Session after_the_rounds() {
    support::SmallCafe small;
    REQUIRE_FALSE(small.act(cafe::Start{}));
    REQUIRE_FALSE(small.act(cafe::Next{}));
    REQUIRE_FALSE(small.note("i1", "Cuire du pain", "t1"));
    REQUIRE_FALSE(small.note("i2", "Un four commun", "t2"));
    REQUIRE_FALSE(small.note("i3", "Des vélos", "t3"));
    for (int step = 0; step < 4; ++step) REQUIRE_FALSE(small.act(cafe::Next{}));
    REQUIRE_FALSE(small.act(cafe::PutThemes{{{.id = {"h1"}, .title = "Le pain", .ideas = {{"i1"}, {"i2"}}}}}));
    return small.session;
}

cafe::Session with_lines() {
    cafe::Session session = support::small_content();
    session.organisations = {{.id = {"o1"},
                              .name = "Le Four",
                              .kind = cafe::OrganisationKind::third_place,
                              .place = "Elne",
                              .offers = {"Un four à pain"},
                              .needs = {"Une remorque"}},
                             {.id = {"o2"},
                              .name = "Le Mas",
                              .kind = cafe::OrganisationKind::support,
                              .place = "elne",
                              .offers = {"Des conseils juridiques"},
                              .needs = {"Un four pour notre pain"}},
                             {.id = {"o3"},
                              .name = "La Gare",
                              .kind = cafe::OrganisationKind::third_place,
                              .place = "Prades",
                              .offers = {"Une remorque", "Un four à pain"},
                              .needs = {"Un four à pain"}}};
    session.participants[0].organisation = {"o1"};
    session.participants[2].organisation = {"o2"};
    return session;
}

} // namespace

TEST_CASE("follow-up: actions that nobody took on, the starred ones first") {
    support::SmallCafe small;
    for (const char* id : {"i1", "i2", "i3"})
        REQUIRE_FALSE(
            small.act(cafe::CaptureIdea{.id = {id}, .text = id, .kind = cafe::IdeaKind::action, .table = {"t1"}}));
    REQUIRE_FALSE(small.note("i4", "une idée"));
    REQUIRE_FALSE(small.act(cafe::StarIdea{{"i3"}}));
    REQUIRE_FALSE(small.act(cafe::PutCommitment{{.id = {"e1"}, .what = "i1", .from = {"i1"}}}));
    const auto open = app::open_actions(small.session);
    REQUIRE(open.size() == 2);
    CHECK(open[0]->id == cafe::IdeaId{"i3"});
    CHECK(open[1]->id == cafe::IdeaId{"i2"});
}

TEST_CASE("follow-up: names are found by the beginning of any of their words") {
    cafe::Session session = support::small_content();
    session.participants[0].name = "Élise d’Hondt";
    session.organisations = {{.id = {"o1"}, .name = "L’Hospitalet"}};
    CHECK(app::names_like(session, "hon", 3) == std::vector<std::string>{"Élise d’Hondt"});
    CHECK(app::names_like(session, "ELI", 3) == std::vector<std::string>{"Élise d’Hondt"});
    CHECK(app::names_like(session, "Anne 2, hos", 3) == std::vector<std::string>{"L’Hospitalet"});
    CHECK(app::names_like(session, "Ben", 2).size() == 2);
    CHECK(app::names_like(session, "", 3).empty());
    CHECK(app::names_like(session, "élise d'hondt", 3).empty()); // it is whole
    CHECK(app::completed("hos", "L’Hospitalet") == "L’Hospitalet");
    CHECK(app::completed("Anne 2,hos", "L’Hospitalet") == "Anne 2, L’Hospitalet");
}

TEST_CASE("matching: offers answer needs of others, structured reasons first, each with its words") {
    const auto proposals = app::propose_matches(with_lines());
    REQUIRE(proposals);
    REQUIRE(proposals->size() >= 3);
    // Both came, same place, a third place and a support: before a better score elsewhere.
    const app::ProposedMatch& first = proposals->front();
    CHECK(first.match.giver == cafe::OrganisationId{"o1"});
    CHECK(first.match.taker == cafe::OrganisationId{"o2"});
    CHECK(first.both_came);
    CHECK(first.same_place);
    CHECK(first.place_and_support);
    CHECK(std::ranges::find(first.shared, "pain") != first.shared.end());
    for (const app::ProposedMatch& proposed : *proposals) {
        CHECK(proposed.match.giver != proposed.match.taker); // nobody answers themselves
        CHECK_FALSE(proposed.shared.empty());
        CHECK_FALSE((proposed.match.giver == cafe::OrganisationId{"o2"})); // advice answers nothing here
    }
}

TEST_CASE("matching: what was ruled on, or is no longer said, is not proposed") {
    cafe::Session session = with_lines();
    const auto proposals = app::propose_matches(session);
    REQUIRE(proposals);
    for (const auto ruling : {cafe::Ruling::accepted, cafe::Ruling::dismissed}) {
        session.follow_up.complementarities = {proposals->front().match};
        session.follow_up.complementarities[0].ruling = ruling;
        CHECK_FALSE(app::is_open(session, proposals->front()));
        const auto again = app::propose_matches(session);
        REQUIRE(again);
        CHECK(again->size() == proposals->size() - 1);
    }
    session.follow_up.complementarities.clear();
    CHECK(app::is_open(session, proposals->front()));
    session.organisations[1].needs = {"Cuire du bon pain"};
    CHECK_FALSE(app::is_open(session, proposals->front()));
}

TEST_CASE("matching: a search that is told to stop has no result") {
    CHECK_FALSE(app::propose_matches(with_lines(), [] { return true; }));
}

TEST_CASE("introductions: people who share a theme and never sat together, two each at most") {
    const cafe::Session session = after_the_rounds();
    const auto introductions = app::propose_introductions(session);
    REQUIRE_FALSE(introductions.empty());
    std::map<cafe::ParticipantId, int> each;
    for (const cafe::Introduction& one : introductions) {
        CHECK(one.reason == cafe::IntroductionReason::theme);
        CHECK(one.about == "Le pain");
        CHECK(++each[one.first] <= 2);
        CHECK(++each[one.second] <= 2);
        const cafe::Group* first = cafe::group_of(session, one.first);
        REQUIRE(first);
        CHECK(first->id != cafe::group_of(session, one.second)->id); // a group sits together
        CHECK(first->id != cafe::GroupId{"g3"});                     // whose table spoke of bicycles
        CHECK(cafe::group_of(session, one.second)->id != cafe::GroupId{"g3"});
    }
    CHECK(introductions == app::propose_introductions(session));
    support::SmallCafe small;
    CHECK(app::propose_introductions(small.session).empty()); // nothing was said yet
}

TEST_CASE("introductions: an accepted match comes first; the absent and colleagues are left out") {
    cafe::Session session = after_the_rounds();
    session.organisations = {{.id = {"o1"}, .name = "A"}, {.id = {"o2"}, .name = "B"}};
    const auto person = [&](const char* id) {
        return std::ranges::find(session.participants, cafe::ParticipantId{id}, &cafe::Participant::id);
    };
    person("p1a")->organisation = {"o1"};
    person("p3a")->organisation = {"o2"};
    session.follow_up.complementarities = {{{"o1"}, {"o2"}, "un four", "du pain", cafe::Ruling::accepted}};
    auto introductions = app::propose_introductions(session);
    REQUIRE_FALSE(introductions.empty());
    CHECK(introductions[0] ==
          cafe::Introduction{{"p1a"}, {"p3a"}, cafe::IntroductionReason::complementarity, "du pain"});
    session.follow_up.complementarities[0].ruling = cafe::Ruling::dismissed;
    introductions = app::propose_introductions(session);
    CHECK(std::ranges::none_of(introductions, [](const cafe::Introduction& one) {
        return one.reason == cafe::IntroductionReason::complementarity;
    }));
    for (const char* id : {"p1a", "p1b"}) person(id)->presence = cafe::Presence::absent;
    CHECK(app::propose_introductions(session).empty()); // nobody of group 1 is left to meet
}

TEST_CASE("introductions: where nobody is to be introduced it is said why") {
    using enum app::NoIntroductions;
    support::SmallCafe small;
    CHECK(app::why_nobody_to_introduce(small.session) == no_round);
    cafe::Session session = after_the_rounds();
    CHECK(app::why_nobody_to_introduce(session) == std::nullopt);
    const auto themes = session.harvest.themes;
    session.harvest.themes.clear();
    CHECK(app::why_nobody_to_introduce(session) == nothing_sorted);
    session.harvest.themes = themes;
    for (cafe::Theme& theme : session.harvest.themes) theme.ideas.resize(1); // of one table only
    CHECK(app::why_nobody_to_introduce(session) == nothing_shared);
    session.harvest.themes = themes;
    for (cafe::Participant& person : session.participants) person.organisation = {"o"};
    CHECK(app::why_nobody_to_introduce(session) == all_met);
    for (cafe::Participant& person : session.participants) person.presence = cafe::Presence::absent;
    CHECK(app::why_nobody_to_introduce(session) == few_people);
}

TEST_CASE("introductions: where people have routes of their own, who shared a table in any round has met") {
    support::SmallCafe small;
    cafe::SeatingRules rules;
    rules.grouping = cafe::Grouping::mixed;
    REQUIRE_FALSE(small.act(cafe::EditSeating{rules}));
    cafe::Seating seating{.basis = small.session.structure};
    seating.companies = {{{{"t1"}, {{"p1a"}, {"p2a"}}}, {{"t2"}, {{"p1b"}, {"p3a"}}}, {{"t3"}, {{"p2b"}, {"p3b"}}}},
                         {{{"t1"}, {{"p1a"}, {"p1b"}}}, {{"t2"}, {{"p2a"}, {"p2b"}}}, {{"t3"}, {{"p3a"}, {"p3b"}}}},
                         {{{"t1"}, {{"p1a"}, {"p3a"}}}, {{"t2"}, {{"p1b"}, {"p2b"}}}, {{"t3"}, {{"p2a"}, {"p3b"}}}}};
    REQUIRE_FALSE(small.act(cafe::ApplyPlan{seating}));
    REQUIRE_FALSE(small.act(cafe::Start{}));
    REQUIRE_FALSE(small.act(cafe::Next{}));
    REQUIRE_FALSE(small.note("i1", "Cuire du pain", "t1"));
    REQUIRE_FALSE(small.note("i2", "Un four commun", "t2"));
    REQUIRE_FALSE(small.act(cafe::PutThemes{{{.id = {"h1"}, .title = "Le pain", .ideas = {{"i1"}, {"i2"}}}}}));
    const auto pairs = [&] {
        std::set<std::pair<std::string, std::string>> out;
        for (const auto& one : app::propose_introductions(small.session))
            out.emplace(one.first.value, one.second.value);
        return out;
    };
    using Pairs = std::set<std::pair<std::string, std::string>>;
    CHECK(pairs() == Pairs{{"p1a", "p1b"}, {"p1a", "p3a"}, {"p1b", "p2a"}, {"p2a", "p3a"}});
    for (int step = 0; step < 2; ++step) REQUIRE_FALSE(small.act(cafe::Next{}));
    CHECK_FALSE(pairs().contains({"p1a", "p1b"})); // they sit together now
    for (int step = 0; step < 2; ++step) REQUIRE_FALSE(small.act(cafe::Next{}));
    CHECK_FALSE(pairs().contains({"p1a", "p3a"}));
}

TEST_CASE("introductions: whatever the café, nobody meets whom they sat with, nor more than two") {
    std::size_t made = 0;
    REQUIRE(rc::check("introductions of a random café", [&](std::uint64_t seed) {
        std::mt19937_64 random(seed);
        const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
        support::SmallCafe small;
        cafe::PutPeople put;
        for (int i = 0; i < 12; ++i) put.participants.push_back({.id = {"x" + std::to_string(i)}, .name = "X"});
        RC_ASSERT(!small.act(put));
        if (below(3) > 0) {
            cafe::SeatingRules rules;
            rules.grouping = cafe::Grouping::mixed;
            RC_ASSERT(!small.act(cafe::EditSeating{rules}));
            cafe::Seating seating{.basis = small.session.structure};
            for (int round = 0; round < 3; ++round) {
                auto& companies = seating.companies.emplace_back();
                for (const auto& table : small.session.tables) companies.push_back({.table = table.id});
                for (const auto& person : small.session.participants) companies[below(3)].people.push_back(person.id);
            }
            RC_ASSERT(!small.act(cafe::ApplyPlan{seating}));
        }
        RC_ASSERT(!small.act(cafe::Start{}));
        cafe::PutThemes themes{{{.id = {"h0"}, .title = "a"}, {.id = {"h1"}, .title = "b"}}};
        for (std::size_t i = 0, steps = 1 + below(6); i < steps; ++i) {
            RC_ASSERT(!small.act(cafe::Next{}));
            const std::string id = "i" + std::to_string(i);
            RC_ASSERT(!small.note(id, "une idée", "t" + std::to_string(1 + below(3))));
            themes.themes[below(2)].ideas.push_back({id});
        }
        RC_ASSERT(!small.act(themes));
        const cafe::Session& session = small.session;
        std::map<cafe::ParticipantId, int> each;
        for (const auto& one : app::propose_introductions(session)) {
            ++made;
            RC_ASSERT(++each[one.first] <= 2);
            RC_ASSERT(++each[one.second] <= 2);
            for (int round = 1; round <= cafe::round_for_notes(session); ++round) {
                const auto table = cafe::table_of(session, round, one.first);
                RC_ASSERT(table.empty() || table != cafe::table_of(session, round, one.second));
            }
        }
    }));
    CHECK(made > 100);
}

TEST_CASE("introductions: a group reads three, each for another member where it can") {
    cafe::Session session = after_the_rounds();
    session.follow_up.introductions = {{{"p1a"}, {"p2a"}, cafe::IntroductionReason::theme, "x"},
                                       {{"p1a"}, {"p3a"}, cafe::IntroductionReason::theme, "y"},
                                       {{"p1b"}, {"p2b"}, cafe::IntroductionReason::theme, "z"}};
    const auto gatherings = app::people_to_meet(session, 2);
    REQUIRE(gatherings.size() == 3);
    REQUIRE(gatherings[0].people.size() == 2);
    CHECK(gatherings[0].people[0] == app::ToMeet{{"p2a"}, {"p1a"}, cafe::IntroductionReason::theme, "x"});
    CHECK(gatherings[0].people[1] == app::ToMeet{{"p2b"}, {"p1b"}, cafe::IntroductionReason::theme, "z"});
    CHECK(gatherings[2].people.size() == 1);
}

TEST_CASE("running café: the calendar and the contacts are written beside the session, and it says where") {
    tests::MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file([](cafe::Session& session) {
                 session.follow_up.commitments = {{.id = {"e1"}, .what = "Une fête"}};
             }));
    tests::Running running(disk);
    running.open();
    for (const auto& [file, name] : {std::pair{app::FollowUpFile::calendar, "2023-06-13_petit-cafe.ics"},
                                     std::pair{app::FollowUpFile::contacts_csv, "2023-06-13_petit-cafe-contacts.csv"},
                                     std::pair{app::FollowUpFile::contacts_vcf, "2023-06-13_petit-cafe.vcf"}}) {
        CHECK(running.cafe.carry_out(app::WriteFollowUp{.file = file}));
        running.cafe.tick();
        CHECK(disk.has(std::string("/cafes/") + name));
        CHECK(running.value("document_written", "file") == std::string("/cafes/") + name);
    }
}

TEST_CASE("running café: matches are searched as a job; stopped, it leaves nothing") {
    tests::MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file([](cafe::Session& session) {
                 const cafe::Session other = with_lines();
                 session.organisations = other.organisations;
             }));
    tests::Running running(disk);
    running.open();
    running.cafe.carry_out(app::FindMatches{});
    CHECK(running.now().matches.under_way);
    running.cafe.tick();
    CHECK(running.now().matches.done);
    CHECK_FALSE(running.now().matches.found.empty());
    running.cafe.carry_out(app::FindMatches{});
    running.cafe.carry_out(app::StopMatching{});
    running.cafe.tick();
    CHECK(running.now().matches == app::MatchSearch{});
}

TEST_CASE("running café: with nobody to introduce nothing changes") {
    tests::MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file());
    tests::Running running(disk);
    running.open();
    const auto seq = running.session().seq;
    running.cafe.carry_out(app::ProposeIntroductions{});
    CHECK(running.session().seq == seq);
}
