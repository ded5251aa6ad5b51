#include "app/suggestions.hpp"

#include "app/running.hpp"

#include <algorithm>
#include <set>

using namespace ronde;
using tests::MemoryDisk;
using tests::Running;

namespace {

constexpr std::array texts{"Ouvrir la cuisine le midi aux voisins",
                           "La cuisine, ouverte le midi pour les voisins",
                           "Une cuisine partagée entre associations",
                           "Louer la cuisine aux traiteurs",
                           "Un prix libre, avec le prix juste affiché",
                           "Afficher un prix solidaire",
                           "Le prix libre fait peur aux nouveaux",
                           "Inviter la mairie à dîner",
                           "Demander à la mairie un bail de neuf ans",
                           "La mairie prête ses chaises",
                           "Planter des arbres"};

cafe::Session with_ideas() {
    support::SmallCafe small;
    for (std::size_t i = 0; i < texts.size(); ++i) small.note("i" + std::to_string(i), texts[i]);
    return small.session;
}

std::vector<app::Suggestion> of_kind(const app::Suggestions& all, app::Suggestion::Kind kind) {
    std::vector<app::Suggestion> found;
    std::ranges::copy_if(all.list, std::back_inserter(found), [&](const auto& one) { return one.kind == kind; });
    return found;
}

app::Suggestions found_in(const cafe::Session& session) {
    auto found = app::suggest(session, [] { return false; });
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("suggestions: every one has its reason in words of the ideas, and a key of its own") {
    const app::Suggestions all = found_in(with_ideas());
    CHECK(all.seq == with_ideas().seq);
    REQUIRE_FALSE(all.list.empty());
    std::set<std::string> keys;
    for (const app::Suggestion& one : all.list) {
        INFO(one.key);
        CHECK_FALSE(one.shared.empty());
        CHECK_FALSE(one.title.empty());
        CHECK(one.ideas.size() >= 2);
        CHECK(keys.insert(one.key).second);
    }
}

TEST_CASE("suggestions: two ideas that say the same are found, and ideas of one subject make a theme") {
    const app::Suggestions all = found_in(with_ideas());
    const auto pairs = of_kind(all, app::Suggestion::Kind::same);
    REQUIRE_FALSE(pairs.empty());
    CHECK(pairs.front().key == "same:i0:i1");
    const auto themes = of_kind(all, app::Suggestion::Kind::theme);
    REQUIRE_FALSE(themes.empty());
    CHECK(std::ranges::any_of(themes, [](const app::Suggestion& theme) {
        return std::ranges::find(theme.shared, "cuisine") != theme.shared.end();
    }));
}

TEST_CASE("suggestions: what is sorted is suggested no more, neither as a theme nor as a pair of one theme") {
    cafe::Session session = with_ideas();
    cafe::Theme theme{.id = {"h"}, .title = "Cuisine"};
    for (const std::size_t i : {0U, 1U, 2U, 3U}) theme.ideas.push_back({"i" + std::to_string(i)});
    session.harvest.themes.push_back(theme);
    const app::Suggestions all = found_in(session);
    for (const app::Suggestion& one : of_kind(all, app::Suggestion::Kind::theme))
        for (const cafe::IdeaId& id : one.ideas) CHECK(std::ranges::find(theme.ideas, id) == theme.ideas.end());
    for (const app::Suggestion& one : all.list) CHECK(one.key != "same:i0:i1");
}

TEST_CASE("suggestions: alike notes make a chain of pairs, one less than there are notes") {
    support::SmallCafe small;
    for (int i = 0; i < 28; ++i) small.note("n" + std::to_string(100 + i), "Baisser le loyer des petites salles");
    const auto pairs = of_kind(found_in(small.session), app::Suggestion::Kind::same);
    REQUIRE(pairs.size() == 27);
    for (std::size_t i = 0; i < pairs.size(); ++i)
        CHECK(pairs[i].ideas ==
              std::vector<cafe::IdeaId>{{"n" + std::to_string(100 + i)}, {"n" + std::to_string(101 + i)}});
}

TEST_CASE("suggestions: a chain that was put away does not come back by other pairs") {
    support::SmallCafe small;
    for (int i = 0; i < 5; ++i) small.note("n" + std::to_string(i), "Baisser le loyer des petites salles");
    cafe::Session session = small.session;
    for (const app::Suggestion& one : of_kind(found_in(session), app::Suggestion::Kind::same))
        session.harvest.plan.dismissed.push_back(one.key);
    const auto& away = session.harvest.plan.dismissed;
    REQUIRE(away.size() == 4);
    for (const app::Suggestion& one : of_kind(found_in(session), app::Suggestion::Kind::same))
        CHECK(std::ranges::find(away, one.key) != away.end());
}

TEST_CASE("suggestions: a note alike to two of one theme is brought to one of them") {
    support::SmallCafe small;
    for (int i = 0; i < 3; ++i) small.note("n" + std::to_string(i), "Baisser le loyer des petites salles");
    cafe::Session session = small.session;
    session.harvest.themes.push_back({.id = {"h"}, .title = "Loyer", .ideas = {{"n0"}, {"n1"}}});
    const auto pairs = of_kind(found_in(session), app::Suggestion::Kind::same);
    REQUIRE(pairs.size() == 1);
    CHECK(pairs.front().key == "same:n1:n2");
}

TEST_CASE("suggestions: a search that is told to stop finds nothing") {
    CHECK_FALSE(app::suggest(with_ideas(), [] { return true; }));
}

TEST_CASE("running café: suggestions are shown with the seq that they were made from") {
    MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file([](cafe::Session& session) { session = with_ideas(); }));
    Running running(disk);
    running.open();
    CHECK(running.now().suggestions == nullptr);
    CHECK(running.cafe.carry_out(app::SuggestThemes{}));
    CHECK(running.now().suggesting);
    running.cafe.tick();
    REQUIRE(running.now().suggestions != nullptr);
    CHECK(running.now().suggestions->seq == running.session().seq);
    CHECK_FALSE(running.now().suggestions->list.empty());
    CHECK_FALSE(running.now().suggesting);
}

TEST_CASE("running café: suggestions for a café that has changed since are dropped, and can be asked for again") {
    MemoryDisk disk;
    disk.put(tests::cafe_path, tests::small_file([](cafe::Session& session) { session = with_ideas(); }));
    Running running(disk);
    running.open();
    CHECK(running.cafe.carry_out(app::SuggestThemes{}));
    REQUIRE_FALSE(running.note("late", "Une idée de plus"));
    running.cafe.tick();
    CHECK(running.now().suggestions == nullptr);
    CHECK_FALSE(running.now().suggesting);
    CHECK(running.cafe.carry_out(app::SuggestThemes{}));
    running.cafe.tick();
    REQUIRE(running.now().suggestions != nullptr);
    CHECK(running.now().suggestions->seq == running.session().seq);
}
