#include "cafe/ideas.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>

using namespace ronde;
using namespace std::chrono_literals;
using cafe::Reason;
using support::SmallCafe;

TEST_CASE("ideas: a note takes its question, round and group from the clock") {
    SmallCafe cafe;
    REQUIRE_FALSE(cafe.note("i0", "  avant de commencer  "));
    CHECK(cafe.session.ideas.find({"i0"})->round == 0);
    CHECK(cafe.session.ideas.find({"i0"})->text == "avant de commencer");
    CHECK(cafe.session.ideas.find({"i0"})->group.empty());

    cafe.act(cafe::Next{});
    cafe.act(cafe::Next{});
    cafe.note("i1", "Un prix affiché #prix #Prix #été", "t2");
    const cafe::Idea& first = *cafe.session.ideas.find({"i1"});
    CHECK(first.round == 1);
    CHECK(first.question.value == "q2");
    CHECK(first.group.value == "g2");
    CHECK(first.tags == std::vector<std::string>{"prix", "été"});

    cafe.act(cafe::Next{});
    cafe.note("i2", "pendant le changement", "t2");
    CHECK(cafe.session.ideas.find({"i2"})->round == 1);
    CHECK(cafe.session.ideas.find({"i2"})->group.value == "g2");

    cafe.act(cafe::Next{});
    cafe.note("i3", "au tour suivant", "t2");
    CHECK(cafe.session.ideas.find({"i3"})->round == 2);
    CHECK(cafe.session.ideas.find({"i3"})->group.value == "g1");

    REQUIRE_FALSE(cafe.act(cafe::MoveIdea{{"i2"}, {"t3"}, 2}));
    CHECK(cafe.session.ideas.find({"i2"})->question.value == "q3");
    CHECK(cafe.session.ideas.find({"i2"})->group.value == "g2");
}

TEST_CASE("ideas: a note is never refused for its time, only for what it is") {
    SmallCafe cafe;
    for (int i = 0; i < 9; ++i) {
        CHECK_FALSE(cafe.note("i" + std::to_string(i), "toujours"));
        cafe.act(cafe::Next{});
    }
    CHECK(cafe.reading().look == cafe::TimerLook::finished);
    const cafe::Session before = cafe.session;
    CHECK(cafe.note("x", "\u202f ") == Reason::bad_text);
    CHECK(cafe.note("x", "\xff") == Reason::bad_text);
    CHECK(cafe.note("x", std::string(cafe::longest_idea + 1, 'a')) == Reason::bad_text);
    CHECK(cafe.note("i1", "deux fois") == Reason::duplicate_id);
    CHECK(cafe.note("x", "nulle part", "t9") == Reason::unknown_id);
    CHECK(cafe.act(cafe::CaptureIdea{.id = {"x"}, .text = "a", .table = {"t1"}, .builds_on = {{"no"}}}) ==
          Reason::unknown_id);
    CHECK(cafe.session == before);
    CHECK_FALSE(cafe.note("x", std::string(cafe::longest_idea, 'a')));
}

TEST_CASE("ideas: undo takes back the table's last note, redo gives it again") {
    SmallCafe cafe;
    cafe.note("a", "une");
    cafe.note("b", "autre table", "t2");
    cafe.note("c", "deux");
    const auto scope = cafe::table_scope({"t1"});
    REQUIRE_FALSE(cafe.act(cafe::Undo{scope}));
    CHECK(cafe.session.ideas.find({"c"}) == nullptr);
    REQUIRE_FALSE(cafe.act(cafe::Undo{scope}));
    CHECK(cafe.session.ideas.find({"a"}) == nullptr);
    CHECK(cafe.session.ideas.find({"b"}) != nullptr);
    CHECK(cafe.act(cafe::Undo{scope}) == Reason::nothing_to_undo);
    REQUIRE_FALSE(cafe.act(cafe::Redo{scope}));
    REQUIRE_FALSE(cafe.act(cafe::Redo{scope}));
    CHECK(cafe.act(cafe::Redo{scope}) == Reason::nothing_to_undo);
    CHECK(cafe.session.ideas.find({"a"})->text == "une");
    CHECK(cafe.session.ideas.find({"c"})->text == "deux");
    REQUIRE_FALSE(cafe.act(cafe::Undo{scope}));
    cafe.note("d", "neuve");
    CHECK(cafe.act(cafe::Redo{scope}) == Reason::nothing_to_undo);
}

TEST_CASE("ideas: undo of a deletion brings back the links that others had to it") {
    SmallCafe cafe;
    cafe.note("a", "base");
    cafe.act(cafe::CaptureIdea{.id = {"b"}, .text = "suite", .table = {"t2"}, .builds_on = {{"a"}}});
    REQUIRE_FALSE(cafe.act(cafe::DeleteIdea{{"a"}}));
    CHECK(cafe.session.ideas.find({"b"})->builds_on.empty());
    REQUIRE_FALSE(cafe.act(cafe::Undo{cafe::table_scope({"t1"})}));
    CHECK(cafe.session.ideas.find({"b"})->builds_on == std::vector<cafe::IdeaId>{{"a"}});
    CHECK(cafe.session.ideas.index_of({"a"}) == 0);
}

TEST_CASE("ideas: undo is refused when something later touched or needs the same idea") {
    SmallCafe cafe;
    cafe.note("a", "base");
    const auto seq = cafe.session.seq;
    cafe.act(cafe::StarIdea{{"a"}, cafe::Star::on});
    const cafe::Session starred = cafe.session;
    CHECK(cafe.act(cafe::Undo{cafe::table_scope({"t1"})}) == Reason::touched_since);
    CHECK(cafe.session == starred);
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::harvest_scope}}));
    cafe.act(cafe::CaptureIdea{.id = {"b"}, .text = "suite", .table = {"t2"}, .builds_on = {{"a"}}});
    CHECK(cafe.act(cafe::Undo{cafe::table_scope({"t1"})}) == Reason::touched_since);
    REQUIRE_FALSE(cafe.act(cafe::Undo{cafe::table_scope({"t2"})}));
    CHECK(cafe.act(cafe::Undo{cafe::table_scope({"t1"}), seq + 1}) == Reason::touched_since);
    REQUIRE_FALSE(cafe.act(cafe::Undo{cafe::table_scope({"t1"}), seq}));
    CHECK(cafe.session.ideas.empty());
}

TEST_CASE("ideas: redo does not bring an old text back over a newer one") {
    SmallCafe cafe;
    cafe.note("a", "un");
    cafe.act(cafe::EditIdea{{"a"}, "deux", cafe::IdeaKind::idea, {}});
    cafe.act(cafe::StarIdea{{"a"}, cafe::Star::on});
    cafe.act(cafe::Undo{std::string{cafe::harvest_scope}});
    REQUIRE_FALSE(cafe.act(cafe::Undo{cafe::table_scope({"t1"})})); // the text is "un" again
    CHECK(cafe.act(cafe::Redo{std::string{cafe::harvest_scope}}) == Reason::nothing_to_undo);
    CHECK(cafe.session.ideas.find({"a"})->text == "un");
}

TEST_CASE("ideas: an edit keeps the place and says when") {
    SmallCafe cafe;
    cafe.note("a", "un");
    cafe.clock.advance(1min);
    REQUIRE_FALSE(cafe.act(cafe::EditIdea{{"a"}, "« deux » #b", cafe::IdeaKind::action, {}}));
    const cafe::Idea& idea = *cafe.session.ideas.find({"a"});
    CHECK(idea.kind == cafe::IdeaKind::action);
    CHECK(idea.tags == std::vector<std::string>{"b"});
    CHECK(idea.edited_at == cafe.clock.now().wall);
    CHECK(idea.at == cafe.clock.now().wall - 1min);
    CHECK(idea.seq == cafe.session.seq);
    CHECK(cafe.act(cafe::EditIdea{{"a"}, "x", cafe::IdeaKind::idea, {{"a"}}}) == Reason::bad_value);
}

TEST_CASE("ideas: what is not there is neither replaced nor taken out") {
    SmallCafe cafe;
    cafe.note("a", "une");
    cafe.note("b", "deux");
    auto ideas = cafe.session.ideas;
    ideas.erase({"c"});
    ideas.replace({.id = {"c"}, .text = "trois"});
    CHECK(ideas == cafe.session.ideas);
    CHECK(ideas.find({"c"}) == nullptr);
}

TEST_CASE("ideas: the list keeps its order and its look-ups as ideas come, change and go anywhere in it") {
    cafe::Ideas ideas;
    std::vector<cafe::Idea> plain; // what it should hold
    const auto text = [](int n) { return "idée " + std::to_string(n); };
    for (int n = 0; n < 60; ++n) {
        cafe::Idea idea{.id = {"i" + std::to_string(n)}, .text = text(n)};
        if (n % 3 == 1) idea.builds_on = {plain[static_cast<std::size_t>(n) / 2].id, plain.back().id};
        const auto at = static_cast<std::size_t>((n * 7) % (n + 1));
        ideas.insert(at, idea);
        plain.insert(plain.begin() + static_cast<std::ptrdiff_t>(at), idea);
    }
    const cafe::Ideas copy = ideas;
    const auto as_it_was = plain;
    std::vector<cafe::IdeaId> gone;
    for (std::size_t n = 0; n < 40; ++n) {
        const std::size_t at = (n * 11) % plain.size();
        if (n % 2 == 0) {
            plain[at].text += " changée";
            plain[at].builds_on = {plain[(at + 1) % plain.size()].id};
            ideas.replace(plain[at]);
        } else {
            gone.push_back(plain[at].id);
            ideas.erase(gone.back());
            plain.erase(plain.begin() + static_cast<std::ptrdiff_t>(at));
        }
    }
    REQUIRE(ideas.size() == plain.size());
    CHECK(std::equal(plain.begin(), plain.end(), ideas.begin(), ideas.end()));
    for (std::size_t i = 0; i < plain.size(); ++i) {
        REQUIRE(ideas.index_of(plain[i].id) == i);
        REQUIRE(*ideas.find(plain[i].id) == plain[i]);
        std::vector<cafe::IdeaId> builders;
        for (const cafe::Idea& idea : plain)
            if (std::ranges::find(idea.builds_on, plain[i].id) != idea.builds_on.end()) builders.push_back(idea.id);
        std::vector<cafe::IdeaId> told;
        for (const cafe::Idea* idea : ideas.building_on(plain[i].id)) told.push_back(idea->id);
        REQUIRE(told == builders);
    }
    for (const cafe::IdeaId& id : gone) {
        REQUIRE(ideas.find(id) == nullptr);
        REQUIRE(ideas.index_of(id) == ideas.size());
    }
    CHECK(std::equal(as_it_was.begin(), as_it_was.end(), copy.begin(), copy.end())); // a copy is a copy
    CHECK_FALSE(copy == ideas);
}
