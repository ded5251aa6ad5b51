#include "cafe/opening_reading.hpp"

#include "compat/catch.hpp"
#include "support/random_cafe.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <cmath>
#include <rapidcheck.h>

using namespace ronde;
using cafe::Answer;
using cafe::OpeningView;
using cafe::Reason;

namespace {

/// The small café with four components, three third places and a funder.
struct Exchange : support::SmallCafe {
    Exchange() {
        cafe::Opening opening{.prompt = "Essentiel ?"};
        for (const char* id : {"c1", "c2", "c3", "c4"}) opening.components.push_back({.id = {id}, .text = id});
        REQUIRE_FALSE(act(cafe::EditOpening{opening}));
        cafe::PutPeople people;
        for (const char* id : {"o1", "o2", "o3"})
            people.organisations.push_back({.id = {id}, .name = id, .kind = cafe::OrganisationKind::third_place});
        people.organisations.push_back({.id = {"fund"}, .name = "fund", .kind = cafe::OrganisationKind::support});
        REQUIRE_FALSE(act(people));
    }

    /// A place's answers, a letter a component: e, d, n, or a dash for none.
    void say(const std::string& place, std::string_view answers) {
        for (std::size_t i = 0; i < answers.size(); ++i) {
            const Answer answer = answers[i] == 'e'   ? Answer::essential
                                  : answers[i] == 'd' ? Answer::depends
                                                      : Answer::not_essential;
            if (answers[i] != '-')
                REQUIRE_FALSE(act(cafe::AnswerOpening{
                    {.organisation = {place}, .component = session.opening.components[i].id, .answer = answer}}));
        }
    }
    [[nodiscard]] cafe::OpeningReading opening() const { return cafe::read_opening(session); }
};

std::vector<std::size_t> order(const std::vector<cafe::ComponentTally>& tallies, OpeningView view) {
    return cafe::order_of(tallies, view);
}

} // namespace

TEST_CASE("opening: third places are asked, and whoever else has answered") {
    Exchange cafe;
    CHECK(cafe.opening().places == std::vector<cafe::OrganisationId>{{"o1"}, {"o2"}, {"o3"}});
    CHECK(cafe::read_opening(cafe.session, cafe::Asked::everybody).places.size() == 4);
    cafe.say("fund", "e");
    CHECK(cafe.opening().places.back().value == "fund");
    cafe::PutPeople others;
    for (auto organisation : cafe.session.organisations) {
        organisation.kind = cafe::OrganisationKind::other;
        others.organisations.push_back(organisation);
    }
    REQUIRE_FALSE(cafe.act(others));
    CHECK(cafe.opening().places == std::vector<cafe::OrganisationId>{{"fund"}});
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::opening_scope}}));
    CHECK(cafe.opening().places.size() == 4);
}

TEST_CASE("opening: answers are counted by component, and who is still to answer is known") {
    Exchange cafe;
    cafe.say("o1", "eedn");
    cafe.say("o2", "en--");
    const auto reading = cafe.opening();
    CHECK(reading.tallies[0] == cafe::ComponentTally{2, 0, 0});
    CHECK(reading.tallies[1] == cafe::ComponentTally{1, 0, 1});
    CHECK(reading.tallies[2] == cafe::ComponentTally{0, 1, 0});
    CHECK(reading.at(1, 1) == Answer::not_essential);
    CHECK(reading.at(2, 0) == Answer::none);
    CHECK(reading.given == std::vector<int>{4, 2, 0});
    CHECK(cafe::places_to_ask(reading) == std::vector<std::size_t>{1, 2});
}

TEST_CASE("opening: a sentence without an answer is kept, and is no answer") {
    Exchange cafe;
    REQUIRE_FALSE(cafe.act(cafe::AnswerOpening{{.organisation = {"o1"}, .component = {"c1"}, .why = " À voir "}}));
    CHECK(cafe.opening().tallies[0].answered() == 0);
    REQUIRE(cafe::answer_of(cafe.session, {"o1"}, {"c1"}) != nullptr);
    CHECK(cafe::answer_of(cafe.session, {"o1"}, {"c1"})->why == "À voir");
    REQUIRE_FALSE(cafe.act(cafe::AnswerOpening{{.organisation = {"o1"}, .component = {"c1"}}}));
    CHECK(cafe::answer_of(cafe.session, {"o1"}, {"c1"}) == nullptr);
}

TEST_CASE("opening: hands are counted in place of answers, and nobody is lost by changing over") {
    Exchange cafe;
    cafe.say("o1", "e");
    auto opening = cafe.session.opening;
    opening.mode = cafe::OpeningMode::by_hands;
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{opening}));
    CHECK(cafe.opening().tallies[0].answered() == 0);
    REQUIRE_FALSE(cafe.act(cafe::CountHands{{{"c1"}, 12, 7, 3}}));
    CHECK(cafe.opening().tallies[0] == cafe::ComponentTally{12, 7, 3});
    CHECK(cafe::tally_of_places(cafe.opening(), 0) == cafe::ComponentTally{1, 0, 0});
    CHECK(cafe.act(cafe::CountHands{{{"c1"}, -1, 0, 0}}) == Reason::bad_value);
    CHECK(cafe.act(cafe::CountHands{{{"c9"}, 1, 0, 0}}) == Reason::unknown_id);
    opening.mode = cafe::OpeningMode::by_place;
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{opening}));
    CHECK(cafe.opening().tallies[0] == cafe::ComponentTally{1, 0, 0});
}

TEST_CASE("opening: a component that is taken out keeps its answers, and shows them when it comes back") {
    Exchange cafe;
    cafe.say("o1", "edne");
    const auto whole = cafe.session.opening;
    auto less = whole;
    less.components.erase(less.components.begin());
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{less}));
    CHECK(cafe.opening().components == 3);
    CHECK(cafe.opening().given == std::vector<int>{3, 0, 0});
    CHECK(cafe.opening().at(0, 0) == Answer::depends);
    CHECK(cafe::unsound_parts(cafe.session).empty());
    CHECK(cafe.act(cafe::AnswerOpening{{.organisation = {"o2"}, .component = {"c1"}, .answer = Answer::depends}}) ==
          Reason::unknown_id);
    REQUIRE_FALSE(cafe.act(cafe::EditOpening{whole}));
    CHECK(cafe.opening().at(0, 0) == Answer::essential);
}

TEST_CASE("opening: of two organisations that are one, the answers come together, and undo parts them again") {
    Exchange cafe;
    cafe.say("o1", "ee--");
    cafe.say("o2", "n-d-");
    const auto record = cafe.session.opening_record;
    REQUIRE_FALSE(cafe.act(cafe::MergeOrganisations{.from = {"o2"}, .into = {"o1"}}));
    const auto reading = cafe.opening();
    CHECK(reading.places == std::vector<cafe::OrganisationId>{{"o1"}, {"o3"}});
    CHECK(reading.at(0, 0) == Answer::essential); // what o1 said itself stands
    CHECK(reading.at(0, 2) == Answer::depends);
    CHECK(reading.given[0] == 3);
    CHECK(cafe::unsound_parts(cafe.session).empty());
    REQUIRE_FALSE(cafe.act(cafe::Undo{std::string{cafe::prepare_scope}}));
    CHECK(cafe.session.opening_record == record);
}

TEST_CASE("opening: agreement is the share of the commonest answer, dissent the variance") {
    CHECK(cafe::agreement({}) == 0);
    CHECK(cafe::agreement({8, 2, 1}) == 8.0 / 11);
    CHECK(cafe::agreement({0, 0, 5}) == 1);
    CHECK(cafe::dissent({}) == 0);
    CHECK(cafe::dissent({6, 0, 0}) == 0);
    CHECK(cafe::dissent({3, 0, 3}) == 0.25);
    CHECK(cafe::dissent({1, 0, 1}) == cafe::dissent({50000, 0, 50000}));
    CHECK(cafe::dissent({2, 2, 0}) < cafe::dissent({2, 0, 2})); // “it depends” lies in between
}

TEST_CASE("opening: views order the components, equal ones as they stand, unanswered ones last") {
    const std::vector<cafe::ComponentTally> tallies{{2, 2, 0}, {}, {4, 0, 0}, {2, 0, 2}, {0, 0, 4}, {0, 2, 2}};
    CHECK(order(tallies, OpeningView::live) == std::vector<std::size_t>{0, 1, 2, 3, 4, 5});
    CHECK(order(tallies, OpeningView::by_agreement) == std::vector<std::size_t>{2, 4, 0, 3, 5, 1});
    CHECK(order(tallies, OpeningView::by_dissent) == std::vector<std::size_t>{3, 0, 5, 2, 4, 1});
}

TEST_CASE("opening: the two places that differ most are those with the widest mean difference") {
    Exchange cafe;
    CHECK_FALSE(cafe::furthest_places(cafe.opening()));
    cafe.say("o1", "eeed");
    cafe.say("o2", "eedd");
    cafe.say("o3", "dnnd");
    const auto furthest = cafe::furthest_places(cafe.opening());
    REQUIRE(furthest);
    CHECK(furthest->places == std::array<std::size_t, 2>{0, 2});
    CHECK(furthest->components == std::vector<std::size_t>{1, 2, 0});
    CHECK(furthest->common == 4);
}

TEST_CASE("opening: two places that share fewer than three answers, or all of them, are no pair") {
    Exchange cafe;
    cafe.say("o1", "ee--");
    cafe.say("o2", "nn--");
    CHECK_FALSE(cafe::furthest_places(cafe.opening()));
    cafe.say("o3", "eee-");
    cafe.say("o1", "eee-");
    CHECK_FALSE(cafe::furthest_places(cafe.opening()));
    cafe.say("o2", "nnn-");
    CHECK(cafe::furthest_places(cafe.opening())->places == std::array<std::size_t, 2>{0, 1});
    cafe.say("o3", "eeee"); // as far from o2 on three, o2 has not answered the fourth
    cafe.say("o2", "nnnn");
    CHECK(cafe::furthest_places(cafe.opening())->places == std::array<std::size_t, 2>{1, 2}); // four in common
}

TEST_CASE("opening: whatever is answered, counts, orders and the furthest pair hold together") {
    REQUIRE(rc::check("readings of a random café", [](std::uint64_t seed) {
        support::RandomCafe random{seed};
        for (int i = 0; i < 250; ++i) (void)random.step_on();
        const cafe::Session& session = random.session();
        const auto reading = cafe::read_opening(session);
        RC_ASSERT(reading.answers.size() == reading.places.size() * reading.components);
        RC_ASSERT(reading.tallies.size() == session.opening.components.size());
        if (session.opening.mode == cafe::OpeningMode::by_place)
            for (std::size_t c = 0; c < reading.components; ++c) {
                int answered = 0;
                for (std::size_t p = 0; p < reading.places.size(); ++p) answered += reading.at(p, c) != Answer::none;
                RC_ASSERT(reading.tallies[c].answered() == answered);
            }
        for (const auto view : {OpeningView::live, OpeningView::by_agreement, OpeningView::by_dissent}) {
            auto order = cafe::order_of(reading.tallies, view);
            std::ranges::sort(order);
            for (std::size_t i = 0; i < order.size(); ++i) RC_ASSERT(order[i] == i);
        }
        for (const cafe::ComponentTally& tally : reading.tallies) {
            RC_ASSERT(cafe::agreement(tally) >= 0 && cafe::agreement(tally) <= 1);
            RC_ASSERT(cafe::dissent(tally) >= 0 && cafe::dissent(tally) <= 0.25);
        }
    }));
}

TEST_CASE("opening: no pair of places lies further apart than the one that is found") {
    REQUIRE(rc::check("furthest is the maximum", [](std::uint64_t seed) {
        std::mt19937_64 random{seed};
        cafe::OpeningReading reading;
        reading.components = 1 + random() % 6;
        for (std::size_t p = 0; p < 2 + random() % 6; ++p) reading.places.push_back({"o" + std::to_string(p)});
        for (std::size_t i = 0; i < reading.places.size() * reading.components; ++i)
            reading.answers.push_back(static_cast<Answer>(random() % 4));
        const auto mean = [&](std::size_t a, std::size_t b) {
            double sum = 0;
            int common = 0;
            const auto code = [](Answer answer) {
                return answer == Answer::essential ? 1.0 : answer == Answer::depends ? 0.5 : 0.0;
            };
            for (std::size_t c = 0; c < reading.components; ++c) {
                if (reading.at(a, c) == Answer::none || reading.at(b, c) == Answer::none) continue;
                sum += std::abs(code(reading.at(a, c)) - code(reading.at(b, c)));
                ++common;
            }
            return common < cafe::least_common_answers ? 0.0 : sum / common;
        };
        double widest = 0;
        for (std::size_t a = 0; a < reading.places.size(); ++a)
            for (std::size_t b = a + 1; b < reading.places.size(); ++b) widest = std::max(widest, mean(a, b));
        const auto found = cafe::furthest_places(reading);
        RC_ASSERT(found.has_value() == (widest > 0));
        if (!found) return;
        RC_ASSERT(std::abs(mean(found->places[0], found->places[1]) - widest) < 1e-12);
        RC_ASSERT(!found->components.empty());
    }));
}
