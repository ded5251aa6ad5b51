#include "app/template_content.hpp"

#include "compat/catch.hpp"
#include "support/random_cafe.hpp"
#include "support/sample_session.hpp"

#include <rapidcheck.h>

using namespace ronde;

TEST_CASE("template: how a café is held is kept, who came and what was said is not") {
    cafe::Session session = tests::sample_session();
    session.opening.mode = cafe::OpeningMode::by_hands;
    session.opening_record.hands.push_back({.component = {"c-1"}, .essential = 3});
    session.harvest.plan.dots_per_person = 5;
    session.harvest.themes.push_back({.id = {"th-1"}, .title = "Argent"});
    const cafe::Session kept = app::template_of(session, "template-1");
    CHECK(kept.id.value == "template-1");
    CHECK(kept.identity.title == session.identity.title);
    CHECK(kept.identity.notice.empty());
    CHECK(kept.opening == session.opening);
    CHECK(kept.questions == session.questions);
    CHECK(kept.tables == session.tables);
    CHECK(kept.agenda == session.agenda);
    CHECK(kept.harvest.plan.dots_per_person == 5);
    CHECK(kept.opening_record == cafe::OpeningRecord{});
    CHECK(kept.participants.empty());
    CHECK(kept.organisations.empty());
    CHECK(kept.groups.empty());
    CHECK(kept.ideas.empty());
    CHECK(kept.harvest.themes.empty());
}

TEST_CASE("template: of any café, it makes a café that holds together") {
    REQUIRE(rc::check("template_of a random café is sound", [](std::uint64_t seed) {
        support::RandomCafe random{seed};
        for (int i = 0; i < 200; ++i) (void)random.step_on();
        const cafe::Session kept = app::template_of(random.session(), "t");
        const auto wrong = cafe::unsound_parts(kept);
        if (!wrong.empty()) RC_FAIL(wrong.front());
        cafe::Session made;
        RC_ASSERT(cafe::update(made, {random.clock().now(), cafe::CreateSession{kept}}).has_value());
    }));
}
