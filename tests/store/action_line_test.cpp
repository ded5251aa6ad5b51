#include "store/action_line.hpp"

#include "compat/catch.hpp"
#include "store/some_cafes.hpp"

#include <rapidcheck.h>

namespace {

using namespace ronde;
using namespace ronde::store;
using Catch::Matchers::ContainsSubstring;

std::string refusal(std::string_view line) {
    const auto read = action_from(line);
    REQUIRE_FALSE(read);
    return read.error().message;
}

} // namespace

TEST_CASE("action line: every kind of action comes back from its line as it was") {
    constexpr int kinds = static_cast<int>(std::variant_size_v<cafe::DeedKinds>);
    for (int kind = 0; kind < kinds; ++kind) {
        REQUIRE(rc::check("to_line, then action_from", [kind] {
            const auto seed = *rc::gen::arbitrary<std::uint32_t>();
            const auto action = test::any_action(static_cast<std::size_t>(kind), seed);
            const auto line = to_line(action, seed);
            RC_ASSERT(line.find('\n') == std::string::npos);
            const auto read = action_from(line);
            if (!read) RC_FAIL(read.error().message + " in " + line);
            RC_ASSERT(read->action == action);
            RC_ASSERT(read->seq == seed);
        }));
    }
}

TEST_CASE("action line: a note's line reads as docs/FILE_FORMAT.md says") {
    const cafe::Action action{
        {base::Instant(base::Duration(90061001)), *base::wall_time_from("2023-06-13T07:21:04.25Z"), "b"},
        cafe::CaptureIdea{.id = {"i7"}, .text = "Café, œuvre", .kind = cafe::IdeaKind::quote, .table = {"t1"}}};
    CHECK(to_line(action, 12) ==
          R"({"seq":12,"at":"2023-06-13T07:21:04.250Z","instant_ms":90061001,"boot":"b","do":"capture_idea",)"
          R"("id":"i7","text":"Café, œuvre","kind":"quote","table":"t1"})");
}

TEST_CASE("action line: a line written by hand may leave out number, instant and boot") {
    const auto read = action_from(R"({"do": "start", "at": "2023-06-13T09:00:00+02:00", "remark": "go"})");
    REQUIRE(read);
    CHECK(read->seq == 0);
    CHECK(read->action.stamp.boot.empty());
    CHECK(read->action.stamp.instant.time_since_epoch() == read->action.stamp.wall.time_since_epoch());
    CHECK(std::holds_alternative<cafe::Start>(read->action.deed));
}

TEST_CASE("action line: what is not an action is refused") {
    CHECK_THAT(refusal(""), ContainsSubstring("cut off"));
    CHECK_THAT(refusal("{\"seq\":1,\"at\""), ContainsSubstring("cut off"));
    CHECK_THAT(refusal("nonsense"), ContainsSubstring("not an action"));
    CHECK_THAT(refusal("[]"), ContainsSubstring("not an action"));
    CHECK_THAT(refusal("{\"seq\":1}"), ContainsSubstring("“do” is missing"));
    CHECK_THAT(refusal(R"({"do":"dance","at":"2023-06-13T07:00:00Z"})"), ContainsSubstring("no action “dance”"));
    CHECK_THAT(refusal(R"({"do":"start"})"), ContainsSubstring("“at” is missing"));
    CHECK_THAT(refusal(R"({"do":"start","at":"2023-06-13T07:00:00Z","seq":-1})"), ContainsSubstring("“seq”"));
    CHECK_THAT(refusal(R"({"do":"delete_idea","at":"2023-06-13T07:00:00Z"})"), ContainsSubstring("“id” is missing"));
    CHECK_THAT(refusal(R"({"do":"adjust","at":"2023-06-13T07:00:00Z","by_seconds":1e300})"),
               ContainsSubstring("“by_seconds”"));
    CHECK_THAT(refusal("{\"do\":\"start\xFF\",\"at\":\"2023-06-13T07:00:00Z\"}"), ContainsSubstring("UTF-8"));
}

TEST_CASE("action line: the header says whose journal it is") {
    const JournalHeader header{.session = {"s1"}, .base = 41};
    CHECK(to_line(header) == R"({"format":"ronde/journal","version":2,"session":"s1","base":41})");
    CHECK(header_from(to_line(header)) == header);
    CHECK_FALSE(header_from("{}"));
    CHECK_FALSE(header_from(R"({"format":"ronde/journal","version":1})"));
    CHECK_FALSE(header_from(R"({"format":"ronde/journal","version":-1,"session":"s","base":0})"));
    CHECK_FALSE(header_from(to_line(test::note(1), 1)));
}
