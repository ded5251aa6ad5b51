// Préparer: identity, opening, questions, what is missing, and the page on which it starts.

#include "gui/prepare_bench.hpp"

#include <map>
#include <string>

using namespace ronde;
using gui::Key;
using gui::PrepareSection;
using Panel = tests::PrepareBench;

TEST_CASE("prepare: the title is typed with the keyboard alone") {
    Panel panel;
    panel.go(PrepareSection::identity);
    panel.tab_to("prepare.title");
    panel.replace("Où va l’œuvre ?");
    CHECK(panel.session.identity.title == "Où va l’œuvre ?");
}

TEST_CASE("prepare: a field left changed is kept, as if Enter had been pressed") {
    Panel panel;
    panel.tab_to("prepare.place");
    panel.press({.key = Key::character, .character = U'a', .ctrl = true});
    panel.type("Prades");
    panel.press(Key::tab);
    CHECK(panel.session.identity.place == "Prades");
}

TEST_CASE("prepare: date and time are typed as people write them, and move the one planned start") {
    Panel panel;
    panel.tab_to("prepare.date");
    panel.replace("1 août 2026");
    panel.tab_to("prepare.time");
    panel.replace("14h30");
    const auto local = base::to_local(panel.session.identity.starts_at, "Europe/Paris");
    CHECK(local == base::LocalTime{2026, 8, 1, 14, 30, 0});
}

TEST_CASE("prepare: a date that does not exist is said, and the old one stays") {
    Panel panel;
    const auto before = panel.session.identity;
    panel.tab_to("prepare.date");
    panel.replace("31/02/2026");
    CHECK(panel.session.identity == before);
    CHECK(panel.state.unread.text == "31/02/2026");
    CHECK(panel.map.find("prepare.date.unread") != nullptr);
    panel.tab_to("prepare.date");
    panel.replace("28/02/2026");
    CHECK(panel.state.unread.id.empty());
}

TEST_CASE("prepare: another time zone leaves the clocks in the room as they were") {
    Panel panel;
    panel.tab_to("prepare.time_zone");
    panel.replace("America/Montreal");
    CHECK(base::to_local(panel.session.identity.starts_at, "America/Montreal").hour == 9);
    panel.tab_to("prepare.time_zone");
    panel.replace("Nulle/Part");
    CHECK(panel.session.identity.time_zone == "America/Montreal");
    CHECK(panel.map.find("prepare.time_zone.unread") != nullptr);
}

TEST_CASE("prepare: language and passage are chosen by keys") {
    Panel panel;
    panel.enter_on("prepare.language.en");
    panel.enter_on("prepare.passage.automatic");
    CHECK(panel.session.identity.language == "en");
    CHECK(panel.session.identity.passage == cafe::Passage::automatic);
}

TEST_CASE("prepare: components are added, moved and removed by keys") {
    Panel panel;
    panel.go(PrepareSection::opening);
    panel.tab_to("prepare.component.add");
    panel.type("hospitalité");
    panel.press(Key::enter);
    REQUIRE(panel.session.opening.components.size() == 8);
    CHECK(panel.session.opening.components.back().text == "hospitalité");
    CHECK(panel.focus.id == "prepare.component.add");

    panel.tab_to("prepare.component.8");
    panel.alt(Key::up);
    CHECK(panel.session.opening.components[6].text == "hospitalité");
    CHECK(panel.focus.id == "prepare.component.7");
    panel.alt(Key::del);
    CHECK(panel.session.opening.components.size() == 7);
}

TEST_CASE("prepare: a question is added with as many tables as the others have") {
    Panel panel;
    panel.go(PrepareSection::questions);
    panel.tab_to("prepare.question.add");
    panel.type("Et demain ?");
    panel.press(Key::enter);
    REQUIRE(panel.session.questions.size() == 4);
    CHECK(panel.session.questions.back().text == "Et demain ?");
    CHECK(panel.session.tables.size() == 8);
    CHECK(panel.state.question.empty());
}

TEST_CASE("prepare: a question moves with Alt and an arrow, and the keyboard stays on it") {
    Panel panel;
    panel.go(PrepareSection::questions);
    panel.tab_to("prepare.question.1.text");
    panel.alt(Key::down);
    panel.alt(Key::down);
    CHECK(panel.session.questions[2].id == cafe::QuestionId{"q-1"});
    CHECK(panel.focus.id == "prepare.question.3");
    CHECK(panel.session.questions[0].text.starts_with("Comment"));
}

TEST_CASE("prepare: what was being typed in a row goes with the row when it moves") {
    Panel panel;
    panel.go(PrepareSection::questions);
    panel.tab_to("prepare.question.1.text");
    panel.press({.key = Key::character, .character = U'a', .ctrl = true});
    panel.type("Neuve ?");
    panel.alt(Key::down);
    CHECK(panel.session.questions[1].text == "Neuve ?");
    CHECK(panel.session.questions[0].text.starts_with("Comment"));
}

TEST_CASE("prepare: tables per question count up by a button and by a number") {
    Panel panel;
    panel.go(PrepareSection::questions);
    panel.enter_on("prepare.tables_per_question.plus");
    CHECK(panel.session.tables.size() == 9);
    panel.tab_to("prepare.question.2.tables");
    panel.replace("4");
    CHECK(panel.session.tables.size() == 10);
    panel.tab_to("prepare.table.1.name");
    panel.replace("Près du bar");
    CHECK(panel.session.tables[0].name == "Près du bar");
}

TEST_CASE("prepare: thirty-one people at six tables are told to take nine, in one press") {
    Panel panel;
    panel.session.participants.push_back({.id = {"p-31"}, .name = "Ona"});
    panel.session.ideas = {};
    panel.go(PrepareSection::questions);
    panel.enter_on("prepare.hint.tables_too_full.fix");
    CHECK(panel.session.tables.size() == 9);
    REQUIRE(panel.asked.size() == 1);
    REQUIRE(std::holds_alternative<app::DealGroups>(panel.asked[0]));
    CHECK(std::get<app::DealGroups>(panel.asked[0]).groups == 9);
}

TEST_CASE("prepare: a blank question is said, and its hint leads into it") {
    Panel panel;
    panel.session.questions[1].text.clear();
    panel.go(PrepareSection::questions);
    panel.enter_on("prepare.hint.blank_question.fix");
    CHECK(panel.focus.id == "prepare.question.2.text");
    panel.type("Pourquoi ?");
    panel.press(Key::enter);
    CHECK(panel.session.questions[1].text == "Pourquoi ?");
    CHECK(panel.map.find("prepare.hint.blank_question") == nullptr);
}

TEST_CASE("prepare: an empty café names what is missing, and a hint leads to the field") {
    Panel panel;
    const auto starts = panel.session.identity.starts_at;
    panel.session = {};
    panel.session.id = {"empty"};
    panel.session.identity.starts_at = starts;
    panel.frame();
    CHECK(panel.map.find("prepare.section.identity")->value == "prepare.lacks.title");
    CHECK(panel.map.find("prepare.section.questions")->value == "prepare.lacks.questions");
    CHECK(panel.map.find("prepare.section.agenda")->value == "prepare.lacks.rounds");
    panel.enter_on("prepare.hint.title.fix");
    CHECK(panel.focus.id == "prepare.title");
    panel.type("Enfin");
    panel.press(Key::enter);
    CHECK(panel.session.identity.title == "Enfin");
}

TEST_CASE("prepare: with no café open, a template, a recent café or a path is one press away") {
    Panel panel;
    panel.open = false;
    panel.frame();
    panel.enter_on("prepare.template.classic");
    panel.enter_on("prepare.recent.1");
    panel.tab_to("prepare.open");
    panel.type("/tmp/été.json");
    panel.press(Key::enter);
    REQUIRE(panel.asked.size() == 3);
    CHECK(std::get<app::NewCafe>(panel.asked[0]).from == "/t/classic.json");
    CHECK(std::get<app::OpenCafe>(panel.asked[1]).file == "/s/june.json");
    CHECK(std::get<app::OpenCafe>(panel.asked[2]).file == "/tmp/été.json");
}

TEST_CASE("prepare: templates of the windows' language come first, one's own can be made, used and put away") {
    Panel panel;
    panel.templates() = {{.file = "/t/classic.en.json", .title = "Two hours", .language = "en"},
                         {.file = "/t/classic.json", .title = "Deux heures", .language = "fr"}};
    panel.own_templates() = {{.file = "/own/jeudi.json", .title = "Jeudi"}};
    panel.go(PrepareSection::start);
    panel.frame();
    CHECK(panel.map.find("prepare.template.classic")->rect.y < panel.map.find("prepare.template.classic.en")->rect.y);
    panel.enter_on("prepare.own_template.1");
    panel.enter_on("prepare.own_template.1.remove");
    panel.enter_on("prepare.template.save");
    REQUIRE(panel.asked.size() == 3);
    CHECK(std::get<app::NewCafe>(panel.asked[0]).from == "/own/jeudi.json");
    CHECK(std::get<app::RemoveTemplate>(panel.asked[1]).file == "/own/jeudi.json");
    CHECK(std::holds_alternative<app::SaveTemplate>(panel.asked[2]));
}

TEST_CASE("prepare: how the room answers and whether places are named is chosen, and answers can be given") {
    Panel panel;
    panel.go(PrepareSection::opening);
    panel.frame();
    panel.enter_on("prepare.opening.anonymous");
    CHECK(panel.session.opening.naming == cafe::Naming::anonymous);
    REQUIRE(panel.map.find("opening.grid") != nullptr);
    panel.enter_on("prepare.opening.by_hands");
    CHECK(panel.session.opening.mode == cafe::OpeningMode::by_hands);
    panel.frame();
    CHECK(panel.map.find("opening.grid") == nullptr);
    CHECK(panel.map.find("opening.hands.1.essential") != nullptr);
    CHECK(panel.map.find("prepare.opening.anonymous") == nullptr);
}

TEST_CASE("prepare: a café that is only to be read cannot be changed") {
    Panel panel;
    panel.access = app::Access::held_elsewhere;
    const auto before = panel.session;
    for (std::size_t s = 0; s < gui::prepare_section_count; ++s) {
        panel.go(static_cast<PrepareSection>(s));
        for (int i = 0; i < 40; ++i) {
            panel.press(Key::tab);
            if (panel.focus.id.starts_with("prepare.section.")) continue;
            panel.type("x");
            panel.press(Key::enter);
            panel.alt(Key::del);
        }
    }
    CHECK(panel.session == before);
}

TEST_CASE("prepare: every widget has an id of its own, with many people too") {
    Panel panel;
    for (int i = 0; i < 270; ++i)
        panel.session.participants.push_back({.id = {"x-" + std::to_string(i)}, .name = "N" + std::to_string(i)});
    for (std::size_t s = 0; s < gui::prepare_section_count; ++s) {
        panel.go(static_cast<PrepareSection>(s));
        std::map<std::string, int> seen;
        for (const auto& item : panel.map.items()) ++seen[item.id];
        for (const auto& [id, times] : seen) {
            CAPTURE(id);
            CHECK(times == 1);
        }
    }
}
