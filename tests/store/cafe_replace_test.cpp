#include "store/action_line.hpp"
#include "store/running_file.hpp"
#include "store/session_file.hpp"

#include <array>

using namespace ronde;
using namespace ronde::store;
using namespace ronde::store::test;
using Catch::Matchers::ContainsSubstring;

namespace {

const std::filesystem::path journal = "/cafes/a.journal.jsonl";
const std::filesystem::path elsewhere = "/copies/a.jsonl";

/// A café with `notes` notes, as its journal alone makes it.
cafe::Session story(int notes) {
    cafe::Session session;
    apply(session, creation());
    for (int i = 1; i <= notes; ++i) apply(session, note(i));
    return session;
}

base::Result<void> put(MemoryDisk& disk, const cafe::Session& session, const std::filesystem::path& made_of) {
    const FakeClock clock;
    return CafeFile::replace(path, disk, clock, me, session, std::array{made_of});
}

/// The refusal, with the promise that nothing was changed.
base::Error refusal(MemoryDisk& disk, const cafe::Session& session, const std::filesystem::path& made_of = elsewhere) {
    auto names = disk.names();
    const auto before = disk.content(path);
    const auto done = put(disk, session, made_of);
    REQUIRE_FALSE(done);
    if (!disk.has("/cafes/.a.lock")) std::erase(names, "/cafes/.a.lock"); // of a crash
    CHECK(disk.names() == names);
    CHECK(disk.content(path) == before);
    CHECK(done.error().file == path);
    return done.error();
}

/// Closed, with three notes.
void closed_cafe(MemoryDisk& disk) {
    Running cafe(disk);
    cafe.create();
    for (int i = 1; i <= 3; ++i) cafe.note(i);
    REQUIRE(cafe.file->close(cafe.session));
}

} // namespace

TEST_CASE("replacing a café: a new name is written, and what was there before is the backup") {
    MemoryDisk disk;
    REQUIRE(put(disk, story(1), elsewhere));
    CHECK(disk.names() == std::vector<std::string>{path.string()});
    REQUIRE(put(disk, story(2), elsewhere));
    CHECK(disk.content(path) == to_json(story(2)));
    CHECK(disk.content("/cafes/a.json.bak") == to_json(story(1)));
    CHECK(disk.names().size() == 2);
}

TEST_CASE("replacing a café: later work is not lost, whether it is in the file or in its journal") {
    MemoryDisk disk;
    REQUIRE(put(disk, story(3), elsewhere));
    const auto error = refusal(disk, story(2));
    CHECK(error.fault == base::Fault::input);
    CHECK_THAT(error.message, ContainsSubstring("up to action 4") && ContainsSubstring("ends with action 3"));

    const auto after_crash = killed(); // the file knows one note, the journal three
    CHECK_THAT(refusal(*after_crash, story(2), journal).message, ContainsSubstring("up to action 4"));
    CHECK(put(*after_crash, story(3), journal));

    auto other = story(5);
    other.id = {"s2"};
    CHECK_THAT(refusal(disk, other).message, ContainsSubstring("another café"));
}

TEST_CASE("replacing a café: one that is open elsewhere stays, and it is said who has it") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    const auto error = refusal(disk, story(9));
    CHECK(error.fault == base::Fault::environment);
    CHECK_THAT(error.message, ContainsSubstring("anne, portable, process 42"));
    cafe.file.reset();
    CHECK_FALSE(disk.content(path) == to_json(story(9)));
}

TEST_CASE("replacing a café: a journal beside it is refused by name, but for the one that was read") {
    MemoryDisk disk;
    closed_cafe(disk);
    CHECK_THAT(refusal(disk, story(3)).message, ContainsSubstring(journal.string()));
    REQUIRE(put(disk, story(3), journal));

    Running again(disk); // goes on as if nothing had been
    const auto opened = again.open();
    CHECK(opened.notes.empty());
    CHECK(opened.session == story(3));

    MemoryDisk lost; // the session file is gone, the journal is all there is
    lost.put(journal, disk.content(journal));
    CHECK_THAT(refusal(lost, story(3)).message, ContainsSubstring(journal.string()));
    REQUIRE(put(lost, story(3), journal));
    CHECK(lost.content(path) == to_json(story(3)));

    MemoryDisk by_hand;
    by_hand.put(journal, R"({"at":"2023-06-13T07:00:00Z","do":"start"})"
                         "\n");
    CHECK_THAT(refusal(by_hand, story(3), journal).message, ContainsSubstring("without numbers"));
}

TEST_CASE("replacing a café: a damaged one is set aside, and its sound backup stays") {
    MemoryDisk disk;
    REQUIRE(put(disk, story(1), elsewhere));
    REQUIRE(put(disk, story(2), elsewhere));
    const auto cut = disk.content(path).substr(0, 300);
    disk.put(path, cut);
    REQUIRE(put(disk, story(3), elsewhere));
    CHECK(disk.content(path) == to_json(story(3)));
    CHECK(disk.content("/cafes/a.json.bak") == to_json(story(1)));
    CHECK(disk.content("/cafes/a.corrupt-20230613T070000Z.json") == cut);
}
