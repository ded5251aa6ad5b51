#pragma once
// A café's file with its writer over a disk in memory, for the tests of what it survives. A test waits for what the
// writer says, never for a time.

#include "compat/catch.hpp"
#include "store/cafe_file.hpp"
#include "store/memory_disk.hpp"
#include "store/some_cafes.hpp"
#include "support/bell.hpp"
#include "support/fake_clock.hpp"

#include <algorithm>
#include <chrono>
#include <memory>

namespace ronde::store::test {

using support::FakeClock;

inline const std::filesystem::path path = "/cafes/a.json";
inline const Holder me{
    .pid = 42, .host = "portable", .user = "anne", .since = base::WallTime(base::Duration(1686639600000))};

/// A running café: the engine, the file and who waits for it.
struct Running {
    MemoryDisk& disk;
    FakeClock clock{};
    support::Bell bell{};
    std::unique_ptr<CafeFile> file{};
    cafe::Session session{};

    explicit Running(MemoryDisk& on) : disk(on) {}

    CafeFileOptions options() {
        return {
            .on_progress = [this] { bell.ring(); }, .retry_after = std::chrono::milliseconds(1), .preallocated = 4096};
    }

    void create() {
        file = CafeFile::create(path, disk, clock, me, options()).value();
        act(creation());
        file->save(session);
        REQUIRE(saved(1));
    }
    OpenedCafe open() {
        auto opened = CafeFile::open(path, disk, clock, me, options());
        if (!opened) FAIL(opened.error().text());
        file = std::move(opened->file);
        session = opened->session;
        return std::move(*opened);
    }
    void act(const cafe::Action& action) {
        apply(session, action);
        file->append(action, session.seq);
    }
    void note(int number) { act(test::note(number)); }
    bool durable() {
        return bell.wait([this] { return file->status().durable_seq >= session.seq; });
    }
    bool saved(std::uint64_t seq) {
        return bell.wait([this, seq] { return file->status().saved_seq >= seq; });
    }
    bool fails() {
        return bell.wait([this] { return file->status().failure.has_value(); });
    }
    bool well() {
        return bell.wait([this] { return !file->status().failure.has_value(); });
    }
};

inline bool says(const OpenedCafe& opened, NoteKind kind) {
    return std::ranges::any_of(opened.notes, [kind](const Note& note) { return note.kind == kind; });
}

inline const Note& the(const OpenedCafe& opened, NoteKind kind) {
    const auto found = std::ranges::find(opened.notes, kind, &Note::kind);
    REQUIRE(found != opened.notes.end());
    return *found;
}

inline bool refused_writes(Operation operation) {
    return operation != Operation::read && operation != Operation::list && operation != Operation::lock;
}

/// A café with three notes of which the session file knows one, as kill -9 leaves it.
inline std::unique_ptr<MemoryDisk> killed(cafe::Session* session = nullptr) {
    MemoryDisk disk;
    Running cafe(disk);
    cafe.create();
    cafe.note(1);
    cafe.file->save(cafe.session);
    REQUIRE(cafe.saved(2));
    cafe.note(2);
    cafe.note(3);
    REQUIRE(cafe.durable());
    auto later = disk.after_kill();
    if (session != nullptr) *session = cafe.session;
    return later;
}

} // namespace ronde::store::test
