#include "gui/follow_up.hpp"

#include "compat/catch.hpp"
#include "gui/harvest.hpp"
#include "gui/panel_bench.hpp"
#include "gui/run.hpp"

#include <algorithm>

using namespace ronde;
using gui::Key;

namespace {

constexpr std::size_t follow_up_step = 10;

/// Et ensuite ? alone, in its window, on Tuesday 13 June 2023.
struct FollowUp : tests::PanelBench {
    gui::FollowUpState state{};

    explicit FollowUp(float width = 1200, float height = 850)
        : PanelBench(width, height, [this](gui::Ui& ui) {
              gui::draw_follow_up(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
          }) {
        bench.now = tests::set_moment(bench.session, {.step = follow_up_step});
        frame();
    }

    [[nodiscard]] const std::vector<cafe::Commitment>& commitments() const {
        return bench.session.follow_up.commitments;
    }
};

} // namespace

TEST_CASE("follow-up: a commitment is typed with the keyboard alone, from field to field") {
    FollowUp panel;
    panel.click("follow_up.what");
    panel.type("Partager un four");
    panel.press(Key::tab);
    panel.type("Zoé Amiel");
    panel.press(Key::tab);
    panel.type("Bruno Castell");
    panel.press(Key::tab);
    panel.type("vendredi");
    CHECK(panel.find("follow_up.day")->label == "d’ici le vendredi 16 juin");
    panel.press(Key::enter);
    REQUIRE(panel.commitments().size() == 1);
    const cafe::Commitment& one = panel.commitments().front();
    CHECK(one.what == "Partager un four");
    CHECK(one.who == "Zoé Amiel");
    CHECK(one.with_whom == "Bruno Castell");
    CHECK(one.by_when == "2023-06-16");
    CHECK(panel.find("follow_up.commitment." + one.id.value));
    // The form is ready for the next one.
    CHECK(panel.state.draft == gui::CommitmentDraft{});
    CHECK(panel.bench.window.focus.id == "follow_up.what");
}

TEST_CASE("follow-up: a day that cannot be read keeps the draft and says so") {
    FollowUp panel;
    panel.fill("follow_up.what", "Écrire à la mairie");
    panel.fill("follow_up.by", "bientôt");
    panel.press(Key::enter);
    CHECK(panel.commitments().empty());
    CHECK(panel.find("follow_up.trouble"));
    CHECK(panel.state.draft.what == "Écrire à la mairie");
    CHECK(panel.state.draft.by_when == "bientôt");
    panel.type(" 12/9");
    CHECK_FALSE(panel.find("follow_up.trouble")); // typing on, nothing is reproached yet
    panel.state.draft.by_when = "12/9";
    panel.frame();
    panel.press(Key::enter);
    REQUIRE(panel.commitments().size() == 1);
    CHECK(panel.commitments().front().by_when == "2023-09-12");
}

TEST_CASE("follow-up: after a refusal the next click goes where it points, and so do the words") {
    FollowUp panel;
    panel.fill("follow_up.by", "vendredi");
    panel.press(Key::enter);
    CHECK(panel.find("follow_up.trouble"));
    CHECK(panel.bench.window.focus.id == "follow_up.what"); // what is missing
    panel.frame();
    panel.click("follow_up.next.day");
    panel.type("21 septembre");
    CHECK(panel.bench.window.focus.id == "follow_up.next.day");
    CHECK(panel.find("follow_up.next.day")->value == "21 septembre");
    CHECK(panel.state.draft.what.empty());
    CHECK(panel.state.draft.by_when == "vendredi");
}

TEST_CASE("follow-up: names are completed by the arrow, after a comma too") {
    FollowUp panel;
    panel.fill("follow_up.who", "zoe");
    CHECK(panel.find("follow_up.name.1")->label == "Zoé Amiel");
    panel.press(Key::down);
    CHECK(panel.state.draft.who == "Zoé Amiel");
    panel.fill("follow_up.with", "Bruno Castell, hang");
    panel.press(Key::down);
    CHECK(panel.state.draft.with_whom == "Bruno Castell, Le Hangar bleu");
    panel.press(Key::end);
    panel.type(", cas");
    panel.click("follow_up.name.1");
    CHECK(panel.state.draft.with_whom == "Bruno Castell, Le Hangar bleu, Bruno Castell");
    CHECK(panel.bench.window.focus.id == "follow_up.with");
}

TEST_CASE("follow-up: an action becomes a commitment by one key, and the keyboard goes on to who") {
    FollowUp panel;
    const auto actions = std::ranges::count(panel.bench.session.ideas, cafe::IdeaKind::action, &cafe::Idea::kind);
    REQUIRE(actions == 3);
    panel.press(U'c');
    REQUIRE(panel.commitments().size() == 1);
    const cafe::Commitment one = panel.commitments().front();
    const cafe::Idea* idea = cafe::find(panel.bench.session, one.from);
    REQUIRE(idea);
    CHECK(one.what == idea->text);
    CHECK(panel.bench.window.focus.id == "follow_up.who");
    panel.frame();
    CHECK_FALSE(panel.find("follow_up.action." + one.from.value)); // taken on
    panel.type("Aïcha Benali");
    panel.press(Key::enter);
    REQUIRE(panel.commitments().size() == 1);
    CHECK(panel.commitments().front().who == "Aïcha Benali");
    CHECK(panel.commitments().front().from == one.from);
}

TEST_CASE("follow-up: what is half typed is kept when an action is taken on") {
    FollowUp panel;
    panel.fill("follow_up.what", "Une fête");
    panel.press(Key::escape);
    panel.press(U'c');
    CHECK(panel.commitments().size() == 1);
    CHECK(panel.state.draft.what == "Une fête");
}

TEST_CASE("follow-up: letters typed into a field take nothing on") {
    FollowUp panel;
    panel.fill("follow_up.what", "cccx");
    CHECK(panel.commitments().empty());
    CHECK(panel.state.draft.what == "cccx");
}

TEST_CASE("follow-up: a commitment is ticked off, changed, removed, and all of it undone") {
    FollowUp panel;
    panel.fill("follow_up.what", "Un bail de neuf ans");
    panel.press(Key::enter);
    const std::string id = "follow_up.commitment." + panel.commitments().front().id.value;
    panel.click(id + ".done");
    CHECK(panel.commitments().front().done);
    CHECK(panel.find(id)->value == "done");
    panel.click(id);
    panel.fill("follow_up.who", "Hugo Izard");
    panel.press(Key::enter);
    REQUIRE(panel.commitments().size() == 1);
    CHECK(panel.commitments().front().who == "Hugo Izard");
    CHECK(panel.commitments().front().done); // changing it leaves what is done done
    panel.click(id + ".remove");
    CHECK(panel.commitments().empty());
    panel.click("follow_up.undo");
    REQUIRE(panel.commitments().size() == 1);
    CHECK(panel.commitments().front().who == "Hugo Izard");
    panel.click("follow_up.undo");
    CHECK(panel.commitments().front().who.empty());
    panel.click("follow_up.redo");
    CHECK(panel.commitments().front().who == "Hugo Izard");
}

TEST_CASE("follow-up: the next date takes its day and its time in either order") {
    FollowUp panel;
    panel.fill("follow_up.next.title", "Deuxième café");
    panel.press(Key::enter);
    panel.fill("follow_up.next.time", "18h30");
    panel.press(Key::enter);
    CHECK_FALSE(panel.bench.session.follow_up.next.at); // no day yet
    CHECK(panel.state.time == "18h30");
    panel.fill("follow_up.next.day", "21 sept.");
    panel.press(Key::enter);
    const cafe::NextMeeting& next = panel.bench.session.follow_up.next;
    REQUIRE(next.at);
    CHECK(base::to_local(*next.at, "Europe/Paris") == base::LocalTime{2023, 9, 21, 18, 30, 0});
    CHECK(next.title == "Deuxième café");
    CHECK(panel.find("follow_up.next.words")->label == "Le jeudi 21 septembre à 18:30");
    panel.fill("follow_up.next.length", "");
    panel.press({.character = U'a', .ctrl = true});
    panel.type("1h30");
    panel.press(Key::enter);
    CHECK(panel.bench.session.follow_up.next.length == std::chrono::minutes{90});
    panel.click("follow_up.next.day");
    panel.press({.character = U'a', .ctrl = true});
    panel.type("un de ces jours");
    panel.press(Key::enter);
    CHECK(panel.find("follow_up.next.unread"));
    CHECK(panel.bench.session.follow_up.next.at);
}

TEST_CASE("follow-up: the room sees what is chosen") {
    FollowUp panel;
    panel.click("follow_up.show.introductions");
    CHECK(panel.bench.session.stage.follow_up == cafe::FollowUpView::introductions);
    panel.click("follow_up.show.commitments");
    CHECK(panel.bench.session.stage.follow_up == cafe::FollowUpView::commitments);
}

TEST_CASE("follow-up: the files are asked for once there is something to hand out") {
    FollowUp panel;
    CHECK_FALSE(panel.find("follow_up.export.ics")->enabled);
    CHECK_FALSE(panel.find("follow_up.export.contacts")->enabled);
    panel.fill("follow_up.what", "Une fête");
    panel.press(Key::enter);
    panel.bench.session.participants[0].contacts = {{cafe::ContactKind::email, "a@example.org", cafe::Consent::given}};
    panel.frame();
    panel.click("follow_up.export.ics");
    panel.click("follow_up.export.contacts");
    panel.click("follow_up.export.vcf");
    const auto asked = panel.bench.commands_of<app::WriteFollowUp>();
    REQUIRE(asked.size() == 3);
    CHECK(asked[0].file == app::FollowUpFile::calendar);
    CHECK(asked[1].file == app::FollowUpFile::contacts_csv);
    CHECK(asked[2].file == app::FollowUpFile::contacts_vcf);
}

TEST_CASE("follow-up: what is only to be read takes nothing") {
    FollowUp panel;
    panel.bench.snapshot.access = app::Access::held_elsewhere;
    panel.frame();
    panel.press(U'c');
    CHECK_FALSE(panel.find("follow_up.what")->enabled);
    CHECK_FALSE(panel.find("follow_up.undo")->enabled);
    CHECK(panel.bench.deeds.empty());
}

TEST_CASE("follow-up: Animer shows it while what next is on, and keeps the clock") {
    tests::CafeBench bench;
    bench.window.words = tests::catalogue("fr");
    gui::RunState state;
    const auto draw = [&](gui::Ui& ui) {
        gui::begin_frame(ui);
        gui::draw_run(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
        gui::end_frame(ui);
    };
    bench.window.frame(draw);
    CHECK(bench.window.find("run.table.1"));
    CHECK_FALSE(bench.window.find("follow_up.what"));
    bench.now = tests::set_moment(bench.session, {.step = follow_up_step});
    bench.window.frame(draw);
    CHECK(bench.window.find("follow_up.what"));
    CHECK(bench.window.find("run.timer"));
    CHECK(bench.window.find("run.next"));
    CHECK(bench.window.find("run.miniature"));
}

TEST_CASE("follow-up: Récolter goes there and back by F, and takes the focused action on by C") {
    tests::CafeBench bench;
    bench.window.words = tests::catalogue("fr");
    gui::HarvestState state;
    const auto draw = [&](gui::Ui& ui) {
        gui::begin_frame(ui);
        gui::draw_harvest(ui, bench.window.rect(), bench.view(), state, bench.dispatch());
        gui::end_frame(ui);
    };
    const auto press = [&](char32_t character) {
        bench.window.press({.character = character});
        bench.window.frame(draw);
        bench.window.frame(draw);
    };
    bench.window.frame(draw);
    press(U'f');
    CHECK(state.what_next);
    CHECK(bench.window.find("follow_up.what"));
    press(U'f');
    CHECK_FALSE(state.what_next);
    bench.window.focus.id = "harvest.idea.i-1"; // an idea, not an action
    bench.window.frame(draw);
    press(U'c');
    CHECK(bench.session.follow_up.commitments.empty());
    bench.window.focus.id = "harvest.idea.i-4";
    bench.window.frame(draw);
    press(U'c');
    REQUIRE(bench.session.follow_up.commitments.size() == 1);
    CHECK(bench.session.follow_up.commitments.front().from == cafe::IdeaId{"i-4"});
    CHECK(state.what_next);
    CHECK(bench.window.focus.id == "follow_up.who");
}
