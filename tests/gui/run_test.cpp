// Animer, worked with the mouse and the keyboard without a screen: what counts is the deed that leaves it.

#include "gui/run.hpp"

#include "compat/catch.hpp"
#include "gui/apart.hpp"
#include "gui/catalogue.hpp"
#include "gui/null_window.hpp"
#include "support/sample_session.hpp"

#include <algorithm>
#include <tuple>

using namespace ronde;
using gui::Key;
using std::chrono::minutes;
using std::chrono::seconds;

namespace {

class Panel {
public:
    explicit Panel(float width = 1440, float height = 844, float unit = 1) : m_window(width, height) {
        m_window.unit = unit;
        m_window.words = tests::catalogue("fr");
        set({5, seconds{744}});
    }

    void set(const tests::SampleMoment& moment) { set_now(tests::set_moment(session, moment)); }
    void set_now(const base::Stamp& now) {
        m_snapshot.session = &session;
        m_snapshot.now = now;
        m_snapshot.timer = cafe::read_timer(session, now);
    }
    void frame() { m_window.frame(m_draw); }
    void click(std::string_view id) {
        frame();
        m_window.click(id, m_draw);
    }
    void press(char32_t character) {
        m_window.press({.character = character});
        frame();
        frame();
    }
    void type_and_enter(std::string_view text) { m_window.type_and_press(text, Key::enter, m_draw); }
    /// The frame with the characters and their keys.
    void type(std::string_view text) {
        m_window.type(text);
        frame();
    }
    [[nodiscard]] const gui::UiItem* find(std::string_view id) const { return m_window.find(id); }
    [[nodiscard]] const std::vector<gui::UiItem>& items() const { return m_window.map.items(); }
    [[nodiscard]] gui::Rect rect() const { return m_window.rect(); }
    [[nodiscard]] const std::string& focus() const { return m_window.focus.id; }

    /// The only deed so far, taken out.
    template <class Deed>
    [[nodiscard]] std::optional<Deed> took() {
        if (deeds.size() != 1 || !std::holds_alternative<Deed>(deeds.front())) return std::nullopt;
        Deed deed = std::get<Deed>(deeds.front());
        deeds.clear();
        return deed;
    }

    cafe::Session session = tests::sample_session();
    gui::RunState state{};
    std::vector<cafe::Deed> deeds{};
    std::optional<cafe::Rejected> refusal{};
    app::Access access = app::Access::writable;

private:
    tests::NullWindow m_window;
    app::Snapshot m_snapshot{};
    gui::Dispatch m_dispatch{.act =
                                 [this](cafe::Deed deed) {
                                     deeds.push_back(std::move(deed));
                                     return refusal;
                                 },
                             .ask = [](const app::Command&) {},
                             .new_id = [](std::string_view prefix) { return std::string(prefix) + "-1"; }};
    tests::NullWindow::Draw m_draw = [this](gui::Ui& ui) {
        m_snapshot.access = access;
        const gui::View view{.app = m_snapshot};
        gui::begin_frame(ui);
        gui::draw_run(ui, m_window.rect(), view, state, m_dispatch);
        gui::end_frame(ui);
    };
};

} // namespace

TEST_CASE("run: each button asks for its deed") {
    Panel panel;
    panel.click("run.pause");
    CHECK(panel.took<cafe::Pause>());
    panel.click("run.plus");
    CHECK(panel.took<cafe::Adjust>() == cafe::Adjust{minutes{1}});
    panel.click("run.minus");
    CHECK(panel.took<cafe::Adjust>() == cafe::Adjust{-minutes{1}});
    panel.click("run.next");
    CHECK(panel.took<cafe::Next>());
    panel.click("run.back");
    CHECK(panel.took<cafe::Back>());
    panel.click("run.black");
    CHECK(panel.took<cafe::SetScreen>() == cafe::SetScreen{cafe::Screen::black});
}

TEST_CASE("run: a paused clock offers to go on, a black screen to show again") {
    Panel panel;
    panel.set({5, seconds{744}, cafe::ClockState::paused});
    panel.session.stage.screen = cafe::Screen::black;
    panel.frame();
    CHECK(panel.find("run.pause") == nullptr);
    panel.click("run.start");
    CHECK(panel.took<cafe::Start>());
    panel.click("run.black");
    CHECK(panel.took<cafe::SetScreen>() == cafe::SetScreen{cafe::Screen::shown});
}

TEST_CASE("run: a café that is only read cannot be worked") {
    Panel panel;
    panel.access = app::Access::held_elsewhere;
    panel.click("run.pause");
    panel.click("run.next");
    CHECK(panel.deeds.empty());
    CHECK_FALSE(panel.find("run.pause")->enabled);
}

TEST_CASE("run: a message leaves with Enter, stays typed when refused, and can be taken off") {
    Panel panel;
    panel.click("run.message");
    panel.refusal = cafe::Rejected{cafe::Reason::bad_text};
    panel.type_and_enter("Café dans 5 min");
    CHECK(panel.took<cafe::ShowMessage>() == cafe::ShowMessage{"Café dans 5 min"});
    CHECK(panel.state.message == "Café dans 5 min");
    panel.refusal.reset();
    panel.click("run.message");
    panel.type_and_enter("");
    CHECK(panel.took<cafe::ShowMessage>() == cafe::ShowMessage{"Café dans 5 min"});
    CHECK(panel.state.message.empty());
    CHECK(panel.focus().empty()); // the keys are the clock's again

    panel.frame();
    CHECK(panel.find("run.message_off") == nullptr);
    panel.session.stage.message = "Café dans 5 min";
    panel.frame();
    CHECK(panel.find("run.message_on")->value == "Café dans 5 min");
    panel.click("run.message_off");
    CHECK(panel.took<cafe::ShowMessage>() == cafe::ShowMessage{});
}

TEST_CASE("run: catching up shows what it would do, and does it only when told to") {
    Panel panel;
    panel.set({5, seconds{744}, cafe::ClockState::running, minutes{6}});
    panel.frame();
    REQUIRE(panel.find("run.catch_up") != nullptr);
    CHECK(panel.find("run.late")->label.starts_with("6"));
    panel.click("run.catch_up");
    panel.frame();
    REQUIRE(panel.find("run.catch_up_question.text") != nullptr);
    CHECK(panel.find("run.catch_up_question.text")->label.find("Tour 3") != std::string::npos);
    CHECK(panel.deeds.empty());
    panel.click("run.catch_up_question.no");
    CHECK(panel.deeds.empty());
    CHECK(panel.state.asking == gui::RunQuestion::none);
    panel.frame();
    panel.click("run.catch_up");
    panel.click("run.catch_up_question.yes");
    CHECK(panel.took<cafe::CatchUp>());
}

TEST_CASE("run: catching up, planned lengths, the way back to the start and the message's end have letters") {
    Panel panel;
    panel.set({5, seconds{744}, cafe::ClockState::running, minutes{6}});
    panel.press(U'r');
    CHECK(panel.state.asking == gui::RunQuestion::catch_up);
    panel.press(U'r'); // what is asked has the keyboard
    panel.click("run.catch_up_question.no");
    CHECK(panel.deeds.empty());

    panel.press(U'l');
    CHECK(panel.deeds.empty()); // every step has its planned length
    panel.session.timer.runs.push_back({.step = panel.session.agenda[7].id, .allotted = minutes{12}});
    panel.press(U'L');
    CHECK(panel.took<cafe::RestoreLengths>());

    panel.press(U'o');
    CHECK(panel.deeds.empty()); // no message is shown
    panel.session.stage.message = "Café dans 5 min";
    panel.press(U'o');
    CHECK(panel.took<cafe::ShowMessage>() == cafe::ShowMessage{});

    panel.press(U'a');
    CHECK(panel.state.asking == gui::RunQuestion::none); // the clock runs
    panel.set({5, seconds{744}, cafe::ClockState::paused});
    panel.press(U'a');
    CHECK(panel.state.asking == gui::RunQuestion::rewind);
    panel.click("run.rewind_question.yes");
    CHECK(panel.took<cafe::Rewind>());
}

TEST_CASE("run: letters that are keys are only letters while somebody types, and nothing in a café that is read") {
    Panel panel;
    panel.set({5, seconds{744}, cafe::ClockState::running, minutes{6}});
    panel.session.stage.message = "Café dans 5 min";
    panel.click("run.message");
    panel.frame();
    panel.type("alors, on y retourne");
    CHECK(panel.state.message == "alors, on y retourne");
    CHECK(panel.deeds.empty());
    CHECK(panel.state.asking == gui::RunQuestion::none);
    Panel read;
    read.access = app::Access::held_elsewhere;
    read.set({5, seconds{744}, cafe::ClockState::running, minutes{6}});
    read.session.stage.message = "Café dans 5 min";
    read.press(U'o');
    read.press(U'r');
    CHECK(read.deeds.empty());
    CHECK(read.state.asking == gui::RunQuestion::none);
}

TEST_CASE("run: two minutes before the end the clock says so for some seconds") {
    Panel panel;
    panel.set({5, seconds{118}});
    panel.frame();
    CHECK(panel.find("run.timer.words")->label == "encore deux minutes");
    panel.set({5, seconds{109}});
    panel.frame();
    CHECK(panel.find("run.timer.words")->label.starts_with("fin à"));
    panel.set({1, seconds{118}}); // the clock over the opening's grid
    panel.frame();
    CHECK(panel.find("run.timer.words")->label == "encore deux minutes");
}

TEST_CASE("run: on time there is nothing to catch up") {
    Panel panel;
    panel.frame();
    CHECK(panel.find("run.catch_up") == nullptr);
}

TEST_CASE("run: past the planned start an idle clock is pointed out") {
    Panel panel;
    panel.set({0, {}, cafe::ClockState::idle});
    panel.frame();
    CHECK(panel.find("run.title")->label.find("9:00") != std::string::npos);
    panel.set_now(tests::sample_stamp(minutes{4}));
    panel.frame();
    CHECK(panel.find("run.title")->label.find("9:04") != std::string::npos);
    CHECK(panel.find("run.title")->label.find("9:00") != std::string::npos);
}

TEST_CASE("run: a café without a date has no planned start, of 1970 or any other year") {
    Panel panel;
    panel.set({0, {}, cafe::ClockState::idle});
    panel.session.identity.starts_at = {};
    panel.frame();
    CHECK(panel.find("run.title")->label == "Pas encore commencé");
}

TEST_CASE("run: a table that has noted nothing for more than five minutes of a running round is pointed out") {
    Panel panel;
    panel.session.ideas = {};
    panel.set({5, minutes{16}});
    panel.frame();
    CHECK(panel.find("run.table.1")->label.find("pas encore") != std::string::npos);
    panel.set({5, minutes{13}});
    panel.frame();
    CHECK(panel.find("run.table.1")->label.find("aucune note depuis 7") != std::string::npos);
    panel.set({5, minutes{13}, cafe::ClockState::paused});
    panel.frame();
    CHECK(panel.find("run.table.1")->label.find("aucune note depuis") == std::string::npos);
}

TEST_CASE("run: everything to press stays within a small window, with twenty-four tables too") {
    // The smallest window shows 1000 by 644 units of it. Step 10 is the follow-up, which has panels of its own.
    for (const auto& [width, height, step] :
         {std::tuple{1024.0F, 584.0F, 5}, {1440.0F, 844.0F, 5}, {1000.0F, 644.0F, 5}, {1000.0F, 644.0F, 9}}) {
        Panel panel(width, height);
        panel.set({static_cast<std::size_t>(step), minutes{10}});
        for (std::size_t i = panel.session.tables.size(); i < 24; ++i)
            panel.session.tables.push_back({.id = {tests::sample::numbered("t-", i + 1)}, .question = {"q-1"}});
        panel.session.stage.message = "Un message à la salle, assez long pour ne pas tenir sur une ligne étroite";
        panel.frame();
        panel.frame();
        std::vector<const gui::UiItem*> buttons;
        for (const gui::UiItem& item : panel.items()) {
            if (item.role != "button" && item.role != "input") continue;
            if (item.id.starts_with("follow_up.")) continue; // they scroll
            INFO(width << "x" << height << ' ' << item.id);
            CHECK(item.rect.x >= 0);
            CHECK(item.rect.right() <= panel.rect().right() + 1);
            CHECK(item.rect.bottom() <= panel.rect().bottom() + 1);
            for (const gui::UiItem* other : buttons) {
                INFO("over " << other->id);
                const bool apart = item.rect.x >= other->rect.right() - 1 || other->rect.x >= item.rect.right() - 1 ||
                                   item.rect.y >= other->rect.bottom() - 1 || other->rect.y >= item.rect.bottom() - 1;
                CHECK(apart);
            }
            buttons.push_back(&item);
        }
        CHECK(buttons.size() >= 7);
    }
}

TEST_CASE("run: in larger letters all that matters is in sight, and nothing lies over anything") {
    for (const auto& [width, height, unit] :
         {std::tuple{1280.0F, 720.0F, 1.4F}, {1280.0F, 744.0F, 1.1F}, {1024.0F, 644.0F, 1.0F}, {1440.0F, 844.0F, 1.4F}})
        for (const std::size_t step : {std::size_t{3}, std::size_t{4}, std::size_t{5}, std::size_t{8}}) {
            INFO(width << "x" << height << " * " << unit << ", step " << step);
            Panel panel(width, height, unit);
            panel.session.seating.companies.resize(3); // there are places to be shown
            panel.set({step, seconds{40}});
            panel.frame();
            panel.frame();
            CHECK(tests::not_apart(panel.items(), panel.rect()) == "");
            REQUIRE(panel.find("run.black"));
            REQUIRE(panel.find("run.message"));
            const gui::UiItem* heading = panel.find("run.heading.tables");
            for (const char* way : {"run.presence", "run.seats"})
                if (const gui::UiItem* button = panel.find(way); button && heading)
                    CHECK(heading->rect.right() <= button->rect.x + 1);
            CHECK(panel.find("run.presence"));
        }
}

TEST_CASE("run: one minute less, the pause and one minute more stand in one row") {
    for (const auto& [width, height, unit] :
         {std::tuple{1280.0F, 744.0F, 1.0F}, {1024.0F, 644.0F, 1.0F}, {1280.0F, 720.0F, 1.4F}})
        for (const std::size_t step : {std::size_t{5}, std::size_t{10}}) {
            if (step == 10 && unit > 1) continue; // its column is too narrow for three
            INFO(width << "x" << height << " * " << unit << ", step " << step);
            Panel panel(width, height, unit);
            panel.set({step, -seconds{90}});
            panel.frame();
            panel.frame();
            CHECK(panel.find("run.minus")->rect.y == panel.find("run.pause")->rect.y);
            CHECK(panel.find("run.plus")->rect.y == panel.find("run.pause")->rect.y);
        }
}

TEST_CASE("run: a small clock says under its ring what has no room in it, a large one in it") {
    Panel small(1280, 744);
    small.set({10, -seconds{90}});
    small.frame();
    const gui::Rect digits = small.find("run.timer")->rect;
    const gui::Rect words = small.find("run.timer.words")->rect;
    const float diameter = digits.w / 0.82F;
    CHECK(words.y >= digits.centre().y + diameter / 2);
    CHECK(words.h < 30); // one line

    Panel large;
    large.set({5, -seconds{90}});
    large.frame();
    const gui::Rect round = large.find("run.timer")->rect;
    CHECK(large.find("run.timer.words")->rect.bottom() < round.centre().y + round.w / 0.82F / 2);
}

TEST_CASE("run: the black screen's button keeps its place from step to step") {
    for (const float width : {1440.0F, 1280.0F, 1160.0F, 1024.0F}) {
        float y = 0;
        for (const std::size_t step :
             {std::size_t{3}, std::size_t{4}, std::size_t{5}, std::size_t{7}, std::size_t{8}}) {
            INFO(width << ", step " << step);
            Panel panel(width, width == 1024 ? 644.0F : 744.0F);
            panel.set({step, minutes{1}});
            panel.frame();
            const float now = panel.find("run.black")->rect.y;
            if (y > 0) CHECK(now == y);
            y = now;
        }
    }
}

TEST_CASE("run: during the opening exchange the screen can be made black, and it is said that it is") {
    for (const auto& [width, height] : {std::pair{1440.0F, 844.0F}, {1280.0F, 744.0F}, {1024.0F, 644.0F}}) {
        INFO(width);
        Panel panel(width, height);
        panel.set({1, minutes{10}});
        panel.click("run.black");
        CHECK(panel.took<cafe::SetScreen>() == cafe::SetScreen{cafe::Screen::black});
        panel.session.stage.screen = cafe::Screen::black;
        panel.frame();
        CHECK(panel.find("run.black")->value == "on");
        CHECK(panel.find("run.presence"));
    }
    Panel panel;
    panel.set({1, minutes{10}});
    panel.session.stage.screen = cafe::Screen::black;
    panel.frame();
    REQUIRE(panel.find("run.stage"));
    CHECK(panel.find("run.stage")->label == "Écran noir");
}

TEST_CASE("run: an hour late is said in hours") {
    Panel panel;
    panel.set({5, seconds{744}, cafe::ClockState::running, minutes{189}});
    panel.frame();
    CHECK(panel.find("run.late")->label == "3\u00a0h\u00a009 de retard");
    panel.press(U'r');
    CHECK(panel.find("run.catch_up_question.text")->label.starts_with("3\u00a0h\u00a009 de retard."));
}
