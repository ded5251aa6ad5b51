#include "platform/dropped.hpp"

#include "compat/catch.hpp"
#include "support/small_cafe.hpp"

using namespace ronde;
using namespace ronde::platform;

namespace {

struct Bench {
    support::SmallCafe cafe{};
    app::Snapshot snapshot{.session = &cafe.session, .file = "/sessions/présent.json"};

    [[nodiscard]] Dropped dropped(const char* file) const { return meaning_of_dropped(file, snapshot); }
};

} // namespace

TEST_CASE("dropped: a session file opens, by its ending, and anything else is a list of people") {
    const Bench bench;
    CHECK(bench.dropped("/a/autre.json") == Dropped::opens_cafe);
    CHECK(bench.dropped("/a/AUTRE.JSON") == Dropped::opens_cafe);
    CHECK(bench.dropped("/a/gens.csv") == Dropped::lists_people);
    CHECK(bench.dropped("/a/sans-fin") == Dropped::lists_people);
}

TEST_CASE("dropped: without a café, whatever it is is opened, or refused as none") {
    Bench bench;
    bench.snapshot.session = nullptr;
    CHECK(bench.dropped("/a/autre.json") == Dropped::opens_cafe);
    CHECK(bench.dropped("/a/gens.csv") == Dropped::opens_cafe);
}

TEST_CASE("dropped: while the clock is on, running or paused, the person is asked before another café opens") {
    Bench bench;
    bench.cafe.act(cafe::Start{});
    CHECK(bench.dropped("/a/autre.json") == Dropped::asks_to_open);
    CHECK(bench.dropped("/sessions/présent.json") == Dropped::opens_cafe);
    CHECK(bench.dropped("/a/gens.csv") == Dropped::lists_people);
    bench.cafe.act(cafe::Pause{});
    CHECK(bench.dropped("/a/autre.json") == Dropped::asks_to_open);
    bench.snapshot.access = app::Access::held_elsewhere; // the clock is another program's
    CHECK(bench.dropped("/a/autre.json") == Dropped::opens_cafe);
}
