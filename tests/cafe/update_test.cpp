#include "cafe/update.hpp"

#include "compat/catch.hpp"
#include "support/random_cafe.hpp"
#include "support/small_cafe.hpp"

#include <functional>
#include <map>
#include <random>
#include <rapidcheck.h>

using namespace ronde;
using support::RandomCafe;

TEST_CASE("update: nothing happens before there is a session, and it is created once") {
    cafe::Session session;
    const base::Stamp now = support::FakeClock{}.now();
    CHECK(cafe::update(session, {now, cafe::Start{}}).error().reason == cafe::Reason::no_session);
    auto content = support::small_content();
    content.groups[0].members.push_back({"nobody"});
    CHECK(cafe::update(session, {now, cafe::CreateSession{content}}).error().reason == cafe::Reason::unsound);
    CHECK(session == cafe::Session{});
    REQUIRE(cafe::update(session, {now, cafe::CreateSession{support::small_content()}}));
    CHECK(session.seq == 1);
    CHECK(cafe::update(session, {now, cafe::CreateSession{support::small_content()}}).error().reason ==
          cafe::Reason::session_exists);
}

TEST_CASE("update: a message and the black screen, within their bounds") {
    support::SmallCafe cafe;
    REQUIRE_FALSE(cafe.act(cafe::ShowMessage{" On reprend dans cinq minutes "}));
    CHECK(cafe.session.stage.message == "On reprend dans cinq minutes");
    CHECK(cafe.act(cafe::ShowMessage{std::string(281, 'x')}) == cafe::Reason::bad_text);
    REQUIRE_FALSE(cafe.act(cafe::SetScreen{cafe::Screen::black}));
    CHECK(cafe.session.stage.screen == cafe::Screen::black);
}

TEST_CASE("update: identity and opening are checked, and undone") {
    support::SmallCafe cafe;
    auto identity = cafe.session.identity;
    identity.time_zone = "Europe/Peyrestortes";
    CHECK(cafe.act(cafe::EditIdentity{identity}) == cafe::Reason::bad_value);
    identity.time_zone = "Europe/Madrid";
    identity.language = "ca";
    CHECK(cafe.act(cafe::EditIdentity{identity}) == cafe::Reason::bad_value);
    identity.language = "en";
    REQUIRE_FALSE(cafe.act(cafe::EditIdentity{identity}));
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{{"Essentiel ?", {{{"c-1"}, "Utilité sociale"}}}}));
    CHECK(cafe.act(cafe::EditOpening{{"", std::vector<cafe::Component>(31)}}) == cafe::Reason::bad_value);
    CHECK(cafe.act(cafe::EditOpening{{"", {{{"c"}, "a"}, {{"c"}, "b"}}}}) == cafe::Reason::duplicate_id);
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(cafe.session.identity.language == "fr");
    CHECK(cafe.session.opening == cafe::Opening{});
}

TEST_CASE("update: whatever happens, the session holds together, and a refusal leaves no trace") {
    std::map<std::string_view, int> accepted;
    const bool ok = rc::check("invariants under random actions", [&](std::uint64_t seed) {
        RandomCafe random{seed};
        for (int i = 0; i < 150; ++i) {
            const cafe::Session before = random.session();
            const auto outcome = random.step_on();
            const cafe::Session& after = random.session();
            if (outcome) {
                ++accepted[cafe::name_of(random.accepted().back().deed)];
                RC_ASSERT(after.seq == before.seq + 1);
                const auto wrong = cafe::unsound_parts(after);
                if (!wrong.empty())
                    RC_FAIL(wrong.front() + " after " + std::string{cafe::name_of(random.accepted().back().deed)});
            } else {
                RC_ASSERT(after == before);
            }
        }
    });
    REQUIRE(ok);
    CHECK(accepted.size() ==
          std::variant_size_v<cafe::DeedKinds> - 1); // every deed but CreateSession was accepted somewhere
}

TEST_CASE("update: replaying the accepted actions makes the same session") {
    REQUIRE(rc::check("replay is the identity", [](std::uint64_t seed) {
        RandomCafe random{seed};
        for (int i = 0; i < 200; ++i) (void)random.step_on();
        cafe::Session replayed;
        for (const cafe::Action& action : random.accepted()) RC_ASSERT(cafe::update(replayed, action).has_value());
        RC_ASSERT(replayed == random.session());
    }));
}

TEST_CASE("update: undoing all that a scope did brings its content back, and redoing brings it forth again") {
    REQUIRE(rc::check("undo and redo are inverse", [](std::uint64_t seed) {
        RandomCafe random{seed};
        for (int i = 0; i < 60; ++i) (void)random.step_on();
        cafe::Session session = random.session();
        const base::Stamp now = random.clock().now();
        const std::string scope{cafe::prepare_scope};
        const auto content = [](const cafe::Session& s) {
            return std::tuple{s.identity,  s.opening, s.organisations, s.participants,
                              s.questions, s.tables,  s.groups,        s.agenda};
        };
        const auto before = content(session);
        int undone = 0;
        while (cafe::update(session, {now, cafe::Undo{scope}})) ++undone;
        for (int i = 0; i < undone; ++i) RC_ASSERT(cafe::update(session, {now, cafe::Redo{scope}}).has_value());
        RC_ASSERT(content(session) == before);
    }));
}

namespace {

/// What undo brings back.
auto content_of(const cafe::Session& s) {
    return std::tuple{s.identity, s.opening, s.opening_record, s.organisations, s.participants,  s.questions,
                      s.tables,   s.groups,  s.agenda,         s.follow_up,     s.seating_rules, s.harvest};
}

cafe::Deed opening_deed(std::mt19937_64& random) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
    const cafe::ComponentId component{"c-" + std::to_string(1 + below(2))};
    if (below(3) == 0) return cafe::CountHands{{component, below(3), below(3), below(3)}};
    return cafe::AnswerOpening{{{"u" + std::to_string(1 + below(3))},
                                component,
                                static_cast<cafe::Answer>(below(4)),
                                below(2) == 0 ? "parce que" : ""}};
}

cafe::Deed follow_up_deed(std::mt19937_64& random) {
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<std::uint64_t>(n)); };
    const cafe::CommitmentId commitment{"k" + std::to_string(below(3))};
    const auto organisation = [&] { return cafe::OrganisationId{"u" + std::to_string(1 + below(3))}; };
    switch (below(5)) {
    case 0: return cafe::PutCommitment{{.id = commitment, .what = "Fait " + std::to_string(below(9))}};
    case 1: return cafe::RemoveCommitment{commitment};
    case 2: return cafe::SetNextMeeting{{.title = std::to_string(below(9))}};
    case 3: return cafe::RuleOnMatch{{organisation(), organisation(), "un four", "du pain", cafe::Ruling(below(2))}};
    default:
        return cafe::SetIntroductions{{{{"v1"}, {"v2"}, cafe::IntroductionReason::theme, std::to_string(below(9))}}};
    }
}

/// Much happens to the café, which then has places and components to speak of.
void fill(RandomCafe& random) {
    for (int i = 0; i < 60; ++i) (void)random.step_on();
    const base::Stamp now = random.clock().now();
    (void)random.apply({now, cafe::EditOpening{{"Essentiel ?", {{{"c-1"}, "a"}, {{"c-2"}, "b"}}}}});
    (void)random.apply({now, cafe::PutPeople{{{.id = {"u1"}}, {.id = {"u2"}}, {.id = {"u3"}}},
                                             {{.id = {"v1"}, .organisation = {"u1"}}, {.id = {"v2"}}}}});
}

/// Does what is accepted of the scope, then undoes all of it: each state is one that was.
void undo_walks_back(std::string_view scope, std::uint64_t seed, const std::function<cafe::Deed(RandomCafe&)>& next,
                     int& undone) {
    RandomCafe random{seed};
    fill(random);
    std::vector past{content_of(random.session())};
    for (int i = 0; i < 60; ++i) {
        const cafe::Action action{random.clock().now(), next(random)};
        cafe::Session trial = random.session();
        const bool again =
            std::holds_alternative<cafe::Undo>(action.deed) || std::holds_alternative<cafe::Redo>(action.deed);
        if (again || !cafe::update(trial, action)) continue;
        const auto& done = trial.history.done;
        if (done.empty() || done.back().seq != trial.seq || done.back().scope != scope) continue;
        RC_ASSERT(random.apply(action).has_value());
        past.push_back(content_of(random.session()));
    }
    const base::Stamp now = random.clock().now();
    for (std::size_t at = past.size() - 1; at > 0; --at, ++undone) {
        RC_ASSERT(random.apply({now, cafe::Undo{std::string(scope)}}).has_value());
        RC_ASSERT(content_of(random.session()) == past[at - 1]);
    }
    for (std::size_t at = 1; at < past.size(); ++at) {
        RC_ASSERT(random.apply({now, cafe::Redo{std::string(scope)}}).has_value());
        RC_ASSERT(content_of(random.session()) == past[at]);
    }
}

} // namespace

TEST_CASE("update: each undo of the preparation, the opening or the follow-up brings back what was before") {
    int undone = 0;
    REQUIRE(rc::check("undoing the preparation", [&](std::uint64_t seed) {
        undo_walks_back(
            cafe::prepare_scope, seed, [](RandomCafe& random) { return random.next().deed; }, undone);
    }));
    CHECK(undone > 500);
    std::mt19937_64 random(1);
    undone = 0;
    REQUIRE(rc::check("undoing the opening", [&](std::uint64_t seed) {
        undo_walks_back(
            cafe::opening_scope, seed, [&](RandomCafe&) { return opening_deed(random); }, undone);
    }));
    CHECK(undone > 500);
    undone = 0;
    REQUIRE(rc::check("undoing the follow-up", [&](std::uint64_t seed) {
        undo_walks_back(
            cafe::follow_up_scope, seed, [&](RandomCafe&) { return follow_up_deed(random); }, undone);
    }));
    CHECK(undone > 500);
}
