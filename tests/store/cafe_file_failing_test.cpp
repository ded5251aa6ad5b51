// A café on a disk that fails: nothing is lost, and it is said.

#include "store/running_file.hpp"

using namespace ronde;
using namespace ronde::store;
using namespace ronde::store::test;

TEST_CASE("café file: on a full disk nothing is lost, the failure stays in sight, and space mends it") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    std::uint64_t used = 0;
    for (const auto& name : disk.names()) used += disk.content(name).size();
    disk.set_capacity(used + 100);
    int number = 0;
    while (!cafe.file->status().failure) {
        cafe.note(++number);
        REQUIRE((cafe.bell.wait(
            [&] { return cafe.file->status().failure || cafe.file->status().durable_seq >= cafe.session.seq; })));
    }
    const auto failure = *cafe.file->status().failure;
    CHECK(failure.trouble == Trouble::full);
    CHECK(failure.since == cafe.clock.now().wall);
    const auto stuck = cafe.file->status().durable_seq;
    CHECK(stuck < cafe.session.seq);
    cafe.note(++number);
    cafe.note(++number);
    cafe.clock.advance(std::chrono::minutes(1));
    cafe.file->save(cafe.session);
    REQUIRE(cafe.bell.wait([&] { return cafe.file->status().failure.has_value(); }));
    CHECK(cafe.file->status().durable_seq == stuck);
    CHECK_FALSE(cafe.file->close(cafe.session)); // it says no, and goes on
    CHECK(cafe.file->status().failure->since == failure.since);

    disk.set_capacity(1'000'000);
    REQUIRE(cafe.well());
    REQUIRE(cafe.durable());
    auto later = disk.after_power_cut(1);
    CHECK(Running(*later).open().session == cafe.session);
    REQUIRE(cafe.file->close(cafe.session));
}

TEST_CASE("café file: after a failed sync the writer goes on in a fresh file, with all that was not acknowledged") {
    for (const auto broken : {Operation::sync, Operation::write}) {
        MemoryDisk disk;
        Running cafe(disk);
        cafe.create();
        cafe.note(1);
        REQUIRE(cafe.durable());
        disk.refuse([broken](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
            return operation == broken && file == "/cafes/a.journal.jsonl" ? std::optional(Trouble::broken)
                                                                           : std::nullopt;
        });
        cafe.note(2);
        cafe.note(3);
        REQUIRE(cafe.durable());
        REQUIRE(cafe.well());
        CHECK(disk.has("/cafes/a.journal-2.jsonl"));
        cafe.note(4);
        REQUIRE(cafe.durable());
        auto later = disk.after_power_cut(7);
        Running again(*later);
        CHECK(again.open().session == cafe.session);
        again.note(5);
        REQUIRE(again.durable());
        REQUIRE(again.file->close(again.session));
        CHECK(Running(*later).open().session == again.session);
    }
}

TEST_CASE("café file: while every write fails the notes wait in memory and each attempt leaves no litter") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    disk.refuse([](Operation operation, const auto&) -> std::optional<Trouble> {
        return operation == Operation::write ? std::optional(Trouble::broken) : std::nullopt;
    });
    for (int n = 1; n <= 50; ++n) cafe.note(n);
    int attempts = 0;
    REQUIRE(cafe.fails());
    REQUIRE(cafe.bell.wait([&] { return ++attempts > 5; }));
    CHECK(cafe.file->status().failure->trouble == Trouble::broken);
    disk.allow();
    REQUIRE(cafe.well());
    REQUIRE(cafe.durable());
    CHECK(disk.names().size() <= 4); // the session file, two journals, the lock
    CHECK(Running(*disk.after_power_cut(3)).open().session == cafe.session);
}

TEST_CASE("café file: a save makes durable what the journal could not") {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    disk.refuse([](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
        return operation == Operation::open && file.extension() == ".jsonl" ? std::optional(Trouble::broken)
                                                                            : std::nullopt;
    });
    disk.refuse([](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
        const bool journal = file.extension() == ".jsonl";
        return journal && (operation == Operation::write || operation == Operation::open)
                   ? std::optional(Trouble::broken)
                   : std::nullopt;
    });
    cafe.note(1);
    REQUIRE(cafe.fails());
    cafe.file->save(cafe.session);
    REQUIRE(cafe.durable());
    CHECK(cafe.file->status().failure.has_value());
    auto later = disk.after_power_cut(5);
    Running again(*later);
    CHECK(again.open().session == cafe.session);
    again.note(2);
    REQUIRE(again.durable());
    CHECK(Running(*later->after_kill()).open().session == again.session);
}

TEST_CASE("café file: a lock that fails for want of space is no want of permission, and it is said") {
    for (const auto trouble : {Trouble::full, Trouble::broken, Trouble::other}) {
        auto disk = killed();
        const auto names = disk->names();
        disk->refuse([trouble](Operation operation, const auto&) -> std::optional<Trouble> {
            return operation == Operation::lock ? std::optional(trouble) : std::nullopt;
        });
        FakeClock clock;
        const auto opened = CafeFile::open(path, *disk, clock, me);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().fault == base::Fault::environment);
        CHECK(disk->names() == names);
    }
}
