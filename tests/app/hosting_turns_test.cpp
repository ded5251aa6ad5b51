// Hosts who take turns, and hosts who are pinned for some rounds.

#include "app/seating_plan.hpp"
#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace {

using namespace ronde;
using cafe::HostSpan;
using cafe::PinKind;

const rotation::Effort short_effort{.seed = 1, .iterations = 20'000};

/// Twenty-four people, three questions with two tables each, four rounds; hosts take turns of two rounds.
cafe::Session room() {
    cafe::Session session;
    session.id = {"room"};
    session.structure = 3;
    session.seating_rules.grouping = cafe::Grouping::mixed;
    session.seating_rules.hosting = cafe::Hosting::relay;
    for (int i = 0; i < 24; ++i)
        session.participants.push_back({.id = {"p" + std::to_string(i)}, .name = "Personne " + std::to_string(i)});
    for (int q = 0; q < 3; ++q) {
        session.questions.push_back({.id = {"q" + std::to_string(q)}, .text = "?"});
        for (int t = 0; t < 2; ++t)
            session.tables.push_back({.id = {"t" + std::to_string(2 * q + t)}, .question = {"q" + std::to_string(q)}});
    }
    for (int r = 0; r < 4; ++r)
        session.agenda.push_back(support::small_step("r" + std::to_string(r), cafe::StepKind::round, 10, 5));
    return session;
}

base::Stamp now() {
    return support::FakeClock{}.now();
}

void take(cafe::Session& session, const cafe::Seating& seating) {
    const auto outcome = cafe::update(session, {now(), cafe::ApplyPlan{seating}});
    if (!outcome) INFO(outcome.error().detail);
    REQUIRE(outcome.has_value());
    REQUIRE(cafe::unsound_parts(session).empty());
}

/// The host of each table in a round; REQUIREs that no table has two and that each sits there.
std::map<std::string, std::string> hosts_of(const cafe::Session& session, int round) {
    std::map<std::string, std::string> out;
    for (const cafe::Table& table : session.tables)
        for (const auto& id : cafe::people_at(session, round, table.id))
            if (cafe::hosts_in(session, round, id)) REQUIRE(out.emplace(table.id.value, id.value).second);
    return out;
}

} // namespace

TEST_CASE("hosts in turns: each table keeps its host for two rounds, then another person takes over") {
    auto session = room();
    take(session, app::plan_seating(session, short_effort));
    std::set<std::string> people;
    for (const int round : {1, 3}) {
        const auto hosts = hosts_of(session, round);
        CHECK(hosts.size() == 6);
        CHECK(hosts_of(session, round + 1) == hosts);
        for (const auto& [table, person] : hosts) CHECK(people.insert(person).second); // nobody twice
    }
    CHECK(session.seating.hosts.size() == 12);
    CHECK(session.seating.host_spans.size() == 12);
}

TEST_CASE("hosts in turns: the number of rounds before the next takes over is the facilitator's") {
    auto session = room();
    session.seating_rules.host_rounds = 3;
    take(session, app::plan_seating(session, short_effort));
    CHECK(hosts_of(session, 1) == hosts_of(session, 3));
    CHECK(hosts_of(session, 4) != hosts_of(session, 3));
    CHECK(session.seating.hosts.size() == 12);
}

TEST_CASE("hosts in turns: a host who is pinned for some rounds has them, and the planner fills the others") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::stay;
    session.seating_rules.pins = {{.id = {"by-hand"},
                                   .kind = PinKind::host,
                                   .person = {"p9"},
                                   .table = {"t2"},
                                   .first_round = 2,
                                   .last_round = 3}};
    take(session, app::plan_seating(session, short_effort));
    for (const int round : {2, 3}) CHECK(hosts_of(session, round).at("t2") == "p9");
    for (const int round : {1, 4}) {
        CHECK(hosts_of(session, round).at("t2") != "p9");
        CHECK_FALSE(cafe::hosts_in(session, round, {"p9"}));
    }
    CHECK(hosts_of(session, 1).at("t0") == hosts_of(session, 4).at("t0"));
    CHECK(session.seating.quality->broken.empty());
    // The second of two for one table is named.
    session.seating_rules.pins.push_back(
        {.id = {"too-many"}, .kind = PinKind::host, .person = {"p10"}, .table = {"t2"}, .first_round = 3});
    take(session, app::plan_seating(session, short_effort));
    CHECK(session.seating.quality->broken == std::vector<std::string>{"too-many"});
}

TEST_CASE("hosts in turns: who arrives later hosts from then on") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::stay;
    session.participants[5].first_round = 3;
    session.seating_rules.pins = {{.id = {"late"}, .kind = PinKind::host, .person = {"p5"}, .table = {"t1"}}};
    take(session, app::plan_seating(session, short_effort));
    CHECK(hosts_of(session, 2).at("t1") != "p5");
    CHECK(hosts_of(session, 3).at("t1") == "p5");
    CHECK(hosts_of(session, 4).at("t1") == "p5");
}

TEST_CASE("hosts in turns: a round that has begun keeps its hosts, and a turn that is on goes to its end") {
    auto session = room();
    take(session, app::plan_seating(session, short_effort));
    const auto first = hosts_of(session, 1);
    REQUIRE(cafe::update(session, {now(), cafe::Start{}}).has_value());
    session.participants[23].presence = cafe::Presence::absent;
    for (const auto& choice : app::mend_seating(session, short_effort)) {
        auto mended = session;
        take(mended, choice.seating);
        CHECK(hosts_of(mended, 1) == first);
        CHECK(hosts_of(mended, 2) == first);
        CHECK(hosts_of(mended, 3) == hosts_of(session, 3)); // announced
    }
    // Without turns, from now on: whoever hosts stays.
    session.seating_rules.hosting = cafe::Hosting::stay;
    auto stays = session;
    take(stays, app::mend_seating(session, short_effort).back().seating);
    CHECK(hosts_of(stays, 4) == first);
    CHECK(hosts_of(stays, 1) == first);
}

TEST_CASE("hosts in turns: where turns begin in mid-café, whoever has hosted hands over at the end of theirs") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::stay;
    take(session, app::plan_seating(session, short_effort));
    CHECK(session.seating.host_spans.empty());
    const auto first = hosts_of(session, 1);
    REQUIRE(cafe::update(session, {now(), cafe::Start{}}).has_value());
    session.seating_rules.hosting = cafe::Hosting::relay;
    take(session, app::mend_seating(session, short_effort).back().seating);
    CHECK(hosts_of(session, 1) == first);
    CHECK(hosts_of(session, 2) == first);
    for (const auto& [table, person] : hosts_of(session, 3))
        for (const auto& [before, host] : first) CHECK(person != host);
}

TEST_CASE("hosts in turns: whoever is to follow a host keeps that table when a plan is mended") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::stay;
    session.participants[0].last_round = 3;
    session.seating_rules.pins = {{.id = {"first"}, .kind = PinKind::host, .person = {"p0"}, .table = {"t0"}}};
    take(session, app::plan_seating(session, short_effort));
    REQUIRE(hosts_of(session, 3).at("t0") == "p0");
    session.seating_rules.pins.clear();
    const std::string next = hosts_of(session, 4).at("t0");
    const std::string other = hosts_of(session, 1).at("t2");
    REQUIRE(cafe::update(session, {now(), cafe::Start{}}).has_value());
    for (const std::string& gone : {other, std::string("p0")}) {
        auto mended = session;
        std::ranges::find(mended.participants, cafe::ParticipantId{gone}, &cafe::Participant::id)->presence =
            cafe::Presence::absent;
        take(mended, app::mend_seating(mended, short_effort).back().seating);
        for (const int round : {2, 3, 4}) CHECK(hosts_of(mended, round).size() == 6);
        CHECK(hosts_of(mended, 4).at("t0") == next);
        CHECK(hosts_of(mended, 2).at(gone == other ? "t2" : "t0") != next);
    }
}

TEST_CASE("hosts in turns: whoever sat elsewhere in a round that has begun did not host in it") {
    auto session = room();
    take(session, app::plan_seating(session, short_effort));
    const cafe::ParticipantId host{hosts_of(session, 1).at("t0")};
    REQUIRE(cafe::update(session, {now(), cafe::Start{}}).has_value());
    auto& seats = session.seating.companies[0];
    REQUIRE(seats[0].table.value == "t0");
    const auto at = std::ranges::find(seats[0].people, host);
    const auto guest = std::ranges::find_if(
        seats[1].people, [&](const cafe::ParticipantId& id) { return !cafe::hosts_in(session, 1, id); });
    std::iter_swap(at, guest);
    CHECK(hosts_of(session, 1).size() == 5);
    take(session, app::mend_seating(session, short_effort).back().seating);
    for (const HostSpan& span : session.seating.host_spans)
        for (int round = span.first_round; round <= span.last_round; ++round)
            CHECK(cafe::table_of(session, round, span.person) == span.table);
}

TEST_CASE("hosts in turns: a host who went is not forgotten when a latecomer follows them") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::stay;
    take(session, app::plan_seating(session, short_effort));
    const auto first = hosts_of(session, 1);
    const cafe::ParticipantId gone{first.at("t0")};
    REQUIRE(cafe::update(session, {now(), cafe::Start{}}).has_value());
    std::ranges::find(session.participants, gone, &cafe::Participant::id)->presence = cafe::Presence::absent;
    session.participants.push_back({.id = {"late"}, .name = "Lou", .roles = {cafe::Role::host}, .first_round = 2});
    take(session, app::mend_seating(session, short_effort).back().seating);
    CHECK(hosts_of(session, 1) == first);
    CHECK(hosts_of(session, 2).at("t0") == "late");
    CHECK(std::ranges::count(session.seating.hosts, gone) == 1);
    CHECK(std::ranges::count(session.seating.host_spans, HostSpan{gone, {"t0"}, 1, 1}) == 1);
    CHECK(std::ranges::count(session.seating.host_spans, HostSpan{{"late"}, {"t0"}, 2, 4}) == 1);
}

TEST_CASE("seating: who sees a question again is named with the question and the rounds") {
    auto session = room();
    session.seating_rules.hosting = cafe::Hosting::none;
    session.agenda.pop_back();
    for (const int round : {1, 3})
        session.seating_rules.pins.push_back({.id = {"again-" + std::to_string(round)},
                                              .kind = PinKind::seat,
                                              .person = {"p4"},
                                              .table = {round == 1 ? "t2" : "t3"},
                                              .round = round});
    take(session, app::plan_seating(session, short_effort));
    REQUIRE(session.seating.quality);
    CHECK(session.seating.quality->seen_again == std::vector<cafe::SeenAgain>{{{"p4"}, {"q1"}, {1, 3}}});
    CHECK(session.seating.quality->broken == std::vector<std::string>{"question"});
    // Erased, nobody is named any more.
    REQUIRE(cafe::update(session, {now(), cafe::RemoveParticipants{{{"p4"}}}}).has_value());
    CHECK(session.seating.quality->seen_again.empty());
    CHECK(cafe::unsound_parts(session).empty());
}
