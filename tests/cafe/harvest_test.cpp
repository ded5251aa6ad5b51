#include "cafe/harvest.hpp"

#include "cafe/harvest_reading.hpp"
#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <random>
#include <rapidcheck.h>
#include <set>

using namespace ronde;
using namespace std::chrono_literals;
using cafe::Reason;
using support::SmallCafe;

namespace {

/// The small café with six ideas.
struct Harvest : SmallCafe {
    Harvest() {
        for (int i = 1; i <= 6; ++i) note("i" + std::to_string(i), "Idée " + std::to_string(i), "t1");
    }

    std::optional<Reason> put(const std::string& id, std::vector<cafe::IdeaId> ideas, int votes = 0) {
        return act(cafe::PutThemes{{{.id = {id}, .title = "Thème " + id, .ideas = std::move(ideas), .votes = votes}}});
    }
    [[nodiscard]] const cafe::Theme& theme(const std::string& id) const {
        return *cafe::find(session, cafe::ThemeId{id});
    }
    [[nodiscard]] std::vector<std::string> order(cafe::ThemeOrder by) const {
        std::vector<std::string> ids;
        for (const cafe::Theme* theme : cafe::themes_in_order(session, by)) ids.push_back(theme->id.value);
        return ids;
    }
};

/// What the harvest says, whatever order its themes were written in.
std::set<std::string> sorted_ideas(const cafe::Session& session) {
    std::set<std::string> ids;
    for (const cafe::Theme& theme : session.harvest.themes)
        for (const cafe::Idea* idea : cafe::ideas_of(session, theme)) ids.insert(idea->id.value);
    return ids;
}

/// A harvest to which random things happen: the same seed, the same harvest.
class RandomHarvest {
public:
    explicit RandomHarvest(std::uint64_t seed) : m_random(seed) {
        for (int i = 0; i < 12; ++i) cafe.note("i" + std::to_string(i), "Idée " + std::to_string(i), "t1");
    }

    cafe::Deed next() {
        switch (below(9)) {
        case 0:
        case 1: return cafe::PutThemes{{{.id = theme(), .title = "Thème", .ideas = ideas(), .votes = below(30)}}};
        case 2: return cafe::MergeThemes{theme(), theme()};
        case 3: return cafe::MoveTheme{theme(), static_cast<std::size_t>(below(4))};
        case 4: return cafe::RemoveTheme{theme()};
        case 5: return cafe::SortIdeas{.ideas = ideas(), .into = theme(), .out_of = theme()};
        case 6: return cafe::SortIdeas{.ideas = ideas(), .into = theme()};
        case 7: return cafe::SortIdeas{.ideas = ideas(), .out_of = theme()};
        default: {
            cafe::HarvestPlan plan = cafe.session.harvest.plan;
            plan.dismissed.push_back("same:" + std::to_string(below(100)));
            return cafe::EditHarvest{plan};
        }
        }
    }
    int below(int n) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(n)); }

    SmallCafe cafe{};

private:
    cafe::ThemeId theme() { return {"h" + std::to_string(below(5))}; }
    std::vector<cafe::IdeaId> ideas() {
        std::set<int> numbers;
        for (int i = below(5); i >= 0; --i) numbers.insert(below(12));
        std::vector<cafe::IdeaId> ids;
        for (const int number : numbers) ids.push_back({"i" + std::to_string(number)});
        return ids;
    }

    std::mt19937_64 m_random;
};

} // namespace

TEST_CASE("harvest: an idea may sit in two themes, and leaves only the one that it is taken out of") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}, {"i2"}}));
    REQUIRE_FALSE(harvest.put("b", {}));
    REQUIRE_FALSE(harvest.act(cafe::SortIdeas{.ideas = {{"i1"}, {"i3"}}, .into = {"b"}}));
    CHECK(cafe::sorting_of(harvest.session).at({"i1"}) == std::vector<std::size_t>{0, 1});
    REQUIRE_FALSE(harvest.act(cafe::SortIdeas{.ideas = {{"i1"}}, .out_of = {"a"}}));
    CHECK(harvest.theme("a").ideas == std::vector<cafe::IdeaId>{{"i2"}});
    CHECK(cafe::is_sorted(harvest.session, {"i1"}));
    CHECK_FALSE(cafe::is_sorted(harvest.session, {"i4"}));
}

TEST_CASE("harvest: a theme is split by one action, and one undo makes it whole again") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}, {"i2"}, {"i3"}}, 7));
    const cafe::Harvest before = harvest.session.harvest;
    cafe::Theme rest = harvest.theme("a");
    rest.ideas = {{"i1"}};
    REQUIRE_FALSE(harvest.act(cafe::PutThemes{{rest, {.id = {"b"}, .title = "Neuf", .ideas = {{"i2"}, {"i3"}}}}}));
    CHECK(sorted_ideas(harvest.session) == std::set<std::string>{"i1", "i2", "i3"});
    CHECK(harvest.theme("a").votes == 7);
    REQUIRE_FALSE(harvest.act(cafe::Undo{std::string(cafe::harvest_scope)}));
    CHECK(harvest.session.harvest == before);
}

TEST_CASE("harvest: merged themes keep every idea once, and their votes add up") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}, {"i2"}}, 3));
    REQUIRE_FALSE(harvest.put("b", {{"i2"}, {"i3"}}, 4));
    REQUIRE_FALSE(harvest.act(cafe::MergeThemes{{"a"}, {"b"}}));
    CHECK(harvest.session.harvest.themes.size() == 1);
    CHECK(harvest.theme("b").ideas == std::vector<cafe::IdeaId>{{"i2"}, {"i3"}, {"i1"}});
    CHECK(harvest.theme("b").votes == 7);
}

TEST_CASE("harvest: a deleted idea keeps its place in a theme until it comes back") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}, {"i2"}}));
    REQUIRE_FALSE(harvest.act(cafe::DeleteIdea{{"i1"}}));
    CHECK(cafe::ideas_of(harvest.session, harvest.theme("a")).size() == 1);
    REQUIRE_FALSE(harvest.act(cafe::SortIdeas{.ideas = {{"i3"}}, .into = {"a"}}));
    REQUIRE_FALSE(harvest.act(cafe::Undo{cafe::table_scope({"t1"})}));
    CHECK(cafe::ideas_of(harvest.session, harvest.theme("a")).front()->id.value == "i1");
}

TEST_CASE(
    "harvest: themes are ranked by votes or by ideas, equals as by hand; the room sees votes once there are any") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}}));
    REQUIRE_FALSE(harvest.put("b", {{"i1"}, {"i2"}, {"i3"}}));
    REQUIRE_FALSE(harvest.put("c", {{"i4"}}));
    CHECK(cafe::room_order(harvest.session) == cafe::ThemeOrder::by_hand);
    CHECK(harvest.order(cafe::ThemeOrder::by_ideas) == std::vector<std::string>{"b", "a", "c"});
    cafe::Theme voted = harvest.theme("c");
    voted.votes = 2;
    REQUIRE_FALSE(harvest.act(cafe::PutThemes{{voted}}));
    CHECK(cafe::room_order(harvest.session) == cafe::ThemeOrder::by_votes);
    CHECK(harvest.order(cafe::ThemeOrder::by_votes) == std::vector<std::string>{"c", "a", "b"});
    CHECK(harvest.order(cafe::ThemeOrder::by_hand) == std::vector<std::string>{"a", "b", "c"});
}

TEST_CASE("harvest: what makes no sense is refused and leaves no trace") {
    Harvest harvest;
    REQUIRE_FALSE(harvest.put("a", {{"i1"}}));
    const cafe::Session before = harvest.session;
    const auto refused = [&](cafe::Deed deed) {
        const auto why = harvest.act(std::move(deed));
        REQUIRE(why);
        CHECK(harvest.session == before);
        return *why;
    };
    CHECK(refused(cafe::PutThemes{{{.id = {"b"}, .ideas = {{"nowhere"}}}}}) == Reason::unknown_id);
    CHECK(refused(cafe::PutThemes{{{.id = {"b"}, .ideas = {{"i1"}, {"i1"}}}}}) == Reason::duplicate_id);
    CHECK(refused(cafe::PutThemes{{{.id = {"b"}, .votes = -1}}}) == Reason::bad_value);
    CHECK(refused(cafe::MergeThemes{{"a"}, {"a"}}) == Reason::bad_value);
    CHECK(refused(cafe::RemoveTheme{{"b"}}) == Reason::unknown_id);
    CHECK(refused(cafe::SortIdeas{.ideas = {{"i1"}}, .into = {"b"}}) == Reason::unknown_id);
    CHECK(refused(cafe::SortIdeas{.ideas = {}, .into = {"a"}}) == Reason::bad_value);
    CHECK(refused(cafe::GiveWord{{"nowhere"}}) == Reason::unknown_id);
    CHECK(refused(cafe::EditHarvest{{.dots_per_person = 0}}) == Reason::bad_value);
}

TEST_CASE("harvest: a turn may go on naming a table that is gone, a new one may not") {
    Harvest harvest;
    auto plan = harvest.session.harvest.plan;
    plan.turns = {{.table = {"t1"}}, {.table = {"t3"}}};
    REQUIRE_FALSE(harvest.act(cafe::EditHarvest{plan}));
    REQUIRE_FALSE(harvest.act(cafe::SetTables{{harvest.session.tables[0], harvest.session.tables[1]}}));
    plan.dots_per_person = 5;
    REQUIRE_FALSE(harvest.act(cafe::EditHarvest{plan}));
    plan.turns = {{.table = {"t1"}}};
    REQUIRE_FALSE(harvest.act(cafe::EditHarvest{plan}));
    plan.turns.push_back({.table = {"t3"}});
    CHECK(harvest.act(cafe::EditHarvest{plan}) == Reason::unknown_id);
}

TEST_CASE("harvest: of five hundred themes, all can be put again, and none more") {
    Harvest harvest;
    cafe::PutThemes all;
    for (int i = 0; i < 500; ++i) all.themes.push_back({.id = {"th" + std::to_string(i)}, .title = "Thème"});
    REQUIRE_FALSE(harvest.act(all));
    for (cafe::Theme& theme : all.themes) theme.votes = 1;
    CHECK_FALSE(harvest.act(all));
    all.themes[0].id = {"another"};
    CHECK(harvest.act(all) == Reason::bad_value);
    CHECK_FALSE(harvest.put("th3", {{"i1"}}));
}

TEST_CASE("harvest: the word goes from table to table in the order of the plenary, each on a clock of its own") {
    Harvest harvest;
    cafe::HarvestPlan plan{.turn_length = 120s};
    plan.turns = {{{"t3"}, "Zoé"}, {{"t1"}, ""}};
    REQUIRE_FALSE(harvest.act(cafe::EditHarvest{plan}));
    CHECK_FALSE(cafe::turn_left(harvest.session, harvest.clock.now()));
    std::vector<std::string> spoke;
    for (int i = 0; i < 3; ++i) {
        spoke.push_back(cafe::next_to_speak(harvest.session).value);
        REQUIRE_FALSE(harvest.act(cafe::GiveWord{cafe::next_to_speak(harvest.session)}));
        CHECK(cafe::turn_left(harvest.session, harvest.clock.now()) == 120s);
        harvest.clock.advance(130s);
        CHECK(cafe::turn_left(harvest.session, harvest.clock.now()) == -10s);
    }
    CHECK(spoke == std::vector<std::string>{"t3", "t1", "t2"});
    CHECK(cafe::next_to_speak(harvest.session).empty());
    REQUIRE_FALSE(harvest.act(cafe::GiveWord{}));
    CHECK_FALSE(cafe::turn_left(harvest.session, harvest.clock.now()));
}

TEST_CASE("harvest: a table brings its starred ideas, all of them where none is starred") {
    Harvest harvest;
    CHECK(cafe::ideas_to_tell(harvest.session, {"t1"}).size() == 6);
    REQUIRE_FALSE(harvest.act(cafe::StarIdea{{"i4"}, cafe::Star::on}));
    REQUIRE(cafe::ideas_to_tell(harvest.session, {"t1"}).size() == 1);
    CHECK(cafe::ideas_to_tell(harvest.session, {"t1"}).front()->id.value == "i4");
    CHECK(cafe::ideas_to_tell(harvest.session, {"t2"}).empty());
}

TEST_CASE("harvest: who is absent or gone has no vote; where nobody is named the groups' numbers count") {
    Harvest harvest;
    CHECK(cafe::people_present(harvest.session) == 6);
    REQUIRE_FALSE(harvest.act(cafe::SetPresence{.ids = {{"p1a"}}, .presence = cafe::Presence::absent}));
    CHECK(cafe::people_present(harvest.session) == 5);
    REQUIRE_FALSE(harvest.act(cafe::SetPresence{.ids = {{"p1b"}}, .presence = cafe::Presence::here, .last_round = 1}));
    CHECK(cafe::people_present(harvest.session) == 4); // who left
    harvest.session.participants.clear();
    harvest.session.groups = {{.id = {"g"}, .count = 7}, {.id = {"h"}, .count = 4}};
    CHECK(cafe::people_present(harvest.session) == 11);
    harvest.session.participants = {{.id = {"walk-in"}}, {.id = {"seated"}}};
    CHECK(cafe::people_present(harvest.session) == 11); // who walks in is counted in their group
    harvest.session.groups.push_back({.id = {"i"}, .members = {{"seated"}}});
    CHECK(cafe::people_present(harvest.session) == 12);
}

TEST_CASE("harvest: themes never lose an idea, and undoing everything brings the same harvest back") {
    int accepted = 0;
    REQUIRE(rc::check("themes never lose an idea", [&](std::uint64_t seed) {
        RandomHarvest random{seed};
        cafe::Session& session = random.cafe.session;
        const cafe::Ideas ideas = session.ideas;
        std::vector<cafe::Harvest> past{session.harvest};
        for (int i = 0; i < 40; ++i) {
            const cafe::Deed deed = random.next();
            const std::set<std::string> sorted = sorted_ideas(session);
            const cafe::Session before = session;
            if (random.cafe.act(deed)) {
                RC_ASSERT(session == before);
                continue;
            }
            ++accepted;
            RC_ASSERT(cafe::unsound_parts(session).empty());
            RC_ASSERT(session.ideas == ideas); // sorting never touches what was said
            const std::set<std::string> now = sorted_ideas(session);
            const bool may_lose = std::holds_alternative<cafe::RemoveTheme>(deed) ||
                                  std::holds_alternative<cafe::PutThemes>(deed) ||
                                  std::holds_alternative<cafe::SortIdeas>(deed);
            if (!may_lose) RC_ASSERT(now == sorted);
            if (const auto* sort = std::get_if<cafe::SortIdeas>(&deed))
                for (const std::string& id : sorted)
                    RC_ASSERT(now.contains(id) ||
                              std::ranges::find(sort->ideas, cafe::IdeaId{id}) != sort->ideas.end());
            past.push_back(session.harvest);
        }
        const cafe::Harvest last = session.harvest;
        const std::string scope{cafe::harvest_scope};
        std::size_t undone = 0;
        for (; !random.cafe.act(cafe::Undo{scope}); ++undone)
            RC_ASSERT(session.harvest == past[past.size() - 2 - undone]);
        RC_ASSERT(undone == past.size() - 1);
        for (; undone > 0; --undone) RC_ASSERT(!random.cafe.act(cafe::Redo{scope}));
        RC_ASSERT(session.harvest == last);
    }));
    CHECK(accepted > 500);
}
