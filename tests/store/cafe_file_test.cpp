#include "store/running_file.hpp"

#include <random>

using namespace ronde;
using namespace ronde::store;
using namespace ronde::store::test;
using Catch::Matchers::ContainsSubstring;

TEST_CASE("café file: created, closed and opened again, it is the same café") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    cafe.note(1);
    cafe.note(2);
    REQUIRE(cafe.durable());
    REQUIRE(cafe.file->close(cafe.session));
    CHECK(cafe.file->status().saved_seq == 3);
    CHECK(disk.names() == std::vector<std::string>{"/cafes/a.journal.jsonl", "/cafes/a.json", "/cafes/a.json.bak"});
    CHECK(disk.content("/cafes/a.journal.jsonl").back() == '\n');

    Running again(disk);
    const auto opened = again.open();
    CHECK(opened.access == Access::writable);
    CHECK(opened.last_run == LastRun::clean);
    CHECK(opened.notes.empty());
    CHECK(opened.session == cafe.session);

    again.note(3);
    REQUIRE(again.durable());
    REQUIRE(again.file->close(again.session));
    const auto journal = disk.content("/cafes/a.journal.jsonl");
    CHECK(std::ranges::count(journal, '\n') == 5);
    CHECK_THAT(journal, ContainsSubstring(R"({"format":"ronde/journal","version":2,"session":"s1","base":0})"));
    CHECK_THAT(journal, ContainsSubstring(R"({"seq":4,)"));
}

TEST_CASE("café file: after kill -9 every acknowledged action is there, and it says so") {
    cafe::Session before;
    auto disk = killed(&before);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    CHECK(opened.last_run == LastRun::unclean);
    CHECK(the(opened, NoteKind::replayed).count == 2);
    CHECK(again.file->status().durable_seq == 4);
    again.note(4);
    REQUIRE(again.file->close(again.session));
    CHECK(Running(*disk).open().session == again.session);
    CHECK(Running(*disk).open().last_run == LastRun::clean);
}

TEST_CASE("café file: a power cut at any moment takes nothing that was acknowledged") {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        MemoryDisk disk;
        Running cafe(disk);
        cafe.create();
        std::uint64_t acknowledged = 1;
        std::unique_ptr<MemoryDisk> later;
        cafe::Session then;
        for (int n = 1, most = static_cast<int>(random() % 20); n <= most; ++n) {
            cafe.note(n);
            if (random() % 3 == 0) cafe.file->save(cafe.session);
            if (random() % 2 == 0) REQUIRE(cafe.durable());
            acknowledged = cafe.file->status().durable_seq;
            later = disk.after_power_cut(seed);
            then = cafe.session;
            if (random() % 9 == 0) break;
        }
        if (!later) continue;
        Running again(*later);
        const auto opened = again.open();
        INFO("seed " << seed);
        REQUIRE(opened.session.seq >= acknowledged);
        REQUIRE(opened.session.seq <= then.seq);
        for (std::size_t i = 0; i < opened.session.ideas.size(); ++i) REQUIRE(opened.session.ideas[i] == then.ideas[i]);
        REQUIRE(again.file->close(again.session));
        REQUIRE(Running(*later).open().session == again.session);
    }
}

TEST_CASE("café file: the second who opens it may read, and learns who holds it") {
    MemoryDisk disk;
    Running first(disk);
    first.create();
    first.note(1);
    REQUIRE(first.durable());
    const auto names = disk.names();

    Running second(disk);
    const auto opened = second.open();
    CHECK(opened.access == Access::held);
    CHECK(opened.file == nullptr);
    CHECK(opened.holder == me);
    CHECK(opened.session == first.session); // with what the journal says beyond the file
    CHECK(opened.notes.empty());
    CHECK(disk.names() == names);

    REQUIRE(first.file->close(first.session));
    CHECK(Running(disk).open().access == Access::writable);
}

TEST_CASE("café file: a session of a later version is opened to be read, and nothing is written") {
    auto disk = killed();
    auto text = disk->content(path);
    text.replace(text.find("\"version\": 2"), 12, "\"version\": 9");
    disk->put(path, text);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.access == Access::newer);
    CHECK(opened.file == nullptr);
    CHECK(opened.session.ideas.size() == 1);
    CHECK(disk->content(path) == text);
}

TEST_CASE("café file: in a folder without write permission the café is opened to be read") {
    cafe::Session before;
    auto disk = killed(&before);
    const auto names = disk->names();
    disk->refuse([](Operation operation, const auto&) -> std::optional<Trouble> {
        if (operation == Operation::lock || refused_writes(operation)) return Trouble::not_allowed;
        return std::nullopt;
    });
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.access == Access::not_allowed);
    CHECK(opened.file == nullptr);
    CHECK(opened.session == before);
    CHECK(disk->names() == names);

    Running fresh(*disk);
    const auto created = CafeFile::create("/cafes/new.json", *disk, fresh.clock, me);
    REQUIRE_FALSE(created);
    CHECK(created.error().fault == base::Fault::environment);
}

TEST_CASE("café file: ten thousand notes without a pause are ten thousand notes") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    for (int n = 1; n <= 10'000; ++n) cafe.note(n);
    REQUIRE(cafe.durable());
    auto later = disk.after_kill();
    Running again(*later);
    const auto opened = again.open();
    CHECK(opened.session.ideas.size() == 10'000);
    CHECK(opened.session == cafe.session);
}

TEST_CASE("café file: where there is a café already none is created") {
    auto disk = killed();
    FakeClock clock;
    CHECK_FALSE(CafeFile::create(path, *disk, clock, me));
    REQUIRE(disk->remove(path));
    CHECK_FALSE(CafeFile::create(path, *disk, clock, me)); // its journal is a café still
}

TEST_CASE("café file: a journal that a crash left before the café was begun stands in nobody's way") {
    const std::string header = R"({"format":"ronde/journal","version":1,"session":"s1","base":0})";
    for (const std::string& left : {std::string(), header + "\n", header + "\n{\"seq\":1,\"at\":\"20"}) {
        MemoryDisk disk;
        FakeClock clock;
        disk.put("/cafes/petit.journal.jsonl", left);
        CHECK_FALSE(CafeFile::open("/cafes/petit.json", disk, clock, me));
        const auto created = CafeFile::create("/cafes/petit.json", disk, clock, me);
        CHECK(created.has_value());
    }
}
