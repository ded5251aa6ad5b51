#include "cafe/update.hpp"

#include "compat/catch.hpp"
#include "support/random_cafe.hpp"
#include "support/small_cafe.hpp"

#include <map>
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
