#include "gui/control_bench.hpp"

#include "compat/catch.hpp"

#include <set>
#include <tuple>

using namespace ronde;
using gui::Key;

namespace {

struct Control : tests::ControlBench {
    explicit Control(float width = 1440, float height = 900) : ControlBench(width, height) {
        bench.window.words = gui::Words("fr", {{"save.saved_at", "enregistré à {time}"},
                                               {"save.under_way", "enregistrement…"},
                                               {"save.failed", "non enregistré"},
                                               {"banner.save_failed", "échec : {error}"},
                                               {"access.held_elsewhere", "ouvert par {holder}"},
                                               {"access.retry", "Réessayer"},
                                               {"notice.caught_up", "{gained} de moins"}});
        frame();
    }
};

} // namespace

TEST_CASE("control: a window smaller than its places need shows them in smaller letters, and no other does") {
    CHECK(gui::fitting_scale(1000, 700) == 1);
    CHECK(gui::fitting_scale(3840, 2160) == 1);
    CHECK(gui::fitting_scale(800, 600) == Approx(0.8F));
    CHECK(gui::fitting_scale(1600, 560) == Approx(0.8F));
    CHECK(gui::fitting_scale(200, 200) > 0.7F); // never too small to be read
}

TEST_CASE("control: five places, each by its tab") {
    Control control;
    const std::pair<const char*, gui::Place> tabs[] = {{"tab.prepare", gui::Place::prepare},
                                                       {"tab.run", gui::Place::run},
                                                       {"tab.notes", gui::Place::notes},
                                                       {"tab.harvest", gui::Place::harvest},
                                                       {"tab.review", gui::Place::review}};
    for (const auto& [id, place] : tabs) {
        control.click(id);
        CHECK(control.state.place == place);
        REQUIRE(control.find(id));
        CHECK(control.find(id)->value == "selected");
        CHECK(control.find(id)->role == "tab");
    }
}

TEST_CASE("control: it says when the words were saved, and when they are not") {
    Control control;
    control.bench.snapshot.save.saved_at = tests::sample_start() + std::chrono::minutes{84} + std::chrono::seconds{31};
    CHECK(control.find("save.state")->label == "Petit Déj de l’ESS · enregistré à 10:24:31");
    control.bench.saved_up_to = 0;
    control.bench.session.seq = 4;
    CHECK(control.find("save.state")->label == "Petit Déj de l’ESS · enregistrement…");
    control.bench.snapshot.save.failure = base::Error{.message = "no space left"};
    CHECK(control.find("save.state")->label == "Petit Déj de l’ESS · non enregistré");
    REQUIRE(control.find("banner.save"));
    CHECK(control.find("banner.save")->label == "échec : no space left");
    control.bench.snapshot.save.failure.reset();
    CHECK_FALSE(control.find("banner.save"));
}

TEST_CASE("control: who holds the café is said as long as it is held") {
    Control control;
    control.bench.snapshot.access = app::Access::held_elsewhere;
    control.bench.snapshot.held_by = "l’autre portable";
    REQUIRE(control.find("banner.access"));
    CHECK(control.find("banner.access")->label == "ouvert par l’autre portable");
    CHECK_FALSE(control.bench.window.find("banner.access.dismiss"));
    control.bench.snapshot.file = "/café/petit.json";
    control.click("banner.access.retry");
    const auto asked = control.bench.commands_of<app::OpenCafe>();
    REQUIRE(asked.size() == 1);
    CHECK(asked[0].file == "/café/petit.json");
    control.bench.snapshot.access = app::Access::not_allowed;
    control.frame();
    CHECK_FALSE(control.bench.window.find("banner.access.retry"));
}

TEST_CASE("control: a notice is put away") {
    Control control;
    control.bench.snapshot.notices = {{.id = 7, .key = "caught_up", .values = {{"gained", "4:00"}}}};
    REQUIRE(control.find("notice.7"));
    CHECK(control.find("notice.7")->label == "4:00 de moins");
    control.click("notice.7.dismiss");
    REQUIRE(control.bench.commands_of<app::DismissNotice>().size() == 1);
    CHECK(control.bench.commands_of<app::DismissNotice>().front().id == 7);
}

TEST_CASE("control: Ctrl and a digit, then words, are a note at that table") {
    Control control;
    control.press({.key = Key::digit, .digit = 4, .ctrl = true});
    CHECK(control.wanted == 0); // the field is to be drawn at once
    CHECK(control.state.focus.typing);
    control.type("bonjour");
    control.press(Key::enter);
    const auto noted = control.bench.deeds_of<cafe::CaptureIdea>();
    REQUIRE(noted.size() == 1);
    CHECK(noted.front().text == "bonjour");
    CHECK(noted.front().table.value == "t-4");
    CHECK(control.bench.deeds_of<cafe::SetScreen>().empty()); // the b was typed
}

TEST_CASE("control: Ctrl+Z in the empty field takes the table's last note back") {
    Control control;
    control.press(Key::f4);
    control.type("une");
    control.press(Key::enter);
    const std::size_t before = control.bench.session.ideas.size();
    control.type("de");
    control.press({.character = 'z', .ctrl = true});
    CHECK(control.bench.session.ideas.size() == before);
    control.press({.character = 'z', .ctrl = true});
    CHECK(control.bench.session.ideas.size() == before - 1);
}

TEST_CASE("control: leaving a place takes what was typed into its fields") {
    Control control;
    control.click("tab.prepare");
    control.click("prepare.title");
    control.press({.character = 'a', .ctrl = true});
    control.type("Un autre titre");
    control.press(Key::f3);
    control.frame();
    CHECK(control.bench.session.identity.title == "Un autre titre");
    CHECK(control.state.place == gui::Place::run);
}

TEST_CASE("control: the question before the next step is answered by Enter or by the same key") {
    Control control;
    control.press(Key::page_down);
    REQUIRE(control.find("ask.next.go"));
    CHECK(control.state.focus.id == "ask.next.go");
    SECTION("Enter") {
        control.press(Key::enter);
    }
    SECTION("the key") {
        control.press(Key::page_down);
    }
    SECTION("→") {
        control.press(Key::right);
    }
    control.frame();
    CHECK_FALSE(control.find("ask.next.go"));
    CHECK(cafe::current_step(control.bench.session) == 6U);
}

TEST_CASE("control: Esc stays in the round") {
    Control control;
    control.press(Key::page_down);
    control.press(Key::escape);
    CHECK_FALSE(control.find("ask.next.go"));
    CHECK(control.bench.deeds.empty());
}

TEST_CASE("control: the language is changed while it runs") {
    Control control;
    control.press(Key::f10);
    REQUIRE(control.find("preferences.language.en"));
    control.click("preferences.language.en");
    REQUIRE(control.bench.commands_of<app::SetPreferences>().size() == 1);
    CHECK(control.bench.commands_of<app::SetPreferences>().front().preferences.language == "en");
    control.press(Key::escape);
    CHECK_FALSE(control.find("preferences.language.en"));
}

TEST_CASE("control: Ctrl+0 lists every table, and one is taken by keys alone") {
    Control control;
    control.press({.key = Key::digit, .digit = 0, .ctrl = true});
    REQUIRE(control.find("tables.table.6"));
    for (const Key key : {Key::down, Key::down, Key::enter}) control.press(key);
    control.frame();
    CHECK(control.state.place == gui::Place::notes);
    CHECK(control.state.notes.table.value == "t-3");
    CHECK(control.state.focus.id == "notes.input");
    CHECK(control.state.asking.empty());
}

TEST_CASE("control: the keys are listed by F1 and put away by it") {
    Control control;
    control.press(Key::f1);
    CHECK(control.find("keys.close"));
    control.press(Key::f1);
    CHECK_FALSE(control.find("keys.close"));
}

TEST_CASE("control: what is asked over the choice of a note's place has the keys, and the choice stays as it was") {
    Control control;
    control.state.place = gui::Place::notes;
    control.frame();
    const cafe::Idea& idea = control.bench.session.ideas.front();
    control.state.notes.moving = {.idea = idea.id, .table = idea.table, .round = idea.round};
    REQUIRE(control.find("notes.move.go"));
    const gui::KeyPress key = GENERATE(gui::KeyPress{.key = Key::f1}, gui::KeyPress{.key = Key::f10},
                                       gui::KeyPress{.character = U'p', .ctrl = true});
    control.press(key);
    const std::string asking = control.state.asking;
    REQUIRE_FALSE(asking.empty());
    SECTION("from the first frame on") {
        control.press(Key::escape);
    }
    SECTION("and the focus and the mouse") {
        for (const Key arrow : {Key::left, Key::right, Key::right}) control.press(arrow);
        CHECK(control.state.asking == asking);
        CHECK_FALSE(control.state.focus.id.starts_with("notes."));
        REQUIRE(control.find("notes.move.go"));
        CHECK_FALSE(control.find("notes.move.go")->enabled);
        control.press(Key::escape);
    }
    CHECK(control.state.asking.empty());
    REQUIRE(control.state.notes.moving);
    CHECK(control.state.notes.moving->round == idea.round);
    CHECK(control.find("notes.move.go")->enabled);
    CHECK(control.state.focus.id.starts_with("notes.move.table."));
    control.press(Key::escape);
    CHECK_FALSE(control.state.notes.moving);
}

TEST_CASE("control: an idle window asks for no frames of its own") {
    Control control;
    for (const gui::Place place : {gui::Place::notes, gui::Place::prepare}) {
        gui::Place before = control.state.place;
        control.state.place = place;
        for (int i = 0; i < 6; ++i) control.frame();
        INFO(static_cast<int>(before));
        CHECK(control.wanted > 0);
    }
}

TEST_CASE("control: the bar fits, and no id stands twice, from wide to narrow") {
    for (const auto& [width, height, unit] : {std::tuple{1440.0F, 900.0F, 1.0F}, std::tuple{1280.0F, 800.0F, 1.0F},
                                              std::tuple{1024.0F, 768.0F, 1.0F}, std::tuple{1024.0F, 768.0F, 1.5F}}) {
        for (const gui::Place place : {gui::Place::run, gui::Place::notes, gui::Place::prepare}) {
            Control control(width, height);
            control.bench.window.unit = unit;
            control.state.place = place;
            control.frame();
            control.frame();
            std::set<std::string> ids;
            for (const gui::UiItem& item : control.bench.window.map.items()) {
                INFO(item.id << " at " << width << "×" << height << " × " << unit);
                CHECK(ids.insert(item.id).second);
                if (item.role == "tab") CHECK(item.rect.right() <= width);
            }
        }
    }
}

TEST_CASE("control: asked about words that were not sent, one goes back to them, quits, or stays where one was") {
    Control control;
    control.state.place = gui::Place::review;
    const std::string key = gui::draft_key(control.bench.session, control.bench.session.tables[1].id);
    control.state.notes.drafts[key].text = "pas encore";
    control.state.asking = "unsent";
    REQUIRE(control.find("ask.unsent.stay"));
    SECTION("back") {
        control.click("ask.unsent.stay");
        CHECK(control.state.place == gui::Place::notes);
        REQUIRE(control.find("notes.input"));
        CHECK(control.find("notes.input")->value == "pas encore");
    }
    SECTION("quit") {
        control.click("ask.unsent.quit");
        REQUIRE(control.bench.commands_of<app::Quit>().size() == 1);
        CHECK(control.bench.commands_of<app::Quit>().front().confirmation == app::Confirmation::given);
    }
    SECTION("as if nothing had been asked") {
        control.press(Key::escape);
        CHECK(control.state.place == gui::Place::review);
        CHECK(control.bench.commands_of<app::Quit>().empty());
    }
    CHECK(control.state.asking.empty());
}

TEST_CASE("control: while the clock is on, another café is asked about before it takes the place of this one") {
    Control control;
    control.state.place = gui::Place::prepare;
    control.state.prepare.section = gui::PrepareSection::start;
    control.frame();
    control.click("prepare.open");
    control.type("/a/autre.json");
    control.press(Key::enter);
    control.frame();
    REQUIRE(control.find("ask.leave.stay"));
    CHECK(control.bench.commands_of<app::OpenCafe>().empty());
    SECTION("no") {
        SECTION("by the button") {
            control.click("ask.leave.stay");
        }
        SECTION("by Esc") {
            control.press(Key::escape);
        }
        CHECK(control.bench.commands_of<app::OpenCafe>().empty());
    }
    SECTION("yes") {
        control.click("ask.leave.go");
        REQUIRE(control.bench.commands_of<app::OpenCafe>().size() == 1);
        CHECK(control.bench.commands_of<app::OpenCafe>().front().file == "/a/autre.json");
    }
    CHECK(control.state.asking.empty());
    CHECK_FALSE(control.state.leaves_for);
}

TEST_CASE("control: while the clock stands, another café opens at once") {
    Control control;
    control.bench.session.timer.state = cafe::ClockState::idle;
    control.state.place = gui::Place::prepare;
    control.state.prepare.section = gui::PrepareSection::start;
    control.frame();
    control.click("prepare.open");
    control.type("/a/autre.json");
    control.press(Key::enter);
    CHECK(control.bench.commands_of<app::OpenCafe>().size() == 1);
    CHECK(control.state.asking.empty());
}

TEST_CASE("control: Esc closes no stage") {
    Control control;
    control.state.asking = "close_stage";
    control.frame();
    REQUIRE(control.find("ask.close_stage.close"));
    control.press(Key::escape);
    CHECK(control.state.asking.empty());
    CHECK(control.bench.commands_of<app::CloseStage>().empty());
}

TEST_CASE("control: the present section is in sight in a list of sections that is higher than the window") {
    Control control(1280, 480);
    control.state.place = gui::Place::prepare;
    control.state.prepare.section = gui::PrepareSection::start;
    for (int i = 0; i < 3; ++i) control.frame();
    const gui::Rect last = control.find("prepare.section.start")->rect;
    CHECK(last.bottom() <= control.find("prepare.undo")->rect.y + 1);
    control.state.prepare.section = gui::PrepareSection::identity;
    for (int i = 0; i < 3; ++i) control.frame();
    CHECK(control.find("prepare.section.identity")->rect.y >= 56);
}

TEST_CASE("control: a recent café that is open is listed by the title that it has now") {
    Control control;
    control.bench.snapshot.file = "/s/june.json";
    control.bench.snapshot.preferences.recent = {"/s/june.json"};
    control.bench.snapshot.sessions = {{.file = "/s/june.json", .title = "Un vieux titre"}};
    control.bench.session.identity.title = "Un titre neuf";
    control.state.place = gui::Place::prepare;
    control.state.prepare.section = gui::PrepareSection::start;
    control.frame();
    CHECK(control.find("prepare.recent.1")->label == "Un titre neuf");
}
