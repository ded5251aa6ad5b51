// The stage where each person has a route: everybody finds their table, in every picture, whatever their number.

#include "app/seating_plan.hpp"
#include "gui/stage_bench.hpp"

using namespace ronde;
using std::chrono::minutes;
using std::chrono::seconds;
using tests::seen_on_all_pages;
using tests::Size;
using tests::sizes;
using tests::Stage;

namespace {

constexpr std::size_t travel = 4; ///< between the first two rounds

/// The sample café with so many people at three questions, a route for each.
cafe::Session routes_for(std::size_t people, std::size_t tables_a_question) {
    using tests::sample::numbered;
    cafe::Session session = tests::sample_session();
    const auto sample = session.participants;
    session.participants.clear();
    for (std::size_t i = 0; i < people; ++i) {
        cafe::Participant person = sample[i % sample.size()];
        person.id = {numbered("p-", i + 1)};
        if (i >= sample.size()) person.name += " " + std::string(1, static_cast<char>('A' + i / sample.size()));
        session.participants.push_back(std::move(person));
    }
    session.ideas = {};
    session.groups.clear();
    session.tables.clear();
    for (std::size_t t = 0; t < 3 * tables_a_question; ++t)
        session.tables.push_back(
            {.id = {numbered("t-", t + 1)}, .question = {numbered("q-", t / tables_a_question + 1)}});
    session.seating_rules.grouping = cafe::Grouping::mixed;
    session.seating = {};
    session.timer = {};
    session.seating = app::plan_seating(session, {.iterations = 2'000});
    return session;
}

} // namespace

TEST_CASE("stage: thirty people see their names by table, on one page, where the picture is wide") {
    const cafe::Session session = routes_for(30, 2);
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, session, {travel, seconds{90}});
        const auto seen = seen_on_all_pages(stage);
        for (std::size_t p = 1; p <= 30; ++p) CHECK(seen.contains("stage.person." + std::to_string(p)));
        if (size.height > size.width) continue; // upright there is no room for six tables: people stand by letter
        CHECK(stage.state.pages == 1);
        for (std::size_t t = 1; t <= 6; ++t) CHECK(seen.contains("stage.table." + std::to_string(t)));
    }
}

TEST_CASE("stage: three hundred people find themselves by letter, each on some page with their table") {
    const cafe::Session session = routes_for(300, 20);
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, session, {travel, seconds{90}});
        const auto seen = seen_on_all_pages(stage);
        CHECK(stage.state.pages > 1);
        CHECK(seen.contains("stage.letters"));
        for (std::size_t p = 1; p <= 300; ++p) CHECK(seen.contains("stage.person." + std::to_string(p) + ".table"));
    }
}

TEST_CASE("stage: very long names wrap or shorten, and none is cut") {
    cafe::Session session = routes_for(60, 4);
    for (cafe::Participant& person : session.participants)
        person.name = "Marie-Antoinette " + person.name + " de la Tour";
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, session, {travel, seconds{90}});
        const auto seen = seen_on_all_pages(stage);
        for (std::size_t p = 1; p <= 60; ++p) CHECK(seen.contains("stage.person." + std::to_string(p)));
    }
}

TEST_CASE("stage: two whom a shortened name would not tell apart keep their whole names") {
    cafe::Session session = routes_for(300, 20);
    session.participants[0].name = "Anne-Marie Bonaventure-Delacroix";
    session.participants[1].name = "Anne-Marie Bourguignon-Delarivière";
    Stage stage({800, 600}, session, {travel, seconds{90}});
    std::string first;
    std::string second;
    double at = 0;
    for (std::size_t page = 0; page == 0 || page < stage.state.pages; ++page) {
        at += stage.draw(at) + 0.01;
        if (const gui::UiItem* one = stage.find("stage.person.1")) first = one->label;
        if (const gui::UiItem* other = stage.find("stage.person.2")) second = other->label;
    }
    CHECK_FALSE(first.empty());
    CHECK_FALSE(second.empty());
    CHECK(first != second);
}

TEST_CASE("stage: the words for É come with those for E") {
    cafe::Session session = routes_for(300, 20);
    Stage stage({1920, 1080}, session, {travel, seconds{90}});
    stage.draw();
    const gui::UiItem* letters = stage.find("stage.letters");
    REQUIRE(letters != nullptr);
    CHECK(letters->label.starts_with("A"));
    CHECK(stage.find("stage.person.27") != nullptr); // Àngel
}

TEST_CASE("stage: at a table the host stands first and says so, then the others by name, accents aside") {
    for (const std::size_t tables : {std::size_t{1}, std::size_t{2}}) {
        cafe::Session session = routes_for(tables == 1 ? 12 : 30, tables);
        auto& people = session.participants;
        const auto at_table = cafe::people_at(session, 2, {"t-1"});
        REQUIRE(at_table.size() > 3);
        const auto person = [&](std::size_t place) {
            return std::ranges::find(people, at_table[place], &cafe::Participant::id);
        };
        person(0)->name = "Zoé Prade";
        person(1)->name = "Œdipe Roux";
        person(2)->name = "Odile Sala";
        person(3)->name = "Élodie Vidal";
        session.seating.hosts = {at_table[0]};
        Stage stage({1920, 1080}, session, {travel, seconds{90}});
        stage.draw();
        const auto row = [&](std::size_t place) {
            const auto* item = stage.find("stage.person." + std::to_string(person(place) - people.begin() + 1));
            REQUIRE(item != nullptr);
            return item;
        };
        CHECK(row(0)->label == "Zoé Prade · hôte");
        CHECK(row(0)->rect.y < row(3)->rect.y);
        CHECK(row(3)->rect.y < row(2)->rect.y); // Élodie, Odile, Œdipe
        CHECK(row(2)->rect.y < row(1)->rect.y);
        CHECK(row(1)->label == "Œdipe Roux");
    }
}

TEST_CASE("stage: hosts who take turns are marked in their rounds only") {
    cafe::Session session = routes_for(30, 2);
    const auto keeper = cafe::people_at(session, 2, {"t-1"}).front();
    const auto place = std::ranges::find(session.participants, keeper, &cafe::Participant::id);
    const std::string id = "stage.person." + std::to_string(place - session.participants.begin() + 1);
    session.seating.hosts = {keeper};
    session.seating.host_spans = {{.person = keeper, .table = {"t-1"}, .first_round = 2, .last_round = 2}};
    Stage stage({1920, 1080}, session, {travel, seconds{90}});
    stage.draw();
    CHECK(stage.find(id)->label == place->name + " · hôte");
    stage.set({travel + 2, seconds{90}}); // to the third round
    stage.draw();
    CHECK(stage.find(id)->label == place->name);
}

TEST_CASE("stage: by letter a host keeps the place of their name, and is marked there too") {
    cafe::Session session = routes_for(300, 20);
    session.seating.hosts = {session.participants[26].id}; // Àngel
    Stage stage({1920, 1080}, session, {travel, seconds{90}});
    stage.draw();
    REQUIRE(stage.find("stage.person.27") != nullptr);
    CHECK(stage.find("stage.person.27")->label.ends_with(" · hôte"));
}

TEST_CASE("stage: a round that no travel leads to begins with everybody finding their table") {
    Stage stage({1920, 1080}, routes_for(30, 2), {3, minutes{20} - seconds{10}});
    stage.draw();
    CHECK(stage.find("stage.person.1") != nullptr);
    CHECK(stage.find("stage.timer") != nullptr);
    CHECK(stage.find("stage.state")->label == "Tour 1 sur 3");
    stage.set({3, minutes{20} - seconds{100}});
    stage.draw();
    CHECK(stage.find("stage.person.1") == nullptr);
    CHECK(stage.find("stage.question.1") != nullptr);
    // The travel before the second round has shown it already.
    stage.set({5, minutes{20} - seconds{10}});
    stage.draw();
    CHECK(stage.find("stage.person.1") == nullptr);
}

TEST_CASE("stage: under each question of a round stand its tables, where there is room for them") {
    cafe::Session session = routes_for(30, 2);
    for (const Size size : {Size{1280, 720}, Size{1920, 1080}, Size{3840, 2160}}) {
        INFO(size.width << "x" << size.height);
        Stage stage(size, session, {5, minutes{10}});
        const auto seen = seen_on_all_pages(stage);
        CHECK(stage.state.pages == 1);
        for (std::size_t t = 1; t <= 6; ++t) REQUIRE(seen.contains("stage.table." + std::to_string(t)));
        const auto top = [&](const char* id) { return stage.find(id)->rect.y; };
        CHECK(top("stage.question.1") < top("stage.table.1"));
        CHECK(top("stage.table.2") < top("stage.question.2"));
        CHECK(top("stage.question.3") < top("stage.table.5"));
    }
    for (const Size size : sizes) {
        INFO(size.width << "x" << size.height);
        for (cafe::Question& question : session.questions)
            question.text = "Une question bien longue, qui prend à elle seule plus d’une ligne de la scène, et qui "
                            "n’en finit pas de demander ce que chacun en pense ?";
        Stage stage(size, session, {5, minutes{10}});
        static_cast<void>(seen_on_all_pages(stage));
    }
    Stage crowded({800, 600}, routes_for(300, 20), {5, minutes{10}});
    CHECK_FALSE(seen_on_all_pages(crowded).contains("stage.table.1"));
    CHECK(crowded.state.pages == 1);
}

TEST_CASE("stage: where the room takes one question a round, the round shows that one") {
    cafe::Session session = routes_for(30, 2);
    session.seating_rules.style = cafe::SeatingStyle::successive;
    Stage stage({1920, 1080}, session, {5, minutes{10}});
    stage.draw();
    CHECK(stage.find("stage.question.2") != nullptr);
    CHECK(stage.find("stage.question.1") == nullptr);
}
