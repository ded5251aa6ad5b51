// What a running café's saving does to the person at the keys: nothing, whatever the disk does.
#include "app/running.hpp"

#include <condition_variable>
#include <mutex>

namespace {

using namespace ronde;
using namespace std::chrono_literals;
using Catch::Matchers::ContainsSubstring;
using tests::actions_in;
using tests::cafe_path;
using tests::journal_path;
using tests::MemoryDisk;
using tests::of_kind;
using tests::Operation;
using tests::Running;
using tests::with_small_cafe;

/// Lets a disk's syncs through, or holds the first that comes until it does. A main thread that waited for the disk
/// would wait for itself: it is let go after a while, and then finds saved what could not be.
class Barrier {
public:
    void hold() {
        const std::lock_guard lock(m_mutex);
        m_held = true;
    }
    void open() {
        const std::lock_guard lock(m_mutex);
        m_held = false;
        m_changed.notify_all();
    }
    /// Waits until somebody stands before it.
    [[nodiscard]] bool reached() {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s, [this] { return m_reached; });
    }
    std::optional<store::Trouble> pass(Operation operation) {
        if (operation != Operation::sync) return std::nullopt;
        std::unique_lock lock(m_mutex);
        m_reached = m_held;
        m_changed.notify_all();
        m_changed.wait_for(lock, 20s, [this] { return !m_held; });
        return std::nullopt;
    }

private:
    std::mutex m_mutex{};
    std::condition_variable m_changed{};
    bool m_held = false;
    bool m_reached = false;
};

} // namespace

TEST_CASE("saving: while the disk stands still fifty notes are taken at once, and saved when it moves on") {
    MemoryDisk disk;
    Barrier barrier;
    disk.refuse([&](Operation operation, const auto&) { return barrier.pass(operation); });
    Running running(with_small_cafe(disk));
    running.open();
    barrier.hold();
    REQUIRE_FALSE(running.note("i0", "la première"));
    REQUIRE(barrier.reached());
    for (int i = 1; i <= 50; ++i) {
        const std::string id = "i" + std::to_string(i);
        REQUIRE_FALSE(running.note(id, "idée " + id));
        running.pass(1s); // saves fall due meanwhile
        CHECK(running.pending(id));
    }
    CHECK(running.session().ideas.size() == 51);
    CHECK(running.pending("i0"));
    barrier.open();
    REQUIRE(running.all_saved());
    CHECK(of_kind<cafe::CaptureIdea>(actions_in(disk.content(journal_path))).size() == 51);
}

TEST_CASE("saving: an accepted deed reaches the journal with its stamp; its idea is pending until then") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    running.clock.advance(90s);
    REQUIRE_FALSE(running.note("i1", "L’œuvre à l’été 🌿"));
    CHECK(running.pending("i1"));
    REQUIRE(running.all_saved());
    CHECK_FALSE(running.pending("i1"));
    CHECK(running.now().save.saved_at == running.clock.now().wall);

    const auto notes = of_kind<cafe::CaptureIdea>(actions_in(disk.content(journal_path)));
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].stamp == running.clock.now());
    CHECK(std::get<cafe::CaptureIdea>(notes[0].deed).text == "L’œuvre à l’été 🌿");
}

TEST_CASE("saving: while no sync succeeds ideas stay pending and the failure in sight; then all is saved") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "avant"));
    REQUIRE(running.all_saved());
    disk.refuse([](Operation operation, const auto&) {
        return operation == Operation::sync ? std::optional{store::Trouble::broken} : std::nullopt;
    });
    REQUIRE_FALSE(running.note("i2", "pendant"));
    REQUIRE(running.until([](const app::Snapshot& now) { return now.save.failure.has_value(); }));
    CHECK_FALSE(running.pending("i1"));
    CHECK(running.pending("i2"));
    CHECK_FALSE(running.now().save.failure->text().empty());
    REQUIRE_FALSE(running.note("i3", "toujours là"));
    running.pass(60s);
    CHECK(running.pending("i3"));
    CHECK(running.now().save.failure.has_value());

    const auto closed = running.cafe.close();
    CHECK_FALSE(closed);
    REQUIRE(running.session().ideas.size() == 3);

    disk.allow();
    REQUIRE(running.until(
        [](const app::Snapshot& now) { return !now.save.failure && now.save.durable_seq >= now.session->seq; }));
    CHECK_FALSE(running.pending("i3"));
    const auto later = disk.after_power_cut(7);
    Running again(*later);
    again.open();
    CHECK(again.session().ideas.size() == 3);
}

TEST_CASE("saving: on a full disk the words wait, and space mends it") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    disk.refuse([](Operation operation, const auto&) {
        return operation == Operation::write ? std::optional{store::Trouble::full} : std::nullopt;
    });
    REQUIRE_FALSE(running.note("i1", "sur un disque plein"));
    REQUIRE(running.until([](const app::Snapshot& now) { return now.save.failure.has_value(); }));
    CHECK(running.now().save.failure->cause.key == "disk_full");
    CHECK(running.pending("i1"));
    disk.allow();
    REQUIRE(running.all_saved());
    REQUIRE(running.cafe.close());
    CHECK_THAT(disk.content(cafe_path), ContainsSubstring("sur un disque plein"));
}

TEST_CASE("saving: it saves ten seconds after a change and at each change of step, and not otherwise") {
    MemoryDisk disk;
    Running running(with_small_cafe(disk));
    running.open();
    REQUIRE_FALSE(running.note("i1", "une"));
    REQUIRE(running.all_saved());
    running.pass(9s);
    CHECK(running.cafe.next_tick() == running.clock.now().instant + 1s);
    running.pass(1s);
    CHECK_FALSE(running.cafe.next_tick());
    REQUIRE(running.until(
        [&](const app::Snapshot&) { return disk.content(cafe_path).find("\"une\"") != std::string::npos; }));
    REQUIRE_FALSE(running.act(cafe::Start{}));
    running.cafe.tick();
    REQUIRE(running.until(
        [&](const app::Snapshot&) { return disk.content(cafe_path).find("\"running\"") != std::string::npos; }));
}
