#include "platform/walk.hpp"

#include "compat/catch.hpp"
#include "support/sample_session.hpp"

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

TEST_CASE("walk: other steps have one view") {
    cafe::Session session = tests::sample_session();
    std::ignore = tests::set_moment(session, {0, std::chrono::minutes{12}});
    CHECK(std::holds_alternative<cafe::Next>(platform::next_deed(session)));
    CHECK(platform::view_of_step(session).empty());
}
