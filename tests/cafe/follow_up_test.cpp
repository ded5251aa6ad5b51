#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using cafe::Reason;

namespace {

cafe::PutCommitment commit(std::string id, std::string what, std::string by_when = {}) {
    return {{.id = {std::move(id)}, .what = std::move(what), .by_when = std::move(by_when)}};
}

} // namespace

TEST_CASE("follow-up: commitments are added at the end, replaced where their id is known, and removed") {
    support::SmallCafe small;
    REQUIRE_FALSE(small.act(commit("e1", "  Une fête ")));
    REQUIRE_FALSE(small.act(commit("e2", "Un bail", "2024-02-29")));
    REQUIRE_FALSE(small.act(commit("e1", "Une grande fête")));
    const auto& commitments = small.session.follow_up.commitments;
    REQUIRE(commitments.size() == 2);
    CHECK(commitments[0].what == "Une grande fête");
    CHECK(commitments[1].by_when == "2024-02-29");
    REQUIRE_FALSE(small.act(cafe::RemoveCommitment{{"e1"}}));
    CHECK(commitments.size() == 1);
    CHECK(cafe::unsound_parts(small.session).empty());
}

TEST_CASE("follow-up: what makes no sense is refused and leaves no trace") {
    support::SmallCafe small;
    const cafe::Session before = small.session;
    CHECK(small.act(commit("", "Une fête")) == Reason::unknown_id);
    CHECK(small.act(commit("e1", "   ")) == Reason::bad_text);
    CHECK(small.act(commit("e1", "Une fête", "2023-02-29")) == Reason::bad_value);
    CHECK(small.act(commit("e1", "Une fête", "demain")) == Reason::bad_value);
    CHECK(small.act(cafe::PutCommitment{{.id = {"e1"}, .what = "Une fête", .from = {"i9"}}}) == Reason::unknown_id);
    CHECK(small.act(cafe::RemoveCommitment{{"e1"}}) == Reason::unknown_id);
    CHECK(small.act(cafe::SetNextMeeting{{.length = std::chrono::hours{25}}}) == Reason::bad_value);
    CHECK(small.act(cafe::RuleOnMatch{{{"o1"}, {"o2"}, "a", "b"}}) == Reason::unknown_id);
    CHECK(small.act(cafe::SetIntroductions{{{{"p1a"}, {"p1a"}}}}) == Reason::bad_value);
    CHECK(small.act(cafe::SetIntroductions{{{{"p1a"}, {"p1b"}}, {{"p1a"}, {"p2a"}}, {{"p1a"}, {"p3a"}}}}) ==
          Reason::bad_value);
    CHECK(small.session == before);
}

TEST_CASE("follow-up: everything of it is undone, the latest first") {
    support::SmallCafe small;
    REQUIRE_FALSE(
        small.act(cafe::PutPeople{.organisations = {{.id = {"o1"}, .name = "A"}, {.id = {"o2"}, .name = "B"}}}));
    const cafe::FollowUp before = small.session.follow_up;
    REQUIRE_FALSE(small.act(commit("e1", "Une fête")));
    const cafe::FollowUp with_commitment = small.session.follow_up;
    REQUIRE_FALSE(small.act(cafe::SetNextMeeting{{.title = "Encore", .at = small.clock.now().wall}}));
    REQUIRE_FALSE(small.act(cafe::RuleOnMatch{{{"o1"}, {"o2"}, "un four", "du pain", cafe::Ruling::accepted}}));
    REQUIRE_FALSE(small.act(cafe::RuleOnMatch{{{"o1"}, {"o2"}, "un four", "du pain", cafe::Ruling::dismissed}}));
    REQUIRE(small.session.follow_up.complementarities.size() == 1);
    REQUIRE_FALSE(small.act(cafe::SetIntroductions{{{{"p1a"}, {"p2a"}, cafe::IntroductionReason::theme, "pain"}}}));
    for (int i = 0; i < 4; ++i) REQUIRE_FALSE(small.act(cafe::Undo{std::string(cafe::follow_up_scope)}));
    CHECK(small.session.follow_up == with_commitment);
    REQUIRE_FALSE(small.act(cafe::Undo{std::string(cafe::follow_up_scope)}));
    CHECK(small.session.follow_up == before);
    CHECK(small.act(cafe::Undo{std::string(cafe::follow_up_scope)}) == Reason::nothing_to_undo);
    REQUIRE_FALSE(small.act(cafe::Redo{std::string(cafe::follow_up_scope)}));
    CHECK(small.session.follow_up == with_commitment);
}
