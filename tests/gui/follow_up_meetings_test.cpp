// Et ensuite ?: who could help whom, and who should meet, proposed and ruled on by a person.

#include "compat/catch.hpp"
#include "gui/follow_up.hpp"
#include "gui/panel_bench.hpp"

#include <string>

using namespace ronde;
using Catch::Matchers::ContainsSubstring;

namespace {

constexpr std::size_t follow_up_step = 10;

/// The panel in a window that is high enough for all of it.
struct Meetings : tests::PanelBench {
    gui::FollowUpState state{};

    Meetings()
        : PanelBench(1200, 2400, [this](gui::Ui& ui) {
              gui::draw_follow_up(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        bench.now = tests::set_moment(bench.session, {.step = follow_up_step});
        frame();
    }
    void give_lines() {
        bench.session.organisations[0].offers = {"Un four à pain"};
        bench.session.organisations[1].needs = {"Un four pour notre pain"};
        frame();
    }
    /// What the search found, as app hands it over.
    void found() {
        bench.snapshot.matches = {.done = true,
                                  .found = {{.match = {.giver = {"o-1"},
                                                       .taker = {"o-2"},
                                                       .offer = "Un four à pain",
                                                       .need = "Un four pour notre pain"},
                                             .shared = {"four", "pain"},
                                             .score = 1,
                                             .both_came = true,
                                             .same_place = true}}};
        frame();
    }
    [[nodiscard]] const std::vector<cafe::Complementarity>& ruled() const {
        return bench.session.follow_up.complementarities;
    }
};

} // namespace

TEST_CASE("meetings: without an offer and a need there is nothing to look for, and it says so") {
    Meetings panel;
    REQUIRE(panel.find("follow_up.match.find"));
    CHECK_FALSE(panel.find("follow_up.match.find")->enabled);
    CHECK(panel.find("follow_up.match.nothing"));
    panel.give_lines();
    CHECK(panel.find("follow_up.match.find")->enabled);
    CHECK_FALSE(panel.find("follow_up.match.nothing"));
}

TEST_CASE("meetings: the search is asked for, can be stopped, and says when it found nothing") {
    Meetings panel;
    panel.give_lines();
    panel.click("follow_up.match.find");
    CHECK(panel.bench.commands_of<app::FindMatches>().size() == 1);
    panel.bench.snapshot.matches.under_way = true;
    panel.frame();
    CHECK_FALSE(panel.find("follow_up.match.find"));
    panel.click("follow_up.match.stop");
    CHECK(panel.bench.commands_of<app::StopMatching>().size() == 1);
    panel.bench.snapshot.matches = {.done = true};
    panel.frame();
    CHECK(panel.find("follow_up.match.nothing"));
}

TEST_CASE("meetings: a match is proposed with its reasons, and kept or put away by a person") {
    Meetings panel;
    panel.give_lines();
    panel.found();
    REQUIRE(panel.find("follow_up.proposed.1"));
    CHECK_THAT(panel.find("follow_up.proposed.1")->label, ContainsSubstring("Le Hangar bleu"));
    CHECK_THAT(panel.find("follow_up.proposed.1")->label, ContainsSubstring("Un four à pain"));
    CHECK(panel.ruled().empty()); // nothing is decided by itself
    panel.click("follow_up.proposed.1.accept");
    REQUIRE(panel.ruled().size() == 1);
    CHECK(panel.ruled()[0].ruling == cafe::Ruling::accepted);
    CHECK_FALSE(panel.find("follow_up.proposed.1")); // it is ruled on
    CHECK(panel.find("follow_up.match.1"));
    panel.click("follow_up.match.1.dismiss");
    CHECK(panel.ruled()[0].ruling == cafe::Ruling::dismissed);
    CHECK_FALSE(panel.find("follow_up.match.1"));
    CHECK_FALSE(panel.find("follow_up.proposed.1")); // nor is it proposed again
    panel.click("follow_up.undo");
    CHECK(panel.find("follow_up.match.1"));
    panel.click("follow_up.undo");
    CHECK(panel.ruled().empty());
    panel.click("follow_up.proposed.1.dismiss");
    REQUIRE(panel.ruled().size() == 1);
    CHECK(panel.ruled()[0].ruling == cafe::Ruling::dismissed);
}

TEST_CASE("meetings: what is of one kind, on the same days, says so, without claiming words in common") {
    Meetings panel;
    panel.bench.session.organisations[0].offers = {"lieu : une grange, en semaine"};
    panel.bench.session.organisations[1].needs = {"lieu : une salle le mardi"};
    app::ProposedMatch proposed{.match = {.giver = {"o-1"},
                                          .taker = {"o-2"},
                                          .offer = "lieu : une grange, en semaine",
                                          .need = "lieu : une salle le mardi"},
                                .kind = app::LineKind::place,
                                .days_fit = app::DaysFit::shared,
                                .days = app::Weekdays{0b0000010}};
    const auto said = [&] {
        panel.bench.snapshot.matches = {.done = true, .found = {proposed}};
        panel.frame();
        REQUIRE(panel.find("follow_up.proposed.1.why"));
        return panel.find("follow_up.proposed.1.why")->label;
    };
    CHECK(said() == "les deux disent : lieu · pour les deux : mardi");
    proposed.days_fit = app::DaysFit::apart;
    proposed.days = {};
    proposed.shared = {"salle"};
    CHECK(said() == "les deux disent : lieu · pas les mêmes jours · mots en commun : salle");
}

TEST_CASE("meetings: a match that is no longer said is not proposed any more") {
    Meetings panel;
    panel.give_lines();
    panel.found();
    REQUIRE(panel.find("follow_up.proposed.1"));
    panel.bench.session.organisations[1].needs = {"Un bail"};
    panel.frame();
    CHECK_FALSE(panel.find("follow_up.proposed.1"));
}

TEST_CASE("meetings: introductions are asked for, shown with their reason, and cleared by one press") {
    Meetings panel;
    CHECK(panel.find("follow_up.introductions.none"));
    CHECK_FALSE(panel.find("follow_up.introductions.clear"));
    panel.click("follow_up.introductions.find");
    CHECK(panel.bench.commands_of<app::ProposeIntroductions>().size() == 1);
    REQUIRE_FALSE(panel.bench.dispatch().act(cafe::SetIntroductions{
        {{.first = {"p-1"}, .second = {"p-9"}, .reason = cafe::IntroductionReason::theme, .about = "Les prix"},
         {.first = {"p-2"},
          .second = {"p-10"},
          .reason = cafe::IntroductionReason::complementarity,
          .about = "Un four à pain"}}}));
    panel.frame();
    REQUIRE(panel.find("follow_up.introduction.2"));
    CHECK_THAT(panel.find("follow_up.introduction.1")->label, ContainsSubstring("Aïcha Benali"));
    CHECK_THAT(panel.find("follow_up.introduction.1")->label, ContainsSubstring("Inès Jordà"));
    panel.click("follow_up.introductions.clear");
    CHECK(panel.bench.session.follow_up.introductions.empty());
    CHECK(panel.find("follow_up.introductions.none"));
    panel.click("follow_up.undo");
    CHECK(panel.bench.session.follow_up.introductions.size() == 2);
}

TEST_CASE("meetings: a search that finds nobody to introduce says why, where it was asked for") {
    Meetings panel;
    panel.bench.session.harvest.themes.clear();
    panel.click("follow_up.introductions.find");
    CHECK(panel.bench.commands_of<app::ProposeIntroductions>().size() == 1);
    REQUIRE(panel.find("follow_up.introductions.nobody"));
    CHECK_THAT(panel.find("follow_up.introductions.nobody")->label, ContainsSubstring("aucune idée n’est rangée"));
    CHECK_FALSE(panel.find("follow_up.introductions.none"));
    panel.bench.session.seq += 1; // something changed: it may be otherwise now
    panel.frame();
    CHECK_FALSE(panel.find("follow_up.introductions.nobody"));
}

TEST_CASE("meetings: in a café that is only read nothing is looked for, ruled on or cleared") {
    Meetings panel;
    panel.give_lines();
    panel.found();
    panel.bench.snapshot.access = app::Access::held_elsewhere;
    panel.frame();
    for (const char* id : {"follow_up.match.find", "follow_up.proposed.1.accept", "follow_up.introductions.find"}) {
        INFO(id);
        REQUIRE(panel.find(id));
        CHECK_FALSE(panel.find(id)->enabled);
        panel.click(id);
    }
    CHECK(panel.bench.deeds.empty());
    CHECK(panel.bench.commands.empty());
}
