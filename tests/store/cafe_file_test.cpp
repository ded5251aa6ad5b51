#include "store/cafe_file.hpp"

#include "compat/catch.hpp"
#include "store/action_line.hpp"
#include "store/memory_disk.hpp"
#include "store/session_file.hpp"
#include "store/some_cafes.hpp"
#include "support/fake_clock.hpp"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <random>

namespace {

using namespace ronde;
using namespace ronde::store;
using Catch::Matchers::ContainsSubstring;
using ronde::store::test::MemoryDisk;
using ronde::store::test::Operation;
using support::FakeClock;

const std::filesystem::path path = "/cafes/a.json";
const Holder me{.pid = 42, .host = "portable", .user = "anne", .since = base::WallTime(base::Duration(1686639600000))};

/// Wakes a test when the writer says that something has changed.
class Progress {
public:
    CafeFileOptions options() {
        return {.on_progress =
                    [this] {
                        { const std::scoped_lock lock(m_mutex); }
                        m_changed.notify_all();
                    },
                .retry_after = std::chrono::milliseconds(1),
                .preallocated = 4096};
    }
    template <class Condition>
    bool wait(Condition condition) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, std::chrono::seconds(20), condition);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

/// A running café: the engine, the file and who waits for it.
struct Running {
    MemoryDisk& disk;
    FakeClock clock{};
    Progress progress{};
    std::unique_ptr<CafeFile> file{};
    cafe::Session session{};

    explicit Running(MemoryDisk& on) : disk(on) {}

    void create() {
        file = CafeFile::create(path, disk, clock, me, progress.options()).value();
        act(test::creation());
        file->save(session);
        REQUIRE(saved(1));
    }
    OpenedCafe open() {
        auto opened = CafeFile::open(path, disk, clock, me, progress.options());
        if (!opened) FAIL(opened.error().text());
        file = std::move(opened->file);
        session = opened->session;
        return std::move(*opened);
    }
    void act(const cafe::Action& action) {
        test::apply(session, action);
        file->append(action, session.seq);
    }
    void note(int number) { act(test::note(number)); }
    bool durable() {
        return progress.wait([this] { return file->status().durable_seq >= session.seq; });
    }
    bool saved(std::uint64_t seq) {
        return progress.wait([this, seq] { return file->status().saved_seq >= seq; });
    }
    bool fails() {
        return progress.wait([this] { return file->status().failure.has_value(); });
    }
    bool well() {
        return progress.wait([this] { return !file->status().failure.has_value(); });
    }
};

bool says(const OpenedCafe& opened, NoteKind kind) {
    return std::ranges::any_of(opened.notes, [kind](const Note& note) { return note.kind == kind; });
}

const Note& the(const OpenedCafe& opened, NoteKind kind) {
    const auto found = std::ranges::find(opened.notes, kind, &Note::kind);
    REQUIRE(found != opened.notes.end());
    return *found;
}

bool refused_writes(Operation operation) {
    return operation != Operation::read && operation != Operation::list && operation != Operation::lock;
}

/// A café with three notes of which the session file knows one, as kill -9 leaves it.
std::unique_ptr<MemoryDisk> killed(cafe::Session* session = nullptr) {
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

} // namespace

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
        for (std::size_t i = 0; i < opened.session.ideas.size(); ++i)
            REQUIRE(opened.session.ideas[i] == then.ideas[i]);
        REQUIRE(again.file->close(again.session));
        REQUIRE(Running(*later).open().session == again.session);
    }
}

TEST_CASE("café file: a torn last line is set aside, never silently, and the journal goes on") {
    cafe::Session before;
    auto disk = killed(&before);
    auto journal = disk->content("/cafes/a.journal.jsonl");
    journal.resize(journal.find_last_not_of(' ') + 1);
    const auto torn = to_line(test::note(9), 5).substr(0, 40);
    disk->put("/cafes/a.journal.jsonl", journal + torn + std::string(100, '\0'));

    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    const auto note = the(opened, NoteKind::torn_line);
    CHECK(note.count == 40);
    CHECK(disk->content(note.file) == torn + '\n');
    again.note(4);
    REQUIRE(again.file->close(again.session));
    CHECK(disk->content("/cafes/a.journal.jsonl").find(torn + '{') == std::string::npos);
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: a last line that lacks nothing but its end counts") {
    cafe::Session before;
    auto disk = killed(&before);
    auto journal = disk->content("/cafes/a.journal.jsonl");
    journal.resize(journal.find_last_not_of(" \n") + 1);
    disk->put("/cafes/a.journal.jsonl", journal);
    Running again(*disk);
    CHECK(again.open().session == before);
    again.note(4);
    REQUIRE(again.file->close(again.session));
    disk->put(path, "");
    CHECK(Running(*disk).open().session.ideas == again.session.ideas);
}

TEST_CASE("café file: a damaged line in the middle is told, and what follows is kept") {
    auto disk = killed();
    auto journal = disk->content("/cafes/a.journal.jsonl");
    const auto at = journal.find(R"("do":"capture_idea","id":"i2")");
    disk->put("/cafes/a.journal.jsonl", journal.replace(at, 6, "\"do\":#"));
    Running again(*disk);
    const auto opened = again.open();
    CHECK(the(opened, NoteKind::bad_line).error.line == 4);
    CHECK(the(opened, NoteKind::gap).count == 1);
    REQUIRE(opened.session.ideas.size() == 2);
    CHECK(opened.session.ideas[1].id.value == "i3");
    again.note(4);
    REQUIRE(again.file->close(again.session));
    CHECK(disk->has("/cafes/a.journal-2.jsonl"));
    CHECK_THAT(disk->content("/cafes/a.journal-2.jsonl"), ContainsSubstring("\"base\":4"));
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: a file cut in the middle is set aside and made again from backup and journal") {
    cafe::Session before;
    auto disk = killed(&before);
    const auto whole = disk->content(path);
    const auto damaged = whole.substr(0, whole.size() / 2);
    disk->put(path, damaged);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    CHECK(says(opened, NoteKind::from_backup));
    const auto note = the(opened, NoteKind::set_aside);
    CHECK(note.error.line > 1);
    CHECK_THAT(note.file, ContainsSubstring("/cafes/a.corrupt-"));
    REQUIRE(again.file->close(again.session));
    CHECK(disk->content(note.file) == damaged);
    CHECK(from_json(disk->content(path))->session == before);
}

TEST_CASE("café file: a damaged file never becomes the backup") {
    auto disk = killed();
    const auto backup = disk->content("/cafes/a.json.bak");
    disk->put(path, "{");
    Running again(*disk);
    std::ignore = again.open();
    REQUIRE(again.saved(4));
    CHECK(disk->content("/cafes/a.json.bak") == backup);
}

TEST_CASE("café file: without a backup the journal alone makes the café again") {
    cafe::Session before;
    auto disk = killed(&before);
    REQUIRE(disk->remove("/cafes/a.json.bak"));
    disk->put(path, "this was once a café");
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session == before);
    CHECK(says(opened, NoteKind::from_journal));
    CHECK(says(opened, NoteKind::set_aside));

    Running lost(*disk);
    again.file.reset();
    REQUIRE(disk->remove(path));
    CHECK(lost.open().session == before);
}

TEST_CASE("café file: with neither backup nor journal the sound part of the file is there") {
    auto disk = killed();
    const auto whole = disk->content(path);
    REQUIRE(disk->remove("/cafes/a.json.bak"));
    REQUIRE(disk->remove("/cafes/a.journal.jsonl"));
    disk->put(path, whole.substr(0, whole.find("\"clock\"")));
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session.ideas.size() == 1);
    CHECK(says(opened, NoteKind::sound_part));
    CHECK(the(opened, NoteKind::left_out).error.line > 10);
    again.note(2);
    REQUIRE(again.file->close(again.session));
    CHECK(Running(*disk).open().session == again.session);
}

TEST_CASE("café file: what is no café is refused and left as it is") {
    MemoryDisk disk;
    FakeClock clock;
    disk.put("/cafes/other.json", "[1, 2, 3]");
    const auto opened = CafeFile::open("/cafes/other.json", disk, clock, me);
    REQUIRE_FALSE(opened);
    CHECK(opened.error().fault == base::Fault::input);
    CHECK(disk.names() == std::vector<std::string>{"/cafes/other.json"});
    const auto missing = CafeFile::open("/cafes/none.json", disk, clock, me);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().fault == base::Fault::environment);
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

TEST_CASE("café file: another café's journal beside the file goes out of the way") {
    auto disk = killed();
    auto text = disk->content(path);
    text.replace(text.find("\"id\": \"s1\""), 10, "\"id\": \"zz\"");
    disk->put(path, text);
    Running again(*disk);
    const auto opened = again.open();
    CHECK(opened.session.seq == 2);
    CHECK_THAT(disk->content(the(opened, NoteKind::foreign_journal).file), ContainsSubstring("\"session\":\"s1\""));
    again.note(2);
    REQUIRE(again.file->close(again.session));
    CHECK_THAT(disk->content("/cafes/a.journal.jsonl"), ContainsSubstring("\"session\":\"zz\",\"base\":2"));
    CHECK(Running(*disk).open().session == again.session);
}

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
        REQUIRE((cafe.progress.wait(
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
    REQUIRE(cafe.progress.wait([&] { return cafe.file->status().failure.has_value(); }));
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
    REQUIRE(cafe.progress.wait([&] { return ++attempts > 5; }));
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
