// People in the control window: the list that is imported, who is here, merging and erasing, by keys and mouse.

#include "compat/catch.hpp"
#include "gui/catalogue.hpp"
#include "gui/control_bench.hpp"

#include <memory>
#include <string>

using namespace ronde;
using gui::Key;

namespace {

struct Control : tests::ControlBench {
    Control() { frame(); }
    void press(const gui::KeyPress& key) {
        ControlBench::press(key);
        frame();
    }
    void press(Key key) { press(gui::KeyPress{.key = key}); }
    void ctrl(char32_t letter) { press({.key = Key::character, .character = letter, .ctrl = true}); }
    void alt(char32_t letter) { press({.key = Key::character, .character = letter, .alt = true}); }
    void type(std::string_view text) {
        ControlBench::type(text);
        frame();
    }
    void go_to_people() {
        state.place = gui::Place::prepare;
        state.prepare.section = gui::PrepareSection::people;
        frame();
        frame();
    }
    void read(const std::string& text) {
        list =
            app::understood({.name = "liste.csv", .bytes = std::make_shared<const std::string>(text)}, bench.session);
        frame();
        frame();
    }
    [[nodiscard]] const cafe::Participant& person(const std::string& id) const {
        const auto* found = cafe::find(bench.session, cafe::ParticipantId{id});
        REQUIRE(found != nullptr);
        return *found;
    }
    template <class Command>
    [[nodiscard]] Command last() const {
        const auto all = bench.commands_of<Command>();
        REQUIRE_FALSE(all.empty());
        return all.back();
    }
};

} // namespace

TEST_CASE("people: Ctrl P lays the list over any place, typing finds somebody, Enter ticks them in") {
    Control control;
    control.ctrl('p');
    REQUIRE(control.state.asking == "presence");
    CHECK(control.state.focus.id == "presence.search");
    control.type("zoe");
    REQUIRE(control.find("presence.person.p-26"));
    CHECK_FALSE(control.find("presence.person.p-1"));
    control.press(Key::enter);
    CHECK(control.person("p-26").presence == cafe::Presence::here);
    CHECK(control.state.presence.typed.empty()); // for the next one
    CHECK(control.state.focus.id == "presence.search");
    control.press(Key::escape);
    CHECK(control.state.asking.empty());
}

TEST_CASE("people: a walk-in is a name, a comma, the beginning of an organisation and Enter") {
    Control control;
    const auto before = control.bench.session.participants.size();
    control.ctrl('p');
    control.type("Ona Ribas, fila");
    control.press(Key::enter);
    REQUIRE(control.bench.session.participants.size() == before + 1);
    const auto& person = control.bench.session.participants.back();
    CHECK(person.name == "Ona Ribas");
    CHECK(person.organisation == cafe::OrganisationId{"o-2"});
    CHECK(person.presence == cafe::Presence::here);
}

TEST_CASE("people: arrows choose, letters with Alt say who comes later, leaves or stays away") {
    Control control;
    control.bench.now = tests::set_moment(control.bench.session, {.step = 3});
    const int round = cafe::round_for_notes(control.bench.session);
    REQUIRE(round > 0);
    control.ctrl('p');
    control.press(Key::down);
    control.alt('p');
    CHECK(control.person("p-2").last_round == round);
    control.press(Key::down);
    control.alt('a');
    CHECK(control.person("p-3").presence == cafe::Presence::absent);
    control.press(Key::up);
    control.press(Key::up);
    control.alt('t');
    CHECK(control.person("p-1").first_round == round + 1);
    control.alt('i');
    CHECK(control.person("p-1").presence == cafe::Presence::here);
    control.ctrl('z'); // the field is empty: the last change is taken back
    CHECK(control.person("p-1").presence == cafe::Presence::expected);
}

TEST_CASE("people: the mouse chooses and the buttons below say it") {
    Control control;
    control.click("run.presence");
    REQUIRE(control.state.asking == "presence");
    control.click("presence.person.p-4");
    control.click("presence.do.here");
    CHECK(control.person("p-4").presence == cafe::Presence::here);
    CHECK(control.find("presence.person.p-4")->value == "here");
    control.click("presence.do.absent");
    CHECK(control.find("presence.person.p-4")->value == "absent");
}

TEST_CASE("people: the five buttons are whole within the panel, in both languages") {
    for (const char* language : {"fr", "en"}) {
        Control control;
        control.bench.window.words = tests::catalogue(language);
        control.ctrl('p');
        control.frame();
        REQUIRE(control.find("presence.search"));
        const gui::Rect field = control.find("presence.search")->rect;
        for (const char* standing : {"here", "late", "left", "absent", "expected"}) {
            CAPTURE(language, standing);
            const auto* button = control.find(std::string("presence.do.") + standing);
            REQUIRE(button);
            CHECK(button->rect.right() <= field.right() + 1);
            CHECK(button->rect.bottom() < control.find("presence.last")->rect.y + 1);
        }
    }
}

TEST_CASE("people: in a café that is only read nobody is ticked in") {
    Control control;
    control.bench.snapshot.access = app::Access::held_elsewhere;
    control.ctrl('p');
    control.type("zoe");
    control.press(Key::enter);
    control.alt('a');
    CHECK(control.bench.deeds.empty());
}

TEST_CASE("people: a list's path is typed, or the list pasted") {
    Control control;
    control.go_to_people();
    control.click("prepare.people.import");
    CHECK(control.state.focus.id == "import.file");
    control.type("/listes/juin.csv");
    control.press(Key::enter);
    CHECK(control.last<app::ReadPeople>().file == "/listes/juin.csv");
    control.bench.window.clipboard = "Nom\tStructure\nZoé\tLe Mas\n";
    control.click("import.paste");
    CHECK(control.last<app::ReadPeople>().text == "Nom\tStructure\nZoé\tLe Mas\n");
}

TEST_CASE("people: what a list was understood as is shown, with each line that will not be taken") {
    Control control;
    control.go_to_people();
    control.read("Nom;Structure\nZoé Œuvrard;Le Mas\n;La Gare\n\"Aïcha Benali;Le Hangar bleu\n");
    CHECK(control.find("import.column.1")->value == "full_name");
    CHECK(control.find("import.column.2")->value == "organisation");
    CHECK(control.find("import.separator.semicolon")->value == "on");
    CHECK(control.find("import.person.1")->label == "Zoé Œuvrard");
    CHECK(control.find("import.remark.1")->label == "import.remark.nobody_named");
    REQUIRE(control.find("import.wrong.1"));
    CHECK_FALSE(control.find("import.wrong.2"));
    CHECK_FALSE(control.find("prepare.people.paste")); // one thing at a time
    CHECK(control.state.focus.id == "import.take");
    control.press(Key::enter);
    CHECK(control.bench.commands_of<app::TakePeople>().size() == 1);
    control.list.reset();
    CHECK(control.find("prepare.people.paste"));
}

TEST_CASE("people: of a cell with two addresses it is said which was read, and nothing of what is to be done") {
    Control control;
    control.bench.window.words = tests::catalogue("fr");
    control.go_to_people();
    control.read("Nom;Courriel\nZoé Œuvrard;zoe@exemple.org, z@exemple.org\n");
    REQUIRE(control.find("import.remark.1"));
    CHECK(control.find("import.remark.1")->label ==
          "Ligne 2\u202f: le premier seul est lu\u202f; la case contient aussi «\u202fz@exemple.org\u202f»");
}

TEST_CASE("people: every line that will not be taken can be seen and copied") {
    Control control;
    control.go_to_people();
    std::string list = "Nom;Structure;Courriel\nZoé Œuvrard;Le Mas;zoe@exemple.org\n";
    for (int i = 0; i < 60; ++i) list += ";;nobody" + std::to_string(i) + "@exemple.org\n";
    control.read(list);
    REQUIRE(control.find("import.wrong.8"));
    CHECK_FALSE(control.find("import.wrong.9"));
    CHECK(control.find("import.more"));
    control.tab_to("import.lines.copy");
    control.press(Key::enter);
    const std::string copied = control.last<app::CopyText>().text;
    CHECK(std::ranges::count(copied, '\n') == 60);
    control.tab_to("import.lines.all");
    control.press(Key::enter);
    CHECK(control.find("import.wrong.9"));
    CHECK_FALSE(control.find("import.more"));
    CHECK_FALSE(control.find("import.wrong.60")); // out of sight
}

TEST_CASE("people: what a column of a type is of is asked until it is said") {
    Control control;
    control.go_to_people();
    control.read("Nom;Type;Statut\nZoé Œuvrard;Gratuit;Annulé\n");
    REQUIRE(control.find("import.column.2.doubt"));
    CHECK(control.find("import.column.3")->value == "status");
    CHECK(control.find("import.remark.1"));
    control.list->mapping[1] = app::ColumnMeaning::kind;
    CHECK_FALSE(control.find("import.column.2.doubt"));
}

TEST_CASE("people: a column is mapped by keys") {
    Control control;
    control.go_to_people();
    control.read("Machin;Nom\nLe Mas;Zoé Œuvrard\n");
    control.tab_to("import.column.1");
    control.press(Key::enter);
    control.tab_to("import.column.1.organisation");
    control.press(Key::enter);
    const auto wish = control.last<app::MapPeople>();
    CHECK(wish.mapping == std::vector{app::ColumnMeaning::organisation, app::ColumnMeaning::full_name});
    CHECK(control.state.focus.id == "import.column.1");
}

TEST_CASE("people: another separator or header is understood anew, with the meanings guessed again") {
    Control control;
    control.go_to_people();
    control.read("Nom;Structure\nZoé Œuvrard;Le Mas\n");
    control.click("import.separator.comma");
    CHECK(control.last<app::MapPeople>().choices.separator == app::Separator::comma);
    CHECK(control.last<app::MapPeople>().mapping.empty());
    control.click("import.header_lines.plus");
    CHECK(control.last<app::MapPeople>().choices.header_lines == 2U);
}

TEST_CASE("people: what is no list is said, and another can be read") {
    Control control;
    control.go_to_people();
    control.read("");
    CHECK(control.find("import.refused"));
    CHECK(control.find("import.file"));
    control.press(Key::escape);
    CHECK(control.bench.commands_of<app::DropPeople>().size() == 1);
}

TEST_CASE("people: two organisations become one") {
    Control control;
    control.go_to_people();
    const auto before = control.bench.session.organisations.size();
    control.click("prepare.people.merge");
    control.click("prepare.merge.from.after");
    const auto from = control.state.prepare.people.merge_from;
    CHECK(from == control.bench.session.organisations[2].id);
    control.click("prepare.merge.do");
    CHECK(control.bench.session.organisations.size() == before - 1);
    CHECK(cafe::find(control.bench.session, from) == nullptr);
}

TEST_CASE("people: erasing takes the name typed, and Esc erases nobody") {
    Control control;
    control.go_to_people();
    control.click("prepare.person.1.roles");
    control.click("prepare.person.1.erase");
    REQUIRE(control.find("erase.name"));
    CHECK(control.state.focus.id == "erase.name");
    control.press(Key::enter);
    control.type("aïcha benal");
    CHECK_FALSE(control.find("erase.go")->enabled);
    control.press(Key::enter);
    CHECK(control.bench.deeds_of<cafe::ErasePerson>().empty());
    control.press(Key::escape);
    CHECK_FALSE(control.find("erase.name"));
    CHECK(cafe::find(control.bench.session, cafe::ParticipantId{"p-1"}) != nullptr);

    control.click("prepare.person.1.erase");
    control.type("aicha benali");
    CHECK(control.find("erase.go")->enabled);
    control.press(Key::enter);
    CHECK(control.bench.deeds_of<cafe::ErasePerson>().size() == 1);
    CHECK(cafe::find(control.bench.session, cafe::ParticipantId{"p-1"}) == nullptr);
}
