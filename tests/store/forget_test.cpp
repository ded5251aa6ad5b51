// A person is erased: what of the café's past still names them goes too, whenever the power is cut.

#include "base/text.hpp"
#include "compat/catch.hpp"
#include "store/cafe_file.hpp"
#include "store/running_file.hpp"

#include <algorithm>
#include <atomic>
#include <string>
#include <utility>

namespace {

using namespace ronde;
using namespace ronde::store;
using ronde::store::test::MemoryDisk;
using ronde::store::test::Operation;
using ronde::store::test::Running;

constexpr std::string_view name = "Zoé Œuvrard";

void act(Running& cafe, cafe::Deed deed) {
    cafe.act(cafe::Action{cafe.clock.now(), std::move(deed)});
}

void erase(Running& cafe) {
    act(cafe, cafe::ErasePerson{{"p-zoe"}});
    cafe.file->forget(cafe.session);
}

bool forgotten(Running& cafe) {
    return cafe.bell.wait([&] { return cafe.file->status().forgotten_seq > 0; });
}

/// A café with a person who stands in the journal, the session file and the backup.
void invite(Running& cafe) {
    cafe.create();
    act(cafe, cafe::PutPeople{.participants = {{.id = {"p-zoe"}, .name = std::string(name)}}});
    cafe.act(test::note(999, "Voir avec " + std::string(name) + " et ZOE OEUVRARD"));
    act(cafe, cafe::PutCommitment{{.id = {"c-zoe"}, .what = "Écrire à " + std::string(name), .who = "Zoé œuvrard"}});
    for (int i = 1; i <= 2; ++i) {
        cafe.note(i);
        cafe.file->save(cafe.session);
        REQUIRE(cafe.saved(cafe.session.seq));
    }
}

bool named_anywhere(const MemoryDisk& disk) {
    const auto names = disk.names();
    return std::ranges::any_of(names, [&](const std::string& file) {
        const std::string plain = base::folded(disk.content(file));
        return plain.find(base::folded(name)) != std::string::npos;
    });
}

} // namespace

TEST_CASE("forget: no byte of an erased person’s name is in any file once it is said to be done") {
    MemoryDisk disk;
    Running cafe(disk);
    invite(cafe);
    REQUIRE(disk.content("/cafes/a.json.bak").find(name) != std::string::npos);
    REQUIRE(disk.content("/cafes/a.journal.jsonl").find(name) != std::string::npos);
    erase(cafe);
    REQUIRE(forgotten(cafe));
    CHECK_FALSE(named_anywhere(disk));
    CHECK_FALSE(named_anywhere(*disk.after_power_cut(1)));
    CHECK_FALSE(disk.has("/cafes/a.json.bak"));
    CHECK(disk.content("/cafes/a.journal.jsonl").starts_with(R"({"format":"ronde/journal")"));

    cafe.note(3); // the journal goes on
    REQUIRE(cafe.durable());
    Running again(*disk.after_power_cut(2).release());
    const std::unique_ptr<MemoryDisk> kept(&again.disk);
    again.open();
    CHECK(again.session == cafe.session);
    again.file.reset();
    REQUIRE(cafe.file->close(cafe.session));
}

TEST_CASE("forget: a power cut at any moment leaves everything readable or the person erased, then finished") {
    int cut_short = 0;
    for (int moment = 0;; ++moment) {
        MemoryDisk disk;
        Running cafe(disk);
        invite(cafe);
        const cafe::Session before = cafe.session;
        std::atomic<int> done = 0;
        disk.refuse([&, moment](Operation, const auto&) -> std::optional<Trouble> {
            return done++ >= moment ? std::optional(Trouble::broken) : std::nullopt;
        });
        erase(cafe);
        const cafe::Session after = cafe.session;
        REQUIRE(cafe.bell.wait([&] {
            const FileStatus status = cafe.file->status();
            return status.failure || status.forgotten_seq > 0;
        }));
        const bool whole = cafe.file->status().forgotten_seq > 0;
        for (std::uint32_t seed = 1; seed <= 12; ++seed) {
            INFO("cut at operation " << moment << ", seed " << seed);
            const auto later = disk.after_power_cut(seed);
            Running again(*later);
            again.open();
            const bool erased = cafe::find(again.session, cafe::ParticipantId{"p-zoe"}) == nullptr;
            REQUIRE(again.session == (erased ? after : before));
            if (whole) REQUIRE(erased);
            if (!erased) continue;
            // What the crash interrupted is done now: no name stays, and a third opening finds the same café.
            const bool unfinished = named_anywhere(*later);
            if (unfinished) REQUIRE(forgotten(again));
            REQUIRE(again.file->close(again.session));
            REQUIRE_FALSE(named_anywhere(*later));
            again.open();
            REQUIRE(again.session == after);
        }
        if (whole) break;
        ++cut_short;
        disk.allow();
        REQUIRE(forgotten(cafe));
    }
    CHECK(cut_short > 8);
}

TEST_CASE("forget: notes that come meanwhile are kept") {
    MemoryDisk disk;
    Running cafe(disk);
    invite(cafe);
    erase(cafe);
    for (int i = 3; i <= 200; ++i) {
        cafe.note(i);
        if (i % 20 == 0) cafe.file->save(cafe.session);
    }
    cafe.file->save(cafe.session);
    REQUIRE(forgotten(cafe));
    REQUIRE(cafe.durable());
    const auto later = disk.after_power_cut(3);
    Running again(*later);
    again.open();
    CHECK(again.session == cafe.session);
    CHECK_FALSE(named_anywhere(*later));
}

TEST_CASE("forget: what was set aside of the café goes, another café’s files stay") {
    MemoryDisk disk;
    disk.put("/cafes/b.json", std::string(name));
    disk.put("/cafes/a-b.json", std::string(name));
    Running cafe(disk);
    invite(cafe);
    for (const auto* file : {"/cafes/a.corrupt-20230613T070000Z.json", "/cafes/a.torn-20230613T070000Z.txt",
                             "/cafes/a.journal-7.jsonl", "/cafes/.a.json.tmp"})
        disk.put(file, std::string(name));
    erase(cafe);
    REQUIRE(forgotten(cafe));
    for (const auto& file : disk.names())
        CHECK((disk.content(file).find(name) != std::string::npos) ==
              (file == "/cafes/b.json" || file == "/cafes/a-b.json"));
}

TEST_CASE("forget: while a file cannot be removed it is not said to be done, and it is tried again") {
    MemoryDisk disk;
    Running cafe(disk);
    invite(cafe);
    disk.refuse([](Operation operation, const std::filesystem::path& file) -> std::optional<Trouble> {
        return operation == Operation::remove && file == "/cafes/a.json.bak" ? std::optional(Trouble::not_allowed)
                                                                             : std::nullopt;
    });
    erase(cafe);
    REQUIRE(cafe.fails());
    CHECK(cafe.file->status().forgotten_seq == 0);
    cafe.note(9); // nothing else suffers
    REQUIRE(cafe.durable());
    cafe.file->save(cafe.session);
    disk.allow();
    REQUIRE(forgotten(cafe));
    CHECK_FALSE(named_anywhere(disk));
    REQUIRE(cafe.file->close(cafe.session));
}
