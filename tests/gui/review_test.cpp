#include "gui/apart.hpp"
#include "gui/review_bench.hpp"

#include <algorithm>

using namespace ronde;
using gui::Key;
using tests::Review;

TEST_CASE("review: entering reads the folder once and opens the present café to be read") {
    Review review;
    review.frame();
    CHECK(review.bench.commands_of<app::RefreshSessions>().size() == 1);
    const auto opened = review.bench.commands_of<app::ReviewCafe>();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].file == "/s/present.json");
    CHECK(review.find("review.title")->label == "Petit Déj de l’ESS");
    gui::leave_review(review.state);
    review.frame();
    CHECK(review.bench.commands_of<app::RefreshSessions>().size() == 2);
}

TEST_CASE("review: without a café the latest session that can be read is opened") {
    Review review;
    review.bench.snapshot.file.clear();
    review.bench.snapshot.sessions.erase(review.bench.snapshot.sessions.begin());
    const auto draw = [&](gui::Ui& ui) {
        gui::begin_frame(ui);
        gui::View view = review.bench.view();
        review.bench.snapshot.session = nullptr;
        gui::draw_review(ui, review.bench.window.rect(), view, review.state, review.bench.dispatch());
        gui::end_frame(ui);
    };
    review.bench.window.frame(draw);
    CHECK(review.find("review.choose"));
    const auto opened = review.bench.commands_of<app::ReviewCafe>();
    REQUIRE(opened.size() == 1);
    CHECK(opened[0].file == "/s/hiver.json");
}

TEST_CASE("review: choosing a session that cannot be read says why, and another brings the ideas back") {
    Review review;
    review.bench.snapshot.sessions[2].error = base::Error{.message = "not JSON"};
    review.frame();
    CHECK_FALSE(review.find("review.broken"));
    review.click("review.session.3");
    REQUIRE(review.find("review.broken"));
    CHECK(review.find("review.broken")->label.find("not JSON") != std::string::npos);
    CHECK(review.find("review.broken")->label.find("/s/abime.json") != std::string::npos);
    CHECK(review.find("review.session.3")->value == "selected");
    CHECK(review.find("review.session.1")->value.empty());
    CHECK(review.shown().empty());
    review.click("review.session.2");
    CHECK_FALSE(review.find("review.broken"));
    CHECK(review.find("review.title")->label == "Le café d’hiver");
}

TEST_CASE("review: sessions of one title are told apart by their files, and one without a date says so") {
    Review review;
    review.frame();
    CHECK(review.find("review.session.1.head")->label == "13 juin 2023");
    review.bench.snapshot.sessions[1].title = review.bench.snapshot.sessions[0].title;
    review.bench.snapshot.sessions[1].starts_at = {};
    review.frame();
    CHECK(review.find("review.session.1.head")->label.ends_with("present.json"));
    CHECK(review.find("review.session.2.head")->label.starts_with("sans date"));
    CHECK(review.find("review.session.2.head")->label.ends_with("hiver.json"));
}

TEST_CASE("review: a search without result says so, not that nothing was noted") {
    Review review;
    review.frame();
    review.search("introuvable");
    REQUIRE(review.find("review.nothing.1"));
    CHECK(review.find("review.nothing.1")->label == "Rien ici pour «\u202fintrouvable\u202f».");
}

TEST_CASE("review: the sessions are listed, and one is opened by a click, to be read") {
    Review review;
    review.frame();
    CHECK(review.find("review.session.1")->label == "Petit Déj de l’ESS");
    CHECK(review.find("review.session.2")->label == "Le café d’hiver");
    CHECK(review.find("review.session.3")->label == "abime.json");
    review.click("review.session.2");
    CHECK(review.find("review.title")->label == "Le café d’hiver");
    CHECK(review.find("review.session.2")->value == "selected");
    CHECK(review.shown().size() == 20);
    review.click("review.idea.i-3");
    for (const char32_t key : U"spemn") {
        review.bench.window.press({.character = key});
        review.frame();
    }
    CHECK(review.bench.deeds.empty());
    CHECK_FALSE(review.find("review.idea.i-3.star"));
}

TEST_CASE("review: a file that cannot be read is listed and not opened") {
    Review review;
    review.frame();
    const auto before = review.bench.commands.size();
    review.click("review.session.3");
    CHECK(review.bench.commands.size() == before);
    CHECK(review.find("review.broken"));
}

TEST_CASE("review: by question, by round, by table and in order of time, every idea is there") {
    Review review(1920, 1000);
    review.frame();
    CHECK(review.find("review.by_question")->value == "selected");
    CHECK(review.shown().size() == 20);
    review.columns_go_by([](const cafe::Idea& a, const cafe::Idea& b) { return a.question == b.question; });
    const float first = review.find("review.idea.i-1")->rect.x;
    CHECK(review.find("review.idea.i-3")->rect.x > first);

    review.click("review.by_round");
    CHECK(review.find("review.by_round")->value == "selected");
    CHECK(review.shown().size() == 20);
    review.columns_go_by([](const cafe::Idea& a, const cafe::Idea& b) { return a.round == b.round; });
    CHECK(review.find("review.idea.i-13")->rect.x > review.find("review.idea.i-1")->rect.x);

    review.click("review.by_table");
    CHECK(review.shown().size() == 20);
    review.columns_go_by([](const cafe::Idea& a, const cafe::Idea& b) { return a.table == b.table; });
    CHECK(review.find("review.idea.i-2")->rect.x > review.find("review.idea.i-1")->rect.x);

    review.click("review.in_time");
    std::vector<std::string> in_time;
    for (const cafe::Idea& idea : review.reviewed.session.ideas) in_time.push_back(idea.id.value);
    CHECK(review.shown() == in_time);
    for (std::size_t i = 1; i < in_time.size(); ++i)
        CHECK(review.find("review.idea." + in_time[i])->rect.y > review.find("review.idea." + in_time[i - 1])->rect.y);
}

TEST_CASE("review: order of time goes by the time, not by the order in the file") {
    Review review;
    auto& session = review.files["/s/present.json"];
    cafe::Idea early = session.ideas.back();
    early.at = session.ideas.front().at - std::chrono::hours{1};
    session.ideas.replace(early);
    review.frame();
    review.click("review.in_time");
    CHECK(review.shown().front() == early.id.value);
}

TEST_CASE("review: by theme, an idea stands under each of its themes, and the unsorted ones come last") {
    Review review(1920, 1000);
    auto& session = review.files["/s/present.json"];
    session.harvest.themes = {{.id = {"h-1"}, .title = "Les murs", .ideas = {{"i-5"}, {"i-2"}}, .votes = 3},
                              {.id = {"h-2"}, .title = "Les élus", .ideas = {{"i-5"}, {"i-9"}}, .votes = 7}};
    review.frame();
    review.click("review.by_theme");
    CHECK(review.find("review.by_theme")->value == "selected");
    const auto left = [&](const char* id) {
        REQUIRE(review.find(id));
        return review.find(id)->rect.x;
    };
    CHECK(left("review.idea.i-2.h-1") == left("review.idea.i-5.h-1"));
    CHECK(left("review.idea.i-9.h-2") == left("review.idea.i-5.h-2"));
    CHECK(left("review.idea.i-5.h-2") < left("review.idea.i-5.h-1")); // by their votes, as the room saw them
    CHECK(left("review.idea.i-5.h-1") < left("review.idea.i-1"));
    CHECK_FALSE(review.find("review.idea.i-5")); // it is sorted
    CHECK(review.shown().size() == 21);          // each of the twenty, one of them twice
}

TEST_CASE("review: what was agreed is an order of its own: commitments, the next date, matches, introductions") {
    Review review;
    review.frame();
    review.click("review.follow_up");
    CHECK(review.find("review.nothing_agreed"));
    auto& follow_up = review.reviewed.session.follow_up;
    follow_up.commitments = {{.id = {"e-2"}, .what = "Une fête", .who = "Zoé Amiel"},
                             {.id = {"e-1"}, .what = "Un bail"}};
    follow_up.next.at = tests::sample_start();
    follow_up.complementarities = {
        {.giver = {"o-1"}, .taker = {"o-2"}, .offer = "Un four", .need = "Du pain", .ruling = cafe::Ruling::accepted},
        {.giver = {"o-2"}, .taker = {"o-1"}, .offer = "Non", .need = "Rien", .ruling = cafe::Ruling::dismissed}};
    follow_up.introductions = {{.first = {"p-1"}, .second = {"p-9"}, .about = "Les prix"}};
    review.frame();
    CHECK_FALSE(review.find("review.nothing_agreed"));
    CHECK_FALSE(review.find("review.search")); // there are no ideas to look through here
    const auto top = [&](const char* id) {
        REQUIRE(review.find(id));
        return review.find(id)->rect.y;
    };
    CHECK(top("review.commitment.e-2") < top("review.commitment.e-1")); // as they stand in the session
    CHECK(review.find("review.next"));
    CHECK(review.find("review.match.1"));
    CHECK_FALSE(review.find("review.match.2")); // what was put away stays away
    CHECK(review.find("review.introduction.1"));
    review.click("review.by_question");
    CHECK(review.shown().size() == 20);
}

TEST_CASE("review: the search leaves accents and case aside, in every order") {
    Review review;
    review.frame();
    review.click("review.search");
    review.bench.window.type("hôpital");
    review.frame();
    CHECK(review.shown() == std::vector<std::string>{"i-20"});
    for (const char* order :
         {"review.by_round", "review.by_table", "review.by_theme", "review.in_time", "review.by_question"}) {
        review.search("HOPITAL");
        review.click(order);
        CHECK(review.shown() == std::vector<std::string>{"i-20"});
        review.search("l'oeuvre");
        review.frame();
        CHECK(review.shown() == std::vector<std::string>{"i-17"});
        review.search("licorne");
        CHECK(review.shown().empty());
    }
}

TEST_CASE("review: a copy of a café with fewer ideas is filtered by its own") {
    Review review;
    auto& copy = review.files["/s/hiver.json"];
    copy = review.bench.session; // the same id, the same last action
    while (copy.ideas.size() > 2) copy.ideas.erase(copy.ideas.back().id);
    review.frame();
    REQUIRE(review.shown().size() == 20);
    review.click("review.session.2");
    CHECK(review.shown() == std::vector<std::string>{"i-1", "i-2"});
}

TEST_CASE("review: all of it is copied, written, or opened to work in") {
    Review review;
    review.frame();
    review.click("review.session.2");
    review.click("review.copy");
    REQUIRE(review.bench.commands_of<app::CopyReport>().size() == 1);
    CHECK(review.bench.commands_of<app::CopyReport>()[0].which == app::Which::reviewed);
    review.click("review.export.md");
    REQUIRE(review.bench.commands_of<app::WriteReport>().size() == 1);
    CHECK(review.bench.commands_of<app::WriteReport>()[0].which == app::Which::reviewed);
    review.click("review.open");
    REQUIRE(review.bench.commands_of<app::OpenCafe>().size() == 1);
    CHECK(review.bench.commands_of<app::OpenCafe>()[0].file == "/s/hiver.json");
    review.click("review.session.1");
    CHECK_FALSE(review.find("review.open")); // it is open already
}

TEST_CASE("review: E, T, C and O write, copy and open, unless they are typed") {
    Review review;
    review.frame();
    review.click("review.session.2");
    review.press(U'e');
    review.press(U'T');
    const auto written = review.bench.commands_of<app::WriteReport>();
    REQUIRE(written.size() == 2);
    CHECK(written[0].form == app::DocumentForm::markdown);
    CHECK(written[1].form == app::DocumentForm::csv);
    review.press(U'c');
    CHECK(review.bench.commands_of<app::CopyReport>().size() == 1);
    review.press(U'o');
    CHECK(review.bench.commands_of<app::OpenCafe>().size() == 1);

    review.click("review.search");
    for (const char32_t letter : {U'e', U't', U'c', U'o'}) review.press(letter);
    CHECK(review.bench.commands_of<app::WriteReport>().size() == 2);
    CHECK(review.bench.commands_of<app::CopyReport>().size() == 1);
    CHECK(review.bench.commands_of<app::OpenCafe>().size() == 1);

    review.click("review.session.1"); // it is open already
    review.press(U'o');
    CHECK(review.bench.commands_of<app::OpenCafe>().size() == 1);
}

TEST_CASE("review: an empty folder says where sessions are kept") {
    Review review;
    review.bench.snapshot.sessions.clear();
    review.frame();
    REQUIRE(review.find("review.no_sessions"));
    CHECK(review.find("review.no_sessions")->label.find("/s") != std::string::npos);
}

TEST_CASE("review: a session without ideas is read without them") {
    Review review;
    review.files["/s/present.json"].ideas = {};
    review.files["/s/present.json"].questions.clear();
    review.frame();
    for (const char* order :
         {"review.by_round", "review.by_table", "review.by_theme", "review.in_time", "review.by_question"}) {
        review.click(order);
        CHECK(review.shown().empty());
    }
    CHECK_FALSE(review.find("review.timeline"));
}

TEST_CASE("review: no id stands twice and nothing is outside, from wide to narrow") {
    for (const float width : {1920.0F, 1280.0F, 1000.0F, 800.0F}) {
        INFO(width);
        Review review(width, 700);
        review.frame();
        std::vector<std::string> ids;
        for (const gui::UiItem& item : review.bench.window.map.items()) {
            ids.push_back(item.id);
            INFO(item.id);
            CHECK(item.rect.x >= 0);
            CHECK(item.rect.right() <= width);
        }
        std::ranges::sort(ids);
        CHECK(std::ranges::adjacent_find(ids) == ids.end());
    }
}

TEST_CASE("review: what the opening exchange answered is a grid, with the sentences under it") {
    Review review;
    review.frame();
    CHECK(review.find("review.opening") == nullptr);
    auto& record = review.reviewed.session.opening_record;
    record.answers = {{.organisation = {"o-2"}, .component = {"c-3"}, .answer = cafe::Answer::depends},
                      {.organisation = {"o-1"}, .component = {"c-1"}, .why = "On verra"}};
    record.hands = {{.component = {"c-2"}, .essential = 8, .depends = 2, .not_essential = 1}};
    review.frame();
    review.click("review.opening");
    REQUIRE(review.find("review.opening.2.3") != nullptr);
    CHECK(review.find("review.opening.2.3")->value == "depends");
    CHECK(review.find("review.opening.1.1")->value == "none");
    CHECK(review.find("review.opening.why.o-1.c-1")->label == "On verra");
    CHECK(review.find("review.opening.hands.2")->value == "8/2/1");
    CHECK(review.find("review.search") == nullptr);
    CHECK(review.find("review.opening.2")->label == "La Filature");
    review.reviewed.session.opening.naming = cafe::Naming::anonymous;
    review.frame();
    CHECK(review.find("review.opening.2")->label == "2");
    record = {};
    review.frame();
    CHECK(review.find("review.search") != nullptr); // nothing to read any more: back to the ideas
}

TEST_CASE("review: the ideas and answers are written as CSV too") {
    Review review;
    review.frame();
    review.click("review.export.csv");
    REQUIRE(review.bench.commands_of<app::WriteReport>().size() == 1);
    CHECK(review.bench.commands_of<app::WriteReport>()[0].form == app::DocumentForm::csv);
}

TEST_CASE("review: every order can be clicked, the opening's and what comes next too, from narrow to wide") {
    for (const float width : {1000.0F, 1024.0F, 1100.0F, 1200.0F, 1440.0F}) {
        INFO(width);
        Review review(width, 700);
        review.frame();
        review.reviewed.session.opening_record.answers = {
            {.organisation = {"o-1"}, .component = {"c-1"}, .answer = cafe::Answer::depends}};
        review.frame();
        std::vector<gui::UiItem> pressed; // the cards' own scroll
        for (const gui::UiItem& item : review.bench.window.map.items())
            if (!item.id.starts_with("review.idea.")) pressed.push_back(item);
        CHECK(tests::not_apart(pressed, review.bench.window.rect()) == "");
        review.click("review.follow_up");
        CHECK(review.state.order == gui::ReviewOrder::follow_up);
        review.click("review.opening");
        CHECK(review.state.order == gui::ReviewOrder::opening);
    }
}
