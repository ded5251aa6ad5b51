// Préparer, driven by keys (and once by the mouse) without a window: what counts is what becomes of the café.

#include "gui/prepare.hpp"

#include "base/text.hpp"
#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "compat/imgui.hpp"
#include "support/sample_session.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace ronde;
using gui::Key;
using gui::KeyPress;
using gui::PrepareSection;
using std::chrono::minutes;

namespace {

/// The panel over a café that really changes. No font is loaded: letters have no width, which no test asks for.
class Panel {
public:
    Panel() : m_context(ImGui::CreateContext()) {
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.DisplaySize = ImVec2(1280, 800);
        io.MousePos = ImVec2(-1, -1);
        m_fonts.emplace(*io.Fonts, std::vector<gui::FaceSource>{}, gui::AstralRasteriser{});
        session = tests::sample_session();
        now = tests::set_moment(session, {.state = cafe::ClockState::idle});
        m_snapshot.templates = {{.file = "/t/classic.json", .title = "Deux heures"}};
        m_snapshot.preferences.recent = {"/s/june.json"};
    }
    ~Panel() {
        m_fonts.reset();
        ImGui::DestroyContext(m_context);
    }
    Panel(const Panel&) = delete;
    Panel& operator=(const Panel&) = delete;

    std::vector<app::SessionCard>& templates() { return m_snapshot.templates; }
    std::vector<app::SessionCard>& own_templates() { return m_snapshot.own_templates; }

    void frame(const std::string& typed = {}) {
        m_snapshot.session = open ? &session : nullptr;
        m_snapshot.access = access;
        m_snapshot.now = now;
        m_snapshot.timer = open ? cafe::read_timer(session, now) : cafe::TimerReading{};
        ImGuiIO& io = ImGui::GetIO();
        io.DeltaTime = 1.0F / 60;
        (void)m_fonts->refresh();
        for (std::size_t at = 0; at < typed.size();) io.AddInputCharacter(base::next_code_point(typed, at));
        ImGui::NewFrame();
        map.clear();
        const gui::View view{.app = m_snapshot};
        gui::Ui ui{.canvas = {.list = ImGui::GetBackgroundDrawList(),
                              .fonts = *m_fonts,
                              .theme = gui::theme_of(app::ThemeName::paper),
                              .words = m_words,
                              .map = &map},
                   .focus = focus,
                   .drag = m_drag,
                   .keys = m_keys};
        const gui::Dispatch dispatch{
            .act =
                [&](cafe::Deed deed) {
                    auto outcome = cafe::update(session, {now, std::move(deed)});
                    if (outcome) return std::optional<cafe::Rejected>{};
                    refused.push_back(outcome.error().reason);
                    return std::optional<cafe::Rejected>{outcome.error()};
                },
            .ask = [&](app::Command command) { asked.push_back(std::move(command)); },
            .new_id =
                [&](std::string_view prefix) { return std::string(prefix) + "-new" + std::to_string(m_next_id++); }};
        gui::begin_frame(ui);
        (void)gui::draw_prepare(ui, {0, 0, io.DisplaySize.x, io.DisplaySize.y}, view, state, dispatch);
        gui::end_frame(ui);
        ImGui::Render();
        m_keys.clear();
    }

    void press(KeyPress key) {
        m_keys = {key};
        frame();
        frame();
    }
    void press(Key key) { press(KeyPress{.key = key}); }
    void alt(Key key) { press(KeyPress{.key = key, .alt = true}); }
    void type(const std::string& text) { frame(text); }

    /// Types anew what a field holds, and Enter.
    void replace(const std::string& text) {
        press(KeyPress{.key = Key::character, .character = U'a', .ctrl = true});
        type(text);
        press(Key::enter);
    }

    /// Alt and the section's digit, as a person goes there.
    void go(PrepareSection section) {
        KeyPress key{.key = Key::digit, .alt = true};
        key.digit = static_cast<int>(section) + 1;
        press(key);
        REQUIRE(state.section == section);
    }

    /// Tab after Tab, until the widget has the focus.
    void tab_to(const std::string& id) {
        for (int i = 0; i < 600 && focus.id != id; ++i) press(Key::tab);
        REQUIRE(focus.id == id);
    }

    void enter_on(const std::string& id) {
        tab_to(id);
        press(Key::enter);
    }

    void mouse_to(const std::string& id) {
        const auto* item = map.find(id);
        REQUIRE(item != nullptr);
        ImGui::GetIO().MousePos = ImVec2(item->rect.centre().x, item->rect.centre().y);
        frame();
    }
    void mouse_button(bool down) {
        ImGui::GetIO().MouseDown[0] = down;
        frame();
    }

    cafe::Session session;
    base::Stamp now;
    bool open = true;
    app::Access access = app::Access::writable;
    gui::PrepareState state{};
    gui::Focus focus{};
    gui::UiMap map{};
    std::vector<app::Command> asked{};
    std::vector<cafe::Reason> refused{};

private:
    ImGuiContext* m_context;
    std::optional<gui::FontBook> m_fonts{};
    app::Snapshot m_snapshot{};
    gui::Words m_words{};
    gui::Drag m_drag{};
    std::vector<KeyPress> m_keys{};
    int m_next_id = 0;
};

const cafe::Participant* person_called(const cafe::Session& session, std::string_view name) {
    const auto found = std::find_if(session.participants.begin(), session.participants.end(),
                                    [&](const auto& person) { return person.name == name; });
    return found == session.participants.end() ? nullptr : &*found;
}

} // namespace

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

TEST_CASE("prepare: people are typed line by line, and wrong lines stay in the box") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.people.paste");
    panel.type("Léa Œuvrard; LE HANGAR BLEU");
    panel.press({.key = Key::enter, .shift = true});
    panel.type("; La Filature");
    panel.press({.key = Key::enter, .shift = true});
    panel.type("Tom Été; Le Mas neuf; tiers-lieu");
    CHECK(panel.session.participants.size() == 30);
    panel.press(Key::enter);
    REQUIRE(panel.session.participants.size() == 32);
    REQUIRE(person_called(panel.session, "Léa Œuvrard") != nullptr);
    CHECK(person_called(panel.session, "Léa Œuvrard")->organisation == cafe::OrganisationId{"o-1"});
    CHECK(panel.session.organisations.size() == 9);
    CHECK(panel.session.organisations.back().kind == cafe::OrganisationKind::third_place);
    CHECK(panel.state.people_lines == "; La Filature");
    CHECK(panel.map.find("prepare.people.wrong.1") != nullptr);
}

TEST_CASE("prepare: a person's name, organisation, roles and kind are changed in the table") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.person.2.name");
    panel.replace("Bruna Castell");
    panel.tab_to("prepare.person.2.organisation");
    panel.replace("la serre commune");
    panel.enter_on("prepare.person.2.kind");
    panel.enter_on("prepare.person.2.roles");
    panel.enter_on("prepare.person.2.role.host");
    const auto& person = panel.session.participants[1];
    CHECK(person.name == "Bruna Castell");
    CHECK(person.organisation == cafe::OrganisationId{"o-5"});
    CHECK(person.roles == std::vector{cafe::Role::host});
    CHECK(cafe::find(panel.session, person.organisation)->kind == cafe::OrganisationKind::support);
    CHECK(panel.session.organisations.size() == 8);
}

TEST_CASE("prepare: a person is removed by a key, and the visible undo brings them back") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.person.1.name");
    panel.alt(Key::del);
    CHECK(panel.session.participants.size() == 29);
    panel.enter_on("prepare.undo");
    REQUIRE(panel.session.participants.size() == 30);
    CHECK(panel.session.participants[0].name == "Aïcha Benali");
    CHECK(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    panel.enter_on("prepare.redo");
    CHECK(panel.session.participants.size() == 29);
}

TEST_CASE("prepare: the filter finds by name and organisation, accents aside") {
    Panel panel;
    panel.go(PrepareSection::people);
    panel.tab_to("prepare.people.filter");
    panel.type("celine");
    panel.frame();
    CHECK(panel.map.find("prepare.person.3.name") != nullptr);
    CHECK(panel.map.find("prepare.person.1.name") == nullptr);
}

TEST_CASE("prepare: Alt and an arrow take a person to the next group and out of it") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.member.1");
    panel.alt(Key::right);
    REQUIRE(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Cyprès");
    CHECK(panel.focus.id == "prepare.member.1");
    panel.alt(Key::left);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Mimosas");
    panel.alt(Key::del);
    CHECK(cafe::group_of(panel.session, {"p-1"}) == nullptr);
    CHECK(panel.map.find("prepare.hint.people_unplaced.fix") != nullptr);
}

TEST_CASE("prepare: a person is dragged from one group to another") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.mouse_to("prepare.member.1");
    panel.mouse_button(true);
    panel.mouse_to("prepare.member.4");
    panel.mouse_button(false);
    panel.frame();
    REQUIRE(cafe::group_of(panel.session, {"p-1"}) != nullptr);
    CHECK(cafe::group_of(panel.session, {"p-1"})->name == "Lauriers");
}

TEST_CASE("prepare: groups are renamed, and dealing is asked of the shell") {
    Panel panel;
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.group.1");
    panel.replace("Câpriers");
    CHECK(panel.session.groups[0].name == "Câpriers");
    panel.enter_on("prepare.groups.count.minus");
    panel.enter_on("prepare.groups.deal");
    REQUIRE(panel.asked.size() == 1);
    const auto* deal = std::get_if<app::DealGroups>(&panel.asked[0]);
    REQUIRE(deal != nullptr);
    CHECK(deal->groups == 5);
    CHECK(deal->dealing == app::Dealing::afresh);
}

TEST_CASE("prepare: where nobody is named, a number of people fills the groups evenly") {
    Panel panel;
    panel.session.participants.clear();
    panel.session.groups.clear();
    panel.session.ideas = {};
    panel.go(PrepareSection::groups);
    panel.tab_to("prepare.groups.people");
    panel.replace("31");
    REQUIRE(panel.session.groups.size() == 6);
    CHECK(panel.session.groups[0].count == 6);
    CHECK(panel.session.groups[5].count == 5);
    CHECK(panel.session.groups[0].name == "Mimosas");
}

TEST_CASE("prepare: a step's length moves the clock times of those after it") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    REQUIRE(panel.map.find("prepare.step.2")->value == "9:30");
    panel.tab_to("prepare.step.1.planned");
    panel.replace("45");
    CHECK(panel.session.agenda[0].planned == minutes{45});
    panel.frame();
    CHECK(panel.map.find("prepare.step.2")->value == "9:45");
    panel.tab_to("prepare.step.1.minimum");
    panel.replace("2 h");
    CHECK(panel.session.agenda[0].minimum == minutes{45});
    panel.tab_to("prepare.step.1.planned");
    panel.replace("vite");
    CHECK(panel.session.agenda[0].planned == minutes{45});
    CHECK(panel.state.unread.text == "vite");
}

TEST_CASE("prepare: steps are added, changed in kind, moved and removed by keys") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    panel.enter_on("prepare.step.add");
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda[11].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.12");
    panel.alt(Key::up);
    CHECK(panel.session.agenda[10].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.11");
    panel.enter_on("prepare.step.11.kind");
    panel.enter_on("prepare.step.11.kind.plenary");
    CHECK(panel.session.agenda[10].kind == cafe::StepKind::plenary);
    panel.tab_to("prepare.step.11");
    panel.alt(Key::del);
    CHECK(panel.session.agenda.size() == 11);
}

TEST_CASE("prepare: Alt and Enter on a step add one after it") {
    Panel panel;
    panel.go(PrepareSection::agenda);
    panel.tab_to("prepare.step.3.title");
    panel.alt(Key::enter);
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda[3].kind == cafe::StepKind::pause);
    CHECK(panel.focus.id == "prepare.step.4");
}

TEST_CASE("prepare: a step is never added before the one that runs") {
    Panel panel;
    panel.now = tests::set_moment(panel.session, {.step = 5});
    panel.go(PrepareSection::agenda);
    panel.tab_to("prepare.step.2.title");
    panel.alt(Key::enter);
    panel.enter_on("prepare.step.add.break");
    REQUIRE(panel.session.agenda.size() == 12);
    CHECK(panel.session.agenda.back().kind == cafe::StepKind::pause);
    CHECK(panel.refused.empty());
}

TEST_CASE("prepare: while the morning runs, the past is fixed but for its titles") {
    Panel panel;
    panel.now = tests::set_moment(panel.session, {.step = 5});
    panel.go(PrepareSection::agenda);
    CHECK_FALSE(panel.map.find("prepare.step.4.planned")->enabled);
    CHECK(panel.map.find("prepare.step.4.title")->enabled);
    CHECK(panel.map.find("prepare.step.6.planned")->enabled);
    CHECK(panel.map.find("prepare.step.6.remove") == nullptr);
    CHECK(panel.map.find("prepare.step.8.remove")->enabled);
    panel.tab_to("prepare.step.8.planned");
    panel.replace("25");
    CHECK(panel.session.agenda[7].planned == minutes{25});
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

TEST_CASE("prepare: missing rounds come with their travel, before what ends the morning") {
    Panel panel;
    std::erase_if(panel.session.agenda, [](const auto& step) {
        return step.kind == cafe::StepKind::travel || (step.kind == cafe::StepKind::round && step.title != "Tour 1");
    });
    panel.go(PrepareSection::agenda);
    panel.enter_on("prepare.hint.rounds_under_questions.fix");
    CHECK(cafe::round_count(panel.session) == 3);
    CHECK(panel.session.agenda[4].kind == cafe::StepKind::travel);
    CHECK(panel.session.agenda[5].kind == cafe::StepKind::round);
    CHECK(panel.session.agenda.back().kind == cafe::StepKind::follow_up);
    CHECK(panel.map.find("prepare.hint.rounds_under_questions") == nullptr);
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
