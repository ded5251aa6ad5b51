#include "platform/walk.hpp"

#include "compat/catch.hpp"
#include "support/sample_session.hpp"

#include <set>
#include <string>

using namespace ronde;

TEST_CASE("walk: the opening exchange is shown in each of its views before the next step") {
    cafe::Session session = tests::sample_session();
    std::ignore = tests::set_moment(session, {1, std::chrono::minutes{12}});
    for (const auto view :
         {cafe::OpeningView::by_agreement, cafe::OpeningView::by_dissent, cafe::OpeningView::furthest}) {
        const cafe::Deed deed = platform::next_deed(session);
        REQUIRE(std::holds_alternative<cafe::ShowOpening>(deed));
        CHECK(std::get<cafe::ShowOpening>(deed).view == view);
        session.stage.opening = view;
        CHECK(platform::view_of_step(session) == base::name_of(view));
    }
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
    session.opening.mode = cafe::OpeningMode::by_hands;
    session.stage.opening = cafe::OpeningView::by_dissent;
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
}

TEST_CASE("walk: the welcome has one view") {
    cafe::Session session = tests::sample_session();
    std::ignore = tests::set_moment(session, {0, std::chrono::minutes{12}});
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
    CHECK(platform::view_of_step(session).empty());
}

TEST_CASE("walk: harvest, plenary and follow-up are shown in each of their views") {
    cafe::Session session = tests::sample_session();
    session.harvest.themes = {{.id = {"h-1"}, .title = "Partager"}};
    session.harvest.plan.turns = {{.table = session.tables.front().id}};
    session.follow_up.introductions = {{}};
    const auto at = [&](cafe::StepKind kind) {
        session.stage = {};
        session.agenda = {{.id = {"s-1"}, .kind = kind, .planned = std::chrono::minutes{5}}};
        std::ignore = tests::set_moment(session, {0, std::chrono::minutes{4}});
    };
    at(cafe::StepKind::harvest);
    for (const auto projection : {cafe::Projection::wall, cafe::Projection::themes, cafe::Projection::theme}) {
        const cafe::Deed deed = platform::next_deed(session);
        REQUIRE(std::holds_alternative<cafe::Project>(deed));
        CHECK(std::get<cafe::Project>(deed).projection == projection);
        session.stage.projection = projection;
        CHECK(platform::view_of_step(session) == base::name_of(projection));
    }
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
    at(cafe::StepKind::plenary);
    REQUIRE(std::holds_alternative<cafe::GiveWord>(platform::next_deed(session)));
    session.stage.speaking.table = session.tables.front().id;
    CHECK(platform::view_of_step(session) == "speaking");
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
    at(cafe::StepKind::follow_up);
    REQUIRE(std::holds_alternative<cafe::ShowFollowUp>(platform::next_deed(session)));
    session.stage.follow_up = cafe::FollowUpView::introductions;
    CHECK(platform::view_of_step(session) == "introductions");
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
}

TEST_CASE("walk: before the start the control window shows every section of Préparer") {
    cafe::Session session = tests::sample_session();
    std::ignore = tests::set_moment(session, {0, {}, cafe::ClockState::idle});
    platform::Walker walker;
    std::set<std::string> seen;
    double now = 0;
    do {
        seen.insert(std::string(walker.sight(session).word));
    } while (walker.look(&session, true, now++) == platform::Walker::Step::wait && now < 100);
    CHECK(seen.size() == gui::prepare_section_count);
    CHECK(now < 100);
}
