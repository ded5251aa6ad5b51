#include "rotation/sending.hpp"

#include "compat/catch.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <rapidcheck.h>
#include <utility>

using namespace ronde::rotation;

namespace {

/// Travellers who are due, with two to four open questions of five.
std::vector<Traveller> any_travellers() {
    std::vector<Traveller> travellers(*rc::gen::inRange<std::size_t>(0, 40));
    for (Traveller& traveller : travellers) {
        const auto open = *rc::gen::suchThat(rc::gen::container<std::vector<bool>>(5, rc::gen::arbitrary<bool>()),
                                             [](const auto& which) { return std::ranges::count(which, true) >= 2; });
        for (int question = 0; question < 5; ++question)
            if (open[static_cast<std::size_t>(question)]) traveller.open.push_back(question);
        traveller.due = true;
        traveller.company = *rc::gen::inRange(0, 6);
    }
    return travellers;
}

} // namespace

TEST_CASE("rotation: each question gets its fair share of those who are due, and nearly so of each company") {
    REQUIRE(rc::check("fair shares", [] {
        const auto travellers = any_travellers();
        const std::vector<int> questions = send(std::vector<Place>(5), travellers);
        RC_ASSERT(questions.size() == travellers.size());
        std::map<std::pair<int, int>, std::pair<double, int>> shares; // company or −1, question → share, people
        for (std::size_t i = 0; i < travellers.size(); ++i) {
            RC_ASSERT(std::ranges::count(travellers[i].open, questions[i]) == 1);
            for (const int company : {nobody, travellers[i].company}) {
                ++shares[{company, questions[i]}].second;
                for (const int question : travellers[i].open)
                    shares[{company, question}].first += 1.0 / static_cast<double>(travellers[i].open.size());
            }
        }
        for (const auto& [key, numbers] : shares) // even tables come before companies
            RC_ASSERT(std::abs(numbers.first - numbers.second) < (key.first == nobody ? 1 - 1e-9 : 2.0));
    }));
}

TEST_CASE("rotation: people who need not see every question even out the tables") {
    const std::vector<Place> places{{.tables = 1, .load = 3}, {}, {}};
    const std::vector<int> questions = send(places, std::vector<Traveller>(6, {.open = {0, 1, 2}}));
    CHECK(std::ranges::count(questions, 0) == 0);
    CHECK(std::ranges::count(questions, 1) == 3);
}

TEST_CASE("rotation: nobody is sent nowhere") {
    CHECK(send({{}, {}}, {}).empty());
}
