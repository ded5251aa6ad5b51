// Journals of older versions: replayed, recovered from, never gone on with.

#include "cafe/update.hpp"
#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/cafe_file.hpp"
#include "store/inspect.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "support/fake_clock.hpp"

#include <fstream>
#include <iterator>
#include <string>

using namespace ronde;
using namespace ronde::store;
using test::MemoryDisk;

namespace {

const std::filesystem::path path = "/cafes/a.json";
const Holder me{.pid = 42, .host = "portable", .user = "anne"};

std::string golden(int version) {
    const auto file = std::string(RONDE_SOURCE_DIR "/tests/store/golden/journal-") + std::to_string(version) + ".jsonl";
    std::ifstream in(file, std::ios::binary);
    REQUIRE(in.good());
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string without_header(const std::string& journal) {
    return journal.substr(journal.find('\n') + 1);
}

std::vector<std::string> components_of(const cafe::Session& session) {
    std::vector<std::string> found;
    for (const cafe::Component& it : session.opening.components) found.push_back(it.id.value + ' ' + it.text);
    return found;
}

const std::vector<std::string> three{"c-1 Utilité sociale", "c-2 Ancrage territorial", "c-3 Mixité sociale"};

} // namespace

TEST_CASE("journal versions: one of each version is replayed to what it tells") {
    const auto first = replay(std::nullopt, golden(1), "journal-1.jsonl");
    if (!first) FAIL(first.error().text());
    CHECK(components_of(*first) == three);
    CHECK(first->opening.prompt == "Essentiel, ou non\u202F?");
    CHECK(first->seq == 6);
    CHECK(first->ideas.size() == 1);
    const auto second = replay(std::nullopt, golden(2), "journal-2.jsonl");
    if (!second) FAIL(second.error().text());
    CHECK(components_of(*second) == three);
    REQUIRE(second->opening_record.answers.size() == 1);
    CHECK(second->opening_record.answers[0].why == "Avec la commune, oui.");
    CHECK(second->opening_record.hands[0].essential == 12);
    CHECK(second->stage.opening == cafe::OpeningView::by_dissent);
}

TEST_CASE("journal versions: lines without a header may be of any of them") {
    const auto with = replay(std::nullopt, golden(1), "a");
    const auto without = replay(std::nullopt, without_header(golden(1)), "a");
    REQUIRE(with);
    REQUIRE(without);
    CHECK(*without == *with);
    CHECK(replay(std::nullopt, without_header(golden(2)), "a"));
}

TEST_CASE("journal versions: a line of the old shape makes no sense in a journal of the new version") {
    const std::string old = R"({"do":"edit_opening","at":"2023-06-13T07:00:00Z","opening":{"components":["a"]}})";
    CHECK_FALSE(action_from(old));
    CHECK_FALSE(action_from(old, 2));
    const auto read = action_from(old, 1);
    REQUIRE(read);
    CHECK(std::get<cafe::EditOpening>(read->action.deed).opening.components ==
          std::vector<cafe::Component>{{.id = {"c-1"}, .text = "a"}});
}

TEST_CASE("journal versions: what is no JSON, or no opening, is told as ever") {
    CHECK_FALSE(action_from("{\"components\" nonsense", 1));
    CHECK_FALSE(action_from(R"({"do":"edit_opening","at":"2023-06-13T07:00:00Z","opening":{"components":[7]}})", 1));
    CHECK_FALSE(action_from(R"(["components"])", 1));
}

TEST_CASE(
    "journal versions: a café begun with version 1 and never saved is recovered, and goes on in a fresh journal") {
    MemoryDisk disk;
    disk.put("/cafes/a.journal.jsonl", golden(1));
    support::FakeClock clock;
    auto opened = CafeFile::open(path, disk, clock, me, {});
    if (!opened) FAIL(opened.error().text());
    CHECK(components_of(opened->session) == three);
    CHECK(opened->session.seq == 6);

    cafe::Session session = opened->session;
    const cafe::Action action{
        clock.now(),
        cafe::AnswerOpening{{.organisation = {"o1"}, .component = {"c-3"}, .answer = cafe::Answer::essential}}};
    REQUIRE(cafe::update(session, action));
    opened->file->append(action, session.seq);
    REQUIRE(opened->file->close(session));
    CHECK(disk.content("/cafes/a.journal.jsonl") == golden(1));
    const std::string fresh = disk.content("/cafes/a.journal-2.jsonl");
    CHECK(fresh.starts_with(R"({"format":"ronde/journal","version":2,"session":"s1","base":6})"));
    CHECK(fresh.find("answer_opening") != std::string::npos);

    // Both journals together tell the whole story, should the session file be lost.
    REQUIRE(disk.remove(path));
    auto again = CafeFile::open(path, disk, clock, me, {});
    REQUIRE(again);
    CHECK(again->session.opening_record == session.opening_record);
    CHECK(components_of(again->session) == three);
}

TEST_CASE("journal versions: of an old journal the last line may lack its end, and is no torn one") {
    std::string cut = golden(1);
    cut = cut.substr(0, cut.find("{\"seq\":3"));
    cut.pop_back();
    MemoryDisk disk;
    disk.put("/cafes/a.journal.jsonl", cut);
    support::FakeClock clock;
    auto opened = CafeFile::open(path, disk, clock, me, {});
    REQUIRE(opened);
    CHECK(opened->session.seq == 2);
    CHECK(components_of(opened->session) == three);
}

TEST_CASE("journal versions: an old journal is sound to ronde check") {
    MemoryDisk disk;
    disk.put("/cafes/a.journal.jsonl", golden(1));
    CHECK(check_file(disk, "/cafes/a.journal.jsonl").empty());
    disk.put("/cafes/b.journal.jsonl", golden(2));
    CHECK(check_file(disk, "/cafes/b.journal.jsonl").empty());
}
