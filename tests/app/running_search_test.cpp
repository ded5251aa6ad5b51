// What the running café does with searches and plans that nobody wants any more: jobs that wait until they are told.

#include "app/running.hpp"

#include <new>

using namespace ronde;
using namespace std::chrono_literals;
using tests::MemoryDisk;

namespace {

/// Fails when it is told to, as memory that has run out.
struct FailingClock final : base::Clock {
    support::FakeClock inner{};
    bool fails = false;

    [[nodiscard]] base::Stamp now() const override {
        if (fails) throw std::bad_alloc{};
        return inner.now();
    }
    void advance(base::Duration by) { inner.advance(by); }
};

/// The small café, with offers, needs and ideas, over jobs that are held.
struct Held {
    MemoryDisk disk{};
    FailingClock clock{};
    tests::HeldJobs jobs{};
    app::IdSource ids{1};
    app::RunningCafe cafe{{.clock = clock, .disk = disk, .jobs = jobs, .ids = ids, .who = {.pid = 1}},
                          {.sessions = "/cafes", .templates = "/templates"},
                          {}};

    Held() {
        disk.put(tests::cafe_path, tests::small_file(fill));
        disk.put("/cafes/autre.json", tests::small_file([](cafe::Session& session) { session.id = {"autre"}; }));
        REQUIRE(cafe.open(tests::cafe_path));
        finish();
    }
    /// All that is under way ends, and is heard of.
    void finish() {
        while (jobs.held() > 0) {
            jobs.run();
            cafe.tick();
        }
        cafe.tick();
    }
    const app::Snapshot& now() { return cafe.snapshot(); }

    static void fill(cafe::Session& session) {
        session.organisations = {{.id = {"o1"}, .name = "Le Four", .offers = {"Un four à pain"}},
                                 {.id = {"o2"}, .name = "Le Champ", .needs = {"Un four pour notre pain"}}};
        session.participants[0].organisation = {"o1"};
        session.participants[1].organisation = {"o2"};
        for (const char* text : {"La mairie prête ses chaises", "Demander un bail à la mairie",
                                 "Inviter la mairie à dîner", "Cuire du pain ensemble"})
            session.ideas.insert(session.ideas.size(), {.id = {text}, .text = text, .table = {"t1"}});
    }
};

} // namespace

TEST_CASE("running search: one that is stopped while it runs leaves nothing, and the next one is heard of") {
    Held held;
    CHECK(held.cafe.carry_out(app::FindMatches{}));
    REQUIRE(held.jobs.held() == 1);
    CHECK(held.now().matches.under_way);
    CHECK(held.cafe.carry_out(app::StopMatching{}));
    CHECK_FALSE(held.now().matches.under_way);
    held.finish();
    CHECK(held.now().matches == app::MatchSearch{});
    CHECK(held.cafe.carry_out(app::FindMatches{}));
    held.finish();
    CHECK(held.now().matches.done);
    CHECK(held.now().matches.found.size() == 1);
}

TEST_CASE("running search: of two searches for matches the first one is told to stop, the second is shown") {
    Held held;
    CHECK(held.cafe.carry_out(app::FindMatches{}));
    auto more = held.now().session->organisations[1];
    more.needs.clear();
    REQUIRE_FALSE(held.cafe.act(cafe::PutPeople{.organisations = {more}}));
    CHECK(held.cafe.carry_out(app::FindMatches{}));
    held.finish();
    CHECK(held.now().matches.done);
    CHECK(held.now().matches.found.empty()); // the need of the first search is gone
}

TEST_CASE("running search: another café is opened, and what was searched in the first one never shows") {
    Held held;
    CHECK(held.cafe.carry_out(app::OpenCafe{"/cafes/autre.json"})); // read first, so it ends first
    CHECK(held.cafe.carry_out(app::FindMatches{}));
    CHECK(held.cafe.carry_out(app::SuggestThemes{}));
    CHECK(held.now().matches.under_way);
    CHECK(held.now().suggesting);
    held.finish();
    CHECK_FALSE(held.now().suggesting);
    REQUIRE(held.now().session->id == cafe::SessionId{"autre"});
    CHECK(held.now().matches == app::MatchSearch{});
    CHECK(held.now().suggestions == nullptr);
}

TEST_CASE("running search: of two searches for themes the second one's answer is taken, once") {
    Held held;
    CHECK(held.cafe.carry_out(app::SuggestThemes{}));
    CHECK(held.cafe.carry_out(app::SuggestThemes{}));
    REQUIRE(held.jobs.held() == 2);
    held.jobs.run();
    held.cafe.tick();
    REQUIRE(held.now().suggestions != nullptr);
    CHECK(held.now().suggestions->seq == held.now().session->seq);
    CHECK_FALSE(held.now().suggesting);
}

TEST_CASE("running search: a plan told to stop before it began gives the best it had, never none") {
    Held held;
    auto rules = held.now().session->seating_rules;
    rules.grouping = cafe::Grouping::mixed;
    REQUIRE_FALSE(held.cafe.act(cafe::EditSeating{rules}));
    REQUIRE(held.jobs.held() == 1);
    CHECK(held.cafe.carry_out(app::CancelPlanning{}));
    CHECK(held.cafe.carry_out(app::CancelPlanning{})); // twice is as good as once
    held.clock.advance(1s);
    CHECK(held.now().planning); // until it ends
    held.finish();
    CHECK_FALSE(held.now().planning);
    const cafe::Session& session = *held.now().session;
    CHECK(session.seating.basis == session.structure);
    REQUIRE(session.seating.companies.size() == 3);
    std::size_t seated = 0;
    for (const cafe::Company& company : session.seating.companies[0]) seated += company.people.size();
    CHECK(seated == session.participants.size());
    CHECK(held.cafe.carry_out(app::CancelPlanning{})); // with none under way it changes nothing
}

TEST_CASE("running search: a planning that fails is not under way any more, and no other search with it") {
    Held held;
    auto rules = held.now().session->seating_rules;
    rules.grouping = cafe::Grouping::mixed;
    REQUIRE_FALSE(held.cafe.act(cafe::EditSeating{rules}));
    REQUIRE(held.jobs.held() == 1);
    held.clock.fails = true; // which the planning asks for the time
    held.jobs.run();
    held.clock.fails = false;
    CHECK(held.cafe.carry_out(app::SuggestThemes{}));
    held.clock.advance(1s);
    REQUIRE(held.now().planning);
    held.cafe.tick();
    CHECK(held.now().notices.back().key == "job_failed");
    CHECK_FALSE(held.now().planning);
    CHECK(held.now().suggesting);
    held.finish();
    CHECK(held.now().suggestions != nullptr);
}
